import { log } from '../../base/index.js';
import { failed, type Guid, guidFromBytes, nameOf, ok } from '../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  type IAddrBook,
  IMAPIFolder,
  type IMAPISession,
  type IMessage,
  type IMsgStore,
  KEEP_OPEN_READWRITE,
  MAPI_MODIFY,
  PR_ADDRTYPE_W,
  PR_ENTRYID,
  PR_PARENT_ENTRYID,
  PR_PREPROCESS,
  type PREPROCESSMESSAGE,
  type PreprocessedMessage,
  type PropValue,
  prop,
  type REMOVEPREPROCESSINFO,
} from '../../mapi/index.js';
import type { PreprocessorRegistration } from '../session/mailport.js';
import { recipientsOf, valueIn } from '../submit/recipients.js';
import { chosenTransport, type Taker } from './choose.js';
import type { HeldMessage } from './held.js';
import { libraryFunction } from './libraries.js';
import { preprocessMs } from './limits.js';
import type { Lent, Stranger, Strangers } from './strangers.js';
import { tellStep } from './watch.js';

/** What preprocessors are given. */
export interface PreprocessSurroundings {
  readonly session: IMAPISession;
  readonly addressBook: IAddrBook;
}

/** What became of a message that was preprocessed. */
export type PreprocessResult =
  /** They have made these messages, for the caller to send and release, and found these recipients not to be reached. */
  | { readonly extra: readonly IMessage[]; readonly lost: AdrList; readonly hung: null }
  /** One of them does not return, as this says; what all of them did is dropped. */
  | { readonly hung: string };

/** The preprocessors of a session, in the order of their registration. @spec imapisupport-registerpreprocessor */
export class Preprocessors {
  readonly #registrations: PreprocessorRegistration[] = [];
  readonly #strangers: Strangers;
  readonly #recovered: () => void;
  readonly #functions = new Map<string, Known>();

  /**
   * @param strangers how long they are waited for
   * @param recovered told that one that was hung has returned
   */
  constructor(strangers: Strangers, recovered: () => void) {
    this.#strangers = strangers;
    this.#recovered = recovered;
  }

  /** Adds one. */
  register(registration: PreprocessorRegistration): void {
    this.#registrations.push(registration);
  }

