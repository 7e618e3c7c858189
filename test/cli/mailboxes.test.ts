import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Desk } from '../flows/desk.js';
import { useLedger } from '../support/ledger.js';
import { parsed } from './mailbox.js';
import { comail } from './run.js';

useLedger();

describe('comail mailbox and trace', () => {
  test('make mailboxes that write to each other, and tell what happened', async () => {
    await using _desk = await Desk.open({ profile: false });
    expect((await comail(['mailbox', 'create', 'ann@town.example', '--name', 'Ann'])).out).toContain(
      'Its profile is ann',
    );
    expect((await comail(['mailbox', 'create', 'bob@town.example', '--json'])).code).toBe(0);
    expect((await comail(['mailbox', 'ls'])).out).toBe('ann@town.example  Ann  ann\nbob@town.example  -  bob\n');
    const sent = await comail([
      'send',
      '--profile',
      'ann',
      '--to',
      'bob@town.example',
      '--subject',
      'Plan',
      '--text',
      'Now.',
    ]);
    expect(sent.code).toBe(0);
    const { submissions } = parsed<{ submissions: { id: string; subject: string }[] }>(
      await comail(['trace', '--json']),
    );
    expect(submissions.map(({ subject }) => subject)).toEqual(['Plan']);
    const trace = await comail(['trace', submissions[0]?.id ?? '']);
    expect(trace.out).toMatch(/ 3 {2}queued/);
    expect(trace.out).toMatch(/ 5 {2}routed +bob@town\.example {2}by local:bob@town\.example/);
    expect(trace.out).not.toMatch(/delivered/);
    expect((await comail(['trace', 'none'])).err).toContain('there is no submission none');
  });

  test('say who may send for whom, and refuse what makes no sense', async () => {
    await using _desk = await Desk.open({ profile: false });
    expect((await comail(['mailbox', 'create', 'ann'])).code).toBe(2);
    await comail(['mailbox', 'create', 'ann@town.example']);
    expect((await comail(['mailbox', 'create', 'ann@other.example'])).err).toContain('--profile');
    const granted = await comail(['mailbox', 'grant', 'ann@town.example', 'bob@town.example', '--on-behalf']);
    expect(granted.out).toBe('bob@town.example may now send on behalf of ann@town.example.\n');
    const opened = await comail(['mailbox', 'grant', 'ann@town.example', 'bob@town.example', '--full-access']);
    expect(opened.out).toBe('bob@town.example may now open ann@town.example.\n');
    const both = ['mailbox', 'grant', 'ann@town.example', 'bob@town.example', '--full-access', '--on-behalf'];
    expect((await comail(both)).code).toBe(2);
    expect((await comail(['mailbox', 'grant', 'zoe@town.example', 'bob@town.example'])).code).toBe(1);
  });

  test('bound a mailbox, tell its bounds, and take them back', async () => {
    await using _desk = await Desk.open({ profile: false });
    await comail(['mailbox', 'create', 'ann@town.example']);
    const set = await comail(['mailbox', 'quota', 'ann@town.example', '--send', '2MB', '--receive', '1GB']);
    expect(set.out).toBe('ann@town.example sends until it has 2048 KB and receives until it has 1048576 KB.\n');
    const taken = await comail(['mailbox', 'quota', 'ANN@town.example', '--send', 'none', '--json']);
    expect(parsed(taken)).toEqual({ mailbox: { address: 'ann@town.example', send: null, receive: 1_048_576 } });
    expect((await comail(['mailbox', 'quota', 'ann@town.example', '--send', 'much'])).code).toBe(2);
    expect((await comail(['mailbox', 'quota', 'zoe@town.example'])).err).toContain(
      'there is no mailbox zoe@town.example',
    );
  });

  test('remove a mailbox and its profile; one with mail only when it must be, and what waits for it comes back', async () => {
    await using _desk = await Desk.open({ profile: false });
    for (const name of ['ann', 'bob']) await comail(['mailbox', 'create', `${name}@town.example`]);
    const letter = ['--to', 'bob@town.example', '--subject', 'Plan', '--text', 'Now.'];
    expect((await comail(['send', '--profile', 'ann', ...letter])).code).toBe(0);
    const full = await comail(['mailbox', 'remove', 'ann@town.example', '--json']);
    expect(parsed(full)).toMatchObject({
      error: {
        code: 'MAPI_E_HAS_MESSAGES',
        message: 'the mailbox ann@town.example is not empty: messages 1, on their way to it 0',
      },
    });
    expect((await comail(['mailbox', 'remove', 'bob@town.example'])).err).toContain('messages 0, on their way to it 1');
    expect((await comail(['mailbox', 'ls'])).out).toContain('bob@town.example');
    const removed = await comail(['mailbox', 'rm', 'BOB@town.example', '--force', '--json']);
    expect(parsed(removed)).toMatchObject({
      removed: { address: 'bob@town.example', profile: 'bob', messages: 0, returned: 1 },
    });
    expect((await comail(['mailbox', 'ls'])).out).toBe('ann@town.example  -  ann\n');
    expect((await comail(['profile', 'list'])).out).not.toContain('bob');
    expect((await comail(['mailbox', 'remove', 'bob@town.example'])).err).toContain('there is no mailbox bob');
    await comail(['spool', '--profile', 'ann', '--once']);
    const { submissions } = parsed<{ submissions: { subject: string }[] }>(await comail(['trace', '--json']));
    expect(submissions.map(({ subject }) => subject).sort()).toEqual(['Plan', 'Undeliverable: Plan']);
  });

  test('an empty mailbox is removed without more ado; its file stays', async () => {
    await using desk = await Desk.open({ profile: false });
    const store = join(desk.folder, 'carl.store');
    await comail(['mailbox', 'create', 'carl@town.example', '--store', store]);
    await comail(['spool', '--profile', 'carl', '--once']);
    expect((await comail(['mailbox', 'remove', 'carl@town.example'])).out).toContain(
      `Removed the mailbox carl@town.example.\nIts messages stay in ${store}.`,
    );
    expect(existsSync(store)).toBe(true);
  });
});
