// Reading and writing streams of the service, in pieces that the protocol allows.
#include <algorithm>

#include "extended/call.h"

namespace comail {

namespace {

constexpr ULONG kPiece = 1 << 20;
enum StreamSlot : unsigned { kRead = 3, kWrite = 4 };

/** A call of a stream without all the rest. @returns whether it was answered */
bool asked(Face *self, unsigned slot, const Writer &in, Answer &answer) {
  return self->remote->channel->call(self->remote->number, self->role->iid, slot, in, answer) == Channel::Sent::kAnswered;
}

HRESULT readPieces(Face *self, uint8_t *into, ULONG count, ULONG &got) {
  for (;;) {
    const ULONG wanted = std::min(count - got, kPiece);
    Answer answer;
    Writer in;
    if (!asked(self, kRead, in.u32(wanted), answer)) return static_cast<HRESULT>(MAPI_E_NETWORK_ERROR);
    if (!answer.follow) return static_cast<HRESULT>(answer.code);
    Reader out = answer.outputs();
    const uint32_t length = out.u32();
    if (length > wanted) out.spoil();
    out.raw(into + got, out.good() ? length : 0);
    if (!out.finished()) {
      self->remote->channel->close();
      return static_cast<HRESULT>(MAPI_E_NETWORK_ERROR);
    }
    got += length;
    if (got == count || length < wanted || FAILED(static_cast<HRESULT>(answer.code))) return static_cast<HRESULT>(answer.code);
  }
}

HRESULT writePieces(Face *self, const uint8_t *from, ULONG count, ULONG &written) {
  for (;;) {
    const ULONG piece = std::min(count - written, kPiece);
    Answer answer;
    Writer in;
    if (!asked(self, kWrite, in.bytes(from + written, piece), answer)) return static_cast<HRESULT>(MAPI_E_NETWORK_ERROR);
    if (!answer.follow) return static_cast<HRESULT>(answer.code);
    Reader out = answer.outputs();
    const uint32_t taken = out.u32();
    written += std::min<ULONG>(taken, piece);
    if (written == count || taken < piece || FAILED(static_cast<HRESULT>(answer.code))) return static_cast<HRESULT>(answer.code);
  }
}

}  // namespace

HRESULT STDMETHODCALLTYPE readStream(Face *self, void *into, ULONG count, ULONG *got) noexcept {
  if (got) *got = 0;
  if (!into) return STG_E_INVALIDPOINTER;
  const Holding held(self->remote);
  return guarded([&] {
    ULONG read = 0;
    const HRESULT hr = readPieces(self, static_cast<uint8_t *>(into), count, read);
    if (got) *got = read;
    return hr;
  });
}

HRESULT STDMETHODCALLTYPE writeStream(Face *self, const void *from, ULONG count, ULONG *written) noexcept {
  if (written) *written = 0;
  if (!from) return STG_E_INVALIDPOINTER;
  const Holding held(self->remote);
  return guarded([&] {
    ULONG taken = 0;
    const HRESULT hr = writePieces(self, static_cast<const uint8_t *>(from), count, taken);
    if (written) *written = taken;
    return hr;
  });
}

}  // namespace comail
