#include "imnxport/transport.h"

#include <new>

#include "common/codepage.h"
#include "common/service.h"
#include "imnxport/account.h"
#include "imnxport/callback.h"
#include "imnxport/stream.h"
#include "imnxport/structures.h"

namespace comail {

namespace {

// docs/protocol.md, object 0.
constexpr Guid kActivation = guid(0xC0A11B01, 0x2E5B, 0x4F1C, {0x9A, 0x37, 0x6D, 0x0F, 0x4B, 0x8E, 0x1A, 0x01});
constexpr unsigned kCoCreateInstance = 3;
// The slots of ISMTPTransport2 begin here.
constexpr unsigned kFirstOfSecond = 24;

/** Nothing of C++ crosses the border of COM: what can fail in here is memory. */
template <typename Work>
HRESULT guarded(Work work) noexcept {
  try {
    return work();
  } catch (const std::bad_alloc &) {
    return E_OUTOFMEMORY;
  } catch (...) {
    return E_UNEXPECTED;
  }
}

HRESULT result(Channel::Sent sent, const Answer &answer, HRESULT lost) {
  if (sent == Channel::Sent::kTooLarge) return E_OUTOFMEMORY;
  return sent == Channel::Sent::kLost ? lost : static_cast<HRESULT>(answer.code);
}

/** A callback that has ITransportCallbackService may leave the server to the account that it answers. */
HRESULT serverOfCallback(Session &session, INETSERVER &server) {
  const Session::Client client(session);
  if (!client.callback) return S_OK;
  ITransportCallbackService *found = nullptr;
  if (FAILED(client.callback->QueryInterface(IID_ITransportCallbackService, reinterpret_cast<void **>(&found)))) return S_OK;
  DWORD type = 0;
  IImnAccount *account = nullptr;
  HRESULT hr = found->GetAccount(&type, &account);
  found->Release();
  if (FAILED(hr)) return hr;
  if (!account) return E_INVALIDARG;
  hr = serverFromAccount(account, server);
  // Its declaration ends here, at IUnknown.
  reinterpret_cast<IUnknown *>(account)->Release();
  return hr;
}

}  // namespace

HRESULT Transport::create(REFIID iid, void **object) {
  if (!object) return E_POINTER;
  *object = nullptr;
  return guarded([&]() -> HRESULT {
    const auto channel = service();
    if (!channel) return static_cast<HRESULT>(kServiceUnavailable);
    Writer in;
    in.u8(1).guid(guidOf(CLSID_ISMTPTransport)).u8(Reference::kNone).u32(CLSCTX_INPROC_SERVER);
    in.u8(1).guid(guidOf(IID_ISMTPTransport2));
    Answer answer;
    const Channel::Sent sent = channel->call(0, kActivation, kCoCreateInstance, in, answer);
    const HRESULT hr = result(sent, answer, static_cast<HRESULT>(kDisconnected));
    if (FAILED(hr)) return hr;
    Reader out = answer.outputs();
    const Reference made = out.reference();
    if (!out.finished() || made.kind != Reference::kService) return E_UNEXPECTED;
    auto *transport = new Transport(std::make_shared<Session>(channel, made.number));
    const HRESULT found = transport->QueryInterface(iid, object);
    transport->Release();
    return found;
  });
}

HRESULT STDMETHODCALLTYPE Transport::QueryInterface(REFIID iid, void **object) {
  if (!object) return E_POINTER;
  *object = nullptr;
  if (iid != IID_IUnknown && iid != IID_IInternetTransport && iid != IID_ISMTPTransport && iid != IID_ISMTPTransport2)
    return E_NOINTERFACE;
  *object = static_cast<ISMTPTransport2 *>(this);
  AddRef();
  return S_OK;
}

ULONG STDMETHODCALLTYPE Transport::Release() {
  const ULONG left = --count_;
  if (left == 0) {
    session_->end();
    delete this;
  }
  return left;
}

HRESULT Transport::call(unsigned slot, const Writer &inputs, Answer *answer) {
  Answer mine;
  Answer &come = answer ? *answer : mine;
  const Guid iid = guidOf(slot < kFirstOfSecond ? IID_ISMTPTransport : IID_ISMTPTransport2);
  const Channel::Sent sent = session_->channel->call(session_->remote, iid, slot, inputs, come);
  if (sent == Channel::Sent::kLost) session_->lost();
  return result(sent, come, IXP_E_CONNECTION_DROPPED);
}

HRESULT Transport::withText(unsigned slot, const char *text) {
  return guarded([&] {
    Writer in;
    putText(in, text);
    return call(slot, in);
  });
}

template <typename Put>
HRESULT Transport::withStream(unsigned slot, IStream *stream, Put put) {
  return guarded([&]() -> HRESULT {
    uint64_t number = 0;
    std::shared_ptr<Stream> object;
    if (stream) {
      object = std::make_shared<Stream>(session_, stream);
      session_->keep(object);
      number = session_->channel->expose(object);
    }
    Writer in;
    put(in, number);
    Answer answer;
    const HRESULT hr = call(slot, in, &answer);
    // What the service has taken it lets go of; what never reached it stays here.
    if (object && (hr == IXP_E_CONNECTION_DROPPED || hr == E_OUTOFMEMORY)) {
      session_->channel->withdraw(number);
      object->end();
      session_->forget(object);
    }
    return hr;
  });
}

HRESULT STDMETHODCALLTYPE Transport::GetServerInfo(LPINETSERVER server) {
  if (!server) return E_INVALIDARG;
  return guarded([&] {
    // What the caller's structure holds before is nobody's business.
    const INETSERVER empty = {};
    Writer in;
    putServer(in, &empty);
    Answer answer;
    const HRESULT hr = call(3, in, &answer);
    Reader out = answer.outputs();
    if (SUCCEEDED(hr) && !getServer(out, *server)) return E_UNEXPECTED;
    return hr;
  });
}

HRESULT STDMETHODCALLTYPE Transport::IsState(IXPISSTATE state) {
  return guarded([&] { return call(5, Writer().u32(state)); });
}

HRESULT STDMETHODCALLTYPE Transport::InetServerFromAccount(IImnAccount *account, LPINETSERVER server) {
  if (!account || !server) return E_INVALIDARG;
  return serverFromAccount(account, *server);
}

HRESULT STDMETHODCALLTYPE Transport::Connect(LPINETSERVER server, boolean authenticate, boolean logging) {
  return guarded([&]() -> HRESULT {
    INETSERVER of = {};
    if (server && server->szServerName[0] == '\0') {
      const DWORD flags = server->dwFlags;
      const HRESULT hr = serverOfCallback(*session_, of);
      if (FAILED(hr)) return hr;
      of.dwFlags = flags;
      server = &of;
    }
    Writer in;
    putServer(in, server);
    in.u32(authenticate ? 1 : 0).u32(logging ? 1 : 0);
    const HRESULT hr = call(7, in);
    // From now on a lost service is a lost connection.
    if (SUCCEEDED(hr)) session_->connecting();
    return hr;
  });
}

HRESULT STDMETHODCALLTYPE Transport::HandsOffCallback() {
  return guarded([&] {
    const HRESULT hr = plain(8);
    const bool there = session_->letGoCallback();
    if (hr == IXP_E_CONNECTION_DROPPED) return there ? S_OK : S_FALSE;
    return hr;
  });
}

HRESULT STDMETHODCALLTYPE Transport::Disconnect() {
  return guarded([&] { return plain(9); });
}

HRESULT STDMETHODCALLTYPE Transport::DropConnection() {
  return guarded([&] { return plain(10); });
}

HRESULT STDMETHODCALLTYPE Transport::GetStatus(IXPSTATUS *status) {
  if (!status) return E_INVALIDARG;
  return guarded([&]() -> HRESULT {
    Answer answer;
    const HRESULT hr = call(11, Writer(), &answer);
    *status = IXP_DISCONNECTED;
    if (hr == IXP_E_CONNECTION_DROPPED) return S_OK;
    if (FAILED(hr)) return hr;
    Reader out = answer.outputs();
    *status = static_cast<IXPSTATUS>(out.u32());
    return out.finished() ? hr : E_UNEXPECTED;
  });
}

HRESULT STDMETHODCALLTYPE Transport::InitNew(LPSTR logFile, ISMTPCallback *callback) {
  return guarded([&]() -> HRESULT {
    if (callback && !session_->initialised() && !session_->home->open()) return E_FAIL;
    // ITransportCallbackService is not among them: its methods answer at once, and so are asked here, before Connect.
    const Guid iids[] = {guidOf(IID_ISMTPCallback), guidOf(IID_ITransportCallback)};
    Writer in;
    std::u16string path;
    if (wideOf(logFile, CP_ACP, path)) in.text(path.empty() ? path : pathForService(path));
    else in.text(nullptr);
    const uint64_t number = callback ? session_->channel->expose(std::make_shared<CallbackObject>(session_)) : 0;
    in.hostObject(number, iids, 2);
    const HRESULT hr = call(12, in);
    if (SUCCEEDED(hr)) session_->take(callback, this);
    return hr;
  });
}

HRESULT STDMETHODCALLTYPE Transport::SendMessage(LPSMTPMESSAGE message) {
  return withStream(13, message ? message->pstmMsg : nullptr, [&](Writer &in, uint64_t number) {
    in.u8(message ? 1 : 0);
    if (message) putMessage(in, *message, number);
  });
}

HRESULT STDMETHODCALLTYPE Transport::CommandMAIL(LPSTR from) { return withText(14, from); }

HRESULT STDMETHODCALLTYPE Transport::CommandRCPT(LPSTR to) { return withText(15, to); }

HRESULT STDMETHODCALLTYPE Transport::CommandEHLO() {
  return guarded([&] { return plain(16); });
}

HRESULT STDMETHODCALLTYPE Transport::CommandHELO() {
  return guarded([&] { return plain(17); });
}

HRESULT STDMETHODCALLTYPE Transport::CommandAUTH(LPSTR type) { return withText(18, type); }

HRESULT STDMETHODCALLTYPE Transport::CommandQUIT() {
  return guarded([&] { return plain(19); });
}

HRESULT STDMETHODCALLTYPE Transport::CommandRSET() {
  return guarded([&] { return plain(20); });
}

HRESULT STDMETHODCALLTYPE Transport::CommandDATA() {
  return guarded([&] { return plain(21); });
}

HRESULT STDMETHODCALLTYPE Transport::CommandDOT() {
  return guarded([&] { return plain(22); });
}

HRESULT STDMETHODCALLTYPE Transport::SendDataStream(IStream *stream, ULONG size) {
  return withStream(23, stream, [&](Writer &in, uint64_t number) {
    const Guid iid = guidOf(IID_IStream);
    in.hostObject(number, &iid, 1).u32(size);
  });
}

// The window is the DLL's own affair: the service sends its events all the same, and they wait here.
HRESULT STDMETHODCALLTYPE Transport::SetWindow() {
  if (!session_->initialised()) return E_UNEXPECTED;
  return guarded([&] { return session_->home->open() ? S_OK : E_FAIL; });
}

HRESULT STDMETHODCALLTYPE Transport::ResetWindow() {
  if (!session_->initialised()) return E_UNEXPECTED;
  session_->home->close();
  return S_OK;
}

HRESULT STDMETHODCALLTYPE Transport::SendMessage2(LPSMTPMESSAGE2 message) {
  return withStream(26, message ? message->smtpMsg.pstmMsg : nullptr, [&](Writer &in, uint64_t number) {
    in.u8(message ? 1 : 0);
    if (!message) return;
    putMessage(in, message->smtpMsg, number);
    putText(in, message->pszDSNENVID);
    in.u32(message->dsnRet).u32(message->dwReserved).u32(message->dwReserved2);
  });
}

HRESULT STDMETHODCALLTYPE Transport::CommandRCPT2(LPSTR to, INETADDRTYPE dsn) {
  return guarded([&] {
    Writer in;
    putText(in, to);
    return call(27, in.u32(dsn));
  });
}

}  // namespace comail
