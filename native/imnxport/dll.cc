// What the DLL exports: the four functions of a COM server, DllInstall for one user's registration, and the function of inetcomm.dll
// that makes a transport without COM's help.
#include <windows.h>
#include <olectl.h>

#include <cwchar>
#include <new>

#include "common/service.h"
#include "generated/imnxport.h"
#include "imnxport/factory.h"
#include "common/home.h"
#include "imnxport/registration.h"
#include "imnxport/transport.h"

namespace {

HINSTANCE instance = nullptr;

}  // namespace

namespace comail {

HINSTANCE library() { return instance; }

}  // namespace comail

extern "C" {

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *) {
  if (reason == DLL_PROCESS_ATTACH) {
    instance = self;
    DisableThreadLibraryCalls(self);
  }
  return TRUE;
}

HRESULT WINAPI DllGetClassObject(REFCLSID clsid, REFIID iid, void **object) {
  if (!object) return E_POINTER;
  *object = nullptr;
  if (clsid != CLSID_ISMTPTransport && clsid != IID_ISMTPTransport2) return CLASS_E_CLASSNOTAVAILABLE;
  auto *factory = new (std::nothrow) comail::Factory;
  if (!factory) return E_OUTOFMEMORY;
  const HRESULT hr = factory->QueryInterface(iid, object);
  factory->Release();
  return hr;
}

HRESULT WINAPI DllCanUnloadNow() {
  if (comail::held()) return S_FALSE;
  // The thread that reads holds the DLL by itself until it has ended.
  comail::leaveService();
  comail::Home::forgetClass();
  return S_OK;
}

HRESULT WINAPI DllRegisterServer() { return comail::registerServer(HKEY_LOCAL_MACHINE); }

HRESULT WINAPI DllUnregisterServer() { return comail::unregisterServer(HKEY_LOCAL_MACHINE); }

// regsvr32 /n /i:user
HRESULT WINAPI DllInstall(BOOL install, PCWSTR words) {
  const bool user = words && std::wcscmp(words, L"user") == 0;
  if (words && *words && !user) return E_INVALIDARG;
  const HKEY root = user ? HKEY_CURRENT_USER : HKEY_LOCAL_MACHINE;
  return install ? comail::registerServer(root) : comail::unregisterServer(root);
}

HRESULT WINAPI CreateSMTPTransport(ISMTPTransport **transport) {
  return comail::Transport::create(IID_ISMTPTransport, reinterpret_cast<void **>(transport));
}

}
