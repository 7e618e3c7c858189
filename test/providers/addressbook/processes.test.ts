import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok, S_OK } from '../../../src/com/index.js';
import {
  type EntryId,
  FORCE_SAVE,
  type IABContainer,
  type IAddrBook,
  IMailUser,
  KEEP_OPEN_READWRITE,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_OBJECT_DELETED,
  MAPI_MODIFY,
  MAPI_NO_MAIL,
  PR_COMMENT_W,
  prop,
} from '../../../src/mapi/index.js';
import type { PostOffice } from '../../subsystem/spooler/post-office.js';
import { type Compiled, compiled } from '../../support/compiled.js';
import { useLedger } from '../../support/ledger.js';
import { addUser, namesIn, officeWithBooks, withPab } from './pab.js';

/** A second process: it logs on to the same profile, and does what its standard input says, a line for a line. */
const program = `
import { createInterface } from 'node:readline';
const [folder] = process.argv.slice(2);
const { ok } = await import(folder + '/com/index.js');
const mapi = await import(folder + '/mapi/index.js');
const { MAPIInitialize, MAPILogonEx, registerMessageService } = await import(folder + '/subsystem/index.js');
const { addressBookMessageService } = await import(folder + '/providers/addressbook/index.js');
const { prop, MAPI_MODIFY } = mapi;
registerMessageService(addressBookMessageService);
MAPIInitialize(null);
const session = await ok(MAPILogonEx(0, 'Work', null, mapi.MAPI_EXTENDED | mapi.MAPI_NEW_SESSION | mapi.MAPI_NO_MAIL));
const book = await ok(session.OpenAddressBook(0, null, 0));
const pab = (await ok(book.OpenEntry(await ok(book.GetPAB()), mapi.IABContainer, MAPI_MODIFY))).lppUnk;
const steps = {
  async add(name) {
    const tag = mapi.PR_DEF_CREATE_MAILUSER;
    const user = await ok(pab.CreateEntry((await ok(pab.GetProps([tag], 0))).get(tag), 0));
    await ok(user.SetProps([prop(mapi.PR_DISPLAY_NAME_W, name), prop(mapi.PR_EMAIL_ADDRESS_W, name + '@x.test')]));
    const hr = await user.SaveChanges(0);
    user.Release();
    return hr;
  },
  async list() {
    const table = await ok(pab.GetContentsTable(mapi.MAPI_UNICODE));
    const rows = await ok(table.QueryRows(100, 0));
    table.Release();
    return rows.map((row) => row.get(mapi.PR_DISPLAY_NAME_W));
  },
  async comment(id, text) {
    const { lppUnk: user } = await ok(book.OpenEntry(new Uint8Array(Buffer.from(id, 'hex')), null, MAPI_MODIFY));
    await ok(user.SetProps([prop(mapi.PR_COMMENT_W, text)]));
    const hr = await user.SaveChanges(0);
    user.Release();
    return hr;
  },
  async read(id) {
    const { lppUnk: user } = await ok(book.OpenEntry(new Uint8Array(Buffer.from(id, 'hex')), null, 0));
    const row = await ok(user.GetProps([mapi.PR_COMMENT_W], 0));
    user.Release();
    return row.get(mapi.PR_COMMENT_W);
  },
  drop: (id) => pab.DeleteEntries([new Uint8Array(Buffer.from(id, 'hex'))], 0),
};
const say = (answer) => process.stdout.write(JSON.stringify(answer) + '\\n');
say('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [what, ...args] = JSON.parse(line);
  say(await steps[what](...args));
}
for (const each of [pab, book]) each.Release();
await ok(session.Logoff(0, 0, 0));
session.Release();
`;

describe('a personal address book that two processes have open', () => {
  let office: PostOffice;
  let rooms: Compiled;
  let child: ChildProcess;
  let answers: AsyncIterator<string>;
  const told = async (): Promise<unknown> => JSON.parse((await answers.next()).value as string);
  const ask = (...line: readonly string[]): Promise<unknown> => {
    child.stdin?.write(`${JSON.stringify(line)}\n`);
    return told();
  };
  beforeAll(async () => {
    office = await officeWithBooks([], 'book.json');
    rooms = compiled(['base', 'com', 'mapi', 'subsystem', 'providers/addressbook']);
    const path = join(rooms.folder, 'program.mjs');
    writeFileSync(path, program);
    child = spawn(process.execPath, [path, rooms.folder], {
      env: { ...process.env, COMAIL_HOME: office.folder },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    answers = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
    expect(await told()).toBe('ready');
  }, 60_000);
  afterAll(async () => {
    const over = once(child, 'exit');
    child.stdin?.end();
    expect((await over)[0]).toBe(0);
    rooms.remove();
    office.close();
  });
  useLedger();
  const inPab = (step: (pab: IABContainer, book: IAddrBook) => Promise<void>): Promise<void> =>
    office.session((session) => withPab(session, step), MAPI_NO_MAIL);
  const hex = (entryId: EntryId): string => Buffer.from(entryId).toString('hex');

  test('both see what either of them adds, also when they add at once', () =>
    inPab(async (pab) => {
      await addUser(pab, 'Ann', 'ann@x.test');
      expect(await ask('list')).toEqual(['Ann']);
      expect(await ask('add', 'Bob')).toBe(S_OK);
      expect(await namesIn(pab)).toEqual(['Ann', 'Bob']);
      const theirs = Array.from({ length: 8 }, (_, at) => `their ${at}`);
      const mine = Array.from({ length: 8 }, (_, at) => `mine ${at}`);
      for (const name of theirs) child.stdin?.write(`${JSON.stringify(['add', name])}\n`);
      for (const name of mine) await addUser(pab, name, 'me@x.test');
      for (const _ of theirs) expect(await told()).toBe(S_OK);
      const all = ['Ann', 'Bob', ...mine, ...theirs];
      expect(await namesIn(pab)).toEqual(all);
      expect(await ask('list')).toEqual(all);
    }));

  test('who saves second is MAPI_E_OBJECT_CHANGED, who saves what was deleted MAPI_E_OBJECT_DELETED', () =>
    inPab(async (pab, book) => {
      const eve = await addUser(pab, 'Eve', 'eve@x.test');
      using user = (await ok(book.OpenEntry(eve, IMailUser, MAPI_MODIFY))).lppUnk;
      expect(await ask('comment', hex(eve), 'theirs')).toBe(S_OK);
      await ok(user.SetProps([prop(PR_COMMENT_W, 'mine')]));
      expect(await user.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_OBJECT_CHANGED);
      expect(await ask('read', hex(eve))).toBe('theirs');
      expect(await user.SaveChanges(KEEP_OPEN_READWRITE | FORCE_SAVE)).toBe(S_OK);
      expect(await ask('read', hex(eve))).toBe('mine');
      // And the other way round.
      using late = (await ok(book.OpenEntry(eve, IMailUser, MAPI_MODIFY))).lppUnk;
      expect(await ask('drop', hex(eve))).toBe(S_OK);
      await ok(late.SetProps([prop(PR_COMMENT_W, 'too late')]));
      expect(await late.SaveChanges(0)).toBe(MAPI_E_OBJECT_DELETED);
      expect((await book.OpenEntry(eve, null, 0))[0]).toBe(MAPI_E_NOT_FOUND);
      expect(await namesIn(pab)).not.toContain('Eve');
    }));
});
