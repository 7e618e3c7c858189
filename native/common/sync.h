// A lock and a signal. Windows' own are used there: those of the C++ library take several calls of the kernel for what these do in one.
#pragma once

#ifdef _WIN32
#include <windows.h>
#else
#include <chrono>
#include <condition_variable>
#include <mutex>
#endif
#include <cstdint>

namespace comail {

#ifdef _WIN32

class Mutex {
 public:
  Mutex() = default;
  Mutex(const Mutex &) = delete;
  Mutex &operator=(const Mutex &) = delete;
  void lock() { AcquireSRWLockExclusive(&lock_); }
  void unlock() { ReleaseSRWLockExclusive(&lock_); }

 private:
  friend class Signal;
  SRWLOCK lock_ = SRWLOCK_INIT;
};

class Signal {
 public:
  Signal() = default;
  Signal(const Signal &) = delete;
  Signal &operator=(const Signal &) = delete;
  /** Waits with the lock given back meanwhile; it may return without reason. */
  void wait(Mutex &held) { SleepConditionVariableSRW(&condition_, &held.lock_, INFINITE, 0); }
  void wait(Mutex &held, uint32_t milliseconds) { SleepConditionVariableSRW(&condition_, &held.lock_, milliseconds, 0); }
  void all() { WakeAllConditionVariable(&condition_); }

 private:
  CONDITION_VARIABLE condition_ = CONDITION_VARIABLE_INIT;
};

#else

using Mutex = std::mutex;

class Signal {
 public:
  void wait(Mutex &held) { condition_.wait(held); }
  void wait(Mutex &held, uint32_t milliseconds) { condition_.wait_for(held, std::chrono::milliseconds(milliseconds)); }
  void all() { condition_.notify_all(); }

 private:
  std::condition_variable_any condition_;
};

#endif

/** Holds a lock until the end of the block. */
class Locked {
 public:
  explicit Locked(Mutex &mutex) : mutex_(mutex) { mutex_.lock(); }
  ~Locked() { mutex_.unlock(); }
  Locked(const Locked &) = delete;
  Locked &operator=(const Locked &) = delete;

 private:
  Mutex &mutex_;
};

}  // namespace comail
