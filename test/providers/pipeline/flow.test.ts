import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ok } from '../../../src/com/index.js';
import { readMail } from '../../../src/convert/index.js';
import {
  ATTACH_EMBEDDED_MSG,
  AUTO_RESPONSE_SUPPRESS_DR,
  AUTO_RESPONSE_SUPPRESS_NDR,
  AUTO_RESPONSE_SUPPRESS_RN,
  changePropType,
  FOLDER_GENERIC,
  IMAPIFolder,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_CREATE,
  MAPI_E_STORE_FULL,
  MAPI_MODIFY,
  MAPI_UNICODE,
  namedProp,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_METHOD,
  PR_AUTO_RESPONSE_SUPPRESS,
  PR_BODY_W,
  PR_DEFERRED_SEND_TIME,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SUBTREE_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_NON_RECEIPT_NOTIFICATION_REQUESTED,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_ORIGINATOR_NON_DELIVERY_REPORT_REQUESTED,
  PR_READ_RECEIPT_REQUESTED,
  PR_SUBJECT_W,
  type PropTag,
  type PropValue,
  PS_INTERNET_HEADERS,
  PT_UNICODE,
  prop,
} from '../../../src/mapi/index.js';
import type { PipelineTrace } from '../../../src/providers/pipeline/index.js';
import { PR_PROHIBIT_RECEIVE_QUOTA, PR_PROHIBIT_SEND_QUOTA } from '../../../src/providers/store/index.js';
import { useLedger } from '../../support/ledger.js';
import {
  column,
  compose,
  contents,
  folderOf,
  inboxOf,
  recipient,
  submit,
  submitted,
} from '../../support/store-programs/client.js';
import { exchange, type Resident, steps, Town } from './town.js';

const HOUR = 3_600_000;

/** Embeds a message in a message, and so on. */
async function nest(message: IMessage, depth: number): Promise<void> {
  const { lppAttach } = await ok(message.CreateAttach(null, 0));
  using attach = lppAttach;
  await ok(attach.SetProps([prop(PR_ATTACH_METHOD, ATTACH_EMBEDDED_MSG)]));
  using inner = await ok(attach.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, MAPI_CREATE | MAPI_MODIFY));
  if (depth > 1) await nest(inner, depth - 1);
  await ok(inner.SaveChanges(KEEP_OPEN_READWRITE));
  await ok(attach.SaveChanges(KEEP_OPEN_READWRITE));
}

