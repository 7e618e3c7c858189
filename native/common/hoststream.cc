#ifdef _WIN32
#include "common/hoststream.h"

#include <algorithm>

namespace comail {

namespace {

enum Slot : unsigned { kRead = 3, kWrite = 4, kSeek = 5, kSetSize = 6, kCommit = 8, kRevert = 9, kStat = 12 };

// docs/protocol.md: more is malformed.
constexpr ULONG kPiece = 1 << 20;
constexpr uint32_t kNoSupport = 0x80040102;

uint32_t read(IStream *stream, Reader &in, Writer &out) {
  const ULONG wanted = std::min<ULONG>(in.u32(), kPiece);
  if (!in.finished()) return static_cast<uint32_t>(E_INVALIDARG);
  Bytes bytes(wanted);
  ULONG got = 0;
  const HRESULT hr = stream->Read(bytes.data(), wanted, &got);
  const ULONG count = std::min(got, wanted);
  out.u32(count).raw(bytes.data(), count);
  return static_cast<uint32_t>(hr);
}

uint32_t write(IStream *stream, Reader &in, Writer &out) {
  Bytes bytes;
  ULONG written = 0;
  if (!in.bytes(bytes) || !in.finished()) return static_cast<uint32_t>(E_INVALIDARG);
  const HRESULT hr = stream->Write(bytes.data(), static_cast<ULONG>(bytes.size()), &written);
  out.u32(written);
  return static_cast<uint32_t>(hr);
}

uint32_t seek(IStream *stream, Reader &in, Writer &out) {
  LARGE_INTEGER move;
  ULARGE_INTEGER place = {};
  move.QuadPart = static_cast<LONGLONG>(in.u64());
  const DWORD origin = in.u32();
  const HRESULT hr = stream->Seek(move, origin, &place);
  out.u64(place.QuadPart);
  return static_cast<uint32_t>(hr);
}

uint64_t time(const FILETIME &value) { return value.dwLowDateTime | uint64_t{value.dwHighDateTime} << 32; }

uint32_t stat(IStream *stream, Reader &in, Writer &out) {
  STATSTG about = {};
  in.u32();
  // Without its name: who would need it, and it would have to be freed.
  const HRESULT hr = stream->Stat(&about, STATFLAG_NONAME);
  out.u8(1).text(nullptr).u32(about.type).u64(about.cbSize.QuadPart);
  out.u64(time(about.mtime)).u64(time(about.ctime)).u64(time(about.atime));
  out.u32(about.grfMode).u32(about.grfLocksSupported).raw(&about.clsid, sizeof about.clsid).u32(about.grfStateBits);
  return static_cast<uint32_t>(hr);
}

}  // namespace

uint32_t runStream(IStream *stream, const Event &event, Reader &in, Writer &out) {
  ULARGE_INTEGER size = {};
  switch (event.slot) {
    case kRead: return read(stream, in, out);
    case kWrite: return write(stream, in, out);
    case kSeek: return seek(stream, in, out);
    case kStat: return stat(stream, in, out);
    case kSetSize:
      size.QuadPart = in.u64();
      return static_cast<uint32_t>(stream->SetSize(size));
    case kCommit: return static_cast<uint32_t>(stream->Commit(in.u32()));
    case kRevert: return static_cast<uint32_t>(stream->Revert());
    default: return kNoSupport;
  }
}

}  // namespace comail
#endif
