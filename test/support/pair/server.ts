// A server that has a store and delivers mail by itself: what a tightly coupled pair of providers stands in front of.
import { type Guid, guidToBytes, newGuid } from '../../../src/com/index.js';
import {
  type AdrList,
  type EntryId,
  type IMAPISupport,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_MESSAGE_FLAGS,
  PR_PARENT_ENTRYID,
  PR_SUBJECT_W,
  PR_SUBMIT_FLAGS,
  type PropTag,
  type PropValue,
  prop,
  propId,
  TBLTYPE_DYNAMIC,
} from '../../../src/mapi/index.js';
import { MemoryRecord, MemoryRows } from '../../../src/subsystem/index.js';

/** The address type that the pair delivers to. */
export const PAIR = 'PAIR';

/** What is in the entry identifiers of the store, which its logons register. */
export const pairUid: Guid = newGuid();

/** The folders of the store. */
export type FolderName = 'Inbox' | 'Outbox' | 'Sent';

/** A message as the server keeps it. */
export interface KeptMessage {
  readonly entryId: EntryId;
  readonly record: MemoryRecord;
  folder: FolderName;
  recipients: AdrList;
  locked: boolean;
  /** PR_SUBMIT_FLAGS while it is in the outgoing queue, else null. */
  queued: number | null;
  /** What ExpandRecips has answered. */
  needs: number;
}

/** The entry identifier of something on the server. */
export const pairEntryId = (text: string): EntryId =>
  new Uint8Array(Buffer.concat([Buffer.alloc(4), guidToBytes(pairUid), Buffer.from(text)]));

/** The entry identifier that the store gives itself. */
export const pairStoreEntryId: EntryId = new Uint8Array(Buffer.from('0000a pair store'));

/** The server: its messages, what it has delivered, and everything that passed between its store and the spooler. */
export class PairServer {
  /** Subject and addresses of what it has delivered by itself. */
  readonly delivered: string[] = [];
  /** What the spooler has called on the store. */
  readonly spooler: string[] = [];
  /** What the store has called on its support object but for ExpandRecips, which is not for the spooler. */
  readonly support: string[] = [];
  /** How often the spooler has let go of the store. */
  letGo = 0;
  /** Whether the store wants the spooler to complete what it has sent itself, so that hooks see it. */
  wantsCompletion = false;
  /** Given the support object of each logon of a client. */
  loggedOn: (support: IMAPISupport) => void = () => undefined;
  /** The outgoing queue. */
  readonly queue = new MemoryRows({
    index: PR_INSTANCE_KEY,
    columns: [PR_ENTRYID, PR_SUBMIT_FLAGS, PR_SUBJECT_W],
    tableType: TBLTYPE_DYNAMIC,
  });
  readonly #messages = new Map<string, KeptMessage>();
  #count = 0;

  /** The messages in a folder. */
  in(folder: FolderName): readonly KeptMessage[] {
    return [...this.#messages.values()].filter((one) => one.folder === folder);
  }

  /** One message; undefined when there is none. */
  find(entryId: EntryId): KeptMessage | undefined {
    return this.#messages.get(keyOf(entryId));
  }

  /** Begins a message, which is there when it is kept. */
  begin(folder: FolderName): KeptMessage {
    const entryId = pairEntryId(`message ${++this.#count}`);
    const record = new MemoryRecord([prop(PR_ENTRYID, entryId), prop(PR_PARENT_ENTRYID, pairEntryId(folder))]);
    return { entryId, record, folder, recipients: [], locked: false, queued: null, needs: 0 };
  }

  /** Keeps a message that was saved. */
  keep(message: KeptMessage): void {
    this.#messages.set(keyOf(message.entryId), message);
  }

  /** Changes a message behind whoever has it open. */
  set(message: KeptMessage, props: readonly PropValue[]): void {
    const next = new Map(message.record.props);
    for (const entry of props) next.set(propId(entry[0]), entry);
    message.record.props = next;
  }

  /** Puts a message into the outgoing queue, or changes what the queue says of it. */
  enqueue(message: KeptMessage, flags: number): void {
    message.queued = flags;
    const subject = prop(PR_SUBJECT_W, savedOf(message, PR_SUBJECT_W) ?? '');
    const key = prop(PR_INSTANCE_KEY, message.entryId);
    this.queue.put([[key, prop(PR_ENTRYID, message.entryId), prop(PR_SUBMIT_FLAGS, flags), subject]]);
  }

  /** Takes a message out of the outgoing queue. */
  dequeue(message: KeptMessage): void {
    if (message.queued === null) return;
    message.queued = null;
    this.queue.remove([[prop(PR_INSTANCE_KEY, message.entryId)]]);
  }

  /** Moves a message. */
  move(message: KeptMessage, folder: FolderName): void {
    message.folder = folder;
    this.set(message, [prop(PR_PARENT_ENTRYID, pairEntryId(folder))]);
  }

  /** Deletes a message. */
  delete(message: KeptMessage): void {
    message.record.deleted = true;
    this.#messages.delete(keyOf(message.entryId));
  }
}

/** A property of a message as it was saved. */
export const savedOf = <T>(message: KeptMessage, tag: PropTag<T>): T | null =>
  (message.record.props.get(propId(tag))?.[1] as T | undefined) ?? null;

/** PR_MESSAGE_FLAGS of a message as it was saved. */
export const flagsOf = (message: KeptMessage): number => savedOf(message, PR_MESSAGE_FLAGS) ?? 0;

const keyOf = (entryId: EntryId): string => Buffer.from(entryId).toString('hex');
