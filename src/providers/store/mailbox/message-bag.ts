import { chanceBytes } from '../../../base/index.js';
import { ComError } from '../../../com/index.js';
import {
  type AdrEntry,
  AUTO_RESPONSE_SUPPRESS_NRN,
  AUTO_RESPONSE_SUPPRESS_RN,
  MAPI_E_OBJECT_DELETED,
  MSGFLAG_ASSOCIATED,
  MSGFLAG_HASATTACH,
  MSGFLAG_NRN_PENDING,
  MSGFLAG_READ,
  MSGFLAG_RN_PENDING,
  MSGFLAG_SUBMIT,
  MSGFLAG_UNMODIFIED,
  MSGFLAG_UNSENT,
  PR_AUTO_RESPONSE_SUPPRESS,
  PR_HASATTACH,
  PR_MESSAGE_FLAGS,
  PR_NON_RECEIPT_NOTIFICATION_REQUESTED,
  PR_READ_RECEIPT_REQUESTED,
  PR_ROWID,
  PR_SEARCH_KEY,
  type PropTag,
  type PropValue,
  prop,
  propId,
} from '../../../mapi/index.js';
import type { PropChanges } from '../../../subsystem/index.js';
import {
  type AttachmentRow,
  attachments,
  type Departure,
  type KnownMessage,
  MessageRow,
  type MessageSave,
  type MessageSaved,
  message,
  messageColumns,
  type Operation,
  recipients,
} from '../sql/index.js';
import type { Mailbox } from './mailbox.js';
import { roomToAdd } from './quota.js';
import {
  isStagedValue,
  type StagedAttachment,
  type StagedMessage,
  StagedProps,
  type StagedValue,
  savedParts,
} from './staged.js';
import { type Base, baseOf, StoredBag } from './stored-bag.js';

/** Where a message is saved to: a folder of the store, or the attachment that it is embedded in. */
export type MessageHome =
  | { readonly folder: number; readonly associated: boolean }
  | {
      /** The message that the attachment belongs to. */
      readonly container: MessageBag;
      /** Takes over what a save of the embedded message leaves. */
      stage(message: StagedMessage): void;
      /** What earlier saves left. */
      readonly staged: StagedMessage | null;
      /** Grows when what was staged became permanent. */
      generation(): number;
      /** The message as it is stored now; null when it is not. */
      row(): MessageRow | null;
    };

/** What submitting adds to a save. */
export interface Submission {
  /** Properties. */
  readonly set: readonly PropValue[];
  /** The place in the queue. */
  readonly queue: NonNullable<MessageSave['queue']>;
  /** The properties of the store that bound it; null when the message is in it already. */
  readonly bounds: readonly PropTag<number>[] | null;
}

const reportFlags = MSGFLAG_RN_PENDING | MSGFLAG_NRN_PENDING;
const clientFlags = ~(MSGFLAG_UNMODIFIED | MSGFLAG_SUBMIT | MSGFLAG_HASATTACH | MSGFLAG_ASSOCIATED | reportFlags);
const flagsId = propId(PR_MESSAGE_FLAGS);

/** The properties and the parts of one open message. */
export class MessageBag extends StoredBag {
  readonly #home: MessageHome;
  #row: MessageRow | null;
  // The change number that a save has to find: that of what this object saw.
  #expected: number | null;
  #recipients: ReadonlyMap<number, AdrEntry> | null = null;
  #recipientsChanged = false;
  /** The recipients as they are stored, where they were read. */
  #storedRecipients: ReadonlyMap<number, AdrEntry> | null = null;
  #attachments: ReadonlyMap<number, StagedAttachment | null> = noAttachments;
  #rows: ReadonlyMap<number, AttachmentRow> | null = null;
  #nextNumber = 0;
  #generation = 0;
  #seen = 0;
  /** What the next save puts on top: SubmitMessage's flags and time, and the place in the queue. */
  submission: Submission | null = null;
  /** What has to succeed before the next save does, and with it: a message is locked, or not saved. */
  ahead: readonly Operation[] = [];
  /** The next save is its last one in the queue. */
  departure: Departure | null = null;
  /** What becomes permanent with a submission: a message is reported when its report is in the queue. */
  also: readonly Operation[] = [];
  /** What those answered. */
  answers: readonly unknown[] = [];
  /** Whether its sending had begun and was cut off when it was opened to be sent; null where nobody looked. */
  begun: boolean | null = null;
  /** Whether it is a copy of another message, which is the one to be reported. */
  copy = false;

