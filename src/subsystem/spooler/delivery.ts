import {
  type AdrEntry,
  BEGIN_DEFERRED,
  MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN,
  MAPI_DIAG_MAXIMUM_TIME_EXPIRED,
  PR_ADDRTYPE_W,
  PR_ENTRYID,
  PR_RESPONSIBILITY,
  type PropRow,
  prop,
} from '../../mapi/index.js';
import { valueIn, withProps } from '../submit/recipients.js';
import { Attempt, type AttemptOptions, type DeliveryHost, isDone, type Outcome, type State } from './attempt.js';
import { nextTransport } from './choose.js';
import type { DeferredMessages } from './deferred.js';
import type { HeldMessage } from './held.js';
import { busyMs } from './limits.js';
import type { Undelivered } from './reports.js';
import { fileTimeOf, msOf, pauseAfter } from './retry.js';
import {
  PR_SPOOL_ATTEMPTS,
  PR_SPOOL_DOUBTS,
  PR_SPOOL_FATE,
  PR_SPOOL_FIRST_ATTEMPT,
  PR_SPOOL_IN_DOUBT,
  PR_SPOOL_NEXT_ATTEMPT,
  SETTLED,
} from './tags.js';
import type { TransportSession } from './transport.js';

export type { DeliveryHost } from './attempt.js';

/** How a delivery goes about it. */
export interface DeliveryTerms extends Pick<AttemptOptions, 'lock' | 'begin' | 'joins'> {
  /** What the message says of earlier attempts: the tags of `dueOf`. */
  readonly row: PropRow;
  /** Whether the store says that an attempt was cut off of which the message does not tell. */
  readonly cutOff: boolean;
  /** The transport that has asked for it again; null as usual. */
  readonly deferredBy: TransportSession | null;
  /** Whether it is tried because queues are flushed. */
  readonly hurried: boolean;
  /** Why nobody may be asked to send it any more; null as usual. */
  readonly hopeless: string | null;
}

/** Attempts of one transport at the same message in a row, for one that always wants it again at once. */
const mostResends = 3;

/**
 * Tries to deliver a message that is locked: offers it to the transports in their order, each with its recipients, until every
 * recipient is done with or has to wait. What becomes of each is saved after each transport.
 *
 * @param host its surroundings
 * @param held the message, open for writing
 * @param deferred how a message is marked that a transport keeps for now
 * @param terms how it goes about it
 * @returns how it ended
 * @spec sending-messages-mapi-spooler-tasks
 */
export async function deliver(
  host: DeliveryHost,
  held: HeldMessage,
  deferred: Pick<DeferredMessages, 'marks'>,
  { row, cutOff, deferredBy, hurried, hopeless, lock, begin: mark, joins }: DeliveryTerms,
): Promise<Outcome> {
  held.touched();
  const state = await begin(host, held, row, cutOff);
  const attempt = new Attempt(host, held, state, { deferred, lock, begin: mark, joins });
  const { standing } = attempt;
  let resends = 0;
  for (;;) {
    const rows = await held.recipients();
    const waiting = rows.filter((row) => !isDone(row) && !standing.pauseOf(row));
    if (hopeless !== null && waiting.length > 0) {
      const why = {
        diagnostic: MAPI_DIAG_MAXIMUM_TIME_EXPIRED,
        text: `It could not be prepared for sending: ${hopeless}.`,
      };
      await attempt.giveUp(rows, waiting, (recipient) => ({ recipient, ...why }));
    }
    if (hopeless !== null) break;
    // A message that has left whole is finished all the same: nobody would see before the next session that it was sent.
    if (host.closing && waiting.length > 0) return { what: 'later', at: host.now(), why: 'the session ends' };
    const { transport, recipients, nobodys } = nextTransport(waiting, inOrder(host.transports), (row, taker) =>
      standing.hasDeclined(row, taker),
    );
    if (nobodys.length > 0 && host.absent !== null) {
      // Who is not there may be the one that takes them: to give up now would be too early.
      standing.pause(nobodys, host.now() + pauseAfter(state.attempts), host.absent);
      continue;
    }
    if (nobodys.length > 0) {
      await attempt.giveUp(rows, nobodys, (row) => nobodyTakes(row, standing.declinedBy(row)));
      continue;
    }
    if (!transport) break;
    if (transport.broken) {
      standing.pause(recipients, host.now() + pauseAfter(state.attempts), `${transport.name} does not answer any more`);
      continue;
    }
    const rest = transport.restsUntil - host.now();
    if (rest > 0) {
      standing.pause(recipients, host.now() + rest, transport.restsBecause);
      continue;
    }
    if (hurried && transport.flushOver && transport !== deferredBy) {
      // It waits as long as it was to before somebody was in a hurry.
      const planned = row.get(PR_SPOOL_NEXT_ATTEMPT);
      const at = Math.max(host.now() + busyMs, planned === null ? 0 : msOf(planned));
      standing.pause(recipients, at, `${transport.name} has ended the flush of its queues`);
      continue;
    }
    const again = await attempt.offer(transport, rows, recipients, transport === deferredBy ? BEGIN_DEFERRED : 0);
    if (again === 'held') return { what: 'held', by: transport };
    if (again === 'now' && ++resends > mostResends)
      standing.pause(recipients, host.now() + busyMs, 'it is sent again later');
  }
  return await attempt.end();
}

