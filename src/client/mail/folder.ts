import { ComError, com, ok } from '../../com/index.js';
import {
  type EntryId,
  FOLDER_GENERIC,
  fnevTableModified,
  IMAPIAdviseSink,
  type IMAPIFolder,
  type IMAPITable,
  MAPI_E_NOT_FOUND,
  MAPI_UNICODE,
  MSGFLAG_READ,
  MSGFLAG_UNSENT,
  type NOTIFICATION,
  OPEN_IF_EXISTS,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  prop,
  TABLE_ROW_ADDED,
  TABLE_ROW_DELETED,
  TABLE_ROW_MODIFIED,
} from '../../mapi/index.js';
import type { MessageContent } from './content.js';
import { Draft } from './draft.js';
import { entryColumns, MessageEntry } from './entry.js';
import { limitOf, type MessageQuery, restrictionOf, sortOrderOf } from './query.js';
import type { MailSession } from './session.js';
import { snapshotOf } from './snapshot.js';

/** A folder as a list shows it; nothing of it is open. */
export interface FolderEntry {
  readonly entryId: EntryId;
  readonly name: string;
  /** Messages in it. */
  readonly count: number;
  /** Those that nobody has read. */
  readonly unread: number;
  /** Opens it. */
  open(): Promise<MailFolder>;
}

/** What can happen in a folder. */
export type FolderEvent =
  | { readonly what: 'added' | 'changed'; readonly message: MessageEntry }
  | { readonly what: 'removed' };

/** A folder of messages. The folders of the session are released with it, the others by `using`. */
export class MailFolder implements Disposable, AsyncDisposable {
  /** The folder itself, one register below. */
  readonly raw: IMAPIFolder;
  readonly entryId: EntryId;
  readonly #session: MailSession;
  #open = true;

  /**
   * @param session whose it is
   * @param raw the folder; released with this object
   * @param entryId its entry identifier
   */
  constructor(session: MailSession, raw: IMAPIFolder, entryId: EntryId) {
    this.#session = session;
    this.raw = raw;
    this.entryId = entryId;
  }

  /** Its name. */
  async name(): Promise<string> {
    return (await ok(this.raw.GetProps([PR_DISPLAY_NAME_W], 0))).get(PR_DISPLAY_NAME_W) ?? '';
  }

