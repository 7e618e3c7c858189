// Exports for TNEF.
#include <windows.h>

#include <objidl.h>

#include <mapicode.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace {

constexpr uint32_t kSignature = 0x223E9F78, kOemCodepage = 0x00069007;
/** MS-DOS of the United States, where a stream does not say. */
constexpr ULONG kUnsaid = 437;

/** Reads so many bytes. @returns S_FALSE where the stream has ended before the first of them */
HRESULT whole(IStream *stream, void *into, ULONG count) {
  ULONG done = 0;
  while (done < count) {
    ULONG got = 0;
    if (FAILED(stream->Read(static_cast<uint8_t *>(into) + done, count - done, &got))) return static_cast<HRESULT>(MAPI_E_NOT_ENOUGH_DISK);
    if (got == 0) return done == 0 ? S_FALSE : static_cast<HRESULT>(MAPI_E_CORRUPT_DATA);
    done += got;
  }
  return S_OK;
}

uint32_t numberAt(const uint8_t *bytes) {
  return bytes[0] | uint32_t{bytes[1]} << 8 | uint32_t{bytes[2]} << 16 | uint32_t{bytes[3]} << 24;
}

/** Passes over bytes, and sums them up as attributes do. */
HRESULT pass(IStream *stream, uint32_t count, uint8_t *kept, size_t keep, uint16_t &sum) {
  uint8_t piece[4096];
  for (uint32_t done = 0; done < count;) {
    const ULONG part = std::min<uint32_t>(count - done, sizeof piece);
    const HRESULT hr = whole(stream, piece, part);
    if (hr != S_OK) return FAILED(hr) ? hr : static_cast<HRESULT>(MAPI_E_CORRUPT_DATA);
    for (ULONG i = 0; i < part; i++) sum = static_cast<uint16_t>(sum + piece[i]);
    if (done < keep) std::memcpy(kept + done, piece, std::min<size_t>(part, keep - done));
    done += part;
  }
  return S_OK;
}

}  // namespace

extern "C" {

// @spec gettnefstreamcodepage
HRESULT WINAPI GetTnefStreamCodepage(LPSTREAM stream, ULONG *page, ULONG *subpage) {
  constexpr HRESULT corrupt = static_cast<HRESULT>(MAPI_E_CORRUPT_DATA);
  if (!stream || !page || !subpage) return static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);
  *page = kUnsaid;
  *subpage = 0;
  uint8_t head[9];
  HRESULT hr = whole(stream, head, 6);
  if (hr != S_OK || numberAt(head) != kSignature) return FAILED(hr) ? hr : corrupt;
  for (;;) {
    // The level, the attribute, its length, its bytes, their sum.
    hr = whole(stream, head, 9);
    if (hr != S_OK) return FAILED(hr) ? hr : S_OK;
    if (head[0] != 1 && head[0] != 2) return corrupt;
    const uint32_t attribute = numberAt(head + 1), length = numberAt(head + 5);
    uint8_t value[8] = {}, told[2];
    uint16_t sum = 0;
    hr = pass(stream, length, value, sizeof value, sum);
    if (FAILED(hr)) return hr;
    hr = whole(stream, told, 2);
    if (hr != S_OK) return FAILED(hr) ? hr : corrupt;
    if (attribute != kOemCodepage) continue;
    if (length != sizeof value || (told[0] | told[1] << 8) != sum) return corrupt;
    *page = numberAt(value);
    *subpage = numberAt(value + 4);
    return S_OK;
  }
}

}
