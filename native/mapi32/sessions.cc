#include "mapi32/sessions.h"

#include <unordered_map>

#include "common/service.h"

namespace comail {

namespace {

struct Known {
  Logon how;
  // The connection that the service's number belongs to: with it the session there has ended.
  std::weak_ptr<Channel> channel;
  uint64_t remote = 0;
};

struct Sessions {
  Mutex mutex;
  uintptr_t last = 0;
  std::unordered_map<uintptr_t, Known> known;
};

// As many as the service lets one program have, and then some: those that exist here alone count too.
constexpr size_t kMost = 256;

Sessions &sessions() {
  static auto *all = new Sessions;
  return *all;
}

ULONG remoteLogon(const std::shared_ptr<Channel> &channel, uintptr_t window, const Logon &how, uint64_t &remote) {
  Writer in;
  in.u64(window);
  put(in, how.profile);
  put(in, how.password);
  in.u32(how.flags).u32(0);
  Use used;
  used.channel = channel;
  Answer answer;
  const ULONG code = ask(used, kLogon, in, answer);
  Reader out = answer.outputs();
  if (code == SUCCESS_SUCCESS) remote = out.u64();
  return out.good() ? code : MAPI_E_FAILURE;
}

}  // namespace

ULONG ask(const Use &used, unsigned slot, const Writer &inputs, Answer &answer) {
  switch (used.channel->call(0, kSimpleMapi, slot, inputs, answer)) {
    case Channel::Sent::kAnswered: return answer.code;
    case Channel::Sent::kTooLarge: return MAPI_E_TEXT_TOO_LARGE;
    default: return MAPI_E_FAILURE;
  }
}

ULONG logon(uintptr_t window, const Logon &how, uintptr_t &session) {
  Known made;
  made.how = how;
  if (const auto channel = service()) {
    const ULONG code = remoteLogon(channel, window, how, made.remote);
    // A service that went down in this moment is a service that is down.
    if (code != SUCCESS_SUCCESS && channel->alive()) return code;
    if (code == SUCCESS_SUCCESS) made.channel = channel;
  }
  Sessions &all = sessions();
  Locked locked(all.mutex);
  if (all.known.size() >= kMost) return MAPI_E_TOO_MANY_SESSIONS;
  session = ++all.last;
  all.known.emplace(session, std::move(made));
  return SUCCESS_SUCCESS;
}

ULONG logoff(uintptr_t session, uintptr_t window, uint32_t flags) {
  Known known;
  {
    Sessions &all = sessions();
    Locked locked(all.mutex);
    const auto found = all.known.find(session);
    if (found == all.known.end()) return MAPI_E_INVALID_SESSION;
    known = std::move(found->second);
    all.known.erase(found);
  }
  Use used;
  used.channel = known.channel.lock();
  if (!used.channel || !used.channel->alive()) return SUCCESS_SUCCESS;
  Answer answer;
  const ULONG code = ask(used, kLogoff, Writer().u64(known.remote).u64(window).u32(flags).u32(0), answer);
  return used.channel->alive() ? code : SUCCESS_SUCCESS;
}

Use use(uintptr_t session, uintptr_t window) {
  Use used;
  Known known;
  Sessions &all = sessions();
  if (session != 0) {
    Locked locked(all.mutex);
    const auto found = all.known.find(session);
    if (found == all.known.end()) {
      used.code = MAPI_E_INVALID_SESSION;
      return used;
    }
    known = found->second;
  }
  used.profile = known.how.profile;
  used.channel = service();
  used.code = SUCCESS_SUCCESS;
  if (!used.channel || session == 0) return used;
  if (known.channel.lock() == used.channel) {
    used.remote = known.remote;
    return used;
  }
  used.code = remoteLogon(used.channel, window, known.how, used.remote);
  if (used.code != SUCCESS_SUCCESS) {
    if (used.channel->alive()) return used;
    used.code = SUCCESS_SUCCESS;
    used.channel = nullptr;
    return used;
  }
  Locked locked(all.mutex);
  const auto found = all.known.find(session);
  if (found != all.known.end()) {
    found->second.channel = used.channel;
    found->second.remote = used.remote;
  }
  return used;
}

Use online(uintptr_t session, uintptr_t window) {
  Use used = use(session, window);
  if (used.code == SUCCESS_SUCCESS && !used.channel) used.code = MAPI_E_FAILURE;
  return used;
}

}  // namespace comail