  /** Forgets those of a transport that was logged off. */
  forget(transport: Guid): void {
    for (const { dllName, preprocess, remove } of this.#registrations.filter((one) => one.transport === transport))
      for (const name of [preprocess, remove]) this.#functions.delete(keyOf(dllName, name ?? ''));
    const left = this.#registrations.filter((one) => one.transport !== transport);
    this.#registrations.splice(0, this.#registrations.length, ...left);
  }

  /**
   * Which of them a message needs: those of the transports that it will go to, for the recipients that they are for.
   *
   * @param message the message
   * @param takers the transports in their order
   */
  async needed(message: IMessage, takers: readonly Taker[]): Promise<readonly PreprocessorRegistration[]> {
    if (this.#registrations.length === 0) return [];
    const recipients = await recipientsOf(message);
    return this.#registrations.filter((one) =>
      recipients.some((row) => chosenTransport(row, takers)?.uid === one.transport && isFor(one, row)),
    );
  }

  /**
   * Runs those that a message needs. One that fails is passed over: the message goes as it is. One that does not return holds it up: its
   * sending goes on only when they all have returned.
   *
   * @spec preprocessmessage
   */
  async run(
    store: IMsgStore,
    held: HeldMessage,
    takers: readonly Taker[],
    { session, addressBook }: PreprocessSurroundings,
  ): Promise<PreprocessResult> {
    const extra: IMessage[] = [];
    const lost: AdrEntry[] = [];
    const { message } = held;
    const needed = await this.needed(message, takers);
    if (needed.length === 0) return { extra, lost, hung: null };
    const parent = (await ok(message.GetProps([PR_PARENT_ENTRYID], 0))).get(PR_PARENT_ENTRYID);
    const opened = await ok(store.OpenEntry(parent, IMAPIFolder, MAPI_MODIFY));
    using folder = opened.lppUnk;
    for (const one of needed) {
      const call = libraryFunction<PREPROCESSMESSAGE>(one.dllName, one.preprocess);
      if (!call) {
        log.warn(`${one.dllName} has no function ${one.preprocess}: the message goes unprocessed`);
        continue;
      }
      const known = this.#known(one.dllName, one.preprocess);
      const { name } = known.stranger;
      let answer: Awaited<ReturnType<PREPROCESSMESSAGE>> | 'late' | 'not now';
      try {
        const lent = { own: [message, session, addressBook, folder], shared: [] };
        answer = await this.#try(known, held.key, lent, message, () => call(session, message, addressBook, folder));
        if (answer !== 'late' && answer !== 'not now') {
          const [hr, made] = answer;
          if (failed(hr) || !made) log.warn(`${name} answered ${nameOf(hr)}`);
          else {
            extra.push(...madeBy(made, message));
            lost.push(...(made.lppRecipList ?? []));
          }
        }
      } catch (error) {
        log.error(`${name} threw`, error);
        continue;
      }
      if (answer === 'late' || answer === 'not now') {
        for (const each of extra) each.Release();
        await held.again();
        return { hung: `${name} does not return` };
      }
    }
    return { extra, lost, hung: null };
  }

  /** Has what they left in a message removed, once it was sent. One that does not return is passed over. @spec removepreprocessinfo */
  async clean(held: HeldMessage): Promise<void> {
    const wanted = (await ok(held.message.GetProps([PR_PREPROCESS], 0))).get(PR_PREPROCESS);
    if (wanted !== true) return;
    const seen = new Set<REMOVEPREPROCESSINFO>();
    for (const { dllName, remove } of this.#registrations) {
      const call = libraryFunction<REMOVEPREPROCESSINFO>(dllName, remove);
      if (!call || seen.has(call)) continue;
      // What the one before has removed must not come back with the next.
      if (seen.size > 0) await ok(held.message.SaveChanges(KEEP_OPEN_READWRITE));
      seen.add(call);
      await removeBy(this.#known(dllName, remove as string).stranger, call, held);
    }
    await ok(held.message.DeleteProps([PR_PREPROCESS]));
    await ok(held.message.SaveChanges(KEEP_OPEN_READWRITE));
  }

  /**
   * Calls one of them, unless it has not returned yet from this very message. While it has not returned from another one, it is tried with
   * one message at a time: it may be that one alone that it does not come to an end with.
   */
  async #try(
    known: Known,
    key: string,
    lent: Lent,
    message: IMessage,
    call: () => ReturnType<PREPROCESSMESSAGE>,
  ): Promise<Awaited<ReturnType<PREPROCESSMESSAGE>> | 'late' | 'not now'> {
    const { stranger, within } = known;
    if (within.has(key) || (stranger.hung && known.tried)) return 'not now';
    const isTrial = stranger.hung;
    if (isTrial) known.tried = true;
    let waitedFor = true;
    within.add(key);
    const run = async () => {
      try {
        return await call();
      } finally {
        within.delete(key);
        if (!waitedFor) this.#recovered();
      }
    };
    try {
      const answer = await stranger.call('PreprocessMessage', lent, run, ([, made]) => {
        for (const each of madeBy(made, message)) each.Release();
      });
      waitedFor = answer !== 'late';
      if (isTrial && waitedFor) this.#recovered();
      return answer;
    } finally {
      if (isTrial) known.tried = false;
    }
  }

  #known(dllName: string, name: string): Known {
    const key = keyOf(dllName, name);
    let known = this.#functions.get(key);
    if (!known) {
      const stranger = this.#strangers.meet(`${name} of ${dllName}`, preprocessMs);
      known = { stranger, within: new Set(), tried: false };
      this.#functions.set(key, known);
    }
    return known;
  }
}

/** A function of a preprocessor, as far as it is known. */
interface Known {
  readonly stranger: Stranger;
  /** Messages that it has not returned from. */
  readonly within: Set<string>;
  /** Whether it is being tried with another message while it has not returned from one. */
  tried: boolean;
}

/** Has one of them remove what it has left in a message. */
async function removeBy(stranger: Stranger, call: REMOVEPREPROCESSINFO, held: HeldMessage): Promise<void> {
  const { message } = held;
  const method = 'RemovePreprocessInfo';
  try {
    const hung = stranger.hung;
    const answer = hung ? 'late' : await stranger.call(method, { own: [message], shared: [] }, () => call(message));
    if (answer === 'late') {
      if (!hung) await held.again();
      await tellStep(held.message, () => ({ what: 'passed over', who: stranger.name, call: method }));
    } else if (failed(answer)) log.warn(`${stranger.name} answered ${nameOf(answer)}`);
  } catch (error) {
    log.error(`${stranger.name} threw`, error);
  }
}

const keyOf = (dllName: string, name: string): string => `${dllName}\0${name}`;

/** The messages that a preprocessor has made; NULL, as C++ has it, is none. */
function madeBy(made: PreprocessedMessage | null, original: IMessage): readonly IMessage[] {
  const list: readonly IMessage[] | null | undefined = made?.lpppMessage;
  return (list ?? []).filter((each) => each !== original);
}

/** The mark of a message that preprocessors are to see. */
export const preprocessMark: PropValue = prop(PR_PREPROCESS, true);

/** Both given: either decides. One given: that one. None: every recipient. */
function isFor({ uid, addressType }: PreprocessorRegistration, row: AdrEntry): boolean {
  if (uid === null && addressType === null) return true;
  const entryId = valueIn(row, PR_ENTRYID);
  const byUid =
    uid !== null && entryId !== null && entryId.length >= 20 && guidFromBytes(entryId.subarray(4, 20)) === uid;
  return byUid || (addressType !== null && valueIn(row, PR_ADDRTYPE_W) === addressType);
}
