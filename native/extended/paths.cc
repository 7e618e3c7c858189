// Exports for paths: between drives and shares of the network, and where the DLL of MAPI is.
#include <windows.h>

#include <mapicode.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "common/home.h"

namespace {

using GetConnection = DWORD(WINAPI *)(LPCSTR, LPSTR, DWORD *);

constexpr SCODE kInvalid = static_cast<SCODE>(MAPI_E_INVALID_PARAMETER), kTooBig = static_cast<SCODE>(MAPI_E_TOO_BIG);
constexpr size_t kShare = 1024;

bool isShare(const char *path) { return path[0] == '\\' && path[1] == '\\'; }
bool isDrive(const char *path) { return path[0] != '\0' && path[1] == ':'; }

/** The share that a drive stands for; empty for a drive of the machine. */
std::string shareOf(char drive) {
  const HMODULE network = LoadLibraryA("mpr.dll");
  if (!network) return {};
  const auto connection = reinterpret_cast<GetConnection>(reinterpret_cast<void *>(GetProcAddress(network, "WNetGetConnectionA")));
  const char name[] = {drive, ':', '\0'};
  char share[kShare] = "";
  DWORD room = sizeof share;
  const bool there = connection && connection(name, share, &room) == NO_ERROR;
  FreeLibrary(network);
  return there ? share : "";
}

SCODE put(const std::string &path, LPSTR into, UINT room, SCODE code) {
  if (path.size() >= room) return kTooBig;
  std::memcpy(into, path.c_str(), path.size() + 1);
  return code;
}

}  // namespace

extern "C" {

// @spec scuncfromlocalpath
SCODE WINAPI ScUNCFromLocalPath(LPSTR local, LPSTR share, UINT room) {
  if (!local || !share) return kInvalid;
  if (isShare(local)) return put(local, share, room, S_FALSE);
  const std::string connected = isDrive(local) ? shareOf(local[0]) : "";
  return connected.empty() ? kInvalid : put(connected + (local + 2), share, room, S_OK);
}

// @spec sclocalpathfromunc
SCODE WINAPI ScLocalPathFromUNC(LPSTR share, LPSTR local, UINT room) {
  if (!share || !local) return kInvalid;
  if (isDrive(share)) return put(share, local, room, S_FALSE);
  for (char drive = 'A'; drive <= 'Z'; drive++) {
    const std::string connected = shareOf(drive);
    const char after = share[std::min(connected.size(), std::strlen(share))];
    if (connected.empty() || _strnicmp(connected.c_str(), share, connected.size()) != 0 || (after != '\\' && after != '\0')) continue;
    return put(std::string{drive, ':'} + (share + connected.size()), local, room, S_OK);
  }
  return static_cast<SCODE>(MAPI_E_NOT_FOUND);
}

// The DLL that has all of MAPI is this one, whatever component is asked for. @spec fgetcomponentpath
BOOL WINAPI FGetComponentPath(LPCSTR component, LPSTR, LPSTR path, DWORD room, BOOL) {
  if (!component || !path || room == 0) return FALSE;
  const DWORD length = GetModuleFileNameA(comail::library(), path, room);
  return length > 0 && length < room;
}

}
