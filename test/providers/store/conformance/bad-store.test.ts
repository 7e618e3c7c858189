import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { setLog } from '../../../../src/base/index.js';
import { type HResult, describe as nameOf, ok, S_OK } from '../../../../src/com/index.js';
import {
  IMessage,
  MAPI_E_CORRUPT_STORE,
  MAPI_E_DISK_ERROR,
  MAPI_E_NOT_ENOUGH_DISK,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_VERSION,
  MAPI_MODIFY,
  PR_BODY_W,
  PR_SUBJECT_W,
  prop,
  type IMsgStore as Store,
} from '../../../../src/mapi/index.js';
import { chooseDriver } from '../../../../src/providers/store/driver/index.js';
import { checkStore, openStore } from '../../../../src/providers/store/index.js';
import { useLedger } from '../../../support/ledger.js';
import { StorePrograms } from '../../../support/store-process.js';
import { inboxOf, messageOf, newPath, newStore, post, propOf, recipient, rowsOf } from '../mailbox/stores.js';

useLedger();

let programs: StorePrograms;

beforeAll(() => {
  programs = new StorePrograms();
});
afterAll(() => programs.close());
afterEach(() => {
  setLog(null);
  vi.useRealTimers();
});

/** A store file with a hundred messages in it, that nobody has open. */
async function made(): Promise<string> {
  const path = newPath();
  {
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    for (let n = 0; n < 40; n++)
      await post(inbox, `message ${n}`, prop(PR_BODY_W, `${'a long text '.repeat(300)}${n}`));
  }
  await closed(path);
  return path;
}

/** Waits until the log beside the file is gone: the last user has closed it. */
async function closed(path: string): Promise<void> {
  await vi.waitFor(() => expect(statSync(`${path}-wal`, { throwIfNoEntry: false })).toBeUndefined(), 15_000);
}

const opening = (path: string, mode: 'open' | 'read-only' | 'open-or-create' = 'open') =>
  openStore(path, { mode }).then(
    (store) => {
      store.Release();
      return 0;
    },
    (error: { hr: number }) => error.hr,
  );

function overwrite(path: string, from: number, to: number, byte = 0xa5): void {
  const bytes = readFileSync(path);
  bytes.fill(byte, from, to);
  writeFileSync(path, bytes);
}

function sql(path: string, text: string): void {
  const db = chooseDriver().open(path, { readOnly: false });
  db.exec(text);
  db.close();
}

