// What a client program does to send: no test of its own, so that programs that are killed do it as the tests do.
import { ok } from '../../../src/com/index.js';
import {
  type AdrEntry,
  type EntryId,
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  IMAPIFolder,
  type IMAPISession,
  IMAPIStatus,
  type IMessage,
  type IMsgStore,
  KEEP_OPEN_READWRITE,
  MAPI_MODIFY,
  MAPI_SPOOLER,
  MAPI_TO,
  MAPI_UNICODE,
  MDB_WRITE,
  MODRECIP_ADD,
  PR_ADDRTYPE_W,
  PR_BODY_W,
  PR_DEFAULT_STORE,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_RECIPIENT_TYPE,
  PR_RESOURCE_TYPE,
  PR_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  type PropTag,
  type PropValue,
  prop,
} from '../../../src/mapi/index.js';

/** The default store of a session, open for writing. */
export async function defaultStore(session: IMAPISession): Promise<IMsgStore> {
  using table = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
  const row = (await ok(table.QueryRows(10, 0))).find((one) => one.get(PR_DEFAULT_STORE) === true);
  return await ok(session.OpenMsgStore(0, row?.get(PR_ENTRYID) as EntryId, null, MDB_WRITE));
}

/** Has the spooler of a session send what waits, or with FLUSH_DOWNLOAD fetch what there is. */
export async function flush(session: IMAPISession, flags = FLUSH_UPLOAD): Promise<void> {
  using table = await ok(session.GetStatusTable(MAPI_UNICODE));
  const row = (await ok(table.QueryRows(20, 0))).find((one) => one.get(PR_RESOURCE_TYPE) === MAPI_SPOOLER);
  using status = (await ok(session.OpenEntry(row?.get(PR_ENTRYID) as EntryId, IMAPIStatus, 0))).lppUnk;
  await ok(status.FlushQueues(0, null, flags | FLUSH_NO_UI));
}

/** A recipient by address: `bob@example.org`, or `FAX:123` for other types than SMTP. */
export function recipient(address: string, kind = MAPI_TO, more: readonly PropValue[] = []): AdrEntry {
  const [type = 'SMTP', text = ''] = address.includes(':') ? address.split(':') : ['SMTP', address];
  return [
    prop(PR_RECIPIENT_TYPE, kind),
    prop(PR_DISPLAY_NAME_W, text),
    prop(PR_ADDRTYPE_W, type),
    prop(PR_EMAIL_ADDRESS_W, text),
    ...more,
  ];
}

/** Begins a message in the Outbox that goes to Sent Items. @returns the message, not saved */
export async function compose(
  store: IMsgStore,
  subject: string,
  recipients: readonly AdrEntry[],
  props: readonly PropValue[] = [],
): Promise<IMessage> {
  const row = await ok(store.GetProps([PR_IPM_OUTBOX_ENTRYID, PR_IPM_SENTMAIL_ENTRYID], 0));
  using outbox = (await ok(store.OpenEntry(row.get(PR_IPM_OUTBOX_ENTRYID), IMAPIFolder, MAPI_MODIFY))).lppUnk;
  const message = await ok(outbox.CreateMessage(null, 0));
  await ok(
    message.SetProps([
      prop(PR_MESSAGE_CLASS_W, 'IPM.Note'),
      prop(PR_SUBJECT_W, subject),
      prop(PR_BODY_W, 'Hello.\r\n'),
      prop(PR_SENTMAIL_ENTRYID, row.get(PR_IPM_SENTMAIL_ENTRYID) as EntryId),
      ...props,
    ]),
  );
  await ok(message.ModifyRecipients(MODRECIP_ADD, recipients));
  return message;
}

/** Submits a message that was not saved yet. @returns its entry identifier */
export async function submitted(message: IMessage): Promise<EntryId> {
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  const entryId = (await ok(message.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
  await ok(message.SubmitMessage(0));
  return entryId;
}

/** Writes a message into the Outbox and submits it. @returns its entry identifier */
export async function submit(
  store: IMsgStore,
  subject: string,
  to: readonly string[],
  props: readonly PropValue[] = [],
  more: readonly PropValue[] = [],
): Promise<EntryId> {
  const recipients = to.map((address) => recipient(address, MAPI_TO, more));
  using message = await compose(store, subject, recipients, props);
  return await submitted(message);
}

/** Some columns of what lies in a folder. */
export async function contents(
  store: IMsgStore,
  folder: EntryId | null,
  tags: readonly PropTag[],
): Promise<readonly (readonly unknown[])[]> {
  using held = (await ok(store.OpenEntry(folder, IMAPIFolder, 0))).lppUnk;
  using table = await ok(held.GetContentsTable(MAPI_UNICODE));
  await ok(table.SetColumns(tags, 0));
  return (await ok(table.QueryRows(1000, 0))).map((row) => tags.map((tag) => row.get(tag)));
}

/** One column of what lies in a folder. */
export const column = async <T>(
  store: IMsgStore,
  folder: EntryId | null,
  tag: PropTag<T>,
): Promise<readonly (T | null)[]> => (await contents(store, folder, [tag])).map(([value]) => value as T | null);

/** The folder that a property of the store names. */
export const folderOf = async (store: IMsgStore, tag: PropTag<Uint8Array>): Promise<EntryId> =>
  (await ok(store.GetProps([tag], 0))).get(tag) as EntryId;

/** Where messages of a class come in. */
export const inboxOf = async (store: IMsgStore, messageClass = ''): Promise<EntryId> =>
  (await ok(store.GetReceiveFolder(messageClass, MAPI_UNICODE))).lppEntryID;