  /**
   * @param mailbox whose message it is
   * @param row what is stored, null for a new message
   * @param home where it is saved to
   */
  constructor(mailbox: Mailbox, row: MessageRow | null, home: MessageHome) {
    super(mailbox, row ? baseOf(mailbox, 2, row) : null);
    this.#row = row;
    this.#expected = row?.change ?? null;
    this.#home = home;
    if ('stage' in home) this.#seen = home.generation();
    const before = 'staged' in home ? home.staged : null;
    if (!before) return;
    this.staged = before.props;
    this.#attachments = before.attachments;
    this.#recipients = before.recipients ? new Map(before.recipients) : null;
    this.#recipientsChanged = before.recipients !== null;
  }

  /** Tells two open messages that are the same one apart from others. */
  get key(): string {
    return this.#row ? `message:${this.mailbox.shared.file.uid}:${this.#row.id}` : `new:${this.#unsaved}`;
  }

  readonly #unsaved: number = ++unsaved;
  #searchKey: Uint8Array | null = null;

  /** PR_SEARCH_KEY of a message that was never saved and was given none: the one that it will have. */
  get searchKey(): Uint8Array {
    this.#searchKey ??= chanceBytes(16);
    return this.#searchKey;
  }

  /** Grows when a save made all that was staged permanent. */
  get generation(): number {
    this.refresh();
    return this.#generation;
  }

