import { ok } from 'comail/com';
import {
  FOLDER_GENERIC,
  IMAPIFolder,
  IMessage,
  MAPI_MODIFY,
  MAPI_TO,
  OPEN_IF_EXISTS,
  PR_ADDRTYPE_W,
  PR_BODY_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_MESSAGE_CLASS_W,
  PR_RECIPIENT_TYPE,
  PR_SUBJECT_W,
  prop,
} from 'comail/mapi';
import { openStore } from 'comail/store';

/** Puts a message into Inbox/Projects of a store, both of which are made when they are not there yet. */
export async function fileMessage(path: string, subject: string, text: string): Promise<void> {
  using store = await openStore(path, { mode: 'open-or-create' });
  const { lppEntryID } = await ok(store.GetReceiveFolder('IPM.Note'));
  using inbox = (await ok(store.OpenEntry(lppEntryID, IMAPIFolder, MAPI_MODIFY))).lppUnk;
  using projects = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'Projects', null, IMAPIFolder, OPEN_IF_EXISTS));
  using message = await ok(projects.CreateMessage(IMessage));
  await ok(
    message.SetProps([prop(PR_MESSAGE_CLASS_W, 'IPM.Note'), prop(PR_SUBJECT_W, subject), prop(PR_BODY_W, text)]),
  );
  const bob = [
    prop(PR_RECIPIENT_TYPE, MAPI_TO),
    prop(PR_DISPLAY_NAME_W, 'Bob'),
    prop(PR_ADDRTYPE_W, 'SMTP'),
    prop(PR_EMAIL_ADDRESS_W, 'bob@example.org'),
  ];
  await ok(message.ModifyRecipients(0, [bob]));
  // Until here nobody else sees anything of it; from here on it survives a crash.
  await ok(message.SaveChanges());
}
