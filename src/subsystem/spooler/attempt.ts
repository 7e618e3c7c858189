import { log } from '../../base/index.js';
import { failed, guidToBytes, nameOf, ok } from '../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  BEGIN_DEFERRED,
  END_DONT_RESEND,
  END_RESEND_LATER,
  END_RESEND_NOW,
  type IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_DIAG_MAXIMUM_TIME_EXPIRED,
  MAPI_E_BUSY,
  MAPI_E_CANCEL,
  MAPI_E_NETWORK_ERROR,
  MAPI_E_NOT_ME,
  MAPI_E_WAIT,
  PR_RESPONSIBILITY,
  type PropValue,
  prop,
} from '../../mapi/index.js';
import { valueIn, withProps } from '../submit/recipients.js';
import type { DeferredMessages } from './deferred.js';
import type { HeldMessage } from './held.js';
import { busyMs } from './limits.js';
import type { Undelivered } from './reports.js';
import { fileTimeOf, isOver, pauseAfter } from './retry.js';
import { rowId, Standing } from './standing.js';
import {
  FAILED,
  PR_SPOOL_FATE,
  PR_SPOOL_IN_DOUBT,
  PR_SPOOL_LAST_ERROR_W,
  PR_SPOOL_NEXT_ATTEMPT,
  PR_SPOOL_TRANSPORT,
  SENT,
} from './tags.js';
import type { TransportSession } from './transport.js';
import { passing } from './trial.js';
import { addressIn, tellStep } from './watch.js';

/** What a delivery needs of its surroundings. */
export interface DeliveryHost {
  /** The transports in their order. */
  readonly transports: readonly TransportSession[];
  /** Why a transport of the profile is not logged on; null when all are. */
  readonly absent: string | null;
  /** The time in milliseconds. */
  now(): number;
  /** Reports to the sender which recipients are not reached; called before they count as done. */
  report(message: IMessage, undelivered: readonly Undelivered[]): Promise<void>;
  /** Rows of the message that a transport has reported as failed in this attempt. */
  reported(message: IMessage): ReadonlySet<number>;
  /** Whether it shall end soon. */
  readonly closing: boolean;
}

/** How an attempt at a message ended. */
export type Outcome =
  /** Every recipient is done with; perhaps that is not saved yet. */
  | { readonly what: 'finished'; readonly unsaved: boolean }
  /** Some wait until a time in milliseconds. */
  | { readonly what: 'later'; readonly at: number; readonly why: string }
  /** A transport has it and will ask for it again. */
  | { readonly what: 'held'; readonly by: TransportSession };

/** What is known of the attempts at a message. */
export interface State {
  /** How many there were, with this one. */
  readonly attempts: number;
  /** When the first one began, in milliseconds. */
  readonly first: number;
  /** Whether the one before was cut off, so that nobody knows who has the message. */
  readonly inDoubt: boolean;
  /** What says so, saved with whatever the attempt saves first. */
  readonly marks: readonly PropValue[];
}

/** How an attempt makes things permanent. */
export interface AttemptOptions {
  /** How a message is marked that a transport keeps for now. */
  readonly deferred: Pick<DeferredMessages, 'marks'>;
  /** Saves and locks the message, in place of the first save; null when it is locked already. */
  readonly lock: ((message: IMessage) => Promise<void>) | null;
  /**
   * Locks the message in place of the first save, and has its store say that the attempt begins; null when only the message can say
   * so.
   */
  readonly begin: ((message: IMessage) => Promise<void>) | null;
  /** Whether what became of the last recipient is saved with the end of sending. */
  readonly joins: boolean;
}

/** One attempt at a message. */
export class Attempt {
  /** Where the recipients stand. */
  readonly standing: Standing = new Standing();
  readonly #host: DeliveryHost;
  readonly #held: HeldMessage;
  readonly #deferred: Pick<DeferredMessages, 'marks'>;
  readonly #state: State;
  readonly #joins: boolean;
  #lock: AttemptOptions['lock'];
  #begin: AttemptOptions['begin'];
  /** Properties for the next save. */
  #marks: readonly PropValue[];
  #unsaved = false;

