#ifdef _WIN32
#include "common/codepage.h"

#include <windows.h>

#include <algorithm>
#include <cstring>

namespace comail {

bool wideOf(const char *text, unsigned page, std::u16string &into) {
  into.clear();
  if (!text) return false;
  const int length = static_cast<int>(std::strlen(text));
  if (length == 0) return true;
  const int units = MultiByteToWideChar(page, 0, text, length, nullptr, 0);
  into.resize(static_cast<size_t>(std::max(units, 0)));
  MultiByteToWideChar(page, 0, text, length, reinterpret_cast<wchar_t *>(into.data()), units);
  return true;
}

std::string ansiOf(const std::u16string &text, unsigned page) {
  const int units = static_cast<int>(text.size());
  if (units == 0) return {};
  const int length = WideCharToMultiByte(page, 0, asWide(text), units, nullptr, 0, nullptr, nullptr);
  std::string bytes(static_cast<size_t>(std::max(length, 0)), '\0');
  WideCharToMultiByte(page, 0, asWide(text), units, bytes.data(), length, nullptr, nullptr);
  return bytes;
}

bool wideOf(const wchar_t *text, std::u16string &into) {
  into.clear();
  if (!text) return false;
  into.assign(reinterpret_cast<const char16_t *>(text), std::char_traits<wchar_t>::length(text));
  return true;
}

std::u16string pathForService(const std::u16string &path) {
  std::wstring whole(32768, L'\0');
  whole.resize(GetFullPathNameW(asWide(path), static_cast<DWORD>(whole.size()), whole.data(), nullptr));
  if (whole.empty()) return path;
  // Wine's own way out; nothing else has that name.
  using UnixName = char *(*)(LPCWSTR);
  const HMODULE kernel = GetModuleHandleW(L"kernel32.dll");
  const auto unixName = reinterpret_cast<UnixName>(reinterpret_cast<void *>(GetProcAddress(kernel, "wine_get_unix_file_name")));
  std::u16string result(reinterpret_cast<const char16_t *>(whole.c_str()), whole.size());
  if (char *name = unixName ? unixName(whole.c_str()) : nullptr) {
    wideOf(name, CP_UTF8, result);
    HeapFree(GetProcessHeap(), 0, name);
  }
  return result;
}

std::u16string pathFromService(const std::u16string &path) {
  if (path.empty() || path[0] != u'/') return path;
  std::u16string mapped = u"Z:" + path;
  std::replace(mapped.begin(), mapped.end(), u'/', u'\\');
  return mapped;
}

}  // namespace comail
#endif
