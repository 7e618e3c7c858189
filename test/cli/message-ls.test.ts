import { describe, expect, test } from 'vitest';
import type { FailureReport } from '../../src/cli/mailbox/failure.js';
import { isoOf, minuteOf, readTime } from '../../src/cli/mailbox/time.js';
import type { MessageRowReport } from '../../src/cli/message-ls.js';
import { ok } from '../../src/com/index.js';
import { IMessage, MAPI_ASSOCIATED, PR_IMPORTANCE, PR_SUBJECT_W, prop } from '../../src/mapi/index.js';
import { useLedger } from '../support/ledger.js';
import { attachBytes, deliver, fileTime, newSubfolder, parsed, storeToLookAt, storeWith } from './mailbox.js';
import { comail } from './run.js';

useLedger();

const withMail = storeToLookAt(async (inbox) => {
  using projects = await newSubfolder(inbox, 'Projects');
  await deliver(inbox, {
    subject: 'Figures',
    at: '2026-11-20T10:00:00Z',
    props: [prop(PR_IMPORTANCE, 2)],
    more: (message) => attachBytes(message, 'figures.csv', Buffer.alloc(20_000)),
  });
  await deliver(inbox, { subject: 'Re: Budget', from: 'Dora Dean', at: '2026-11-22T10:00:00Z', read: true });
  await deliver(inbox, { subject: 'Apples', from: 'Carol', at: '2026-11-21T10:00:00Z', body: 'The budget, too' });
  await deliver(projects, { subject: 'Plan', at: '2026-11-23T10:00:00Z' });
  using hidden = await ok(inbox.CreateMessage(IMessage, MAPI_ASSOCIATED));
  await ok(hidden.SetProps([prop(PR_SUBJECT_W, 'A view')]));
  await ok(hidden.SaveChanges());
});

interface Listed {
  readonly total: number;
  readonly messages: readonly MessageRowReport[];
}

