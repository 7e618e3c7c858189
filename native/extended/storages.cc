// Exports for structured storage: a storage over a stream of the program, and what its codes are in MAPI.
#include <windows.h>

#include <objidl.h>
#include <ole2.h>

#include <mapicode.h>
#include <mapidefs.h>

#include <atomic>
#include <new>

#include "common/sync.h"

namespace {

constexpr ULONG kCreate = 0x00001000, kCurrent = 0x10000000, kModify = 0x00000002;
constexpr HRESULT kInvalid = static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);

/** The bytes of a stream, from a place of it onwards, as storages want them. */
class StreamBytes final : public ILockBytes {
 public:
  StreamBytes(IStream *stream, ULONGLONG from) : stream_(stream), from_(from) { stream->AddRef(); }

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void **object) override {
    if (!object) return E_POINTER;
    *object = IsEqualIID(iid, IID_IUnknown) || IsEqualIID(iid, IID_ILockBytes) ? this : nullptr;
    if (*object) AddRef();
    return *object ? S_OK : E_NOINTERFACE;
  }
  ULONG STDMETHODCALLTYPE AddRef() override { return ++count_; }
  ULONG STDMETHODCALLTYPE Release() override {
    const ULONG left = --count_;
    if (left == 0) delete this;
    return left;
  }

  HRESULT STDMETHODCALLTYPE ReadAt(ULARGE_INTEGER at, void *into, ULONG count, ULONG *read) override {
    return through(at, count, read, [&](ULONG part, ULONG *got, ULONG done) { return stream_->Read(static_cast<BYTE *>(into) + done, part, got); });
  }
  HRESULT STDMETHODCALLTYPE WriteAt(ULARGE_INTEGER at, const void *from, ULONG count, ULONG *written) override {
    return through(at, count, written,
                   [&](ULONG part, ULONG *put, ULONG done) { return stream_->Write(static_cast<const BYTE *>(from) + done, part, put); });
  }
  HRESULT STDMETHODCALLTYPE Flush() override { return stream_->Commit(STGC_DEFAULT); }
  HRESULT STDMETHODCALLTYPE SetSize(ULARGE_INTEGER size) override {
    ULARGE_INTEGER all;
    all.QuadPart = from_ + size.QuadPart;
    return stream_->SetSize(all);
  }
  HRESULT STDMETHODCALLTYPE LockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) override { return STG_E_INVALIDFUNCTION; }
  HRESULT STDMETHODCALLTYPE UnlockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) override { return STG_E_INVALIDFUNCTION; }
  HRESULT STDMETHODCALLTYPE Stat(STATSTG *about, DWORD flags) override {
    const HRESULT hr = stream_->Stat(about, flags);
    if (FAILED(hr)) return hr;
    about->type = STGTY_LOCKBYTES;
    about->cbSize.QuadPart = about->cbSize.QuadPart > from_ ? about->cbSize.QuadPart - from_ : 0;
    // There are no locks.
    about->grfLocksSupported = 0;
    return hr;
  }

 private:
  ~StreamBytes() { stream_->Release(); }

  /** All of it, however small the pieces are that the stream takes. */
  template <typename Piece>
  HRESULT through(ULARGE_INTEGER at, ULONG count, ULONG *moved, Piece piece) {
    comail::Locked locked(mutex_);
    LARGE_INTEGER place;
    place.QuadPart = static_cast<LONGLONG>(from_ + at.QuadPart);
    ULONG done = 0;
    HRESULT hr = stream_->Seek(place, STREAM_SEEK_SET, nullptr);
    while (SUCCEEDED(hr) && done < count) {
      ULONG part = 0;
      hr = piece(count - done, &part, done);
      if (part == 0) break;
      done += part;
    }
    if (moved) *moved = done;
    return FAILED(hr) ? hr : S_OK;
  }

  comail::Mutex mutex_;
  IStream *const stream_;
  const ULONGLONG from_;
  std::atomic<ULONG> count_{1};
};

HRESULT bytesOf(IUnknown *given, const IID *iid, bool current, ILockBytes **bytes) {
  if (iid && IsEqualIID(*iid, IID_ILockBytes)) return given->QueryInterface(IID_ILockBytes, reinterpret_cast<void **>(bytes));
  if (iid && !IsEqualIID(*iid, IID_IStream)) return static_cast<HRESULT>(MAPI_E_INTERFACE_NOT_SUPPORTED);
  IStream *stream = nullptr;
  HRESULT hr = given->QueryInterface(IID_IStream, reinterpret_cast<void **>(&stream));
  if (FAILED(hr)) return hr;
  LARGE_INTEGER none = {};
  ULARGE_INTEGER from = {};
  if (current) hr = stream->Seek(none, STREAM_SEEK_CUR, &from);
  if (SUCCEEDED(hr)) {
    *bytes = new (std::nothrow) StreamBytes(stream, from.QuadPart);
    if (!*bytes) hr = static_cast<HRESULT>(MAPI_E_NOT_ENOUGH_MEMORY);
  }
  stream->Release();
  return hr;
}

}  // namespace

