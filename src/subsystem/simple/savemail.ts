import { fileTimeNow } from '../../base/index.js';
import { ok } from '../../com/index.js';
import {
  type EntryId,
  type IMAPIFolder,
  type IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_E_FAILURE,
  MAPI_E_INVALID_SESSION,
  MAPI_LONG_MSGID,
  MAPI_MODIFY,
  MAPI_SENT,
  MAPI_UNICODE,
  MAPI_UNREAD,
  MODRECIP_REMOVE,
  MSGFLAG_READ,
  MSGFLAG_UNSENT,
  PR_ATTACH_NUM,
  PR_ENTRYID,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_PARENT_ENTRYID,
  PR_READ_RECEIPT_REQUESTED,
  PR_ROWID,
  prop,
} from '../../mapi/index.js';
import { type AnsiMessage, messageFromAnsi } from './ansi.js';
import { answered, SimpleError, type SimpleRet } from './answer.js';
import { compose, fill } from './compose.js';
import { dateOf } from './dates.js';
import { recipientRows } from './recipients.js';
import { type SimpleSession, sessionOf, within } from './sessions.js';
import { simpleSettings } from './settings.js';
import type { MapiMessage } from './structures.js';

/**
 * Saves a message: a new one in the receive folder of its class, or over one that is there.
 *
 * @param lhSession the session; may be 0 for a new message
 * @param _ulUIParam the window that owns dialogs; 0
 * @param lpMessage the message; its texts may be bytes as those of `MAPISendMail`. Recipients who are not known stay names
 * @param flFlags `MAPI_NEW_SESSION`, `MAPI_LOGON_UI`, `MAPI_LONG_MSGID` for a buffer of 512 characters instead of 64
 * @param _ulReserved 0
 * @param lpszMessageID the message to write over; null or empty for a new one
 * @returns `SUCCESS_SUCCESS` with the identifier of the message; `MAPI_E_INVALID_MESSAGE`; `MAPI_E_INVALID_SESSION`, also for 0 when there is a
 *   message to write over; `MAPI_E_BAD_RECIPTYPE`, `MAPI_E_INVALID_RECIPS`; `MAPI_E_ATTACHMENT_NOT_FOUND`; `MAPI_E_LOGIN_FAILURE`;
 *   `MAPI_E_FAILURE`
 * @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapisavemail.md
 */
export function MAPISaveMail(
  lhSession: number,
  _ulUIParam: number,
  lpMessage: MapiMessage | AnsiMessage,
  flFlags: number,
  _ulReserved: number,
  lpszMessageID: string | null,
): Promise<SimpleRet<string>> {
  return answered('MAPISaveMail', async () => {
    const message = messageFromAnsi(lpMessage, simpleSettings().codePage);
    if (typeof message !== 'object' || message === null)
      throw new SimpleError(MAPI_E_FAILURE, 'there is no message to save');
    if (lpszMessageID && lhSession === 0)
      throw new SimpleError(MAPI_E_INVALID_SESSION, 'a message identifier is good in its session only');
    const long = (flFlags & MAPI_LONG_MSGID) !== 0;
    return await within(lhSession, flFlags, async (session) => {
      if (!lpszMessageID) return session.ids.textOf(await create(session, message), long);
      await replace(session, lpszMessageID, message);
      return lpszMessageID;
    });
  });
}

/**
 * Deletes a message.
 *
 * @param lhSession the session
 * @param _ulUIParam the window that owns dialogs; 0
 * @param lpszMessageID the message, as `MAPIFindNext` or `MAPISaveMail` answered it
 * @param flFlags 0
 * @param _ulReserved 0
 * @returns `SUCCESS_SUCCESS`; `MAPI_E_INVALID_MESSAGE`; `MAPI_E_INVALID_SESSION`; `MAPI_E_FAILURE`, also for any flag
 * @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapideletemail.md
 */
export async function MAPIDeleteMail(
  lhSession: number,
  _ulUIParam: number,
  lpszMessageID: string,
  flFlags = 0,
  _ulReserved = 0,
): Promise<number> {
  const [code] = await answered('MAPIDeleteMail', () =>
    sessionOf(lhSession).run(async (session) => {
      if (flFlags !== 0) throw new SimpleError(MAPI_E_FAILURE, 'MAPIDeleteMail has no flags');
      const entryId = session.ids.entryIdOf(lpszMessageID);
      using folder = await folderWith(session, lpszMessageID);
      await ok(folder.DeleteMessages([entryId], 0, null, 0));
    }),
  );
  return code;
}

async function folderWith(session: SimpleSession, id: string): Promise<IMAPIFolder> {
  using message = await session.message(id);
  return await session.folder((await ok(message.GetProps([PR_PARENT_ENTRYID], 0))).get(PR_PARENT_ENTRYID));
}

async function create(session: SimpleSession, message: MapiMessage): Promise<EntryId> {
  const store = await session.store();
  const { lppEntryID } = await ok(store.GetReceiveFolder(message.lpszMessageType || 'IPM.Note', MAPI_UNICODE));
  using folder = await session.folder(lppEntryID);
  const rows = await recipientRows(session.raw, message.lpRecips ?? [], false);
  const received = (message.lpszDateReceived && dateOf(message.lpszDateReceived)) || fileTimeNow();
  const { flFlags = 0 } = message;
  const flags = ((flFlags & MAPI_UNREAD) === 0 ? MSGFLAG_READ : 0) | ((flFlags & MAPI_SENT) === 0 ? MSGFLAG_UNSENT : 0);
  using made = await compose(folder, message, rows, [
    prop(PR_MESSAGE_DELIVERY_TIME, received),
    prop(PR_MESSAGE_FLAGS, flags),
  ]);
  await ok(made.SaveChanges(KEEP_OPEN_READWRITE));
  return (await ok(made.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
}

/** Nothing of it is there before the save. */
async function replace(session: SimpleSession, id: string, message: MapiMessage): Promise<void> {
  const rows = await recipientRows(session.raw, message.lpRecips ?? [], false);
  using target = await session.message(id, MAPI_MODIFY);
  await empty(target);
  await fill(target, message, rows, []);
  await ok(target.SaveChanges(0));
}

async function empty(target: IMessage): Promise<void> {
  // It is asked for anew where it is still wanted.
  await ok(target.DeleteProps([PR_READ_RECEIPT_REQUESTED]));
  using recipients = await ok(target.GetRecipientTable(MAPI_UNICODE));
  await ok(recipients.SetColumns([PR_ROWID]));
  const rows = await ok(recipients.QueryRows(1_000_000, 0));
  if (rows.length > 0)
    await ok(
      target.ModifyRecipients(
        MODRECIP_REMOVE,
        rows.map((row) => [prop(PR_ROWID, row.get(PR_ROWID) ?? 0)]),
      ),
    );
  using attachments = await ok(target.GetAttachmentTable(MAPI_UNICODE));
  await ok(attachments.SetColumns([PR_ATTACH_NUM]));
  for (const row of await ok(attachments.QueryRows(1_000_000, 0)))
    await ok(target.DeleteAttach(row.get(PR_ATTACH_NUM) ?? -1, 0, null, 0));
}
