import { ComError } from '../../com/index.js';
import {
  MAPI_E_INVALID_PARAMETER,
  NOTIFY_ABORT_DEFERRED,
  NOTIFY_BEGIN_INBOUND,
  NOTIFY_BEGIN_INBOUND_FLUSH,
  NOTIFY_BEGIN_OUTBOUND,
  NOTIFY_BEGIN_OUTBOUND_FLUSH,
  NOTIFY_CANCEL_MESSAGE,
  NOTIFY_END_INBOUND,
  NOTIFY_END_INBOUND_FLUSH,
  NOTIFY_END_OUTBOUND,
  NOTIFY_END_OUTBOUND_FLUSH,
  STATUS_INBOUND_ENABLED,
  STATUS_INBOUND_FLUSH,
  STATUS_OUTBOUND_ENABLED,
  STATUS_OUTBOUND_FLUSH,
} from '../../mapi/index.js';
import { requireFlags } from '../../subsystem/index.js';

// What begins and what ends, with the bit of PR_STATUS_CODE that shows it. The transport fetches nothing, so a round of
// fetching is over as soon as it begins.
const directions = [
  [NOTIFY_BEGIN_INBOUND, NOTIFY_END_INBOUND, STATUS_INBOUND_ENABLED],
  [NOTIFY_BEGIN_OUTBOUND, NOTIFY_END_OUTBOUND, STATUS_OUTBOUND_ENABLED],
  [NOTIFY_BEGIN_OUTBOUND_FLUSH, NOTIFY_END_OUTBOUND_FLUSH, STATUS_OUTBOUND_FLUSH],
  [0, NOTIFY_BEGIN_INBOUND_FLUSH | NOTIFY_END_INBOUND_FLUSH, STATUS_INBOUND_FLUSH],
] as const;

const known = directions.reduce(
  (all, [begin, end]) => all | begin | end,
  NOTIFY_CANCEL_MESSAGE | NOTIFY_ABORT_DEFERRED,
);

/**
 * What a notification of the spooler changes in PR_STATUS_CODE.
 *
 * @param lpulFlags the flags of TransportNotify
 * @returns the flags, and the bits to set and to clear
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`; `MAPI_E_INVALID_PARAMETER` for a direction that begins and ends at once
 * @spec ixplogon-transportnotify
 */
export function statusBits(lpulFlags: number): {
  readonly flags: number;
  readonly set: number;
  readonly clear: number;
} {
  const flags = requireFlags(lpulFlags, known);
  let set = 0;
  let clear = 0;
  for (const [begin, end, bit] of directions) {
    const begins = (flags & begin) !== 0;
    const ends = (flags & end) !== 0;
    if (begins && ends) throw new ComError(MAPI_E_INVALID_PARAMETER, 'a direction cannot begin and end at once');
    if (begins) set |= bit;
    if (ends) clear |= bit;
  }
  return { flags, set, clear };
}
