import { ComError, com, type Impl, ok } from '../../../src/com/index.js';
import {
  type AdrEntry,
  type AdrList,
  type IMAPISupport,
  IMAPITable,
  IMessage,
  MAPI_E_NO_RECIPIENTS,
  MAPI_E_SUBMITTED,
  MODRECIP_MODIFY,
  MODRECIP_REMOVE,
  MSGFLAG_RESEND,
  MSGFLAG_SUBMIT,
  MSGFLAG_UNSENT,
  NEEDS_PREPROCESSING,
  NEEDS_SPOOLER,
  PR_ADDRTYPE_W,
  PR_CLIENT_SUBMIT_TIME,
  PR_DELETE_AFTER_SUBMIT,
  PR_EMAIL_ADDRESS_W,
  PR_MESSAGE_FLAGS,
  PR_RESPONSIBILITY,
  PR_ROWID,
  PR_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  prop,
  SUBMITFLAG_PREPROCESS,
  TBLTYPE_SNAPSHOT,
} from '../../../src/mapi/index.js';
import { MemoryBag, MemoryRows, PropObject, Table } from '../../../src/subsystem/index.js';
import { valueIn, withProps } from '../../../src/subsystem/submit/recipients.js';
import { flagsOf, type KeptMessage, PAIR, type PairServer, pairEntryId, savedOf } from './server.js';

/** Who has opened the store: a client or the spooler. */
export interface PairCaller {
  readonly role: 'client' | 'spooler';
  readonly support: IMAPISupport;
  /** Has the transports logged on before the first message is submitted. */
  ready(): Promise<void>;
}

/** A message of the store. Its SubmitMessage follows the page for stores that are tightly coupled with a transport. */
export class PairMessage extends PropObject {
  readonly kept: KeptMessage;
  readonly #server: PairServer;
  readonly #caller: PairCaller;
  #recipients: AdrList;

  /** Opens a message, or one that is new. */
  constructor(server: PairServer, caller: PairCaller, kept: KeptMessage, writable: boolean) {
    super({ bag: new MemoryBag(kept.record), transacted: true, writable, names: null });
    this.#server = server;
    this.#caller = caller;
    this.kept = kept;
    this.#recipients = kept.recipients;
  }

  /** Publishes it. */
  publish(): IMessage {
    return com(this as unknown as Impl<IMessage>, IMessage);
  }

  override async SaveChanges(flags = 0): Promise<void> {
    await super.SaveChanges(flags);
    this.kept.recipients = this.#recipients;
    this.#server.keep(this.kept);
  }

  GetRecipientTable(): IMAPITable {
    const columns = [...new Set(this.#recipients.flatMap((row) => row.map(([tag]) => tag)))];
    const rows = new MemoryRows({ index: PR_ROWID, columns, tableType: TBLTYPE_SNAPSHOT });
    rows.put(this.#recipients);
    return com(new Table(rows, { columns }), IMAPITable);
  }

  ModifyRecipients(flags: number, mods: AdrList): void {
    const ids = new Set(mods.map((row) => valueIn(row, PR_ROWID)));
    if (flags === MODRECIP_REMOVE) this.#recipients = this.#recipients.filter((row) => !ids.has(rowId(row)));
    else if (flags === MODRECIP_MODIFY) {
      const changed = new Map(mods.map((row) => [valueIn(row, PR_ROWID), row]));
      this.#recipients = this.#recipients.map((row) => changed.get(rowId(row)) ?? row);
    } else {
      const before = flags === 0 ? [] : this.#recipients;
      const next = Math.max(-1, ...before.map(rowId)) + 1;
      this.#recipients = [...before, ...mods.map((row, at) => withProps(row, [prop(PR_ROWID, next + at)]))];
    }
  }

  /** @spec sending-messages-message-store-provider-tasks */
  async SubmitMessage(): Promise<void> {
    const { support, role } = this.#caller;
    const { kept } = this;
    if (kept.queued !== null) {
      if (role !== 'spooler' || (kept.queued & SUBMITFLAG_PREPROCESS) === 0)
        throw new ComError(MAPI_E_SUBMITTED, 'it is in the queue');
      await this.#goOn(true);
      return;
    }
    if (this.#recipients.length === 0) throw new ComError(MAPI_E_NO_RECIPIENTS, 'it is for nobody');
    await this.#caller.ready();
    using self = this.publish();
    await ok(self.SaveChanges(2));
    if ((flagsOf(kept) & MSGFLAG_RESEND) !== 0) await ok(support.PrepareSubmit(self, 0));
    else this.#respond(this.#recipients, false);
    kept.needs = await ok(support.ExpandRecips(self));
    const flags = MSGFLAG_SUBMIT | MSGFLAG_UNSENT;
    const now = BigInt(Date.now()) * 10_000n + 116_444_736_000_000_000n;
    await ok(self.SetProps([prop(PR_MESSAGE_FLAGS, flags), prop(PR_CLIENT_SUBMIT_TIME, now)]));
    await ok(self.SaveChanges(2));
    if ((kept.needs & NEEDS_PREPROCESSING) !== 0) this.#server.enqueue(kept, SUBMITFLAG_PREPROCESS);
    else await this.#goOn(false);
  }

  /** What follows when there is nothing to preprocess (any more). */
  async #goOn(preprocessed: boolean): Promise<void> {
    const { kept } = this;
    const mine = this.#recipients.filter(
      (row) => valueIn(row, PR_ADDRTYPE_W) === PAIR && valueIn(row, PR_RESPONSIBILITY) !== true,
    );
    using self = this.publish();
    this.#respond(mine, true);
    await ok(self.SaveChanges(2));
    const subject = savedOf(kept, PR_SUBJECT_W);
    if (mine.length > 0) this.#server.delivered.push(`${subject}: ${mine.map(addressOf).join(', ')}`);
    if ((kept.needs & NEEDS_SPOOLER) !== 0) this.#server.enqueue(kept, 0);
    else if (preprocessed || this.#server.wantsCompletion) {
      this.#server.support.push(`CompleteMsg ${subject}`);
      await ok(this.#caller.support.CompleteMsg(0, kept.entryId));
    } else finish(this.#server, kept);
  }

  #respond(rows: AdrList, responsible: boolean): void {
    const done = rows.map((row) => withProps(row, [prop(PR_RESPONSIBILITY, responsible)]));
    this.ModifyRecipients(MODRECIP_MODIFY, done);
  }
}

/** A message was sent: it leaves the queue for the folder of sent ones, or is deleted. */
export function finish(server: PairServer, kept: KeptMessage): void {
  server.dequeue(kept);
  kept.locked = false;
  server.set(kept, [prop(PR_MESSAGE_FLAGS, flagsOf(kept) & ~(MSGFLAG_SUBMIT | MSGFLAG_UNSENT))]);
  const target = savedOf(kept, PR_SENTMAIL_ENTRYID);
  if (target && Buffer.compare(target, pairEntryId('Sent')) === 0) server.move(kept, 'Sent');
  if (savedOf(kept, PR_DELETE_AFTER_SUBMIT) === true) server.delete(kept);
}

const rowId = (row: AdrEntry): number => valueIn(row, PR_ROWID) ?? -1;

const addressOf = (row: AdrEntry): string => valueIn(row, PR_EMAIL_ADDRESS_W) ?? '';
