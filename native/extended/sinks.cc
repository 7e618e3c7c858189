// Exports for advise sinks: one made of a function, one that is told on the thread where it was made.
#include <windows.h>

#include <mapidefs.h>
#include <mapix.h>

#include <atomic>
#include <memory>
#include <new>

#include "common/home.h"
#include "extended/given.h"
#include "extended/notifications.h"
#include "extended/taken.h"

namespace {

using Function = LONG(WINAPI *)(void *context, ULONG count, LPNOTIFICATION events);

class Sink : public IMAPIAdviseSink {
 public:
  virtual ~Sink() = default;
  Sink() = default;
  Sink(const Sink &) = delete;
  Sink &operator=(const Sink &) = delete;

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void **object) override {
    // IID_IMAPIAdviseSink; the header of MAPI's identifiers defines them all, once.
    static constexpr GUID kAdviseSink = {0x00020302, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}};
    if (!object) return E_POINTER;
    *object = nullptr;
    if (iid != IID_IUnknown && iid != kAdviseSink) return E_NOINTERFACE;
    *object = static_cast<IMAPIAdviseSink *>(this);
    AddRef();
    return S_OK;
  }
  ULONG STDMETHODCALLTYPE AddRef() override { return ++count_; }
  ULONG STDMETHODCALLTYPE Release() override {
    const ULONG left = --count_;
    if (left == 0) delete this;
    return left;
  }

 private:
  std::atomic<ULONG> count_{1};
};

class FunctionSink final : public Sink {
 public:
  FunctionSink(Function function, void *context) : function_(function), context_(context) {}
  ULONG STDMETHODCALLTYPE OnNotify(ULONG count, LPNOTIFICATION events) override {
    return static_cast<ULONG>(function_(context_, count, events));
  }

 private:
  const Function function_;
  void *const context_;
};

/** Brings what it is told to its home; it comes as a copy, because whoever tells does not wait. */
class ThreadSink final : public Sink {
 public:
  explicit ThreadSink(IMAPIAdviseSink *inner) : inner_(inner) { inner_->AddRef(); }
  ~ThreadSink() override {
    home_->end();
    inner_->Release();
  }

  bool open() { return home_->open(); }

  ULONG STDMETHODCALLTYPE OnNotify(ULONG count, LPNOTIFICATION events) override {
    comail::Writer copy;
    try {
      copy.u32(count);
      for (ULONG i = 0; i < count; i++) comail::putNotification(copy, events[i]);
      AddRef();
      home_->post([this, bytes = copy.written()] {
        tell(bytes);
        Release();
      });
    } catch (const comail::Failed &failed) {
      return static_cast<ULONG>(failed.hr);
    } catch (const std::bad_alloc &) {
      return static_cast<ULONG>(MAPI_E_NOT_ENOUGH_MEMORY);
    }
    return 0;
  }

 private:
  void tell(const comail::Bytes &bytes) {
    comail::Reader in(bytes.data(), bytes.size());
    comail::Block block;
    ULONG count = 0;
    NOTIFICATION *events = comail::takeNotifications(in, block, count);
    if (events && in.finished()) inner_->OnNotify(count, events);
  }

  IMAPIAdviseSink *const inner_;
  const std::shared_ptr<comail::Home> home_ = std::make_shared<comail::Home>();
};

}  // namespace

extern "C" {

// @spec hrallocadvisesink
HRESULT WINAPI HrAllocAdviseSink(Function function, LPVOID context, LPMAPIADVISESINK *sink) {
  if (!function || !sink) return static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);
  *sink = new (std::nothrow) FunctionSink(function, context);
  return *sink ? S_OK : static_cast<HRESULT>(MAPI_E_NOT_ENOUGH_MEMORY);
}

// @spec hrthisthreadadvisesink
HRESULT WINAPI HrThisThreadAdviseSink(LPMAPIADVISESINK inner, LPMAPIADVISESINK *sink) {
  if (!inner || !sink) return static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);
  *sink = nullptr;
  try {
    auto *made = new ThreadSink(inner);
    if (made->open()) *sink = made;
    else made->Release();
  } catch (const std::bad_alloc &) {
    return static_cast<HRESULT>(MAPI_E_NOT_ENOUGH_MEMORY);
  }
  return *sink ? S_OK : static_cast<HRESULT>(MAPI_E_NOT_ENOUGH_RESOURCES);
}

// @spec hrdispatchnotifications
HRESULT WINAPI HrDispatchNotifications(ULONG) {
  comail::dispatchNotifications();
  return S_OK;
}

// There is nothing to be made ready, and nothing to be undone.
// @spec scinitmapiutil
SCODE WINAPI ScInitMapiUtil(ULONG flags) { return flags == 0 ? S_OK : static_cast<SCODE>(MAPI_E_UNKNOWN_FLAGS); }

// @spec deinitmapiutil
void WINAPI DeinitMapiUtil() {}

}
