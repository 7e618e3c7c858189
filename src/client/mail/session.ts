import { com, ok } from '../../com/index.js';
import {
  type EntryId,
  FLUSH_DOWNLOAD,
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  fnevNewMail,
  IMAPIAdviseSink,
  IMAPIFolder,
  type IMAPISession,
  IMAPIStatus,
  IMessage,
  type IMsgStore,
  MAPI_BEST_ACCESS,
  MAPI_SPOOLER,
  MAPI_UNICODE,
  type NOTIFICATION,
  PR_ENTRYID,
  PR_RESOURCE_TYPE,
} from '../../mapi/index.js';
import { MAPIUninitialize, parseOneOffEntryId } from '../../subsystem/index.js';
import { MailFolder } from './folder.js';
import { MailMessage } from './message.js';
import type { Mailbox } from './people.js';
import type { Submission } from './submission.js';
import { type MailTrace, Traces } from './trace.js';

/** The folders that every mailbox has. */
export interface KnownFolders {
  /** What came. */
  readonly inbox: MailFolder;
  /** What waits to be sent. */
  readonly outbox: MailFolder;
  /** What was sent. */
  readonly sentItems: MailFolder;
  /** What was thrown away. */
  readonly deletedItems: MailFolder;
  /** What is not finished. */
  readonly drafts: MailFolder;
  /** The folder above these, with all that people see. */
  readonly top: MailFolder;
}

/** What a session is made of, as `logon` has it. */
export interface SessionParts {
  readonly raw: IMAPISession;
  readonly store: IMsgStore;
  readonly folders: (session: MailSession) => KnownFolders;
  readonly mail: boolean;
}

/**
 * A session with a mailbox. It sends and receives in the background, and ends with `close` or `await using`.
 *
 * @example
 * ```ts
 * await using session = await logon({ profile: 'Work' });
 * for await (const mail of session.inbox.messages({ where: { unread: true }, orderBy: { received: 'desc' } }))
 *   console.log(mail.from?.name, mail.subject);
 * ```
 */
export class MailSession implements AsyncDisposable, KnownFolders {
  /** The session itself, one register below. */
  readonly raw: IMAPISession;
  /** The default store, one register below. */
  readonly store: IMsgStore;
  readonly inbox: MailFolder;
  readonly outbox: MailFolder;
  readonly sentItems: MailFolder;
  readonly deletedItems: MailFolder;
  readonly drafts: MailFolder;
  readonly top: MailFolder;
  readonly #mail: boolean;
  readonly #submissions = new Set<Submission>();
  readonly #traces: Traces;
  #closing: Promise<void> | null = null;

  /** @param parts what `logon` has opened; the session's from now on */
  constructor({ raw, store, folders, mail }: SessionParts) {
    this.raw = raw;
    this.store = store;
    this.#mail = mail;
    this.#traces = new Traces(raw, store);
    ({
      inbox: this.inbox,
      outbox: this.outbox,
      sentItems: this.sentItems,
      deletedItems: this.deletedItems,
      drafts: this.drafts,
      top: this.top,
    } = folders(this));
  }

  /**
   * Who the user is: name and address of the account that mail comes from.
   *
   * @returns null when no account says so
   */
  async identity(): Promise<Mailbox | null> {
    const { name, addressType, address } = parseOneOffEntryId(await ok(this.raw.QueryIdentity()));
    return addressType === 'SMTP' ? { name, address } : null;
  }

  /**
   * Opens a message by its entry identifier.
   *
   * @param entryId which
   * @throws {ComError} `MAPI_E_NOT_FOUND` when it is gone
   */
  async open(entryId: EntryId): Promise<MailMessage> {
    const { lppUnk } = await ok(this.store.OpenEntry(entryId, IMessage, MAPI_BEST_ACCESS));
    return await MailMessage.of(this, lppUnk);
  }

  /**
   * Opens a folder by its entry identifier.
   *
   * @param entryId which
   * @throws {ComError} `MAPI_E_NOT_FOUND` when it is gone
   */
  async openFolder(entryId: EntryId): Promise<MailFolder> {
    const { lppUnk } = await ok(this.store.OpenEntry(entryId, IMAPIFolder, MAPI_BEST_ACCESS));
    return new MailFolder(this, lppUnk, entryId);
  }

