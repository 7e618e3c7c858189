// The entry points of Extended MAPI, behind the exports of the DLL.
#pragma once

#include <windows.h>

#include <mapix.h>

namespace comail {

HRESULT initialize(const MAPIINIT_0 *how);
void uninitialize();
HRESULT logonEx(ULONG_PTR window, const void *profile, const void *password, ULONG flags, IMAPISession **session);
HRESULT adminProfiles(ULONG flags, IProfAdmin **admin);

}  // namespace comail