extern "C" {

// @spec hristoragefromstream
HRESULT WINAPI HrIStorageFromStream(LPUNKNOWN given, const IID *iid, ULONG flags, LPSTORAGE *storage) {
  if (!given || !storage) return kInvalid;
  *storage = nullptr;
  if (flags & ~(kCreate | kCurrent | kModify)) return static_cast<HRESULT>(MAPI_E_UNKNOWN_FLAGS);
  ILockBytes *bytes = nullptr;
  HRESULT hr = bytesOf(given, iid, flags & kCurrent, &bytes);
  if (FAILED(hr)) return hr;
  const DWORD mode = !(flags & (kModify | kCreate)) ? DWORD{STGM_READ | STGM_SHARE_EXCLUSIVE} : DWORD{STGM_READWRITE | STGM_SHARE_EXCLUSIVE};
  hr = flags & kCreate ? StgCreateDocfileOnILockBytes(bytes, mode | STGM_CREATE, 0, storage)
                       : StgOpenStorageOnILockBytes(bytes, nullptr, mode, nullptr, 0, storage);
  bytes->Release();
  return hr;
}

// @spec mapstoragescode
SCODE WINAPI MapStorageSCode(SCODE code) {
  switch (code) {
    case S_OK: return S_OK;
    case STG_E_FILENOTFOUND:
    case STG_E_PATHNOTFOUND:
    case STG_E_NOMOREFILES: return static_cast<SCODE>(MAPI_E_NOT_FOUND);
    case STG_E_TOOMANYOPENFILES: return static_cast<SCODE>(MAPI_E_NOT_ENOUGH_RESOURCES);
    case STG_E_ACCESSDENIED:
    case STG_E_DISKISWRITEPROTECTED:
    case STG_E_SHAREVIOLATION:
    case STG_E_LOCKVIOLATION:
    case STG_E_SHAREREQUIRED:
    case STG_E_INUSE:
    case STG_E_NOTCURRENT: return static_cast<SCODE>(MAPI_E_NO_ACCESS);
    case E_OUTOFMEMORY:
    case STG_E_INSUFFICIENTMEMORY: return static_cast<SCODE>(MAPI_E_NOT_ENOUGH_MEMORY);
    case E_INVALIDARG:
    case STG_E_INVALIDHANDLE:
    case STG_E_INVALIDPOINTER:
    case STG_E_INVALIDPARAMETER:
    case STG_E_INVALIDNAME:
    case STG_E_INVALIDFLAG: return kInvalid;
    case STG_E_SEEKERROR:
    case STG_E_WRITEFAULT:
    case STG_E_READFAULT:
    case STG_E_CANTSAVE: return static_cast<SCODE>(MAPI_E_DISK_ERROR);
    case STG_E_FILEALREADYEXISTS: return static_cast<SCODE>(MAPI_E_COLLISION);
    case STG_E_MEDIUMFULL: return static_cast<SCODE>(MAPI_E_NOT_ENOUGH_DISK);
    case STG_E_INVALIDHEADER:
    case STG_E_DOCFILECORRUPT: return static_cast<SCODE>(MAPI_E_CORRUPT_DATA);
    case STG_E_REVERTED: return static_cast<SCODE>(MAPI_E_OBJECT_DELETED);
    case STG_E_OLDFORMAT:
    case STG_E_OLDDLL: return static_cast<SCODE>(MAPI_E_VERSION);
    case STG_E_INVALIDFUNCTION:
    case STG_E_UNIMPLEMENTEDFUNCTION: return static_cast<SCODE>(MAPI_E_NO_SUPPORT);
    case E_NOINTERFACE: return static_cast<SCODE>(MAPI_E_INTERFACE_NOT_SUPPORTED);
    default: return static_cast<SCODE>(MAPI_E_CALL_FAILED);
  }
}

// @spec mapigetdefaultmalloc
LPMALLOC WINAPI MAPIGetDefaultMalloc() {
  LPMALLOC malloc = nullptr;
  return SUCCEEDED(CoGetMalloc(1, &malloc)) ? malloc : nullptr;
}

}
