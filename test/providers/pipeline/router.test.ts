import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setLog } from '../../../src/base/index.js';
import { registerPolicyAgent } from '../../../src/providers/pipeline/index.js';
import { giveUpMs, policyMs } from '../../../src/providers/pipeline/limits.js';
import type { ReportLine } from '../../../src/providers/pipeline/mail/report.js';
import { Mailboxes } from '../../../src/providers/pipeline/queue/mailboxes.js';
import { Queue } from '../../../src/providers/pipeline/queue/queue.js';
import { readConfig } from '../../../src/providers/pipeline/route/config.js';
import { nodeResolver } from '../../../src/providers/pipeline/route/exchangers.js';
import { Router } from '../../../src/providers/pipeline/route/router.js';

let folder = '';
let queue: Queue;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comail-router-'));
  queue = new Queue(folder);
});
afterEach(() => {
  queue.close();
  rmSync(folder, { recursive: true });
});

/** Routes a message to Bob that has some fields. @returns what is reported to whom it came from */
async function routed(
  fields: readonly string[],
  author = 'ann@town.example',
  queuedAt = Date.now(),
): Promise<readonly string[]> {
  const mailboxes = new Mailboxes(queue.file);
  for (const name of ['ann', 'bob']) mailboxes.put(`${name}@town.example`, name, null);
  const told: ReportLine[] = [];
  const router = new Router({
    queue,
    mailboxes,
    config: () => ({ ...readConfig(folder), hostName: 'mx.town.example' }),
    policies: () => [],
    resolver: () => nodeResolver,
    report: (_submission, lines) => void told.push(...lines),
  });
  const bytes = Buffer.from([...fields, 'From: ann@town.example', '', 'Hello.'].join('\r\n'));
  const ann = 'ann@town.example';
  queue.file.transaction(() =>
    queue.intake.accept(
      {
        ...{ id: fields.join(), entry: 'e', mailbox: ann, sender: ann, author, messageId: '<1>', subject: 'Round' },
        ...{ utf8: false, eightBit: false, submittedAt: 1, notifiedAt: 1 },
        recipients: [{ address: 'bob@town.example', reportSuccess: false, reportFailure: true }],
      },
      { kind: 'whole', bytes },
      queuedAt,
    ),
  );
  expect(await router.route()).toBe(true);
  return told.map(({ address, status }) => `${status} ${address}`);
}

const times = (count: number, field: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => field(i));

describe('RFC 5321 section 6.3: a message goes in circles', () => {
  test('when it was here several times, as its Received fields say', async () => {
    const here = (i: number): string => `Received: by mx.town.example (comail pipeline) id ${i};\r\n\tnow`;
    expect(await routed(times(4, here))).toEqual([]);
    expect(await routed(times(5, here))).toEqual(['5.4.6 bob@town.example']);
  });

  test('when it has passed more systems than any message does', async () => {
    const other = (i: number): string => `Received: by other.example id ${i}; now`;
    expect(await routed(times(100, other))).toEqual([]);
    expect(await routed(times(101, other))).toEqual(['5.4.6 bob@town.example']);
  });

  test('when it lay in the same mailbox several times; in that of somebody else it did not', async () => {
    const in_ = (name: string) => (): string => `Delivered-To: ${name}@town.example`;
    expect(await routed(times(9, in_('carl')))).toEqual([]);
    expect(await routed(times(4, in_('bob')))).toEqual([]);
    expect(await routed(times(5, in_('BOB')))).toEqual(['5.4.6 bob@town.example']);
  });
});

test('Who sends as somebody else without the right has it come back: 5.7.60', async () => {
  expect(await routed([], 'bob@town.example')).toEqual(['5.7.60 bob@town.example']);
});

test('A policy that hangs is taken for one that failed: its message waits, and the others do not', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const logged = setLog({ error: () => undefined, warn: () => undefined });
  const end = registerPolicyAgent({
    name: 'sleeper',
    onSubmitted: (mail) => (mail.header('x-sleep') === null ? undefined : new Promise<void>(() => undefined)),
  });
  try {
    const routing = routed(['X-Sleep: yes']);
    await vi.advanceTimersByTimeAsync(policyMs);
    expect(await routing).toEqual([]);
    expect(queue.journal.trace('X-Sleep: yes')?.events.map(({ step }) => step)).toEqual([1, 2, 3]);
    await routed([]);
    expect(queue.journal.trace('')?.events.at(-1)).toMatchObject({ step: 5, outcome: 'routed' });
  } finally {
    end();
    setLog(logged);
    vi.useRealTimers();
  }
});

test('A message that a policy can not decide about for days comes back: 5.4.7; it goes nowhere unseen', async () => {
  const logged = setLog({ error: () => undefined, warn: () => undefined });
  const end = registerPolicyAgent({
    name: 'broken',
    onSubmitted() {
      throw new Error('as the test says');
    },
  });
  try {
    expect(await routed(['X-Day: 3'], 'ann@town.example', Date.now() - giveUpMs + 60_000)).toEqual([]);
    expect(await routed(['X-Day: 4'], 'ann@town.example', Date.now() - giveUpMs)).toEqual(['5.4.7 bob@town.example']);
    expect(queue.journal.trace('X-Day: 4')).toMatchObject({ done: true });
  } finally {
    end();
    setLog(logged);
  }
});
