// What a transport shares with the objects that the service calls: the callback, the home, what is known of the connection.
#pragma once

#include <windows.h>

#include <memory>
#include <set>

#include "common/channel.h"
#include "generated/imnxport.h"
#include "common/home.h"

namespace comail {

class Stream;

/** Holds a COM pointer. */
template <typename T>
class Held {
 public:
  Held() = default;
  explicit Held(T *pointer) : pointer_(pointer) {
    if (pointer_) pointer_->AddRef();
  }
  ~Held() {
    if (pointer_) pointer_->Release();
  }
  Held(const Held &) = delete;
  Held &operator=(const Held &) = delete;
  T *operator->() const { return pointer_; }
  explicit operator bool() const { return pointer_ != nullptr; }
  T *get() const { return pointer_; }

 private:
  T *pointer_ = nullptr;
};

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(std::shared_ptr<Channel> channel, uint64_t remote) : channel(std::move(channel)), remote(remote) {}

  const std::shared_ptr<Channel> channel;
  /** The service's number of the transport. */
  const uint64_t remote;
  const std::shared_ptr<Home> home = std::make_shared<Home>();

  /** The callback with the transport, to be called now; empty once it was let go or the transport has ended. */
  struct Client {
    explicit Client(Session &session);
    Held<ISMTPCallback> callback;
    Held<ISMTPTransport2> transport;
  };

  /** Takes a callback in place of the one before. @param number of the object that stands for it */
  void take(ISMTPCallback *callback, ISMTPTransport2 *transport);
  /** Lets the callback go. @returns whether there was one */
  bool letGoCallback();
  /** The transport's last reference is gone. */
  void end();

  /** A reference to the transport has come. */
  void received(uint64_t number);
  /** A status has come; it is told later. */
  void noted(IXPSTATUS status);
  /** Connect has begun: there may be something to lose. */
  void connecting();
  /** The connection to the service is gone: tells the callback, once, where the transport had a connection. */
  void lost();

  /** A stream that the service reads until it lets go of it, or the transport ends. */
  void keep(const std::shared_ptr<Stream> &stream);
  void forget(const std::shared_ptr<Stream> &stream);

  bool initialised();

 private:
  Mutex mutex_;
  ISMTPCallback *callback_ = nullptr;
  ISMTPTransport2 *transport_ = nullptr;
  bool initialised_ = false;
  bool lost_ = false;
  bool told_ = false;
  uint32_t received_ = 1;
  IXPSTATUS status_ = IXP_DISCONNECTED;
  std::set<std::shared_ptr<Stream>> streams_;
};

}  // namespace comail
