// What only threads and lifetimes show: `imnxport-threads PORT`. It prints what it saw; the test compares.
//   two threads, each with a transport of its own, send at once; their callbacks come on their own threads
//   a transport made by one thread moves to another (ResetWindow, SetWindow), which hears the callbacks from then on
//   a transport is released by another thread while it is connected
//   when nothing is left, the DLL can be unloaded and loaded anew
#include <windows.h>

#include <cstdlib>
#include <cstring>
#include <thread>

#include "test/support/callback.h"
#include "test/support/program.h"
#include "test/support/trace.h"

namespace {

DWORD port = 0;

ISMTPTransport2 *made(Callback *callback) {
  ISMTPTransport2 *transport = nullptr;
  const HRESULT hr = CoCreateInstance(CLSID_ISMTPTransport, nullptr, CLSCTX_INPROC_SERVER, IID_ISMTPTransport2,
                                      reinterpret_cast<void **>(&transport));
  if (FAILED(hr)) {
    told("CoCreateInstance", hr);
    return nullptr;
  }
  const HRESULT begun = transport->InitNew(nullptr, callback);
  if (FAILED(begun)) told("InitNew", begun);
  return transport;
}

HRESULT connect(ISMTPTransport2 *transport) {
  INETSERVER server = {};
  std::strncpy(server.szServerName, "127.0.0.1", sizeof server.szServerName - 1);
  server.dwPort = port;
  const HRESULT hr = transport->Connect(&server, FALSE, FALSE);
  if (FAILED(hr)) told("Connect", hr);
  return hr;
}

HRESULT send(ISMTPTransport2 *transport, const char *to) {
  INETADDR addresses[2] = {};
  addresses[0].addrtype = ADDR_FROM;
  std::strncpy(addresses[0].szEmail, "ann@example.com", sizeof addresses[0].szEmail - 1);
  std::strncpy(addresses[1].szEmail, to, sizeof addresses[1].szEmail - 1);
  const std::string body = "Subject: thread\r\n\r\ntext\r\n";
  IStream *stream = streamOf(body);
  SMTPMESSAGE message = {static_cast<ULONG>(body.size()), stream, {2, addresses}};
  const HRESULT hr = transport->SendMessage(&message);
  stream->Release();
  return hr;
}

/** Counts the events that a callback sees, without printing them: those of two threads come as they like. */
class Waiting {
 public:
  explicit Waiting(Callback *callback) {
    callback->quiet = true;
    callback->seen = [this](const std::string &kind, long number) {
      if (kind == kind_ && number == number_) come_ = true;
      home_ = GetCurrentThreadId();
    };
  }

  bool wait(const char *kind, long number) {
    kind_ = kind;
    number_ = number;
    come_ = false;
    const ULONGLONG end = GetTickCount64() + 20'000;
    while (!come_ && GetTickCount64() < end) {
      MsgWaitForMultipleObjects(0, nullptr, FALSE, 50, QS_ALLINPUT);
      MSG message;
      while (!come_ && PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) DispatchMessageW(&message);
    }
    return come_;
  }

  bool here() const { return home_ == GetCurrentThreadId(); }

 private:
  std::string kind_;
  long number_ = -1;
  bool come_ = false;
  DWORD home_ = 0;
};

bool sendsAlone(DWORD model, const char *to) {
  CoInitializeEx(nullptr, model);
  auto *callback = new Callback;
  Waiting waiting(callback);
  ISMTPTransport2 *transport = made(callback);
  bool good = transport && SUCCEEDED(connect(transport)) && waiting.wait("response", SMTP_CONNECTED);
  for (int i = 0; good && i < 5; i++) good = SUCCEEDED(send(transport, to)) && waiting.wait("response", SMTP_SEND_MESSAGE);
  const bool here = waiting.here();
  const ULONG left = transport ? transport->Release() : 0;
  if (!good || !here || left) line(std::string(to) + (good ? " sent" : " not sent") + (here ? ", at home" : ", elsewhere") + ", left " + std::to_string(left));
  good = good && here && left == 0;
  callback->seen = nullptr;
  callback->Release();
  CoUninitialize();
  return good;
}

void twoThreads() {
  bool one = false, other = false;
  std::thread first([&one] { one = sendsAlone(COINIT_APARTMENTTHREADED, "first@example.com"); });
  std::thread second([&other] { other = sendsAlone(COINIT_MULTITHREADED, "second@example.com"); });
  first.join();
  second.join();
  line(std::string("two threads: ") + (one ? "good" : "bad") + ", " + (other ? "good" : "bad"));
}

void moves() {
  auto *callback = new Callback;
  Waiting waiting(callback);
  ISMTPTransport2 *transport = made(callback);
  bool good = transport && SUCCEEDED(connect(transport)) && waiting.wait("response", SMTP_CONNECTED) && waiting.here();
  good = good && transport->ResetWindow() == S_OK;
  bool moved = false;
  std::thread other([&] {
    CoInitializeEx(nullptr, COINIT_MULTITHREADED);
    moved = transport->SetWindow() == S_OK && SUCCEEDED(send(transport, "moved@example.com")) &&
            waiting.wait("response", SMTP_SEND_MESSAGE) && waiting.here();
    // Connected, and not by the thread that made it.
    moved = moved && transport->Release() == 0;
    CoUninitialize();
  });
  other.join();
  callback->seen = nullptr;
  line(std::string("moved: ") + (good ? "good" : "bad") + ", " + (moved ? "good" : "bad") + ", callback " +
       std::to_string(callback->Release()));
}

/** Everything is released: COM asks the DLL, which lets itself be unloaded, and can be loaded again. */
void unloads() {
  const wchar_t *name = L"comail-imnxport.dll";
  const bool before = GetModuleHandleW(name) != nullptr;
  const ULONGLONG end = GetTickCount64() + 20'000;
  // The thread that reads holds the DLL until it has ended.
  while (GetModuleHandleW(name) && GetTickCount64() < end) {
    MSG message;
    while (PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) DispatchMessageW(&message);
    CoFreeUnusedLibrariesEx(0, 0);
    Sleep(1);
  }
  line(std::string("unloaded: ") + (before && !GetModuleHandleW(name) ? "good" : "bad"));
  auto *callback = new Callback;
  ISMTPTransport2 *transport = made(callback);
  line(std::string("loaded anew: ") + (transport && transport->Release() == 0 ? "good" : "bad"));
  callback->Release();
}

}  // namespace

int program(int count, char **arguments) {
  if (count != 2) return 2;
  port = static_cast<DWORD>(std::strtoul(arguments[1], nullptr, 10));
  _putenv("COMAIL_ANY_THREAD=1");
  CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED);
  twoThreads();
  moves();
  unloads();
  line("callbacks " + std::to_string(Callback::alive));
  CoUninitialize();
  return 0;
}
