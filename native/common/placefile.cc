// The parts of place.h that ask the system.
#include <array>
#include <cstdio>
#include <cstdlib>

#include "common/place.h"

#ifdef _WIN32
#include <windows.h>
#endif

namespace comail {

namespace {

// Four lines; whatever is longer is none of ours.
constexpr size_t kFileBytes = 4096;

#ifdef _WIN32

PathText variable(const wchar_t *name) {
  std::wstring value(32768, L'\0');
  value.resize(GetEnvironmentVariableW(name, value.data(), static_cast<DWORD>(value.size())));
  return value;
}

PathText registered(HKEY root, const wchar_t *name) {
  HKEY key = nullptr;
  // One place for programs of both bitnesses.
  if (RegOpenKeyExW(root, L"Software\\comail", 0, KEY_QUERY_VALUE | KEY_WOW64_64KEY, &key) != ERROR_SUCCESS) return {};
  std::array<wchar_t, 2048> text = {};
  DWORD bytes = static_cast<DWORD>((text.size() - 1) * sizeof(wchar_t)), type = 0;
  const LSTATUS status = RegQueryValueExW(key, name, nullptr, &type, reinterpret_cast<BYTE *>(text.data()), &bytes);
  RegCloseKey(key);
  return status == ERROR_SUCCESS && type == REG_SZ ? text.data() : PathText();
}

PathText wide(const char *ascii) { return PathText(ascii, ascii + std::char_traits<char>::length(ascii)); }

std::FILE *opened(const PathText &path) { return _wfopen(path.c_str(), L"rb"); }

#else

PathText variable(const char *name) {
  const char *value = std::getenv(name);
  return value ? value : "";
}

std::FILE *opened(const PathText &path) { return std::fopen(path.c_str(), "rb"); }

#endif

}  // namespace

bool readPlace(const PathText &path, Place &place) {
  std::FILE *file = opened(path);
  if (!file) return false;
  std::array<char, kFileBytes> bytes;
  const size_t count = std::fread(bytes.data(), 1, bytes.size(), file);
  std::fclose(file);
  return parsePlace(std::string(bytes.data(), count), place);
}

#ifdef _WIN32

PathText configured(const char *name, const char *value) {
  PathText found = variable(wide(name).c_str());
  for (const HKEY root : {HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE})
    if (found.empty()) found = registered(root, wide(value).c_str());
  return found;
}

PathText placePath() {
  const PathText given = configured("COMAIL_BRIDGE", "Bridge");
  if (!given.empty()) return given;
  const PathText home = variable(L"COMAIL_HOME");
  if (!home.empty()) return home + L"\\bridge";
  const PathText data = variable(L"APPDATA");
  return data.empty() ? data : data + L"\\comail\\bridge";
}

#else

PathText configured(const char *name, const char *) { return variable(name); }

PathText placePath() {
  const PathText given = variable("COMAIL_BRIDGE");
  if (!given.empty()) return given;
  const PathText home = variable("COMAIL_HOME");
  if (!home.empty()) return home + "/bridge";
  const PathText config = variable("XDG_CONFIG_HOME");
  if (!config.empty()) return config + "/comail/bridge";
  const PathText user = variable("HOME");
  return user.empty() ? user : user + "/.config/comail/bridge";
}

#endif

}  // namespace comail
