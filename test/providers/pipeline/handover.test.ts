import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { logon } from '../../../src/client/index.js';
import { ok } from '../../../src/com/index.js';
import {
  FOLDER_GENERIC,
  IMAPIFolder,
  IMessage,
  MAPI_E_NOT_FOUND,
  MAPI_MODIFY,
  MAPI_UNICODE,
  MSGFLAG_SUBMIT,
  MSGFLAG_UNSENT,
  PR_DELETE_AFTER_SUBMIT,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_IPM_SUBTREE_ENTRYID,
  PR_MESSAGE_FLAGS,
  PR_PARENT_ENTRYID,
  PR_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  type PropTag,
  prop,
} from '../../../src/mapi/index.js';
import { openTraces, type SubmissionTrace } from '../../../src/subsystem/index.js';
import { PR_SPOOL_LAST_ERROR_W } from '../../../src/subsystem/spooler/tags.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { column, compose, folderOf, recipient, submit, submitted } from '../../support/store-programs/client.js';
import { exchange, type Resident, steps, Town } from './town.js';

const within = async ({ store }: Resident, folder: PropTag<Uint8Array>): Promise<readonly unknown[]> =>
  await column(store, await folderOf(store, folder), PR_SUBJECT_W);

async function read<T>({ store }: Resident, entryId: Uint8Array, tag: PropTag<T>): Promise<T | null> {
  using message = (await ok(store.OpenEntry(entryId, IMessage, 0))).lppUnk;
  return (await ok(message.GetProps([tag], 0))).get(tag);
}

/** What the mail system has recorded of the last submission of a message; null for nothing. */
async function recorded({ session }: Resident, entryId: Uint8Array): Promise<SubmissionTrace | null> {
  const traces = await openTraces(session);
  if (!traces) throw new Error('the profile has no mail system');
  try {
    return traces.trace(traces.submissionsOf(entryId)[0] ?? '');
  } finally {
    traces.close();
  }
}

describe('Step 2: the transport is notified', () => {
  useLedger();

  test('that can not be logged on is not: the message waits in the Outbox and says why, nothing is recorded; later all steps are', async () => {
    provokes(/the transport Mail system could not be logged on/);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 5, 9) });
    try {
      await using town = await Town.open();
      writeFileSync(join(town.system, 'pipeline.json'), '{"smartHost":"mail"}');
      const entryId = await town.with(['ann'], async (ann) => {
        const id = await submit(ann.store, 'patient', ['carl@far.example']);
        await exchange(ann);
        expect(await within(ann, PR_IPM_OUTBOX_ENTRYID)).toEqual(['patient']);
        expect(await read(ann, id, PR_SPOOL_LAST_ERROR_W)).toMatch(/smartHost/);
        expect(await recorded(ann, id)).toBeNull();
        return id;
      });
      expect(town.server.got).toEqual([]);
      town.configure({});
      vi.setSystemTime(Date.UTC(2026, 0, 5, 15));
      await town.with(['ann'], async (ann) => {
        await exchange(ann);
        expect(await within(ann, PR_IPM_OUTBOX_ENTRYID)).toEqual([]);
        const trace = await recorded(ann, entryId);
        expect(steps(trace ?? { events: [] }).slice(0, 3)).toEqual(['1 submitted', '2 notified', '3 queued']);
        // It was submitted in the morning, and the transport was told in the afternoon.
        const [submitted, notified] = trace?.events ?? [];
        expect(submitted?.at).toBe(Date.UTC(2026, 0, 5, 9));
        expect(notified?.at).toBe(Date.UTC(2026, 0, 5, 15));
      });
      expect(town.server.got).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  test('is left to the next session with mail by one that is logged on without', async () => {
    await using town = await Town.open();
    await town.profile('ann');
    let id: Uint8Array;
    {
      await using quiet = await logon({ profile: 'ann', mail: false });
      const submission = await (await quiet.outbox.compose({ to: 'carl@far.example', subject: 'quiet' })).send();
      id = submission.entryId;
      expect((await submission.trace())?.steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
        '1 submitted',
      ]);
    }
    expect(town.look((system) => system.submissionsOf(id))).toEqual([]);
    await town.with(['ann'], async (ann) => await exchange(ann));
    expect(steps(town.trace(id))).toContain('6 relayed carl@far.example');
  });
});

