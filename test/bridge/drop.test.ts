import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Log, setLog } from '../../src/base/index.js';
import { withDropFile } from '../../src/bridge/drop/dropfile.js';
import { DropPickup } from '../../src/bridge/drop/pickup.js';
import { dropPartMs } from '../../src/bridge/limits.js';
import { marshal } from '../../src/com/index.js';
import { MAPI_DIALOG, MAPI_TO, PR_SUBJECT_W, prop, SUCCESS_SUCCESS } from '../../src/mapi/index.js';
import { PR_SMTP_PORT } from '../../src/providers/smtp/index.js';
import { endOfSimpleSessions, type MapiMessage, sendMarked, sendOnce } from '../../src/subsystem/index.js';
import { Office } from '../subsystem/simple/office.js';
import { useLedger } from '../support/ledger.js';
import { BridgeDesk } from './desk.js';
import { type Dropped, drop, dropBytes, dropName } from './dropped.js';
import { vector } from './vectors.js';

useLedger();

const idOf = (n: number): Uint8Array => new Uint8Array(16).fill(n);
const to = (address: string) => [{ ulRecipClass: MAPI_TO, lpszName: address, lpszAddress: `SMTP:${address}` }];
const letter = (n: number, more: Partial<MapiMessage> = {}): Dropped => ({
  id: idOf(n),
  time: 133_800_000_000_000_000n + BigInt(n),
  message: { lpszSubject: `number ${n}`, lpszNoteText: 'Hello', lpRecips: to('bob@example.org'), ...more },
});

/** An office with a drop folder. */
async function office() {
  const opened = await Office.open();
  const folder = join(opened.desk.folder, 'drop');
  mkdirSync(folder);
  const take = async (): Promise<void> => {
    const pickup = await DropPickup.begin(folder);
    await pickup.idle();
    await pickup.close();
    await endOfSimpleSessions();
  };
  const subjects = (): (string | undefined)[] =>
    opened.desk.server.got.map(({ text }) => /^Subject: (.*?)\r?$/m.exec(text)?.[1]);
  return { opened, folder, take, subjects, [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]() };
}

/** Does something while errors of the log are gathered. */
async function errorsOf(work: () => Promise<void>): Promise<readonly string[]> {
  const errors: string[] = [];
  const quiet: Log = { error: (message) => errors.push(message), warn: () => undefined };
  const before = setLog(quiet);
  try {
    await work();
  } finally {
    setLog(before);
  }
  return errors;
}

describe('a file of the drop folder', () => {
  test('is that of the vector', async () => {
    const call: Dropped = {
      id: vector('drop.file').subarray(12, 28),
      message: {
        lpszSubject: 'Hi',
        lpszNoteText: 'Hello\r\n',
        lpRecips: [{ ulRecipClass: MAPI_TO, lpszName: 'Bob', lpszAddress: 'SMTP:bob@y', lpEntryID: new Uint8Array() }],
        lpFiles: [{ nPosition: -1, lpszPathName: 'C:\\a.txt' }],
      },
      files: [Buffer.from('abc')],
    };
    expect(dropBytes(call)).toEqual(vector('drop.file'));
    expect(`${dropName(call)}.mail`).toBe(vector('drop.name_in_ascii').toString('latin1'));
  });

  test('is none when a byte of it is another one, or missing', async () => {
    await using desk = await BridgeDesk.open();
    const path = join(desk.folder, 'file');
    const whole = vector('drop.file');
    const read = (bytes: Uint8Array): Promise<string> => {
      writeFileSync(path, bytes);
      return withDropFile(path, async ({ message }) => message.lpszSubject ?? '');
    };
    expect(await read(whole)).toBe('Hi');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ change;
        await expect(read(changed)).rejects.toThrow(marshal.MalformedError);
        await expect(read(whole.subarray(0, at))).rejects.toThrow(marshal.MalformedError);
      }),
      { numRuns: 30 },
    );
  });
});

