import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ok } from '../../../../src/com/index.js';
import {
  type IMAPIFolder as Folder,
  IMAPIFolder,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_MODIFY,
  type IMessage as Message,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_SUBJECT_W,
  type PropTag,
  type PropValue,
  prop,
  type IMsgStore as Store,
  type IMAPITable as Table,
} from '../../../../src/mapi/index.js';
import { openStore } from '../../../../src/providers/store/index.js';
import { StoreFile } from '../../../../src/providers/store/sql/index.js';

/** The path of a store that does not exist yet; it goes when the test has ended. */
export function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'comail-mailbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'mail.store');
}

/** A new store. */
export const newStore = (path: string = newPath()): Promise<Store> => openStore(path, { mode: 'open-or-create' });

/** A folder of a store, for writing. */
export async function folderOf(store: Store, entryId: Uint8Array | null): Promise<Folder> {
  return (await ok(store.OpenEntry(entryId, IMAPIFolder, MAPI_MODIFY))).lppUnk;
}

/** The folder that receives mail. */
export async function inboxOf(store: Store): Promise<Folder> {
  return folderOf(store, (await ok(store.GetReceiveFolder('IPM.Note'))).lppEntryID);
}

/** One property. */
export async function propOf<T>(
  object: { GetProps(tags: readonly PropTag[]): ReturnType<Message['GetProps']> },
  tag: PropTag<T>,
): Promise<T | null> {
  return (await ok(object.GetProps([tag])))[0] as T | null;
}

/** All rows of a table with these columns. */
export async function rowsOf(table: Table, columns: readonly PropTag[]): Promise<readonly (readonly unknown[])[]> {
  await ok(table.SetColumns(columns));
  const rows: (readonly unknown[])[] = [];
  for (;;) {
    const page = await ok(table.QueryRows(100));
    if (page.length === 0) return rows;
    rows.push(...page.map((row) => [...row]));
  }
}

/** Saves a message and answers its entry ID. */
export async function post(target: Folder, subject: string, ...props: readonly PropValue[]): Promise<Uint8Array> {
  using message = await ok(target.CreateMessage(IMessage));
  await ok(message.SetProps([prop(PR_SUBJECT_W, subject), ...props]));
  await ok(message.SaveChanges(2));
  return (await propOf(message, PR_ENTRYID)) as Uint8Array;
}

/** A message of a store. */
export async function messageOf(store: Store, entryId: Uint8Array, flags: number = MAPI_MODIFY): Promise<Message> {
  return (await ok(store.OpenEntry(entryId, IMessage, flags))).lppUnk;
}

/**
 * Deletes a message as another process does: it cannot know who has it open.
 *
 * @param path the store file
 * @param entryId the message
 */
export async function deleteElsewhere(path: string, entryId: Uint8Array): Promise<void> {
  const file = await StoreFile.open(path);
  await file.write('message.delete', { id: rowOf(entryId) });
  await file.close();
}

/** The row behind an entry identifier: its last eight bytes. */
export const rowOf = (entryId: Uint8Array): number => Number(Buffer.from(entryId).readBigUInt64BE(entryId.length - 8));

/** A recipient. */
export const recipient = (name: string, type = 1): readonly PropValue[] => [
  prop(PR_DISPLAY_NAME_W, name),
  prop(PR_RECIPIENT_TYPE, type),
];

/** A message to Ann that was submitted. @returns its entry identifier */
export async function submitted(store: Store): Promise<Uint8Array> {
  using inbox = await inboxOf(store);
  using message = await ok(inbox.CreateMessage(IMessage));
  await ok(message.ModifyRecipients(0, [recipient('Ann')]));
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  const entryId = (await propOf(message, PR_ENTRYID)) as Uint8Array;
  await ok(message.SubmitMessage());
  return entryId;
}
