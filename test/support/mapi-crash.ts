import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { IStream, ok } from '../../src/com/index.js';
import {
  ATTACH_EMBEDDED_MSG,
  type IMAPIFolder as Folder,
  IAttach,
  IMAPIFolder,
  IMessage,
  MAPI_E_NOT_FOUND,
  type IMessage as Message,
  MSGFLAG_READ,
  MSGFLAG_SUBMIT,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_METHOD,
  PR_ATTACH_NUM,
  PR_BODY_W,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_MESSAGE_FLAGS,
  PR_PARENT_ENTRYID,
  PR_SUBJECT_W,
  type PropTag,
  type IMsgStore as Store,
  type IMAPITable as Table,
} from '../../src/mapi/index.js';
import { checkStore, openStore } from '../../src/providers/store/index.js';
import type { StorePrograms } from './store-process.js';
import { type Standing, standing, stepsOf } from './store-programs/plan.js';

/** What was acknowledged of one letter or folder: how many of its steps. */
interface Acknowledged {
  steps: number;
  entryId: Uint8Array;
}

/**
 * Kills a process in the middle of its writes through the MAPI objects and looks at what it left: the store opens, its check
 * is clean, and every letter stands as it did after the last step that was acknowledged, or after the one that was under way.
 *
 * @param programs who starts the process
 * @param round decides after how many acknowledged steps
 */
export async function crashOfWriter(programs: StorePrograms, round: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'comail-crash-'));
  const file = join(folder, 'mail.store');
  (await openStore(file, { mode: 'create' })).Release();
  const writer = programs.start('writer', [file, 'm', '100000']);
  const letters = new Map<number, Acknowledged>();
  const folders = new Map<number, Acknowledged>();
  const killAfter = 1 + ((round * 37) % 97);
  let count = 0;
  for await (const line of writer.lines()) {
    const [what, n, steps, hex] = line.split(' ');
    const all = what === 'letter' ? letters : folders;
    all.set(Number(n), { steps: Number(steps), entryId: Uint8Array.from(Buffer.from(hex ?? '', 'hex')) });
    if (++count === killAfter) writer.kill();
  }
  expect(await writer.ended, writer.errors).toBeNull();
  expect(count).toBeGreaterThanOrEqual(killAfter);
  {
    using store = await openStore(file);
    expect(await checkStore(file)).toEqual([]);
    using inbox = await folderOf(store, (await ok(store.GetReceiveFolder('IPM.Note'))).lppEntryID);
    using hierarchy = await ok(inbox.GetHierarchyTable());
    const archive = (await rowsOf(hierarchy, [PR_DISPLAY_NAME_W, PR_ENTRYID])).find(([name]) => name === 'Archive');
    const places = { inbox: (await propOf(inbox, PR_ENTRYID)) as Uint8Array, archive: archive?.[1] as Uint8Array };
    using queue = await ok(store.GetOutgoingQueue());
    const queued = new Set((await rowsOf(queue, [PR_ENTRYID])).map(([id]) => hexOf(id as Uint8Array)));
    for (const [n, { steps, entryId }] of letters) {
      const found = await stood(store, entryId, places, queued, n);
      const allowed = [steps, Math.min(steps + 1, stepsOf(n).length)].map((done) => standing('m', n, done));
      expect(allowed, `letter ${n} after ${steps} of ${stepsOf(n).join(', ')}`).toContainEqual(found ?? gone(allowed));
    }
    for (const { steps, entryId } of folders.values()) {
      using made = await folderOf(store, entryId);
      const parent = hexOf((await propOf(made, PR_PARENT_ENTRYID)) as Uint8Array);
      if (steps === 2) expect(parent).toBe(hexOf(places.archive));
    }
  }
  rmSync(folder, { recursive: true });
}

/** The one of the allowed standings that says that there is no letter any more. */
const gone = (allowed: readonly (Standing | null)[]): Standing | string =>
  allowed.find((one) => one?.place === 'gone') ?? 'there is no such letter';

async function stood(
  store: Store,
  entryId: Uint8Array,
  places: Readonly<Record<'inbox' | 'archive', Uint8Array>>,
  queued: ReadonlySet<string>,
  n: number,
): Promise<(Omit<Standing, 'place'> & { place: string }) | null> {
  const [hr, entry] = await store.OpenEntry(entryId, IMessage);
  if (!entry) {
    expect(hr).toBe(MAPI_E_NOT_FOUND);
    return null;
  }
  using message = entry.lppUnk;
  const flags = (await propOf(message, PR_MESSAGE_FLAGS)) as number;
  const submitted = (flags & MSGFLAG_SUBMIT) !== 0;
  expect(queued.has(hexOf(entryId)), `letter ${n} in the queue`).toBe(submitted);
  const parent = hexOf((await propOf(message, PR_PARENT_ENTRYID)) as Uint8Array);
  using recipients = await ok(message.GetRecipientTable());
  const { attachments, embedded } = await attached(message, n);
  const letter = {
    subject: (await propOf(message, PR_SUBJECT_W)) as string,
    body: await bodyOf(message),
    recipients: (await rowsOf(recipients, [PR_DISPLAY_NAME_W])).map(([name]) => name as string),
    attachments,
    embedded,
  };
  const place = parent === hexOf(places.archive) ? 'archive' : parent === hexOf(places.inbox) ? 'inbox' : 'elsewhere';
  return { letter, place, submitted, read: (flags & MSGFLAG_READ) !== 0 };
}

async function bodyOf(message: Message): Promise<number> {
  using stream = await ok(message.OpenProperty(PR_BODY_W, IStream, 0));
  return (await ok(stream.Read(200_000))).length / 2;
}

/** The sizes of its attachments, whose bytes are looked at, and the subject of the message in it. */
async function attached(message: Message, n: number) {
  using table = await ok(message.GetAttachmentTable());
  const attachments: number[] = [];
  let embedded: string | null = null;
  for (const [num, method] of await rowsOf(table, [PR_ATTACH_NUM, PR_ATTACH_METHOD])) {
    using attachment = await ok(message.OpenAttach(num as number, IAttach));
    if (method === ATTACH_EMBEDDED_MSG) {
      using inner = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0));
      embedded = (await propOf(inner, PR_SUBJECT_W)) as string;
      continue;
    }
    using stream = await ok(attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, 0));
    const bytes = await ok(stream.Read(400_000));
    expect(Buffer.compare(bytes, Buffer.alloc(bytes.length, n)), `bytes of letter ${n}`).toBe(0);
    attachments.push(bytes.length);
  }
  return { attachments, embedded };
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

async function folderOf(store: Store, entryId: Uint8Array): Promise<Folder> {
  return (await ok(store.OpenEntry(entryId, IMAPIFolder))).lppUnk;
}

async function propOf<T>(object: Pick<Message, 'GetProps'>, tag: PropTag<T>): Promise<T | null> {
  return (await ok(object.GetProps([tag])))[0] as T | null;
}

async function rowsOf(table: Table, columns: readonly PropTag[]): Promise<readonly (readonly unknown[])[]> {
  await ok(table.SetColumns(columns));
  return (await ok(table.QueryRows(100_000))).map((row) => [...row]);
}
