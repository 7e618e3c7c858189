import 'comail';
import { failed, type HResult } from 'comail/com';
import {
  IMAPIFolder,
  type IMAPISession,
  type IMessage,
  type IMsgStore,
  MAPI_E_NOT_FOUND,
  MAPI_EXTENDED,
  MAPI_MODIFY,
  MAPI_NEW_SESSION,
  MAPI_TO,
  MDB_WRITE,
  MODRECIP_ADD,
  PR_ADDRTYPE_W,
  PR_BODY_W,
  PR_DEFAULT_STORE,
  PR_DELETE_AFTER_SUBMIT,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_RECIPIENT_TYPE,
  PR_SUBJECT_W,
  prop,
} from 'comail/mapi';
import { MAPIInitialize, MAPILogonEx, MAPIUninitialize } from 'comail/subsystem';

export async function sendLetter(profile: string, to: string): Promise<HResult> {
  const begun = MAPIInitialize(null);
  if (failed(begun)) return begun;
  const [hr, session] = await MAPILogonEx(0, profile, null, MAPI_EXTENDED | MAPI_NEW_SESSION);
  const sent = session ? await sendInSession(session, to) : hr;
  if (session) await session.Logoff(0, 0, 0);
  session?.Release();
  MAPIUninitialize();
  return sent;
}

async function sendInSession(session: IMAPISession, to: string): Promise<HResult> {
  const [hrTable, table] = await session.GetMsgStoresTable();
  if (!table) return hrTable;
  const [hrRows, rows] = await table.QueryRows(100);
  table.Release();
  if (!rows) return hrRows;
  const entryId = rows.find((row) => row.get(PR_DEFAULT_STORE))?.get(PR_ENTRYID);
  if (!entryId) return MAPI_E_NOT_FOUND;
  const [hrStore, store] = await session.OpenMsgStore(0, entryId, null, MDB_WRITE);
  if (!store) return hrStore;
  const sent = await sendFromStore(store, to);
  store.Release();
  return sent;
}

async function sendFromStore(store: IMsgStore, to: string): Promise<HResult> {
  const [hrProps, props] = await store.GetProps([PR_IPM_OUTBOX_ENTRYID]);
  if (!props) return hrProps;
  const [hrEntry, entry] = await store.OpenEntry(props[0], IMAPIFolder, MAPI_MODIFY);
  if (!entry) return hrEntry;
  const outbox = entry.lppUnk;
  const [hrMessage, message] = await outbox.CreateMessage(null);
  outbox.Release();
  if (!message) return hrMessage;
  const sent = await fillAndSubmit(message, to);
  message.Release();
  return sent;
}

async function fillAndSubmit(message: IMessage, to: string): Promise<HResult> {
  const [hrProps] = await message.SetProps([
    prop(PR_MESSAGE_CLASS_W, 'IPM.Note'),
    prop(PR_SUBJECT_W, 'Figures'),
    prop(PR_BODY_W, 'See below.'),
    prop(PR_DELETE_AFTER_SUBMIT, true),
  ]);
  if (failed(hrProps)) return hrProps;
  const bob = [
    prop(PR_RECIPIENT_TYPE, MAPI_TO),
    prop(PR_DISPLAY_NAME_W, to),
    prop(PR_ADDRTYPE_W, 'SMTP'),
    prop(PR_EMAIL_ADDRESS_W, to),
  ];
  const hrRecipients = await message.ModifyRecipients(MODRECIP_ADD, [bob]);
  if (failed(hrRecipients)) return hrRecipients;
  return await message.SubmitMessage();
}
