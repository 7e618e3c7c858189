import { log } from '../../base/index.js';
import { ComError, failed, type HResult, nameOf, ok } from '../../com/index.js';
import {
  type EntryId,
  type IMessage,
  type IMsgStore,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_IN_QUEUE,
  MAPI_E_OBJECT_CHANGED,
  MSG_LOCKED,
  MSG_UNLOCKED,
  NOTIFY_ABORT_DEFERRED,
  PR_PREPROCESS,
  PR_SUBJECT_W,
  type PropRow,
  prop,
  SUBMITFLAG_PREPROCESS,
} from '../../mapi/index.js';
import { type SendingAtHand, sendingAtHand } from './at-hand.js';
import type { Outcome } from './attempt.js';
import { type Deferral, type DeferredMessages, deferralTags } from './deferred.js';
import { type DeliveryHost, deliver } from './delivery.js';
import { dueOf } from './due.js';
import { type Ending, UNSEEN, watchEnding } from './ending.js';
import { HeldMessage } from './held.js';
import { Lock, NotLocked } from './lock.js';
import { fileTimeOf, isOver, msOf, pauseSince } from './retry.js';
import {
  PR_SPOOL_EXTRAS,
  PR_SPOOL_FIRST_ATTEMPT,
  PR_SPOOL_LAST_ERROR_W,
  PR_SPOOL_NEXT_ATTEMPT,
  PR_SPOOL_PREPROCESSING,
} from './tags.js';
import type { TransportSession } from './transport.js';
import { passing } from './trial.js';
import { isWatched, type SpooledMessage, tellOf } from './watch.js';

/** What sending a message of a store needs of the spooler. */
export interface SendingHost {
  /** What a delivery needs. */
  delivery(): DeliveryHost;
  /**
   * Runs preprocessors on a message and submits it again; `cutOff` tells whether they were in the middle of it before. The answer is why
   * it has to wait for them; null when it has not.
   */
  preprocess(store: IMsgStore, held: HeldMessage, cutOff: boolean): Promise<string | null>;
  /** Submits the further messages that preprocessors have made for a message. */
  submitExtras(store: IMsgStore, message: IMessage): Promise<void>;
  /** Removes what preprocessors have left in a message. */
  removePreprocessInfo(held: HeldMessage): Promise<void>;
  /** A message is done with. */
  finished(store: IMsgStore, entryId: EntryId): Promise<void>;
}

/** What is known of a message that waits. */
export interface Waiting {
  readonly entryId: EntryId;
  /** PR_SUBMIT_FLAGS. */
  readonly flags: number;
  /** The transport that has asked for it again; null as usual. */
  readonly resumed: TransportSession | null;
  /** Whether what the last attempt said of the next does not count. */
  readonly hurried: boolean;
  /** Whether its store has sent it itself meanwhile. */
  readonly completed: () => boolean;
}

/** Sends the messages of one store, each from its lock to FinishedMsg. @spec sending-messages-mapi-spooler-tasks */
export class Sending {
  readonly #store: IMsgStore;
  readonly #host: SendingHost;
  readonly #deferred: DeferredMessages;
  readonly #atHand: SendingAtHand | null;

  /**
   * @param store the store, as the spooler has it
   * @param host the spooler
   * @param deferred what transports keep of it
   */
  constructor(store: IMsgStore, host: SendingHost, deferred: DeferredMessages) {
    this.#store = store;
    this.#host = host;
    this.#deferred = deferred;
    this.#atHand = sendingAtHand(store);
  }