describe('Step 4: the store moves the draft, or deletes it', () => {
  useLedger();
  let town: Town;
  let ann: Resident;
  beforeAll(async () => {
    town = await Town.open();
    ann = await town.stays('ann');
    await exchange(ann);
  });
  afterAll(async () => await town[Symbol.asyncDispose]());

  async function makeFolder(name: string): Promise<Uint8Array> {
    const top = await folderOf(ann.store, PR_IPM_SUBTREE_ENTRYID);
    using root = (await ok(ann.store.OpenEntry(top, IMAPIFolder, MAPI_MODIFY))).lppUnk;
    using made = await ok(root.CreateFolder(FOLDER_GENERIC, name, null, IMAPIFolder, MAPI_UNICODE));
    return (await ok(made.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as Uint8Array;
  }

  const finished = (entryId: Uint8Array): readonly string[] =>
    steps(town.trace(entryId)).filter((step) => step.startsWith('4'));

  test('to Sent Items, to another folder, or away, as its properties say', async () => {
    const projects = await makeFolder('Projects');
    const sentItems = await folderOf(ann.store, PR_IPM_SENTMAIL_ENTRYID);
    const kept = await submit(ann.store, 'kept', ['carl@far.example'], [prop(PR_SENTMAIL_ENTRYID, sentItems)]);
    const filed = await submit(ann.store, 'filed', ['carl@far.example'], [prop(PR_SENTMAIL_ENTRYID, projects)]);
    const gone = await submit(ann.store, 'gone', ['carl@far.example'], [prop(PR_DELETE_AFTER_SUBMIT, true)]);
    await exchange(ann);
    expect(await read(ann, kept, PR_PARENT_ENTRYID)).toEqual(sentItems);
    expect(await read(ann, filed, PR_PARENT_ENTRYID)).toEqual(projects);
    expect((await ann.store.OpenEntry(gone, IMessage, 0))[0]).toBe(MAPI_E_NOT_FOUND);
    expect([kept, filed, gone].map(finished)).toEqual([['4 moved'], ['4 moved'], ['4 deleted']]);
  });

  test('or leaves it where it was sent from, when it names no folder', async () => {
    let entryId: Uint8Array;
    {
      using message = await compose(ann.store, 'unfiled', [recipient('carl@far.example')]);
      await ok(message.DeleteProps([PR_SENTMAIL_ENTRYID]));
      entryId = await submitted(message);
    }
    await exchange(ann);
    expect(await within(ann, PR_IPM_OUTBOX_ENTRYID)).toEqual(['unfiled']);
    expect(finished(entryId)).toEqual(['4 kept']);
    expect(town.trace(entryId).events.find(({ step }) => step === 4)?.reply).toBeNull();
    using outbox = (
      await ok(ann.store.OpenEntry(await folderOf(ann.store, PR_IPM_OUTBOX_ENTRYID), IMAPIFolder, MAPI_MODIFY))
    ).lppUnk;
    await ok(outbox.DeleteMessages([entryId], 0, null, 0));
  });

  test('to a folder that is not there any more: it is sent once, and stays where it was sent from, no draft any more', async () => {
    provokes(/the folder for a sent message is not in its store: it stays where it was sent from/);
    const lost = await makeFolder('Lost');
    const entryId = await submit(ann.store, 'homeless', ['carl@far.example'], [prop(PR_SENTMAIL_ENTRYID, lost)]);
    {
      const top = await folderOf(ann.store, PR_IPM_SUBTREE_ENTRYID);
      using root = (await ok(ann.store.OpenEntry(top, IMAPIFolder, MAPI_MODIFY))).lppUnk;
      await ok(root.DeleteFolder(lost, 0, null, 0));
    }
    await exchange(ann);
    await exchange(ann);
    expect(town.server.got.filter(({ text }) => text.includes('Subject: homeless'))).toHaveLength(1);
    expect(await within(ann, PR_IPM_OUTBOX_ENTRYID)).toEqual(['homeless']);
    expect(((await read(ann, entryId, PR_MESSAGE_FLAGS)) ?? 0) & (MSGFLAG_UNSENT | MSGFLAG_SUBMIT)).toBe(0);
    expect(finished(entryId)).toEqual(['4 kept']);
    expect(town.trace(entryId).events.find(({ step }) => step === 4)?.reply).toBe(
      'the folder for sent messages is not in the store',
    );
  });
});
