// Writes letters without pause, four at a time, and says each time when a step was acknowledged: number, steps, entry ID.
// Every tenth letter has a folder made and moved.
import { writeSync } from 'node:fs';
import { IStream, ok, STGM_WRITE } from '../../../src/com/index.js';
import {
  ATTACH_BY_VALUE,
  ATTACH_EMBEDDED_MSG,
  FOLDER_GENERIC,
  FOLDER_MOVE,
  type IMAPIFolder as Folder,
  IAttach,
  IMAPIFolder,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_CREATE,
  MAPI_MODIFY,
  MESSAGE_MOVE,
  type IMessage as Message,
  MODRECIP_ADD,
  OPEN_IF_EXISTS,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_METHOD,
  PR_BODY_W,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_SUBJECT_W,
  prop,
} from '../../../src/mapi/index.js';
import { openStore } from '../../../src/providers/store/index.js';
import { type Letter, letterOf, type Step, standing, stepsOf } from './plan.js';

const [, , file = '', name = '', most = '0'] = process.argv;
const store = await openStore(file);
const { lppEntryID } = await ok(store.GetReceiveFolder('IPM.Note'));
const inbox = (await ok(store.OpenEntry(lppEntryID, IMAPIFolder, MAPI_MODIFY))).lppUnk;
const archive = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'Archive', null, null, OPEN_IF_EXISTS));
let next = 0;
await Promise.all(Array.from({ length: 4 }, writer));
archive.Release();
inbox.Release();
store.Release();

async function writer(): Promise<void> {
  while (next < Number(most)) {
    const n = next++;
    let entryId: Uint8Array = new Uint8Array();
    for (const [done, step] of stepsOf(n).entries()) {
      entryId = await take(step, n, entryId);
      writeSync(1, `letter ${n} ${done + 1} ${Buffer.from(entryId).toString('hex')}\n`);
    }
    if (n % 10 === 0) await folder(n);
  }
}

async function take(step: Step, n: number, entryId: Uint8Array): Promise<Uint8Array> {
  switch (step) {
    case 'create':
      return await create(letterOf(name, n), n);
    case 'change': {
      using message = await opened(entryId);
      await ok(message.SetProps([prop(PR_SUBJECT_W, (standing(name, n, 2) as { letter: Letter }).letter.subject)]));
      await ok(message.ModifyRecipients(MODRECIP_ADD, [recipient('Late')]));
      await ok(message.SaveChanges());
      return entryId;
    }
    case 'submit': {
      using message = await opened(entryId);
      await ok(message.SubmitMessage());
      return entryId;
    }
    case 'move':
      await ok(inbox.CopyMessages([entryId], null, archive, 0, null, MESSAGE_MOVE));
      return entryId;
    case 'delete':
      await ok(inbox.DeleteMessages([entryId], 0, null));
      return entryId;
    case 'read':
      await ok(inbox.SetReadFlags([entryId], 0, null));
      return entryId;
  }
}

async function create(letter: Letter, n: number): Promise<Uint8Array> {
  using message = await ok(inbox.CreateMessage(IMessage));
  await ok(message.SetProps([prop(PR_SUBJECT_W, letter.subject), prop(PR_BODY_W, 'x'.repeat(letter.body))]));
  await ok(message.ModifyRecipients(0, letter.recipients.map(recipient)));
  for (const size of letter.attachments) await attach(message, Buffer.alloc(size, n));
  if (letter.embedded !== null) await embed(message, letter.embedded);
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  return (await ok(message.GetProps([PR_ENTRYID])))[0] as Uint8Array;
}

async function attach(message: Message, data: Uint8Array): Promise<void> {
  const { lppAttach } = await ok(message.CreateAttach(IAttach));
  using attachment = lppAttach;
  await ok(attachment.SetProps([prop(PR_ATTACH_METHOD, ATTACH_BY_VALUE)]));
  {
    using stream = await ok(
      attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY),
    );
    await ok(stream.Write(data));
    await ok(stream.Commit(0));
  }
  await ok(attachment.SaveChanges());
}

async function embed(message: Message, subject: string): Promise<void> {
  const { lppAttach } = await ok(message.CreateAttach(IAttach));
  using attachment = lppAttach;
  await ok(attachment.SetProps([prop(PR_ATTACH_METHOD, ATTACH_EMBEDDED_MSG)]));
  using inner = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, MAPI_CREATE | MAPI_MODIFY));
  await ok(inner.SetProps([prop(PR_SUBJECT_W, subject)]));
  await ok(inner.SaveChanges());
  await ok(attachment.SaveChanges());
}

async function folder(n: number): Promise<void> {
  using made: Folder = await ok(inbox.CreateFolder(FOLDER_GENERIC, `${name} folder ${n}`, null, null));
  const entryId = (await ok(made.GetProps([PR_ENTRYID])))[0] as Uint8Array;
  const hex = Buffer.from(entryId).toString('hex');
  writeSync(1, `folder ${n} 1 ${hex}\n`);
  await ok(inbox.CopyFolder(entryId, null, archive, null, 0, null, FOLDER_MOVE));
  writeSync(1, `folder ${n} 2 ${hex}\n`);
}

async function opened(entryId: Uint8Array): Promise<Message> {
  return (await ok(store.OpenEntry(entryId, IMessage, MAPI_MODIFY))).lppUnk;
}

function recipient(who: string) {
  return [prop(PR_DISPLAY_NAME_W, who), prop(PR_RECIPIENT_TYPE, 1)];
}
