import {
  ComError,
  com,
  guidToBytes,
  type Iid,
  type Impl,
  type IUnknown,
  implementationOf,
  ok,
} from '../../../src/com/index.js';
import {
  type EntryId,
  IMAPIFolder,
  IMAPITable,
  type IMessage,
  IMsgStore,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_IN_QUEUE,
  MAPI_E_SUBMITTED,
  MAPI_E_UNABLE_TO_ABORT,
  MAPI_FOLDER,
  MAPI_MESSAGE,
  MAPI_MODIFY,
  MSG_LOCKED,
  MSGFLAG_SUBMIT,
  type NOTIFICATION,
  type OpenedEntry,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_MDB_PROVIDER,
  PR_MESSAGE_FLAGS,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
  PR_STORE_SUPPORT_MASK,
  PR_SUBJECT_W,
  prop,
  STORE_CREATE_OK,
  STORE_MODIFY_OK,
  STORE_SUBMIT_OK,
  TBLTYPE_SNAPSHOT,
} from '../../../src/mapi/index.js';
import { MemoryBag, MemoryRecord, MemoryRows, PropObject, Table } from '../../../src/subsystem/index.js';
import { finish, type PairCaller, PairMessage } from './message.js';
import {
  type FolderName,
  flagsOf,
  type KeptMessage,
  type PairServer,
  pairEntryId,
  pairStoreEntryId,
  pairUid,
  savedOf,
} from './server.js';

/** The store as somebody has it open. */
export class PairStore extends PropObject {
  readonly #server: PairServer;
  readonly #caller: PairCaller;

  /** @param caller who has it open; its reference to the support object goes with the store */
  constructor(server: PairServer, caller: PairCaller) {
    const props = [
      prop(PR_STORE_ENTRYID, pairStoreEntryId),
      prop(PR_DISPLAY_NAME_W, 'Pair'),
      prop(PR_STORE_RECORD_KEY, new Uint8Array([1])),
      prop(PR_MDB_PROVIDER, guidToBytes(pairUid)),
      prop(PR_STORE_SUPPORT_MASK, STORE_SUBMIT_OK | STORE_CREATE_OK | STORE_MODIFY_OK),
      prop(PR_IPM_OUTBOX_ENTRYID, pairEntryId('Outbox')),
      prop(PR_IPM_SENTMAIL_ENTRYID, pairEntryId('Sent')),
    ];
    super({ bag: new MemoryBag(new MemoryRecord(props)), transacted: false, writable: true, names: null });
    this.#server = server;
    this.#caller = caller;
    caller.support.AddRef();
  }

  /** Publishes it. */
  publish(): IMsgStore {
    return com(this as unknown as Impl<IMsgStore>, IMsgStore);
  }

