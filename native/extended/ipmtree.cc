// HrValidateIPMSubtree, over the methods of the store that it is given.
#include <windows.h>

#include <mapidefs.h>
#include <mapix.h>

#include <cstring>

#include "extended/memory.h"

using namespace comail;

namespace {

constexpr ULONG kForceCreate = 1, kFullTree = 2;

/** The folders of a store, as far as they are there. */
struct Folder {
  ULONG tag;
  ULONG bit;
};
constexpr Folder kFolders[] = {
    {PR_IPM_SUBTREE_ENTRYID, FOLDER_IPM_SUBTREE_VALID},   {PR_IPM_WASTEBASKET_ENTRYID, FOLDER_IPM_WASTEBASKET_VALID},
    {PR_FINDER_ENTRYID, FOLDER_FINDER_VALID},             {PR_IPM_OUTBOX_ENTRYID, FOLDER_IPM_OUTBOX_VALID},
    {PR_IPM_SENTMAIL_ENTRYID, FOLDER_IPM_SENTMAIL_VALID}, {PR_VIEWS_ENTRYID, FOLDER_VIEWS_VALID},
    {PR_COMMON_VIEWS_ENTRYID, FOLDER_COMMON_VIEWS_VALID},
};
constexpr ULONG kMany = sizeof kFolders / sizeof *kFolders;
/** The first three are always there. */
constexpr ULONG kLeast = 3;

/** Whether a folder opens. */
HRESULT opens(LPMDB store, const SBinary &entry) {
  ULONG type = 0;
  LPUNKNOWN folder = nullptr;
  const HRESULT hr = store->OpenEntry(entry.cb, reinterpret_cast<LPENTRYID>(entry.lpb), nullptr, 0, &type, &folder);
  if (folder) folder->Release();
  return hr;
}

}  // namespace

extern "C" {

// Folders that a store lacks are not made: the stores of the service have all of them. @spec hrvalidateipmsubtree
HRESULT WINAPI HrValidateIPMSubtree(LPMDB store, ULONG flags, ULONG *count, LPSPropValue *made, LPMAPIERROR *error) {
  if (error) *error = nullptr;
  if (!store || (made && !count)) return static_cast<HRESULT>(MAPI_E_INVALID_PARAMETER);
  if (flags & ~(kForceCreate | kFullTree)) return static_cast<HRESULT>(MAPI_E_UNKNOWN_FLAGS);
  if (made) *made = nullptr;
  if (count) *count = 0;
  SizedSPropTagArray(kMany + 1, tags) = {kMany + 1, {PR_VALID_FOLDER_MASK}};
  for (ULONG i = 0; i < kMany; i++) tags.aulPropTag[i + 1] = kFolders[i].tag;
  ULONG many = 0;
  LPSPropValue props = nullptr;
  HRESULT hr = store->GetProps(reinterpret_cast<LPSPropTagArray>(&tags), 0, &many, &props);
  if (FAILED(hr)) return hr;
  for (ULONG i = 0; SUCCEEDED(hr) && i < (flags & kFullTree ? kMany : kLeast); i++) {
    const bool valid = props[0].ulPropTag == PR_VALID_FOLDER_MASK && props[0].Value.l & static_cast<LONG>(kFolders[i].bit) &&
                       props[i + 1].ulPropTag == kFolders[i].tag;
    hr = !valid ? static_cast<HRESULT>(MAPI_E_NO_SUPPORT) : flags & kForceCreate ? opens(store, props[i + 1].Value.bin) : S_OK;
  }
  if (FAILED(hr) || !made) {
    freeBuffer(props);
    return FAILED(hr) ? hr : S_OK;
  }
  *made = props;
  *count = many;
  return S_OK;
}

}
