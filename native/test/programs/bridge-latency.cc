// What a call costs: `bridge-latency ROUNDS CALLS` times, round by round, a call on a transport of comail (COM, DLL, service, back) and one on
// an object that Wine's own COM keeps in another process, and prints both in nanoseconds. Started with `server`, it is that other
// process.
#include <windows.h>

#include <cstdlib>
#include <string>

#include "generated/imnxport.h"
#include "test/support/trace.h"

namespace {

// {6C2B0D5E-93F4-4C54-8B2F-2E1D7A3C9F01}, of no program but this one.
constexpr CLSID kPeer = {0x6C2B0D5E, 0x93F4, 0x4C54, {0x8B, 0x2F, 0x2E, 0x1D, 0x7A, 0x3C, 0x9F, 0x01}};

/** The object of the other process, and its own class object: it is one for the life of the process. */
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
    *clsid = kPeer;
    return S_OK;
  }
};

int serve() {
  static Peer peer;
  DWORD cookie = 0;
  if (FAILED(CoRegisterClassObject(kPeer, static_cast<IClassFactory *>(&peer), CLSCTX_LOCAL_SERVER, REGCLS_MULTIPLEUSE, &cookie)))
    return 1;
  line("serving");
  Sleep(INFINITE);
  return 0;
}

/** The other process, which ends with this one. */
HANDLE started() {
  wchar_t path[MAX_PATH];
  GetModuleFileNameW(nullptr, path, MAX_PATH);
  std::wstring command = L"\"" + std::wstring(path) + L"\" server";
  STARTUPINFOW start = {};
  start.cb = sizeof start;
  PROCESS_INFORMATION process = {};
  if (!CreateProcessW(nullptr, command.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr, &start, &process)) return nullptr;
  CloseHandle(process.hThread);
  return process.hProcess;
}

IPersist *peer() {
  IPersist *found = nullptr;
  // It is there when it has registered itself, and nobody tells when that is.
  for (const ULONGLONG end = GetTickCount64() + 20'000; GetTickCount64() < end; Sleep(10))
    if (SUCCEEDED(CoCreateInstance(kPeer, nullptr, CLSCTX_LOCAL_SERVER, IID_IPersist, reinterpret_cast<void **>(&found)))) return found;
  return nullptr;
}

template <typename Call>
long long nanoseconds(int calls, Call call) {
  LARGE_INTEGER frequency, begin, end;
  QueryPerformanceFrequency(&frequency);
  QueryPerformanceCounter(&begin);
  for (int i = 0; i < calls; i++)
    if (FAILED(call())) return -1;
  QueryPerformanceCounter(&end);
  return (end.QuadPart - begin.QuadPart) * 1'000'000'000 / frequency.QuadPart / calls;
}

}  // namespace

int main(int count, char **arguments) {
  CoInitializeEx(nullptr, COINIT_MULTITHREADED);
  if (count == 2 && std::string(arguments[1]) == "server") return serve();
  if (count != 3) return 2;
  const int rounds = std::atoi(arguments[1]), calls = std::atoi(arguments[2]);
  ISMTPTransport *transport = nullptr;
  if (FAILED(CoCreateInstance(CLSID_ISMTPTransport, nullptr, CLSCTX_INPROC_SERVER, IID_ISMTPTransport,
                              reinterpret_cast<void **>(&transport))))
    return 3;
  const HANDLE server = started();
  IPersist *other = server ? peer() : nullptr;
  if (!other) return 4;
  for (int i = 0; i < rounds; i++) {
    IXPSTATUS status;
    CLSID clsid;
    const long long ours = nanoseconds(calls, [&] { return transport->GetStatus(&status); });
    const long long theirs = nanoseconds(calls, [&] { return other->GetClassID(&clsid); });
    line(std::to_string(ours) + " " + std::to_string(theirs));
  }
  other->Release();
  transport->Release();
  TerminateProcess(server, 0);
  CloseHandle(server);
  CoUninitialize();
  return 0;
}
