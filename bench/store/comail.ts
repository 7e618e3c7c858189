import { ok } from '../../src/com/index.js';
import {
  BOOKMARK_BEGINNING,
  bits,
  descend,
  type IMAPITable,
  IMessage,
  type IMsgStore,
  MSGFLAG_READ,
  MSGFLAG_UNMODIFIED,
  PR_CONTENT_COUNT,
  PR_ENTRYID,
  PR_HASATTACH,
  PR_IMPORTANCE,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  type PropRow,
  type PropTag,
  sortBy,
} from '../../src/mapi/index.js';
import { openStore } from '../../src/providers/store/index.js';
import { comailStream } from './comail-stream.js';
import { deepRow, manyLetters, pageRows, type StoreContender, type StoreSetup } from './contender.js';
import { type FixtureFolder, openFolder, saveLetters } from './fixture.js';
import { chance, letter, letterTags } from './letters.js';
import { shown } from './shown.js';

/** Does a task through the interfaces of MAPI. */
export async function openComail({ task, file, source }: StoreSetup): Promise<StoreContender> {
  const store = await openStore(file);
  switch (task) {
    case 'create':
      return await creating(store);
    case 'open':
      return await opening(store);
    case 'stream':
      return comailStream(store, await openFolder(store, 'Small'), source);
    default:
      return await paging(store, task === 'small-page' ? 'Small' : 'Large', task);
  }
}

async function creating(store: IMsgStore): Promise<StoreContender> {
  const folder = await openFolder(store, 'Large');
  let saved = 0;
  return {
    async round(count) {
      await saveLetters(folder, saved, count);
      saved += count;
    },
    async check() {
      const [count] = await ok(folder.GetProps([PR_CONTENT_COUNT]));
      if (count !== saved) throw new Error(`${count} messages lie in the folder instead of ${saved}`);
      using table = await ok(folder.GetContentsTable());
      await ok(table.SetColumns([PR_ENTRYID]));
      await ok(table.SortTable(sortBy(descend(PR_MESSAGE_DELIVERY_TIME))));
      const [row] = await ok(table.QueryRows(1));
      await compare(store, row?.[0] as Uint8Array, saved - 1);
      return '';
    },
    async close() {
      folder.Release();
      store.Release();
    },
  };
}

async function opening(store: IMsgStore): Promise<StoreContender> {
  const entries = await entryIds(store);
  const numbers = chance(manyLetters);
  return {
    async round(count) {
      for (let n = 0; n < count; n++) {
        const { lppUnk } = await ok(store.OpenEntry(entries[numbers.next().value] as Uint8Array, IMessage));
        using message = lppUnk;
        const props = await ok(message.GetProps(letterTags));
        if (props.length !== letterTags.length) throw new Error('GetProps did not answer twenty properties');
      }
    },
    async check() {
      const some = chance(manyLetters);
      for (let n = 0; n < 200; n++) {
        const number = some.next().value;
        await compare(store, entries[number] as Uint8Array, number);
      }
      return '';
    },
    async close() {
      store.Release();
    },
  };
}

async function paging(store: IMsgStore, name: FixtureFolder, task: StoreSetup['task']): Promise<StoreContender> {
  const folder = await openFolder(store, name);
  const table = await ok(folder.GetContentsTable());
  await ok(table.SetColumns(pageTags));
  await ok(table.Restrict(bits(PR_MESSAGE_FLAGS, MSGFLAG_READ, 'eqz')));
  await ok(table.SortTable(sortBy(descend(PR_MESSAGE_DELIVERY_TIME))));
  const begin = task === 'deep-page' ? await mark(table) : BOOKMARK_BEGINNING;
  let last: readonly PropRow[] = [];
  return {
    async round(count) {
      for (let n = 0; n < count; n++) {
        if (task === 'seek') {
          const moved = await ok(table.SeekRow(BOOKMARK_BEGINNING, deepRow));
          if (moved !== deepRow) throw new Error(`SeekRow moved over ${moved} rows`);
          continue;
        }
        await ok(table.SeekRow(begin, 0));
        last = await ok(table.QueryRows(pageRows));
        if (last.length !== pageRows) throw new Error(`QueryRows answered ${last.length} rows`);
      }
    },
    async check() {
      if (task === 'seek') last = await ok(table.QueryRows(pageRows));
      return shown(
        last.map(([entryId, ...cells]) => [new DataView((entryId as Uint8Array).buffer).getBigUint64(24), ...cells]),
      );
    },
    async close() {
      table.Release();
      folder.Release();
      store.Release();
    },
  };
}

/** Reads on to the deep row and marks it. */
async function mark(table: IMAPITable): Promise<number> {
  for (let row = 0; row < deepRow; row += 1000) await ok(table.QueryRows(1000));
  return await ok(table.CreateBookmark());
}

const pageTags: readonly PropTag[] = [
  PR_ENTRYID,
  PR_SUBJECT_W,
  PR_SENDER_NAME_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_IMPORTANCE,
  PR_HASATTACH,
];

async function entryIds(store: IMsgStore): Promise<readonly Uint8Array[]> {
  using folder = await openFolder(store, 'Large');
  using table = await ok(folder.GetContentsTable());
  await ok(table.SetColumns([PR_ENTRYID, PR_MESSAGE_DELIVERY_TIME]));
  await ok(table.SortTable(sortBy(descend(PR_MESSAGE_DELIVERY_TIME))));
  const entries: Uint8Array[] = [];
  while (entries.length < manyLetters)
    for (const [entryId] of await ok(table.QueryRows(5000))) entries.push(entryId as Uint8Array);
  return entries.reverse();
}

/** Compares all that was saved of a letter with what an opened message says. */
async function compare(store: IMsgStore, entryId: Uint8Array, number: number): Promise<void> {
  using message = (await ok(store.OpenEntry(entryId, IMessage))).lppUnk;
  const found = await ok(message.GetProps(letterTags));
  // The store adds that the message was not changed since it came.
  const saved = letter(number).map(([tag, value]) =>
    tag === PR_MESSAGE_FLAGS ? (value as number) | MSGFLAG_UNMODIFIED : value,
  );
  if (shown([[...found]]) !== shown([saved])) throw new Error(`letter ${number} reads as ${shown([[...found]])}`);
}
