import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FailureReport } from '../../src/cli/mailbox/failure.js';
import type { BackupReport } from '../../src/cli/store-backup.js';
import type { CheckReport } from '../../src/cli/store-check.js';
import type { StoreReport } from '../../src/cli/store-create.js';
import { chooseDriver } from '../../src/providers/store/driver/index.js';
import { useLedger } from '../support/ledger.js';
import { deliver, newFolder, parsed, storeWith } from './mailbox.js';
import { comail } from './run.js';

useLedger();

/** Changes a store file behind the store's back. */
function tamper(path: string, sql: string): void {
  const db = chooseDriver().open(path, { readOnly: false });
  db.exec(sql);
  db.close();
}

const withMail = (): Promise<string> =>
  storeWith(async (inbox) => {
    await deliver(inbox, { subject: 'Figures' });
  });

describe('comail store create', () => {
  test('makes a store and says how to go on', async () => {
    const file = join(newFolder(), 'mail.store');
    const { code, out, err } = await comail(['store', 'create', file]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      `Created ${file}, a store of 10 folders and no messages.\nSee them with \`comail folder ls ${file}\`.\n`,
    );
    expect(await comail(['store', 'check', file])).toEqual({ code: 0, out: `${file} is sound.\n`, err: '' });
  });

  test('as JSON', async () => {
    const file = join(newFolder(), 'mail.store');
    const run = await comail(['store', 'create', file, '--json']);
    expect(run.code).toBe(0);
    expect(parsed<StoreReport>(run)).toMatchObject({ file, folders: 10, messages: 0, outgoing: 0, schema: 1 });
  });

  test('overwrites nothing', async () => {
    const file = await withMail();
    const { code, out, err } = await comail(['store', 'create', file]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(
      `comail: the store was not created. MAPI_E_COLLISION (0x80040604)\n  why   ${file} exists already\n  next  Choose another name, or move the file that is there out of the way.\n`,
    );
    expect(parsed<StoreReport>(await comail(['store', 'info', file, '--json'])).messages).toBe(1);
  });

  test('needs a directory to put it into', async () => {
    const run = await comail(['store', 'create', join(newFolder(), 'nowhere/mail.store'), '--json']);
    expect(run.code).toBe(1);
    expect(parsed<{ error: FailureReport }>(run).error).toMatchObject({ code: 'MAPI_E_NO_ACCESS' });
  });

  test('needs a name', async () => {
    expect(await comail(['store', 'create', ' '])).toMatchObject({ code: 2, out: '' });
    const run = await comail(['store', 'create', '', '--json']);
    expect({ code: run.code, err: run.err }).toEqual({ code: 2, err: '' });
    expect(parsed<{ error: FailureReport }>(run).error).toMatchObject({ code: null, number: null });
  });
});

describe('comail store info', () => {
  test('counts what is there', async () => {
    const file = await withMail();
    const { code, out } = await comail(['store', 'info', file]);
    expect(code).toBe(0);
    expect(out).toMatch(/^messages +1$/m);
    expect(out).toMatch(/^folders +10$/m);
    expect(out).toMatch(/^kept by +schema 1, SQLite 3\./m);
  });

  test('as JSON', async () => {
    const file = await withMail();
    const report = parsed<StoreReport>(await comail(['store', 'info', file, '--json']));
    expect(report).toMatchObject({ file, messages: 1, attachments: 0, bytes: statSync(file).size });
    expect(report.uid).toMatch(/^\{[0-9A-F-]{36}\}$/);
  });
});

describe('comail store check', () => {
  test('says what is wrong, object by object, and ends with 1', async () => {
    const file = await withMail();
    tamper(file, "UPDATE folder SET content_count = 7 WHERE name = 'Inbox'");
    const { code, out, err } = await comail(['store', 'check', file]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain(`${file}: 1 thing is not as it must be.\n`);
    expect(out).toMatch(/^A folder's content_count .*, but:\n {2}folder \d+: 7 instead of 1\n/m);
  });

  test('as JSON', async () => {
    const file = await withMail();
    expect(parsed<CheckReport>(await comail(['store', 'check', file, '--json']))).toEqual({
      file,
      sound: true,
      findings: [],
    });
    tamper(file, "UPDATE folder SET content_count = 7, unread = 0 WHERE name = 'Inbox'");
    const run = await comail(['store', 'check', file, '--json']);
    expect(run.code).toBe(1);
    const { sound, findings } = parsed<CheckReport>(run);
    expect(sound).toBe(false);
    expect(findings.map(({ detail }) => detail)).toEqual(['7 instead of 1', '0 instead of 1']);
  });

  test('finds damage that keeps the file from being opened', async () => {
    const file = join(newFolder(), 'mail.store');
    writeFileSync(file, 'This is a letter, not a store. '.repeat(200));
    const { code, out } = await comail(['store', 'check', file]);
    expect(code).toBe(1);
    expect(out).toMatch(/The file can be opened as a store, but:\n {2}file: .*SQLITE_NOTADB|not a database/);
  });

  test('finds damage within the file, and writes nothing', async () => {
    const file = await withMail();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096 * 5, 4096 * 9);
    writeFileSync(file, bytes);
    const run = await comail(['store', 'check', file, '--json']);
    expect(run.code).toBe(1);
    expect(parsed<CheckReport>(run).findings.length).toBeGreaterThan(0);
    expect(Buffer.compare(readFileSync(file), bytes)).toBe(0);
  });
});

describe('comail store backup', () => {
  test('copies a store, proves the copy, and overwrites nothing', async () => {
    const file = await withMail();
    const copy = `${file}.copy`;
    const first = await comail(['store', 'backup', file, copy, '--verify']);
    expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: '' });
    expect(first.out).toMatch(new RegExp(`^Copied ${file} to ${copy}, \\d+ KB, and it is sound\\.\n$`));
    expect((await comail(['message', 'ls', copy])).out).toContain('Figures');
    const again = await comail(['store', 'backup', file, copy]);
    expect(again.code).toBe(1);
    expect(again.err).toContain('a backup overwrites nothing');
  });

  test('as JSON', async () => {
    const file = await withMail();
    const copy = `${file}.copy`;
    const run = await comail(['store', 'backup', file, copy, '--json']);
    expect(parsed<BackupReport>(run)).toEqual({ file, copy, bytes: statSync(copy).size, sound: null });
  });

  test('a copy of a broken store is told with --verify', async () => {
    const file = await withMail();
    tamper(file, "UPDATE folder SET content_count = 7 WHERE name = 'Inbox'");
    const { code, err } = await comail(['store', 'backup', file, `${file}.copy`, '--verify']);
    expect(code).toBe(1);
    expect(err).toContain('the copy is not sound');
    expect(err).toContain('7 instead of 1');
  });

  test('needs a directory to put it into', async () => {
    const file = await withMail();
    const { code, err } = await comail(['store', 'backup', file, join(newFolder(), 'x/y.store')]);
    expect(code).toBe(2);
    expect(err).toContain('make it first');
  });

  test('shows a bar on a terminal', async () => {
    const file = await withMail();
    const { code, out } = await comail(['store', 'backup', file, `${file}.copy`, '--verify'], { terminal: 80 });
    expect(code).toBe(0);
    expect(out).toContain('and it is sound');
  });
});

