import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { MailServer } from '../client/mail-server.js';
import { type Compiled, compiled } from '../support/compiled.js';
import { bitnesses, built, missing, run, windowsPath } from './support/run.js';
import { windowsNode } from './support/windowsnode.js';

const top = fileURLToPath(new URL('../..', import.meta.url));
const found = missing === null ? windowsNode() : { missing };
const lacking = 'missing' in found ? found.missing : null;
if (missing === null && lacking !== null) console.log(`skipped: the addon in a Node of Windows: ${lacking}`);

describe.skipIf(lacking !== null)('the addon, built for Windows by mingw-w64, in a Node of Windows', () => {
  let rooms: Compiled;

  beforeAll(async () => {
    if ('missing' in found) return;
    const words = ['-C', join(top, 'native'), `-j${availableParallelism()}`, 'addon', `HEADERS=${found.headers}`];
    const { status, stderr } = spawnSync('make', [...words, `OUT=${inject('windows').built}`], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    rooms = compiled(['base', 'com', 'wire', 'imnxport', 'mapi', 'native']);
    // The Windows that Wine shows by itself is too old for Node.
    const { code } = await run('reg', ['add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f']);
    expect(code).toBe(0);
  });
  afterAll(() => rooms?.remove());

  test.each(bitnesses)('calls native objects, and is called by native programs, %s', async (bits) => {
    if ('missing' in found) return;
    await using server = await MailServer.start();
    const program = windowsPath(join(top, 'test/windows/programs/addon-check.mjs'));
    const { code, lines } = await run(found.node[bits], [program, windowsPath(rooms.folder), String(server.port)], {
      COMAIL_ADDON: windowsPath(built(bits, 'comail.node')),
    });
    expect(lines).toEqual([
      bits === 'x64' ? 'win32 x64, pointers of 8 bytes' : 'win32 ia32, pointers of 4 bytes',
      'a native stream: hello, refuses true, 13 bytes',
      'a stream of ours, on a thread: 0 over there',
      // On the thread of JavaScript a prompt, which has to be waited for, is answered by another one.
      'a mail program: true 0 250 taken, 1 prompts elsewhere',
      'a mail program: true 0 250 taken, 0 prompts elsewhere',
      'nothing is left',
    ]);
    expect(code).toBe(0);
    expect(server.got.map(({ to }) => to)).toEqual([['somebody@example.net'], ['somebody@example.net']]);
  });
});
