#include "extended/filestream.h"

#include <mapidefs.h>
#include <mapix.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <new>
#include <vector>

namespace comail {

namespace {

constexpr DWORD kShared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
constexpr ULONG kPiece = 64 * 1024;

HRESULT lastError() {
  switch (GetLastError()) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_NAME:
    case ERROR_BAD_PATHNAME: return static_cast<HRESULT>(MAPI_E_NOT_FOUND);
    case ERROR_DISK_FULL: return STG_E_MEDIUMFULL;
    default: return static_cast<HRESULT>(MAPI_E_NO_ACCESS);
  }
}

class FileStream final : public IStream {
 public:
  FileStream(HANDLE file, DWORD mode) : file_(file), mode_(mode) {}
  ~FileStream() { CloseHandle(file_); }
  FileStream(const FileStream &) = delete;
  FileStream &operator=(const FileStream &) = delete;

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void **object) override {
    if (!object) return E_POINTER;
    *object = nullptr;
    if (iid != IID_IUnknown && iid != IID_ISequentialStream && iid != IID_IStream) return E_NOINTERFACE;
    *object = static_cast<IStream *>(this);
    AddRef();
    return S_OK;
  }
  ULONG STDMETHODCALLTYPE AddRef() override { return ++count_; }
  ULONG STDMETHODCALLTYPE Release() override {
    const ULONG left = --count_;
    if (left == 0) delete this;
    return left;
  }

  HRESULT STDMETHODCALLTYPE Read(void *into, ULONG count, ULONG *got) override {
    DWORD read = 0;
    if (!into) return STG_E_INVALIDPOINTER;
    if (!ReadFile(file_, into, count, &read, nullptr)) return STG_E_READFAULT;
    if (got) *got = read;
    return read == count ? S_OK : S_FALSE;
  }

  HRESULT STDMETHODCALLTYPE Write(const void *from, ULONG count, ULONG *written) override {
    DWORD done = 0;
    if (!from) return STG_E_INVALIDPOINTER;
    if (mode_ == STGM_READ) return STG_E_ACCESSDENIED;
    const bool good = WriteFile(file_, from, count, &done, nullptr) != 0;
    if (written) *written = done;
    return good ? S_OK : GetLastError() == ERROR_DISK_FULL ? STG_E_MEDIUMFULL : STG_E_WRITEFAULT;
  }

  HRESULT STDMETHODCALLTYPE Seek(LARGE_INTEGER move, DWORD origin, ULARGE_INTEGER *place) override {
    LARGE_INTEGER now = {};
    // STREAM_SEEK_SET, _CUR and _END have the numbers of FILE_BEGIN, FILE_CURRENT and FILE_END.
    if (origin > STREAM_SEEK_END || !SetFilePointerEx(file_, move, &now, origin)) return STG_E_INVALIDFUNCTION;
    if (place) place->QuadPart = static_cast<ULONGLONG>(now.QuadPart);
    return S_OK;
  }

  HRESULT STDMETHODCALLTYPE SetSize(ULARGE_INTEGER size) override {
    if (mode_ == STGM_READ) return STG_E_ACCESSDENIED;
    LARGE_INTEGER before = {}, end, none = {};
    end.QuadPart = static_cast<LONGLONG>(size.QuadPart);
    if (!SetFilePointerEx(file_, none, &before, FILE_CURRENT) || !SetFilePointerEx(file_, end, nullptr, FILE_BEGIN)) return STG_E_INVALIDFUNCTION;
    const bool good = SetEndOfFile(file_) != 0;
    SetFilePointerEx(file_, before, nullptr, FILE_BEGIN);
    return good ? S_OK : STG_E_MEDIUMFULL;
  }

  HRESULT STDMETHODCALLTYPE CopyTo(IStream *to, ULARGE_INTEGER count, ULARGE_INTEGER *read, ULARGE_INTEGER *written) override {
    if (!to) return STG_E_INVALIDPOINTER;
    ULARGE_INTEGER in = {}, out = {};
    HRESULT hr = S_OK;
    try {
      std::vector<uint8_t> piece(kPiece);
      while (hr == S_OK && in.QuadPart < count.QuadPart) {
        ULONG got = 0, put = 0;
        hr = Read(piece.data(), static_cast<ULONG>(std::min<ULONGLONG>(kPiece, count.QuadPart - in.QuadPart)), &got);
        in.QuadPart += got;
        if (SUCCEEDED(hr) && got > 0) {
          const HRESULT wrote = to->Write(piece.data(), got, &put);
          out.QuadPart += put;
          if (FAILED(wrote)) hr = wrote;
        }
      }
    } catch (const std::bad_alloc &) {
      hr = E_OUTOFMEMORY;
    }
    if (read) *read = in;
    if (written) *written = out;
    return FAILED(hr) ? hr : S_OK;
  }