  /**
   * Begins a message in this folder. One that is sent goes from any folder; usual are `session.outbox` and, for what is finished later,
   * `session.drafts`.
   *
   * @param content whom it is for and what is in it
   * @returns the draft: send it, save it, or let go of it
   * @throws {ComError} `MAPI_E_NOT_FOUND` for a name that nobody has; what the store answers
   */
  async compose(content: MessageContent = {}): Promise<Draft> {
    const draft = new Draft(this.#session, await ok(this.raw.CreateMessage(null, 0)));
    try {
      // Whoever has written it has read it: it is not unread in Sent Items.
      const flags = prop(PR_MESSAGE_FLAGS, MSGFLAG_READ | MSGFLAG_UNSENT);
      await ok(draft.raw.SetProps([prop(PR_MESSAGE_CLASS_W, 'IPM.Note'), flags]));
      return await draft.set(content);
    } catch (error) {
      draft[Symbol.dispose]();
      throw error;
    }
  }

  /**
   * The messages that there are when the first one is asked for, one by one, each once. They may be answered, moved and deleted
   * meanwhile: what comes into the folder later is left out, what leaves it before its turn is, too. {@link MailFolder.on} tells of
   * what comes.
   *
   * @param query which, in which order, and how many; all when nothing is said
   * @throws {ComError} `MAPI_E_INVALID_PARAMETER` for a condition or an order that there is not
   * @example
   * ```ts
   * const unread = { where: { unread: true, subject: 'figures' }, orderBy: { received: 'desc' }, limit: 10 } as const;
   * for await (const mail of session.inbox.messages(unread)) console.log(mail.subject);
   * ```
   */
  async *messages(query: MessageQuery = {}): AsyncGenerator<MessageEntry, void, undefined> {
    const { where, orderBy } = query;
    const limit = limitOf(query);
    if (limit <= 0) return;
    using table = await ok(this.raw.GetContentsTable(MAPI_UNICODE));
    if (where !== undefined) await ok(table.Restrict(restrictionOf(where)));
    if (orderBy !== undefined && Object.keys(orderBy).length > 0) await ok(table.SortTable(sortOrderOf(orderBy)));
    for await (const row of snapshotOf(table, entryColumns, limit)) yield new MessageEntry(this.#session, row);
  }

  /** The folders within it that there are when the first one is asked for, one by one. */
  async *folders(): AsyncGenerator<FolderEntry, void, undefined> {
    using table = await ok(this.raw.GetHierarchyTable(MAPI_UNICODE));
    const columns = [PR_ENTRYID, PR_DISPLAY_NAME_W, PR_CONTENT_COUNT, PR_CONTENT_UNREAD];
    for await (const row of snapshotOf(table, columns)) {
      const entryId = row.get(PR_ENTRYID) as EntryId;
      yield Object.freeze({
        entryId,
        name: row.get(PR_DISPLAY_NAME_W) ?? '',
        count: row.get(PR_CONTENT_COUNT) ?? 0,
        unread: row.get(PR_CONTENT_UNREAD) ?? 0,
        open: () => this.#session.openFolder(entryId),
      });
    }
  }

  /**
   * Opens a folder within this one.
   *
   * @param path its name, or names with slashes between: `Projects/2026`
   * @throws {ComError} `MAPI_E_NOT_FOUND` when there is none of this name
   */
  async folder(path: string): Promise<MailFolder> {
    const [name = '', ...below] = path.split('/');
    for await (const entry of this.folders()) {
      if (entry.name.toLowerCase() !== name.toLowerCase()) continue;
      const found = await entry.open();
      if (below.length === 0) return found;
      using parent = found;
      return await parent.folder(below.join('/'));
    }
    throw new ComError(MAPI_E_NOT_FOUND, `there is no folder ${name} in ${await this.name()}`);
  }

  /**
   * Makes a folder within this one, or opens the one that is there.
   *
   * @param name its name
   */
  async createFolder(name: string): Promise<MailFolder> {
    const made = await ok(this.raw.CreateFolder(FOLDER_GENERIC, name, null, null, OPEN_IF_EXISTS));
    const entryId = (await ok(made.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
    return new MailFolder(this.#session, made, entryId);
  }

  /**
   * Tells of messages that come, change and go, whoever does it: this program or another one.
   *
   * @param listener told of each event, in order
   * @returns ends it with `await using` or `await stop[Symbol.asyncDispose]()`
   */
  async on(listener: (event: FolderEvent) => void): Promise<AsyncDisposable> {
    const table = await ok(this.raw.GetContentsTable(MAPI_UNICODE));
    await ok(table.SetColumns(entryColumns));
    const OnNotify = (events: readonly NOTIFICATION[]): number => {
      for (const event of events) {
        if (event.ulEventType !== fnevTableModified) continue;
        const { ulTableEvent, row } = event.info;
        if (ulTableEvent === TABLE_ROW_DELETED) listener({ what: 'removed' });
        else if (row !== null && (ulTableEvent === TABLE_ROW_ADDED || ulTableEvent === TABLE_ROW_MODIFIED))
          listener({
            what: ulTableEvent === TABLE_ROW_ADDED ? 'added' : 'changed',
            message: new MessageEntry(this.#session, row),
          });
      }
      return 0;
    };
    using sink = com({ OnNotify }, IMAPIAdviseSink);
    const connection = await advised(table, sink);
    return {
      async [Symbol.asyncDispose]() {
        await ok(table.Unadvise(connection));
        table.Release();
      },
    };
  }

  /** Lets go of it. */
  [Symbol.dispose](): void {
    if (this.#open) this.raw.Release();
    this.#open = false;
  }

  /** As `Symbol.dispose`, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    this[Symbol.dispose]();
  }
}

async function advised(table: IMAPITable, sink: IMAPIAdviseSink): Promise<number> {
  try {
    return await ok(table.Advise(fnevTableModified, sink));
  } catch (error) {
    table.Release();
    throw error;
  }
}
