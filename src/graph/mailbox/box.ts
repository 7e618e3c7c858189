import { createHash } from 'node:crypto';
import { guidFromBytes, ok } from '../../com/index.js';
import {
  type EntryId,
  FOLDER_GENERIC,
  type IMAPIFolder as Folder,
  IMAPIFolder,
  IMessage,
  type IMsgStore,
  MAPI_BEST_ACCESS,
  MAPI_CREATE,
  MAPI_MODIFY,
  MAPI_UNICODE,
  type IMessage as Message,
  type NamedProp,
  namedProp,
  OPEN_IF_EXISTS,
  PidLidTaskDateCompleted,
  PidLidTaskDueDate,
  PidLidTaskStartDate,
  PidNameKeywords,
  PR_ENTRYID,
  PR_FINDER_ENTRYID,
  PR_IPM_DRAFTS_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_IPM_SUBTREE_ENTRYID,
  PR_IPM_WASTEBASKET_ENTRYID,
  PR_RECORD_KEY,
  type PropTag,
  PS_PUBLIC_STRINGS,
  PT_LONG,
  propId,
  propTag,
  tagOfNamed,
} from '../../mapi/index.js';
import { messagesAtHand } from '../../subsystem/index.js';
import { GraphError, graphErrorOf, itemNotFound } from '../http/error.js';
import { entryIdOf, idOf } from './ids.js';
import { type Submitter, submitBySpooler } from './submitter.js';
import type { GraphMailSystem } from './system.js';

/** A mailbox that the server shows. */
export interface GraphMailbox {
  /** By what it is found: `/users/ann@example.org`; the sender's address. */
  readonly userPrincipalName: string;
  /** What people call it. */
  readonly displayName: string;
  /** Its store, open for writing as long as the server runs. */
  readonly store: IMsgStore;
  /** How messages are sent; by the session's spooler when nothing is said. */
  readonly submitter?: Submitter;
  /** The mail system that it belongs to, which knows who may enter it and what became of its mail; without one the mailbox stands alone. */
  readonly system?: GraphMailSystem;
}

/** The folders that Graph has names for. */
export type KnownFolder =
  | 'inbox'
  | 'drafts'
  | 'sentitems'
  | 'deleteditems'
  | 'outbox'
  | 'msgfolderroot'
  | 'searchfolders'
  | 'archive'
  | 'junkemail';

/** The tags that named properties have in a store. */
export interface NamedTags {
  readonly categories: PropTag<readonly string[]>;
  readonly start: PropTag<bigint>;
  readonly due: PropTag<bigint>;
  readonly completed: PropTag<bigint>;
  /** Which half of a focused Inbox a message is for: 1 for the other one, missing else. */
  readonly classification: PropTag<number>;
}

/** A mailbox as the resources use it. Of pointers it keeps those it was given, and its Drafts. */
export class Box {
  /** The identifier of the user: that of the store. */
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly store: IMsgStore;
  readonly submitter: Submitter;
  readonly system: GraphMailSystem | null;
  readonly #known: Map<KnownFolder, EntryId>;
  readonly tags: NamedTags;
  /** The folder in which every message begins that is written here; whoever uses it does not release it. */
  readonly drafts: Folder;

  private constructor(
    id: string,
    mailbox: GraphMailbox,
    known: ReadonlyMap<KnownFolder, EntryId>,
    tags: NamedTags,
    drafts: Folder,
  ) {
    this.id = id;
    this.userPrincipalName = mailbox.userPrincipalName;
    this.displayName = mailbox.displayName;
    this.store = mailbox.store;
    this.submitter = mailbox.submitter ?? submitBySpooler;
    this.system = mailbox.system ?? null;
    this.#known = new Map(known);
    this.tags = tags;
    this.drafts = drafts;
  }

  /**
   * Looks up what every request needs.
   *
   * @param mailbox the mailbox
   * @throws {ComError} what the store answers
   */
  static async of(mailbox: GraphMailbox): Promise<Box> {
    const { store } = mailbox;
    const row = await ok(store.GetProps([...placed, PR_RECORD_KEY], 0));
    const { lppEntryID: inbox } = await ok(store.GetReceiveFolder('IPM.Note', MAPI_UNICODE));
    const known = new Map<KnownFolder, EntryId>([['inbox', inbox]]);
    for (const [index, name] of names.entries()) known.set(name, row.get(placed[index] as PropTag<EntryId>) as EntryId);
    const tags = await namedTags(store);
    const { lppUnk } = await ok(store.OpenEntry(known.get('drafts') as EntryId, IMAPIFolder, MAPI_BEST_ACCESS));
    return new Box(userId(mailbox, row.get(PR_RECORD_KEY)), mailbox, known, tags, lppUnk);
  }

  /** Gives back what it keeps. */
  close(): void {
    this.drafts.Release();
  }

  /** The folders that Graph has names for. */
  get known(): ReadonlyMap<KnownFolder, EntryId> {
    return this.#known;
  }

  /** Whether a user is this one, by identifier or principal name. */
  isOf(user: string): boolean {
    const wanted = user.toLowerCase();
    return wanted === this.userPrincipalName.toLowerCase() || wanted === this.id;
  }

  /** Whether somebody may enter it, by principal name: everybody his own, others by a right. */
  isOpenTo(user: string): boolean {
    return this.isOf(user) || (this.system?.rights(this.userPrincipalName, user).includes('full-access') ?? false);
  }

