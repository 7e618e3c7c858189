import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { QueuedReport } from '../../src/cli/mail/queue.js';
import type { CancelledReport } from '../../src/cli/outbox-cancel.js';
import type { RetryReport } from '../../src/cli/outbox-retry.js';
import type { SentReport } from '../../src/cli/send.js';
import { logon } from '../../src/client/index.js';
import { Desk } from '../flows/desk.js';
import { useLedger } from '../support/ledger.js';
import { parsed } from './mailbox.js';
import { comail } from './run.js';

useLedger();

const work = ['--profile', 'Work'];

async function subjectsIn(folder: 'drafts' | 'sentItems'): Promise<string[]> {
  await using session = await logon({ profile: 'Work', mail: false });
  const subjects: string[] = [];
  for await (const { subject } of session[folder].messages()) subjects.push(subject);
  return subjects;
}

describe('comail send', () => {
  test('submits a message through the Outbox and waits until it was sent', async () => {
    await using desk = await Desk.open();
    const figures = join(desk.folder, 'figures.csv');
    writeFileSync(figures, 'month,messages\n');
    const argv = ['send', ...work, '-t', 'Bob <bob@example.org>', '--bcc', 'carol@example.org', '--subject', 'Figures'];
    const sent = await comail([...argv, '--text', '-', '--html', '<b>Hi</b>', '-a', figures, '--trace'], {
      input: 'Hi',
    });
    expect(sent).toMatchObject({ code: 0, out: 'Sent.\n' });
    expect(sent.err).toContain('SMTP transport sends it to bob@example.org, carol@example.org');
    expect(desk.server.got).toMatchObject([{ from: 'me@example.com', to: ['bob@example.org', 'carol@example.org'] }]);
    expect(desk.server.got[0]?.text).toContain('filename=figures.csv');
    expect(await subjectsIn('sentItems')).toEqual(['Figures']);
  });

  test('shows with --trace what becomes of this message, and of no other that waits', async () => {
    await using _desk = await Desk.open();
    await comail(['send', ...work, '-t', 'carol@example.org', '--subject', 'Earlier', '--text', 'x', '--no-wait']);
    const sent = await comail(['send', ...work, '-t', 'bob@example.org', '--text', 'x', '--trace']);
    expect(sent.err).toContain('SMTP transport sends it to bob@example.org');
    expect(sent.err).not.toContain('carol@example.org');
  });

  test('tells who does not get it', async () => {
    await using _desk = await Desk.open();
    const argv = ['send', ...work, '-t', 'nobody@example.org, ann@example.org', '--text', 'Hello'];
    const told = await comail(argv);
    expect(told.code).toBe(1);
    expect(told.err).toContain('nobody@example.org: 550');
    const report = parsed<SentReport>(await comail([...argv, '--json']));
    expect(report).toMatchObject({ state: 'sent', undelivered: [{ address: 'nobody@example.org' }], until: null });
  });

  test('says that it waits in the Outbox, and why', async () => {
    await using _desk = await Desk.open();
    const told = await comail(['send', ...work, '-t', 'later@example.org', '--subject', 'Slowly', '--text', 'Hello']);
    expect(told.code).toBe(0);
    expect(told.err).toContain('It waits in the Outbox.');
    expect(told.err).toContain('450');
    expect(told.err).toContain('comail outbox retry');
  });

  test('refuses what cannot be sent before anything is made', async () => {
    await using _desk = await Desk.open();
    await comail(['profile', 'create', 'Empty']);
    const wrong = [
      [['send', ...work, '--text', 'Hello'], 2, 'name somebody with --to'],
      [['send', ...work, '-t', 'a@b.c', '-a', 'none.txt'], 2, 'cannot be read'],
      [['send', ...work, '-t', 'a@b.c', '--text', '-', '--html', '-'], 2, 'cannot both'],
      [['send', ...work, '-t', 'a@b.c', '--importance', 'very'], 2, 'low, normal or high'],
      [['send', ...work, '-t', 'Bob'], 1, 'Write the address'],
      [['send', '-p', 'Play', '-t', 'a@b.c'], 1, 'comail profile list'],
      [['send', '-p', 'Empty', '-t', 'a@b.c'], 1, 'comail account add smtp --profile "Empty"'],
    ] as const;
    for (const [argv, code, words] of wrong) {
      const told = await comail(argv);
      expect(told.err).toContain(words);
      expect(told.code).toBe(code);
    }
    expect((await comail(['outbox', 'ls', ...work])).out).toBe('Nothing waits to be sent.\n');
  });
});

