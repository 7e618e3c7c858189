// The program's callback as the service calls it: each event is read when it comes, and told at home.
#pragma once

#include <memory>
#include <string>

#include "imnxport/session.h"
#include "imnxport/structures.h"

namespace comail {

/** One call on a callback, with everything it says. */
struct Told {
  unsigned slot = 0;
  uint32_t number = 0;
  bool wantsReply = false;

  DWORD seconds = 0;
  INETSERVER server = {};
  std::string text, caption;
  HRESULT hr = S_OK;
  UINT type = 0;
  IXPSTATUS status = IXP_LAST;
  HeldResult result;
  SMTPRESPONSE response = {};
};

class CallbackObject final : public HostObject {
 public:
  explicit CallbackObject(std::shared_ptr<Session> session) : session_(std::move(session)) {}

  void arrived(Event event) override;
  /** Never asked: a transport starts something, and what comes of it belongs to no call. */
  uint32_t run(const Event &event, Reader &inputs, Writer &outputs) override;
  void letGo(bool lost) override;

 private:
  const std::shared_ptr<Session> session_;
};


}  // namespace comail
