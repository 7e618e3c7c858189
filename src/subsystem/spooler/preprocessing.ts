import { ok } from '../../com/index.js';
import { type AdrList, IMessage, type IMsgStore, KEEP_OPEN_READWRITE, MAPI_MODIFY, prop } from '../../mapi/index.js';
import { openAddressBook } from '../addressbook/addressbook.js';
import type { SessionCore } from '../session/core.js';
import { SessionObject } from '../session/sessionobject.js';
import type { Taker } from './choose.js';
import { Extras } from './extras.js';
import type { HeldMessage } from './held.js';
import type { Preprocessors } from './preprocess.js';
import type { Reporting } from './reporting.js';
import { PR_SPOOL_IN_DOUBT, PR_SPOOL_PREPROCESSING } from './tags.js';
import { passing } from './trial.js';

/** What the spooler does with a message that needs preprocessing, before it is sent and after. @spec preprocessmessage */
export class Preprocessing {
  readonly preprocessors: Preprocessors;
  readonly extras: Extras = new Extras();
  readonly #core: SessionCore;
  readonly #reporting: Reporting;

  /**
   * @param core the session
   * @param reporting tells the sender of recipients that preprocessors find not to be reached
   * @param preprocessors those of the session
   */
  constructor(core: SessionCore, reporting: Reporting, preprocessors: Preprocessors) {
    this.#core = core;
    this.#reporting = reporting;
    this.preprocessors = preprocessors;
  }

  /**
   * Runs the preprocessors that a message needs, and submits it again.
   *
   * @param store its store, as the spooler has it
   * @param held the message, locked
   * @param takers the transports in their order
   * @param cutOff whether a run before this one did not come to its end
   * @returns null; or which preprocessor does not return, and that the message has to wait for it: nothing was done then
   */
  async run(store: IMsgStore, held: HeldMessage, takers: readonly Taker[], cutOff: boolean): Promise<string | null> {
    if (cutOff) await this.extras.forget(store, held.message);
    // Theirs is no logon: the session does not go on for their sake.
    const session = new SessionObject(this.#core, false).publish();
    try {
      using addressBook = await openAddressBook(this.#core, null);
      const result = await this.preprocessors.run(store, held, takers, { session, addressBook });
      if (result.hung !== null) return result.hung;
      const { message } = held;
      const { extra, lost } = result;
      passing('preprocessed');
      const told = await this.extras.save(message, extra);
      if (told.length > 0) passing('extras saved');
      if (lost.length > 0) await this.#notReached(message, lost);
      if (told.length > 0) await ok(message.SetProps(told));
      await ok(message.DeleteProps([PR_SPOOL_PREPROCESSING]));
      await ok(message.SubmitMessage(0));
      passing('resubmitted');
      return null;
    } finally {
      session.Release();
    }
  }

  /** Submits what preprocessors have made for a message. */
  async submitExtras(store: IMsgStore, message: IMessage): Promise<void> {
    await this.extras.submit(store, message, async (entryId) => {
      const { lpulObjType, lppUnk } = await this.#core.openEntry(entryId, IMessage, MAPI_MODIFY);
      return { lpulObjType, lppUnk: lppUnk as IMessage };
    });
  }

  /** Who finds the mark knows that the report may lie in the mailbox already. */
  async #notReached(message: IMessage, lost: AdrList): Promise<void> {
    await ok(message.SetProps([prop(PR_SPOOL_IN_DOUBT, true)]));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    await this.#reporting.notReached(message, lost);
    passing('reported');
    await ok(message.SetProps([prop(PR_SPOOL_IN_DOUBT, false)]));
  }
}
