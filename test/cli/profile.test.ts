import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProfileReport } from '../../src/cli/mail/profiles.js';
import { Desk } from '../flows/desk.js';
import { useLedger } from '../support/ledger.js';
import { parsed } from './mailbox.js';
import { comail } from './run.js';

useLedger();

describe('comail profile create, list, show and delete', () => {
  test('make a profile with a store, the first one the default, and forget it again; the messages stay', async () => {
    await using desk = await Desk.open({ profile: false });
    const made = await comail(['profile', 'create', 'Work']);
    expect(made.code).toBe(0);
    expect(made.out).toContain('Made the profile Work, the default one.');
    expect(made.out).toContain('comail account add smtp --profile "Work"');
    const store = join(desk.folder, 'Work.store');
    expect(existsSync(store)).toBe(true);
    const other = join(desk.folder, 'elsewhere', 'private.store');
    expect((await comail(['profile', 'create', 'At Home', '--store', other, '--json'])).code).toBe(0);
    const listed = parsed<{ profiles: ProfileReport[] }>(await comail(['profile', 'list', '--json']));
    expect(listed.profiles).toEqual([
      { name: 'Work', default: true, stores: [store], accounts: [], mailboxes: [], others: [] },
      { name: 'At Home', default: false, stores: [other], accounts: [], mailboxes: [], others: [] },
    ]);
    expect((await comail(['profile', 'ls'])).out).toBe('* Work     sends nothing yet\n  At Home  sends nothing yet\n');
    const deleted = await comail(['profile', 'delete', 'Work']);
    expect(deleted.out).toBe(`Deleted the profile Work.\nIts messages stay in ${store}.\n`);
    expect(existsSync(store)).toBe(true);
    expect((await comail(['profile', 'show'])).err).toContain('Name one with --profile');
  });

  test('default tells which is the default one, makes another one it, or none', async () => {
    await using _desk = await Desk.open({ profile: false });
    expect((await comail(['profile', 'default'])).err).toContain('comail profile create NAME');
    for (const name of ['Work', 'At Home']) await comail(['profile', 'create', name]);
    expect((await comail(['profile', 'default'])).out).toBe('Work\n');
    expect((await comail(['profile', 'default', 'At Home'])).out).toBe('At Home is the default profile now.\n');
    const shown = parsed<{ profile: ProfileReport }>(await comail(['profile', 'default', '--json']));
    expect(shown.profile).toMatchObject({ name: 'At Home', default: true });
    expect((await comail(['profile', 'ls'])).out).toBe('  Work     sends nothing yet\n* At Home  sends nothing yet\n');
    const wrong = await comail(['profile', 'default', 'Play']);
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('MAPI_E_NOT_FOUND')]);
    expect((await comail(['profile', 'default'])).out).toBe('At Home\n');
    expect((await comail(['profile', 'default', 'Work', '--none'])).code).toBe(2);
    expect((await comail(['profile', 'default', '--none', '--json'])).out).toBe('{"profile":null}\n');
    expect((await comail(['profile', 'default'])).err).toContain('comail profile default NAME');
  });

  test('tell what is wrong and what to do next', async () => {
    await using _desk = await Desk.open({ profile: false });
    expect((await comail(['profile', 'list'])).out).toContain('comail profile create NAME');
    const none = await comail(['profile', 'show']);
    expect(none.code).toBe(1);
    expect(none.err).toContain('MAPI_E_LOGON_FAILED');
    expect(none.err).toContain('Make one with `comail profile create NAME`');
    expect((await comail(['profile', 'create', 'a/b'])).err).toContain('MAPI_E_INVALID_PARAMETER');
    await comail(['profile', 'create', 'Work']);
    const twice = await comail(['profile', 'create', 'Work']);
    expect(twice.code).toBe(1);
    expect(twice.err).toContain('Choose another name');
    const gone = parsed<{ error: { code: string; advice: string } }>(
      await comail(['profile', 'delete', 'Play', '--json']),
    );
    expect(gone.error).toMatchObject({ code: 'MAPI_E_NOT_FOUND', advice: expect.stringContaining('profile list') });
    const inTheWay = await comail(['profile', 'create', 'Bad', '--store', '/dev/null/x.store']);
    expect(inTheWay.code).toBe(1);
    expect((await comail(['profile', 'show', 'Bad'])).code).toBe(1);
  });
});

