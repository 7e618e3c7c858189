import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, vi } from 'vitest';
import { IStream, ok, STGM_WRITE } from '../../src/com/index.js';
import { messageNumber, openStore } from '../../src/index.js';
import {
  ATTACH_BY_VALUE,
  ATTACH_EMBEDDED_MSG,
  type EntryId,
  FOLDER_GENERIC,
  type IMAPIFolder as Folder,
  IAttach,
  IMAPIFolder,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_CC,
  MAPI_CREATE,
  MAPI_MODIFY,
  MAPI_TO,
  type IMessage as Message,
  MSGFLAG_READ,
  PR_ADDRTYPE_W,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ATTACH_MIME_TAG_W,
  PR_BODY_W,
  PR_CLIENT_SUBMIT_TIME,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_RECIPIENT_TYPE,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_STORE_RECORD_KEY,
  PR_SUBJECT_W,
  type PropValue,
  prop,
  type IMsgStore as Store,
} from '../../src/mapi/index.js';

/** A directory that goes when the test has ended. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'comail-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type Fill = (inbox: Folder, store: Store) => Promise<void>;

/** A store file with what `fill` puts into its Inbox; it goes when the test has ended. */
export const storeWith = (fill: Fill): Promise<string> => filledStore(join(newFolder(), 'mail.store'), fill);

/** One store for all tests of a file that only look: made when the first one asks for it. */
export function storeToLookAt(fill: Fill): () => Promise<string> {
  let made: Promise<string> | null = null;
  const folder = mkdtempSync(join(tmpdir(), 'comail-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => {
    made ??= filledStore(join(folder, 'mail.store'), fill);
    return made;
  };
}

async function filledStore(path: string, fill: Fill): Promise<string> {
  {
    using store = await openStore(path, { mode: 'create' });
    using inbox = await folderOf(store, (await ok(store.GetReceiveFolder('IPM.Note'))).lppEntryID);
    await fill(inbox, store);
  }
  // The file is closed some moments after the last release, and its log goes.
  await vi.waitFor(() => expect(existsSync(`${path}-wal`)).toBe(false));
  return path;
}

/** A folder for writing. */
export const folderOf = async (store: Store, entryId: EntryId): Promise<Folder> =>
  (await ok(store.OpenEntry(entryId, IMAPIFolder, MAPI_MODIFY))).lppUnk;

/** A new folder within another one. */
export const newSubfolder = (parent: Folder, name: string): Promise<Folder> =>
  ok(parent.CreateFolder(FOLDER_GENERIC, name, null, IMAPIFolder));

/** A mail that came. */
export interface Mail {
  readonly subject: string;
  readonly from?: string;
  /** ISO 8601. */
  readonly at?: string;
  readonly read?: boolean;
  readonly body?: string;
  readonly props?: readonly PropValue[];
  /** More to be done before it is saved. */
  readonly more?: (message: Message) => Promise<void>;
}

/** Puts a mail into a folder; answers its number and its entry identifier in hexadecimal. */
export async function deliver(folder: Folder, mail: Mail): Promise<{ id: number; entryId: string }> {
  const { subject, from = 'Ann Archer', at = '2026-11-26T20:00:00Z', read = false, body = 'Hello.' } = mail;
  using message = await ok(folder.CreateMessage(IMessage));
  await ok(
    message.SetProps([
      prop(PR_MESSAGE_CLASS_W, 'IPM.Note'),
      prop(PR_SUBJECT_W, subject),
      prop(PR_BODY_W, body),
      prop(PR_SENDER_NAME_W, from),
      prop(PR_SENDER_EMAIL_ADDRESS_W, `${from.toLowerCase().replace(/ .*/, '')}@example.org`),
      prop(PR_SENDER_ADDRTYPE_W, 'SMTP'),
      prop(PR_MESSAGE_DELIVERY_TIME, fileTime(at)),
      prop(PR_CLIENT_SUBMIT_TIME, fileTime(at)),
      prop(PR_MESSAGE_FLAGS, read ? MSGFLAG_READ : 0),
      ...(mail.props ?? []),
    ]),
  );
  await ok(message.ModifyRecipients(0, [person('Bob Baker', MAPI_TO), person('Carol', MAPI_CC)]));
  await mail.more?.(message);
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  const row = await ok(message.GetProps([PR_ENTRYID, PR_STORE_RECORD_KEY]));
  const entryId = row.get(PR_ENTRYID) as Uint8Array;
  const id = messageNumber(row.get(PR_STORE_RECORD_KEY) as Uint8Array, entryId);
  return { id, entryId: Buffer.from(entryId).toString('hex').toUpperCase() };
}

const person = (name: string, kind: number): readonly PropValue[] => [
  prop(PR_DISPLAY_NAME_W, name),
  prop(PR_ADDRTYPE_W, 'SMTP'),
  prop(PR_EMAIL_ADDRESS_W, `${name.toLowerCase().replace(/ .*/, '')}@example.org`),
  prop(PR_RECIPIENT_TYPE, kind),
];

/** A time as MAPI counts it. */
export const fileTime = (iso: string): bigint => BigInt(Date.parse(iso)) * 10_000n + 116_444_736_000_000_000n;

/** Attaches bytes to a message. */
export async function attachBytes(message: Message, name: string, bytes: Uint8Array): Promise<void> {
  using attachment = (await ok(message.CreateAttach(IAttach))).lppAttach;
  await ok(
    attachment.SetProps([
      prop(PR_ATTACH_METHOD, ATTACH_BY_VALUE),
      prop(PR_ATTACH_LONG_FILENAME_W, name),
      prop(PR_ATTACH_MIME_TAG_W, 'text/csv'),
    ]),
  );
  using stream = await ok(attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY));
  await ok(stream.Write(bytes));
  await ok(stream.Commit(0));
  await ok(attachment.SaveChanges());
}

/** Attaches a message to a message. */
export async function attachMessage(message: Message, subject: string): Promise<void> {
  using attachment = (await ok(message.CreateAttach(IAttach))).lppAttach;
  await ok(attachment.SetProps([prop(PR_ATTACH_METHOD, ATTACH_EMBEDDED_MSG)]));
  using inner = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, MAPI_CREATE | MAPI_MODIFY));
  await ok(inner.SetProps([prop(PR_SUBJECT_W, subject)]));
  await attachBytes(inner, 'deep.csv', Buffer.from('a,b\n'));
  await ok(inner.SaveChanges());
  await ok(attachment.SaveChanges());
}

/** What `--json` printed. */
export const parsed = <T>({ out }: { readonly out: string }): T => JSON.parse(out) as T;
