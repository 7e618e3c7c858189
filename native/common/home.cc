#ifdef _WIN32
#include "common/home.h"

#include <atomic>

namespace comail {

namespace {

constexpr UINT kWork = WM_APP;
constexpr UINT kClose = WM_APP + 1;
constexpr wchar_t kClass[] = L"comail transport";

std::atomic<long> holders{0};

// Two threads that register the class and make their first windows at the same moment: under Wine one of them gets none.
Mutex &making() {
  static auto *only = new Mutex;
  return *only;
}

}  // namespace

void hold() { holders++; }
void letGo() { holders--; }
bool held() { return holders != 0; }

bool Home::open() {
  WNDCLASSW kind = {};
  kind.lpfnWndProc = &Home::message;
  kind.hInstance = library();
  kind.lpszClassName = kClass;
  close();
  HWND window = nullptr;
  {
    Locked turn(making());
    if (!RegisterClassW(&kind) && GetLastError() != ERROR_CLASS_ALREADY_EXISTS) return false;
    window = CreateWindowExW(0, kClass, nullptr, 0, 0, 0, 0, 0, HWND_MESSAGE, nullptr, library(), nullptr);
  }
  if (!window) return false;
  hold();
  // The window's own reference, taken back with its last message.
  SetWindowLongPtrW(window, GWLP_USERDATA, reinterpret_cast<LONG_PTR>(new std::shared_ptr<Home>(shared_from_this())));
  Locked locked(mutex_);
  window_ = window;
  woken_ = false;
  wake();
  return true;
}

void Home::close() {
  HWND window = nullptr;
  {
    Locked locked(mutex_);
    std::swap(window, window_);
    woken_ = false;
  }
  // Only its own thread can take a window away; of a thread that has ended it is gone already.
  if (window && GetWindowThreadProcessId(window, nullptr) == GetCurrentThreadId()) DestroyWindow(window);
  else if (window) PostMessageW(window, kClose, 0, 0);
}

void Home::forgetClass() { UnregisterClassW(kClass, library()); }

void Home::post(std::function<void()> work) {
  {
    Locked locked(mutex_);
    if (!ended_) {
      work_.push_back(std::move(work));
      wake();
      return;
    }
  }
  work();
}

void Home::end() {
  close();
  std::deque<std::function<void()>> left;
  {
    Locked locked(mutex_);
    ended_ = true;
    left.swap(work_);
  }
  for (const auto &work : left) work();
}

bool Home::ended() {
  Locked locked(mutex_);
  return ended_;
}

bool Home::standing() {
  Locked locked(mutex_);
  return window_ != nullptr;
}

void Home::now() {
  MSG message;
  for (;;) {
    HWND window = nullptr;
    {
      Locked locked(mutex_);
      window = window_;
    }
    if (!window || !PeekMessageW(&message, window, kWork, kWork, PM_REMOVE)) return;
    DispatchMessageW(&message);
  }
}

/**
 * One message at a time is under way: the queue of a thread that does not look at its messages has an end. None while something runs:
 * a callback that shows a dialog pumps messages, and must not see the next one inside itself.
 */
void Home::wake() {
  if (!window_ || woken_ || busy_ || work_.empty()) return;
  woken_ = PostMessageW(window_, kWork, 0, 0) != 0;
}

void Home::one(HWND window) {
  std::function<void()> next;
  {
    Locked locked(mutex_);
    // A message for a window that was left meanwhile.
    if (window != window_) return;
    woken_ = false;
    if (work_.empty()) return;
    next = std::move(work_.front());
    work_.pop_front();
    busy_ = true;
  }
  next();
  Locked locked(mutex_);
  busy_ = false;
  wake();
}

LRESULT CALLBACK Home::message(HWND window, UINT kind, WPARAM word, LPARAM data) {
  auto *mine = reinterpret_cast<std::shared_ptr<Home> *>(GetWindowLongPtrW(window, GWLP_USERDATA));
  if (mine && kind == kWork) {
    const std::shared_ptr<Home> home = *mine;
    home->one(window);
    return 0;
  }
  if (mine && kind == kClose) {
    DestroyWindow(window);
    return 0;
  }
  if (mine && kind == WM_NCDESTROY) {
    SetWindowLongPtrW(window, GWLP_USERDATA, 0);
    delete mine;
    letGo();
  }
  return DefWindowProcW(window, kind, word, data);
}

}  // namespace comail
#endif
