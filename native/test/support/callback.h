// The client's side of a transport as old programs wrote it: a COM object that prints what it is told and answers what it was
// told to answer.
#pragma once

#include <windows.h>

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "generated/imnxport.h"

class Callback final : public ISMTPCallback, public ITransportCallbackService {
 public:
  /** How many are alive: 0 in the end. */
  static std::atomic<long> alive;

  Callback() { alive++; }
  Callback(const Callback &) = delete;
  Callback &operator=(const Callback &) = delete;

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void **object) override;
  ULONG STDMETHODCALLTYPE AddRef() override { return ++count_; }
  ULONG STDMETHODCALLTYPE Release() override;

  HRESULT STDMETHODCALLTYPE OnTimeout(DWORD *seconds, IInternetTransport *transport) override;
  HRESULT STDMETHODCALLTYPE OnLogonPrompt(LPINETSERVER server, IInternetTransport *transport) override;
  INT STDMETHODCALLTYPE OnPrompt(HRESULT error, LPCSTR text, LPCSTR caption, UINT type, IInternetTransport *transport) override;
  HRESULT STDMETHODCALLTYPE OnStatus(IXPSTATUS status, IInternetTransport *transport) override;
  HRESULT STDMETHODCALLTYPE OnError(IXPSTATUS status, LPIXPRESULT result, IInternetTransport *transport) override;
  HRESULT STDMETHODCALLTYPE OnCommand(CMDTYPE type, LPSTR words, HRESULT hr, IInternetTransport *transport) override;
  HRESULT STDMETHODCALLTYPE OnResponse(LPSMTPRESPONSE response) override;

  HRESULT STDMETHODCALLTYPE GetParentWindow(DWORD reserved, HWND *window) override;
  HRESULT STDMETHODCALLTYPE GetAccount(LPDWORD type, IImnAccount **account) override;

  /** What OnLogonPrompt answers, one after the other: passwords; empty to cancel. */
  std::vector<std::string> passwords;
  /** What OnTimeout answers, one after the other: seconds; 0 to give up. */
  std::vector<DWORD> seconds;
  /** What OnPrompt answers. */
  INT button = IDNO;
  /** Prints nothing. */
  bool quiet = false;
  /** Asked after each callback whether its event is the one that is waited for. */
  std::function<void(const std::string &kind, long number)> seen;

 private:
  ~Callback() { alive--; }
  void home(const char *name);
  void say(const std::string &words);
  void event(const char *kind, long number) {
    if (seen) seen(kind, number);
  }

  std::atomic<ULONG> count_{1};
  const DWORD thread_ = GetCurrentThreadId();
};

/** A stream over bytes, as CreateStreamOnHGlobal makes it. @param bytes the content */
IStream *streamOf(const std::string &bytes);
