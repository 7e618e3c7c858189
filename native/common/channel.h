// The connection to the service: calls that wait for their answers, events that come meanwhile, objects of both sides.
// docs/protocol.md says what goes over it. One thread reads; any number call.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "common/bytes.h"
#include "common/greeting.h"
#include "common/socket.h"
#include "common/sync.h"

namespace comail {

/** A call of the service on an object of the host. */
struct Event {
  uint32_t number = 0;
  Guid iid = {};
  unsigned slot = 0;
  bool wantsReply = false;
  uint32_t call = 0;
  Bytes inputs;
};

/** An object of the host that the service was given. */
class HostObject {
 public:
  virtual ~HostObject() = default;
  /** An event outside of calls, on the thread that reads, in the order of the wire: to be brought to the object's home. */
  virtual void arrived(Event event) = 0;
  /** Does what an event asks, on the thread that waits in the call to which it belongs. @returns the code of the REPLY */
  virtual uint32_t run(const Event &event, Reader &inputs, Writer &outputs) = 0;
  /** The service has no reference any more, or is gone; on the thread that reads. Called once. */
  virtual void letGo(bool lost) = 0;
};

/** What a call came to. */
struct Answer {
  uint32_t code = 0;
  bool follow = false;
  Bytes body;

  Reader outputs() const { return follow ? Reader(body.data(), body.size()) : Reader(); }
};

class Channel : public std::enable_shared_from_this<Channel> {
 public:
  /** Connects and greets. @returns null when nobody answers who knows the secret */
  static std::shared_ptr<Channel> open(uint16_t port, const Secret &secret);

  enum class Sent { kAnswered, kLost, kTooLarge };
  /** Calls a method and waits; events that belong to the call run meanwhile, on this thread. */
  Sent call(uint64_t object, const Guid &iid, unsigned slot, const Writer &inputs, Answer &answer);
  /** Gives references back. */
  void release(uint64_t object, uint32_t count);
  /** Answers an event that wants it. @param outputs null when none follow */
  void reply(uint32_t event, uint32_t code, const Writer *outputs);
  /** Makes an object known. @returns its number, to be sent once */
  uint64_t expose(std::shared_ptr<HostObject> object);
  /** Takes back a number that was never sent. */
  void withdraw(uint64_t number);

  bool alive();
  /** Ends the connection; what waits for it hears that it is lost. */
  void close() { socket_.shut(); }

 private:
  struct Pending {
    Signal signal;
    bool answered = false;
    bool lost = false;
    Answer answer;
    std::deque<std::pair<std::shared_ptr<HostObject>, Event>> events;
  };

  bool greet(const Secret &secret);
  bool begin();
  void read();
  bool frame(const uint8_t *header, Reader body);
  bool answer(uint32_t number, Reader &body);
  bool event(uint32_t number, Reader &body);
  bool letGo(Reader &body);
  void ended();
  bool send(unsigned kind, uint32_t number, const Writer &body);
  static Writer framed(unsigned kind, uint32_t number, const Writer &body);

  Socket socket_;
  Mutex sending_;
  Mutex state_;
  bool alive_ = false;
  uint32_t frameBytes_ = 0;
  uint32_t lastCall_ = 0;
  uint32_t lastEvent_ = 0;
  uint64_t lastObject_ = 0;
  std::unordered_map<uint32_t, Pending *> pending_;
  std::unordered_map<uint64_t, std::shared_ptr<HostObject>> objects_;
};

}  // namespace comail
