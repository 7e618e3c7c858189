// The thread that reads: it brings each frame to whom it concerns, and never runs anything of the program itself.
#include <algorithm>
#include <cstring>
#include <exception>

#include "common/channel.h"
#include "common/frames.h"

namespace comail {

namespace {

// Most frames are small: one look at the socket brings several.
constexpr size_t kAtOnce = 64 * 1024;

constexpr uint32_t after(uint32_t number) { return number == 0xFFFFFFFF ? 1 : number + 1; }

}  // namespace

void Channel::read() {
  try {
    Bytes held(kAtOnce);
    size_t begin = 0, end = 0;
    for (;;) {
      const size_t there = end - begin;
      const uint32_t length = there >= kHeaderBytes ? headerOf(held.data() + begin).length : 0;
      if (length > frameBytes_) break;
      const size_t needed = kHeaderBytes + length;
      if (there >= needed) {
        if (!frame(held.data() + begin, Reader(held.data() + begin + kHeaderBytes, length))) break;
        begin += needed;
        continue;
      }
      std::memmove(held.data(), held.data() + begin, there);
      begin = 0;
      if (held.size() < needed) held.resize(needed);
      const size_t got = socket_.some(held.data() + there, held.size() - there);
      if (got == 0) break;
      end = there + got;
    }
  } catch (const std::exception &) {
    // No memory for a frame: the connection can't be followed any longer.
  }
  ended();
}

bool Channel::frame(const uint8_t *header, Reader body) {
  const Header head = headerOf(header);
  switch (head.kind) {
    case kAnswer: return answer(head.number, body);
    case kEvent: return event(head.number, body);
    case kLetGo: return letGo(body);
    // FAULT is the service's last word, and anything else is none of the protocol.
    default: return false;
  }
}

bool Channel::answer(uint32_t number, Reader &body) {
  Answer come;
  come.code = body.u32();
  come.follow = body.there();
  if (!body.good()) return false;
  come.body.assign(body.next(), body.next() + body.left());
  Locked locked(state_);
  const auto found = pending_.find(number);
  if (found == pending_.end() || found->second->answered) return false;
  found->second->answer = std::move(come);
  found->second->answered = true;
  found->second->signal.all();
  return true;
}

bool Channel::event(uint32_t number, Reader &body) {
  Event come;
  come.number = number;
  const uint64_t object = body.u64();
  come.iid = body.guid();
  come.slot = body.u16();
  come.wantsReply = body.there();
  body.u8();
  come.call = body.u32();
  if (!body.good() || number != after(lastEvent_)) return false;
  lastEvent_ = number;
  come.inputs.assign(body.next(), body.next() + body.left());
  std::shared_ptr<HostObject> target;
  {
    Locked locked(state_);
    const auto found = objects_.find(object);
    if (found == objects_.end()) return false;
    target = found->second;
    const auto call = come.call == 0 ? pending_.end() : pending_.find(come.call);
    if (call != pending_.end()) {
      call->second->events.emplace_back(std::move(target), std::move(come));
      call->second->signal.all();
      return true;
    }
  }
  target->arrived(std::move(come));
  return true;
}

bool Channel::letGo(Reader &body) {
  while (body.good() && body.left() > 0) {
    const uint64_t object = body.u64();
    const uint32_t count = body.u32();
    std::shared_ptr<HostObject> target;
    {
      Locked locked(state_);
      const auto found = objects_.find(object);
      // Each number is sent once, so that one is all there is to return.
      if (found == objects_.end() || count != 1) return false;
      target = std::move(found->second);
      objects_.erase(found);
    }
    target->letGo(false);
  }
  return body.good();
}

void Channel::ended() {
  socket_.shut();
  std::unordered_map<uint64_t, std::shared_ptr<HostObject>> left;
  {
    Locked locked(state_);
    alive_ = false;
    left.swap(objects_);
    for (auto &[number, call] : pending_) {
      call->lost = true;
      call->signal.all();
    }
  }
  for (auto &[number, object] : left) object->letGo(true);
}

}  // namespace comail
