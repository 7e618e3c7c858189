#include "extended/notifications.h"

#include "common/thread.h"

namespace comail {

namespace {

struct State {
  Mutex mutex;
  std::shared_ptr<Home> home = std::make_shared<Home>();
  DWORD thread = 0;
};

State &state() {
  static auto *only = new State;
  return *only;
}

/** Looks at its messages until the window is gone; the message that takes it away is the last one. */
void attend(const std::shared_ptr<Home> &home) {
  if (!home->open()) return;
  MSG message;
  do {
    if (GetMessageW(&message, nullptr, 0, 0) <= 0) return;
    DispatchMessageW(&message);
  } while (home->standing());
}

}  // namespace

std::shared_ptr<Home> notificationHome() {
  Locked locked(state().mutex);
  return state().home;
}

void beginNotifications(bool ownThread) {
  HMODULE self = nullptr;
  // Programs hold pointers into the DLL, and windows have their code here: it does not go any more.
  GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_PIN, reinterpret_cast<LPCWSTR>(&attend), &self);
  const auto home = notificationHome();
  {
    Locked locked(state().mutex);
    state().thread = ownThread ? 0 : GetCurrentThreadId();
  }
  if (ownThread) startThread([home] { attend(home); });
  else home->open();
}

void endNotifications() {
  std::shared_ptr<Home> home = std::make_shared<Home>();
  {
    Locked locked(state().mutex);
    home.swap(state().home);
  }
  home->end();
}

void dispatchNotifications() {
  {
    Locked locked(state().mutex);
    if (state().thread != GetCurrentThreadId()) return;
  }
  notificationHome()->now();
}

}  // namespace comail
