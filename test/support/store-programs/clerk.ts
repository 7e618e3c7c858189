// Does with a store what it is told: one line of JSON in, one out.
import { createInterface } from 'node:readline';
import { com, ok } from '../../../src/com/index.js';
import {
  DEL_FOLDERS,
  DEL_MESSAGES,
  FOLDER_GENERIC,
  type IMAPIFolder as Folder,
  fnevNewMail,
  fnevObjectCreated,
  IMAPIAdviseSink,
  IMAPIFolder,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_BEST_ACCESS,
  MAPI_E_OBJECT_CHANGED,
  MAPI_MODIFY,
  MESSAGE_MOVE,
  type IMessage as Message,
  MSG_LOCKED,
  type NOTIFICATION,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_IMPORTANCE,
  PR_RECIPIENT_TYPE,
  PR_SUBJECT_W,
  prop,
} from '../../../src/mapi/index.js';
import { openStore } from '../../../src/providers/store/index.js';

const [, , file = ''] = process.argv;
const store = await openStore(file);
const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const hexOf = (value: unknown): string => Buffer.from(value as Uint8Array).toString('hex');

async function withFolder<T>(hex: string, step: (folder: Folder) => Promise<T>): Promise<T> {
  using folder = (await ok(store.OpenEntry(bytes(hex), IMAPIFolder, MAPI_MODIFY))).lppUnk;
  return await step(folder);
}

async function withMessage<T>(
  hex: string,
  step: (message: Message) => Promise<T>,
  flags: number = MAPI_MODIFY,
): Promise<T> {
  using message = (await ok(store.OpenEntry(bytes(hex), IMessage, flags))).lppUnk;
  return await step(message);
}

async function post(folder: Folder, subject: string): Promise<string> {
  using message = await ok(folder.CreateMessage(IMessage));
  await ok(message.SetProps([prop(PR_SUBJECT_W, subject), prop(PR_IMPORTANCE, 0)]));
  await ok(message.ModifyRecipients(0, [[prop(PR_DISPLAY_NAME_W, 'Ann'), prop(PR_RECIPIENT_TYPE, 1)]]));
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  return hexOf((await ok(message.GetProps([PR_ENTRYID])))[0]);
}

/** Adds to the importance of a message; where another was faster it reads anew, as the pages advise. */
async function add(message: string, by: number): Promise<boolean> {
  return await withMessage(message, async (open) => {
    const [before] = await ok(open.GetProps([PR_IMPORTANCE]));
    await ok(open.SetProps([prop(PR_IMPORTANCE, (before as number) + by)]));
    const hr = await open.SaveChanges();
    if (hr === MAPI_E_OBJECT_CHANGED) return false;
    await ok(Promise.resolve(hr));
    return true;
  });
}

const heard: string[] = [];

const verbs: Record<string, (...args: readonly string[]) => Promise<unknown>> = {
  post: (folder = '', subject = '') => withFolder(folder, (open) => post(open, subject)),
  posts: (folder = '', subject = '', count = '') =>
    withFolder(folder, (open) =>
      Promise.all(Array.from({ length: Number(count) }, (_, n) => post(open, `${subject}${n}`))),
    ),
  change: (message = '', subject = '') =>
    withMessage(message, async (open) => {
      await ok(open.SetProps([prop(PR_SUBJECT_W, subject)]));
      await ok(open.SaveChanges());
    }),
  submit: (message = '') => withMessage(message, (open) => ok(open.SubmitMessage())),
  lock: (message = '') => withMessage(message, (open) => ok(store.SetLockState(open, MSG_LOCKED)), MAPI_BEST_ACCESS),
  read: (folder = '', message = '') => withFolder(folder, (open) => ok(open.SetReadFlags([bytes(message)], 0, null))),
  move: (folder = '', message = '', to = '', flags = String(MESSAGE_MOVE)) =>
    withFolder(folder, (from) =>
      withFolder(to, (target) => ok(from.CopyMessages([bytes(message)], null, target, 0, null, Number(flags)))),
    ),
  remove: (folder = '', message = '') =>
    withFolder(folder, (open) => ok(open.DeleteMessages([bytes(message)], 0, null))),
  make: (folder = '', name = '') =>
    withFolder(folder, async (open) => {
      using made = await ok(open.CreateFolder(FOLDER_GENERIC, name, null, null));
      return hexOf((await ok(made.GetProps([PR_ENTRYID])))[0]);
    }),
  rename: (folder = '', name = '') => withFolder(folder, (open) => ok(open.SetProps([prop(PR_DISPLAY_NAME_W, name)]))),
  carry: (folder = '', child = '', to = '', flags = '1') =>
    withFolder(folder, (from) =>
      withFolder(to, (target) => ok(from.CopyFolder(bytes(child), null, target, null, 0, null, Number(flags)))),
    ),
  destroy: (folder = '', child = '') =>
    withFolder(folder, (open) => ok(open.DeleteFolder(bytes(child), 0, null, DEL_FOLDERS | DEL_MESSAGES))),
  arrive: (folder = '', message = '') =>
    ok(
      store.NotifyNewMail({
        ulEventType: fnevNewMail,
        info: {
          lpEntryID: bytes(message),
          lpParentID: bytes(folder),
          ulFlags: 0,
          lpszMessageClass: 'IPM.Note',
          ulMessageFlags: 0,
        },
      }),
    ),
  add: async (message = '', times = '') => {
    let lost = 0;
    for (let done = 0; done < Number(times); ) {
      if (await add(message, 1)) done++;
      else lost++;
    }
    return lost;
  },
  listen: async () => {
    const OnNotify = (events: readonly NOTIFICATION[]): number => {
      for (const { info } of events) heard.push(hexOf((info as { lpEntryID: Uint8Array }).lpEntryID));
      return 0;
    };
    using sink = com({ OnNotify }, IMAPIAdviseSink);
    return await ok(store.Advise(null, fnevObjectCreated, sink));
  },
  heard: async () => heard,
};

for await (const line of createInterface({ input: process.stdin })) {
  const [verb = '', ...args] = JSON.parse(line) as string[];
  try {
    const answer = await verbs[verb]?.(...args);
    process.stdout.write(`${JSON.stringify({ answer: answer ?? null })}\n`);
  } catch (error) {
    process.stdout.write(`${JSON.stringify({ error: String(error) })}\n`);
  }
}
store.Release();
