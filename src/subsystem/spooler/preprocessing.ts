import { ok } from '../../com/index.js';
import { type AdrList, IMessage, type IMsgStore, KEEP_OPEN_READWRITE, MAPI_MODIFY, prop } from '../../mapi/index.js';
import { openAddressBook } from '../addressbook/addressbook.js';
import type { SessionCore } from '../session/core.js';
import { SessionObject } from '../session/sessionobject.js';
import type { Taker } from './choose.js';
import { Extras } from './extras.js';
import { Preprocessors } from './preprocess.js';
import type { Reporting } from './reporting.js';
import { PR_SPOOL_IN_DOUBT, PR_SPOOL_PREPROCESSING } from './tags.js';
import { passing } from './trial.js';

/** What the spooler does with a message that needs preprocessing, before it is sent and after. @spec preprocessmessage */
export class Preprocessing {
  readonly preprocessors: Preprocessors = new Preprocessors();
  readonly extras: Extras = new Extras();
  readonly #core: SessionCore;
  readonly #reporting: Reporting;

  /**
   * @param core the session
   * @param reporting tells the sender of recipients that preprocessors find not to be reached
   */
  constructor(core: SessionCore, reporting: Reporting) {
    this.#core = core;
    this.#reporting = reporting;
  }

  /**
   * Runs the preprocessors that a message needs, and submits it again.
   *
   * @param store its store, as the spooler has it
   * @param message the message, locked
   * @param takers the transports in their order
   * @param cutOff whether a run before this one did not come to its end
   */
  async run(store: IMsgStore, message: IMessage, takers: readonly Taker[], cutOff: boolean): Promise<void> {
    if (cutOff) await this.extras.forget(store, message);
    const session = new SessionObject(this.#core).publish();
    try {
      using addressBook = await openAddressBook(this.#core, null);
      const { extra, lost } = await this.preprocessors.run(store, message, takers, { session, addressBook });
      passing('preprocessed');
      const told = await this.extras.save(message, extra);
      if (told.length > 0) passing('extras saved');
      if (lost.length > 0) await this.#notReached(message, lost);
      if (told.length > 0) await ok(message.SetProps(told));
      await ok(message.DeleteProps([PR_SPOOL_PREPROCESSING]));
      await ok(message.SubmitMessage(0));
      passing('resubmitted');
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
