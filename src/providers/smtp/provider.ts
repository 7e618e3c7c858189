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
  MAPI_E_UNCONFIGURED,
  MAPI_E_VERSION,
  MAPI_UNICODE,
  type IMAPISupport as Support,
  type TransportLogon,
} from '../../mapi/index.js';
import { mapiError } from '../../subsystem/index.js';
import { requireFlags } from './flags.js';
import { noConnections, SmtpLogon } from './logon.js';
import { readSettings, type Settings } from './settings.js';
import { StatusRow } from './statusrow.js';

/**
 * The entry point of the SMTP transport.
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
  const lppXPProvider = com<IXPProvider>(new SmtpProvider(), IXPProvider);
  return [S_OK, Object.freeze({ lpulProviderVer: CURRENT_SPI_VERSION, lppXPProvider })];
}

/** The SMTP transport: one for all its accounts. @spec ixpprovideriunknown */
class SmtpProvider implements Impl<IXPProvider> {
  readonly #logons = new Set<SmtpLogon>();

  /** See {@link IXPProvider.Shutdown}. @spec ixpprovider-shutdown */
  async Shutdown(lpulFlags = 0): Promise<void> {
    requireFlags(lpulFlags, 0);
    // The spooler has released them all; whoever has not is helped.
    await Promise.all([...this.#logons].map((logon) => logon.end()));
  }

  /** See {@link IXPProvider.TransportLogon}. @spec ixpprovider-transportlogon */
  async TransportLogon(
    lpMAPISup: Support,
    _ulUIParam: number,
    lpszProfileName: string | null,
    lpulFlags: number,
  ): Promise<TransportLogon> {
    const known = LOGON_NO_DIALOG | LOGON_NO_CONNECT | LOGON_NO_INBOUND | LOGON_NO_OUTBOUND | MAPI_UNICODE;
    requireFlags(lpulFlags, known);
    const support = acquire(lpMAPISup, IMAPISupport, 'lpMAPISup');
    try {
      const settings = await settingsOf(support, lpszProfileName);
      const { name, address } = settings.sender;
      const entryId = await ok(support.CreateOneOff(name || address, 'SMTP', address, MAPI_UNICODE));
      const row = new StatusRow(support, `SMTP: ${address}`, { address, entryId });
      // Connecting waits for the first message, so a server that is down keeps nobody from logging on.
      const connects = (lpulFlags & LOGON_NO_CONNECT) === 0;
      const logon: SmtpLogon = new SmtpLogon(support, settings, row, connects, () => this.#logons.delete(logon));
      await row.add();
      if (!connects) await row.be(noConnections);
      this.#logons.add(logon);
      return Object.freeze({
        lpulFlags: MAPI_UNICODE,
        lppMAPIError: null,
        lppXPLogon: com<IXPLogon>(logon, IXPLogon),
      });
    } catch (error) {
      support.Release();
      throw error;
    }
  }
}

async function settingsOf(support: Support, profile: string | null): Promise<Settings> {
  try {
    using section = await ok(support.OpenProfileSection(null, 0));
    return await readSettings(section);
  } catch (error) {
    if (!(error instanceof ComError) || error.hr !== MAPI_E_UNCONFIGURED) throw error;
    const where = profile === null ? 'The profile' : `The profile ${JSON.stringify(profile)}`;
    const lppMAPIError = mapiError(component, `${where} can't be used to send: ${error.message}`);
    throw new ComError(error.hr, error.message, { cause: error, value: Object.freeze({ lppMAPIError }) });
  }
}

/** What failures name as their component. */
export const component = 'comail SMTP transport';
