import { type HResult, S_OK } from '../../../src/com/index.js';
import {
  FORCE_SAVE,
  KEEP_OPEN_READWRITE,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_OBJECT_DELETED,
  type PropTag,
} from '../../../src/mapi/index.js';

/** Property values by tag. */
export type Props = ReadonlyMap<PropTag, unknown>;

/** A recipient. */
export interface Recipient {
  readonly id: number;
  readonly name: string;
}

/** An attachment: its values, and the subject of the message embedded in it. */
export interface Part {
  readonly props: Props;
  readonly inner: string | null;
}

/** What a message holds. */
export interface Contents {
  readonly props: Props;
  readonly recipients: readonly Recipient[];
  readonly parts: ReadonlyMap<number, Part>;
}

/** What one opener changes of an attachment; null takes it away. */
export interface PartChange {
  readonly fresh: boolean;
  readonly props: ReadonlyMap<PropTag, unknown | null>;
  readonly inner: string | null;
}

/** A message as it is stored. */
export class Stored {
  contents: Contents;
  version: number;
  gone = false;
  read = false;

  constructor(contents: Contents, version: number) {
    this.contents = contents;
    this.version = version;
  }
}

/** A message as somebody has it open. */
export class Opened {
  stored: Stored | null;
  base: Contents;
  writable: boolean;
  expected: number;
  readonly changes = new Map<PropTag, unknown | null>();
  recipients: readonly Recipient[] | null = null;
  /** Whether it is read, as this opener sees it; set by a copy before the first save. */
  read: boolean | null;
  readonly parts = new Map<number, PartChange | null>();
  #next = 0;

  constructor(stored: Stored | null, writable: boolean) {
    this.stored = stored;
    this.base = stored?.contents ?? nothing;
    this.expected = stored?.version ?? 0;
    this.writable = writable;
    this.read = stored?.read ?? null;
  }

  /** Whether somebody else saved or deleted the message since this opener last looked. */
  get stale(): boolean {
    return this.stored !== null && (this.stored.gone || this.stored.version !== this.expected);
  }

  /** What this opener sees. */
  get view(): Contents {
    const parts = new Map(this.base.parts);
    for (const [num, change] of this.parts) applyPart(parts, num, change);
    return {
      props: applied(this.base.props, this.changes),
      recipients: this.recipients ?? this.base.recipients,
      parts: new Map([...parts].sort(([a], [b]) => a - b)),
    };
  }

  /** The number of a new attachment. */
  takeNumber(): number {
    this.#next = Math.max(this.#next, ...[...this.base.parts.keys(), ...this.parts.keys()].map((num) => num + 1));
    return this.#next++;
  }

  /** Looks at what is stored; what is pending stays. */
  reload(stored: Stored): void {
    this.stored = stored;
    this.base = stored.contents;
    this.read = stored.read;
  }

  /** After a save that succeeded. */
  saved(stored: Stored, writable: boolean): void {
    this.reload(stored);
    this.expected = stored.version;
    this.writable = writable;
    this.changes.clear();
    this.parts.clear();
    this.recipients = null;
  }
}

/** The simplest store that keeps the promises of IMAPIProp and IMessage: everything in memory, nothing at once. */
export class Mail {
  readonly messages: Stored[] = [];
  #clock = 0;

  /** SaveChanges: the code, and the message that came to be. */
  save(opened: Opened, flags: number): HResult {
    const force = (flags & FORCE_SAVE) !== 0;
    const writable = (flags & KEEP_OPEN_READWRITE) !== 0;
    if (!opened.writable) return force || writable ? MAPI_E_NO_ACCESS : S_OK;
    const { stored } = opened;
    if (stored?.gone) return MAPI_E_OBJECT_DELETED;
    if (stored && !force && stored.version !== opened.expected) return MAPI_E_OBJECT_CHANGED;
    const target = stored ?? this.#made(opened.read ?? false);
    target.contents = this.#merged(target.contents, opened);
    target.version = ++this.#clock;
    opened.saved(target, writable);
    return S_OK;
  }

  /** SetReadFlag: a change of the stored message that is no conflict for who makes it. */
  mark(opened: Opened, read: boolean): HResult {
    const { stored } = opened;
    if (!stored) return MAPI_E_NO_SUPPORT;
    if (stored.gone) return MAPI_E_NOT_FOUND;
    // A message that is read already is left alone, and the object sees what it saw.
    if (read && stored.read) return S_OK;
    const known = stored.version === opened.expected;
    if (stored.read !== read) stored.version = ++this.#clock;
    stored.read = read;
    opened.reload(stored);
    if (known) opened.expected = stored.version;
    return S_OK;
  }

  /** CopyTo without flags: values over values, recipients and attachments in place of others. */
  copy(from: Opened, to: Opened): HResult {
    if (from === to || (from.stored !== null && from.stored === to.stored)) return MAPI_E_NO_ACCESS;
    if (!to.writable) return MAPI_E_NO_ACCESS;
    const { props, recipients, parts } = from.view;
    for (const [tag, value] of props) to.changes.set(tag, value);
    if (to.stored === null && from.read !== null) to.read = from.read;
    to.recipients = recipients.map(({ name }, id) => ({ id, name }));
    for (const num of to.view.parts.keys()) to.parts.set(num, null);
    for (const part of parts.values()) to.parts.set(to.takeNumber(), { fresh: true, ...part });
    return S_OK;
  }

  #made(read: boolean): Stored {
    const made = new Stored(nothing, 0);
    made.read = read;
    this.messages.push(made);
    return made;
  }

  // A save changes what is there, which under FORCE_SAVE may be another thing than the saver saw.
  #merged(before: Contents, { changes, recipients, parts }: Opened): Contents {
    const merged = new Map(before.parts);
    for (const [num, change] of parts) applyPart(merged, num, change);
    return {
      props: applied(before.props, changes),
      recipients: recipients ?? before.recipients,
      parts: new Map([...merged].sort(([a], [b]) => a - b)),
    };
  }
}

const nothing: Contents = { props: new Map(), recipients: [], parts: new Map() };

function applied(before: Props, changes: ReadonlyMap<PropTag, unknown | null>): Props {
  const props = new Map(before);
  for (const [tag, value] of changes) {
    if (value === null) props.delete(tag);
    else props.set(tag, value);
  }
  return props;
}

function applyPart(parts: Map<number, Part>, num: number, change: PartChange | null): void {
  if (change === null) parts.delete(num);
  else if (change.fresh) parts.set(num, { props: applied(new Map(), change.props), inner: change.inner });
  else {
    const before = parts.get(num);
    // What somebody else took away does not come back in parts.
    if (before) parts.set(num, { props: applied(before.props, change.props), inner: change.inner ?? before.inner });
  }
}
