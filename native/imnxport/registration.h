// How programs find the DLL: keys of the registry.
#pragma once

#include <windows.h>

namespace comail {

/**
 * Writes the class.
 *
 * @param root HKEY_LOCAL_MACHINE for everybody, HKEY_CURRENT_USER for one user (Windows looks there first, Wine never)
 */
HRESULT registerServer(HKEY root);

/** Removes the class where it names this DLL; another's is left alone. */
HRESULT unregisterServer(HKEY root);

}  // namespace comail
