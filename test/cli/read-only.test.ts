import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { deliver, storeWith } from './mailbox.js';
import { comail, type Ran } from './run.js';

useLedger();

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const isRoot = process.getuid?.() === 0;

/** Runs the program as somebody who owns nothing: root may write whatever the file says. */
async function asNobody(argv: readonly string[]): Promise<Ran> {
  if (!isRoot) return await comail(argv);
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...argv], {
    uid: 65_534,
    gid: 65_534,
    encoding: 'utf8',
  });
  return { code: status ?? -1, out: stdout, err: stderr };
}

// Without a build, or where nobody may look into this directory, there is nothing to be seen.
const possible = !isRoot || spawnSync(process.execPath, [main, '--version'], { uid: 65_534, gid: 65_534 }).status === 0;

describe.runIf(possible)('A store that may only be read', () => {
  const readOnly = async (mode: number): Promise<string> => {
    const file = await storeWith(async (inbox) => {
      await deliver(inbox, { subject: 'Figures' });
    });
    chmodSync(file, 0o444);
    chmodSync(dirname(file), mode);
    return file;
  };

  test('is listed and shown', async () => {
    const file = await readOnly(0o777);
    expect((await asNobody(['message', 'ls', file])).out).toContain('Figures');
    expect((await asNobody(['message', 'show', file, '1'])).out).toContain('Ann Archer');
    expect(await asNobody(['store', 'check', file])).toMatchObject({ code: 0, err: '' });
  });

  test('is not changed', async () => {
    const file = await readOnly(0o777);
    const before = readFileSync(file);
    const { code, out, err } = await asNobody(['message', 'rm', file, '1']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('the messages were not removed. MAPI_E_NO_ACCESS (0x80070005)');
    expect(err).toContain('you may read and write the file and its folder');
    expect(Buffer.compare(readFileSync(file), before)).toBe(0);
  });

  test('in a directory that may only be read: says that SQLite needs it', async () => {
    const file = await readOnly(0o555);
    const { code, err } = await asNobody(['message', 'ls', file]);
    expect(code).toBe(1);
    expect(err).toContain('MAPI_E_NO_ACCESS');
    expect(err).toContain('SQLite keeps its log beside the file, even for reading');
  });
});
