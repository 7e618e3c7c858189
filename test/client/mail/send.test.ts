import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { logon, type MessageEntry } from '../../../src/client/index.js';
import { ok } from '../../../src/com/index.js';
import {
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_LOGON_FAILED,
  MAPI_E_NO_RECIPIENTS,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_IN_QUEUE,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_TO,
  MODRECIP_ADD,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_SUBJECT_W,
  prop,
} from '../../../src/mapi/index.js';
import { Desk } from '../../flows/desk.js';
import { useLedger } from '../../support/ledger.js';

useLedger();

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const subjects = async (items: AsyncIterable<MessageEntry>): Promise<string[]> =>
  (await all(items)).map(({ subject }) => subject);

describe('logon', () => {
  test('opens the mailbox of a profile, by name or by default, and tells when there is none', async () => {
    await using _desk = await Desk.open();
    {
      await using session = await logon({ profile: 'Work', mail: false });
      expect(await session.inbox.name()).toBe('Inbox');
      expect((await all(session.top.folders())).map(({ name }) => name)).toContain('Sent Items');
    }
    await expect(logon({ profile: 'Play' })).rejects.toMatchObject({ hr: MAPI_E_NOT_FOUND });
    await expect(logon()).rejects.toMatchObject({ hr: MAPI_E_LOGON_FAILED });
  });
});

