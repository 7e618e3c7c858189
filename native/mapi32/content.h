// The bytes of attached files: opened before anything is sent, read by the service or copied to the drop folder while the program
// waits, so that it may delete them when the function returns.
#pragma once

#include <windows.h>

#include <memory>
#include <vector>

#include "common/channel.h"
#include "mapi32/message.h"

namespace comail {

class Content final : public HostObject {
 public:
  explicit Content(HANDLE file) : file_(file) {}
  ~Content() override { CloseHandle(file_); }
  Content(const Content &) = delete;
  Content &operator=(const Content &) = delete;

  uint64_t size() const;
  /** Reads on. @returns false when the file can't be read */
  bool read(void *into, ULONG count, ULONG &got);
  void rewind();

  // All of it belongs to the call that hands the file over.
  void arrived(Event) override {}
  uint32_t run(const Event &event, Reader &inputs, Writer &outputs) override;
  void letGo(bool) override {}

 private:
  const HANDLE file_;
};

/** Opens the files of a message. @returns SUCCESS_SUCCESS, or the code for the first that can't be opened */
ULONG opened(const std::vector<File> &files, std::vector<std::shared_ptr<Content>> &content);

}  // namespace comail
