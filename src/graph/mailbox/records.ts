import { ok } from '../../com/index.js';
import {
  type EntryId,
  FOLDER_GENERIC,
  type IMAPIFolder as Folder,
  IMAPIFolder,
  KEEP_OPEN_READONLY,
  MAPI_ASSOCIATED,
  MAPI_BEST_ACCESS,
  MAPI_UNICODE,
  type NamedProp,
  namedProp,
  OPEN_IF_EXISTS,
  PR_BODY_W,
  PR_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_SUBJECT_W,
  PS_PUBLIC_STRINGS,
  PT_BINARY,
  prop,
} from '../../mapi/index.js';
import { type JsonObject, jsonBody } from '../http/json.js';
import { readBytes, readText } from '../message/opened.js';
import type { Box } from './box.js';

const CLASS = 'IPM.Comail.Graph.';
const BYTES: NamedProp<Uint8Array> = Object.freeze({
  ...namedProp(PS_PUBLIC_STRINGS, 'comail-graph-bytes'),
  ulPropType: PT_BINARY,
});

/** Something that the server remembers of a mailbox. */
export interface Record {
  readonly entryId: EntryId;
  readonly value: JsonObject;
}

/**
 * What the server remembers of a mailbox: hidden messages in a folder beside those that people see. So it is as durable as the mail, and
 * goes where the store goes. One server at a time keeps them.
 */
export class Records {
  readonly #box: Box;
  readonly #kind: string;
  #all: Promise<Map<string, Record>> | null = null;

  /**
   * @param box whose
   * @param kind what they are, a word
   */
  constructor(box: Box, kind: string) {
    this.#box = box;
    this.#kind = kind;
  }

  /** The folder that they lie in. */
  async place(): Promise<EntryId> {
    using folder = await this.#folder();
    return (await ok(folder.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
  }

  /** All of them by their keys, as they are now. */
  async all(): Promise<ReadonlyMap<string, Record>> {
    return await this.#loaded();
  }

  /**
   * Remembers something; when the promise is fulfilled it is on the disk.
   *
   * @param key under which it is found; what stood there is replaced
   * @param value what is remembered
   * @param bytes more of it, read only by {@link Records.bytes}
   */
  async put(key: string, value: JsonObject, bytes: Uint8Array | null = null): Promise<void> {
    const all = await this.#loaded();
    const before = all.get(key);
    using folder = await this.#folder();
    using message = before
      ? await this.#box.openMessage(before.entryId, true)
      : await ok(folder.CreateMessage(null, MAPI_ASSOCIATED));
    await ok(
      message.SetProps([
        prop(PR_MESSAGE_CLASS_W, CLASS + this.#kind),
        prop(PR_SUBJECT_W, key),
        prop(PR_BODY_W, JSON.stringify(value)),
        ...(bytes === null ? [] : [prop(await this.#box.tagOf(BYTES), bytes)]),
      ]),
    );
    await ok(message.SaveChanges(KEEP_OPEN_READONLY));
    const entryId = (await ok(message.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
    all.set(key, { entryId, value });
  }

  /** The bytes that were remembered with a record. */
  async bytes(record: Record): Promise<Uint8Array> {
    using message = await this.#box.openMessage(record.entryId);
    return (await readBytes(message, await this.#box.tagOf(BYTES))) ?? new Uint8Array();
  }

  /** Forgets records, by their keys. */
  async remove(keys: readonly string[]): Promise<void> {
    const all = await this.#loaded();
    const gone = keys.flatMap((key) => all.get(key)?.entryId ?? []);
    for (const key of keys) all.delete(key);
    if (gone.length === 0) return;
    using folder = await this.#folder();
    await ok(folder.DeleteMessages(gone, 0, null, 0));
  }

  #loaded(): Promise<Map<string, Record>> {
    this.#all ??= this.#load().catch((error: unknown) => {
      this.#all = null;
      throw error;
    });
    return this.#all;
  }

  async #load(): Promise<Map<string, Record>> {
    const found = new Map<string, Record>();
    using folder = await this.#folder();
    using table = await ok(folder.GetContentsTable(MAPI_ASSOCIATED | MAPI_UNICODE));
    await ok(table.SetColumns([PR_ENTRYID, PR_MESSAGE_CLASS_W, PR_SUBJECT_W]));
    for (const row of await ok(table.QueryRows(1_000_000, 0))) {
      if (row.get(PR_MESSAGE_CLASS_W) !== CLASS + this.#kind) continue;
      const entryId = row.get(PR_ENTRYID) as EntryId;
      using message = await this.#box.openMessage(entryId);
      const value = jsonBody(Buffer.from((await readText(message, PR_BODY_W)) ?? '{}'));
      found.set(row.get(PR_SUBJECT_W) ?? '', { entryId, value });
    }
    return found;
  }

  async #folder(): Promise<Folder> {
    const { lppUnk } = await ok(this.#box.store.OpenEntry(null, IMAPIFolder, MAPI_BEST_ACCESS));
    using root = lppUnk;
    return await ok(root.CreateFolder(FOLDER_GENERIC, 'Comail Graph', null, null, OPEN_IF_EXISTS | MAPI_UNICODE));
  }
}
