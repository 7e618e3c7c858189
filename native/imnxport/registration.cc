#include "imnxport/registration.h"

#include <algorithm>
#include <string>

#include "generated/imnxport.h"
#include "common/home.h"

namespace comail {

namespace {

constexpr wchar_t kName[] = L"comail ISMTPTransport";

std::wstring classKey() {
  wchar_t clsid[40] = {};
  StringFromGUID2(CLSID_ISMTPTransport, clsid, 40);
  return std::wstring(L"Software\\Classes\\CLSID\\") + clsid;
}

std::wstring ownPath() {
  std::wstring path(32768, L'\0');
  path.resize(GetModuleFileNameW(library(), path.data(), static_cast<DWORD>(path.size())));
  return path;
}

LSTATUS set(HKEY root, const std::wstring &key, const wchar_t *name, const std::wstring &value) {
  const auto bytes = static_cast<DWORD>((value.size() + 1) * sizeof(wchar_t));
  HKEY opened = nullptr;
  LSTATUS status = RegCreateKeyExW(root, key.c_str(), 0, nullptr, 0, KEY_SET_VALUE, nullptr, &opened, nullptr);
  if (status != ERROR_SUCCESS) return status;
  status = RegSetValueExW(opened, name, 0, REG_SZ, reinterpret_cast<const BYTE *>(value.c_str()), bytes);
  RegCloseKey(opened);
  return status;
}

std::wstring value(HKEY root, const std::wstring &key) {
  std::wstring text(32768, L'\0');
  auto bytes = static_cast<DWORD>(text.size() * sizeof(wchar_t));
  HKEY opened = nullptr;
  if (RegOpenKeyExW(root, key.c_str(), 0, KEY_QUERY_VALUE, &opened) != ERROR_SUCCESS) return {};
  const LSTATUS status = RegQueryValueExW(opened, nullptr, nullptr, nullptr, reinterpret_cast<BYTE *>(text.data()), &bytes);
  RegCloseKey(opened);
  return status == ERROR_SUCCESS ? std::wstring(text.c_str()) : std::wstring();
}

}  // namespace

// A process of one bitness writes its own view: regsvr32 is run in both.
HRESULT registerServer(HKEY root) {
  const std::wstring key = classKey();
  const std::wstring server = key + L"\\InprocServer32";
  LSTATUS status = set(root, key, nullptr, kName);
  if (status == ERROR_SUCCESS) status = set(root, server, nullptr, ownPath());
  // There is no proxy for these interfaces: a program in any apartment gets the object itself.
  if (status == ERROR_SUCCESS) status = set(root, server, L"ThreadingModel", L"Both");
  return HRESULT_FROM_WIN32(static_cast<DWORD>(status));
}

HRESULT unregisterServer(HKEY root) {
  const std::wstring key = classKey();
  const std::wstring registered = value(root, key + L"\\InprocServer32");
  if (registered.empty() || lstrcmpiW(registered.c_str(), ownPath().c_str()) != 0) return S_OK;
  const LSTATUS status = RegDeleteTreeW(root, key.c_str());
  return status == ERROR_FILE_NOT_FOUND ? S_OK : HRESULT_FROM_WIN32(static_cast<DWORD>(status));
}

}  // namespace comail
