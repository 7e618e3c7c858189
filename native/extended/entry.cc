#include "extended/entry.h"

#include "common/service.h"
#include "extended/call.h"
#include "extended/notifications.h"
#include "generated/extended.h"

namespace comail {

namespace {

constexpr ULONG kNoCoInit = 0x8, kNtService = 0x10000;
constexpr ULONG kKnownFlags = MAPI_MULTITHREAD_NOTIFICATIONS | kNoCoInit | kNtService;

struct State {
  Mutex mutex;
  ULONG count = 0;
  // The connection on which the service knows that MAPI was initialized.
  std::weak_ptr<Channel> told;
};

State &state() {
  static auto *only = new State;
  return *only;
}

HRESULT root(const std::shared_ptr<Channel> &channel, const Method &method, const Argument *given) {
  return call(channel, 0, kIComailMapi, method, given);
}

/**
 * The connection for an entry point, on which MAPI is initialized: one for the program, which is made when it is needed, and anew when
 * the service was restarted. Null when it is down.
 */
HRESULT ready(std::shared_ptr<Channel> &channel) {
  {
    Locked locked(state().mutex);
    if (state().count == 0) return static_cast<HRESULT>(MAPI_E_NOT_INITIALIZED);
  }
  channel = service();
  if (!channel) return S_OK;
  Locked locked(state().mutex);
  if (state().told.lock() == channel) return S_OK;
  const Argument none[] = {0, 0};
  const HRESULT hr = root(channel, mIComailMapi_MAPIInitialize, none);
  if (SUCCEEDED(hr)) state().told = channel;
  return hr;
}

}  // namespace

HRESULT initialize(const MAPIINIT_0 *how) {
  if (how && how->ulVersion != MAPI_INIT_VERSION) return static_cast<HRESULT>(MAPI_E_VERSION);
  const ULONG flags = how ? how->ulFlags : 0;
  if (flags & ~kKnownFlags) return static_cast<HRESULT>(MAPI_E_UNKNOWN_FLAGS);
  Locked locked(state().mutex);
  if (state().count++ == 0) beginNotifications(flags & MAPI_MULTITHREAD_NOTIFICATIONS);
  return S_OK;
}

void uninitialize() {
  std::shared_ptr<Channel> told;
  {
    Locked locked(state().mutex);
    if (state().count == 0 || --state().count > 0) return;
    told = state().told.lock();
    state().told.reset();
  }
  endNotifications();
  // What the program still holds lives on, as the connection does.
  if (told && told->alive()) root(told, mIComailMapi_MAPIUninitialize, nullptr);
}

HRESULT logonEx(ULONG_PTR window, const void *profile, const void *password, ULONG flags, IMAPISession **session) {
  if (!session) return static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);
  *session = nullptr;
  std::shared_ptr<Channel> channel;
  const HRESULT hr = ready(channel);
  if (FAILED(hr)) return hr;
  // The page has one code for a logon that can't be, and none for a network.
  if (!channel) return static_cast<HRESULT>(MAPI_E_LOGON_FAILED);
  const Argument given[] = {window, reinterpret_cast<uintptr_t>(profile), reinterpret_cast<uintptr_t>(password), flags,
                            reinterpret_cast<uintptr_t>(session)};
  return root(channel, mIComailMapi_MAPILogonEx, given);
}

HRESULT adminProfiles(ULONG flags, IProfAdmin **admin) {
  if (!admin) return static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);
  *admin = nullptr;
  std::shared_ptr<Channel> channel;
  const HRESULT hr = ready(channel);
  if (FAILED(hr)) return hr;
  if (!channel) return static_cast<HRESULT>(MAPI_E_NETWORK_ERROR);
  const Argument given[] = {flags, reinterpret_cast<uintptr_t>(admin)};
  return root(channel, mIComailMapi_MAPIAdminProfiles, given);
}

}  // namespace comail