  /** Looks again when the message that an embedded one belongs to was saved. */
  refresh(): void {
    if (!('stage' in this.#home) || this.#home.generation() === this.#seen) return;
    this.#seen = this.#home.generation();
    const row = this.#home.row();
    if (!row) return;
    this.#settled();
    this.#take(row);
  }

  /** The message as stored; null while it is new. */
  get row(): MessageRow | null {
    return this.#row;
  }

  /** Whether it is embedded in another message, directly or not. */
  isWithin(other: MessageBag): boolean {
    if (!('stage' in this.#home)) return false;
    const { container } = this.#home;
    return container.key === other.key || container.isWithin(other);
  }

  /** Whether it is embedded in an attachment. */
  get embedded(): boolean {
    return 'stage' in this.#home;
  }

  /** Whether it is associated with its folder. */
  get associated(): boolean {
    return 'folder' in this.#home && this.#home.associated;
  }

  /** The folder it lies in, or will; null for an embedded one. */
  get folder(): number | null {
    return 'folder' in this.#home ? (this.#row?.folder ?? this.#home.folder) : null;
  }

  /** Whether recipients or attachments wait for a save. */
  get partsChanged(): boolean {
    return this.#recipientsChanged || this.#attachments.size > 0;
  }

  /** Whether it was ever saved, perhaps into its attachment. */
  get saved(): boolean {
    return this.#row !== null || this.staged.get(flagsId) !== undefined;
  }

  /** PR_MESSAGE_FLAGS as the store has them. */
  get flags(): number {
    const entry = this.get(flagsId);
    if (entry && Array.isArray(entry)) return entry[1] as number;
    return MSGFLAG_UNSENT | MSGFLAG_UNMODIFIED | (this.associated ? MSGFLAG_ASSOCIATED : 0);
  }

  /** All recipients by row id, with what ModifyRecipients changed. */
  recipients(): ReadonlyMap<number, AdrEntry> {
    return this.#loadRecipients();
  }

  /** Changes recipients; the next save writes them. */
  setRecipients(all: ReadonlyMap<number, AdrEntry>): void {
    this.#recipients = all;
    this.#recipientsChanged = true;
  }

  /** The attachments that are stored, by number. */
  storedAttachments(): ReadonlyMap<number, AttachmentRow> {
    // Most messages have none, and say so.
    this.#rows ??= new Map(
      this.#row?.value(PR_HASATTACH) === true
        ? this.mailbox.read((db) => attachments(db, this.#row?.id ?? 0)).map((one) => [one.num, one] as const)
        : [],
    );
    return this.#rows;
  }

  /** What is staged under a number: null for a deleted attachment, undefined for one that did not change. */
  stagedAttachment(num: number): StagedAttachment | null | undefined {
    return this.#attachments.get(num);
  }

  /** Takes over what the save of an attachment, or its deletion, leaves. */
  stageAttachment(num: number, staged: StagedAttachment | null): void {
    this.#attachments = new Map(this.#attachments).set(num, staged);
  }

  /** A number that no attachment has or had since the message was opened. */
  takeNumber(): number {
    const taken = [...this.storedAttachments().keys(), ...this.#attachments.keys()];
    this.#nextNumber = Math.max(this.#nextNumber, ...taken.map((num) => num + 1));
    return this.#nextNumber++;
  }

  /** The numbers of the attachments that a save leaves. */
  numbers(): readonly number[] {
    if (this.#attachments.size === 0 && this.#row === null) return none;
    const all = new Set([...this.storedAttachments().keys(), ...this.#attachments.keys()]);
    return [...all].filter((num) => this.#attachments.get(num) !== null).sort((a, b) => a - b);
  }

  protected hasColumn(id: number): boolean {
    return messageColumns.has(id);
  }

  commit(changes: PropChanges, force: boolean): Promise<void> {
    return this.finished(changes, (set, remove) => this.#save(set, remove, force));
  }

  #save(set: readonly (PropValue | StagedValue)[], remove: readonly number[], force: boolean): Promise<void> {
    const given = set.find((entry) => !isStagedValue(entry) && propId(entry[0]) === flagsId);
    const submitted = this.submission?.set ?? nothing;
    const client = given && !isStagedValue(given) ? (given[1] as number) : null;
    const flags = this.#withReports(this.#nextFlags(client, submitted), set);
    const kept = remove.filter((tag) => propId(tag) !== propId(PR_SEARCH_KEY) && propId(tag) !== flagsId);
    const all = this.#promised(set);
    for (const each of set) {
      const id = propId(isStagedValue(each) ? each.tag : each[0]);
      if (id !== flagsId && !hasId(submitted, id)) all.push(each);
    }
    for (const each of submitted) if (propId(each[0]) !== flagsId) all.push(each);
    all.push(prop(PR_MESSAGE_FLAGS, flags));
    const staged: StagedMessage = {
      props: this.staged === StagedProps.none && kept.length === 0 ? StagedProps.of(all) : this.staged.with(all, kept),
      recipients: this.#recipientsChanged ? withoutRowIds(this.#loadRecipients()) : null,
      attachments: this.#attachments,
      stored: this.stores,
      fresh: this.#row === null,
    };
    if (!('stage' in this.#home)) return this.#write(staged, this.#home, force, this.#bounds(staged, flags));
    this.#home.stage(staged);
    this.staged = staged.props;
    return Promise.resolve();
  }

  /**
   * Reads the message anew after the store changed it past this object; pending changes stay.
   *
   * @param before the change number that the message had just before: when others had saved it since this object last looked,
   *   a save of this object is still a conflict
   */
  reload(before: number): void {
    const expected = before === this.#expected ? null : this.#expected;
    if (!this.#row) return;
    const row = this.mailbox.read((db) => message(db, this.#row?.id ?? 0));
    if (!row) throw new ComError(MAPI_E_OBJECT_DELETED, 'the message was deleted');
    this.#take(row);
    this.#expected = expected ?? this.#expected;
  }

  /** The search key that somebody has seen already. */
  #promised(set: readonly (PropValue | StagedValue)[]): (PropValue | StagedValue)[] {
    if (this.#searchKey === null || this.get(propId(PR_SEARCH_KEY)) !== null) return [];
    if (set.some((each) => !isStagedValue(each) && propId(each[0]) === propId(PR_SEARCH_KEY))) return [];
    return [prop(PR_SEARCH_KEY, this.#searchKey)];
  }

  #nextFlags(given: number | null, submitted: readonly PropValue[]): number {
    const forced = submitted.find(([tag]) => propId(tag) === flagsId)?.[1] as number | undefined;
    const before = this.flags;
    const own = this.saved || given === null ? before : (given & clientFlags) | (before & ~clientFlags);
    const modified = this.saved ? own & ~MSGFLAG_UNMODIFIED : own;
    const attached = this.numbers().length > 0 ? MSGFLAG_HASATTACH : 0;
    return ((modified & ~MSGFLAG_HASATTACH) | attached | (forced ?? 0)) >>> 0;
  }

  /**
   * The reports that the sender of mail that comes in waits for. What a client saves was not received, and a copy is not the
   * message that is reported.
   */
  #withReports(flags: number, set: readonly (PropValue | StagedValue)[]): number {
    if (!this.#received || (flags & (MSGFLAG_UNSENT | MSGFLAG_READ)) !== 0) return flags;
    const given = (tag: PropTag) => set.find((entry) => !isStagedValue(entry) && entry[0] === tag);
    const read = given(PR_READ_RECEIPT_REQUESTED);
    if (!read && !given(PR_NON_RECEIPT_NOTIFICATION_REQUESTED)) return flags;
    const value = (tag: PropTag): unknown => {
      const entry = given(tag) ?? this.get(propId(tag));
      return Array.isArray(entry) ? entry[1] : null;
    };
    const unwanted = (value(PR_AUTO_RESPONSE_SUPPRESS) as number | null) ?? 0;
    const wantsRead = value(PR_READ_RECEIPT_REQUESTED) === true;
    const wantsNonread = wantsRead || value(PR_NON_RECEIPT_NOTIFICATION_REQUESTED) === true;
    const pending =
      (wantsRead && (unwanted & AUTO_RESPONSE_SUPPRESS_RN) === 0 ? MSGFLAG_RN_PENDING : 0) |
      (wantsNonread && (unwanted & AUTO_RESPONSE_SUPPRESS_NRN) === 0 ? MSGFLAG_NRN_PENDING : 0);
    return (flags & ~reportFlags) | pending;
  }

  /** Whether what is saved came in: what a client saves did not, nor a copy of another message. */
  get #received(): boolean {
    return this.mailbox.caller.role !== 'client' && !this.embedded && !this.copy && !this.associated;
  }

  /**
   * What bounds a store that grows by this save: by a message that is new, by files that come to one that is there. What the
   * spooler has to write on the way out must not fail.
   */
  #bounds({ fresh, attachments }: StagedMessage, flags: number): readonly PropTag<number>[] | null {
    if (this.submission) return this.submission.bounds;
    if (this.associated) return null;
    const grows =
      this.mailbox.caller.role === 'spooler'
        ? fresh && this.#received && (flags & MSGFLAG_UNSENT) === 0
        : fresh || (attachments.size > 0 && [...attachments.values()].some((one) => one !== null));
    return grows ? roomToAdd : null;
  }

  async #write(
    staged: StagedMessage,
    home: { folder: number; associated: boolean },
    force: boolean,
    bounds: readonly PropTag<number>[] | null,
  ): Promise<void> {
    const args = this.#saving(staged, home, force);
    if (bounds !== null) args.bounds = bounds;
    if (this.submission) args.queue = this.submission.queue;
    const { ahead } = this;
    const also = this.submission ? this.also : nothing;
    const written = this.#recipients;
    const save: Operation = { name: 'message.save', args };
    const results = await this.mailbox.writeAll(ahead.length + also.length === 0 ? [save] : [...ahead, save, ...also]);
    const saved = results[ahead.length];
    this.answers = also.length === 0 ? nothing : results.slice(ahead.length + 1);
    // Others may have changed it since; what this object sees is what it saved, unless more was written behind that.
    const row = also.length > 0 ? this.#stored((saved as MessageSaved).id) : rowOf(saved as MessageSaved);
    // Nobody but this save has changed the recipients that it wrote, nor those that it found unchanged.
    const same = !force && row?.change === (saved as MessageSaved).change && this.#recipients === written;
    this.#settled();
    if (!row) return;
    this.#take(row);
    if (same) this.#recipients = this.#storedRecipients = written;
  }

  #saving(staged: StagedMessage, home: { folder: number; associated: boolean }, force: boolean): Writable<MessageSave> {
    const row = this.#row;
    const args: Writable<MessageSave> = {
      id: row?.id ?? null,
      folder: home.folder,
      associated: home.associated,
      expected: force ? null : this.#expected,
      ...savedParts(staged),
    };
    if (this.departure) args.departure = this.departure;
    if (!row) return args;
    args.flagsBefore = this.flags;
    if (row.change !== this.#expected) return args;
    args.bagBefore = row.bag;
    if (force) return args;
    if (this.departure) args.known = this.#known(row);
    // As long as nobody else has saved the message, which the save looks at, its recipients are those that were read.
    if (args.recipients && this.#keepsRows(staged))
      args.recipients = { complete: true, put: args.recipients.put ?? [] };
    return args;
  }

  #known(row: MessageRow): KnownMessage {
    const { id, folder, change, big } = row;
    const flags = row.value(PR_MESSAGE_FLAGS) ?? 0;
    const attached = Number(row.value(PR_HASATTACH) === true);
    return { id, folder, associated: Number(row.associated), change, flags, status: 0, big, has_attach: attached };
  }

  /** Whether the recipients that are stored are those that are saved, by their row ids. */
  #keepsRows({ recipients }: StagedMessage): boolean {
    const stored = this.#storedRecipients;
    if (stored === null || recipients === null || stored.size !== recipients.size) return false;
    for (const id of recipients.keys()) if (!stored.has(id)) return false;
    return true;
  }

  #stored(id: number): MessageRow | null {
    return this.mailbox.read((db) => message(db, id));
  }

  #settled(): void {
    this.#attachments = noAttachments;
    this.#recipientsChanged = false;
    this.staged = StagedProps.none;
    this.#generation++;
  }

  #take(row: MessageRow): void {
    this.#row = row;
    this.#expected = row.change;
    this.base = baseOf(this.mailbox, 2, row) satisfies Base;
    this.#rows = null;
    if (!this.#recipientsChanged) this.#recipients = null;
    this.#storedRecipients = null;
  }

  #loadRecipients(): ReadonlyMap<number, AdrEntry> {
    if (this.#recipients === null) {
      const all = new Map<number, AdrEntry>();
      if (this.#row)
        for (const row of this.mailbox.read((db) => recipients(db, this.#row?.id ?? 0)))
          all.set(row.rowId, Object.freeze(row.props()));
      this.#recipients = all;
      if (this.#row) this.#storedRecipients = all;
    }
    return this.#recipients;
  }
}

let unsaved = 0;

/** The row that a save has left. */
const rowOf = ({
  id,
  change,
  size,
  big,
  attachments,
  flags,
  status,
  folder,
  associated,
  bag,
}: MessageSaved): MessageRow =>
  new MessageRow({
    id,
    folder,
    attachment: null,
    associated,
    change,
    flags,
    status,
    size,
    has_attach: attachments,
    big,
    bag,
  });

/** What is put together bit by bit: objects within objects that mostly are empty cost a submission more than its statements do. */
type Writable<T> = { -readonly [K in keyof T]: T[K] };

const none: readonly number[] = [];
const nothing: readonly never[] = [];
const noAttachments: ReadonlyMap<number, StagedAttachment | null> = new Map();

// The row id is the key of the row, not one of its properties.
function withoutRowIds(all: ReadonlyMap<number, AdrEntry>): ReadonlyMap<number, AdrEntry> {
  const bare = new Map<number, AdrEntry>();
  all.forEach((entry, id) => {
    bare.set(id, entry.some(isRowId) ? entry.filter((each) => !isRowId(each)) : entry);
  });
  return bare;
}

function hasId(props: readonly PropValue[], id: number): boolean {
  for (const each of props) if (propId(each[0]) === id) return true;
  return false;
}

const isRowId = (value: PropValue): boolean => value[0] === PR_ROWID;
