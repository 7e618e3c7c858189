import { ComError } from '../com/index.js';
import { checkAddress, type Notify, type Recipient } from '../wire/index.js';
import { IXP_E_INVALID_ADDRESS, IXP_E_INVALID_ADDRESS_LIST } from './codes.js';
import type { INETADDR, INETADDRLIST } from './types/inetaddr.js';
import {
  ADDR_DSN_DELAY,
  ADDR_DSN_FAILURE,
  ADDR_DSN_MASK,
  ADDR_DSN_NEVER,
  ADDR_DSN_SUCCESS,
  ADDR_FROM,
  ADDR_TOFROM_MASK,
  type INETADDRTYPE,
} from './types/inetaddrtype.js';
import { CCHMAX_EMAIL_ADDRESS } from './types/inetserver.js';

/** An address list, checked and copied. */
export interface Envelope {
  /** The sender; null when the list names none. */
  readonly from: string | null;
  /** The recipients in list order. */
  readonly to: readonly Recipient[];
  /** Whether any of them asks for delivery status notifications. */
  readonly wantsDsn: boolean;
}

/**
 * How many entries a list has, whatever is in them.
 *
 * @param list the list as the caller built it
 */
export const lengthOfList = (list: INETADDRLIST | null | undefined): number =>
  list?.cAddress ?? list?.prgAddress?.length ?? 0;

/**
 * Checks an address list and copies it. Of several senders the last one counts.
 *
 * @param list the list as the caller built it; none is an empty one
 * @throws {ComError} `IXP_E_INVALID_ADDRESS_LIST` for a missing array or entry, a type that is none, or an address
 *   that is empty (for a recipient), too long, or not of the form of one
 * @spec oe-inetaddrlist
 */
export function readAddressList(list: INETADDRLIST | null | undefined): Envelope {
  const count = lengthOfList(list);
  const entries = list?.prgAddress ?? [];
  if (!Number.isInteger(count) || count < 0 || count > entries.length)
    throw badList(`it holds fewer than ${count} entries`);
  let from: string | null = null;
  let wantsDsn = false;
  const to: Recipient[] = [];
  for (let i = 0; i < count; i++) {
    const entry = entries[i];
    checkEntry(entry, i);
    if ((entry.addrtype & ADDR_TOFROM_MASK) === ADDR_FROM) {
      from = entry.szEmail;
      continue;
    }
    const notify = notifyOf(entry.addrtype);
    if (notify) wantsDsn = true;
    to.push(notify ? { address: entry.szEmail, notify } : { address: entry.szEmail });
  }
  return { from, to, wantsDsn };
}

/**
 * Checks a single address for CommandMAIL and CommandRCPT.
 *
 * @param address the bare address
 * @param mayBeEmpty whether empty is the null sender
 * @throws {ComError} `IXP_E_INVALID_ADDRESS`
 */
export function readAddress(address: string, mayBeEmpty: boolean): string {
  const problem = problemWith(address, mayBeEmpty);
  if (problem !== null) throw new ComError(IXP_E_INVALID_ADDRESS, problem.words, { cause: problem.cause });
  return address;
}

/**
 * The NOTIFY words of an address type. NEVER excludes the others, as RFC 3461 section 4.1 says, so it wins.
 *
 * @param addrtype the type with its bits
 * @returns undefined when no bit is set
 * @spec oe-inetaddrtype
 */
export function notifyOf(addrtype: INETADDRTYPE): readonly Notify[] | undefined {
  const bits = addrtype & ADDR_DSN_MASK;
  if (bits === 0) return undefined;
  if (bits & ADDR_DSN_NEVER) return ['never'];
  const words: Notify[] = [];
  if (bits & ADDR_DSN_SUCCESS) words.push('success');
  if (bits & ADDR_DSN_FAILURE) words.push('failure');
  if (bits & ADDR_DSN_DELAY) words.push('delay');
  return words;
}

function checkEntry(entry: INETADDR | undefined, index: number): asserts entry is INETADDR {
  if (!entry || typeof entry !== 'object') throw badList(`entry ${index} is missing`);
  if (!Number.isInteger(entry.addrtype) || (entry.addrtype & ~(ADDR_TOFROM_MASK | ADDR_DSN_MASK)) !== 0)
    throw badList(`entry ${index} has the type ${entry.addrtype}, which is none`);
  const problem = problemWith(entry.szEmail, (entry.addrtype & ADDR_TOFROM_MASK) === ADDR_FROM);
  if (problem !== null) throw badList(`entry ${index}: ${problem.words}`, problem.cause);
}

function problemWith(address: unknown, mayBeEmpty: boolean): { words: string; cause?: unknown } | null {
  if (typeof address !== 'string') return { words: 'the address is no text' };
  if (address === '' && !mayBeEmpty) return { words: 'the address is empty' };
  if (address.length >= CCHMAX_EMAIL_ADDRESS)
    return { words: `the address has ${address.length} characters, at most 255` };
  try {
    checkAddress(address);
    return null;
  } catch (cause) {
    return { words: cause instanceof Error ? cause.message : String(cause), cause };
  }
}

function badList(words: string, cause?: unknown): ComError {
  return new ComError(IXP_E_INVALID_ADDRESS_LIST, `the address list is bad: ${words}`, { cause });
}
