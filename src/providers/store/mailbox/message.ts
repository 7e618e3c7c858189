import {
  type AnyIid,
  borrow,
  ComError,
  com,
  type Iid,
  type Impl,
  type IUnknown,
  implementationOf,
  ok,
} from '../../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  ATTACH_DIALOG,
  type CreatedAttach,
  FORCE_SUBMIT,
  IAttach,
  type IMAPIProgress,
  IMAPIProp,
  IMAPITable,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_BEST_ACCESS,
  MAPI_CREATE,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_COMPUTED,
  MAPI_E_FOLDER_CYCLE,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_SUBMITTED,
  MAPI_MODIFY,
  MAPI_UNICODE,
  PR_ATTACH_NUM,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_RECIPIENTS,
  PR_ROWID,
  type PropTag,
  type PropValue,
  PT_OBJECT,
  propId,
  propType,
  type SPropProblem,
  TBLTYPE_DYNAMIC,
} from '../../../mapi/index.js';
import {
  type CopyManner,
  MemoryRows,
  PropObject,
  type RecipientsAtHand,
  requireFlags,
  type SubObject,
  Table,
} from '../../../subsystem/index.js';
import type { Departure, Operation } from '../sql/index.js';
import { requireInterface } from './arguments.js';
import { type AttachmentOwner, StoreAttachment } from './attachment.js';
import { attachmentColumns, attachmentRows } from './attachment-rows.js';
import type { Mailbox } from './mailbox.js';
import type { MessageBag } from './message-bag.js';
import { codePageOf, messageDerive, messageRulesOf } from './message-rules.js';
import { ItemProgress } from './progress.js';
import { readFlagPlan, reportRead } from './read-flag.js';
import { modifiedRecipients, recipientColumns, recipientRows } from './recipients.js';
import type { MessageOpener } from './reports.js';
import { stringColumns } from './string-columns.js';
import { submit } from './submit.js';
import { syncRows } from './sync-rows.js';

/** A message of the store, in a folder or embedded in an attachment. @spec imessageimapiprop */
export class StoreMessage extends PropObject implements Impl<IMessage>, RecipientsAtHand {
  readonly #mailbox: Mailbox;
  readonly #bag: MessageBag;
  #recipientRows: MemoryRows | null = null;
  #shownRecipients: ReadonlyMap<number, readonly PropValue[]> | null = null;
  #attachmentRows: MemoryRows | null = null;
  #rowsAtHand: { readonly recipients: ReadonlyMap<number, AdrEntry>; readonly rows: AdrList } | null = null;
  #submitted = false;
  #parts: readonly SubObject[] | null = null;

  /**
   * Makes the object; publish it with {@link StoreMessage.publish}.
   *
   * @param bag its properties and parts
   * @param writable whether it may be changed
   */
  constructor(bag: MessageBag, writable: boolean) {
    const { mailbox } = bag;
    super({
      bag,
      transacted: true,
      writable,
      names: mailbox.names,
      rules: messageRulesOf(mailbox, writable),
      derive: messageDerive(bag),
      codePage: codePageOf,
    });
    this.#mailbox = mailbox;
    this.#bag = bag;
    mailbox.enter(this, IMessage);
    mailbox.shared.messages.add(this);
  }

  /** Publishes it. */
  publish(): IMessage {
    return com(this as Impl<IMessage>, IMessage);
  }

  /** Whose message it is. */
  get mailbox(): Mailbox {
    return this.#mailbox;
  }

  /** The id of its row; null while it is new or embedded. */
  get id(): number | null {
    return this.#bag.embedded ? null : (this.#bag.row?.id ?? null);
  }

  /** Its change number as this object knows it; -1 while it is new. */
  get change(): number {
    return this.#bag.row?.change ?? -1;
  }

  /** Whether its sending had begun when it was opened to be sent; null where nobody looked. */
  get begun(): boolean | null {
    return this.#bag.begun;
  }

