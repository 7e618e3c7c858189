#include "common/service.h"

#include <cstdlib>

#include "common/place.h"

#ifdef _WIN32
#include <windows.h>
#endif

namespace comail {

namespace {

struct Shared {
  Mutex mutex;
  std::shared_ptr<Channel> channel;
};

// Never destroyed: at the end of the process other threads of the program may still be in here.
Shared &shared() {
  static auto *only = new Shared;
  return *only;
}

std::shared_ptr<Channel> connected() {
  Place place;
  const PathText path = placePath();
  if (path.empty() || !readPlace(path, place)) return nullptr;
  auto channel = Channel::open(place.port, place.secret);
  // Once more: on a busy machine the greeting may have taken longer than the service bears.
  return channel ? channel : Channel::open(place.port, place.secret);
}

#ifdef _WIN32

constexpr DWORD kStartMilliseconds = 30'000;
constexpr DWORD kLookMilliseconds = 25;

bool launched(std::wstring command) {
  STARTUPINFOW start = {};
  start.cb = sizeof start;
  PROCESS_INFORMATION process = {};
  const DWORD how = CREATE_NO_WINDOW | CREATE_NEW_PROCESS_GROUP;
  if (!CreateProcessW(nullptr, command.data(), nullptr, nullptr, FALSE, how, nullptr, nullptr, &start, &process)) return false;
  CloseHandle(process.hThread);
  CloseHandle(process.hProcess);
  return true;
}

/** Several programs may find the service down in the same moment: one of them starts it, all wait. */
std::shared_ptr<Channel> startedAnew() {
  const PathText command = configured("COMAIL_COMMAND", "Command");
  if (command.empty()) return nullptr;
  const HANDLE turn = CreateMutexW(nullptr, FALSE, L"Local\\comail-start");
  if (!turn) return nullptr;
  const DWORD got = WaitForSingleObject(turn, kStartMilliseconds);
  const bool mine = got == WAIT_OBJECT_0 || got == WAIT_ABANDONED;
  std::shared_ptr<Channel> channel = mine ? connected() : nullptr;
  if (mine && !channel && launched(command)) {
    const ULONGLONG end = GetTickCount64() + kStartMilliseconds;
    while (!(channel = connected()) && GetTickCount64() < end) Sleep(kLookMilliseconds);
  }
  if (mine) ReleaseMutex(turn);
  CloseHandle(turn);
  return channel;
}

#else

std::shared_ptr<Channel> startedAnew() { return nullptr; }

#endif

}  // namespace

std::shared_ptr<Channel> service(bool mayStart) {
  Shared &all = shared();
  Locked locked(all.mutex);
  if (all.channel && all.channel->alive()) return all.channel;
  all.channel = connected();
  if (!all.channel && mayStart) all.channel = startedAnew();
  return all.channel;
}

void leaveService() {
  Shared &all = shared();
  Locked locked(all.mutex);
  if (all.channel) all.channel->close();
  all.channel = nullptr;
}

}  // namespace comail