describe('comail message ls', () => {
  test('prints the Inbox, newest first', async () => {
    const { code, out, err } = await comail(['message', 'ls', await withMail()]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const when = (iso: string): string => minuteOf(fileTime(iso));
    // How many bytes a small message takes is the store's affair.
    expect(out.replace(/ {2}\d+ B /g, '    ? B ')).toBe(
      [
        `2       ${when('2026-11-22T10:00:00Z')}     ? B  Dora Dean               Re: Budget\n`,
        `3  •    ${when('2026-11-21T10:00:00Z')}     ? B  Carol                   Apples\n`,
        `1  •!@  ${when('2026-11-20T10:00:00Z')}   20 KB  Ann Archer              Figures\n`,
      ].join(''),
    );
  });

  test.each([
    [['--unread'], ['Apples', 'Figures']],
    [['--attachments'], ['Figures']],
    [['--from', 'dora'], ['Re: Budget']],
    [['--from', 'CAROL@EXAMPLE'], ['Apples']],
    [
      ['--to', 'bob'],
      ['Re: Budget', 'Apples', 'Figures'],
    ],
    [['--to', 'carol', '--subject', 'fig'], ['Figures']],
    [['--to', 'nobody'], []],
    [
      ['--text', 'budget'],
      ['Re: Budget', 'Apples'],
    ],
    [
      ['--since', '2026-11-21T10:00:00Z'],
      ['Re: Budget', 'Apples'],
    ],
    [['--before', '2026-11-21T10:00:00Z'], ['Figures']],
    [
      ['--sort', 'subject'],
      ['Apples', 'Re: Budget', 'Figures'],
    ],
    [
      ['--sort', 'from'],
      ['Figures', 'Apples', 'Re: Budget'],
    ],
    [['--sort', 'size', '--limit', '1'], ['Figures']],
    [['--reverse'], ['Figures', 'Apples', 'Re: Budget']],
    [
      ['--limit', '2'],
      ['Re: Budget', 'Apples'],
    ],
    [
      ['--limit', '0'],
      ['Re: Budget', 'Apples', 'Figures'],
    ],
    [['--folder', 'inbox/projects'], ['Plan']],
    [['--folder', 'Drafts'], []],
    [['--associated'], ['A view']],
    [['--all-folders'], ['Plan', 'Re: Budget', 'Apples', 'Figures']],
    [
      ['--all-folders', '--sort', 'subject', '--limit', '3'],
      ['Apples', 'Re: Budget', 'Figures'],
    ],
    [
      ['--all-folders', '--unread', '--reverse'],
      ['Figures', 'Apples', 'Plan'],
    ],
  ])('%j', async (options, subjects) => {
    const run = await comail(['message', 'ls', await withMail(), '--json', ...options]);
    expect(run.code).toBe(0);
    expect(parsed<Listed>(run).messages.map(({ subject }) => subject)).toEqual(subjects);
  });

  test('as JSON', async () => {
    const { total, messages } = parsed<Listed>(
      await comail(['message', 'ls', await withMail(), '--json', '--all-folders', '--sort', 'size', '--limit', '1']),
    );
    expect(total).toBe(4);
    expect(messages).toEqual([
      {
        id: 1,
        entryId: expect.stringMatching(/^[0-9A-F]{64}$/),
        folder: 'Inbox',
        class: 'IPM.Note',
        subject: 'Figures',
        from: { name: 'Ann Archer', address: 'ann@example.org' },
        to: 'Bob Baker',
        received: '2026-11-20T10:00:00.0000000Z',
        sent: '2026-11-20T10:00:00.0000000Z',
        size: expect.any(Number),
        unread: true,
        attachments: true,
        importance: 2,
      },
    ]);
  });

  test('says when there is more, and when there is nothing', async () => {
    const file = await withMail();
    const { out, err } = await comail(['message', 'ls', file, '--limit', '1']);
    expect(out.split('\n')).toHaveLength(2);
    expect(err).toBe('1 of 3 messages; --limit 0 shows all.\n');
    expect((await comail(['message', 'ls', file, '--folder', 'Drafts'])).out).toBe('No such messages in Drafts.\n');
  });

  test('fits a narrow terminal', async () => {
    const file = await storeWith(async (inbox) => {
      await deliver(inbox, { subject: 'long '.repeat(40), from: 'Maximiliane von Hohenstein-Wernigerode' });
    });
    const { out } = await comail(['message', 'ls', file], { terminal: 80, env: { NO_COLOR: '1' } });
    expect(out.trimEnd()).toHaveLength(80);
    expect(out).toContain('Maximiliane von Hohen…');
  });

  test('control characters of a subject do not reach the terminal', async () => {
    const file = await storeWith(async (inbox) => {
      await deliver(inbox, { subject: 'a\u001b[2Jb' });
    });
    expect((await comail(['message', 'ls', file])).out).toContain('a?[2Jb');
  });

  test.each([
    [['--sort', 'weight'], '--sort weight is not known'],
    [['--limit', '-1'], '--limit -1'],
    [['--since', 'once'], '--since "once" is no time'],
    [['--since', '2026-02-31'], 'is no time'],
    [['--from', ''], '--from is empty'],
    [['--folder', 'Inbox', '--all-folders'], 'do not go together'],
  ])('%j is not understood', async (options, words) => {
    const file = await withMail();
    const { code, out, err } = await comail(['message', 'ls', file, ...options]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    const told = await comail(['message', 'ls', file, '--json', ...options]);
    expect(told.code).toBe(2);
    expect(parsed<{ error: FailureReport }>(told).error.message).toContain(words);
  });

  test('a folder that is not there', async () => {
    const { code, err } = await comail(['message', 'ls', await withMail(), '--folder', 'Archive']);
    expect(code).toBe(1);
    expect(err).toContain('there is no folder "Archive" in the store');
    expect(err).toContain('Deleted Items, Drafts, Inbox');
  });
});

describe('The times of --since and --before', () => {
  const now = new Date(2026, 10, 27, 15, 30);
  test.each([
    ['2026-11-27', new Date(2026, 10, 27)],
    ['2026-11-27 21:03', new Date(2026, 10, 27, 21, 3)],
    ['2026-11-27T21:03:00Z', new Date(Date.UTC(2026, 10, 27, 21, 3))],
    ['today', new Date(2026, 10, 27)],
    ['Yesterday', new Date(2026, 10, 26)],
    ['90m', new Date(2026, 10, 27, 14, 0)],
    ['12h', new Date(now.getTime() - 12 * 3_600_000)],
    ['7d', new Date(now.getTime() - 7 * 86_400_000)],
    ['2w', new Date(now.getTime() - 14 * 86_400_000)],
  ])('%s', (typed, date) => {
    expect(readTime(typed, '--since', now)).toBe(fileTime(date.toISOString()));
  });

  test.each(['', '7', 'd', '2026', '2026-13-01', '27.11.2026', '1e9d'])('"%s" is none', (typed) => {
    expect(() => readTime(typed, '--since', now)).toThrow('--since');
  });

  test('are written with all of their digits, before 1970 too', () => {
    expect(isoOf(fileTime('2026-11-27T21:03:00Z') + 1_234_567n)).toBe('2026-11-27T21:03:00.1234567Z');
    expect(isoOf(1n)).toBe('1601-01-01T00:00:00.0000001Z');
    expect(isoOf(2n ** 63n - 1n)).toBeNull();
  });
});
