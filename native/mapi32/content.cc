#include "mapi32/content.h"

#include <algorithm>

#include "common/codepage.h"

namespace comail {

namespace {

enum Slot : unsigned { kRead = 3, kSeek = 5, kStat = 12 };

constexpr ULONG kPiece = 1 << 20;
constexpr uint32_t kNoSupport = 0x80040102;
constexpr uint32_t kReadFault = 0x8003001E;
constexpr uint32_t kStreamType = 2;

}  // namespace

uint64_t Content::size() const {
  LARGE_INTEGER size = {};
  return GetFileSizeEx(file_, &size) ? static_cast<uint64_t>(size.QuadPart) : 0;
}

bool Content::read(void *into, ULONG count, ULONG &got) {
  DWORD read = 0;
  const bool good = ReadFile(file_, into, count, &read, nullptr) != 0;
  got = read;
  return good;
}

void Content::rewind() {
  const LARGE_INTEGER start = {};
  SetFilePointerEx(file_, start, nullptr, FILE_BEGIN);
}

uint32_t Content::run(const Event &event, Reader &in, Writer &out) {
  if (event.slot == kRead) {
    Bytes bytes(std::min<ULONG>(in.u32(), kPiece));
    ULONG got = 0;
    if (!read(bytes.data(), static_cast<ULONG>(bytes.size()), got)) return kReadFault;
    out.u32(got).raw(bytes.data(), got);
    return static_cast<uint32_t>(S_OK);
  }
  if (event.slot == kSeek) {
    LARGE_INTEGER move, place = {};
    move.QuadPart = static_cast<LONGLONG>(in.u64());
    // STREAM_SEEK_SET, _CUR and _END have the numbers of FILE_BEGIN, FILE_CURRENT and FILE_END.
    if (!SetFilePointerEx(file_, move, &place, in.u32())) return static_cast<uint32_t>(STG_E_INVALIDFUNCTION);
    out.u64(static_cast<uint64_t>(place.QuadPart));
    return static_cast<uint32_t>(S_OK);
  }
  if (event.slot == kStat) {
    const Guid none = {};
    out.u8(1).text(nullptr).u32(kStreamType).u64(size()).u64(0).u64(0).u64(0).u32(0).u32(0).guid(none).u32(0);
    return static_cast<uint32_t>(S_OK);
  }
  return kNoSupport;
}

ULONG opened(const std::vector<File> &files, std::vector<std::shared_ptr<Content>> &content) {
  for (const File &file : files) {
    if (!file.path || file.path->empty()) return MAPI_E_ATTACHMENT_NOT_FOUND;
    // Others may still have it open, for writing too: programs attach what they have not closed yet.
    const DWORD shared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    const HANDLE handle = CreateFileW(asWide(*file.path), GENERIC_READ, shared, nullptr, OPEN_EXISTING, 0, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
      const DWORD why = GetLastError();
      const bool missing = why == ERROR_FILE_NOT_FOUND || why == ERROR_PATH_NOT_FOUND || why == ERROR_INVALID_NAME;
      return missing ? MAPI_E_ATTACHMENT_NOT_FOUND : MAPI_E_ATTACHMENT_OPEN_FAILURE;
    }
    content.push_back(std::make_shared<Content>(handle));
  }
  return SUCCESS_SUCCESS;
}

}  // namespace comail