  /**
   * @param host its surroundings
   * @param held the message, open for writing
   * @param state what is known of earlier attempts
   * @param options how things become permanent
   */
  constructor(host: DeliveryHost, held: HeldMessage, state: State, options: AttemptOptions) {
    this.#host = host;
    this.#held = held;
    this.#state = state;
    this.#marks = state.marks;
    this.#deferred = options.deferred;
    this.#lock = options.lock;
    // Of a message in doubt the count of doubts has to be saved first.
    this.#begin = state.inDoubt ? null : options.begin;
    this.#joins = options.joins;
  }

  get #message(): IMessage {
    return this.#held.message;
  }

  /** Offers the message to one transport. */
  async offer(
    transport: TransportSession,
    rows: AdrList,
    recipients: AdrList,
    flags: number,
  ): Promise<'on' | 'now' | 'held'> {
    const message = this.#message;
    let ids: ReadonlySet<number> = new Set(recipients.map(rowId));
    // The transport sees all recipients, and tries those that nobody is responsible for.
    const turned = rows.filter((row) => valueIn(row, PR_RESPONSIBILITY) !== !ids.has(rowId(row)));
    await this.#held.write(turned.map((row) => withProps(row, [prop(PR_RESPONSIBILITY, !ids.has(rowId(row)))])));
    passing('prepared');
    await this.#mark();
    passing('marked');
    await tellStep(message, () => ({
      what: 'offered',
      transport: transport.name,
      recipients: recipients.map(addressIn),
    }));
    const [hr, answer, words] = await transport.submit(flags, message);
    passing('submitted');
    if (failed(hr)) {
      await tellStep(message, () => ({ what: 'refused', transport: transport.name, code: hr, why: words }));
      // Only of a message that a transport has asked for can it say that it is no longer to be sent.
      const code = hr === MAPI_E_CANCEL && (flags & BEGIN_DEFERRED) === 0 ? MAPI_E_WAIT : hr;
      await this.#refused(transport, ids, rows, { hr: code, seconds: answer?.lpulReturnParm ?? 0, words });
      return 'on';
    }
    this.#held.touched();
    ids = await this.#complete(transport, ids, rows);
    const after = await this.#held.recipients();
    const reported = this.#host.reported(message);
    const asked = after.filter((row) => ids.has(rowId(row)));
    const taken = asked.filter((row) => valueIn(row, PR_RESPONSIBILITY) === true);
    const left = asked.filter((row) => valueIn(row, PR_RESPONSIBILITY) !== true);
    const reached = taken.filter((row) => !reported.has(rowId(row))).map(addressIn);
    if (reached.length > 0)
      await tellStep(message, () => ({ what: 'taken', transport: transport.name, recipients: reached }));
    const end = await transport.end(answer?.lpulMsgRef ?? 0);
    passing('ended');
    if ((end & END_DONT_RESEND) !== 0) {
      await this.#restore(after, ids, taken, reported, transport);
      await this.#save([prop(PR_SPOOL_IN_DOUBT, false), ...this.#deferred.marks(transport)]);
      return 'held';
    }
    const resend = (end & (END_RESEND_NOW | END_RESEND_LATER)) !== 0;
    // A message that is sent again goes to whom the transport has not yet taken on, if there are such, else to all it was for.
    const unsent = resend && left.length === 0 ? asked : left;
    const kept = resend && left.length === 0 ? [] : taken;
    const done = await this.#restore(after, ids, kept, reported, transport);
    if (this.#joins && done) {
      // Nobody waits any more: this becomes permanent with FinishedMsg.
      await ok(message.SetProps([prop(PR_SPOOL_IN_DOUBT, false)]));
      this.#unsaved = true;
      return 'on';
    }
    await this.#save([prop(PR_SPOOL_IN_DOUBT, false)]);
    passing('saved');
    if ((end & END_RESEND_NOW) !== 0) return 'now';
    if ((end & END_RESEND_LATER) !== 0)
      this.standing.pause(unsent, this.#later(null), `${transport.name} wants it again later`);
    else this.standing.decline(unsent, transport, '');
    return 'on';
  }

  /** Recipients who are not reached by anybody. */
  async giveUp(rows: AdrList, lost: AdrList, why: (row: AdrEntry) => Undelivered): Promise<void> {
    const undelivered = lost.map(why);
    passing('reporting');
    // Who finds this mark knows that the report may lie in the mailbox already.
    await this.#save([prop(PR_SPOOL_IN_DOUBT, true)]);
    await this.#host.report(this.#message, undelivered);
    passing('reported');
    await tellStep(this.#message, () => ({
      what: 'undelivered',
      recipients: undelivered.map(({ recipient, text }) => ({ address: addressIn(recipient), why: text })),
    }));
    const ids = new Set(lost.map(rowId));
    const done = [prop(PR_RESPONSIBILITY, true), prop(PR_SPOOL_FATE, FAILED)];
    await this.#held.write(rows.filter((row) => ids.has(rowId(row))).map((row) => withProps(row, done)));
    await this.#save([prop(PR_SPOOL_IN_DOUBT, false)]);
  }

  /** Decides what comes next. */
  async end(): Promise<Outcome> {
    const rows = await this.#held.recipients();
    const waiting = rows.filter((row) => !isDone(row));
    const now = this.#host.now();
    if (waiting.length > 0 && isOver(this.#state.first, now)) {
      await this.giveUp(rows, waiting, (row) => ({
        recipient: row,
        diagnostic: MAPI_DIAG_MAXIMUM_TIME_EXPIRED,
        text: `It was tried ${this.#state.attempts} times. ${this.standing.pauseOf(row)?.why ?? ''}`.trim(),
      }));
      return { what: 'finished', unsaved: false };
    }
    if (waiting.length === 0) return { what: 'finished', unsaved: this.#unsaved };
    const pauses = waiting.map((row) => this.standing.pauseOf(row));
    const at = Math.min(...pauses.map((pause) => pause?.at ?? now + busyMs));
    const why = pauses.find((pause) => pause)?.why ?? '';
    await this.#save([prop(PR_SPOOL_NEXT_ATTEMPT, fileTimeOf(at)), prop(PR_SPOOL_LAST_ERROR_W, why)]);
    return { what: 'later', at, why };
  }

  /**
   * What the transport has changed is dropped, unless it has saved it itself: that is how it says that it could do some of the
   * recipients, and that the others have to wait.
   */
  async #refused(
    transport: TransportSession,
    wanted: ReadonlySet<number>,
    before: AdrList,
    { hr, seconds, words }: { readonly hr: number; readonly seconds: number; readonly words: string },
  ): Promise<void> {
    const reported = this.#host.reported(this.#message);
    await this.#held.again();
    const asked = await this.#complete(transport, wanted, before);
    const rows = await this.#held.recipients();
    const mine = rows.filter((row) => asked.has(rowId(row)));
    const taken = mine.filter((row) => valueIn(row, PR_RESPONSIBILITY) === true);
    const recipients = mine.filter((row) => valueIn(row, PR_RESPONSIBILITY) !== true);
    await this.#restore(rows, asked, taken, reported, transport);
    // Who does not come back may have sent it, or do so yet.
    await this.#save([prop(PR_SPOOL_IN_DOUBT, transport.broken)]);
    const now = this.#host.now();
    switch (hr) {
      case MAPI_E_NOT_ME:
        this.standing.decline(recipients, transport, words);
        return;
      case MAPI_E_CANCEL:
        await this.#restore(rows, asked, mine, reported, transport);
        await this.#save([]);
        return;
      case MAPI_E_BUSY:
        transport.restsUntil = now + busyMs;
        transport.restsBecause = because(`${transport.name} is busy`, words);
        this.standing.pause(recipients, transport.restsUntil, transport.restsBecause);
        return;
      case MAPI_E_NETWORK_ERROR:
        // Whoever comes next would only meet the same wall.
        transport.restsUntil = Math.max(transport.restsUntil, now + Math.min(seconds * 1000 || busyMs, 60_000));
        transport.restsBecause = because(`${transport.name} does not reach its server`, words);
        this.standing.pause(recipients, this.#later(seconds), transport.restsBecause);
        return;
      case MAPI_E_WAIT:
        this.standing.pause(recipients, this.#later(seconds), because(`${transport.name} wants it again later`, words));
        return;
      default:
        log.warn(`${transport.name} failed on a message with ${nameOf(hr as never)}; it is tried again`);
        this.standing.pause(
          recipients,
          this.#later(null),
          because(`${transport.name} failed with ${nameOf(hr as never)}`, words),
        );
    }
  }

  /**
   * Writes the recipients back: done for whom the transport took on, waiting for the rest of those it was asked for.
   *
   * @returns whether all are done with
   */
  async #restore(
    rows: AdrList,
    asked: ReadonlySet<number>,
    taken: AdrList,
    reported: ReadonlySet<number>,
    transport: TransportSession,
  ): Promise<boolean> {
    const done = new Set(taken.map(rowId));
    const by = prop(PR_SPOOL_TRANSPORT, guidToBytes(transport.uid));
    const written = rows.map((row) => {
      const id = rowId(row);
      if (!asked.has(id)) return withProps(row, [prop(PR_RESPONSIBILITY, isDone(row))]);
      if (!done.has(id)) return withProps(row, [prop(PR_RESPONSIBILITY, false)]);
      return withProps(row, [prop(PR_RESPONSIBILITY, true), prop(PR_SPOOL_FATE, reported.has(id) ? FAILED : SENT), by]);
    });
    await this.#held.write(written);
    return written.every(isDone);
  }

  /**
   * Nobody is lost whom a transport has taken out of the message, whether for itself or for another one.
   *
   * @returns the PR_ROWIDs of those that it was asked for
   */
  async #complete(
    transport: TransportSession,
    asked: ReadonlySet<number>,
    before: AdrList,
  ): Promise<ReadonlySet<number>> {
    // As they were when the transport got them: what they said before may be from the turn of another one.
    const moved = await this.#held.putBack(before, (row) =>
      withProps(row, [prop(PR_RESPONSIBILITY, !asked.has(rowId(row)))]),
    );
    if (moved.size === 0) return asked;
    log.warn(`${transport.name} has taken ${moved.size} recipients out of a message; they were put back`);
    this.standing.renumber(moved);
    return new Set([...asked].map((id) => moved.get(id) ?? id));
  }

  #later(seconds: number | null): number {
    return this.#host.now() + pauseAfter(this.#state.attempts, seconds);
  }

  /** Makes it durable that the message is about to be given away. */
  async #mark(): Promise<void> {
    const begin = this.#begin;
    if (begin === null) return await this.#save([prop(PR_SPOOL_IN_DOUBT, true)]);
    this.#begin = null;
    // Should the transport save the message, it is to say so itself.
    await ok(this.#message.SetProps([...this.#marks, prop(PR_SPOOL_IN_DOUBT, true)]));
    await begin(this.#message);
  }

  async #save(props: readonly PropValue[]): Promise<void> {
    const message = this.#message;
    const [marks, lock] = [this.#marks, this.#lock];
    this.#begin = null;
    if (marks.length + props.length > 0) await ok(message.SetProps(marks.length > 0 ? [...marks, ...props] : props));
    if (lock) await lock(message);
    else await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    // Not before the message is this spooler's: what another one is sending right now looks the same to who only reads it.
    if (marks.length > 0 && this.#state.inDoubt)
      log.warn(
        'the last attempt at a message was cut off: whether it was sent is in doubt, and it is sent under the same Message-ID',
      );
    this.#marks = [];
    this.#lock = null;
  }
}

/** What the spooler says, and what the transport says to it. */
const because = (what: string, words: string): string => (words === '' ? what : `${what}: ${words}`);

/** Whether a recipient is done with. PR_RESPONSIBILITY only says whose turn it is with the transport that is being asked. */
export const isDone = (row: AdrEntry): boolean => valueIn(row, PR_SPOOL_FATE) !== null;