  /**
   * Tells of messages that arrive.
   *
   * @param listener told of the entry identifier of each; `open` opens it
   * @returns ends it with `await using`
   */
  async onNewMail(listener: (entryId: EntryId) => void): Promise<AsyncDisposable> {
    const OnNotify = (events: readonly NOTIFICATION[]): number => {
      for (const event of events) if (event.ulEventType === fnevNewMail) listener(event.info.lpEntryID);
      return 0;
    };
    using sink = com({ OnNotify }, IMAPIAdviseSink);
    const connection = await ok(this.store.Advise(null, fnevNewMail, sink));
    return { [Symbol.asyncDispose]: () => ok(this.store.Unadvise(connection)) };
  }

  /**
   * Sends everything that waits, also what was put off after a failure, and fetches what is there: "Send/Receive".
   *
   * @returns when all of that was tried
   */
  async sendAndReceive(): Promise<void> {
    using table = await ok(this.raw.GetStatusTable(MAPI_UNICODE));
    await ok(table.SetColumns([PR_ENTRYID, PR_RESOURCE_TYPE]));
    const row = (await ok(table.QueryRows(100, 0))).find((one) => one.get(PR_RESOURCE_TYPE) === MAPI_SPOOLER);
    const { lppUnk } = await ok(this.raw.OpenEntry(row?.get(PR_ENTRYID) as EntryId, IMAPIStatus, 0));
    using spooler = lppUnk;
    await ok(spooler.FlushQueues(0, null, FLUSH_UPLOAD | FLUSH_DOWNLOAD | FLUSH_NO_UI));
  }

  /**
   * Takes a message back that waits to be sent; it stays where it is, as a draft.
   *
   * @param entryId which
   * @throws {ComError} `MAPI_E_NOT_IN_QUEUE` when it was sent already; `MAPI_E_UNABLE_TO_ABORT` while it is being sent
   */
  async cancel(entryId: EntryId): Promise<void> {
    await ok(this.store.AbortSubmit(entryId, 0));
  }

  /**
   * Tells what became of something that was sent, step by step. Mailboxes of a mail system have that; see `comail mailbox create`.
   *
   * @param sent the identifier of a submission, or the entry identifier of a message, of which the last submission counts
   * @returns null when this mailbox has sent no such thing
   * @throws {ComError} `MAPI_E_NO_SUPPORT` when the mailbox belongs to no mail system
   * @example
   * ```ts
   * for (const { step, outcome, recipient, reply } of (await session.trace(id))?.steps ?? [])
   *   console.log(step, outcome, recipient, reply);
   * ```
   */
  async trace(sent: string | EntryId): Promise<MailTrace | null> {
    return typeof sent === 'string' ? await this.#traces.one(sent) : await this.#traces.of(sent);
  }

  /**
   * Tells what became of everything that was sent from this mailbox, the newest first.
   *
   * @throws {ComError} `MAPI_E_NO_SUPPORT` when the mailbox belongs to no mail system
   */
  traces(): AsyncGenerator<MailTrace, void, undefined> {
    return this.#traces.all();
  }

  /** Keeps a submission until it is settled; called by drafts. */
  async track(submission: Submission): Promise<void> {
    if (!this.#mail) {
      await submission.abandon('this session was logged on without mail; another one sends it');
      return;
    }
    this.#submissions.add(submission);
    void submission.settled().finally(() => this.#submissions.delete(submission));
  }

  /** Ends the session, after what is on its way; what waits is sent by the next one. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** As {@link MailSession.close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    for (const folder of [this.inbox, this.outbox, this.sentItems, this.deletedItems, this.drafts, this.top])
      folder[Symbol.dispose]();
    try {
      // What is on its way is finished; who waits for it hears of that first.
      await ok(this.raw.Logoff(0, 0, 0));
    } finally {
      for (const submission of this.#submissions) await submission.abandon('the session ended');
      await this.#traces.close();
      this.store.Release();
      this.raw.Release();
      MAPIUninitialize();
    }
  }
}