describe('comail account add smtp', () => {
  const basics = ['account', 'add', 'smtp', '--server', 'mail.example.org:2525', '--from', 'ann@example.org'];

  test('adds an account; its password is kept apart and printed nowhere', async () => {
    await using desk = await Desk.open({ profile: false });
    await comail(['profile', 'create', 'Work']);
    const added = await comail([...basics, '--user', 'ann', '--name', 'Ann Archer', '--security', 'starttls'], {
      env: { COMAIL_PASSWORD: 'correct horse' },
    });
    expect(added.code).toBe(0);
    expect(added.out).toContain('The profile Work sends as ann@example.org through mail.example.org:2525.');
    const { profile } = parsed<{ profile: ProfileReport }>(await comail(['profile', 'show', '--json']));
    expect(profile.accounts).toEqual([
      {
        kind: 'smtp',
        server: 'mail.example.org',
        port: 2525,
        security: 'starttls',
        user: 'ann',
        secret: 'password',
        address: 'ann@example.org',
        name: 'Ann Archer',
        mechanism: null,
        connections: null,
        certificates: null,
      },
    ]);
    const shown = await comail(['profile', 'show', 'Work']);
    expect(shown.out).toContain(
      'Ann Archer <ann@example.org> through mail.example.org:2525 (security starttls) as ann, with a password',
    );
    const files = ['profiles.json', 'secrets.json'].map((name) => join(desk.folder, name));
    expect(readFileSync(files[0] as string, 'utf8')).not.toContain('correct horse');
    expect(statSync(files[1] as string).mode & 0o777).toBe(0o600);
  });

  test('takes the password from the standard input', async () => {
    await using _desk = await Desk.open({ profile: false });
    await comail(['profile', 'create', 'Work']);
    const argv = [...basics, '--user', 'ann', '--password-stdin', '--token', '--json'];
    const added = parsed<{ account: { secret: string } }>(await comail(argv, { input: 'ya29.token\n' }));
    expect(added.account.secret).toBe('token');
  });

  test('refuses what makes no account, and leaves nothing behind', async () => {
    await using _desk = await Desk.open({ profile: false });
    expect((await comail(basics)).err).toContain('comail profile create NAME');
    await comail(['profile', 'create', 'Work']);
    const wrong = [
      [[...basics, '--user', 'ann'], '--user ann needs a password'],
      [[...basics, '--port', '25'], 'give one of them'],
      [[...basics, '--token'], 'say who with --user'],
      [[...basics, '--connections', '0'], 'from 1 to 100'],
      [[...basics, '--ca', 'none.pem'], 'there is no such file'],
      [['account', 'add', 'smtp', '-s', 'a b', '-f', 'ann@example.org'], 'is no server'],
      [['account', 'add', 'smtp', '-s', 'localhost', '-f', 'ann'], 'is no address'],
    ] as const;
    for (const [argv, words] of wrong) {
      const { code, err } = await comail(argv);
      expect(code).toBe(2);
      expect(err).toContain(words);
    }
    expect((await comail([...basics, '--password', 'x'])).code).toBe(2);
    const { profile } = parsed<{ profile: ProfileReport }>(await comail(['profile', 'show', '--json']));
    expect(profile.accounts).toEqual([]);
  });
});

