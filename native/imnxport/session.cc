#include "imnxport/session.h"

#include "imnxport/stream.h"

namespace comail {

// Under the lock, so that neither can go before it is held. A callback that is running thus keeps its transport, whatever it releases.
Session::Client::Client(Session &session)
    : callback((session.mutex_.lock(), session.callback_)), transport(session.callback_ ? session.transport_ : nullptr) {
  session.mutex_.unlock();
}

void Session::take(ISMTPCallback *callback, ISMTPTransport2 *transport) {
  callback->AddRef();
  ISMTPCallback *before = nullptr;
  {
    Locked locked(mutex_);
    before = callback_;
    callback_ = callback;
    transport_ = transport;
    initialised_ = true;
  }
  if (before) before->Release();
}

bool Session::letGoCallback() {
  ISMTPCallback *before = nullptr;
  {
    Locked locked(mutex_);
    std::swap(before, callback_);
  }
  if (before) before->Release();
  return before != nullptr;
}

void Session::end() {
  ISMTPCallback *callback = nullptr;
  std::set<std::shared_ptr<Stream>> streams;
  uint32_t count = 0;
  {
    Locked locked(mutex_);
    std::swap(callback, callback_);
    transport_ = nullptr;
    streams.swap(streams_);
    std::swap(count, received_);
  }
  for (const auto &stream : streams) stream->end();
  home->end();
  channel->release(remote, count);
  if (callback) callback->Release();
}

void Session::received(uint64_t number) {
  {
    Locked locked(mutex_);
    if (number == remote && received_ > 0) {
      received_++;
      return;
    }
  }
  // It came when the transport had ended already.
  channel->release(number, 1);
}

void Session::noted(IXPSTATUS status) {
  Locked locked(mutex_);
  status_ = status;
  told_ = true;
}

void Session::connecting() {
  Locked locked(mutex_);
  // A status that has come already knows more.
  if (!told_) status_ = IXP_FINDINGHOST;
}

void Session::lost() {
  bool connected = false;
  {
    Locked locked(mutex_);
    if (lost_) return;
    lost_ = true;
    connected = status_ != IXP_DISCONNECTED;
    status_ = IXP_DISCONNECTED;
  }
  if (!connected) return;
  home->post([self = shared_from_this()] {
    const Client client(*self);
    IXPRESULT result = {};
    result.hrResult = IXP_E_CONNECTION_DROPPED;
    char words[] = "the comail service has ended or was restarted";
    result.pszProblem = words;
    if (client.callback) client.callback->OnError(IXP_CONNECTED, &result, client.transport.get());
  });
  home->post([self = shared_from_this()] {
    const Client client(*self);
    if (client.callback) client.callback->OnStatus(IXP_DISCONNECTED, client.transport.get());
  });
}

void Session::keep(const std::shared_ptr<Stream> &stream) {
  Locked locked(mutex_);
  streams_.insert(stream);
}

void Session::forget(const std::shared_ptr<Stream> &stream) {
  Locked locked(mutex_);
  streams_.erase(stream);
}

bool Session::initialised() {
  Locked locked(mutex_);
  return initialised_;
}

}  // namespace comail