describe('What is no store', () => {
  const verbs = (file: string): readonly (readonly string[])[] => [
    ['store', 'info', file],
    ['store', 'backup', file, `${file}.copy`],
    ['folder', 'ls', file],
    ['message', 'ls', file],
    ['message', 'show', file, '1'],
    ['message', 'rm', file, '1'],
    ['message', 'export', file, '1'],
  ];

  test.each(verbs('FILE').map((argv) => argv.slice(0, 2)))('%s %s: nothing there', async (...words) => {
    const file = join(newFolder(), 'mail.store');
    const argv = verbs(file).find((each) => each[0] === words[0] && each[1] === words[1]) ?? [];
    const { code, out, err } = await comail(argv);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^comail: .+\. MAPI_E_NOT_FOUND \(0x8004010F\)\n/);
    expect(err).toContain(`comail store create ${file}`);
    const told = await comail([...argv, '--json', ...(words[1] === 'export' ? ['-o', `${file}.json`] : [])]);
    expect(told.code).toBe(1);
    expect(parsed<{ error: FailureReport }>(told).error).toMatchObject({
      code: 'MAPI_E_NOT_FOUND',
      hresult: '0x8004010F',
      number: -2147221233,
      message: `there is no file ${file}`,
    });
    expect(existsSync(file)).toBe(false);
  });

  test.each(verbs('FILE').map((argv) => argv.slice(0, 2)))('%s %s: a file of something else', async (...words) => {
    const file = join(newFolder(), 'mail.store');
    const text = 'This is a letter, not a store. '.repeat(200);
    writeFileSync(file, text);
    const argv = verbs(file).find((each) => each[0] === words[0] && each[1] === words[1]) ?? [];
    const { code, out, err } = await comail(argv);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('MAPI_E_CORRUPT_STORE (0x80040600)');
    expect(err).toContain('comail store check');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test.each(verbs('FILE').map((argv) => argv.slice(0, 2)))('%s %s: made by a newer comail', async (...words) => {
    const file = await withMail();
    tamper(file, 'PRAGMA user_version = 99');
    const argv = verbs(file).find((each) => each[0] === words[0] && each[1] === words[1]) ?? [];
    const { code, err } = await comail(argv);
    expect(code).toBe(1);
    expect(err).toContain('MAPI_E_VERSION (0x80040110)');
    expect(err).toContain('has schema 99');
    expect(err).toContain('as new as the one that wrote the file');
  });

  test('a directory', async () => {
    const folder = join(newFolder(), 'mail.store');
    mkdirSync(folder);
    const { code, err } = await comail(['store', 'check', folder]);
    expect(code).toBe(2);
    expect(err).toContain('is a directory');
  });
});
