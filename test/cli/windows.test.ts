import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RegExe } from '../../src/cli/windows/registry.js';
import { addWindows } from '../../src/cli/windows/verbs.js';
import { comail } from './run.js';

const CLIENTS = 'HKCU\\Software\\Clients\\Mail';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comail-windows-verbs-'));
  for (const bits of ['x86', 'x64']) {
    mkdirSync(join(folder, bits));
    writeFileSync(join(folder, bits, 'comail-mapi.dll'), '');
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('comail windows', () => {
  test('register makes comail the mail client of both views, unregister brings back the one before', async () => {
    const registry = new Registry();
    registry.values.set(`${CLIENTS}||64`, 'Other Mailer');
    expect(await registry.run(['register', '--user', '--folder', folder])).toMatch(
      /64-bit.*DLLPath = .*x64.*comail-mapi\.dll/,
    );
    expect(registry.values.get(`${CLIENTS}||64`)).toBe('comail');
    expect(registry.values.get(`${CLIENTS}||32`)).toBe('comail');
    expect(registry.values.get(`${CLIENTS}\\comail|DLLPath|32`)).toMatch(/x86.comail-mapi\.dll$/);
    // Once more changes nothing: the client before stays the one before.
    await registry.run(['register', '--user', '--folder', folder]);
    expect(await registry.run(['status'])).toMatch(
      /^64-bit programs: comail of this user, .*\n32-bit programs: comail of this user/,
    );
    await registry.run(['unregister', '--user']);
    expect([...registry.values]).toEqual([[`${CLIENTS}||64`, 'Other Mailer']]);
    expect(await registry.run(['status'])).toBe(
      '64-bit programs: Other Mailer of this user, without a DLL\n32-bit programs: no mail client\n',
    );
  });

  test('a client that somebody chose since stays', async () => {
    const registry = new Registry();
    await registry.run(['register', '--user', '--folder', folder]);
    registry.values.set(`${CLIENTS}||64`, 'Chosen');
    await registry.run(['unregister', '--user']);
    expect([...registry.values]).toEqual([[`${CLIENTS}||64`, 'Chosen']]);
  });

  test('says who may change the registry, and where the DLLs are missing', async () => {
    const registry = new Registry();
    registry.locked = true;
    expect(await registry.run(['register', '--folder', folder])).toMatch(/as administrator, or with --user/);
    await expect(registry.run(['register', '--folder', join(folder, 'nowhere')])).rejects.toThrow(/There is no/);
  });

  test('--print works anywhere; the rest needs a registry', async () => {
    const { code, out } = await comail(['windows', 'register', '--folder', 'C:\\comail', '--print']);
    expect(code).toBe(0);
    expect(out).toContain('"DLLPath"="C:\\\\comail\\\\x64\\\\comail-mapi.dll"');
    expect(out).toContain('"DLLPathEx"="C:\\\\comail\\\\x64\\\\comail-mapi.dll"');
    expect(out).toContain('[HKEY_LOCAL_MACHINE\\Software\\Clients\\Mail]\r\n@="comail"');
    expect((await comail(['windows', 'unregister', '--user', '--print'])).out).toContain(
      `would remove ${CLIENTS}\\comail`,
    );
    if (process.platform !== 'win32') {
      expect(await comail(['windows', 'status'])).toMatchObject({ code: 2, err: expect.stringMatching(/no registry/) });
    }
  });

  test('manifest writes one beside a program, over none', async () => {
    const program = join(folder, 'legacy.exe');
    expect(await comail(['windows', 'manifest', program])).toMatchObject({ code: 0 });
    expect(readFileSync(`${program}.manifest`, 'utf8')).toContain('clsid="{FD853CE6-7F86-11D0-8252-00C04FD85AB4}"');
    expect(await comail(['windows', 'manifest', program])).toMatchObject({ code: 2 });
    expect(await comail(['windows', 'manifest', 'readme.txt'])).toMatchObject({ code: 2 });
  });
});

/** What reg.exe does, with the registry in memory. */
class Registry {
  readonly values = new Map<string, string>();
  locked = false;

  readonly reg: RegExe = (args) => {
    const [verb = '', key = ''] = args;
    const view = args.at(-1)?.replace('/reg:', '') ?? '';
    const name = args.includes('/v') ? (args[args.indexOf('/v') + 1] ?? '') : '';
    const whole = !args.includes('/v') && !args.includes('/ve');
    const mine = (path: string): boolean => {
      const [of = '', , seen] = path.split('|');
      return seen === view && (of === key || of.startsWith(`${key}\\`));
    };
    const path = `${key}|${name}|${view}`;
    if (verb === 'query') {
      const found = whole ? [...this.values.keys()].some(mine) : this.values.has(path);
      return {
        code: found ? 0 : 1,
        output: whole ? '' : `\r\n    (Default)    REG_SZ    ${this.values.get(path)}\r\n`,
      };
    }
    if (this.locked) return { code: 1, output: 'ERROR: Access is denied.' };
    if (verb === 'add') this.values.set(path, args[args.indexOf('/d') + 1] ?? '');
    else if (whole) for (const each of [...this.values.keys()].filter(mine)) this.values.delete(each);
    else this.values.delete(path);
    return { code: 0, output: '' };
  };

  async run(argv: readonly string[]): Promise<string> {
    const written: string[] = [];
    const paper = new Writable({
      write(chunk, _encoding, done) {
        written.push(String(chunk));
        done();
      },
    });
    const program = new Command().exitOverride();
    addWindows(program, { stdin: process.stdin, stdout: paper, stderr: paper, env: {} }, () => {}, this.reg);
    await program.parseAsync(['windows', ...argv], { from: 'user' });
    return written.join('');
  }
}
