import { acquire, ComError, com, type Impl, type Out, ok, S_OK } from '../../com/index.js';
import {
  CURRENT_SPI_VERSION,
  IMAPISupport,
  type InitializedTransportProvider,
  type IProfSect,
  IXPLogon,
  IXPProvider,
  LOGON_NO_CONNECT,
  LOGON_NO_DIALOG,
  LOGON_NO_INBOUND,
  LOGON_NO_OUTBOUND,
  LOGON_SP_POLL,
  MAPI_E_UNCONFIGURED,
  MAPI_E_VERSION,
  MAPI_UNICODE,
  type IMAPISupport as Support,
  type TransportLogon,
} from '../../mapi/index.js';
import { mapiError } from '../../subsystem/index.js';
import { requireFlags } from './flags.js';
import { DropFolder } from './folder.js';
import { DropFolderLogon } from './logon.js';
import { statusColumns } from './status.js';
import { PR_DROPFOLDER_PATH } from './tags.js';

/**
 * The entry point of the drop folder's transport.
 *
 * @param ulFlags `MAPI_NT_SERVICE` or 0; it makes no difference
 * @param ulMAPIVer the version of the provider interfaces that MAPI follows
 * @returns `S_OK` with the provider; `MAPI_E_VERSION` when MAPI is older than the provider
 * @spec xpproviderinit
 */
export const XPProviderInit = (ulFlags: number, ulMAPIVer: number): Out<InitializedTransportProvider> =>
  initialized(ulFlags, ulMAPIVer);

async function initialized(_ulFlags: number, ulMAPIVer: number): Promise<Awaited<Out<InitializedTransportProvider>>> {
  if (ulMAPIVer < CURRENT_SPI_VERSION) return [MAPI_E_VERSION, null];
  const lppXPProvider = com<IXPProvider>(new DropFolderProvider(), IXPProvider);
  return [S_OK, Object.freeze({ lpulProviderVer: CURRENT_SPI_VERSION, lppXPProvider })];
}

/** One for all drop folders of a session. @spec ixpprovideriunknown */
class DropFolderProvider implements Impl<IXPProvider> {
  readonly #logons = new Set<DropFolderLogon>();

  /** See {@link IXPProvider.Shutdown}. @spec ixpprovider-shutdown */
  Shutdown(lpulFlags = 0): void {
    requireFlags(lpulFlags, 0);
    for (const logon of this.#logons) logon.end();
  }

  /** See {@link IXPProvider.TransportLogon}. @spec ixpprovider-transportlogon */
  async TransportLogon(
    lpMAPISup: Support,
    _ulUIParam: number,
    _lpszProfileName: string | null,
    lpulFlags: number,
  ): Promise<TransportLogon> {
    const known = LOGON_NO_DIALOG | LOGON_NO_CONNECT | LOGON_NO_INBOUND | LOGON_NO_OUTBOUND | MAPI_UNICODE;
    requireFlags(lpulFlags, known);
    const support = acquire(lpMAPISup, IMAPISupport, 'lpMAPISup');
    try {
      const path = await configuredPath(support);
      await ok(support.ModifyStatusRow(statusColumns(path), 0));
      const inbound = (lpulFlags & LOGON_NO_INBOUND) === 0;
      const logon: DropFolderLogon = new DropFolderLogon(support, new DropFolder(path), inbound, () =>
        this.#logons.delete(logon),
      );
      this.#logons.add(logon);
      // Watching tells at once; polling is for what watching misses, as on network drives.
      return Object.freeze({
        lpulFlags: inbound ? MAPI_UNICODE | LOGON_SP_POLL : MAPI_UNICODE,
        lppMAPIError: null,
        lppXPLogon: com<IXPLogon>(logon, IXPLogon),
      });
    } catch (error) {
      support.Release();
      if (!(error instanceof ComError) || error.hr !== MAPI_E_UNCONFIGURED) throw error;
      const value = Object.freeze({ lppMAPIError: mapiError(component, error.message) });
      throw new ComError(error.hr, error.message, { cause: error, value });
    }
  }
}

/**
 * The folder that a profile names.
 *
 * @param section the provider's section
 * @throws {ComError} `MAPI_E_UNCONFIGURED` when there is none
 */
export async function pathIn(section: IProfSect): Promise<string> {
  const path = (await ok(section.GetProps([PR_DROPFOLDER_PATH], 0))).get(PR_DROPFOLDER_PATH);
  if (!path) throw new ComError(MAPI_E_UNCONFIGURED, 'PR_DROPFOLDER_PATH is missing; it names the folder of mail');
  return path;
}

async function configuredPath(support: Support): Promise<string> {
  using section = await ok(support.OpenProfileSection(null, 0));
  return await pathIn(section);
}

/** What failures name as their component. */
export const component = 'comail drop folder';