describe('A damaged store file', () => {
  const pageSize = 16_384;

  test.each<[string, (path: string) => void]>([
    ['a header of other bytes', (path) => overwrite(path, 0, 100)],
    ['a first page of other bytes', (path) => overwrite(path, 100, pageSize)],
    ['an end cut off within the first page', (path) => truncateSync(path, 1000)],
    ['an end cut off after the first page', (path) => truncateSync(path, pageSize)],
    ['nothing but text', (path) => writeFileSync(path, 'Dear Sir or Madam, '.repeat(1000))],
    ['nothing at all', (path) => writeFileSync(path, '')],
    [
      'a database of another program',
      (path) => {
        rmSync(path);
        sql(path, 'CREATE TABLE t (v); INSERT INTO t VALUES (1); PRAGMA user_version = 7');
      },
    ],
  ])('with %s is MAPI_E_CORRUPT_STORE, and nothing is written to it', async (_what, damage) => {
    const path = await made();
    damage(path);
    const before = readFileSync(path);
    for (const mode of ['open', 'read-only'] as const) expect(await opening(path, mode)).toBe(MAPI_E_CORRUPT_STORE);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('in the middle is MAPI_E_CORRUPT_STORE where it is touched, is found by the check, and nothing is overwritten', async () => {
    const path = await made();
    const pages = statSync(path).size / pageSize;
    // Every page but the first few, which an opening reads.
    overwrite(path, pageSize * Math.ceil(pages / 2), pageSize * (pages - 1));
    const before = readFileSync(path);
    const codes = new Set<HResult>();
    const note = (hr: HResult) => codes.add(hr);
    const store = await openStore(path).catch((error: { hr: HResult }) => {
      note(error.hr);
      return null;
    });
    if (store) {
      await touchAll(store, note);
      store.Release();
      await closed(path);
    }
    expect(codes).toContain(MAPI_E_CORRUPT_STORE);
    expect([...codes].filter((hr) => hr < 0 && hr !== MAPI_E_CORRUPT_STORE).map(nameOf)).toEqual([]);
    expect((await checkStore(path)).length).toBeGreaterThan(0);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  /** Reads every message of the Inbox. */
  async function touchAll(store: Store, note: (hr: HResult) => void): Promise<void> {
    const [hr, found] = await store.GetReceiveFolder('IPM.Note');
    note(hr);
    if (!found) return;
    using inbox = await inboxOf(store);
    const [failure, table] = await inbox.GetContentsTable();
    note(failure);
    if (!table) return;
    using rows = table;
    const [reading] = await rows.QueryRows(1000);
    note(reading);
    for (let id = 1; id <= 40; id++) {
      const entryId = Uint8Array.from(await anyId(store));
      new DataView(entryId.buffer).setBigUint64(24, BigInt(id));
      const [opened, entry] = await store.OpenEntry(entryId, IMessage);
      note(opened);
      if (!entry) continue;
      using message = entry.lppUnk;
      note((await message.GetProps([PR_SUBJECT_W, PR_BODY_W]))[0]);
    }
  }

  /** An identifier of a message of the store, for its form. */
  async function anyId(store: Store): Promise<Uint8Array> {
    const { lppEntryID } = await ok(store.GetReceiveFolder('IPM.Note'));
    const id = Uint8Array.from(lppEntryID);
    id[21] = 5;
    return id;
  }

  test('with the properties of one message spoiled loses that message alone', async () => {
    const path = await made();
    const tables = ['message_bag', 'message'].filter((table) => {
      const db = chooseDriver().open(path, { readOnly: true });
      const there = db
        .prepare(`SELECT count(*) AS n FROM pragma_table_info('${table}') WHERE name = 'bag'`, false)
        .get();
      db.close();
      return there?.['n'] === 1;
    });
    const [table] = tables;
    const id = table === 'message' ? 'id' : 'message';
    sql(path, `UPDATE ${table} SET bag = x'01ffffffffffffffff' WHERE ${id} = (SELECT min(${id}) FROM ${table})`);
    using store = await openStore(path);
    using inbox = await inboxOf(store);
    using contents = await ok(inbox.GetContentsTable());
    expect((await rowsOf(contents, [PR_SUBJECT_W])).length).toBe(40);
    let [sound, spoiled] = [0, 0];
    for (let n = 1; n <= 40; n++) {
      const entryId = await anyId(store);
      new DataView(entryId.buffer).setBigUint64(24, BigInt(n));
      const [hr, entry] = await store.OpenEntry(entryId, IMessage);
      if (!entry) {
        expect(hr).toBe(MAPI_E_CORRUPT_STORE);
        spoiled++;
        continue;
      }
      using message = entry.lppUnk;
      const [code] = await message.GetPropList();
      if (code === 0) sound++;
      else {
        expect(code).toBe(MAPI_E_CORRUPT_STORE);
        spoiled++;
      }
    }
    expect([sound, spoiled]).toEqual([39, 1]);
    expect((await checkStore(path)).map(({ holds }) => holds)).toContain('A bag can be read');
  });
});

test('a store of a newer comail is MAPI_E_VERSION, and nothing is written to it', async () => {
  const path = await made();
  sql(path, 'PRAGMA user_version = 99');
  await closed(path);
  const before = readFileSync(path);
  for (const mode of ['open', 'read-only', 'open-or-create'] as const)
    expect(await opening(path, mode)).toBe(MAPI_E_VERSION);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a store that is not there is MAPI_E_NOT_FOUND, and none is made', async () => {
  const path = newPath();
  expect(await opening(path)).toBe(MAPI_E_NOT_FOUND);
  expect(await opening(path, 'read-only')).toBe(MAPI_E_NOT_FOUND);
  expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
});

describe('A store that may not be written', () => {
  const nobody = 65534;
  const root = process.getuid?.() === 0;

  /** A folder of somebody who may do only as much as the modes of file and folder say. */
  async function barred(fileMode: number, folderMode: number): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'comail-barred-'));
    onTestFinished(() => {
      chmodSync(folder, 0o755);
      rmSync(folder, { recursive: true, force: true });
    });
    const path = join(folder, 'mail.store');
    copyFileSync(await made(), path);
    if (root) for (const each of [path, folder]) chownSync(each, nobody, nobody);
    chmodSync(path, fileMode);
    chmodSync(folder, folderMode);
    return path;
  }

  const opened = async (path: string, mode: string, subject = '') => {
    for (let at = programs.folder; at !== dirname(at); at = dirname(at)) if (!mayPass(at)) return 'barred';
    const reader = programs.start('reader', [path, mode, subject], root ? { user: nobody } : {});
    return await reader.line();
  };
  // Who is not root must be able to reach what was compiled.
  const mayPass = (folder: string) => !root || (statSync(folder).mode & 0o001) !== 0;

  test('because the file is read-only is MAPI_E_NO_ACCESS', async (context) => {
    const path = await barred(0o444, 0o755);
    const answer = await opened(path, 'open', 'new');
    if (answer === 'barred') return context.skip();
    expect(answer).toMatch(/^(MAPI_E_NO_ACCESS|E_ACCESSDENIED):/);
  });

  test('because its folder is read-only is MAPI_E_NO_ACCESS', async (context) => {
    const path = await barred(0o644, 0o555);
    const answer = await opened(path, 'open', 'new');
    if (answer === 'barred') return context.skip();
    expect(answer).toMatch(/^(MAPI_E_NO_ACCESS|E_ACCESSDENIED):/);
  });

  test('nor read is MAPI_E_NO_ACCESS', async (context) => {
    const path = await barred(0o000, 0o755);
    const answer = await opened(path, 'read-only');
    if (answer === 'barred') return context.skip();
    expect(answer).toMatch(/^(MAPI_E_NO_ACCESS|E_ACCESSDENIED):/);
  });

  test('but read opens for reading', async (context) => {
    const path = await barred(0o644, 0o755);
    const answer = await opened(path, 'read-only');
    if (answer === 'barred') return context.skip();
    expect(answer).toBe('opened');
  });
});

describe('A full disk', () => {
  /** A folder on a disk of a few megabytes; null where none can be had. */
  function smallDisk(): string | null {
    const folder = mkdtempSync(join(tmpdir(), 'comail-small-'));
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]);
    onTestFinished(() => {
      if (status === 0) spawnSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    });
    return status === 0 ? folder : null;
  }

  test('is MAPI_E_NOT_ENOUGH_DISK; what was saved stays, and room made lets the next one in', async (context) => {
    const folder = smallDisk();
    if (folder === null) return context.skip();
    mkdirSync(join(folder, 'store'));
    const path = join(folder, 'store', 'mail.store');
    const ballast = join(folder, 'ballast');
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    const kept: Uint8Array[] = [];
    for (let n = 0; n < 5; n++) kept.push(await post(inbox, `kept ${n}`));
    // A commit writes whole pages of 16 KB, of which even a small message touches several.
    writeFileSync(ballast, Buffer.alloc(256 * 1024));
    let hr: HResult = S_OK;
    for (let n = 0; n < 500 && hr === S_OK; n++) {
      using message = await ok(inbox.CreateMessage(IMessage));
      await ok(message.SetProps([prop(PR_SUBJECT_W, `filler ${n}`), prop(PR_BODY_W, 'x'.repeat(20_000))]));
      await ok(message.ModifyRecipients(0, [recipient('Ann')]));
      hr = await message.SaveChanges();
    }
    expect(nameOf(hr)).toBe(nameOf(MAPI_E_NOT_ENOUGH_DISK));
    for (const [n, entryId] of kept.entries()) {
      using message = await messageOf(store, entryId, 0);
      expect(await propOf(message, PR_SUBJECT_W)).toBe(`kept ${n}`);
    }
    expect(await checkStore(path)).toEqual([]);
    rmSync(ballast);
    await post(inbox, 'small');
    expect(await checkStore(path)).toEqual([]);
  });
});

