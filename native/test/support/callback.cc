#include "test/support/callback.h"

#include <cstring>

#include "test/support/trace.h"

std::atomic<long> Callback::alive{0};

HRESULT STDMETHODCALLTYPE Callback::QueryInterface(REFIID iid, void **object) {
  if (!object) return E_POINTER;
  *object = nullptr;
  if (iid == IID_IUnknown || iid == IID_ITransportCallback || iid == IID_ISMTPCallback)
    *object = static_cast<ISMTPCallback *>(this);
  else if (iid == IID_ITransportCallbackService)
    *object = static_cast<ITransportCallbackService *>(this);
  else
    return E_NOINTERFACE;
  AddRef();
  return S_OK;
}

ULONG STDMETHODCALLTYPE Callback::Release() {
  const ULONG left = --count_;
  if (left == 0) delete this;
  return left;
}

// Programs touch their windows in callbacks: another thread would be a defect that nothing else shows.
void Callback::home(const char *name) {
  if (GetCurrentThreadId() != thread_ && !getenv("COMAIL_ANY_THREAD")) line(std::string("WRONG THREAD ") + name);
}

void Callback::say(const std::string &words) {
  if (!quiet) line(words);
}

HRESULT STDMETHODCALLTYPE Callback::OnTimeout(DWORD *left, IInternetTransport *) {
  home("OnTimeout");
  say("OnTimeout " + std::to_string(*left));
  const DWORD answer = seconds.empty() ? 0 : seconds.front();
  if (!seconds.empty()) seconds.erase(seconds.begin());
  event("timeout", 0);
  if (answer == 0) return S_FALSE;
  *left = answer;
  return S_OK;
}

HRESULT STDMETHODCALLTYPE Callback::OnLogonPrompt(LPINETSERVER server, IInternetTransport *) {
  home("OnLogonPrompt");
  say("OnLogonPrompt " + text(server->szUserName) + " " + text(server->szPassword));
  const std::string answer = passwords.empty() ? "" : passwords.front();
  if (!passwords.empty()) passwords.erase(passwords.begin());
  event("prompt", 0);
  if (answer.empty()) return S_FALSE;
  std::strncpy(server->szPassword, answer.c_str(), sizeof server->szPassword - 1);
  return S_OK;
}

INT STDMETHODCALLTYPE Callback::OnPrompt(HRESULT error, LPCSTR words, LPCSTR caption, UINT type, IInternetTransport *) {
  home("OnPrompt");
  say("OnPrompt " + hex(error) + " " + text(words) + " " + text(caption) + " " + std::to_string(type));
  event("question", 0);
  return button;
}

HRESULT STDMETHODCALLTYPE Callback::OnStatus(IXPSTATUS status, IInternetTransport *transport) {
  home("OnStatus");
  say("OnStatus " + std::to_string(status) + (transport ? "" : " without transport"));
  event("status", status);
  return S_OK;
}

HRESULT STDMETHODCALLTYPE Callback::OnError(IXPSTATUS status, LPIXPRESULT result, IInternetTransport *) {
  home("OnError");
  say("OnError " + std::to_string(status) + " " + described(*result));
  event("error", 0);
  return S_OK;
}

HRESULT STDMETHODCALLTYPE Callback::OnCommand(CMDTYPE type, LPSTR words, HRESULT hr, IInternetTransport *) {
  home("OnCommand");
  say("OnCommand " + std::to_string(type) + " " + hex(hr) + " " + text(words));
  event("command", type);
  return S_OK;
}

HRESULT STDMETHODCALLTYPE Callback::OnResponse(LPSMTPRESPONSE response) {
  home("OnResponse");
  say(described(*response) + (response->pTransport ? "" : " without transport"));
  if (response->fDone) event("response", response->command);
  return S_OK;
}

HRESULT STDMETHODCALLTYPE Callback::GetParentWindow(DWORD, HWND *window) {
  *window = nullptr;
  return S_OK;
}

HRESULT STDMETHODCALLTYPE Callback::GetAccount(LPDWORD, IImnAccount **account) {
  *account = nullptr;
  return E_FAIL;
}

IStream *streamOf(const std::string &bytes) {
  IStream *stream = nullptr;
  if (FAILED(CreateStreamOnHGlobal(nullptr, TRUE, &stream))) return nullptr;
  const LARGE_INTEGER start = {};
  stream->Write(bytes.data(), static_cast<ULONG>(bytes.size()), nullptr);
  stream->Seek(start, STREAM_SEEK_SET, nullptr);
  return stream;
}
