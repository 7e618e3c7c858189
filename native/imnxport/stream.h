// A stream of the program, which the service reads: always at home, as programs expect of what they made there.
#pragma once

#include <objidl.h>

#include <memory>

#include "common/channel.h"
#include "imnxport/session.h"

namespace comail {

class Stream final : public HostObject, public std::enable_shared_from_this<Stream> {
 public:
  /** @param stream gets a reference */
  Stream(std::shared_ptr<Session> session, IStream *stream);
  ~Stream() override { end(); }

  void arrived(Event event) override;
  uint32_t run(const Event &event, Reader &inputs, Writer &outputs) override;
  void letGo(bool lost) override;

  /** Gives the program's stream back; what still comes is answered that it is gone. */
  void end();

 private:
  const std::shared_ptr<Session> session_;
  Mutex mutex_;
  IStream *stream_;
};

}  // namespace comail
