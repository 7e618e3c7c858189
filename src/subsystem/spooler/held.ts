import { ComError, type HResult, ok } from '../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  type EntryId,
  IMessage,
  type IMsgStore,
  MAPI_BEST_ACCESS,
  MAPI_MODIFY,
  MODRECIP_ADD,
  PR_ROWID,
} from '../../mapi/index.js';
import { recipientsOf, writeRecipients } from '../submit/recipients.js';
import { keyOf } from './queuetable.js';
import { rowId } from './standing.js';

/** A message of the queue as the spooler has it open. It can be opened anew, which drops what was not saved. */
export class HeldMessage {
  /** The message. */
  message: IMessage;
  readonly #store: IMsgStore;
  readonly #entryId: EntryId;
  #recipients: AdrList | null = null;
  #ours = true;

  private constructor(store: IMsgStore, entryId: EntryId, message: IMessage) {
    this.#store = store;
    this.#entryId = entryId;
    this.message = message;
  }

  /**
   * Opens a message.
   *
   * @param store its store, as the spooler has it
   * @param entryId which
   * @returns why not, or the message
   */
  static async open(store: IMsgStore, entryId: EntryId): Promise<readonly [HResult, HeldMessage | null]> {
    const [hr, opened] = await openIn(store, entryId);
    return [hr, opened && new HeldMessage(store, entryId, opened.lppUnk)];
  }

  /**
   * Takes a message over that somebody else has opened.
   *
   * @param store its store
   * @param entryId which
   * @param message the message; gets a reference more
   */
  static of(store: IMsgStore, entryId: EntryId, message: IMessage): HeldMessage {
    message.AddRef();
    return new HeldMessage(store, entryId, message);
  }

  /** Drops what was not saved. @spec ixplogon-submitmessage */
  async again(): Promise<void> {
    const [hr, opened] = await openIn(this.#store, this.#entryId);
    if (!opened) throw new ComError(hr, 'a message could not be opened again');
    this.message.Release();
    this.message = opened.lppUnk;
    this.#recipients = null;
  }

  /** Its entry identifier, as a key of maps. */
  get key(): string {
    return keyOf(this.#entryId);
  }

  /** Its recipients, with all that was written to them. They are read once, until others may have changed them. */
  async recipients(): Promise<AdrList> {
    this.#recipients ??= await recipientsOf(this.message);
    return this.#recipients;
  }

  /** Writes recipients, known by their PR_ROWID; not saved. */
  async write(rows: AdrList): Promise<void> {
    if (rows.length === 0) return;
    const before = await this.recipients();
    this.#recipients = null;
    await writeRecipients(this.message, rows);
    const written = new Map(rows.map((row) => [rowId(row), row]));
    this.#recipients = before.map((row) => written.get(rowId(row)) ?? row);
  }

  /** Somebody else had the message: what is known of its recipients may be out of date. */
  touched(): void {
    this.#recipients = null;
  }

  /**
   * Puts recipients back that somebody else has taken out of the message; not saved.
   *
   * @param before the recipients as they were
   * @param again how one of them is to be put back
   * @returns the PR_ROWIDs that they have now, by those that they had
   */
  async putBack(before: AdrList, again: (row: AdrEntry) => AdrEntry): Promise<ReadonlyMap<number, number>> {
    const left = await this.recipients();
    if (left.length >= before.length && before.every((row, at) => rowId(left[at] ?? []) === rowId(row))) return nowhere;
    const kept = new Set(left.map(rowId));
    const gone = before.filter((row) => !kept.has(rowId(row)));
    if (gone.length === 0) return nowhere;
    const added = gone.map((row) => again(row).filter(([tag]) => tag !== PR_ROWID));
    await ok(this.message.ModifyRecipients(MODRECIP_ADD, added));
    this.#recipients = null;
    const fresh = (await this.recipients()).map(rowId).filter((id) => !kept.has(id));
    fresh.sort((a, b) => a - b);
    return new Map(gone.map((row, at) => [rowId(row), fresh[at] ?? -1]));
  }

  /** Its reference was taken over: somebody else releases it. */
  handedOver(): void {
    this.#ours = false;
  }

  [Symbol.dispose](): void {
    if (this.#ours) this.message.Release();
  }
}

const nowhere: ReadonlyMap<number, number> = new Map();

const openIn = (store: IMsgStore, entryId: EntryId) =>
  store.OpenEntry(entryId, IMessage, MAPI_MODIFY | MAPI_BEST_ACCESS);