describe('comail outbox', () => {
  const queue = async (): Promise<QueuedReport[]> =>
    parsed<{ messages: QueuedReport[] }>(await comail(['outbox', 'ls', ...work, '--json'])).messages;

  test('lists what waits, before and after an attempt', async () => {
    await using desk = await Desk.open();
    await comail([
      'send',
      ...work,
      '-t',
      'later@example.org',
      '--cc',
      'bob@example.org',
      '--subject',
      'One',
      '--no-wait',
    ]);
    expect(desk.server.got).toEqual([]);
    expect(await queue()).toMatchObject([
      { subject: 'One', to: 'later@example.org; bob@example.org', attempts: 0, nextAttempt: null, lastError: null },
    ]);
    expect((await comail(['outbox', 'ls', ...work])).out).toContain('not tried yet');
    await comail(['outbox', 'retry', ...work]);
    const [after] = await queue();
    expect(after).toMatchObject({ attempts: 1, lastError: expect.stringContaining('450'), sending: false });
    expect(Date.parse(after?.nextAttempt ?? '')).toBeGreaterThan(Date.now());
    expect((await comail(['outbox', 'ls', ...work])).out).toMatch(/tried once, again from \d\d:\d\d:\d\d on\n.*450/);
    // The one who could be reached has it already.
    expect(desk.server.got).toMatchObject([{ to: ['bob@example.org'] }]);
  });

  test('tries at once what is put off', async () => {
    await using _desk = await Desk.open();
    await comail(['send', ...work, '-t', 'later@example.org', '--subject', 'Again']);
    const report = parsed<RetryReport>(await comail(['outbox', 'retry', ...work, '--json']));
    expect(report).toMatchObject({ sent: 0, waiting: [{ subject: 'Again', attempts: 2 }], undelivered: [] });
    await comail(['send', ...work, '-t', 'bob@example.org', '--subject', 'Now', '--no-wait']);
    expect((await comail(['outbox', 'retry', ...work])).out).toContain('1 left the Outbox, 1 waits.');
  });

  test('takes messages back to Drafts, or deletes them', async () => {
    await using _desk = await Desk.open();
    for (const subject of ['One', 'Two'])
      await comail(['send', ...work, '-t', 'bob@example.org', '--subject', subject, '--no-wait']);
    const [one, two] = (await queue()).map(({ id }) => String(id));
    const taken = await comail(['outbox', 'cancel', ...work, one as string]);
    expect(taken).toMatchObject({ code: 0, out: `Took ${one} back to Drafts: One\n` });
    const argv = ['outbox', 'cancel', ...work, two as string, '--delete', '--json'];
    const { cancelled } = parsed<{ cancelled: CancelledReport[] }>(await comail(argv));
    expect(cancelled).toMatchObject([{ subject: 'Two', deleted: true }]);
    expect(await queue()).toEqual([]);
    expect(await subjectsIn('drafts')).toEqual(['One']);
    const again = await comail(['outbox', 'cancel', ...work, one as string]);
    expect(again.code).toBe(1);
    expect(again.err).toContain('MAPI_E_NOT_IN_QUEUE');
    expect((await comail(['outbox', 'cancel', ...work, 'One'])).code).toBe(2);
  });
});

describe('comail spool', () => {
  test('sends what waits, and what others put into the Outbox meanwhile, until it is interrupted', async () => {
    await using desk = await Desk.open();
    await comail(['send', ...work, '-t', 'bob@example.org', '--subject', 'Before', '--no-wait']);
    const enough = new AbortController();
    let printed = '';
    const running = comail(['spool', ...work], {
      interrupt: enough.signal,
      printed: (text) => {
        printed = text;
      },
    });
    await vi.waitFor(() => expect(desk.server.got).toHaveLength(1), 20_000);
    await comail(['send', ...work, '-t', 'ann@example.org', '--subject', 'Meanwhile', '--no-wait']);
    await vi.waitFor(() => expect(printed.match(/done/g)).toHaveLength(2), 20_000);
    enough.abort();
    const { code, out } = await running;
    expect(code).toBe(0);
    expect(out).toContain('Press Ctrl-C to end.');
    expect(out).toMatch(/Before\s+SMTP transport sends it to bob@example.org/);
    expect(out).toMatch(/Meanwhile\s+taken for ann@example.org/);
    expect(out).toMatch(/Before +done, 1 of 1\n/);
    expect(out).toMatch(/Meanwhile +done, 2 of 2\n/);
    expect(out).toContain('2 left the Outbox, 0 wait.');
  });

  test('sends for others, who hear how it went though another spooler had their message', async () => {
    await using desk = await Desk.open();
    const enough = new AbortController();
    const running = comail(['spool', ...work], { interrupt: enough.signal });
    for (const to of ['bob@example.org', 'ann@example.org', 'carol@example.org'])
      expect(await comail(['send', ...work, '-t', to, '--text', 'Hello'])).toMatchObject({ code: 0, out: 'Sent.\n' });
    expect((await comail(['send', ...work, '-t', 'later@example.org'])).err).toContain('It waits in the Outbox.');
    enough.abort();
    await running;
    expect(desk.server.got).toHaveLength(3);
  });

  test('--once tries everything once; --json prints a line for each step', async () => {
    await using _desk = await Desk.open();
    await comail(['send', ...work, '-t', 'nobody@example.org', '--subject', 'Whom', '--no-wait']);
    const { code, out } = await comail(['spool', ...work, '--once', '--json']);
    expect(code).toBe(0);
    const steps = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { what: string; subject: string });
    expect(steps.map(({ what }) => what)).toEqual(['offered', 'undelivered', 'finished']);
    expect(steps[1]).toMatchObject({ subject: 'Whom', recipients: [{ address: 'nobody@example.org' }] });
  });

  test('refuses a profile without an account', async () => {
    await using _desk = await Desk.open({ profile: false });
    await comail(['profile', 'create', 'Work']);
    const { code, err } = await comail(['spool']);
    expect(code).toBe(1);
    expect(err).toContain('comail account add smtp');
  });
});