describe('Draft.send', () => {
  test('sends text, HTML and attachments from bytes, a path and a stream, and keeps the message in Sent Items', async () => {
    await using desk = await Desk.open();
    const path = join(desk.folder, 'figures.csv');
    writeFileSync(path, 'month,messages\n');
    await using session = await logon({ profile: 'Work' });
    const draft = await session.outbox.compose({
      to: 'Bob Baker <bob@example.org>, carol@example.org',
      bcc: { name: 'Dora', address: 'dora@example.org' },
      subject: 'Figures',
      text: 'Attached.\n',
      html: '<p>Attached.</p>',
      attachments: [path, { name: 'note.txt', content: Buffer.from('bytes of a note') }],
    });
    await draft.attach({
      name: 'flow.bin',
      content: Readable.from([Buffer.from('piece one, '), Buffer.from('piece two')]),
    });
    const settled = await (await draft.send()).settled();
    expect(settled).toEqual({ state: 'sent', undelivered: [], until: null, why: '' });
    const [got] = desk.server.got;
    expect(got?.from).toBe('me@example.com');
    expect(got?.to).toEqual(['bob@example.org', 'carol@example.org', 'dora@example.org']);
    expect(got?.text).toContain('To: Bob Baker <bob@example.org>, carol@example.org');
    expect(got?.text).not.toContain('dora@example.org');
    expect(got?.text).toContain('<p>Attached.</p>');
    for (const content of ['month,messages\n', 'bytes of a note', 'piece one, piece two'])
      expect(got?.text).toContain(Buffer.from(content).toString('base64'));
    expect(await subjects(session.sentItems.messages())).toEqual(['Figures']);
    expect(await subjects(session.outbox.messages())).toEqual([]);
  });

  test('tells whom the server refused; a report says the same', async () => {
    await using desk = await Desk.open();
    await using session = await logon({ profile: 'Work' });
    const draft = await session.outbox.compose({ to: ['nobody@example.org', 'ann@example.org'], subject: 'Hello' });
    const { state, undelivered } = await (await draft.send()).settled();
    expect(state).toBe('sent');
    expect(undelivered).toMatchObject([{ address: 'nobody@example.org', why: expect.stringContaining('550') }]);
    expect(desk.server.got).toMatchObject([{ to: ['ann@example.org'] }]);
    expect(await subjects(session.inbox.messages({ where: { class: { startsWith: 'REPORT.' } } }))).toEqual([
      'Undeliverable: Hello',
    ]);
  });

  test('tells that it waits, and why; it can be taken back', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work' });
    const draft = await session.outbox.compose({ to: 'later@example.org', subject: 'Slowly' });
    const submission = await draft.send();
    const { state, until, why } = await submission.settled();
    expect(state).toBe('waiting');
    expect(until?.getTime()).toBeGreaterThan(Date.now());
    expect(why).toContain('450');
    await session.cancel(submission.entryId);
    await expect(session.cancel(submission.entryId)).rejects.toMatchObject({ hr: MAPI_E_NOT_IN_QUEUE });
    expect(await subjects(session.outbox.messages())).toEqual(['Slowly']);
  });

  test('without mail the message waits for a session that sends', async () => {
    await using desk = await Desk.open();
    {
      await using session = await logon({ profile: 'Work', mail: false });
      const draft = await session.outbox.compose({ to: 'bob@example.org', subject: 'Tomorrow' });
      expect((await (await draft.send({ keep: false })).settled()).state).toBe('waiting');
      expect(desk.server.got).toEqual([]);
    }
    await using session = await logon({ profile: 'Work' });
    await session.sendAndReceive();
    expect(desk.server.got).toMatchObject([{ to: ['bob@example.org'] }]);
    expect(await subjects(session.sentItems.messages())).toEqual([]);
  });

  test('refuses what is no recipient and no attachment, and says what is one', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work', mail: false });
    for (const to of [null, 5, {}, [null], [['bob@example.org']], { name: 'Bob' }, { address: '' }] as never[])
      await expect(session.outbox.compose({ to })).rejects.toMatchObject({
        hr: MAPI_E_INVALID_PARAMETER,
        message: expect.stringContaining('Bob <bob@example.org>'),
      });
    for (const attachment of [null, 5, {}, { path: 5 }, { name: 'a' }, { name: 'a', content: null }] as never[])
      await expect(session.outbox.compose({ attachments: [attachment] })).rejects.toMatchObject({
        hr: MAPI_E_INVALID_PARAMETER,
        message: expect.stringContaining('the path of a file'),
      });
  });

  test('refuses a message for nobody, and a name that nobody has: nothing is saved by that, and the draft can be sent still', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work', mail: false });
    await using draft = await session.drafts.compose({ subject: 'To whom?' });
    await expect(draft.send()).rejects.toMatchObject({ hr: MAPI_E_NO_RECIPIENTS });
    await expect(draft.set({ to: 'Bob' })).rejects.toMatchObject({ hr: MAPI_E_NOT_FOUND });
    expect(await subjects(session.drafts.messages())).toEqual([]);
    await draft.set({ to: 'bob@example.org' });
    expect((await ok(draft.raw.GetProps([PR_SUBJECT_W]))).get(PR_SUBJECT_W)).toBe('To whom?');
    await draft.send();
    expect(await subjects(session.drafts.messages())).toEqual(['To whom?']);
  });

  test('refuses a draft for nobody that was saved before, which stays as it was saved', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work', mail: false });
    await using draft = await session.drafts.compose({ subject: 'To whom?' });
    await draft.save();
    await draft.set({ subject: 'To somebody' });
    await expect(draft.send()).rejects.toMatchObject({ hr: MAPI_E_NO_RECIPIENTS });
    expect(await subjects(session.drafts.messages())).toEqual(['To whom?']);
  });

  test('that was refused may be sent otherwise: it is kept or not as the last call says', async () => {
    await using desk = await Desk.open();
    await using session = await logon({ profile: 'Work' });
    const draft = await session.outbox.compose({ subject: 'Kept' });
    // That nobody has the list is found out when it is submitted.
    const list = [prop(PR_RECIPIENT_TYPE, MAPI_TO), prop(PR_DISPLAY_NAME_W, 'Team'), prop(PR_ADDRTYPE_W, 'MAPIPDL')];
    await ok(draft.raw.ModifyRecipients(MODRECIP_ADD, [[...list, prop(PR_ENTRYID, new Uint8Array(24))]]));
    await expect(draft.send({ keep: false })).rejects.toMatchObject({ hr: MAPI_E_UNKNOWN_ENTRYID });
    await ok(draft.raw.ModifyRecipients(0, []));
    await draft.set({ to: 'bob@example.org' });
    await (await draft.send()).settled();
    expect(desk.server.got).toMatchObject([{ to: ['bob@example.org'] }]);
    expect(await subjects(session.sentItems.messages())).toEqual(['Kept']);
  });
});
