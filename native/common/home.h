// The home of an object: the thread whose messages bring its callbacks. A window that nobody sees stands there, as Microsoft's
// did; what is to run there waits in a queue, so that it outlives the window between ResetWindow and SetWindow.
#pragma once

#include <windows.h>

#include <deque>
#include <functional>
#include <memory>

#include "common/sync.h"

namespace comail {

class Home : public std::enable_shared_from_this<Home> {
 public:
  /** Makes the window on the calling thread; one that was there goes. */
  bool open();
  /** Takes the window away; what waits stays. */
  void close();
  /** Runs something at home, one thing for each message, in this order; from any thread. */
  void post(std::function<void()> work);
  /** Its objects have ended: what waits, and what still comes, runs at once. It finds nothing of the program any more, and answers so. */
  void end();
  bool ended();
  /** Whether there is a window. */
  bool standing();
  /** Runs what waits without waiting for its messages; only at home. */
  void now();

  /** Takes back the class of the windows, whose code goes with the DLL. */
  static void forgetClass();

 private:
  static LRESULT CALLBACK message(HWND window, UINT kind, WPARAM word, LPARAM data);
  void one(HWND window);
  void wake();

  Mutex mutex_;
  HWND window_ = nullptr;
  bool woken_ = false;
  bool busy_ = false;
  bool ended_ = false;
  std::deque<std::function<void()>> work_;
};

/** How many windows and objects stand in the way of unloading the DLL. */
void hold();
void letGo();
bool held();

/** The DLL. */
HINSTANCE library();

}  // namespace comail