  /**
   * Makes an attempt at a message.
   *
   * @param waiting the message
   * @returns how it ended; null when the message is not in the queue
   */
  async send(waiting: Waiting): Promise<Outcome | null> {
    const { entryId, hurried, resumed } = waiting;
    if (this.#deferred.renewing) await this.#deferred.renewing;
    const [hr, opened] = await HeldMessage.open(this.#store, entryId);
    if (!opened) {
      if (hr === MAPI_E_NOT_FOUND) return null;
      if (hr === MAPI_E_NO_ACCESS) return { what: 'later', at: this.#now() + 30_000, why: 'somebody else has it open' };
      throw new ComError(hr, 'a queued message could not be opened');
    }
    using held = opened;
    passing('opened');
    const { due, why, row } = await dueOf(held.message, hurried);
    const told = { entryId, subject: row.get(PR_SUBJECT_W) ?? '' };
    const deferral = this.#deferred.told(row);
    if (deferral?.elsewhere) {
      tellOf(told, { what: 'elsewhere' });
      return { what: 'later', at: this.#now() + 30_000, why: 'a transport of another session has it' };
    }
    if (due > this.#now() && !resumed) {
      tellOf(told, { what: 'waiting', until: due, why });
      return { what: 'later', at: due, why };
    }
    const preprocesses = (waiting.flags & SUBMITFLAG_PREPROCESS) !== 0;
    const preprocessed = preprocesses || row.get(PR_PREPROCESS) === true;
    const lock = new Lock(this.#store);
    // What the attempt saves first is saved with the lock, where the store can; before strangers have a say it is locked alone.
    const atHand = this.#atHand;
    const joins = atHand !== null && !deferral && !preprocessed;
    const cutOff = atHand?.wasCutOff(held.message) ?? false;
    let outcome: Outcome;
    try {
      // Saved with the lock: whoever finds it knows that preprocessors may have left something behind.
      if (preprocesses) await ok(held.message.SetProps([prop(PR_SPOOL_PREPROCESSING, true)]));
      if (!joins) await lock.take(held.message);
      if (deferral) await this.#endDeferral(held.message, deferral, entryId, resumed);
      const hung = preprocesses ? await this.#preprocess(held, row) : null;
      if (!preprocesses && row.get(PR_SPOOL_EXTRAS) !== null) await this.#host.submitExtras(this.#store, held.message);
      const putOff = hung === null ? null : await this.#putOff(held.message, row, hung);
      if (waiting.completed()) outcome = { what: 'finished', unsaved: false };
      else
        outcome =
          putOff ??
          (await deliver(this.#host.delivery(), held, this.#deferred, {
            row,
            deferredBy: resumed,
            hurried,
            cutOff,
            // What the queue says of a message that was cut off is said no longer when it is saved with its lock.
            lock: joins || cutOff ? (message) => lock.take(message) : null,
            begin: joins ? (message) => lock.begin(message, atHand) : null,
            joins,
            hopeless: hung,
          }));
      if (!lock.taken && outcome.what === 'finished') await lock.take(held.message);
    } catch (error) {
      if (error instanceof NotLocked) return this.#notLocked(error.hr, told);
      if (lock.taken) await this.#unlock(held);
      if (!(error instanceof ComError) || error.hr !== MAPI_E_OBJECT_CHANGED) throw error;
      // Between opening and locking another spooler was through with it: what was read is out of date. Nothing was sent yet.
      return { what: 'later', at: this.#now(), why: 'another spooler had it' };
    }
    await this.#conclude(outcome, held, told, { joins, locked: lock.taken });
    return outcome;
  }

  /** A store has sent a message itself: what comes after sending is done with it. @spec imapisupport-completemsg */
  async complete(entryId: EntryId): Promise<void> {
    const [hr, opened] = await HeldMessage.open(this.#store, entryId);
    if (!opened) throw new ComError(hr, 'the message that its store has sent could not be opened');
    using held = opened;
    await ok(this.#store.SetLockState(held.message, MSG_LOCKED));
    try {
      await this.#host.removePreprocessInfo(held);
    } catch (error) {
      await this.#unlock(held);
      throw error;
    }
    await this.#host.finished(this.#store, entryId);
  }

  /** @returns why the message has to wait for a preprocessor; null when it has not */
  async #preprocess(held: HeldMessage, row: PropRow): Promise<string | null> {
    const hung = await this.#host.preprocess(this.#store, held, row.get(PR_SPOOL_PREPROCESSING) === true);
    if (hung !== null) return hung;
    const { message } = held;
    if ((await ok(message.GetProps([PR_SPOOL_EXTRAS], 0))).has(PR_SPOOL_EXTRAS))
      await this.#host.submitExtras(this.#store, message);
    return null;
  }

  /** Puts a message off that waits for a preprocessor. @returns null when it has waited long enough */
  async #putOff(message: IMessage, row: PropRow, why: string): Promise<Outcome | null> {
    const now = this.#now();
    const began = row.get(PR_SPOOL_FIRST_ATTEMPT);
    const first = began === null ? now : msOf(began);
    if (isOver(first, now)) return null;
    const at = now + pauseSince(first, now);
    const marks = [prop(PR_SPOOL_FIRST_ATTEMPT, fileTimeOf(first)), prop(PR_SPOOL_NEXT_ATTEMPT, fileTimeOf(at))];
    await ok(message.SetProps([...marks, prop(PR_SPOOL_LAST_ERROR_W, why)]));
    return { what: 'later', at, why };
  }

  /** Why a message was not locked. */
  #notLocked(hr: HResult, told: SpooledMessage): Outcome | null {
    if (hr === MAPI_E_NOT_IN_QUEUE) return null;
    if (hr === MAPI_E_OBJECT_CHANGED) return { what: 'later', at: this.#now(), why: 'another spooler had it' };
    if (hr !== MAPI_E_NO_ACCESS) throw new ComError(hr, 'a queued message could not be locked');
    // Another spooler has it; should that one die, its lock ends.
    tellOf(told, { what: 'elsewhere' });
    return { what: 'later', at: this.#now() + 30_000, why: 'another spooler has it' };
  }

  /** Does what follows from an attempt. */
  async #conclude(
    outcome: Outcome,
    held: HeldMessage,
    told: SpooledMessage,
    { joins, locked }: { readonly joins: boolean; readonly locked: boolean },
  ): Promise<void> {
    if (outcome.what === 'later') {
      passing('put off');
      // Without a lock nothing was tried.
      if (locked) await ok(this.#store.SetLockState(held.message, MSG_UNLOCKED));
      tellOf(told, { what: 'waiting', until: outcome.at, why: outcome.why });
    }
    if (outcome.what === 'held') {
      this.#deferred.add(told.entryId, outcome.by);
      await ok(this.#store.SetLockState(held.message, MSG_UNLOCKED));
      tellOf(told, { what: 'deferred', transport: outcome.by.name });
    }
    if (outcome.what === 'finished') {
      if (!joins) await this.#host.removePreprocessInfo(held);
      passing('finishing');
      const ending = await this.#finish(held, told.entryId, outcome.unsaved);
      passing('finished');
      tellOf(told, { what: 'finished', ...ending });
    }
  }

  /** Ends it: with what became of its recipients, where that is not saved. */
  async #finish(held: HeldMessage, entryId: EntryId, unsaved: boolean): Promise<Ending> {
    const saved = unsaved ? await this.#finishSaving(held) : null;
    if (saved) {
      passing('saved');
      return saved;
    }
    const ending = isWatched() ? await watchEnding(this.#store, entryId, held.message) : null;
    if (unsaved) await ok(this.#store.SetLockState(held.message, MSG_LOCKED));
    await this.#host.finished(this.#store, entryId);
    return ending ? await ending() : UNSEEN;
  }

  async #finishSaving(held: HeldMessage): Promise<Ending | null> {
    try {
      const ending = (await this.#atHand?.finishSaving(held.message)) ?? null;
      if (ending) held.handedOver();
      return ending;
    } catch (error) {
      // Whoever has the message must not get it again, whatever else went wrong.
      const hr = await this.#store.SetLockState(held.message, MSG_LOCKED);
      if (failed(hr)) log.error(`it is in doubt whether a message was sent: ${nameOf(hr)}`);
      throw error;
    }
  }

  /** A message comes out of its deferral. A transport that did not ask for it may hold it still, for a spooler that is gone. */
  async #endDeferral(
    message: IMessage,
    { transport }: Deferral,
    entryId: EntryId,
    resumed: TransportSession | null,
  ): Promise<void> {
    const holder = this.#host.delivery().transports.find(({ uid }) => uid === transport);
    if (!resumed) await holder?.tell(NOTIFY_ABORT_DEFERRED, entryId);
    await ok(message.DeleteProps(deferralTags));
  }

  /** Unlocks a message after a failure, opened anew: unlocking saves what an object has unsaved, which may be what failed. */
  async #unlock(held: HeldMessage): Promise<void> {
    await held.again();
    const hr = await this.#store.SetLockState(held.message, MSG_UNLOCKED);
    if (failed(hr)) log.warn(`a message could not be unlocked: ${nameOf(hr)}; its lock ends by itself`);
  }

  #now(): number {
    return this.#host.delivery().now();
  }
}
