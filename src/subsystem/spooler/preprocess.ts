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
  MAPI_MODIFY,
  PR_ADDRTYPE_W,
  PR_ENTRYID,
  PR_PARENT_ENTRYID,
  PR_PREPROCESS,
  type PREPROCESSMESSAGE,
  type PropValue,
  prop,
  type REMOVEPREPROCESSINFO,
} from '../../mapi/index.js';
import type { PreprocessorRegistration } from '../session/mailport.js';
import { recipientsOf, valueIn } from '../submit/recipients.js';
import { chosenTransport, type Taker } from './choose.js';
import { libraryFunction } from './libraries.js';

/** What preprocessors are given. */
export interface PreprocessSurroundings {
  readonly session: IMAPISession;
  readonly addressBook: IAddrBook;
}

/** The preprocessors of a session, in the order of their registration. @spec imapisupport-registerpreprocessor */
export class Preprocessors {
  readonly #registrations: PreprocessorRegistration[] = [];

  /** Adds one. */
  register(registration: PreprocessorRegistration): void {
    this.#registrations.push(registration);
  }

  /** Forgets those of a transport that was logged off. */
  forget(transport: Guid): void {
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
   * Runs those that a message needs. One that fails is passed over: the message goes as it is.
   *
   * @returns the messages that they have made, for the caller to send and release, and the recipients that can't be reached
   * @spec preprocessmessage
   */
  async run(
    store: IMsgStore,
    message: IMessage,
    takers: readonly Taker[],
    { session, addressBook }: PreprocessSurroundings,
  ): Promise<{ readonly extra: readonly IMessage[]; readonly lost: AdrList }> {
    const extra: IMessage[] = [];
    const lost: AdrEntry[] = [];
    const needed = await this.needed(message, takers);
    if (needed.length === 0) return { extra, lost };
    const parent = (await ok(message.GetProps([PR_PARENT_ENTRYID], 0))).get(PR_PARENT_ENTRYID);
    const opened = await ok(store.OpenEntry(parent, IMAPIFolder, MAPI_MODIFY));
    using folder = opened.lppUnk;
    for (const one of needed) {
      const call = libraryFunction<PREPROCESSMESSAGE>(one.dllName, one.preprocess);
      if (!call) {
        log.warn(`${one.dllName} has no function ${one.preprocess}: the message goes unprocessed`);
        continue;
      }
      try {
        const [hr, made] = await call(session, message, addressBook, folder);
        if (failed(hr) || !made) log.warn(`${one.preprocess} of ${one.dllName} answered ${nameOf(hr)}`);
        else {
          // NULL, as C++ has it for none.
          const { lpppMessage }: { readonly lpppMessage: readonly IMessage[] | null | undefined } = made;
          extra.push(...(lpppMessage ?? []).filter((each) => each !== message));
          lost.push(...(made.lppRecipList ?? []));
        }
      } catch (error) {
        log.error(`${one.preprocess} of ${one.dllName} threw`, error);
      }
    }
    return { extra, lost };
  }

  /** Has what they left in a message removed, once it was sent. @spec removepreprocessinfo */
  async clean(message: IMessage): Promise<void> {
    const wanted = (await ok(message.GetProps([PR_PREPROCESS], 0))).get(PR_PREPROCESS);
    if (wanted !== true) return;
    const seen = new Set<REMOVEPREPROCESSINFO>();
    for (const { dllName, remove } of this.#registrations) {
      const call = libraryFunction<REMOVEPREPROCESSINFO>(dllName, remove);
      if (!call || seen.has(call)) continue;
      seen.add(call);
      try {
        const hr = await call(message);
        if (failed(hr)) log.warn(`${remove} of ${dllName} answered ${nameOf(hr)}`);
      } catch (error) {
        log.error(`${remove} of ${dllName} threw`, error);
      }
    }
    await ok(message.DeleteProps([PR_PREPROCESS]));
  }
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
