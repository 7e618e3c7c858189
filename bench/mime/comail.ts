import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ok } from '../../src/com/index.js';
import { readMail, readMime, renderMime } from '../../src/convert/index.js';
import {
  IMAPIFolder,
  IMessage,
  MAPI_MODIFY,
  type IMessage as Message,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
} from '../../src/mapi/index.js';
import { openStore } from '../../src/providers/store/index.js';
import type { MimeContender, MimeSetup } from './contender.js';
import { largeMail, smallMail } from './letters.js';
import { shownPlan } from './seen.js';

/**
 * Our side.
 *
 * @param setup what it does
 */
export async function openComail({ task, folder }: MimeSetup): Promise<MimeContender> {
  if (task === 'render-small') return await openRendering(folder);
  const mail = task === 'parse-small' ? await smallMail() : await largeMail();
  return {
    async round(count) {
      for (let done = 0; done < count; done += 1) readMime(mail[done % mail.length] as Buffer);
    },
    check: async () => mail.map((one) => shownPlan(readMime(one))).join('\n'),
    close: () => undefined,
  };
}

/** Messages as a program would have written them, which have no header that they came with. */
async function openRendering(folder: string): Promise<MimeContender> {
  const store = await openStore(join(folder, 'mail.store'), { mode: 'create' });
  const entryId = (await ok(store.GetReceiveFolder('IPM.Note'))).lppEntryID;
  const inbox = (await ok(store.OpenEntry(entryId, IMAPIFolder, MAPI_MODIFY))).lppUnk;
  const messages: Message[] = [];
  for (const mail of await smallMail()) {
    const message = await ok(inbox.CreateMessage(IMessage));
    await readMail(message, mail);
    await ok(message.DeleteProps([PR_TRANSPORT_MESSAGE_HEADERS_W]));
    await ok(message.SaveChanges(2));
    messages.push(message);
  }
  const rendered = async (n: number): Promise<Buffer> => {
    const { source } = await renderMime(messages[n % messages.length] as Message);
    return source.bytes === undefined ? await buffer(source.chunks()) : Buffer.from(source.bytes.buffer);
  };
  return {
    async round(count) {
      for (let done = 0; done < count; done += 1) await rendered(done);
    },
    async check() {
      const seen: string[] = [];
      for (let n = 0; n < messages.length; n += 1)
        seen.push(shownPlan(readMime(await buffer((await renderMime(messages[n] as Message)).source.chunks()))));
      return seen.join('\n');
    },
    close() {
      for (const held of [...messages, inbox, store]) held.Release();
    },
  };
}
