import { randomBytes } from 'node:crypto';
import { ComError, com, type Guid, ok } from '../../com/index.js';
import {
  type EntryId,
  type fnevObjectCreated,
  type fnevObjectDeleted,
  type fnevObjectModified,
  type IMAPISupport,
  IMAPITable,
  MAPI_DISTLIST,
  MAPI_E_NOT_FOUND,
  MAPI_MAILUSER,
  PR_INSTANCE_KEY,
  type PropTag,
  type PropValue,
  prop,
  TBLTYPE_DYNAMIC,
} from '../../mapi/index.js';
import { HandedOut, MemoryRows } from '../../subsystem/index.js';
import { AnrTable } from './anrtable.js';
import type { BookDocument, BookEntry, BookFile } from './bookfile.js';
import { byName, contentsColumns, inWidth } from './columns.js';
import { entryIdOf } from './entryid.js';
import { shown } from './shown.js';

/** What happened to an entry, told to sinks of the entry and of the container. */
export type BookEvent = typeof fnevObjectCreated | typeof fnevObjectDeleted | typeof fnevObjectModified;

/** An address book in use by one logon. */
export class Book {
  /** MAPI's side. */
  readonly support: IMAPISupport;
  /** Its name, to show. */
  readonly name: string;
  /** What ends with the logon, whoever has it. */
  readonly handedOut: HandedOut = new HandedOut();
  readonly #file: BookFile;
  readonly #rows = new MemoryRows({ index: PR_INSTANCE_KEY, columns: contentsColumns, tableType: TBLTYPE_DYNAMIC });
  readonly #versions = new Map<string, number>();

  /**
   * @param file where it is kept
   * @param support MAPI's side, held by the logon
   * @param name its name, to show
   */
  constructor(file: BookFile, support: IMAPISupport, name: string) {
    this.#file = file;
    this.support = support;
    this.name = name;
  }

  /** What all its entry IDs carry. */
  get uid(): Guid {
    return this.#file.read().uid;
  }

  /** Its users and lists as they are now. */
  get entries(): ReadonlyMap<string, BookEntry> {
    return this.#file.read().entries;
  }

  /** The entry ID of its container. */
  get container(): EntryId {
    return entryIdOf(this.uid, 'container');
  }

  /** The entry ID of its root. */
  get root(): EntryId {
    return entryIdOf(this.uid, 'root');
  }

  /** One user or list. @throws {ComError} `MAPI_E_NOT_FOUND` */
  entry(id: string): BookEntry {
    const entry = this.entries.get(id);
    if (!entry) throw new ComError(MAPI_E_NOT_FOUND, 'the address book has no such entry, or no more');
    return entry;
  }

  /** All properties of a user or list. */
  shown(id: string): ReadonlyMap<number, PropValue> {
    return shown(this.uid, id, this.entry(id));
  }

  /** A number for a new entry. */
  newId(): string {
    return randomBytes(16).toString('hex');
  }

  /**
   * Changes the book, and tells tables and sinks.
   *
   * @param work changes the document
   * @param events what happens to which entries
   */
  async change(
    work: (document: BookDocument) => void,
    events: readonly (readonly [BookEvent, string])[],
  ): Promise<void> {
    const kinds = new Map(events.map(([, id]) => [id, this.entries.get(id)?.kind]));
    this.#file.change(work);
    this.refresh();
    for (const [ulEventType, id] of events) {
      const kind = kinds.get(id) ?? this.entries.get(id)?.kind ?? 'user';
      const lpEntryID = entryIdOf(this.uid, kind, id);
      const ulObjType = kind === 'list' ? MAPI_DISTLIST : MAPI_MAILUSER;
      const none = { lpOldID: null, lpOldParentID: null, lpPropTagArray: null };
      const event = { ulEventType, info: { lpEntryID, ulObjType, lpParentID: this.container, ...none } };
      for (const key of [lpEntryID, this.container]) await ok(this.support.Notify(key, [event], 0));
    }
  }

  /** Brings the contents table in line with the file, which other processes may have changed. */
  refresh(): void {
    const { entries } = this;
    const gone = [...this.#versions.keys()].filter((id) => !entries.has(id));
    const changed = [...entries].filter(([id, { version }]) => this.#versions.get(id) !== version);
    for (const id of gone) this.#versions.delete(id);
    for (const [id, { version }] of changed) this.#versions.set(id, version);
    this.#rows.remove(gone.map((id) => [prop(PR_INSTANCE_KEY, new Uint8Array(Buffer.from(id, 'hex')))]));
    this.#rows.put(changed.map(([id]) => [...this.shown(id).values()]));
  }

  /** Opens the table of all users and lists, by name. */
  contents(unicode: boolean): IMAPITable {
    this.refresh();
    const columns: readonly PropTag[] = inWidth(contentsColumns, unicode);
    return this.handedOut.keep(com(new AnrTable(this.#rows, { columns, order: byName }), IMAPITable));
  }
}
