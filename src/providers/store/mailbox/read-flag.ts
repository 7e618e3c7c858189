import { ComError } from '../../../com/index.js';
import {
  CLEAR_NRN_PENDING,
  CLEAR_READ_FLAG,
  CLEAR_RN_PENDING,
  GENERATE_RECEIPT_ONLY,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_FOUND,
  MSGFLAG_NRN_PENDING,
  MSGFLAG_READ,
  MSGFLAG_RN_PENDING,
  PR_READ_RECEIPT_REQUESTED,
  prop,
  SUPPRESS_RECEIPT,
} from '../../../mapi/index.js';
import { requireFlags } from '../../../subsystem/index.js';
import { message, type Operation } from '../sql/index.js';
import type { Mailbox } from './mailbox.js';
import { flagsOf, type MessageOpener, sendReport } from './reports.js';

const pending = MSGFLAG_RN_PENDING | MSGFLAG_NRN_PENDING;

/** What SetReadFlag and SetReadFlags are to do with a message. */
export interface ReadFlagPlan {
  /** MSGFLAG_READ afterwards; null to leave it. */
  readonly read: boolean | null;
  /** Whether a read report that is pending is sent. */
  readonly report: boolean;
  /** Reports that are forgotten, whatever becomes of the message. */
  readonly forget: number;
  /** Whether the request for a report is taken back. */
  readonly cancel: boolean;
}

/**
 * What flags ask for.
 *
 * @param ulFlags the flags of either method
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`; `MAPI_E_INVALID_PARAMETER` for flags that exclude each other
 * @spec imessage-setreadflag
 */
export function readFlagPlan(ulFlags: number): ReadFlagPlan {
  const known = SUPPRESS_RECEIPT | CLEAR_READ_FLAG | GENERATE_RECEIPT_ONLY | CLEAR_RN_PENDING | CLEAR_NRN_PENDING;
  const flags = requireFlags(ulFlags, known | MAPI_DEFERRED_ERRORS);
  const has = (flag: number): boolean => (flags & flag) !== 0;
  if (has(CLEAR_READ_FLAG) && has(SUPPRESS_RECEIPT | GENERATE_RECEIPT_ONLY))
    throw new ComError(MAPI_E_INVALID_PARAMETER, 'CLEAR_READ_FLAG goes with neither of the receipt flags');
  const forget = (has(CLEAR_RN_PENDING) ? MSGFLAG_RN_PENDING : 0) | (has(CLEAR_NRN_PENDING) ? MSGFLAG_NRN_PENDING : 0);
  if (has(SUPPRESS_RECEIPT) && has(GENERATE_RECEIPT_ONLY))
    return { read: null, report: false, forget: pending, cancel: true };
  if (has(GENERATE_RECEIPT_ONLY)) return { read: null, report: true, forget, cancel: false };
  if (has(CLEAR_READ_FLAG)) return { read: false, report: false, forget, cancel: false };
  // Alone these two say nothing of the read flag.
  const marks = has(SUPPRESS_RECEIPT) || forget === 0;
  return { read: marks ? true : null, report: marks && !has(SUPPRESS_RECEIPT), forget, cancel: false };
}

/**
 * Sends the report that a plan asks for, and tells what is left to write. Without a session the report stays pending: a later
 * call with `GENERATE_RECEIPT_ONLY` sends it.
 *
 * @param mailbox the store
 * @param within the folder that it lies in, or the search folder that shows it; null for wherever it is
 * @param id the message
 * @param plan what is to be done
 * @param open makes the object of a message
 * @returns the bits of PR_MESSAGE_FLAGS to change; operations to write before; and when the report went out, the change number
 *   that the message had before it. Of a message that is not in the folder nothing is changed
 * @throws {ComError} `MAPI_E_NOT_FOUND` when there is no such message anywhere
 */
export async function reportRead(
  mailbox: Mailbox,
  within: number | null,
  id: number,
  plan: ReadFlagPlan,
  open: MessageOpener,
): Promise<{
  readonly mask: number;
  readonly bits: number;
  readonly first: readonly Operation[];
  readonly before: number | null;
}> {
  const row = mailbox.read((db) => message(db, id));
  if (within === null && row === null) throw new ComError(MAPI_E_NOT_FOUND, 'the message was deleted');
  const there = row !== null && (within === null || row.folder === within || isLinked(mailbox, within, id));
  if (!there) return { mask: 0, bits: 0, first: [], before: null };
  const flags = flagsOf(row);
  const first: Operation[] = [];
  if (plan.cancel && row.value(PR_READ_RECEIPT_REQUESTED) === true) {
    const changes = { set: [prop(PR_READ_RECEIPT_REQUESTED, false)] };
    first.push({ name: 'message.save', args: { id, expected: null, changes } });
  }
  const isRead = (flags & MSGFLAG_READ) !== 0;
  if (plan.read === true && isRead) return { mask: plan.forget, bits: 0, first, before: null };
  let before: number | null = null;
  if (plan.report && (plan.forget & MSGFLAG_RN_PENDING) === 0) {
    const sent = { id, column: 'flags', mask: pending, bits: 0, must: MSGFLAG_RN_PENDING } as const;
    const after: readonly Operation[] = [{ name: 'message.mark', args: sent }];
    const answers = await sendReport(mailbox, { id, read: true, after }, open);
    before = typeof answers?.[0] === 'number' ? answers[0] : null;
  }
  // What is read now was not left unread; what was suppressed is not sent later.
  const settled = plan.read === true ? MSGFLAG_NRN_PENDING | (plan.report ? 0 : MSGFLAG_RN_PENDING) : 0;
  const mask = plan.forget | settled | (plan.read === null ? 0 : MSGFLAG_READ);
  return { mask, bits: plan.read === true ? MSGFLAG_READ : 0, first, before };
}

const isLinked = (mailbox: Mailbox, search: number, id: number): boolean =>
  mailbox.read((db) => db.get('SELECT 1 FROM search_link WHERE folder = ? AND message = ?', search, id)) !== undefined;
