import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FolderExportReport } from '../../src/cli/folder-export.js';
import type { ImportedReport, NotImportedReport } from '../../src/cli/message-import.js';
import { useLedger } from '../support/ledger.js';
import { newFolder, storeWith } from './mailbox.js';
import { comail, type Ran } from './run.js';

useLedger();

interface Imported {
  readonly imported: readonly ImportedReport[];
  readonly failed: readonly NotImportedReport[];
}

const parsed = <T>({ out }: Ran): T => JSON.parse(out) as T;
const empty = (): Promise<string> => storeWith(async () => undefined);
const mail = (subject: string, ...fields: readonly string[]): string =>
  `${['From: Ann <ann@example.org>', 'To: bob@example.org', `Subject: ${subject}`, ...fields].join('\r\n')}\r\n\r\nHello\r\n`;
const listed = async (file: string, ...options: readonly string[]): Promise<unknown[]> =>
  parsed<{ messages: unknown[] }>(await comail(['message', 'ls', file, '--json', ...options])).messages;

describe('comail message import', () => {
  test('takes files, folders with theirs, and the standard input', async () => {
    const file = await empty();
    const folder = newFolder();
    mkdirSync(join(folder, 'deeper'));
    writeFileSync(join(folder, 'b.eml'), mail('second'));
    writeFileSync(join(folder, 'deeper', 'a.EML'), mail('third'));
    writeFileSync(join(folder, 'notes.txt'), 'not mail');
    writeFileSync(join(folder, 'one.mail'), mail('first'));
    const run = await comail(['message', 'import', file, join(folder, 'one.mail'), folder, '-', '--json'], {
      input: mail('fourth'),
    });
    expect(run.code).toBe(0);
    const { imported, failed } = parsed<Imported>(run);
    expect(failed).toEqual([]);
    expect(imported.map(({ subject }) => subject)).toEqual(['first', 'second', 'third', 'fourth']);
    expect(imported[0]).toMatchObject({ path: join(folder, 'one.mail'), class: 'IPM.Note' });
    expect(await listed(file, '--sort', 'subject')).toMatchObject([
      { subject: 'first', id: imported[0]?.id, unread: false, from: { name: 'Ann', address: 'ann@example.org' } },
      { subject: 'fourth' },
      { subject: 'second' },
      { subject: 'third' },
    ]);
  });

  test('puts it where it is told, and as unread where it is told', async () => {
    const file = await empty();
    const options = ['--folder', 'Drafts', '--unread'];
    const run = await comail(['message', 'import', file, '-', ...options], { input: mail('new') });
    expect(run.code).toBe(0);
    expect(run.out).toBe('Imported 1: new from -\n');
    expect(await listed(file, '--folder', 'Drafts')).toMatchObject([{ subject: 'new', unread: true }]);
    const lost = await comail(['message', 'import', file, '-', '--folder', 'Nowhere'], { input: mail('new') });
    expect(lost).toMatchObject({ code: 1, out: '' });
  });

  test('names what is no mail and takes the rest', async () => {
    const file = await empty();
    const folder = newFolder();
    writeFileSync(join(folder, 'a.eml'), 'nothing of the kind');
    writeFileSync(join(folder, 'b.eml'), mail('good'));
    const run = await comail(['message', 'import', file, folder, '--json']);
    expect(run.code).toBe(1);
    const { imported, failed } = parsed<Imported>(run);
    expect(imported.map(({ subject }) => subject)).toEqual(['good']);
    expect(failed).toMatchObject([{ path: join(folder, 'a.eml'), error: { code: 'MAPI_E_CORRUPT_DATA' } }]);
    const told = await comail(['message', 'import', file, join(folder, 'a.eml')]);
    expect(told).toMatchObject({ code: 1, out: 'No mail was put into Inbox.\n' });
    expect(told.err).toContain('a.eml: ');
  });

  test('says which path is not there, and imports nothing', async () => {
    const file = await empty();
    const { code, err } = await comail(['message', 'import', file, '-', '/not/there.eml'], { input: mail('x') });
    expect(code).toBe(1);
    expect(err).toContain('there is no file /not/there.eml');
    expect(await listed(file)).toEqual([]);
  });

  test('keeps the bytes where it is told, so that an export gives them back', async () => {
    const file = await empty();
    const bytes = mail(
      'as it came',
      'Message-ID: <odd@example.org>',
      'Date: Wed, 4 Mar 2026 06:07:08 +0100',
      'X-Odd:   spaced',
    );
    await comail(['message', 'import', file, '-', '--keep-bytes'], { input: bytes });
    expect((await comail(['message', 'export', file, '1'])).out).toBe(bytes);
  });
});

describe('comail folder export', () => {
  test('writes every message of a folder, which an import reads back', async () => {
    const [file, other] = [await empty(), await empty()];
    for (const subject of ['one', 'two', 'three'])
      await comail(['message', 'import', file, '-'], { input: mail(subject, `Message-ID: <${subject}@example.org>`) });
    const output = join(newFolder(), 'deep', 'inbox');
    const report = parsed<FolderExportReport>(await comail(['folder', 'export', file, output, '--json']));
    expect(report).toMatchObject({ folder: 'Inbox', output });
    expect(report.messages.map(({ id }) => id).sort()).toEqual([1, 2, 3]);
    expect(readdirSync(output).sort()).toEqual(['1.eml', '2.eml', '3.eml']);
    expect(readFileSync(join(output, '2.eml'), 'latin1')).toContain('Subject: two\r\n');
    await comail(['message', 'import', other, output]);
    expect(await listed(other, '--sort', 'subject')).toMatchObject([
      { subject: 'one' },
      { subject: 'three' },
      { subject: 'two' },
    ]);
  });

  test('overwrites nothing unless told', async () => {
    const file = await empty();
    await comail(['message', 'import', file, '-'], { input: mail('one') });
    const output = newFolder();
    const first = await comail(['folder', 'export', file, output]);
    expect(first.out).toMatch(/^Wrote 1 message of Inbox to .*, .*\.\n$/);
    const again = await comail(['folder', 'export', file, output]);
    expect(again.code).toBe(1);
    expect(again.err).toContain('exists already');
    expect((await comail(['folder', 'export', file, output, '--force'])).code).toBe(0);
    expect((await comail(['folder', 'export', file, join(output, '1.eml')])).code).toBe(2);
  });
});
