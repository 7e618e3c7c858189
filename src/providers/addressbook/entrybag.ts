import { ComError } from '../../com/index.js';
import {
  CREATE_CHECK_DUP_LOOSE,
  CREATE_CHECK_DUP_STRICT,
  CREATE_REPLACE,
  fnevObjectCreated,
  fnevObjectModified,
  MAPI_E_COLLISION,
  MAPI_E_MISSING_REQUIRED_COLUMN,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_OBJECT_DELETED,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  type PropTag,
  type PropValue,
  prop,
  propId,
} from '../../mapi/index.js';
import { MemoryBag, MemoryRecord, type PropChanges } from '../../subsystem/index.js';
import type { Book } from './book.js';
import type { BookDocument, BookEntry, Member } from './bookfile.js';
import { shown } from './shown.js';

/** The properties of a user or list of a book: as they were when it was opened or last saved. */
export class EntryBag extends MemoryBag {
  /** The book. */
  readonly book: Book;
  /** Its number. */
  readonly id: string;
  /** Whether it is a user or a list. */
  readonly kind: 'user' | 'list';
  readonly #record: MemoryRecord;
  readonly #createFlags: number;
  /** The version that it was read with; null for one that was never saved. */
  #version: number | null;
  #members: readonly Member[] = [];

  private constructor(book: Book, id: string, kind: 'user' | 'list', saved: BookEntry | null, createFlags: number) {
    const first: BookEntry = saved ?? { kind, version: 0, props: new Map(), members: [] };
    const record = new MemoryRecord([...shown(book.uid, id, first).values()]);
    super(record);
    this.book = book;
    this.id = id;
    this.kind = kind;
    this.#record = record;
    this.#createFlags = createFlags;
    this.#version = saved?.version ?? null;
  }

  /** Opens one that is there. @throws {ComError} `MAPI_E_NOT_FOUND` */
  static open(book: Book, id: string): EntryBag {
    const entry = book.entry(id);
    return new EntryBag(book, id, entry.kind, entry, 0);
  }

  /**
   * Makes one that is in the book when it is saved.
   *
   * @param book the book
   * @param kind what it is
   * @param createFlags `CREATE_CHECK_DUP_LOOSE`, `CREATE_CHECK_DUP_STRICT`, `CREATE_REPLACE`
   */
  static create(book: Book, kind: 'user' | 'list', createFlags: number): EntryBag {
    return new EntryBag(book, book.newId(), kind, null, createFlags);
  }

  /** The book's name for it. */
  override get key(): string {
    return `addressbook:${this.book.uid}:${this.id}`;
  }

  /** The members of a list as they are now. */
  get members(): readonly Member[] {
    return this.#version === null ? this.#members : this.book.entry(this.id).members;
  }

  /** Changes the members of a list: at once, or with the first save of a new one. */
  async changeMembers(work: (members: readonly Member[]) => readonly Member[]): Promise<void> {
    if (this.#version === null) {
      this.#members = work(this.#members);
      return;
    }
    await this.book.change(
      ({ entries }) => entries.set(this.id, { ...this.#found(entries), members: work(this.#found(entries).members) }),
      [[fnevObjectModified, this.id]],
    );
  }

  /** Writes the changes into the book. @spec iabcontainer-createentry */
  override async commit(changes: PropChanges, force: boolean): Promise<void> {
    const isNew = this.#version === null;
    const props = await valuesOf(changes);
    let saved: BookEntry | null = null;
    await this.book.change(
      (document) => {
        const before = isNew ? null : this.#found(document.entries);
        if (before && before.version !== this.#version && !force)
          throw new ComError(MAPI_E_OBJECT_CHANGED, 'somebody else saved the entry first; FORCE_SAVE overwrites it');
        const next = new Map(before?.props);
        for (const tag of changes.remove) next.delete(propId(tag));
        for (const one of props) next.set(propId(one[0]), one);
        complete(this.kind, next);
        if (isNew) this.#withoutDuplicates(document, next);
        const members = before?.members ?? this.#members;
        saved = { kind: this.kind, version: (before?.version ?? 0) + 1, props: next, members };
        document.entries.set(this.id, saved);
      },
      [[isNew ? fnevObjectCreated : fnevObjectModified, this.id]],
    );
    const { version } = saved as unknown as BookEntry;
    this.#version = version;
    this.#record.props = shown(this.book.uid, this.id, saved as unknown as BookEntry);
    // What was changed stands in the book already; the bag only has to look.
    await super.commit({ set: [], drafts: [], remove: [] }, true);
  }

  #found(entries: ReadonlyMap<string, BookEntry>): BookEntry {
    const entry = entries.get(this.id);
    if (!entry) throw new ComError(MAPI_E_OBJECT_DELETED, 'the entry was deleted meanwhile');
    return entry;
  }

  /** Loosely the same is who has the same name, strictly who has the same address, too. */
  #withoutDuplicates({ entries }: BookDocument, props: ReadonlyMap<number, PropValue>): void {
    const flags = this.#createFlags;
    if ((flags & (CREATE_CHECK_DUP_LOOSE | CREATE_CHECK_DUP_STRICT | CREATE_REPLACE)) === 0) return;
    const loosely = (flags & (CREATE_CHECK_DUP_LOOSE | CREATE_CHECK_DUP_STRICT)) === CREATE_CHECK_DUP_LOOSE;
    const tags = loosely ? [PR_DISPLAY_NAME_W] : [PR_DISPLAY_NAME_W, ...address];
    const textOf = (of: ReadonlyMap<number, PropValue>, tag: PropTag): string =>
      String(of.get(propId(tag))?.[1] ?? '').toLowerCase();
    const same = [...entries].filter(
      ([, entry]) => entry.kind === this.kind && tags.every((tag) => textOf(entry.props, tag) === textOf(props, tag)),
    );
    if (same.length > 0 && (flags & CREATE_REPLACE) === 0)
      throw new ComError(MAPI_E_COLLISION, `the address book has an entry ${textOf(props, PR_DISPLAY_NAME_W)} already`);
    for (const [id] of same) entries.delete(id);
  }
}

const address = [PR_ADDRTYPE_W, PR_EMAIL_ADDRESS_W];

/** Values of drafts among the others. */
async function valuesOf({ set, drafts }: PropChanges): Promise<readonly PropValue[]> {
  const record = new MemoryRecord(set);
  await new MemoryBag(record).commit({ set: [], drafts, remove: [] }, true);
  return [...record.props.values()];
}

/** An entry has a name; a user has an address, too. */
function complete(kind: 'user' | 'list', props: Map<number, PropValue>): void {
  const text = (tag: PropTag<string>): string => (props.get(propId(tag))?.[1] as string | undefined) ?? '';
  if (kind === 'user') {
    if (text(PR_EMAIL_ADDRESS_W) === '')
      throw new ComError(MAPI_E_MISSING_REQUIRED_COLUMN, 'a user of an address book needs PR_EMAIL_ADDRESS');
    if (text(PR_ADDRTYPE_W) === '') props.set(propId(PR_ADDRTYPE_W), prop(PR_ADDRTYPE_W, 'SMTP'));
    if (text(PR_DISPLAY_NAME_W) === '')
      props.set(propId(PR_DISPLAY_NAME_W), prop(PR_DISPLAY_NAME_W, text(PR_EMAIL_ADDRESS_W)));
  } else if (text(PR_DISPLAY_NAME_W) === '')
    throw new ComError(MAPI_E_MISSING_REQUIRED_COLUMN, 'a list of an address book needs PR_DISPLAY_NAME');
}
