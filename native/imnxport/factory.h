// The class object of CLSID_ISMTPTransport.
#pragma once

#include <windows.h>

#include <atomic>

namespace comail {

class Factory final : public IClassFactory {
 public:
  Factory();
  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void **object) override;
  ULONG STDMETHODCALLTYPE AddRef() override { return ++count_; }
  ULONG STDMETHODCALLTYPE Release() override;
  HRESULT STDMETHODCALLTYPE CreateInstance(IUnknown *outer, REFIID iid, void **object) override;
  HRESULT STDMETHODCALLTYPE LockServer(BOOL lock) override;

 private:
  ~Factory();
  std::atomic<ULONG> count_{1};
};

}  // namespace comail
