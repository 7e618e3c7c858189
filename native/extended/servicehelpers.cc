// Exports of Mapiutil.h that the service does.
#include <windows.h>

#include <mapidefs.h>
#include <mapix.h>

#include <mapiutil.h>

#include <cstring>

#include "common/service.h"
#include "extended/call.h"
#include "generated/extended.h"
#include "mapi32/sessions.h"

using namespace comail;

namespace {

/** IID_IMAPITableData. */
constexpr Guid kITableData = guid(0x00020316, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46});
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

// The table lives in the service, which takes the memory of its rows by itself. A function that wants to hear of the end of a view is not
// called. @spec createtable
SCODE WINAPI CreateTable(const IID *iid, LPALLOCATEBUFFER, LPALLOCATEMORE, LPFREEBUFFER, LPVOID, ULONG type, ULONG index, LPSPropTagArray columns,
                         LPTABLEDATA *table) {
  if (!table || !columns) return kInvalid;
  *table = nullptr;
  if (iid && std::memcmp(iid, &kITableData, sizeof *iid) != 0) return static_cast<SCODE>(MAPI_E_INTERFACE_NOT_SUPPORTED);
  return guarded([&] {
    const auto channel = service();
    if (!channel) return static_cast<HRESULT>(MAPI_E_NETWORK_ERROR);
    const Argument given[] = {type, index, pointer(columns), pointer(table)};
    return call(channel, 0, kIComailMapiUtil, mIComailMapiUtil_CreateTable, given);
  });
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