describe('comail account change and remove', () => {
  const add = ['account', 'add', 'smtp', '--server', 'mail.example.org:2525', '--from', 'ann@example.org'];

  test('change what is named and nothing else; remove forgets the account and its password', async () => {
    await using desk = await Desk.open({ profile: false });
    await comail(['profile', 'create', 'Work']);
    await comail([...add, '--user', 'ann'], { env: { COMAIL_PASSWORD: 'correct horse' } });
    await comail(['account', 'add', 'smtp', '--server', 'other.example.org', '--from', 'bob@example.org']);
    const changed = await comail([
      'account',
      'change',
      'Ann@example.org',
      '--name',
      'Ann',
      '--security',
      'tls',
      '--json',
    ]);
    expect(parsed(changed)).toEqual({
      profile: 'Work',
      account: {
        kind: 'smtp',
        server: 'mail.example.org',
        port: 2525,
        security: 'tls',
        user: 'ann',
        secret: 'password',
        address: 'ann@example.org',
        name: 'Ann',
        mechanism: null,
        connections: null,
        certificates: null,
      },
    });
    const moved = await comail([
      'account',
      'change',
      'ann@example.org',
      '-f',
      'archer@example.org',
      '-s',
      'new.example.org',
    ]);
    expect(moved.out).toBe('The profile Work sends as archer@example.org through new.example.org:2525 now.\n');
    const removed = await comail(['account', 'remove', 'archer@example.org']);
    expect(removed).toMatchObject({ code: 0, out: 'The profile Work does not send as archer@example.org any more.\n' });
    const { profile } = parsed<{ profile: ProfileReport }>(await comail(['profile', 'show', '--json']));
    expect(profile.accounts.map(({ address }) => address)).toEqual(['bob@example.org']);
    expect(readFileSync(join(desk.folder, 'secrets.json'), 'utf8')).not.toContain('correct horse');
  });

  test('refuse an account that is not there, and a change of nothing', async () => {
    await using _desk = await Desk.open({ profile: false });
    await comail(['profile', 'create', 'Work']);
    await comail(add);
    for (const verb of [
      ['change', 'zoe@example.org', '--name', 'Zoe'],
      ['remove', 'zoe@example.org'],
    ]) {
      const { code, err } = await comail(['account', ...verb]);
      expect(code).toBe(1);
      expect(err).toContain('no account sends as zoe@example.org');
      expect(err).toContain('comail account list');
    }
    expect(await comail(['account', 'change', 'ann@example.org'])).toMatchObject({ code: 2 });
    const wrong = await comail(['account', 'change', 'ann@example.org', '--port', '0']);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('from 1 to 65535') });
    const twice = parsed<{ account: { port: number } }>(
      await comail(['account', 'change', 'ann@example.org', '--port', '26', '--json']),
    );
    expect(twice.account.port).toBe(26);
  });

  test('clear what is taken back with --no-...: then it is as if it had never been said', async () => {
    await using desk = await Desk.open({ profile: false });
    await comail(['profile', 'create', 'Work']);
    const secret = { env: { COMAIL_PASSWORD: 'correct horse' } };
    await comail(
      [...add, '--user', 'ann', '--token', '--auth', 'xoauth2', '--name', 'Ann', '--connections', '2'],
      secret,
    );
    const cleared = ['--no-user', '--no-name', '--no-port', '--no-connections', '--no-ca'];
    const { account } = parsed<{ account: unknown }>(
      await comail(['account', 'change', 'ann@example.org', ...cleared, '--json']),
    );
    expect(account).toEqual({
      kind: 'smtp',
      server: 'mail.example.org',
      port: null,
      security: 'auto',
      user: null,
      secret: null,
      address: 'ann@example.org',
      name: null,
      mechanism: null,
      connections: null,
      certificates: null,
    });
    expect(readFileSync(join(desk.folder, 'secrets.json'), 'utf8')).not.toContain('correct horse');
    const both = await comail(['account', 'change', 'ann@example.org', '--no-user', '--token']);
    expect(both).toMatchObject({ code: 2, err: expect.stringContaining('--no-user says that nobody does') });
    // A password that takes a token's place is one.
    await comail(['account', 'change', 'ann@example.org', '--user', 'ann', '--token'], secret);
    const again = await comail(['account', 'change', 'ann@example.org', '--user', 'ann', '--json'], secret);
    expect(parsed<{ account: { secret: string } }>(again).account.secret).toBe('password');
  });

  test('list what a profile sends through', async () => {
    await using _desk = await Desk.open({ profile: false });
    await comail(['profile', 'create', 'Work']);
    expect((await comail(['account', 'list'])).out).toContain('comail account add smtp --help');
    await comail([...add, '--connections', '2']);
    expect((await comail(['account', 'ls'])).out).toBe(
      'ann@example.org through mail.example.org:2525 (security auto) without logging on, at most 2 connections\n',
    );
    const listed = parsed<{ profile: string; accounts: { address: string }[] }>(
      await comail(['account', 'list', '--json']),
    );
    expect([listed.profile, listed.accounts.map(({ address }) => address)]).toEqual(['Work', ['ann@example.org']]);
    expect(await comail(['account', 'list', '--profile', 'Play'])).toMatchObject({ code: 1 });
  });

  test('have one account for an address, so that everybody can tell which is meant', async () => {
    await using _desk = await Desk.open({ profile: false });
    await comail(['profile', 'create', 'Work']);
    await comail(add);
    await comail(['account', 'add', 'smtp', '-s', 'other.example.org', '-f', 'bob@example.org']);
    const twice = await comail([...add.slice(0, -1), 'Ann@Example.org']);
    expect(twice).toMatchObject({ code: 1, err: expect.stringContaining('MAPI_E_COLLISION') });
    expect(twice.err).toContain('comail account change');
    const moved = await comail(['account', 'change', 'bob@example.org', '--from', 'ann@example.org']);
    expect(moved).toMatchObject({ code: 1, err: expect.stringContaining('MAPI_E_COLLISION') });
  });
});
