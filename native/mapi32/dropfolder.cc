#include "mapi32/dropfolder.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "common/place.h"
#include "common/sha256.h"
#include "common/socket.h"
#include "common/sync.h"

namespace comail {

namespace {

constexpr char kMagic[] = "COMAILDR";
constexpr uint32_t kForm = 1;
constexpr ULONG kPiece = 256 * 1024;

/** A file that is written, hashed and made durable. */
class Dropped {
 public:
  explicit Dropped(const std::wstring &path)
      : file_(CreateFileW(path.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr)) {}
  ~Dropped() { close(); }
  Dropped(const Dropped &) = delete;
  Dropped &operator=(const Dropped &) = delete;

  bool good() const { return file_ != INVALID_HANDLE_VALUE && good_; }

  void write(const void *bytes, size_t count) {
    hash_.add(bytes, count);
    raw(bytes, count);
  }

  bool finish() {
    const Digest digest = hash_.finish();
    raw(digest.data(), digest.size());
    const bool durable = good() && FlushFileBuffers(file_) != 0;
    close();
    return durable;
  }

 private:
  void raw(const void *bytes, size_t count) {
    DWORD written = 0;
    if (good()) good_ = WriteFile(file_, bytes, static_cast<DWORD>(count), &written, nullptr) && written == count;
  }

  void close() {
    if (file_ != INVALID_HANDLE_VALUE) CloseHandle(file_);
    file_ = INVALID_HANDLE_VALUE;
  }

  HANDLE file_;
  bool good_ = true;
  Sha256 hash_;
};

/** The folder beside the file `bridge`; under the user's own folder, so that its rights are the user's. */
std::wstring folder() {
  const std::wstring place = placePath();
  const size_t cut = place.find_last_of(L"\\/");
  if (cut == std::wstring::npos) return {};
  const std::wstring parent = place.substr(0, cut);
  CreateDirectoryW(parent.c_str(), nullptr);
  const std::wstring path = parent + L"\\drop";
  if (!CreateDirectoryW(path.c_str(), nullptr) && GetLastError() != ERROR_ALREADY_EXISTS) return {};
  return path;
}

/**
 * When a message was left: later for each that follows, as the service takes them in this order. The usual clock of Windows goes by
 * steps in which several messages may be left; of several programs the exact one, where there is one, tells the order.
 */
FILETIME nextTime() {
  using Clock = void(WINAPI *)(FILETIME *);
  static Mutex mutex;
  static uint64_t last = 0;
  const HMODULE kernel = GetModuleHandleW(L"kernel32.dll");
  const auto exact = reinterpret_cast<Clock>(reinterpret_cast<void *>(GetProcAddress(kernel, "GetSystemTimePreciseAsFileTime")));
  FILETIME now;
  if (exact) exact(&now);
  else GetSystemTimeAsFileTime(&now);
  Locked locked(mutex);
  last = std::max(last + 1, now.dwLowDateTime | uint64_t{now.dwHighDateTime} << 32);
  return {static_cast<DWORD>(last), static_cast<DWORD>(last >> 32)};
}

std::wstring nameOf(const FILETIME &now, const CallId &id) {
  wchar_t part[20];
  std::swprintf(part, 20, L"%08lX%08lX-", now.dwHighDateTime, now.dwLowDateTime);
  std::wstring name = part;
  for (const uint8_t byte : id) {
    std::swprintf(part, 20, L"%02X", byte);
    name += part;
  }
  return name;
}

/** @returns whether all that was there when the size was written has come */
bool copied(Content &content, Dropped &file) {
  uint64_t left = content.size();
  file.write(Writer().u64(left).written().data(), 8);
  content.rewind();
  Bytes piece(kPiece);
  while (left > 0 && file.good()) {
    ULONG got = 0;
    if (!content.read(piece.data(), static_cast<ULONG>(std::min<uint64_t>(left, kPiece)), got) || got == 0) return false;
    file.write(piece.data(), got);
    left -= got;
  }
  return true;
}

}  // namespace

ULONG dropped(const CallId &id, unsigned function, const Text &profile, uint32_t flags, const Message &message,
              const std::vector<std::shared_ptr<Content>> &content) {
  const std::wstring place = folder();
  if (place.empty()) return MAPI_E_FAILURE;
  const FILETIME now = nextTime();
  const std::wstring path = place + L"\\" + nameOf(now, id);
  const std::wstring partial = path + L".part";

  Writer body;
  put(body, message, {});
  Writer head;
  head.raw(kMagic, 8).u32(kForm).raw(id.data(), id.size());
  head.u32(now.dwLowDateTime).u32(now.dwHighDateTime).u32(function);
  put(head, profile);
  head.u32(flags).u32(static_cast<uint32_t>(body.size()));

  ULONG code = SUCCESS_SUCCESS;
  {
    Dropped file(partial);
    file.write(head.written().data(), head.size());
    file.write(body.written().data(), body.size());
    for (const auto &one : content)
      if (code == SUCCESS_SUCCESS && !copied(*one, file)) code = MAPI_E_ATTACHMENT_OPEN_FAILURE;
    if (code == SUCCESS_SUCCESS && !file.finish()) code = MAPI_E_FAILURE;
  }
  // The rename itself is made durable, too.
  if (code == SUCCESS_SUCCESS && !MoveFileExW(partial.c_str(), (path + L".mail").c_str(), MOVEFILE_WRITE_THROUGH))
    code = MAPI_E_FAILURE;
  if (code != SUCCESS_SUCCESS) DeleteFileW(partial.c_str());
  return code;
}

}  // namespace comail
