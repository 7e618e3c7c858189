#include "common/channel.h"

#include <algorithm>
#include <cstring>

#include "common/frames.h"
#include "common/thread.h"

namespace comail {

namespace {

// More than the service gives: a machine that is busy answers late.
constexpr uint32_t kGreetingMilliseconds = 5000;

/** Behind the highest number comes 1: 0 means none. */
constexpr uint32_t after(uint32_t number) { return number == 0xFFFFFFFF ? 1 : number + 1; }

}  // namespace

std::shared_ptr<Channel> Channel::open(uint16_t port, const Secret &secret) {
  auto channel = std::make_shared<Channel>();
  if (!channel->socket_.open(port) || !channel->greet(secret) || !channel->begin()) return nullptr;
  channel->alive_ = true;
  if (!startThread([channel] { channel->read(); })) return nullptr;
  return channel;
}

bool Channel::greet(const Secret &secret) {
  std::array<uint8_t, 32> nonce;
  if (!randomBytes(nonce.data(), nonce.size())) return false;
  socket_.patience(kGreetingMilliseconds);
  const HostHello mine = hostHello(nonce);
  ServiceHello theirs;
  if (!socket_.send(mine.data(), mine.size()) || !socket_.receive(theirs.data(), theirs.size())) return false;
  if (!isService(secret, mine, theirs)) return false;
  const Proof proof = hostProof(secret, mine, theirs);
  return socket_.send(proof.data(), proof.size());
}

/** WELCOME comes before everything else. */
bool Channel::begin() {
  uint8_t header[kHeaderBytes];
  if (!socket_.receive(header, sizeof header)) return false;
  const Header head = headerOf(header);
  if (head.kind != kWelcome || head.length > kWelcomeBytes) return false;
  Bytes body(head.length);
  if (!socket_.receive(body.data(), body.size())) return false;
  Reader in(body.data(), body.size());
  frameBytes_ = in.u32();
  socket_.patience(0);
  return in.good() && frameBytes_ >= kHeaderBytes;
}

bool Channel::alive() {
  Locked locked(state_);
  return alive_;
}

Channel::Sent Channel::call(uint64_t object, const Guid &iid, unsigned slot, const Writer &inputs, Answer &answer) {
  Writer body;
  body.u64(object).guid(iid).u16(slot).u16(0).raw(inputs.written().data(), inputs.size());
  if (body.size() > frameBytes_) return Sent::kTooLarge;
  Pending mine;
  uint32_t number = 0;
  {
    // The number and its place on the wire belong together.
    Locked turn(sending_);
    {
      Locked locked(state_);
      if (!alive_) return Sent::kLost;
      number = lastCall_ = after(lastCall_);
      pending_.emplace(number, &mine);
    }
    const Writer whole = framed(kCall, number, body);
    if (!socket_.send(whole.written().data(), whole.size())) socket_.shut();
  }
  state_.lock();
  for (;;) {
    while (!mine.answered && !mine.lost && mine.events.empty()) mine.signal.wait(state_);
    if (mine.events.empty()) break;
    auto [target, event] = std::move(mine.events.front());
    mine.events.pop_front();
    state_.unlock();
    Reader in(event.inputs.data(), event.inputs.size());
    Writer out;
    const uint32_t code = target->run(event, in, out);
    if (event.wantsReply) reply(event.number, code, isSuccess(code) ? &out : nullptr);
    state_.lock();
  }
  pending_.erase(number);
  const bool lost = !mine.answered;
  state_.unlock();
  if (lost) return Sent::kLost;
  answer = std::move(mine.answer);
  return Sent::kAnswered;
}

void Channel::release(uint64_t object, uint32_t count) {
  if (object == 0 || count == 0) return;
  send(kRelease, 0, Writer().u64(object).u32(count));
}

void Channel::reply(uint32_t event, uint32_t code, const Writer *outputs) {
  Writer body;
  body.u32(code).u8(outputs ? 1 : 0);
  if (outputs) body.raw(outputs->written().data(), outputs->size());
  send(kReply, event, body);
}

uint64_t Channel::expose(std::shared_ptr<HostObject> object) {
  Locked locked(state_);
  objects_.emplace(++lastObject_, std::move(object));
  return lastObject_;
}

void Channel::withdraw(uint64_t number) {
  Locked locked(state_);
  objects_.erase(number);
}

bool Channel::send(unsigned kind, uint32_t number, const Writer &body) {
  const Writer whole = framed(kind, number, body);
  Locked turn(sending_);
  if (socket_.send(whole.written().data(), whole.size())) return true;
  socket_.shut();
  return false;
}

Writer Channel::framed(unsigned kind, uint32_t number, const Writer &body) {
  Writer whole;
  whole.u32(static_cast<uint32_t>(body.size())).u32(kind).u32(number).raw(body.written().data(), body.size());
  return whole;
}

}  // namespace comail
