// ISMTPTransport and ISMTPTransport2 over the bridge: each method asks the service and waits; what comes of it is told through
// the callback.
#pragma once

#include <windows.h>

#include <atomic>
#include <memory>

#include "generated/imnxport.h"
#include "imnxport/session.h"

namespace comail {

class Transport final : public ISMTPTransport2 {
 public:
  /** Makes a transport in the service. @param iid the interface that is wanted */
  static HRESULT create(REFIID iid, void **object);

  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void **object) override;
  ULONG STDMETHODCALLTYPE AddRef() override { return ++count_; }
  ULONG STDMETHODCALLTYPE Release() override;

  HRESULT STDMETHODCALLTYPE GetServerInfo(LPINETSERVER server) override;
  IXPTYPE STDMETHODCALLTYPE GetIXPType() override { return IXP_SMTP; }
  HRESULT STDMETHODCALLTYPE IsState(IXPISSTATE state) override;
  HRESULT STDMETHODCALLTYPE InetServerFromAccount(IImnAccount *account, LPINETSERVER server) override;
  HRESULT STDMETHODCALLTYPE Connect(LPINETSERVER server, boolean authenticate, boolean logging) override;
  HRESULT STDMETHODCALLTYPE HandsOffCallback() override;
  HRESULT STDMETHODCALLTYPE Disconnect() override;
  HRESULT STDMETHODCALLTYPE DropConnection() override;
  HRESULT STDMETHODCALLTYPE GetStatus(IXPSTATUS *status) override;

  HRESULT STDMETHODCALLTYPE InitNew(LPSTR logFile, ISMTPCallback *callback) override;
  HRESULT STDMETHODCALLTYPE SendMessage(LPSMTPMESSAGE message) override;
  HRESULT STDMETHODCALLTYPE CommandMAIL(LPSTR from) override;
  HRESULT STDMETHODCALLTYPE CommandRCPT(LPSTR to) override;
  HRESULT STDMETHODCALLTYPE CommandEHLO() override;
  HRESULT STDMETHODCALLTYPE CommandHELO() override;
  HRESULT STDMETHODCALLTYPE CommandAUTH(LPSTR type) override;
  HRESULT STDMETHODCALLTYPE CommandQUIT() override;
  HRESULT STDMETHODCALLTYPE CommandRSET() override;
  HRESULT STDMETHODCALLTYPE CommandDATA() override;
  HRESULT STDMETHODCALLTYPE CommandDOT() override;
  HRESULT STDMETHODCALLTYPE SendDataStream(IStream *stream, ULONG size) override;

  HRESULT STDMETHODCALLTYPE SetWindow() override;
  HRESULT STDMETHODCALLTYPE ResetWindow() override;
  HRESULT STDMETHODCALLTYPE SendMessage2(LPSMTPMESSAGE2 message) override;
  HRESULT STDMETHODCALLTYPE CommandRCPT2(LPSTR to, INETADDRTYPE dsn) override;

 private:
  explicit Transport(std::shared_ptr<Session> session) : session_(std::move(session)) { hold(); }
  ~Transport() { letGo(); }

  HRESULT call(unsigned slot, const Writer &inputs, Answer *answer = nullptr);
  HRESULT plain(unsigned slot) { return call(slot, Writer()); }
  HRESULT withText(unsigned slot, const char *text);
  /** Calls a method that reads a stream later. */
  template <typename Put>
  HRESULT withStream(unsigned slot, IStream *stream, Put put);

  std::atomic<ULONG> count_{1};
  const std::shared_ptr<Session> session_;
};

}  // namespace comail
