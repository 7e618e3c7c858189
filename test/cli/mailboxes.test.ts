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
});
