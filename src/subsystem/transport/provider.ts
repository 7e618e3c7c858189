import { acquire, ComError, com, type Impl, type Out, S_OK } from '../../com/index.js';
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
  type XPPROVIDERINIT,
} from '../../mapi/index.js';
import { requireFlags } from '../props/arguments.js';
import { mapiError } from '../props/lasterror.js';
import type { TransportSession } from './session.js';

/** What somebody who logs on to a transport wants. */
export interface TransportRequest {
  /** MAPI's side; the session that is made of it releases it in the end. */
  readonly support: Support;
  /** Whether mail is to come in at all. */
  readonly inbound: boolean;
  /** Whether the session may connect to anything. */
  readonly connects: boolean;
}

/** What one transport has of its own; all else is the same in all of them. */
export interface TransportDescription {
  /** What failures name as their component. */
  readonly component: string;
  /**
   * Makes a session, and its row of the status table.
   *
   * @param request what is wanted
   * @returns the session
   * @throws {ComError} `MAPI_E_UNCONFIGURED`, in words that name the property, for a profile that lacks something
   */
  logOn(request: TransportRequest): Promise<TransportSession & Impl<IXPLogon>>;
  /** The flags that a session answers a logon with, `MAPI_UNICODE` aside: `LOGON_SP_POLL` and its like; 0 without it. */
  readonly answers?: number;
}

/**
 * Makes the entry point of a transport provider: it answers `S_OK` with the provider, or `MAPI_E_VERSION` when MAPI is older than
 * the provider. A failed logon says in its `lppMAPIError` what the profile lacks.
 *
 * @param description the transport
 * @spec xpproviderinit
 */
export const transportEntry =
  (description: TransportDescription): XPPROVIDERINIT =>
  (_ulFlags, ulMAPIVer): Out<InitializedTransportProvider> =>
    initialized(description, ulMAPIVer);

async function initialized(
  description: TransportDescription,
  ulMAPIVer: number,
): Promise<Awaited<Out<InitializedTransportProvider>>> {
  if (ulMAPIVer < CURRENT_SPI_VERSION) return [MAPI_E_VERSION, null];
  const lppXPProvider = com<IXPProvider>(new TransportProvider(description), IXPProvider);
  return [S_OK, Object.freeze({ lpulProviderVer: CURRENT_SPI_VERSION, lppXPProvider })];
}

/** One for all sections of a session that configure the transport. @spec ixpprovideriunknown */
class TransportProvider implements Impl<IXPProvider> {
  readonly #description: TransportDescription;
  readonly #sessions = new Set<TransportSession>();

  constructor(description: TransportDescription) {
    this.#description = description;
  }

  /** See {@link IXPProvider.Shutdown}. @spec ixpprovider-shutdown */
  async Shutdown(lpulFlags = 0): Promise<void> {
    requireFlags(lpulFlags, 0);
    // The spooler has released them all; whoever has not is helped.
    await Promise.all([...this.#sessions].map((session) => session.end()));
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
    const request = {
      support,
      inbound: (lpulFlags & LOGON_NO_INBOUND) === 0,
      connects: (lpulFlags & LOGON_NO_CONNECT) === 0,
    };
    let session: TransportSession & Impl<IXPLogon>;
    try {
      session = await this.#description.logOn(request);
    } catch (error) {
      support.Release();
      throw this.#explained(error, lpszProfileName);
    }
    this.#sessions.add(session);
    session.whenEnded(() => this.#sessions.delete(session));
    return Object.freeze({
      lpulFlags: (MAPI_UNICODE | (this.#description.answers ?? 0)) >>> 0,
      lppMAPIError: null,
      lppXPLogon: com<IXPLogon>(session, IXPLogon),
    });
  }

  #explained(error: unknown, profile: string | null): unknown {
    if (!(error instanceof ComError) || error.hr !== MAPI_E_UNCONFIGURED) return error;
    const where = profile === null ? 'The profile' : `The profile ${JSON.stringify(profile)}`;
    const lppMAPIError = mapiError(this.#description.component, `${where} can't be used: ${error.words}`);
    return new ComError(error.hr, error.words, { cause: error, value: Object.freeze({ lppMAPIError }) });
  }
}