  OpenEntry(entryId: EntryId, _iid: Iid<IUnknown> | null, flags: number): OpenedEntry<IUnknown> {
    const folder = folders.find((name) => Buffer.compare(pairEntryId(name), entryId) === 0);
    if (folder) {
      const opened = new PairFolder(this.#server, this.#caller, folder);
      return { lpulObjType: MAPI_FOLDER, lppUnk: com(opened as unknown as Impl<IMAPIFolder>, IMAPIFolder) };
    }
    const kept = this.#server.find(entryId);
    if (!kept) throw new ComError(MAPI_E_NOT_FOUND, 'there is no such object');
    const client = this.#caller.role === 'client';
    if (client && kept.locked) throw new ComError(MAPI_E_NO_ACCESS, 'it is being sent');
    const writes = (flags & MAPI_MODIFY) !== 0;
    const submitted = (flagsOf(kept) & MSGFLAG_SUBMIT) !== 0;
    if (client && writes && submitted) throw new ComError(MAPI_E_SUBMITTED, 'it is in the queue');
    const message = new PairMessage(this.#server, this.#caller, kept, writes || !client);
    return { lpulObjType: MAPI_MESSAGE, lppUnk: message.publish() };
  }

  CompareEntryIDs(one: EntryId, other: EntryId): number {
    return Buffer.compare(one, other) === 0 ? 1 : 0;
  }

  GetReceiveFolder() {
    return { lppEntryID: pairEntryId('Inbox'), lppszExplicitClass: '' };
  }

  GetOutgoingQueue(): IMAPITable {
    return com(new Table(this.#server.queue), IMAPITable);
  }

  SetLockState(pointer: IMessage, state: number): void {
    this.#forSpooler('SetLockState');
    const object = implementationOf(pointer);
    if (!(object instanceof PairMessage)) throw new ComError(MAPI_E_INVALID_OBJECT, 'it is of another store');
    object.kept.locked = state === MSG_LOCKED;
    this.#server.spooler.push(`${object.kept.locked ? 'lock' : 'unlock'} ${savedOf(object.kept, PR_SUBJECT_W)}`);
  }

  async FinishedMsg(_flags: number, entryId: EntryId): Promise<void> {
    this.#forSpooler('FinishedMsg');
    const kept = this.#server.find(entryId);
    if (!kept) throw new ComError(MAPI_E_NOT_FOUND, 'there is no such message');
    this.#server.spooler.push(`FinishedMsg ${savedOf(kept, PR_SUBJECT_W)}`);
    // MAPI shows it to the hooks before it can be deleted, and releases it.
    kept.locked = false;
    const sent = new PairMessage(this.#server, this.#caller, kept, true).publish();
    await ok(this.#caller.support.DoSentMail(0, sent));
    finish(this.#server, kept);
  }

  AbortSubmit(entryId: EntryId): void {
    const kept = this.#server.find(entryId);
    if (!kept || kept.queued === null) throw new ComError(MAPI_E_NOT_IN_QUEUE, 'it was sent');
    if (kept.locked) throw new ComError(MAPI_E_UNABLE_TO_ABORT, 'it is being sent');
    this.#server.set(kept, [prop(PR_MESSAGE_FLAGS, flagsOf(kept) & ~MSGFLAG_SUBMIT)]);
    this.#server.dequeue(kept);
  }

  NotifyNewMail({ info }: NOTIFICATION): void {
    this.#forSpooler('NotifyNewMail');
    const { lpEntryID } = info as { readonly lpEntryID: EntryId };
    const kept = this.#server.find(lpEntryID) as KeptMessage;
    this.#server.spooler.push(`NotifyNewMail ${savedOf(kept, PR_SUBJECT_W)}`);
  }

  override finalRelease(): void {
    super.finalRelease();
    if (this.#caller.role === 'spooler') this.#server.letGo++;
    this.#caller.support.Release();
  }

  #forSpooler(method: string): void {
    if (this.#caller.role !== 'spooler') throw new ComError(MAPI_E_NO_SUPPORT, `${method} is for the spooler`);
  }
}

/** A folder of the store: as much as it takes to write messages and to look at them. */
class PairFolder extends PropObject {
  readonly #server: PairServer;
  readonly #caller: PairCaller;
  readonly #name: FolderName;

  constructor(server: PairServer, caller: PairCaller, name: FolderName) {
    const props = [prop(PR_ENTRYID, pairEntryId(name)), prop(PR_DISPLAY_NAME_W, name)];
    super({ bag: new MemoryBag(new MemoryRecord(props)), transacted: false, writable: true, names: null });
    this.#server = server;
    this.#caller = caller;
    this.#name = name;
  }

  CreateMessage(): IMessage {
    return new PairMessage(this.#server, this.#caller, this.#server.begin(this.#name), true).publish();
  }

  GetContentsTable(): IMAPITable {
    const rows = new MemoryRows({ index: PR_INSTANCE_KEY, columns: [PR_SUBJECT_W], tableType: TBLTYPE_SNAPSHOT });
    const all = this.#server.in(this.#name);
    rows.put(all.map(({ entryId, record }) => [prop(PR_INSTANCE_KEY, entryId), ...record.props.values()]));
    return com(new Table(rows), IMAPITable);
  }

  DeleteMessages(list: readonly EntryId[]): void {
    for (const entryId of list) this.#server.delete(this.#server.find(entryId) as KeptMessage);
  }
}

const folders: readonly FolderName[] = ['Inbox', 'Outbox', 'Sent'];
