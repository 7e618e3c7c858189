import { com, S_OK } from '../../../com/index.js';
import {
  CURRENT_SPI_VERSION,
  IMSProvider,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_VERSION,
  MAPI_NT_SERVICE,
  type MSPROVIDERINIT,
} from '../../../mapi/index.js';
import { StoreProvider } from './provider.js';

/**
 * The entry point of the store provider: a new provider object for each call.
 *
 * @param ulFlags `MAPI_NT_SERVICE`, which changes nothing: there are no dialogs anyway; 0
 * @param ulMAPIVer the version of the provider interfaces that MAPI follows
 * @returns `S_OK` with the provider and its version, `CURRENT_SPI_VERSION`; `MAPI_E_VERSION` when MAPI is older than that;
 *   `MAPI_E_UNKNOWN_FLAGS`
 * @spec msproviderinit
 */
export const MSProviderInit: MSPROVIDERINIT = async (ulFlags, ulMAPIVer) => {
  if ((ulFlags & ~MAPI_NT_SERVICE) !== 0) return [MAPI_E_UNKNOWN_FLAGS, null];
  // Major and minor version; what is below is the number of a build.
  if (!(ulMAPIVer >>> 16 >= CURRENT_SPI_VERSION >>> 16)) return [MAPI_E_VERSION, null];
  const lppMSProvider = com(new StoreProvider(), IMSProvider);
  return [S_OK, Object.freeze({ lpulProviderVer: CURRENT_SPI_VERSION, lppMSProvider })];
};
