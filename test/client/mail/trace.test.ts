import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import { logon, type MailSession, type MailTrace, type TraceStep } from '../../../src/client/index.js';
import { type EntryId, MAPI_E_NO_SUPPORT } from '../../../src/mapi/index.js';
import { Desk } from '../../flows/desk.js';
import { Town } from '../../providers/pipeline/town.js';
import { useLedger } from '../../support/ledger.js';

const told = (trace: MailTrace | null): readonly string[] | undefined =>
  trace?.steps.map(({ step, outcome, recipient }) => [step, outcome, recipient].filter(Boolean).join(' '));

async function send(session: MailSession, to: string, subject: string): Promise<EntryId> {
  const submission = await (await session.outbox.compose({ to, subject, text: 'Hi' })).send();
  await submission.settled();
  await session.sendAndReceive();
  return submission.entryId;
}

describe('What became of mail, as a session tells it', () => {
  useLedger();
  let town: Town;
  let ann: MailSession;
  beforeAll(async () => {
    town = await Town.open();
    await town.profile('ann');
    ann = await logon({ profile: 'ann' });
    // Transports are logged on with the first mail, and stay.
    await ann.sendAndReceive();
  });
  afterAll(async () => {
    await ann.close();
    await town[Symbol.asyncDispose]();
  });

  test('the steps that happened, by the submission, by the message and by the number that `comail trace` shows', async () => {
    const submission = await (
      await ann.outbox.compose({ to: ['carl@far.example', 'zoe@town.example'], subject: 'Figures' })
    ).send();
    await submission.settled();
    await ann.sendAndReceive();
    const trace = await submission.trace();
    expect(told(trace)?.slice(0, 3)).toEqual(['1 submitted', '2 notified', '3 queued']);
    expect([...(told(trace) ?? [])].sort()).toEqual([
      '1 submitted',
      '2 notified',
      '3 queued',
      '4 moved',
      '5 rejected zoe@town.example',
      '5 routed carl@far.example',
      '6 relayed carl@far.example',
      '7 reported zoe@town.example',
    ]);
    expect(trace).toMatchObject({ subject: 'Figures', isDone: true, entryId: submission.entryId });
    const relayed = trace?.steps.find(({ outcome }) => outcome === 'relayed');
    expect(relayed).toMatchObject({
      nextHop: `smtp://127.0.0.1:${town.server.port}`,
      reply: expect.stringMatching(/^250/),
    });
    expect(relayed?.at).toBeInstanceOf(Date);
    expect(await ann.trace(trace?.id ?? '')).toEqual(trace);
    for await (const sent of ann.sentItems.messages({ where: { subject: 'Figures' } })) {
      expect(await sent.trace()).toEqual(trace);
      using open = await sent.open();
      expect(await open.trace()).toEqual(trace);
    }
    expect(town.look((system) => system.recent())).toContain(trace?.id);
  });

  test('what waits for its transport has been submitted, and no more; taken back it is no submission', async () => {
    await town.profile('bob');
    await using bob = await logon({ profile: 'bob', mail: false });
    const submission = await (await bob.outbox.compose({ to: 'ann@town.example', subject: 'Later' })).send();
    const trace = await submission.trace();
    expect(told(trace)).toEqual(['1 submitted']);
    expect(trace).toMatchObject({ isDone: false, messageId: null, subject: 'Later' });
    expect(await bob.trace(trace?.id ?? '')).toEqual(trace);
    const all: MailTrace[] = [];
    for await (const one of bob.traces()) all.push(one);
    expect(all).toEqual([trace]);
    await bob.cancel(submission.entryId);
    expect(await submission.trace()).toBeNull();
    expect(await bob.trace(trace?.id ?? '')).toBeNull();
  });

  test('all of them, the newest first, over pages; nothing of other mailboxes, nothing that was not sent', async () => {
    const before: string[] = [];
    for await (const { id } of ann.traces()) before.push(id);
    const sent: EntryId[] = [];
    for (let number = 0; number < 3; number++) sent.push(await send(ann, 'carl@far.example', `Number ${number}`));
    const after: MailTrace[] = [];
    for await (const one of ann.traces()) after.push(one);
    expect(after.slice(0, 3).map(({ subject }) => subject)).toEqual(['Number 2', 'Number 1', 'Number 0']);
    expect(after.slice(3).map(({ id }) => id)).toEqual(before);
    await using bob = await logon({ profile: 'bob', mail: false });
    expect(await bob.trace(after[0]?.id ?? '')).toBeNull();
    expect(await ann.trace('no such number')).toBeNull();
    const draft = await ann.drafts.compose({ subject: 'Not sent' });
    expect(await ann.trace(await draft.save())).toBeNull();
    draft[Symbol.dispose]();
  });
});

test('a mailbox without a mail system has no traces: MAPI_E_NO_SUPPORT', async () => {
  await using _desk = await Desk.open();
  await using session = await logon({ profile: 'Work', mail: false });
  await expect(session.trace('x')).rejects.toMatchObject({ hr: MAPI_E_NO_SUPPORT });
  await expect(session.traces().next()).rejects.toThrow('no mail system');
});

test('steps and outcomes are typed', () => {
  expectTypeOf<TraceStep['step']>().toEqualTypeOf<1 | 2 | 3 | 4 | 5 | 6 | 7>();
  expectTypeOf<TraceStep['at']>().toEqualTypeOf<Date>();
  expectTypeOf<'delivered' | 'relayed' | 'deferred' | 'rejected'>().toExtend<TraceStep['outcome']>();
  expectTypeOf<'guessed'>().not.toExtend<TraceStep['outcome']>();
});
