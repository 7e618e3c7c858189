// What a call costs. Asked on its standard input, `ours COUNT` calls a transport of comail so often (COM, DLL, service, back), and
// `theirs COUNT` an object that COM itself keeps in another process; it prints how many microseconds all of them took. Started with
// `server`, it is that other process.
#include <windows.h>

#include <cstdlib>
#include <iostream>
#include <string>

#include "generated/imnxport.h"
#include "test/support/program.h"
#include "test/support/stopwatch.h"
#include "test/support/trace.h"

namespace {

/** The object of the other process, and its own class object: it is one for the life of the process. IPersist has a proxy in ole32. */
class Peer final : public IClassFactory, public IPersist {
 public:
  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void **object) override {
    *object = nullptr;
    if (iid == IID_IUnknown || iid == IID_IClassFactory) *object = static_cast<IClassFactory *>(this);
    else if (iid == IID_IPersist) *object = static_cast<IPersist *>(this);
    return *object ? S_OK : E_NOINTERFACE;
  }
  ULONG STDMETHODCALLTYPE AddRef() override { return 2; }
  ULONG STDMETHODCALLTYPE Release() override { return 1; }
  HRESULT STDMETHODCALLTYPE CreateInstance(IUnknown *, REFIID iid, void **object) override {
    return QueryInterface(iid, object);
  }
  HRESULT STDMETHODCALLTYPE LockServer(BOOL) override { return S_OK; }
  HRESULT STDMETHODCALLTYPE GetClassID(CLSID *clsid) override {
    *clsid = CLSID_NULL;
    return S_OK;
  }
};

int serve(REFCLSID clsid) {
  static Peer peer;
  DWORD cookie = 0;
  if (FAILED(CoRegisterClassObject(clsid, static_cast<IClassFactory *>(&peer), CLSCTX_LOCAL_SERVER, REGCLS_MULTIPLEUSE, &cookie)))
    return 1;
  Sleep(INFINITE);
  return 0;
}

/** The other process, which offers a class of this name. */
HANDLE started(REFCLSID clsid) {
  wchar_t path[MAX_PATH], name[40];
  GetModuleFileNameW(nullptr, path, MAX_PATH);
  StringFromGUID2(clsid, name, 40);
  std::wstring command = L"\"" + std::wstring(path) + L"\" server " + name;
  STARTUPINFOW start = {};
  start.cb = sizeof start;
  PROCESS_INFORMATION process = {};
  if (!CreateProcessW(nullptr, command.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr, &start, &process)) return nullptr;
  CloseHandle(process.hThread);
  return process.hProcess;
}

IPersist *peer(REFCLSID clsid) {
  IPersist *found = nullptr;
  // It is there when it has registered itself, and nobody tells when that is.
  for (const ULONGLONG end = GetTickCount64() + 60'000; GetTickCount64() < end; Sleep(10))
    if (SUCCEEDED(CoCreateInstance(clsid, nullptr, CLSCTX_LOCAL_SERVER, IID_IPersist, reinterpret_cast<void **>(&found)))) return found;
  return nullptr;
}

/** Answers until nobody asks any more. */
int answer(ISMTPTransport *transport, IPersist *other) {
  std::string who;
  for (long count = 0; std::cin >> who >> count;) {
    const long long took = microseconds(count, [&] {
      IXPSTATUS status;
      CLSID clsid;
      return SUCCEEDED(who == "ours" ? transport->GetStatus(&status) : other->GetClassID(&clsid));
    });
    if (took < 0) return 5;
    line(std::to_string(took));
  }
  return 0;
}

}  // namespace

int program(int count, char **arguments) {
  CoInitializeEx(nullptr, COINIT_MULTITHREADED);
  CLSID clsid;
  if (count == 3 && std::string(arguments[1]) == "server") {
    const std::string name = arguments[2];
    return FAILED(CLSIDFromString(std::wstring(name.begin(), name.end()).c_str(), &clsid)) ? 2 : serve(clsid);
  }
  ISMTPTransport *transport = nullptr;
  if (FAILED(CoCreateInstance(CLSID_ISMTPTransport, nullptr, CLSCTX_INPROC_SERVER, IID_ISMTPTransport,
                              reinterpret_cast<void **>(&transport))))
    return 3;
  // Another name each time: a server that was ended stays known under its own.
  const HANDLE server = SUCCEEDED(CoCreateGuid(&clsid)) ? started(clsid) : nullptr;
  IPersist *other = server ? peer(clsid) : nullptr;
  const int code = other ? answer(transport, other) : 4;
  if (other) other->Release();
  transport->Release();
  if (server) TerminateProcess(server, 0);
  CoUninitialize();
  return code;
}
