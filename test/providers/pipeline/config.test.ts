import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/providers/pipeline/route/config.js';
import { accountOptions } from '../../../src/wire/index.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comail-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (text: string): void => writeFileSync(join(folder, 'pipeline.json'), text);

/** What is said of a configuration, behind the name of its file. */
function complaint(config: unknown): string {
  write(JSON.stringify(config));
  try {
    readConfig(folder);
  } catch (error) {
    const { message } = error as Error;
    const path = `${join(folder, 'pipeline.json')}: `;
    expect(message.startsWith(path), message).toBe(true);
    return message.slice(path.length).replaceAll(folder, 'FOLDER');
  }
  throw new Error('nothing was wrong');
}

describe('pipeline.json', () => {
  test('may be missing, or say nothing: all is as usual', () => {
    const usual = readConfig(folder);
    expect(usual).toMatchObject({ smartHost: null, rules: [], keep: { milliseconds: 30 * 86_400_000 } });
    write('{}');
    expect(readConfig(folder)).toEqual(usual);
  });

  test('names servers as addresses, or with the options of an SMTP account', () => {
    writeFileSync(join(folder, 'relay.secret'), 'hunter2\n', { mode: 0o600 });
    const relay = {
      server: 'relay.example',
      user: 'us',
      secretFile: 'relay.secret',
      security: 'starttls',
      auth: 'plain',
    };
    write(
      JSON.stringify({
        smartHost: { ...relay, connections: 2, timeouts: { connect: 5 } },
        domains: {
          'A.example': 'smtp://[::1]:2525',
          'b.example': { server: 'B.example', security: 'tls' },
          'c.example': 'local',
        },
        keep: { days: 7 },
      }),
    );
    const { smartHost, hops, domains, keep } = readConfig(folder);
    expect(smartHost).toBe('smtp://us@relay.example:587');
    expect([...domains]).toEqual([
      ['a.example', 'smtp://[::1]:2525'],
      ['b.example', 'smtp://b.example:465'],
      ['c.example', 'local'],
    ]);
    expect(keep.milliseconds).toBe(7 * 86_400_000);
    const options = [...hops.values()].map(({ account }) => accountOptions(account));
    expect(options).toMatchObject([
      { host: '::1', port: 2525, starttls: 'when-offered', implicitTls: false },
      { host: 'B.example', port: 465, implicitTls: true, starttls: 'off' },
      {
        host: 'relay.example',
        port: 587,
        starttls: 'required',
        maxConnections: 2,
        credentials: { user: 'us', password: 'hunter2' },
        auth: { mechanism: 'PLAIN', allowCleartext: false },
      },
    ]);
    expect(hops.get(smartHost ?? '')?.timeouts).toEqual({ connect: 5 });
  });

  test('that is wrong is told with its file, the place in it, and what to write there', () => {
    expect(complaint([])).toBe('the file is []; write an object: { ... }');
    expect(complaint({ smarthost: 'x' })).toContain(
      'the file has the key "smarthost", which means nothing; it may have hostName,',
    );
    expect(complaint({ hostName: 'a b' })).toContain('hostName is "a b"; write the name of this host');
    expect(complaint({ smartHost: 'mail' })).toBe(
      'smartHost is "mail"; write "smtp://host:port", or an object with "server"',
    );
    expect(complaint({ smartHost: { port: 25 } })).toBe('smartHost.server is missing; write a text: "..."');
    expect(complaint({ domains: { 'a.example': 'smtp://a:70000' } })).toContain(
      'domains["a.example"] is "smtp://a:70000"',
    );
    expect(complaint({ domains: { 'a.example': { server: 'a', port: '25' } } })).toBe(
      'domains["a.example"].port is "25"; write a whole number from 1 to 65535',
    );
    expect(complaint({ smartHost: { server: 'a', security: 'maybe' } })).toBe(
      'smartHost.security is "maybe"; write "auto" or "starttls" or "tls" or "none"',
    );
    expect(complaint({ smartHost: { server: 'a', timeouts: { connect: 0 } } })).toContain(
      'smartHost.timeouts.connect is 0',
    );
    expect(
      complaint({ smartHost: 'smtp://a', domains: { 'b.example': { server: 'a', port: 25, security: 'tls' } } }),
    ).toContain('smartHost is smtp://a:25 again, with other options');
    expect(complaint({ keep: { days: -1 } })).toBe('keep.days is -1; write a whole number from 0 to 36500');
  });

  test('that is no JSON is told so', () => {
    write('{"smartHost":');
    expect(() => readConfig(folder)).toThrow(/pipeline\.json is no JSON: .*; mend it, or remove it/);
  });

  test('names rules by their number', () => {
    const rule = (one: unknown): string => complaint({ rules: [{ reject: 'no' }, one] });
    expect(rule({ when: { from: 'x' }, reject: 'no' })).toContain('rules[1].when has the key "from"');
    expect(rule({ when: {} })).toBe('rules[1] does nothing; give it one of reject, redirect, copy, addHeader');
    expect(rule({ copy: 'nobody' })).toBe('rules[1].copy is "nobody"; write an address: "ann@example.org"');
    expect(rule({ reject: 'no', redirect: 'a@b.example' })).toContain('rules[1] has both reject and redirect');
    expect(rule({ addHeader: { name: 'X', value: 'a\r\nBcc: b' } })).toContain('rules[1].addHeader is no field');
    expect(complaint({ rules: {} })).toBe('rules is {}; write an array: [ ... ]');
  });

  test('keeps secrets in files of their own, which nobody else may read', () => {
    const server = { server: 'a', user: 'us', secretFile: 'secret' };
    expect(complaint({ smartHost: { server: 'a', user: 'us' } })).toContain('there is no smartHost.secretFile');
    expect(complaint({ smartHost: { server: 'a', secretFile: 'secret' } })).toContain(
      'is of use with smartHost.user alone',
    );
    expect(complaint({ smartHost: server })).toBe(
      'smartHost.secretFile is FOLDER/secret, which is not there; make it, readable for you alone',
    );
    writeFileSync(join(folder, 'secret'), '\n', { mode: 0o600 });
    expect(complaint({ smartHost: server })).toContain('whose first line is empty');
    writeFileSync(join(folder, 'secret'), 'hunter2');
    if (process.platform === 'win32') return;
    chmodSync(join(folder, 'secret'), 0o644);
    const words = complaint({ smartHost: server });
    expect(words).toContain('which others may read; do `chmod 600` to it');
    expect(words).not.toContain('hunter2');
  });
});
