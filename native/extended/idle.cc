// The idle engine: routines of a program that are called while nothing else is to be done. They run on the thread that called MAPIInitIdle
// first, by a timer of Windows, whose messages come when a thread has no others.
#include <windows.h>

#include <algorithm>
#include <climits>
#include <list>
#include <memory>

#include "common/home.h"
#include "common/sync.h"

namespace comail {

namespace {

using Routine = BOOL(WINAPI *)(void *);

constexpr USHORT kWait = 1, kInterval = 2, kPerBlock = 4, kDisabled = 0x20, kOnceOnly = 0x40;
constexpr USHORT kChangeRoutine = 1, kChangeParameter = 2, kChangePriority = 4, kChangeTime = 8, kChangeOptions = 0x10;

struct Idle {
  Routine routine;
  void *parameter;
  short priority;
  ULONG hundredths;
  USHORT options;
  ULONGLONG since;
  // When it was called last: of those with the same priority the one that has waited longest is next.
  ULONGLONG called = 0;
  bool running = false;
};

struct Engine {
  Mutex mutex;
  ULONG count = 0;
  std::shared_ptr<Home> home;
  std::list<Idle> routines;
  UINT_PTR timer = 0;
};

Engine &engine() {
  static auto *only = new Engine;
  return *only;
}

/** When the user did something last. */
ULONGLONG lastInput(ULONGLONG now) {
  LASTINPUTINFO last = {sizeof(LASTINPUTINFO), 0};
  // Its clock has 32 bits.
  return GetLastInputInfo(&last) ? now - static_cast<DWORD>(static_cast<DWORD>(now) - last.dwTime) : 0;
}

/** How long until a routine may be called; ULLONG_MAX for one that may not. */
ULONGLONG wait(const Idle &idle, ULONGLONG now, ULONGLONG input) {
  if (idle.options & kDisabled || idle.running) return ULLONG_MAX;
  if (idle.options & kPerBlock && idle.called > input) return ULLONG_MAX;
  const ULONGLONG time = ULONGLONG{idle.hundredths} * 10;
  const ULONGLONG from = idle.options & kWait ? std::max(input, idle.since) : std::max(idle.called, idle.since);
  const ULONGLONG due = idle.options & (kWait | kInterval) ? from + time : 0;
  return due > now ? due - now : 0;
}

Idle *tagged(void *tag) {
  for (Idle &one : engine().routines)
    if (&one == tag) return &one;
  return nullptr;
}

void CALLBACK tick(HWND, UINT, UINT_PTR, DWORD);

/** Sets the timer for the next routine; at home, under the lock. */
void schedule() {
  const ULONGLONG now = GetTickCount64(), input = lastInput(now);
  ULONGLONG next = ULLONG_MAX;
  for (const Idle &one : engine().routines) next = std::min(next, wait(one, now, input));
  if (engine().timer) KillTimer(nullptr, engine().timer);
  // Input may come and put it off; then it is seen when the time is up.
  engine().timer = next == ULLONG_MAX ? 0 : SetTimer(nullptr, 0, static_cast<UINT>(std::clamp<ULONGLONG>(next, USER_TIMER_MINIMUM, INT_MAX)), &tick);
}

/** The routine to be called now; null for none. */
Idle *ready(ULONGLONG now) {
  const ULONGLONG input = lastInput(now);
  Idle *best = nullptr;
  for (Idle &one : engine().routines)
    if (wait(one, now, input) == 0 && (!best || one.priority > best->priority || (one.priority == best->priority && one.called < best->called)))
      best = &one;
  return best;
}

/** One routine each time, so that what the program has to do meanwhile comes first. */
void CALLBACK tick(HWND, UINT, UINT_PTR, DWORD) {
  Routine routine = nullptr;
  void *parameter = nullptr;
  void *tag = nullptr;
  {
    Locked locked(engine().mutex);
    if (Idle *next = ready(GetTickCount64())) {
      next->running = true;
      routine = next->routine;
      parameter = next->parameter;
      tag = next;
    }
  }
  if (routine) routine(parameter);
  Locked locked(engine().mutex);
  // It may have taken itself out.
  if (Idle *done = tagged(tag)) {
    done->running = false;
    done->called = GetTickCount64();
    if (done->options & kOnceOnly) engine().routines.remove_if([done](const Idle &one) { return &one == done; });
  }
  schedule();
}

/** Looks anew at what is due, at home. */
void rescheduled(const std::shared_ptr<Home> &home) {
  if (home)
    home->post([] {
      Locked locked(engine().mutex);
      schedule();
    });
}

/** Changes something of a routine. */
template <typename Change>
void changed(void *tag, Change change) {
  std::shared_ptr<Home> home;
  {
    Locked locked(engine().mutex);
    Idle *found = tagged(tag);
    if (!found) return;
    change(*found);
    home = engine().home;
  }
  rescheduled(home);
}

}  // namespace

}  // namespace comail

using namespace comail;

extern "C" {

// @spec mapiinitidle
LONG WINAPI MAPIInitIdle(LPVOID reserved) {
  if (reserved) return 1;
  Locked locked(engine().mutex);
  if (engine().count++ > 0) return 0;
  auto home = std::make_shared<Home>();
  HMODULE self = nullptr;
  // The timer calls into the DLL.
  GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_PIN, reinterpret_cast<LPCWSTR>(&tick), &self);
  if (home->open()) {
    engine().home = std::move(home);
    return 0;
  }
  engine().count--;
  return 1;
}

// @spec mapideinitidle
void WINAPI MAPIDeinitIdle() {
  std::shared_ptr<Home> home;
  {
    Locked locked(engine().mutex);
    if (engine().count == 0 || --engine().count > 0) return;
    engine().routines.clear();
    home.swap(engine().home);
  }
  home->close();
}

// Priority 0 is that of the user, and nobody else's. @spec ftgregisteridleroutine
void *WINAPI FtgRegisterIdleRoutine(BOOL(WINAPI *routine)(void *), LPVOID parameter, short priority, ULONG hundredths, USHORT options) {
  std::shared_ptr<Home> home;
  void *tag = nullptr;
  try {
    Locked locked(engine().mutex);
    if (engine().count == 0 || !routine || priority == 0) return nullptr;
    engine().routines.push_back({routine, parameter, priority, hundredths, options, GetTickCount64()});
    tag = &engine().routines.back();
    home = engine().home;
  } catch (const std::bad_alloc &) {
    return nullptr;
  }
  rescheduled(home);
  return tag;
}

// @spec deregisteridleroutine
void WINAPI DeregisterIdleRoutine(void *tag) {
  Locked locked(engine().mutex);
  engine().routines.remove_if([tag](const Idle &one) { return &one == tag; });
}

// @spec enableidleroutine
void WINAPI EnableIdleRoutine(void *tag, BOOL enable) {
  changed(tag, [enable](Idle &one) { one.options = static_cast<USHORT>(enable ? one.options & ~kDisabled : one.options | kDisabled); });
}

// @spec changeidleroutine
void WINAPI ChangeIdleRoutine(void *tag, BOOL(WINAPI *routine)(void *), LPVOID parameter, short priority, ULONG hundredths, USHORT options,
                              USHORT what) {
  changed(tag, [=](Idle &one) {
    if (what & kChangeRoutine && routine) one.routine = routine;
    if (what & kChangeParameter) one.parameter = parameter;
    if (what & kChangePriority && priority != 0) one.priority = priority;
    if (what & kChangeTime) one.hundredths = hundredths;
    if (what & kChangeOptions) one.options = options;
  });
}

}
