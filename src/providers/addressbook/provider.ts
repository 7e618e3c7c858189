import { acquire, ComError, com, type Impl, ok, S_OK } from '../../com/index.js';
import {
  AB_NO_DIALOG,
  type ABPROVIDERINIT,
  type AddressBookLogon,
  CURRENT_SPI_VERSION,
  IABLogon,
  IABProvider,
  IMAPISupport,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_UNCONFIGURED,
  MAPI_E_VERSION,
  MAPI_UNICODE,
  PR_DISPLAY_NAME_W,
  PR_PAB_PATH_W,
} from '../../mapi/index.js';
import { mapiError, requireFlags } from '../../subsystem/index.js';
import { Book } from './book.js';
import { BookFile } from './bookfile.js';
import { BookLogon } from './logon.js';
import { providerDisplay, statusRow } from './status.js';

/**
 * The entry point of the provider of personal address books.
 *
 * @param _ulFlags `MAPI_NT_SERVICE` or 0; it makes no difference
 * @param ulMAPIVer the version of the provider interfaces that MAPI follows
 * @returns `S_OK` with the provider; `MAPI_E_VERSION` when MAPI is older than the provider
 * @spec abproviderinit
 */
export const ABProviderInit: ABPROVIDERINIT = async (_ulFlags, ulMAPIVer) => {
  if (ulMAPIVer < CURRENT_SPI_VERSION) return [MAPI_E_VERSION, null];
  return [S_OK, { lpulProviderVer: CURRENT_SPI_VERSION, lppABProvider: com(new BookProvider(), IABProvider) }];
};

/** Opens personal address books. @spec iabprovideriunknown */
class BookProvider implements Impl<IABProvider> {
  /** See {@link IABProvider.Shutdown}. @spec iabprovider-shutdown */
  Shutdown(lpulFlags = 0): void {
    requireFlags(lpulFlags, 0);
  }

  /** See {@link IABProvider.Logon}. @spec iabprovider-logon */
  async Logon(
    lpMAPISup: IMAPISupport,
    _ulUIParam: number,
    _lpszProfileName: string | null,
    ulFlags: number,
    _lppbSecurity: Uint8Array | null,
  ): Promise<AddressBookLogon> {
    requireFlags(ulFlags, AB_NO_DIALOG | MAPI_DEFERRED_ERRORS | MAPI_UNICODE);
    const support = acquire(lpMAPISup, IMAPISupport, 'lpMAPISup');
    try {
      const { path, name } = await settingsOf(support);
      const book = new Book(new BookFile(path), support, name);
      await ok(support.SetProviderUID(book.uid, 0));
      await ok(support.ModifyStatusRow(statusRow(book), 0));
      const lppABLogon = com(new BookLogon(book), IABLogon);
      return { lppbSecurity: new Uint8Array(0), lppMAPIError: null, lppABLogon };
    } catch (error) {
      support.Release();
      if (!(error instanceof ComError)) throw error;
      throw new ComError(error.hr, error.message, {
        cause: error,
        value: { lppMAPIError: mapiError(component, error.message) },
      });
    }
  }
}

async function settingsOf(support: IMAPISupport): Promise<{ readonly path: string; readonly name: string }> {
  using section = await ok(support.OpenProfileSection(null, 0));
  const row = await ok(section.GetProps([PR_PAB_PATH_W, PR_DISPLAY_NAME_W], MAPI_UNICODE));
  const path = row.get(PR_PAB_PATH_W);
  if (!path) throw new ComError(MAPI_E_UNCONFIGURED, 'PR_PAB_PATH must say where the personal address book lies');
  return { path, name: row.get(PR_DISPLAY_NAME_W) || providerDisplay };
}

/** What failures name as their component. */
export const component = 'comail address book';
