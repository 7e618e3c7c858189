#include "extended/hosted.h"

#include <mapidefs.h>
#include <mapix.h>

#include <cstring>
#include <list>
#include <map>
#include <utility>

#include "common/frames.h"
#include "common/hoststream.h"
#include "common/service.h"
#include "extended/notifications.h"
#include "extended/taken.h"

namespace comail {

namespace {

constexpr Guid kAdviseSink = guid(0x00020302, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46});
constexpr Guid kProgress = guid(0x0002031F, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46});
constexpr Guid kStream = guid(0x0000000C, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46});
constexpr unsigned kOnNotify = 3;
enum ProgressSlot : unsigned { kProgressMade = 3, kGetFlags = 4, kGetMax = 5, kGetMin = 6, kSetLimits = 7 };

uint32_t malformed() { return static_cast<uint32_t>(E_INVALIDARG); }

uint32_t notify(IMAPIAdviseSink *sink, Reader &in) {
  Block block;
  ULONG count = 0;
  NOTIFICATION *events = takeNotifications(in, block, count);
  if (!events || !in.finished()) return malformed();
  return sink->OnNotify(count, events);
}

uint32_t progress(IMAPIProgress *indicator, unsigned slot, Reader &in, Writer &out) {
  const auto asked = [&out](HRESULT hr, ULONG value) {
    out.u32(value);
    return static_cast<uint32_t>(hr);
  };
  ULONG value = 0;
  switch (slot) {
    case kProgressMade: {
      const ULONG made = in.u32(), count = in.u32(), total = in.u32();
      return static_cast<uint32_t>(indicator->Progress(made, count, total));
    }
    case kGetFlags: {
      const HRESULT hr = indicator->GetFlags(&value);
      return asked(hr, value);
    }
    case kGetMax: {
      const HRESULT hr = indicator->GetMax(&value);
      return asked(hr, value);
    }
    case kGetMin: {
      const HRESULT hr = indicator->GetMin(&value);
      return asked(hr, value);
    }
    case kSetLimits: {
      ULONG limits[3] = {};
      bool given[3] = {};
      for (int i = 0; i < 3; i++)
        if ((given[i] = in.there())) limits[i] = in.u32();
      const auto at = [&](int i) { return given[i] ? &limits[i] : nullptr; };
      return in.finished() ? static_cast<uint32_t>(indicator->SetLimits(at(0), at(1), at(2))) : malformed();
    }
    default: return static_cast<uint32_t>(MAPI_E_NO_SUPPORT);
  }
}

class Hosted;

struct All {
  Mutex mutex;
  std::map<std::pair<Channel *, uint64_t>, std::shared_ptr<Hosted>> known;
  // Let go of by the service, with references left.
  std::list<std::shared_ptr<Hosted>> ending;
};

All &all() {
  static auto *only = new All;
  return *only;
}

class Hosted final : public HostObject, public std::enable_shared_from_this<Hosted> {
 public:
  Hosted(std::weak_ptr<Channel> channel, IUnknown *object, const Guid &iid)
      : thread(GetCurrentThreadId()), channel_(std::move(channel)), object_(object), iid_(iid), home_(notificationHome()) {
    object_->AddRef();
  }
  ~Hosted() override {
    if (object_) object_->Release();
  }

  // Outside of calls things are told at home, and nothing any more once MAPI was uninitialized.
  void arrived(Event event) override {
    home_->post([self = shared_from_this(), event = std::move(event)] {
      Reader in(event.inputs.data(), event.inputs.size());
      Writer out;
      const uint32_t code = self->home_->ended() ? kDisconnected : self->run(event, in, out);
      const auto channel = self->channel_.lock();
      if (event.wantsReply && channel) channel->reply(event.number, code, isSuccess(code) ? &out : nullptr);
    });
  }

  uint32_t run(const Event &event, Reader &in, Writer &out) override {
    IUnknown *object = held();
    if (!object) return kDisconnected;
    const uint32_t code = called(object, event, in, out);
    object->Release();
    return code;
  }

  // The last reference goes where the program made the object: with the end of a call there, which is when a program knows that its sink
  // is told nothing any more, or with the messages at home, whatever comes first.
  void letGo(bool) override {
    {
      Locked locked(all().mutex);
      for (auto each = all().known.begin(); each != all().known.end(); ++each)
        if (each->second.get() == this) {
          all().ending.push_back(std::move(each->second));
          all().known.erase(each);
          break;
        }
    }
    home_->post([self = shared_from_this()] {
      {
        Locked locked(all().mutex);
        all().ending.remove(self);
      }
      self->end();
    });
  }

  /** With a reference; null once it was let go. */
  IUnknown *held() {
    Locked locked(mutex_);
    if (object_) object_->AddRef();
    return object_;
  }

  void end() {
    IUnknown *object = nullptr;
    {
      Locked locked(mutex_);
      std::swap(object, object_);
    }
    if (object) object->Release();
  }

  /** Where the program handed it over. */
  const DWORD thread;

 private:
  uint32_t called(IUnknown *object, const Event &event, Reader &in, Writer &out) {
    if (event.iid != iid_) return static_cast<uint32_t>(E_NOINTERFACE);
    if (iid_ == kAdviseSink && event.slot == kOnNotify) return notify(static_cast<IMAPIAdviseSink *>(object), in);
    if (iid_ == kProgress) return progress(static_cast<IMAPIProgress *>(object), event.slot, in, out);
    if (iid_ == kStream) return runStream(static_cast<IStream *>(object), event, in, out);
    return static_cast<uint32_t>(MAPI_E_NO_SUPPORT);
  }

  const std::weak_ptr<Channel> channel_;
  Mutex mutex_;
  IUnknown *object_;
  const Guid iid_;
  const std::shared_ptr<Home> home_;
};

}  // namespace

uint64_t exposed(Channel &channel, IUnknown *object, const Guid &iid) {
  const auto hosted = std::make_shared<Hosted>(channel.weak_from_this(), object, iid);
  const uint64_t number = channel.expose(hosted);
  Locked locked(all().mutex);
  all().known.emplace(std::make_pair(&channel, number), hosted);
  return number;
}

void withdrawn(Channel &channel, uint64_t number) {
  channel.withdraw(number);
  Locked locked(all().mutex);
  all().known.erase({&channel, number});
}

void endExposed() {
  std::list<std::shared_ptr<Hosted>> mine;
  {
    Locked locked(all().mutex);
    for (auto each = all().ending.begin(); each != all().ending.end();) {
      const auto here = each++;
      if ((*here)->thread == GetCurrentThreadId()) mine.splice(mine.end(), all().ending, here);
    }
  }
  for (const auto &one : mine) one->end();
}

IUnknown *exposedBefore(Channel &channel, uint64_t number) {
  std::shared_ptr<Hosted> found;
  {
    Locked locked(all().mutex);
    const auto place = all().known.find({&channel, number});
    if (place != all().known.end()) found = place->second;
  }
  return found ? found->held() : nullptr;
}

}  // namespace comail
