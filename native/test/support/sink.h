// An advise sink that prints what it is told.
#pragma once

#include <windows.h>

#include <mapix.h>

#include <atomic>

class PrintingSink final : public IMAPIAdviseSink {
 public:
  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void **object) override;
  ULONG STDMETHODCALLTYPE AddRef() override { return ++count_; }
  ULONG STDMETHODCALLTYPE Release() override { return --count_; }
  ULONG STDMETHODCALLTYPE OnNotify(ULONG count, LPNOTIFICATION events) override;

  /** How many references there are beside its owner's. */
  ULONG references() const { return count_ - 1; }
  /** Looks at messages until so many events have come. @param pump whether it looks, or only waits */
  void wait(ULONG events, bool pump);

 private:
  std::atomic<ULONG> count_{1};
  std::atomic<ULONG> heard_{0};
  const DWORD thread_ = GetCurrentThreadId();
};