  HRESULT STDMETHODCALLTYPE Commit(DWORD) override { return FlushFileBuffers(file_) || mode_ == STGM_READ ? S_OK : STG_E_WRITEFAULT; }
  // Not transacted: what was written is written.
  HRESULT STDMETHODCALLTYPE Revert() override { return S_OK; }
  HRESULT STDMETHODCALLTYPE LockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) override { return STG_E_INVALIDFUNCTION; }
  HRESULT STDMETHODCALLTYPE UnlockRegion(ULARGE_INTEGER, ULARGE_INTEGER, DWORD) override { return STG_E_INVALIDFUNCTION; }

  HRESULT STDMETHODCALLTYPE Stat(STATSTG *about, DWORD) override {
    BY_HANDLE_FILE_INFORMATION facts;
    if (!about) return STG_E_INVALIDPOINTER;
    if (!GetFileInformationByHandle(file_, &facts)) return STG_E_READFAULT;
    *about = {};
    about->type = STGTY_STREAM;
    about->cbSize.HighPart = facts.nFileSizeHigh;
    about->cbSize.LowPart = facts.nFileSizeLow;
    about->mtime = facts.ftLastWriteTime;
    about->ctime = facts.ftCreationTime;
    about->atime = facts.ftLastAccessTime;
    about->grfMode = mode_;
    return S_OK;
  }

  HRESULT STDMETHODCALLTYPE Clone(IStream **clone) override {
    if (!clone) return STG_E_INVALIDPOINTER;
    *clone = nullptr;
    // A place of its own in the same file: that is another opening of it.
    const HANDLE again = ReOpenFile(file_, mode_ == STGM_READ ? GENERIC_READ : GENERIC_READ | GENERIC_WRITE, kShared, 0);
    if (again == INVALID_HANDLE_VALUE) return STG_E_INSUFFICIENTMEMORY;
    LARGE_INTEGER none = {}, place = {};
    SetFilePointerEx(file_, none, &place, FILE_CURRENT);
    SetFilePointerEx(again, place, nullptr, FILE_BEGIN);
    *clone = new (std::nothrow) FileStream(again, mode_);
    if (*clone) return S_OK;
    CloseHandle(again);
    return E_OUTOFMEMORY;
  }

 private:
  const HANDLE file_;
  const DWORD mode_;
  std::atomic<ULONG> count_{1};
};

}  // namespace

HRESULT openFile(const FileWish &wish, IStream **stream) {
  const DWORD access = wish.write ? GENERIC_READ | GENERIC_WRITE : GENERIC_READ;
  const DWORD extra = wish.deleteOnRelease ? static_cast<DWORD>(FILE_FLAG_DELETE_ON_CLOSE) : FILE_ATTRIBUTE_NORMAL;
  const DWORD rights = wish.deleteOnRelease ? access | DELETE : access;
  const HANDLE file = CreateFileW(wish.path, rights, kShared, nullptr, wish.create ? CREATE_ALWAYS : OPEN_EXISTING, extra, nullptr);
  if (file == INVALID_HANDLE_VALUE) return lastError();
  *stream = new (std::nothrow) FileStream(file, wish.write ? STGM_READWRITE : STGM_READ);
  if (*stream) return S_OK;
  CloseHandle(file);
  return static_cast<HRESULT>(MAPI_E_NOT_ENOUGH_MEMORY);
}

namespace {

constexpr ULONG kUniqueFileName = 0x80000000;

HRESULT openOnFile(ULONG flags, const wchar_t *name, const wchar_t *prefix, IStream **stream) {
  if (!stream) return static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);
  *stream = nullptr;
  const bool unique = !name || flags & kUniqueFileName, create = flags & STGM_CREATE, write = (flags & 3) != STGM_READ;
  const bool remove = flags & STGM_DELETEONRELEASE;
  // What the page asks of those flags.
  if ((create && !write) || (!name && !(create && remove))) return static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);
  if (!unique) return openFile({name, write, create, remove}, stream);
  wchar_t folder[MAX_PATH + 1] = L".", path[MAX_PATH + 1] = L"";
  if (!name && GetTempPathW(MAX_PATH + 1, folder) == 0) return static_cast<HRESULT>(MAPI_E_NOT_FOUND);
  if (GetTempFileNameW(name ? name : folder, prefix ? prefix : L"SOF", 0, path) == 0) return lastError();
  const HRESULT hr = openFile({path, true, true, remove}, stream);
  if (FAILED(hr)) DeleteFileW(path);
  return hr;
}

}  // namespace

}  // namespace comail

extern "C" {

HRESULT WINAPI OpenStreamOnFileW(LPALLOCATEBUFFER, LPFREEBUFFER, ULONG flags, LPCWSTR name, LPCWSTR prefix, LPSTREAM *stream) {
  return comail::openOnFile(flags, name, prefix, stream);
}

HRESULT WINAPI OpenStreamOnFile(LPALLOCATEBUFFER, LPFREEBUFFER, ULONG flags, LPCSTR name, LPCSTR prefix, LPSTREAM *stream) {
  wchar_t wide[MAX_PATH + 1], start[8] = L"";
  if (name && !MultiByteToWideChar(CP_ACP, 0, name, -1, wide, MAX_PATH + 1)) return static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);
  if (prefix && !MultiByteToWideChar(CP_ACP, 0, prefix, -1, start, 8)) return static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);
  return comail::openOnFile(flags, name ? wide : nullptr, prefix ? start : nullptr, stream);
}

}