  /** The identifier of a folder that Graph has a name for. */
  knownId(name: KnownFolder): string {
    return idOf(this.#known.get(name) as EntryId);
  }

  /**
   * The entry identifier of a folder.
   *
   * @param id its identifier, or its well-known name in any case
   * @throws {GraphError} `ErrorInvalidIdMalformed`
   */
  folderEntryId(id: string): EntryId {
    const known = this.#known.get(id.toLowerCase() as KnownFolder);
    if (known === undefined && elsewhere.has(id.toLowerCase())) throw itemNotFound();
    return known ?? entryIdOf(id);
  }

  /**
   * Makes a folder that every mailbox of Exchange has when it is first asked for: here it is not there before.
   *
   * @param id what may be its well-known name
   */
  async makeKnown(id: string): Promise<void> {
    const name = id.toLowerCase() as KnownFolder;
    const called = later.get(name);
    if (called === undefined || this.#known.has(name)) return;
    using parent = await this.openFolder('msgfolderroot');
    const flags = OPEN_IF_EXISTS | MAPI_UNICODE;
    using folder = await ok(parent.CreateFolder(FOLDER_GENERIC, called, null, null, flags));
    this.#known.set(name, (await ok(folder.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId);
  }

  /**
   * Opens a folder.
   *
   * @param id its identifier, or its well-known name
   * @throws {GraphError} `ErrorItemNotFound`, `ErrorInvalidIdMalformed`
   */
  async openFolder(id: string | EntryId): Promise<Folder> {
    if (typeof id === 'string') await this.makeKnown(id);
    const entryId = typeof id === 'string' ? this.folderEntryId(id) : id;
    return (await ok(this.store.OpenEntry(entryId, IMAPIFolder, MAPI_BEST_ACCESS))).lppUnk;
  }

  /**
   * Opens a message.
   *
   * @param id its identifier
   * @param write whether it is changed
   * @throws {GraphError} `ErrorItemNotFound`, `ErrorInvalidIdMalformed`
   */
  async openMessage(id: string | EntryId, write = false): Promise<Message> {
    const entryId = typeof id === 'string' ? entryIdOf(id) : id;
    try {
      return (await ok(this.store.OpenEntry(entryId, IMessage, write ? MAPI_MODIFY : 0))).lppUnk;
    } catch (error) {
      if (graphErrorOf(error)?.code !== 'ErrorAccessDenied') throw error;
      if (write) throw new GraphError(403, 'ErrorAccessDenied', 'The message can not be changed.', { cause: error });
      // What is being sent can be read all the same: a list with it would fail as a whole, and other lists show it.
      const atHand = messagesAtHand(this.drafts);
      if (atHand) return atHand.openAtHand(entryId);
      throw error;
    }
  }

  /** The tag of a named property in this store. */
  async tagOf<T>(property: NamedProp<T>): Promise<PropTag<T>> {
    const [tag] = await ok(this.store.GetIDsFromNames([property], MAPI_CREATE));
    return tagOfNamed(property, tag as number);
  }
}

/** The record key of a store is a GUID; where it is none, one is made of the name. */
function userId({ userPrincipalName }: GraphMailbox, recordKey: Uint8Array | null): string {
  const name = createHash('sha256').update(userPrincipalName.toLowerCase()).digest().subarray(0, 16);
  const bytes = recordKey?.length === 16 ? recordKey : new Uint8Array(name);
  return guidFromBytes(bytes).replaceAll(/[{}]/g, '').toLowerCase();
}

/** What is made when it is asked for, and how it is called. */
const later: ReadonlyMap<KnownFolder, string> = new Map<KnownFolder, string>([
  ['archive', 'Archive'],
  ['junkemail', 'Junk Email'],
]);

/** What mailboxes of Exchange have and these have not. */
const elsewhere: ReadonlySet<string> = new Set([
  'clutter',
  'conflicts',
  'conversationhistory',
  'localfailures',
  'recoverableitemsdeletions',
  'scheduled',
  'serverfailures',
  'syncissues',
]);

const placed = [
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_IPM_WASTEBASKET_ENTRYID,
  PR_IPM_DRAFTS_ENTRYID,
  PR_IPM_SUBTREE_ENTRYID,
  PR_FINDER_ENTRYID,
] as const;

const names: readonly KnownFolder[] = [
  'outbox',
  'sentitems',
  'deleteditems',
  'drafts',
  'msgfolderroot',
  'searchfolders',
];

async function namedTags(store: IMsgStore): Promise<NamedTags> {
  const named = [PidNameKeywords, PidLidTaskStartDate, PidLidTaskDueDate, PidLidTaskDateCompleted] as const;
  const wanted = [...named, namedProp(PS_PUBLIC_STRINGS, 'InferenceClassification')];
  const tags = await ok(store.GetIDsFromNames(wanted, MAPI_CREATE));
  const [categories, start, due, completed, classification] = tags as unknown as [
    number,
    number,
    number,
    number,
    number,
  ];
  return Object.freeze({
    categories: tagOfNamed(PidNameKeywords, categories),
    start: tagOfNamed(PidLidTaskStartDate, start),
    due: tagOfNamed(PidLidTaskDueDate, due),
    completed: tagOfNamed(PidLidTaskDateCompleted, completed),
    classification: propTag(PT_LONG, propId(classification)),
  });
}
