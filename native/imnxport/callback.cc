#include "imnxport/callback.h"

#include "common/codepage.h"
#include "common/frames.h"
#include "common/service.h"

namespace comail {

namespace {

enum Slot : unsigned {
  kOnTimeout = 3,
  kOnLogonPrompt = 4,
  kOnPrompt = 5,
  kOnStatus = 6,
  kOnError = 7,
  kOnCommand = 8,
  kOnResponse = 9,
};

std::string ansi(Reader &in) {
  std::u16string text;
  in.text(text);
  return ansiOf(text, CP_ACP);
}

SMTPRESPONSE responseOf(Reader &in, HeldResult &result, Session &session) {
  SMTPRESPONSE response = {};
  if (!in.there()) in.spoil();
  response.command = static_cast<SMTPCOMMAND>(in.u32());
  response.fDone = in.u32() != 0;
  result = getResult(in);
  session.received(in.reference().number);
  if (in.there()) {
    response.rStreamInfo.cbIncrement = in.u32();
    response.rStreamInfo.cbCurrent = in.u32();
    response.rStreamInfo.cbTotal = in.u32();
  }
  return response;
}

bool read(Told &told, Reader &in, Session &session) {
  switch (told.slot) {
    case kOnTimeout:
      if (!in.there()) in.spoil();
      told.seconds = in.u32();
      break;
    case kOnLogonPrompt:
      if (!getServer(in, told.server)) in.spoil();
      break;
    case kOnPrompt:
      told.hr = static_cast<HRESULT>(in.u32());
      told.text = ansi(in);
      told.caption = ansi(in);
      told.type = in.u32();
      break;
    case kOnStatus:
      told.status = static_cast<IXPSTATUS>(in.u32());
      if (in.good()) session.noted(told.status);
      break;
    case kOnError:
      told.status = static_cast<IXPSTATUS>(in.u32());
      if (!in.there()) in.spoil();
      told.result = getResult(in);
      break;
    case kOnCommand:
      told.type = in.u32();
      told.text = ansi(in);
      told.hr = static_cast<HRESULT>(in.u32());
      break;
    case kOnResponse:
      told.response = responseOf(in, told.result, session);
      return in.finished();
    default:
      return false;
  }
  session.received(in.reference().number);
  return in.finished();
}

/** Calls the program. @returns what it answers; outputs are written for those that have some */
uint32_t tell(Told &told, const Session::Client &client, Writer &out) {
  ISMTPCallback *callback = client.callback.get();
  IInternetTransport *transport = client.transport.get();
  switch (told.slot) {
    case kOnTimeout: {
      const HRESULT hr = callback->OnTimeout(&told.seconds, transport);
      out.u32(told.seconds);
      return static_cast<uint32_t>(hr);
    }
    case kOnLogonPrompt: {
      const HRESULT hr = callback->OnLogonPrompt(&told.server, transport);
      putServer(out, &told.server);
      return static_cast<uint32_t>(hr);
    }
    case kOnPrompt:
      return static_cast<uint32_t>(callback->OnPrompt(told.hr, told.text.c_str(), told.caption.c_str(), told.type, transport));
    case kOnStatus: return static_cast<uint32_t>(callback->OnStatus(told.status, transport));
    case kOnError: return static_cast<uint32_t>(callback->OnError(told.status, &told.result.pointed(), transport));
    case kOnCommand:
      return static_cast<uint32_t>(
          callback->OnCommand(static_cast<CMDTYPE>(told.type), told.text.data(), told.hr, transport));
    default:
      told.response.rIxpResult = told.result.pointed();
      told.response.pTransport = client.transport.get();
      return static_cast<uint32_t>(callback->OnResponse(&told.response));
  }
}

}  // namespace

void CallbackObject::arrived(Event event) {
  Reader in(event.inputs.data(), event.inputs.size());
  auto told = std::make_shared<Told>();
  told->slot = event.slot;
  told->number = event.number;
  told->wantsReply = event.wantsReply;
  if (!read(*told, in, *session_)) {
    session_->channel->close();
    return;
  }
  session_->home->post([session = session_, told] {
    Writer out;
    uint32_t code = kDisconnected;
    {
      const Session::Client client(*session);
      if (client.callback) code = tell(*told, client, out);
    }
    const bool follow = isSuccess(code);
    if (told->wantsReply) session->channel->reply(told->number, code, follow ? &out : nullptr);
  });
}

uint32_t CallbackObject::run(const Event &, Reader &, Writer &) { return static_cast<uint32_t>(E_NOINTERFACE); }

void CallbackObject::letGo(bool lost) {
  if (lost) session_->lost();
}

}  // namespace comail
