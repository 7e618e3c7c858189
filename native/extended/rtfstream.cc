// WrapCompressedRTFStream: a stream of plain RTF over one on PR_RTF_COMPRESSED, whose bytes pass once, from the first to the last.
#include <windows.h>

#include <objidl.h>

#include <mapidefs.h>
#include <mapix.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <new>

#include "extended/call.h"
#include "extended/lzfu.h"

using namespace comail;

namespace {

constexpr HRESULT kInvalid = static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER), kUnsupported = static_cast<HRESULT>(MAPI_E_NO_SUPPORT);
/** STORE_UNCOMPRESSED_RTF. */
constexpr ULONG kUncompressed = 0x00008000;
constexpr ULONG kPiece = 64 << 10;

/** What neither way can do: the page lists it. */
class RtfStream : public IStream {
 public:
  virtual ~RtfStream() = default;
  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void **object) override {
    if (!object) return E_POINTER;
    const bool known = IsEqualIID(iid, IID_IUnknown) || IsEqualIID(iid, IID_ISequentialStream) || IsEqualIID(iid, IID_IStream);
    *object = known ? this : nullptr;
    if (known) AddRef();
    return known ? S_OK : E_NOINTERFACE;
  }
  ULONG STDMETHODCALLTYPE AddRef() override { return ++count_; }
  ULONG STDMETHODCALLTYPE Release() override {
    const ULONG left = --count_;
    if (left == 0) delete this;
    return left;
  }
  HRESULT STDMETHODCALLTYPE Seek(LARGE_INTEGER, DWORD, ULARGE_INTEGER *) override { return kUnsupported; }
  HRESULT STDMETHODCALLTYPE SetSize(ULARGE_INTEGER) override { return kUnsupported; }
  HRESULT STDMETHODCALLTYPE CopyTo(IStream *, ULARGE_INTEGER, ULARGE_INTEGER *, ULARGE_INTEGER *) override { return kUnsupported; }
  HRESULT STDMETHODCALLTYPE Revert() override { return kUnsupported; }
  HRESULT STDMETHODCALLTYPE LockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) override { return kUnsupported; }
  HRESULT STDMETHODCALLTYPE UnlockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) override { return kUnsupported; }
  HRESULT STDMETHODCALLTYPE Stat(STATSTG *, DWORD) override { return kUnsupported; }
  HRESULT STDMETHODCALLTYPE Clone(IStream **) override { return kUnsupported; }

 private:
  std::atomic<ULONG> count_{1};
};

class RtfReader final : public RtfStream {
 public:
  explicit RtfReader(Bytes rtf) : rtf_(std::move(rtf)) {}

  HRESULT STDMETHODCALLTYPE Read(void *into, ULONG count, ULONG *got) override {
    const auto part = static_cast<ULONG>(std::min<size_t>(count, rtf_.size() - at_));
    if (part > 0) std::memcpy(into, rtf_.data() + at_, part);
    at_ += part;
    if (got) *got = part;
    return part < count ? S_FALSE : S_OK;
  }
  HRESULT STDMETHODCALLTYPE Write(const void *, ULONG, ULONG *) override { return STG_E_ACCESSDENIED; }
  // Nothing was written.
  HRESULT STDMETHODCALLTYPE Commit(DWORD) override { return S_OK; }

 private:
  const Bytes rtf_;
  size_t at_ = 0;
};

class RtfWriter final : public RtfStream {
 public:
  RtfWriter(IStream *below, bool compress) : below_(below), compress_(compress) { below->AddRef(); }
  ~RtfWriter() override { below_->Release(); }

  HRESULT STDMETHODCALLTYPE Read(void *, ULONG, ULONG *) override { return STG_E_ACCESSDENIED; }
  HRESULT STDMETHODCALLTYPE Write(const void *from, ULONG count, ULONG *written) override {
    if (written) *written = 0;
    if (count > kLargestRtf - rtf_.size()) return static_cast<HRESULT>(MAPI_E_TOO_BIG);
    return guarded([&] {
      const auto *bytes = static_cast<const uint8_t *>(from);
      rtf_.insert(rtf_.end(), bytes, bytes + count);
      if (written) *written = count;
      return S_OK;
    });
  }
  /** Compresses it into the stream below. */
  HRESULT STDMETHODCALLTYPE Commit(DWORD flags) override {
    return guarded([&] {
      const Bytes bytes = compressedRtf(rtf_, compress_);
      const LARGE_INTEGER begin = {};
      const ULARGE_INTEGER none = {};
      HRESULT hr = below_->Seek(begin, STREAM_SEEK_SET, nullptr);
      if (SUCCEEDED(hr)) hr = below_->SetSize(none);
      for (size_t at = 0; SUCCEEDED(hr) && at < bytes.size();) {
        ULONG put = 0;
        hr = below_->Write(bytes.data() + at, static_cast<ULONG>(std::min<size_t>(bytes.size() - at, kPiece)), &put);
        if (SUCCEEDED(hr) && put == 0) hr = STG_E_MEDIUMFULL;
        at += put;
      }
      return SUCCEEDED(hr) ? below_->Commit(flags) : hr;
    });
  }

 private:
  IStream *const below_;
  const bool compress_;
  Bytes rtf_;
};

HRESULT allOf(IStream *stream, Bytes &bytes) {
  for (;;) {
    const size_t before = bytes.size();
    bytes.resize(before + kPiece);
    ULONG got = 0;
    const HRESULT hr = stream->Read(bytes.data() + before, kPiece, &got);
    bytes.resize(before + std::min(got, kPiece));
    if (FAILED(hr)) return hr;
    if (got == 0) return S_OK;
    if (bytes.size() > kLargestRtf) return static_cast<HRESULT>(MAPI_E_TOO_BIG);
  }
}

}  // namespace

extern "C" {

// @spec wrapcompressedrtfstream
HRESULT WINAPI WrapCompressedRTFStream(LPSTREAM compressed, ULONG flags, LPSTREAM *stream) {
  if (!compressed || !stream) return kInvalid;
  *stream = nullptr;
  if (flags & ~(MAPI_MODIFY | kUncompressed)) return static_cast<HRESULT>(MAPI_E_UNKNOWN_FLAGS);
  return guarded([&] {
    if (flags & MAPI_MODIFY) {
      *stream = new RtfWriter(compressed, !(flags & kUncompressed));
      return S_OK;
    }
    Bytes bytes, rtf;
    const HRESULT hr = allOf(compressed, bytes);
    if (FAILED(hr)) return hr;
    if (!decompressedRtf(bytes, rtf)) return static_cast<HRESULT>(MAPI_E_CORRUPT_DATA);
    *stream = new RtfReader(std::move(rtf));
    return S_OK;
  });
}

}