describe('A store file that is deleted while it is open', () => {
  test('takes nothing that nobody would find again: MAPI_E_DISK_ERROR', async () => {
    setLog({ error: () => undefined, warn: () => undefined });
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    const entryId = await post(inbox, 'one');
    rmSync(path);
    using message = await ok(inbox.CreateMessage(IMessage));
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'two')]));
    expect(nameOf(await message.SaveChanges(2))).toBe(nameOf(MAPI_E_DISK_ERROR));
    // What is open can still be read.
    using one = await messageOf(store, entryId, 0);
    expect(await propOf(one, PR_SUBJECT_W)).toBe('one');
    expect(await opening(path)).toBe(MAPI_E_NOT_FOUND);
  });

  test('and made anew is another store, in which nothing of the old one appears', async () => {
    const path = newPath();
    using old = await newStore(path);
    using oldInbox = await inboxOf(old);
    await post(oldInbox, 'old');
    for (const each of [path, `${path}-wal`, `${path}-shm`]) rmSync(each, { force: true });
    using fresh = await openStore(path, { mode: 'create' });
    using inbox = await inboxOf(fresh);
    await post(inbox, 'new');
    expect(nameOf(await oldInbox.SetProps([prop(PR_SUBJECT_W, 'x')]).then(([hr]) => hr))).toBe(
      nameOf(MAPI_E_DISK_ERROR),
    );
    using contents = await ok(inbox.GetContentsTable());
    expect(await rowsOf(contents, [PR_SUBJECT_W])).toEqual([['new']]);
  });
});