describe('what was left while no service was there', () => {
  test('is sent once, in order, with its files, and its files go', async () => {
    await using drops = await office();
    const { opened, folder, take, subjects } = drops;
    const withFile = letter(2, { lpFiles: [{ nPosition: -1, lpszPathName: 'C:\\figures.csv' }] });
    for (const call of [letter(3), letter(1), { ...withFile, files: [Buffer.from('month,messages\n')] }])
      drop(folder, call);
    await take();
    expect(subjects()).toEqual(['number 1', 'number 2', 'number 3']);
    expect(opened.desk.server.got[1]?.text).toContain('figures.csv');
    expect(readdirSync(folder)).toEqual([]);
    await take();
    expect(subjects()).toHaveLength(3);
  });

  test('is in Drafts when it needs a person, and put aside when it is no message', async () => {
    await using drops = await office();
    const { opened, folder, take, subjects } = drops;
    drop(folder, { ...letter(1), flFlags: MAPI_DIALOG });
    drop(folder, letter(2, { lpRecips: [{ ulRecipClass: MAPI_TO, lpszName: 'Nobody' }] }));
    drop(folder, {
      ...letter(3, { lpszSubject: null, lpRecips: [], lpFiles: [{ lpszPathName: '/a/plan.txt' }] }),
      function: 7,
      files: [Buffer.of(1)],
    });
    drop(folder, letter(4, { lpRecips: [{ ulRecipClass: 99, lpszAddress: 'SMTP:bob@example.org' }] }));
    writeFileSync(join(folder, `${dropName(letter(5))}.mail`), 'rubbish');
    drop(folder, letter(6));
    const errors = await errorsOf(take);
    expect(errors).toHaveLength(2);
    expect(subjects()).toEqual(['number 6']);
    expect((await opened.lying('drafts', [PR_SUBJECT_W])).flat().toSorted()).toEqual([
      'number 1',
      'number 2',
      'plan.txt',
    ]);
    expect(readdirSync(join(folder, 'refused')).toSorted()).toEqual([4, 5].map((n) => `${dropName(letter(n))}.mail`));
  });

  test('waits, with all behind it, while there is nothing to send from', async () => {
    await using drops = await office();
    const { folder, take, subjects } = drops;
    drop(folder, { ...letter(1), profile: 'Nobody' });
    drop(folder, letter(2));
    await take();
    expect(subjects()).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('half a file is nobody’s after a day', async () => {
    await using drops = await office();
    const { folder, take } = drops;
    for (const name of ['new.part', 'old.part']) writeFileSync(join(folder, name), 'half');
    const old = (Date.now() - dropPartMs - 1000) / 1000;
    utimesSync(join(folder, 'old.part'), old, old);
    await take();
    expect(readdirSync(folder)).toEqual(['new.part']);
  });

  test('is taken when a service opens its bridge, and when it comes while it is open', async () => {
    await using opened = await Office.open();
    await using desk = await BridgeDesk.open(opened.desk.folder);
    const folder = join(opened.desk.folder, 'drop');
    const names = [1, 2].map((n) => drop(folder, letter(n)));
    await vi.waitFor(() => expect(names.some((name) => existsSync(join(folder, `${name}.mail`)))).toBe(false), 18_000);
    await desk.bridge.close();
    await endOfSimpleSessions();
    expect(opened.desk.server.got).toHaveLength(2);
  });
});

describe('an interruption', () => {
  test('before the message is placed, after it, after it was submitted: it is sent once', async () => {
    await using drops = await office();
    const { folder, take, subjects } = drops;
    const call = letter(1);
    const name = drop(folder, call);
    const paths = { waiting: join(folder, `${name}.mail`), placed: join(folder, `${name}.placed`) };
    const copy = join(folder, 'copy');
    copyFileSync(paths.waiting, copy);
    const interrupted = (onPlaced: () => void): Promise<number> =>
      withDropFile(existsSync(paths.placed) ? paths.placed : paths.waiting, (read) =>
        sendOnce({ ...read, wasPlaced: existsSync(paths.placed), onPlaced }),
      );
    const killed = new Error('killed');
    // It lies in the Outbox, and nobody has written that down.
    const errors = await errorsOf(async () => {
      expect(
        await interrupted(() => {
          throw killed;
        }),
      ).not.toBe(SUCCESS_SUCCESS);
      // It is written down, and not submitted.
      expect(
        await interrupted(() => {
          renameSync(paths.waiting, paths.placed);
          throw killed;
        }),
      ).not.toBe(SUCCESS_SUCCESS);
    });
    expect(errors).toHaveLength(2);
    expect(subjects()).toEqual([]);
    await take();
    expect(subjects()).toEqual(['number 1']);
    // It was submitted, and its file is still there.
    renameSync(copy, paths.placed);
    await take();
    expect(subjects()).toEqual(['number 1']);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of a draft leaves one draft', async () => {
    await using drops = await office();
    const { opened, folder, take } = drops;
    const call = { ...letter(1), flFlags: MAPI_DIALOG };
    drop(folder, call);
    await take();
    drop(folder, call);
    await take();
    expect(await opened.lying('drafts', [PR_SUBJECT_W])).toEqual([['number 1']]);
    rmSync(folder, { recursive: true });
  });
});

describe('a call whose host lost the service in its middle, and left it behind', () => {
  // What a host leaves has the identifier of the call, and the time at which it lost the service.
  const left = (n: number, more: Partial<MapiMessage> = {}): Dropped => ({ ...letter(n, more), time: fileTimeNow() });
  const marked = (n: number, flags = 0): Promise<number> =>
    sendMarked(idOf(n), 'MAPISendMailW', 0, letter(n).message, flags);

  test('was done and sent: it is not sent again', async () => {
    await using drops = await office();
    expect(await marked(1)).toBe(SUCCESS_SUCCESS);
    await endOfSimpleSessions();
    expect(drops.subjects()).toEqual(['number 1']);
    drop(drops.folder, left(1));
    await drops.take();
    expect(drops.subjects()).toEqual(['number 1']);
    expect(readdirSync(drops.folder)).toEqual([]);
  });

  test('was done and waits to be sent: it is sent once', async () => {
    await using opened = await Office.open({}, { account: [prop(PR_SMTP_PORT, 1)] });
    expect(await marked(1)).toBe(SUCCESS_SUCCESS);
    await endOfSimpleSessions();
    const folder = join(opened.desk.folder, 'drop');
    mkdirSync(folder);
    drop(folder, left(1));
    const pickup = await DropPickup.begin(folder);
    await pickup.idle();
    await pickup.close();
    expect(await opened.lying('outbox', [PR_SUBJECT_W])).toEqual([['number 1']]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('goes on in the service that the host has lost: it is sent once', async () => {
    await using drops = await office();
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const content = (async function* () {
      await held;
      yield Buffer.from('figures');
    })();
    const message = { ...letter(1).message, lpFiles: [{ nPosition: -1, lpszPathName: 'C:\\figures.csv', content }] };
    const call = sendMarked(idOf(1), 'MAPISendMailW', 0, message, 0);
    drop(drops.folder, left(1));
    const pickup = await DropPickup.begin(drops.folder);
    goOn();
    expect(await call).toBe(SUCCESS_SUCCESS);
    await pickup.idle();
    await pickup.close();
    await endOfSimpleSessions();
    expect(drops.subjects()).toEqual(['number 1']);
    expect(readdirSync(drops.folder)).toEqual([]);
  });

  test('became a draft: there is one draft', async () => {
    await using drops = await office();
    expect(await marked(1, MAPI_DIALOG)).toBe(SUCCESS_SUCCESS);
    drop(drops.folder, { ...left(1), flFlags: MAPI_DIALOG });
    await drops.take();
    expect(await drops.opened.lying('drafts', [PR_SUBJECT_W])).toEqual([['number 1']]);
  });

  test('were documents, which are drafts: there is one of each call', async () => {
    await using drops = await office();
    const lpFiles = [{ nPosition: -1, lpszPathName: 'C:\\plan.txt', content: once(Buffer.from('plan')) }];
    expect(await sendMarked(idOf(1), 'MAPISendDocuments', 0, { lpFiles }, 0)).toBe(SUCCESS_SUCCESS);
    const files = [Buffer.from('plan')];
    const message = { lpFiles: [{ nPosition: -1, lpszPathName: 'C:\\plan.txt' }] };
    for (const n of [1, 2]) drop(drops.folder, { ...left(n), function: 7, message, files });
    await drops.take();
    expect(await drops.opened.lying('drafts', [PR_SUBJECT_W])).toEqual([['plan.txt'], ['plan.txt']]);
  });

  test('never got there, or failed: it is sent now', async () => {
    await using drops = await office();
    const failed = (async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('the host is gone');
    })();
    const message = {
      ...letter(1).message,
      lpFiles: [{ nPosition: -1, lpszPathName: 'C:\\half.csv', content: failed }],
    };
    const errors = await errorsOf(async () => {
      expect(await sendMarked(idOf(1), 'MAPISendMailW', 0, message, 0)).not.toBe(SUCCESS_SUCCESS);
    });
    expect(errors).toHaveLength(1);
    drop(drops.folder, left(1));
    await drops.take();
    expect(drops.subjects()).toEqual(['number 1']);
  });
});

const fileTimeNow = (): bigint => BigInt(Date.now()) * 10_000n + 116_444_736_000_000_000n;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
