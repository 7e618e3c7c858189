import { acquire, ComError, com, type Impl, type Out, ok, S_OK } from '../../com/index.js';
import {
  CURRENT_SPI_VERSION,
  IMAPISupport,
  type InitializedTransportProvider,
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
import { PipelineLogon } from './logon.js';
import { ConfigError } from './route/config.js';
import { readSettings, type Settings } from './settings.js';
import { statusColumns } from './status.js';
import { useEngine } from './system.js';

/**
 * The entry point of the pipeline.
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
  const lppXPProvider = com<IXPProvider>(new PipelineProvider(), IXPProvider);
  return [S_OK, Object.freeze({ lpulProviderVer: CURRENT_SPI_VERSION, lppXPProvider })];
}

/** One for all its mailboxes in a session. @spec ixpprovideriunknown */
class PipelineProvider implements Impl<IXPProvider> {
  readonly #logons = new Set<PipelineLogon>();

  /** See {@link IXPProvider.Shutdown}. @spec ixpprovider-shutdown */
  async Shutdown(lpulFlags = 0): Promise<void> {
    requireFlags(lpulFlags, 0);
    await Promise.all([...this.#logons].map((logon) => logon.end()));
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
      const settings = await configured(support);
      const { name, address } = settings;
      const entryId = await ok(support.CreateOneOff(name || address, 'SMTP', address, MAPI_UNICODE));
      const use = await engineOf(settings.path);
      try {
        use.engine.mailboxes.put(address, name, null);
        await ok(support.ModifyStatusRow(statusColumns(settings, entryId), 0));
      } catch (error) {
        await use.release();
        throw error;
      }
      const inbound = (lpulFlags & LOGON_NO_INBOUND) === 0;
      const logon: PipelineLogon = new PipelineLogon({ support, settings, entryId, inbound, ...use }, () =>
        this.#logons.delete(logon),
      );
      this.#logons.add(logon);
      // The engine tells at once of what this process delivers; polling is for what others put into the queue.
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

async function configured(support: Support): Promise<Settings> {
  using section = await ok(support.OpenProfileSection(null, 0));
  return await readSettings(section);
}

async function engineOf(path: string): ReturnType<typeof useEngine> {
  try {
    return await useEngine(path);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ComError(MAPI_E_UNCONFIGURED, error.message, { cause: error });
  }
}

/** What failures name as their component. */
export const component = 'comail mail system';
