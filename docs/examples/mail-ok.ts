import 'comail';
import { ok } from 'comail/com';
import {
  IMAPIFolder,
  MAPI_EXTENDED,
  MAPI_MODIFY,
  MAPI_NEW_SESSION,
  MAPI_TO,
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
  PR_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  prop,
} from 'comail/mapi';
import { MAPIInitialize, MAPILogonEx, MAPIUninitialize } from 'comail/subsystem';

export async function sendLetter(profile: string, to: string): Promise<void> {
  ok(MAPIInitialize(null));
  try {
    using session = await ok(MAPILogonEx(0, profile, null, MAPI_EXTENDED | MAPI_NEW_SESSION));
    {
      using table = await ok(session.GetMsgStoresTable());
      const stores = await ok(table.QueryRows(100));
      const entryId = stores.find((row) => row.get(PR_DEFAULT_STORE))?.get(PR_ENTRYID) ?? new Uint8Array();
      using store = await ok(session.OpenMsgStore(0, entryId, null, MDB_WRITE));
      const [outboxId, sentItems] = await ok(store.GetProps([PR_IPM_OUTBOX_ENTRYID, PR_IPM_SENTMAIL_ENTRYID]));
      using outbox = (await ok(store.OpenEntry(outboxId, IMAPIFolder, MAPI_MODIFY))).lppUnk;
      using message = await ok(outbox.CreateMessage(null));
      await ok(
        message.SetProps([
          prop(PR_MESSAGE_CLASS_W, 'IPM.Note'),
          prop(PR_SUBJECT_W, 'Figures'),
          prop(PR_BODY_W, 'See below.'),
          ...(sentItems ? [prop(PR_SENTMAIL_ENTRYID, sentItems)] : []),
        ]),
      );
      const bob = [
        prop(PR_RECIPIENT_TYPE, MAPI_TO),
        prop(PR_DISPLAY_NAME_W, to),
        prop(PR_ADDRTYPE_W, 'SMTP'),
        prop(PR_EMAIL_ADDRESS_W, to),
      ];
      await ok(message.ModifyRecipients(MODRECIP_ADD, [bob]));
      await ok(message.SubmitMessage());
    }
    await ok(session.Logoff(0, 0, 0));
  } finally {
    MAPIUninitialize();
  }
}
