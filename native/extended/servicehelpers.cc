// Exports of Mapiutil.h that the service does.
#include <windows.h>

#include <mapidefs.h>
#include <mapix.h>

#include <cstring>

#include "extended/call.h"
#include "generated/extended.h"
#include "mapi32/sessions.h"

using namespace comail;

namespace {

constexpr HRESULT kInvalid = static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);

Argument pointer(const void *shown) { return static_cast<Argument>(reinterpret_cast<uintptr_t>(shown)); }

}  // namespace

extern "C" {

// Messages of the program's own can't cross. @spec rtfsync
HRESULT WINAPI RTFSync(LPMESSAGE message, ULONG flags, BOOL *updated) {
  if (!message || !updated) return kInvalid;
  *updated = FALSE;
  Face *face = Remote::known(message);
  if (!face) return static_cast<HRESULT>(MAPI_E_NO_SUPPORT);
  const Holding held(face->remote);
  const Argument given[] = {pointer(message), flags, pointer(updated)};
  return call(face->remote->channel, 0, kIComailMapiUtil, mIComailMapiUtil_RTFSync, given);
}

// @spec scmapixfromsmapi
SCODE WINAPI ScMAPIXFromSMAPI(ULONG_PTR simple, ULONG flags, const IID *iid, LPMAPISESSION *session) {
  if (!session) return kInvalid;
  *session = nullptr;
  if (flags) return static_cast<SCODE>(MAPI_E_UNKNOWN_FLAGS);
  return guarded([&] {
    // Without one, none can be converted.
    const Use used = simple ? online(simple, 0) : Use();
    if (used.code != SUCCESS_SUCCESS) return kInvalid;
    LPMAPISESSION made = nullptr;
    const Argument given[] = {used.remote, flags, pointer(&made)};
    HRESULT hr = call(used.channel, 0, kIComailMapiUtil, mIComailMapiUtil_ScMAPIXFromSMAPI, given);
    if (FAILED(hr) || !iid) {
      *session = made;
      return hr;
    }
    hr = made->QueryInterface(*iid, reinterpret_cast<void **>(session));
    made->Release();
    return hr;
  });
}

}
