import { ok } from '../../com/index.js';
import {
  type IMessage,
  PR_CLIENT_SUBMIT_TIME,
  PR_DEFERRED_SEND_NUMBER,
  PR_DEFERRED_SEND_TIME,
  PR_DEFERRED_SEND_UNITS,
  PR_PREPROCESS,
  PR_SUBJECT_W,
  type PropRow,
} from '../../mapi/index.js';
import { msOf } from './retry.js';
import {
  PR_SPOOL_ATTEMPTS,
  PR_SPOOL_DEFERRED_BY,
  PR_SPOOL_DEFERRED_IN_W,
  PR_SPOOL_DEFERRED_UNTIL,
  PR_SPOOL_DOUBTS,
  PR_SPOOL_EXTRAS,
  PR_SPOOL_FIRST_ATTEMPT,
  PR_SPOOL_IN_DOUBT,
  PR_SPOOL_LAST_ERROR_W,
  PR_SPOOL_NEXT_ATTEMPT,
  PR_SPOOL_PREPROCESSING,
} from './tags.js';

/** When a message of the queue may be sent. */
export interface Due {
  /** The time in milliseconds; what is past is due. */
  readonly due: number;
  /** Why not before. */
  readonly why: string;
  /** All that the spooler has to know of it: {@link dueTags}. */
  readonly row: PropRow;
}

/**
 * When a message may be sent, and why not before: its sender can put it off, and so can the last attempt.
 *
 * @param message the message
 * @param hurried whether what the last attempt said does not count
 */
export async function dueOf(message: IMessage, hurried: boolean): Promise<Due> {
  const row = await ok(message.GetProps(dueTags, 0));
  const next = hurried ? null : row.get(PR_SPOOL_NEXT_ATTEMPT);
  const number = row.get(PR_DEFERRED_SEND_NUMBER);
  const units = row.get(PR_DEFERRED_SEND_UNITS);
  const submitted = row.get(PR_CLIENT_SUBMIT_TIME);
  const unit = units === null ? undefined : unitMs[units];
  const computed = number !== null && unit !== undefined && submitted !== null ? msOf(submitted) + number * unit : null;
  const stated = row.get(PR_DEFERRED_SEND_TIME);
  const deferred = computed ?? (stated === null ? 0 : msOf(stated));
  const again = next === null ? 0 : msOf(next);
  const why = deferred > again ? 'its sender has put it off' : (row.get(PR_SPOOL_LAST_ERROR_W) ?? '');
  return { due: Math.max(deferred, again), why, row };
}

/** All that the spooler reads of a message before it tries it, asked for once. */
const dueTags = Object.freeze([
  PR_SPOOL_NEXT_ATTEMPT,
  PR_DEFERRED_SEND_TIME,
  PR_DEFERRED_SEND_NUMBER,
  PR_DEFERRED_SEND_UNITS,
  PR_CLIENT_SUBMIT_TIME,
  PR_SPOOL_DEFERRED_BY,
  PR_SPOOL_DEFERRED_IN_W,
  PR_SPOOL_DEFERRED_UNTIL,
  PR_SPOOL_LAST_ERROR_W,
  PR_SUBJECT_W,
  PR_PREPROCESS,
  PR_SPOOL_ATTEMPTS,
  PR_SPOOL_FIRST_ATTEMPT,
  PR_SPOOL_IN_DOUBT,
  PR_SPOOL_DOUBTS,
  PR_SPOOL_PREPROCESSING,
  PR_SPOOL_EXTRAS,
]);

/** PR_DEFERRED_SEND_UNITS: minutes, hours, days, weeks. @spec pidtagdeferredsendtime-canonical-property */
const unitMs = [60_000, 3_600_000, 86_400_000, 604_800_000];
