import { ComError, failed, nameOf } from '../../com/index.js';
import { CONFIG_CHANGED, MAPI_E_BUSY, MAPI_E_NO_SUPPORT, MAPI_E_UNKNOWN_FLAGS } from '../../mapi/index.js';
import type { TransportSession } from './transport.js';

/**
 * Asks every transport for its state, whatever another of them says, and with `CONFIG_CHANGED` for its address types.
 *
 * @param transports those that are logged on
 * @param uiParam the parent window of dialogs
 * @param flags the flags of `IMAPIStatus::ValidateState`
 * @throws {ComError} `MAPI_E_BUSY` when one of them is: whoever waits and calls again hears of the others then; else what the first
 *   has failed with
 * @spec imapistatus-validatestate
 */
export async function validateTransports(
  transports: readonly TransportSession[],
  uiParam: number,
  flags: number,
): Promise<void> {
  const failures: ComError[] = [];
  for (const transport of transports) {
    const hr = await transport.validate(uiParam, flags);
    // The spooler takes each flag of the page; what one transport has nothing for is no failure of all.
    if (failed(hr) && hr !== MAPI_E_NO_SUPPORT && hr !== MAPI_E_UNKNOWN_FLAGS)
      failures.push(new ComError(hr, `${transport.name} answered ${nameOf(hr)} to ValidateState`));
    if ((flags & CONFIG_CHANGED) === 0 || transport.broken) continue;
    try {
      await transport.learnAddressTypes();
    } catch (error) {
      if (!(error instanceof ComError)) throw error;
      failures.push(error);
    }
  }
  const told = failures.find(({ hr }) => hr === MAPI_E_BUSY) ?? failures[0];
  if (told) throw told;
}
