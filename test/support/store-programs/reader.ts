// Opens a store as it is told and says the code of the failure, or `opened`; with a subject it posts a message, too.
import { ComError, describe, ok } from '../../../src/com/index.js';
import { IMAPIFolder, IMessage, MAPI_MODIFY, PR_SUBJECT_W, prop } from '../../../src/mapi/index.js';
import { openStore } from '../../../src/providers/store/index.js';

const [, , file = '', mode = 'open', subject = ''] = process.argv;
try {
  using store = await openStore(file, { mode: mode as 'open' });
  if (subject !== '') {
    const { lppEntryID } = await ok(store.GetReceiveFolder('IPM.Note'));
    using inbox = (await ok(store.OpenEntry(lppEntryID, IMAPIFolder, MAPI_MODIFY))).lppUnk;
    using message = await ok(inbox.CreateMessage(IMessage));
    await ok(message.SetProps([prop(PR_SUBJECT_W, subject)]));
    await ok(message.SaveChanges());
  }
  process.stdout.write('opened\n');
} catch (error) {
  process.stdout.write(`${error instanceof ComError ? `${describe(error.hr)}: ${error.message}` : String(error)}\n`);
}