  /** Whether anything waits for a save. */
  get dirty(): boolean {
    return !this.pending.empty || this.#bag.partsChanged;
  }

  /** What belongs to it besides values. */
  override get subObjects(): readonly SubObject[] {
    this.#parts ??= [
      {
        tag: PR_MESSAGE_RECIPIENTS,
        iid: IMessage,
        copyTo: (target, manner) => this.#copyRecipients(target, manner),
        clear: () => this.#setRecipients(new Map()),
      },
      {
        tag: PR_MESSAGE_ATTACHMENTS,
        iid: IMessage,
        copyTo: (target, manner) => this.#copyAttachments(target, manner),
        clear: () => {
          for (const num of this.#bag.numbers()) this.DeleteAttach(num, 0, null);
        },
      },
    ];
    return this.#parts;
  }

  /** See {@link IMAPIProp.SaveChanges}. @spec imapiprop-savechanges */
  override async SaveChanges(ulFlags = 0): Promise<void> {
    this.#refuseSubmitted();
    await super.SaveChanges(ulFlags);
    // A table that is opened later looks for itself.
    if (this.#attachmentRows) this.#syncAttachments();
  }

  /** See {@link IMAPIProp.SetProps}: the flags may be set until the message is saved first. @spec imapiprop-setprops */
  override async SetProps(lpPropArray: readonly PropValue[]): Promise<readonly SPropProblem[]> {
    this.#refuseSubmitted();
    const saved = this.#bag.saved && Array.isArray(lpPropArray);
    const problems = await super.SetProps(saved ? lpPropArray.map(withoutFlags) : lpPropArray);
    if (!this.#bag.saved) return problems;
    const refused = lpPropArray.flatMap(([ulPropTag], ulIndex) =>
      ulPropTag === PR_MESSAGE_FLAGS ? [Object.freeze({ ulIndex, ulPropTag, scode: MAPI_E_COMPUTED })] : [],
    );
    return Object.freeze([...problems, ...refused].sort((a, b) => a.ulIndex - b.ulIndex));
  }

  /** See {@link IMAPIProp.OpenProperty}: recipients and attachments open as tables. @spec imapiprop-openproperty */
  override async OpenProperty(
    ulPropTag: PropTag,
    lpiid: Iid<IUnknown>,
    ulInterfaceOptions: number,
    ulFlags = 0,
  ): Promise<IUnknown> {
    const table = lpiid?.guid === IMAPITable.guid && propType(ulPropTag) === PT_OBJECT;
    const opens = (tag: PropTag): boolean => table && propId(ulPropTag) === propId(tag);
    if (table) requireFlags(ulFlags, MAPI_MODIFY | MAPI_CREATE | MAPI_DEFERRED_ERRORS);
    if (opens(PR_MESSAGE_RECIPIENTS)) return this.GetRecipientTable(ulInterfaceOptions);
    if (opens(PR_MESSAGE_ATTACHMENTS)) return this.GetAttachmentTable(ulInterfaceOptions);
    return await super.OpenProperty(ulPropTag, lpiid, ulInterfaceOptions, ulFlags);
  }

  /** See {@link IMAPIProp.CopyTo}: reports are sent on the original, not on a copy. @spec imapiprop-copyto */
  override async CopyTo(
    rgiidExclude: readonly AnyIid[] | null,
    lpExcludeProps: readonly PropTag[] | null,
    ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    lpInterface: Iid<IUnknown>,
    lpDestObj: IUnknown,
    ulFlags = 0,
  ): Promise<readonly SPropProblem[]> {
    const target = implementationOf(lpDestObj);
    if (target instanceof StoreMessage) target.#bag.copy = true;
    return await super.CopyTo(rgiidExclude, lpExcludeProps, ulUIParam, lpProgress, lpInterface, lpDestObj, ulFlags);
  }

  /** See {@link IMessage.GetAttachmentTable}. @spec imessage-getattachmenttable */
  GetAttachmentTable(ulFlags = 0): IMAPITable {
    const flags = requireFlags(ulFlags, MAPI_UNICODE | MAPI_DEFERRED_ERRORS);
    this.#syncAttachments();
    return this.#table(this.#attachments, flags);
  }

  /** See {@link IMessage.OpenAttach}. @spec imessage-openattach */
  OpenAttach<I extends IUnknown = IAttach>(ulAttachmentNum: number, lpInterface: Iid<I> | null, ulFlags = 0): I {
    const flags = requireFlags(ulFlags, MAPI_MODIFY | MAPI_BEST_ACCESS | MAPI_DEFERRED_ERRORS);
    requireInterface(lpInterface as AnyIid | null, IAttach);
    const modify = (flags & MAPI_MODIFY) !== 0;
    if (modify && !this.writable) throw new ComError(MAPI_E_NO_ACCESS, 'the message is read-only');
    const there = this.#bag.numbers().includes(ulAttachmentNum);
    if (!there) throw new ComError(MAPI_E_NOT_FOUND, `there is no attachment ${ulAttachmentNum}`);
    const writable = this.writable && (modify || (flags & MAPI_BEST_ACCESS) !== 0);
    return new StoreAttachment(this.#owner, ulAttachmentNum, writable).publish() as IUnknown as I;
  }

  /** See {@link IMessage.CreateAttach}. @spec imessage-createattach */
  CreateAttach<I extends IUnknown = IAttach>(lpInterface: Iid<I> | null, ulFlags = 0): CreatedAttach<I> {
    requireFlags(ulFlags, MAPI_DEFERRED_ERRORS);
    requireInterface(lpInterface as AnyIid | null, IAttach);
    this.#requireWritable();
    const lpulAttachmentNum = this.#bag.takeNumber();
    const attachment = new StoreAttachment(this.#owner, lpulAttachmentNum, true).publish();
    return { lpulAttachmentNum, lppAttach: attachment as IUnknown as I };
  }

  /** See {@link IMessage.DeleteAttach}. @spec imessage-deleteattach */
  DeleteAttach(ulAttachmentNum: number, _ulUIParam: number, lpProgress: IMAPIProgress | null, ulFlags = 0): void {
    const dialog = requireFlags(ulFlags, ATTACH_DIALOG) !== 0;
    this.#requireWritable();
    if (!this.#bag.numbers().includes(ulAttachmentNum))
      throw new ComError(MAPI_E_NOT_FOUND, `there is no attachment ${ulAttachmentNum}`);
    new ItemProgress(dialog ? lpProgress : null, 1).done(1);
    this.#bag.stageAttachment(ulAttachmentNum, null);
  }

  /** See {@link IMessage.GetRecipientTable}. @spec imessage-getrecipienttable */
  GetRecipientTable(ulFlags = 0): IMAPITable {
    const flags = requireFlags(ulFlags, MAPI_UNICODE | MAPI_DEFERRED_ERRORS);
    this.#showRecipients(this.#bag.recipients());
    return this.#table(this.#recipients, flags);
  }

  /** The numbers of its attachments as their table shows them, for whoever needs no table for them. */
  attachmentsAtHand(): readonly number[] {
    return [...this.#bag.storedAttachments().keys()];
  }

  /** Its recipients for MAPI, which needs no table for them. */
  recipientsAtHand(): AdrList {
    const recipients = this.#bag.recipients();
    // They are asked for several times on their way out, mostly without a change in between.
    if (this.#rowsAtHand?.recipients !== recipients)
      this.#rowsAtHand = { recipients, rows: Object.freeze(recipientRows(recipients)) };
    return this.#rowsAtHand.rows;
  }

  /** Whether it has one of some properties, with what is not saved. */
  hasAny(tags: readonly PropTag[]): boolean {
    this.#bag.refresh();
    return tags.some((tag) => this.pending.has(propId(tag)));
  }

  /** See {@link IMessage.ModifyRecipients}. @spec imessage-modifyrecipients */
  ModifyRecipients(ulFlags: number, lpMods: AdrList): void {
    this.#requireWritable();
    this.#setRecipients(modifiedRecipients(this.#bag.recipients(), ulFlags, lpMods));
  }

  /** See {@link IMessage.SubmitMessage}. @spec imessage-submitmessage */
  async SubmitMessage(ulFlags = 0): Promise<void> {
    requireFlags(ulFlags, FORCE_SUBMIT);
    this.#requireWritable();
    const save = (keepOpen: number): Promise<void> => Promise.resolve(super.SaveChanges(keepOpen));
    const unsaved = this.pending.get(propId(PR_MESSAGE_FLAGS));
    const flags = Array.isArray(unsaved) ? (unsaved[1] as number) : this.#bag.flags;
    this.#submitted = await submit({ bag: this.#bag, flags, pointer: borrow<IMessage>(this, IMessage), save });
  }

  /**
   * Saves what is unsaved together with something that has to succeed before: both are written, or neither is.
   *
   * @param ahead what is written first
   */
  async saveBehind(ahead: readonly Operation[]): Promise<void> {
    this.#bag.ahead = ahead;
    try {
      await this.SaveChanges(KEEP_OPEN_READWRITE);
    } finally {
      this.#bag.ahead = [];
    }
  }

  /**
   * Saves what is unsaved, and takes the message, which was sent, out of the queue with it.
   *
   * @param departure how
   * @returns the folder that it lies in then
   */
  async depart(departure: Departure): Promise<number | null> {
    this.#bag.departure = departure;
    try {
      await this.SaveChanges(KEEP_OPEN_READWRITE);
    } finally {
      this.#bag.departure = null;
    }
    return this.#bag.folder;
  }

  /** See {@link IMessage.SetReadFlag}. @spec imessage-setreadflag */
  async SetReadFlag(ulFlags = 0): Promise<void> {
    const plan = readFlagPlan(ulFlags);
    this.#refuseSubmitted();
    await this.turns.run(async () => {
      const { id } = this;
      if (id === null) throw new ComError(MAPI_E_NO_SUPPORT, 'only a saved message of a folder is read');
      const { mask, bits, first, before } = await reportRead(this.#mailbox, null, id, plan, openMessage);
      if (before !== null) this.#bag.reload(before);
      if (mask === 0 && first.length === 0) return;
      const mark = { name: 'message.mark', args: { id, column: 'flags', mask, bits } } as const;
      const answers = await this.#mailbox.writeAll([mark, ...first]);
      this.#bag.reload(answers[0] as number);
    });
  }

  /** @throws {ComError} `MAPI_E_SUBMITTED` once it was submitted */
  override checkWriting(): void {
    this.#refuseSubmitted();
  }

  /** Puts what was not saved away and ends its use of the store. */
  override finalRelease(): void {
    this.#mailbox.shared.messages.delete(this);
    this.#mailbox.leave(this, this.pending.empty ? null : this.pending.discard());
  }

  get #owner(): AttachmentOwner {
    return {
      bag: this.#bag,
      codePage: () => this.codePage(),
      takesChanges: () => this.writable && !this.#submitted,
      openMessage,
    };
  }

  // Most messages are opened without a look at their tables.
  get #recipients(): MemoryRows {
    this.#recipientRows ??= new MemoryRows({ index: PR_ROWID, columns: recipientColumns, tableType: TBLTYPE_DYNAMIC });
    return this.#recipientRows;
  }

  get #attachments(): MemoryRows {
    this.#attachmentRows ??= new MemoryRows({
      index: PR_ATTACH_NUM,
      columns: attachmentColumns,
      tableType: TBLTYPE_DYNAMIC,
      bookmarks: false,
    });
    return this.#attachmentRows;
  }

  #syncAttachments(): void {
    syncRows(this.#attachments, PR_ATTACH_NUM, attachmentRows(this.#mailbox, this.#bag.storedAttachments()));
  }

  #setRecipients(all: ReadonlyMap<number, readonly PropValue[]>): void {
    this.#bag.setRecipients(all);
    if (this.#recipientRows) this.#showRecipients(this.#bag.recipients());
  }

  #showRecipients(all: ReadonlyMap<number, readonly PropValue[]>): void {
    if (this.#shownRecipients === all) return;
    const rows = this.#recipients;
    if (rows.size === 0) rows.put(recipientRows(all));
    else syncRows(rows, PR_ROWID, recipientRows(all));
    this.#shownRecipients = all;
  }

  async #copyRecipients(target: IUnknown, { move, replace }: CopyManner): Promise<void> {
    using message = messageOf(target);
    using table = await ok(message.GetRecipientTable());
    if (!replace && (await ok(table.GetRowCount())) > 0) return;
    const entries = [...this.#bag.recipients().values()].map((entry) => entry.filter(([tag]) => tag !== PR_ROWID));
    await ok(message.ModifyRecipients(0, entries));
    if (move) this.#setRecipients(new Map());
  }

  async #copyAttachments(target: IUnknown, { move, replace }: CopyManner): Promise<void> {
    const inner = implementationOf(target);
    if (inner instanceof StoreMessage && inner.#bag.isWithin(this.#bag))
      throw new ComError(MAPI_E_FOLDER_CYCLE, 'the target is embedded in an attachment of the source');
    using message = messageOf(target);
    // The table of the target does not show what is not saved yet, nor hide what is not deleted yet.
    const taken = inner instanceof StoreMessage ? inner.#bag.numbers() : await numbersOf(message);
    if (!replace && taken.length > 0) return;
    for (const num of taken) await ok(message.DeleteAttach(num, 0, null));
    for (const num of this.#bag.numbers()) {
      using attachment = this.OpenAttach<IAttach>(num, null);
      const { lppAttach } = await ok(message.CreateAttach(null));
      using copy = lppAttach as IAttach;
      await ok(attachment.CopyTo(null, null, 0, null, IAttach, copy));
      await ok(copy.SaveChanges());
      if (move) this.#bag.stageAttachment(num, null);
    }
  }

  /** A table of the store like others: it ends with the logon. */
  #table(rows: MemoryRows, flags: number): IMAPITable {
    const mailbox = this.#mailbox;
    const table = new Table(rows, {
      columns: stringColumns(rows.columns().initial, flags),
      released: () => mailbox.leave(table),
    });
    mailbox.enter(table, IMAPITable);
    return com(table, IMAPITable);
  }

  #requireWritable(): void {
    this.#refuseSubmitted();
    if (!this.writable) throw new ComError(MAPI_E_NO_ACCESS, 'the message is read-only');
  }

  #refuseSubmitted(): void {
    if (this.#submitted) throw new ComError(MAPI_E_SUBMITTED, 'the message was submitted: release it');
  }
}

/** Publishes the object of a message. */
export const openMessage: MessageOpener = (bag, writable) => new StoreMessage(bag, writable).publish();

function messageOf(target: IUnknown): IMessage {
  const [, message] = target.QueryInterface(IMessage);
  if (message) return message;
  throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'the target is no message');
}

async function numbersOf(message: IMessage): Promise<readonly number[]> {
  using table = await ok(message.GetAttachmentTable());
  await ok(table.SetColumns([PR_ATTACH_NUM]));
  const numbers: number[] = [];
  for (;;) {
    const rows = await ok(table.QueryRows(1000));
    if (rows.length === 0) return numbers;
    numbers.push(...rows.map((row) => row[0] as number));
  }
}

// An entry that SetProps passes over, so that the places of the others stay.
const withoutFlags = (entry: PropValue): PropValue =>
  entry?.[0] === PR_MESSAGE_FLAGS ? ([0x00000001 as PropTag, null] as const) : entry;