test('a clock that jumps backwards changes neither the order of changes nor who was first', async () => {
  const path = newPath();
  using store = await newStore(path);
  using inbox = await inboxOf(store);
  const entryId = await post(inbox, 'one');
  using mine = await messageOf(store, entryId, MAPI_MODIFY);
  using theirs = await messageOf(store, entryId, MAPI_MODIFY);
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2001-01-01') });
  await ok(theirs.SetProps([prop(PR_SUBJECT_W, 'theirs')]));
  await ok(theirs.SaveChanges(2));
  await ok(mine.SetProps([prop(PR_SUBJECT_W, 'mine')]));
  expect(await mine.SaveChanges(2)).toBe(MAPI_E_OBJECT_CHANGED);
  const send = async (subject: string) => {
    using message = await ok(inbox.CreateMessage(IMessage));
    await ok(message.SetProps([prop(PR_SUBJECT_W, subject)]));
    await ok(message.ModifyRecipients(0, [recipient('Ann')]));
    await ok(message.SubmitMessage());
  };
  vi.setSystemTime(new Date('2026-06-01'));
  await send('first');
  vi.setSystemTime(new Date('1999-06-01'));
  await send('second');
  using queue = await ok(store.GetOutgoingQueue());
  expect(await rowsOf(queue, [PR_SUBJECT_W])).toEqual([['first'], ['second']]);
  expect(await checkStore(path)).toEqual([]);
});

describe('Without a driver', () => {
  test('opening a store says what to install', async () => {
    const path = newPath();
    const hide = join(programs.folder, 'hide.cjs');
    writeFileSync(
      hide,
      `const Module = require('node:module');
       const load = Module._load;
       Module._load = (name, ...rest) => {
         if (name === 'better-sqlite3') throw Object.assign(new Error('Cannot find module'), { code: 'MODULE_NOT_FOUND' });
         return load(name, ...rest);
       };
       const builtin = process.getBuiltinModule;
       process.getBuiltinModule = (name) => (name === 'node:sqlite' ? undefined : builtin(name));`,
    );
    const reader = programs.start('reader', [path, 'create'], { flags: ['--require', hide] });
    expect(await reader.line()).toMatch(
      /^MAPI_E_NO_SUPPORT.*: .*Node 22\.13 or newer.*npm install better-sqlite3@12\.11\.1/,
    );
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
  });
});