/** What is made durable with the first thing that an attempt saves: that it has begun, before anything can leave. */
async function begin(host: DeliveryHost, held: HeldMessage, row: PropRow, cutOff: boolean): Promise<State> {
  const before = row.get(PR_SPOOL_ATTEMPTS) ?? 0;
  const attempts = before + Number(cutOff) + 1;
  const began = row.get(PR_SPOOL_FIRST_ATTEMPT);
  const first = began === null ? host.now() : msOf(began);
  const inDoubt = cutOff || row.get(PR_SPOOL_IN_DOUBT) === true;
  const doubts = (row.get(PR_SPOOL_DOUBTS) ?? 0) + 1;
  if (before === 0) await settle(held);
  const marks = [
    prop(PR_SPOOL_ATTEMPTS, attempts),
    prop(PR_SPOOL_FIRST_ATTEMPT, fileTimeOf(first)),
    // Counted once, and in the same save.
    ...(inDoubt ? [prop(PR_SPOOL_IN_DOUBT, false), prop(PR_SPOOL_DOUBTS, doubts)] : []),
  ];
  return { attempts, first, inDoubt, marks };
}

/** Recipients who came done, as those of a message that is sent again, stay done whoever is asked later. */
async function settle(held: HeldMessage): Promise<void> {
  const done = (await held.recipients()).filter((row) => valueIn(row, PR_RESPONSIBILITY) === true && !isDone(row));
  await held.write(done.map((row) => withProps(row, [prop(PR_SPOOL_FATE, SETTLED)])));
}

/** The transports in their order, those that do not answer any more behind all others: their recipients wait for them. */
const inOrder = (all: readonly TransportSession[]): readonly TransportSession[] => [
  ...all.filter(({ broken }) => !broken),
  ...all.filter(({ broken }) => broken),
];

/** @param declinedBy who was asked, and what was said */
function nobodyTakes(row: AdrEntry, declinedBy: string): Undelivered {
  return { recipient: row, diagnostic: MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN, text: nobodyText(row, declinedBy) };
}

function nobodyText(row: AdrEntry, declinedBy: string): string {
  if (declinedBy !== '') return `No transport of the profile has sent it; declined by ${declinedBy}.`;
  const type = valueIn(row, PR_ADDRTYPE_W);
  if (valueIn(row, PR_ENTRYID) === null && type === null)
    return 'The recipient was not resolved: nobody knows an address.';
  return `No transport of the profile takes addresses of the type ${type ?? '(none)'}.`;
}