describe('Each step of a submission, and what becomes of it when it fails', () => {
  useLedger();
  let town: Town;
  let ann: Resident;
  let bob: Resident;
  /** What the server outside answers when it is asked for a recipient; null for yes. */
  let refusal: number | null = null;
  beforeAll(async () => {
    town = await Town.open(
      {},
      {
        onRcptTo: ({ address }, _session, done) =>
          done(
            refusal === null || address.startsWith('first@')
              ? null
              : Object.assign(new Error('as the test says'), { responseCode: refusal }),
          ),
      },
    );
    [ann, bob] = [await town.stays('ann'), await town.stays('bob')];
    // Transports are logged on with the first mail, and stay.
    for (const one of [ann, bob]) await exchange(one);
  });
  afterAll(async () => await town[Symbol.asyncDispose]());
  afterEach(() => {
    refusal = null;
    vi.useRealTimers();
  });

  const classesAbout = async ({ store }: Resident, subject: string): Promise<readonly unknown[]> =>
    (await contents(store, await inboxOf(store), [PR_SUBJECT_W, PR_MESSAGE_CLASS_W]))
      .filter(([title]) => String(title).endsWith(subject))
      .map(([, messageClass]) => messageClass);

  const events = (entryId: unknown): readonly string[] => steps(town.trace(entryId));

  const outbox = async ({ store }: Resident): Promise<readonly unknown[]> =>
    await column(store, await folderOf(store, PR_IPM_OUTBOX_ENTRYID), PR_SUBJECT_W);

  test('step 1: nothing is submitted from a mailbox that is full: MAPI_E_STORE_FULL; nothing of it is recorded', async () => {
    await ok(ann.store.SetProps([prop(PR_PROHIBIT_SEND_QUOTA, 1)]));
    const before = town.look((system) => system.recent());
    {
      using message = await compose(ann.store, 'full', [recipient('bob@town.example')]);
      expect(await message.SubmitMessage(0)).toBe(MAPI_E_STORE_FULL);
      await ok(ann.store.DeleteProps([PR_PROHIBIT_SEND_QUOTA]));
      await exchange(ann);
      expect(town.look((system) => system.recent())).toEqual(before);
      // With room again the same message goes.
      expect(await message.SubmitMessage(0)).toBe(0);
    }
    await exchange(ann);
    await exchange(bob);
    expect(await classesAbout(bob, 'full')).toEqual(['IPM.Note']);
  });

  test('step 3: what can not be rendered comes back, and nothing of it is sent', async () => {
    let entryId: unknown;
    {
      using message = await compose(ann.store, 'too deep', [recipient('carl@far.example')]);
      await nest(message, 33);
      entryId = await submitted(message);
    }
    await exchange(ann);
    expect(events(entryId)).toEqual(['1 submitted', '2 notified', '3 failed', '4 moved']);
    expect(town.trace(entryId).done).toBe(true);
    const [body] = (await contents(ann.store, await inboxOf(ann.store), [PR_MESSAGE_CLASS_W, PR_BODY_W])).filter(
      ([messageClass]) => messageClass === 'REPORT.IPM.Note.NDR',
    );
    expect(body?.[1]).toContain('could not be put into Internet mail');
    expect(town.server.got.filter(({ text }) => text.includes('too deep'))).toEqual([]);
  });

  test('step 6: a mailbox that is full refuses with 5.2.2, and the sender hears of it', async () => {
    await ok(bob.store.SetProps([prop(PR_PROHIBIT_RECEIVE_QUOTA, 1)]));
    const first = await submit(ann.store, 'no room', ['bob@town.example']);
    const second = await submit(ann.store, 'no room either', ['bob@town.example']);
    await exchange(ann);
    await exchange(bob);
    await ok(bob.store.DeleteProps([PR_PROHIBIT_RECEIVE_QUOTA]));
    await exchange(ann);
    for (const entryId of [first, second]) {
      expect(events(entryId).filter((step) => /^[67]/.test(step))).toEqual([
        '6 rejected bob@town.example',
        '7 reported bob@town.example',
      ]);
      expect(town.trace(entryId).events.find(({ outcome }) => outcome === 'rejected')?.reply).toMatch(/^5\.2\.2 /);
    }
    expect(await classesAbout(ann, 'no room')).toEqual(['REPORT.IPM.Note.NDR']);
    expect(await classesAbout(bob, 'no room')).toEqual([]);
  });

  test('step 7: a report that finds its mailbox full waits for room, and nobody reports about it', async () => {
    const start = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    const before = town.look((system) => system.recent()).length;
    await submit(ann.store, 'nowhere', ['zoe@town.example']);
    await ok(ann.store.SetProps([prop(PR_PROHIBIT_RECEIVE_QUOTA, 1)]));
    await exchange(ann);
    await exchange(ann);
    const report = (): PipelineTrace | undefined =>
      town
        .look((system) => system.recent().flatMap((id) => system.trace(id) ?? []))
        .find(({ subject }) => subject === 'Undeliverable: nowhere');
    expect(steps(report() ?? { events: [] })).toEqual(['6 deferred ann@town.example']);
    await ok(ann.store.DeleteProps([PR_PROHIBIT_RECEIVE_QUOTA]));
    vi.setSystemTime(start + 61_000);
    await exchange(ann);
    expect(await classesAbout(ann, 'nowhere')).toEqual(['REPORT.IPM.Note.NDR']);
    expect(report()?.done).toBe(true);
    expect(town.look((system) => system.recent()).length).toBe(before + 2);
  });

  test('step 6: a next hop that refuses for hours gets the message when it does no longer', async () => {
    const start = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    refusal = 450;
    const entryId = await submit(ann.store, 'patience', ['carl@far.example']);
    await exchange(ann);
    for (const hours of [1, 3, 6]) {
      vi.setSystemTime(start + hours * HOUR);
      await exchange(ann);
    }
    refusal = null;
    vi.setSystemTime(start + 11 * HOUR);
    await exchange(ann);
    expect(events(entryId).filter((step) => /^[67]/.test(step))).toEqual([
      ...Array<string>(3).fill('6 deferred carl@far.example'),
      '6 deferred carl@far.example',
      '7 reported carl@far.example',
      '6 relayed carl@far.example',
    ]);
    // Once in between the sender heard that it is late, and no more.
    expect(await classesAbout(ann, 'patience')).toEqual(['REPORT.IPM.Note.DELAYED']);
    expect(town.server.got.filter(({ text }) => text.includes('Subject: patience'))).toHaveLength(1);
  });

  test('step 6: who is one too many, as RFC 821 has it, gets the message the next time', async () => {
    const start = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    refusal = 552;
    const entryId = await submit(ann.store, 'many', ['first@far.example', 'carl@far.example']);
    await exchange(ann);
    refusal = null;
    vi.setSystemTime(start + HOUR);
    await exchange(ann);
    expect(events(entryId).filter((step) => step.startsWith('6'))).toEqual([
      '6 relayed first@far.example',
      '6 deferred carl@far.example',
      '6 relayed carl@far.example',
    ]);
    expect(await classesAbout(ann, 'many')).toEqual([]);
  });

  test('step 7: one delivery report for each recipient when it was asked for, none when it was not', async () => {
    const asked = [prop(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, true)];
    const wanted = await submit(ann.store, 'did it arrive', ['bob@town.example', 'carl@far.example'], asked);
    const unwanted = await submit(ann.store, 'whatever', ['bob@town.example', 'carl@far.example']);
    await exchange(ann);
    await exchange(bob);
    await exchange(ann);
    const reports = events(wanted).filter((step) => step.startsWith('7'));
    expect([...reports].sort()).toEqual(['7 reported bob@town.example', '7 reported carl@far.example']);
    expect(await classesAbout(ann, 'did it arrive')).toEqual(['REPORT.IPM.Note.DR', 'REPORT.IPM.Note.DR']);
    expect(events(unwanted).filter((step) => step.startsWith('7'))).toEqual([]);
    expect(await classesAbout(ann, 'whatever')).toEqual([]);
  });

  test('step 7: a sender who wants no report of failure gets none', async () => {
    const never = [prop(PR_ORIGINATOR_NON_DELIVERY_REPORT_REQUESTED, false)];
    const entryId = await submit(ann.store, 'into the void', ['zoe@town.example'], never);
    await exchange(ann);
    expect(events(entryId).filter((step) => /^[57]/.test(step))).toEqual(['5 rejected zoe@town.example']);
    expect(await classesAbout(ann, 'into the void')).toEqual([]);
  });

  /** Sends to Bob, who does something with it, twice; what reports come back to Ann. */
  async function answered(
    subject: string,
    asked: readonly PropValue[],
    act: (inbox: IMAPIFolder, id: Uint8Array) => Promise<unknown>,
  ): Promise<readonly unknown[]> {
    await submit(ann.store, subject, ['bob@town.example'], asked);
    await exchange(ann);
    await exchange(bob);
    {
      const folder = await inboxOf(bob.store);
      const found = (await contents(bob.store, folder, [PR_SUBJECT_W, PR_ENTRYID])).find(
        ([title]) => title === subject,
      );
      using inbox = (await ok(bob.store.OpenEntry(folder, IMAPIFolder, MAPI_MODIFY))).lppUnk;
      await act(inbox, found?.[1] as Uint8Array);
      await act(inbox, found?.[1] as Uint8Array);
    }
    await exchange(bob);
    await exchange(ann);
    return await classesAbout(ann, subject);
  }

  test('step 7: who asked hears once that a message was read', async () => {
    const read = await answered('read this', [prop(PR_READ_RECEIPT_REQUESTED, true)], (inbox, id) =>
      inbox.SetReadFlags([id], 0, null, 0),
    );
    expect(read).toEqual(['REPORT.IPM.Note.IPNRN']);
    const unasked = await answered('read that', [prop(PR_READ_RECEIPT_REQUESTED, false)], (inbox, id) =>
      inbox.SetReadFlags([id], 0, null, 0),
    );
    expect(unasked).toEqual([]);
  });

  test('step 7: who asked hears once that a message was deleted unread', async () => {
    const unread = await answered('skip this', [prop(PR_READ_RECEIPT_REQUESTED, true)], (inbox, id) =>
      inbox.DeleteMessages([id], 0, null, 0),
    );
    expect(unread).toEqual(['REPORT.IPM.Note.IPNNRN']);
  });

  const read = (inbox: IMAPIFolder, id: Uint8Array): Promise<unknown> => inbox.SetReadFlags([id], 0, null, 0);
  const deleted = (inbox: IMAPIFolder, id: Uint8Array): Promise<unknown> => inbox.DeleteMessages([id], 0, null, 0);

  test('step 7: who asked to hear of mail that was not read alone hears nothing else', async () => {
    const unread = [prop(PR_NON_RECEIPT_NOTIFICATION_REQUESTED, true)];
    expect(await answered('was it read', unread, read)).toEqual([]);
    expect(await answered('was it not', unread, deleted)).toEqual(['REPORT.IPM.Note.IPNNRN']);
  });

  test('RFC 3834 section 2: nobody hears by himself that automatic mail was read; that it failed, its sender does', async () => {
    const tags = await ok(ann.store.GetIDsFromNames([namedProp(PS_INTERNET_HEADERS, 'Auto-Submitted')], MAPI_CREATE));
    const said = (value: string): readonly PropValue[] => [
      [changePropType(tags[0] as PropTag, PT_UNICODE), value],
      prop(PR_READ_RECEIPT_REQUESTED, true),
    ];
    expect(await answered('tick', said('auto-generated'), read)).toEqual([]);
    expect(await answered('tock', said('auto-replied; x=y'), deleted)).toEqual([]);
    expect(await answered('by hand', said('no'), read)).toEqual(['REPORT.IPM.Note.IPNRN']);
    await submit(ann.store, 'lost tick', ['zoe@town.example'], said('auto-generated'));
    await exchange(ann);
    await exchange(ann);
    expect(await classesAbout(ann, 'lost tick')).toEqual(['REPORT.IPM.Note.NDR']);
  });

  test('PR_AUTO_RESPONSE_SUPPRESS: reports that the sender says nobody needs are not made', async () => {
    const suppress = (bits: number): PropValue => prop(PR_AUTO_RESPONSE_SUPPRESS, bits);
    const asked = [prop(PR_READ_RECEIPT_REQUESTED, true), prop(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, true)];
    const both = AUTO_RESPONSE_SUPPRESS_RN | AUTO_RESPONSE_SUPPRESS_DR;
    expect(await answered('quiet', [...asked, suppress(both)], read)).toEqual([]);
    expect(await answered('quieter', [...asked, suppress(-1)], deleted)).toEqual([]);
    await submit(ann.store, 'quietest', ['zoe@town.example'], [suppress(AUTO_RESPONSE_SUPPRESS_NDR)]);
    await exchange(ann);
    await exchange(ann);
    expect(await classesAbout(ann, 'quietest')).toEqual([]);
  });

  test('step 6: mail and reports go into the receive folders of their classes, each kind into its own', async () => {
    const folders: [string, string][] = [
      ['REPORT.IPM.Note.NDR', 'Bounces'],
      ['IPM.Note.SMIME', 'Signed'],
    ];
    for (const [messageClass, name] of folders) {
      using root = (
        await ok(ann.store.OpenEntry(await folderOf(ann.store, PR_IPM_SUBTREE_ENTRYID), IMAPIFolder, MAPI_MODIFY))
      ).lppUnk;
      using made = await ok(root.CreateFolder(FOLDER_GENERIC, name, null, IMAPIFolder, MAPI_UNICODE));
      const id = (await ok(made.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as Uint8Array;
      await ok(ann.store.SetReceiveFolder(messageClass, MAPI_UNICODE, id));
    }
    const signed =
      'From: ann@town.example\r\nTo: ann@town.example\r\nSubject: sealed\r\nContent-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n\r\nHi\r\n--b\r\n\r\nx\r\n--b--\r\n';
    {
      using message = await compose(ann.store, '', []);
      await readMail(message, Buffer.from(signed), { keepSource: true });
      await submitted(message);
    }
    await submit(ann.store, 'sorted', ['zoe@town.example', 'ann@town.example']);
    for (let round = 0; round < 3; round++) await exchange(ann);
    const within = async (messageClass: string): Promise<readonly unknown[]> =>
      await column(ann.store, await inboxOf(ann.store, messageClass), PR_SUBJECT_W);
    expect(await within('REPORT.IPM.Note.NDR')).toEqual(['Undeliverable: sorted']);
    expect(await within('IPM.Note.SMIME.MultipartSigned')).toEqual(['sealed']);
    expect(await within('IPM.Note')).toContain('sorted');
    expect(await within('IPM.Note')).not.toContain('sealed');
    for (const [messageClass] of folders) await ok(ann.store.SetReceiveFolder(messageClass, MAPI_UNICODE, null));
  });

  test('a deferred message waits in the Outbox until its time; then its steps begin', async () => {
    const start = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    const at = BigInt(start + 2 * HOUR) * 10_000n + 116_444_736_000_000_000n;
    const entryId = await submit(ann.store, 'tomorrow', ['bob@town.example'], [prop(PR_DEFERRED_SEND_TIME, at)]);
    await exchange(ann);
    expect(await outbox(ann)).toContain('tomorrow');
    expect(() => town.trace(entryId)).toThrow('no trace');
    vi.setSystemTime(start + 2 * HOUR + 1000);
    await exchange(ann);
    await exchange(bob);
    expect(await outbox(ann)).not.toContain('tomorrow');
    expect(await classesAbout(bob, 'tomorrow')).toEqual(['IPM.Note']);
    const [submitted, notified] = town.trace(entryId).events;
    expect([submitted?.at, notified?.at]).toEqual([start, start + 2 * HOUR + 1000]);
  });
});
