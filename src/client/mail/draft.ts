import { ComError, ok } from '../../com/index.js';
import {
  type EntryId,
  type IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_E_NO_RECIPIENTS,
  PR_DELETE_AFTER_SUBMIT,
  PR_ENTRYID,
  PR_SENTMAIL_ENTRYID,
  prop,
} from '../../mapi/index.js';
import { recipientsOf } from '../../subsystem/index.js';
import { type AttachmentSource, attachTo } from './attach.js';
import { fill, type MessageContent } from './content.js';
import { settledElsewhere } from './elsewhere.js';
import type { MailSession } from './session.js';
import { Submission } from './submission.js';

/** How a draft is sent. */
export interface SendOptions {
  /** Whether it is kept in Sent Items; true when nothing is said. */
  readonly keep?: boolean;
}

/**
 * A message that is being written. Nobody else sees anything of it before it is saved or sent.
 *
 * @example
 * ```ts
 * await using draft = await session.outbox.compose({ to: 'bob@example.org', subject: 'Figures', text: 'Attached.' });
 * await draft.attach('figures.csv');
 * const submission = await draft.send();
 * ```
 */
export class Draft implements Disposable, AsyncDisposable {
  /** The message itself, one register below. */
  readonly raw: IMessage;
  readonly #session: MailSession;
  #open = true;
  #tried = false;

  /**
   * @param session whose it is
   * @param raw the message, open for writing; released with the draft
   */
  constructor(session: MailSession, raw: IMessage) {
    this.#session = session;
    this.raw = raw;
  }

  /**
   * Sets subject, texts and the like anew, and adds recipients and attachments.
   *
   * @param content what
   * @throws {ComError} `MAPI_E_NOT_FOUND` for a name that nobody has; what the store answers
   */
  async set(content: MessageContent): Promise<this> {
    await fill(this.#session.raw, this.raw, content);
    return this;
  }

  /**
   * Attaches a file, bytes or a stream.
   *
   * @param source its path, or its content with a name
   * @throws {Error} what reading it fails with, such as `ENOENT`
   */
  async attach(source: AttachmentSource): Promise<this> {
    await attachTo(this.raw, source);
    return this;
  }

  /**
   * Saves it where it was begun, to be found and finished later.
   *
   * @returns its entry identifier
   */
  async save(): Promise<EntryId> {
    await ok(this.raw.SaveChanges(KEEP_OPEN_READWRITE));
    return (await ok(this.raw.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
  }

  /**
   * Submits it: when the promise is fulfilled, it survives a crash and will be sent or reported. The draft is over then.
   *
   * @param options whether it is kept
   * @returns what can be waited on to hear how it went
   * @throws {ComError} `MAPI_E_NO_RECIPIENTS` when it is for nobody: nothing is saved, and the draft stays open; what the store answers
   */
  async send(options: SendOptions = {}): Promise<Submission> {
    // To save it comes first, so that nobody misses what becomes of it; one that nobody can get would lie there then.
    if ((await recipientsOf(this.raw)).length === 0)
      throw new ComError(MAPI_E_NO_RECIPIENTS, 'the message is for nobody: say to whom with to, cc or bcc');
    const keep = options.keep ?? true;
    const after = keep
      ? prop(PR_SENTMAIL_ENTRYID, this.#session.sentItems.entryId)
      : prop(PR_DELETE_AFTER_SUBMIT, true);
    // Another attempt may have wanted the other.
    if (this.#tried) await ok(this.raw.DeleteProps([PR_SENTMAIL_ENTRYID, PR_DELETE_AFTER_SUBMIT]));
    this.#tried = true;
    await ok(this.raw.SetProps([after]));
    const session = this.#session;
    const { store } = session;
    const entryId = await this.save();
    const submission = new Submission(
      entryId,
      (over) => settledElsewhere(store, entryId, over),
      () => session.trace(entryId),
    );
    try {
      await ok(this.raw.SubmitMessage(0));
    } catch (error) {
      await submission.abandon('it was not submitted');
      throw error;
    }
    await session.track(submission);
    this[Symbol.dispose]();
    return submission;
  }

  /** Lets go of it; what was not saved or sent is gone. */
  [Symbol.dispose](): void {
    if (this.#open) this.raw.Release();
    this.#open = false;
  }

  /** As `Symbol.dispose`, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    this[Symbol.dispose]();
  }
}
