#include "extended/remote.h"

#include <mapicode.h>

#include <cstring>
#include <map>
#include <new>
#include <unordered_set>

namespace comail {

namespace {

struct All {
  Mutex mutex;
  std::map<std::pair<Channel *, uint64_t>, Remote *> remotes;
  std::unordered_set<const void *> faces;
};

// Never destroyed: at the end of the process programs still give back what they hold.
All &all() {
  static auto *only = new All;
  return *only;
}

constexpr Guid kUnknown = guid(0, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46});
constexpr unsigned kQueryInterface = 0;

}  // namespace

Face *Remote::take(const std::shared_ptr<Channel> &channel, const Reference &reference) {
  if (reference.kind != Reference::kService) return nullptr;
  const Interface *role = interfaceOf(reference.iids.at(0));
  if (!role) {
    channel->release(reference.number, 1);
    return nullptr;
  }
  Locked locked(all().mutex);
  auto [place, made] = all().remotes.try_emplace({channel.get(), reference.number}, nullptr);
  if (made) place->second = new Remote(channel, reference.number);
  place->second->received_++;
  return place->second->held(role);
}

Face *Remote::known(const void *pointer) {
  Locked locked(all().mutex);
  return all().faces.count(pointer) ? static_cast<Face *>(const_cast<void *>(pointer)) : nullptr;
}

Face *Remote::held(const Interface *role) {
  Face *found = nullptr;
  for (const auto &face : faces_)
    if (face->role == role) found = face.get();
  if (!found) {
    faces_.push_back(std::make_unique<Face>(Face{role->table, this, role}));
    found = faces_.back().get();
    all().faces.insert(found);
  }
  count_++;
  return found;
}

ULONG Remote::addRef() {
  Locked locked(all().mutex);
  return ++count_;
}

ULONG Remote::release() {
  {
    Locked locked(all().mutex);
    if (--count_ > 0) return count_;
    all().remotes.erase({channel.get(), number});
    for (const auto &face : faces_) all().faces.erase(face.get());
  }
  channel->release(number, received_);
  delete this;
  return 0;
}

HRESULT Remote::query(const Guid &iid, void **object) {
  const Interface *role = interfaceOf(iid);
  if (!role) return E_NOINTERFACE;
  {
    Locked locked(all().mutex);
    for (const auto &face : faces_)
      if (face->role == role) {
        count_++;
        *object = face.get();
        return S_OK;
      }
    if (iid == kUnknown) {
      *object = held(role);
      return S_OK;
    }
  }
  Answer answer;
  Writer in;
  in.u8(1).guid(iid);
  if (channel->call(number, kUnknown, kQueryInterface, in, answer) != Channel::Sent::kAnswered)
    return static_cast<HRESULT>(MAPI_E_NETWORK_ERROR);
  Reader out = answer.outputs();
  if (FAILED(static_cast<HRESULT>(answer.code))) return static_cast<HRESULT>(answer.code);
  const Reference reference = out.reference();
  // Another one has other functions in the places of its table.
  if (!out.good() || reference.kind != Reference::kService || reference.iids.at(0) != iid) {
    channel->close();
    return static_cast<HRESULT>(MAPI_E_NETWORK_ERROR);
  }
  *object = take(channel, reference);
  return *object ? static_cast<HRESULT>(answer.code) : E_NOINTERFACE;
}

HRESULT STDMETHODCALLTYPE queryInterface(Face *self, REFIID iid, void **object) noexcept {
  if (!object) return E_POINTER;
  *object = nullptr;
  Guid wanted;
  std::memcpy(wanted.bytes.data(), &iid, sizeof iid);
  try {
    return self->remote->query(wanted, object);
  } catch (const std::bad_alloc &) {
    return E_OUTOFMEMORY;
  }
}

ULONG STDMETHODCALLTYPE addRef(Face *self) noexcept { return self->remote->addRef(); }

ULONG STDMETHODCALLTYPE release(Face *self) noexcept { return self->remote->release(); }

}  // namespace comail
