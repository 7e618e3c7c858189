import { describe, expect, test, vi } from 'vitest';
import { setLog } from '../../../src/base/index.js';
import { logon, type MailSession, type MessageEntry, type MessageQuery } from '../../../src/client/index.js';
import { ok } from '../../../src/com/index.js';
import {
  eq,
  fnevNewMail,
  type IMAPIFolder,
  IMessage,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_SUBMITTED,
  MAPI_TO,
  MODRECIP_ADD,
  MSGFLAG_READ,
  PR_ATTACH_NUM,
  PR_BODY_W,
  PR_IMPORTANCE,
  PR_INTERNET_MESSAGE_ID_W,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  prop,
} from '../../../src/mapi/index.js';
import { fileTime } from '../../cli/mailbox.js';
import { embed } from '../../convert/mime/letters.js';
import { Desk } from '../../flows/desk.js';
import { useLedger } from '../../support/ledger.js';

useLedger();

async function subjects(items: AsyncIterable<MessageEntry>): Promise<string[]> {
  const found: string[] = [];
  for await (const { subject } of items) found.push(subject);
  return found;
}

interface Mail {
  readonly subject: string;
  readonly from?: string;
  readonly at?: string;
  readonly read?: boolean;
  readonly importance?: number;
}

/** Puts a mail into the Inbox, as a transport would. */
async function deliver(inbox: IMAPIFolder, mail: Mail): Promise<void> {
  const { subject, from = 'Ann', at = '2026-11-26T20:00:00Z', read = false, importance = 1 } = mail;
  using message = await ok(inbox.CreateMessage(IMessage));
  await ok(
    message.SetProps([
      prop(PR_MESSAGE_CLASS_W, 'IPM.Note'),
      prop(PR_SUBJECT_W, subject),
      prop(PR_BODY_W, `About ${subject}.\r\n`),
      prop(PR_SENDER_NAME_W, from),
      prop(PR_SENDER_EMAIL_ADDRESS_W, `${from.toLowerCase()}@example.org`),
      prop(PR_SENDER_ADDRTYPE_W, 'SMTP'),
      prop(PR_MESSAGE_DELIVERY_TIME, fileTime(at)),
      prop(PR_MESSAGE_FLAGS, read ? MSGFLAG_READ : 0),
      prop(PR_IMPORTANCE, importance),
      prop(PR_INTERNET_MESSAGE_ID_W, `<${subject.toLowerCase()}@example.org>`),
    ]),
  );
  await ok(message.SaveChanges());
}

async function only(session: MailSession, folder: 'inbox' | 'sentItems' | 'deletedItems' = 'inbox') {
  for await (const entry of session[folder].messages()) return await entry.open();
  throw new Error(`there is nothing in ${folder}`);
}

describe('sessions of one profile that begin at the same moment', () => {
  test('all have its store: none is refused the profile while another writes there what it shows of it', async () => {
    await using _desk = await Desk.open();
    const said: string[] = [];
    const before = setLog({ error: (text) => said.push(text), warn: (text) => said.push(text) });
    try {
      const sessions = await Promise.all(Array.from({ length: 4 }, () => logon({ profile: 'Work' })));
      for (const session of sessions) await session[Symbol.asyncDispose]();
    } finally {
      setLog(before);
    }
    expect(said).toEqual([]);
  });
});

describe('MailFolder.messages', () => {
  test('shows what there was, although messages come into the folder for each that is read', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work', mail: false });
    for (const subject of ['one', 'two']) await deliver(session.inbox.raw, { subject });
    const read: string[] = [];
    for await (const { subject } of session.inbox.messages()) {
      read.push(subject);
      await deliver(session.inbox.raw, { subject: `after ${subject}` });
    }
    expect(read.sort()).toEqual(['one', 'two']);
    const folders: string[] = [];
    for await (const { name } of session.top.folders()) {
      folders.push(name);
      using _ = await session.top.createFolder(`beside ${name}`);
    }
    expect(folders.some((name) => name.startsWith('beside'))).toBe(false);
    expect(await subjects(session.inbox.messages({ where: { subject: { startsWith: 'after' } } }))).toHaveLength(2);
  });

  test('finds messages by what they are like, in order, at most so many', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work', mail: false });
    const { inbox } = session;
    await deliver(inbox.raw, { subject: 'Figures for May', read: true, at: '2026-05-31T00:00:00Z' });
    await deliver(inbox.raw, { subject: 'Lunch', from: 'Dora', at: '2026-11-01T00:00:00Z', importance: 2 });
    await deliver(inbox.raw, { subject: 'The figures', from: 'Bob', at: '2026-11-02T00:00:00Z' });
    expect(await subjects(inbox.messages({ orderBy: { received: 'desc' } }))).toEqual([
      'The figures',
      'Lunch',
      'Figures for May',
    ]);
    const found = (where: Parameters<typeof inbox.messages>[0] & object): Promise<string[]> =>
      subjects(inbox.messages({ orderBy: { received: 'asc' }, ...where }));
    expect(await found({ where: { unread: true } })).toEqual(['Lunch', 'The figures']);
    expect(await found({ where: { subject: 'figures' } })).toEqual(['Figures for May', 'The figures']);
    expect(await found({ where: { subject: { startsWith: 'figures' } } })).toEqual(['Figures for May']);
    expect(await found({ where: { subject: { equals: 'lunch' }, unread: true } })).toEqual(['Lunch']);
    expect(await found({ where: { from: 'dora@example.org' } })).toEqual(['Lunch']);
    expect(await found({ where: { from: 'Bob', importance: 'high' } })).toEqual([]);
    expect(await found({ where: { importance: 'high' } })).toEqual(['Lunch']);
    expect(await found({ where: { text: 'about the' } })).toEqual(['The figures']);
    const november = new Date('2026-11-01T00:00:00Z');
    expect(await found({ where: { received: { since: november } } })).toEqual(['Lunch', 'The figures']);
    expect(await found({ where: { received: { before: november } } })).toEqual(['Figures for May']);
    expect(await found({ where: { not: { subject: 'figures' } } })).toEqual(['Lunch']);
    expect(await found({ where: { anyOf: [{ from: 'Bob' }, { from: 'Dora' }] } })).toEqual(['Lunch', 'The figures']);
    expect(await found({ where: { hasAttachments: true } })).toEqual([]);
    expect(await found({ where: { size: { atLeast: 1, atMost: 1_000_000 } }, limit: 1 })).toEqual(['Figures for May']);
    expect(await found({ where: { restriction: eq(PR_SENDER_NAME_W, 'Dora') } })).toEqual(['Lunch']);
    expect(await subjects(inbox.messages({ orderBy: { from: 'asc', subject: 'asc' } }))).toEqual([
      'Figures for May',
      'The figures',
      'Lunch',
    ]);
    // Who stops early has nothing to close.
    for await (const { subject } of inbox.messages()) {
      expect(subject).not.toBe('');
      break;
    }
  });
});

describe('MailFolder.messages asked for what there is not', () => {
  test.each<[string, unknown, RegExp]>([
    ['a condition', { where: { subjekt: 'x' } }, /where\.subjekt is nothing to ask for; there are unread, subject/],
    ['a condition within another one', { where: { not: { subjekt: 'x' } } }, /where\.subjekt is nothing to ask for/],
    ['no conditions', { where: null }, /where is an object/],
    ['a text that is none', { where: { subject: 5 } }, /a text is compared with a text/],
    ['a text compared in no way', { where: { subject: {} } }, /contains, startsWith, equals/],
    ['a date that is none', { where: { received: { since: new Date(Number.NaN) } } }, /a valid Date/],
    ['a date under another name', { where: { sent: { after: new Date(0) } } }, /there are since, before/],
    ['a size under another name', { where: { size: { max: 1 } } }, /there are atLeast, atMost/],
    ['an importance', { where: { importance: 'urgent' } }, /importance is low, normal, high/],
    ['an order', { orderBy: { date: 'asc' } }, /orderBy\.date is nothing to ask for; there are received/],
    ['a direction', { orderBy: { sent: 'down' } }, /orderBy\.sent is asc or desc/],
    ['half a message', { limit: 1.5 }, /limit is a whole number/],
  ])('%s: says so, and shows nothing that was not to be shown', async (_what, query, words) => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work', mail: false });
    await deliver(session.inbox.raw, { subject: 'Figures' });
    const asked = subjects(session.inbox.messages(query as MessageQuery));
    await expect(asked).rejects.toMatchObject({ hr: MAPI_E_INVALID_PARAMETER, message: expect.stringMatching(words) });
  });
});

describe('MailFolder', () => {
  test('makes folders, finds them by their path, and moves messages between them', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work', mail: false });
    {
      using projects = await session.inbox.createFolder('Projects');
      using _year = await projects.createFolder('2026');
    }
    using year = await session.inbox.folder('projects/2026');
    expect(await year.name()).toBe('2026');
    await expect(session.inbox.folder('Projects/2027')).rejects.toMatchObject({ hr: MAPI_E_NOT_FOUND });
    await deliver(session.inbox.raw, { subject: 'Plan' });
    {
      using mail = await only(session);
      await mail.copyTo(year);
      await mail.moveTo(year);
    }
    expect(await subjects(year.messages())).toEqual(['Plan', 'Plan']);
    expect(await subjects(session.inbox.messages())).toEqual([]);
    for await (const entry of year.messages({ limit: 1 })) await (await entry.open()).delete();
    for await (const entry of year.messages()) await (await entry.open()).delete({ permanently: true });
    expect(await subjects(year.messages())).toEqual([]);
    expect(await subjects(session.deletedItems.messages())).toEqual(['Plan']);
  });

  test('tells of messages that come and go', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work', mail: false });
    const heard: string[] = [];
    const told = await session.inbox.on((event) => {
      heard.push(event.what === 'removed' ? 'removed' : `${event.what} ${event.message.subject}`);
    });
    await deliver(session.inbox.raw, { subject: 'Plan' });
    await vi.waitFor(() => expect(heard).toContain('added Plan'));
    await (await only(session)).delete({ permanently: true });
    await vi.waitFor(() => expect(heard).toContain('removed'));
    await told[Symbol.asyncDispose]();
    await deliver(session.inbox.raw, { subject: 'Another plan' });
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(heard).not.toContain('added Another plan');
  });
});

describe('MailMessage', () => {
  test('tells what is in it, and is marked as read', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work' });
    const draft = await session.outbox.compose({
      to: 'Bob Baker <bob@example.org>',
      cc: 'carol@example.org',
      bcc: 'dora@example.org',
      subject: 'Figures',
      html: '<p>Grüße</p>',
      attachments: [{ name: 'a.csv', type: 'text/csv', content: 'a,b\n' }],
    });
    await (await draft.send()).settled();
    using sent = await only(session, 'sentItems');
    expect(sent).toMatchObject({ subject: 'Figures', hasAttachments: true, class: 'IPM.Note' });
    expect(sent.sent?.getTime()).toBeLessThanOrEqual(Date.now());
    expect(await sent.html()).toBe('<p>Grüße</p>');
    expect((await sent.text()).trim()).toBe('Grüße');
    expect(await sent.recipients()).toEqual([
      { kind: 'to', name: 'Bob Baker', address: 'bob@example.org' },
      { kind: 'cc', name: 'carol@example.org', address: 'carol@example.org' },
      { kind: 'bcc', name: 'dora@example.org', address: 'dora@example.org' },
    ]);
    for await (const attachment of sent.attachments()) {
      expect(attachment).toMatchObject({ name: 'a.csv', type: 'text/csv', kind: 'file' });
      expect((await attachment.bytes()).toString()).toBe('a,b\n');
    }
    // Whoever has written it has read it.
    expect(sent.unread).toBe(false);
    await sent.markRead(false);
    expect(await subjects(session.sentItems.messages({ where: { unread: true } }))).toEqual(['Figures']);
    await sent.markRead();
    expect(await subjects(session.sentItems.messages({ where: { unread: true } }))).toEqual([]);
  });
});

describe('MailMessage.reply, replyAll and forward', () => {
  async function withMail(step: (session: MailSession, desk: Desk) => Promise<void>): Promise<void> {
    await using desk = await Desk.open();
    await using session = await logon({ profile: 'Work' });
    await deliver(session.inbox.raw, { subject: 'Figures', from: 'Ann' });
    {
      using mail = await only(session);
      const { mailboxRow } = await import('../../../src/client/mail/people.js');
      const people = ['me@example.com', 'bob@example.org', 'ann@example.org'];
      const rows = people.map((address) => mailboxRow({ address }, MAPI_TO));
      await ok(mail.raw.ModifyRecipients(MODRECIP_ADD, rows));
      await ok(mail.raw.SaveChanges());
    }
    await step(session, desk);
  }

  test('answer the sender, tied to the message, with the original below', async () => {
    await withMail(async (session, desk) => {
      using mail = await only(session);
      const answer = await mail.reply({ text: 'Thank you!', cc: 'boss@example.org' });
      expect((await (await answer.send()).settled()).state).toBe('sent');
      const [got] = desk.server.got;
      expect(got?.to).toEqual(['ann@example.org', 'boss@example.org']);
      expect(got?.text).toContain('Subject: RE: Figures');
      expect(got?.text).toContain('In-Reply-To: <figures@example.org>');
      expect(got?.text).toContain('References: <figures@example.org>');
      expect(got?.text).toContain('Thank you!');
      expect(got?.text).toContain('About Figures.');
    });
  });

  test('answer everybody but oneself', async () => {
    await withMail(async (session, desk) => {
      using mail = await only(session);
      await (await (await mail.replyAll({ text: 'Thanks.' })).send()).settled();
      expect(desk.server.got[0]?.to).toEqual(['ann@example.org', 'bob@example.org']);
    });
  });

  test('pass it on, with its attachments', async () => {
    await withMail(async (session, desk) => {
      using mail = await only(session);
      const original = await session.drafts.compose({
        subject: 'Notes',
        text: 'See below.',
        attachments: [{ name: 'n.txt', content: 'notes of a meeting' }],
      });
      using held = original;
      using open = await session.open(await held.save());
      await (await (await open.forward({ to: 'carol@example.org', text: 'FYI' })).send()).settled();
      const [got] = desk.server.got;
      expect(got?.to).toEqual(['carol@example.org']);
      expect(got?.text).toContain('Subject: FW: Notes');
      expect(got?.text).toContain('See below.');
      expect(got?.text).toContain(Buffer.from('notes of a meeting').toString('base64'));
      expect(mail.subject).toBe('Figures');
    });
  });
});

describe('What stands below an answer', () => {
  const image = {
    name: 'logo.png',
    type: 'image/png',
    contentId: 'logo@here',
    content: Buffer.from('89504e47', 'hex'),
  };

  /** Saves a message, and tells of what answers it. */
  async function answered(
    session: MailSession,
    original: { readonly text?: string; readonly html?: string },
    how: 'reply' | 'forward',
    content: { readonly text?: string; readonly html?: string },
  ) {
    using draft = await session.drafts.compose({
      subject: 'Plan',
      to: 'me@example.com',
      attachments: original.html === undefined ? [] : [image, { name: 'notes.txt', content: 'notes' }],
      ...original,
    });
    using mail = await session.open(await draft.save());
    using answer = await mail[how](content);
    using saved = await session.open(await answer.save());
    const names: string[] = [];
    for await (const { name } of saved.attachments()) names.push(name);
    return { text: await saved.text(), html: await saved.html(), names };
  }

  test('plain text stays plain: a reply marks each line, what is passed on stands below its head', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work', mail: false });
    const plain = { text: 'One <line>.\n> Older.\n\n\n' };
    const reply = await answered(session, plain, 'reply', { text: 'Yes.' });
    expect(reply).toMatchObject({ html: null, names: [] });
    expect(reply.text).toMatch(/^Yes\.\r\n\r\n.* wrote:\r\n> One <line>\.\r\n>> Older\.\r\n$/);
    const forward = await answered(session, plain, 'forward', {});
    expect(forward.text).toContain('-----Original Message-----\r\n');
    expect(forward.text).toContain('To: me@example.com\r\nSubject: Plan\r\n\r\nOne <line>.\r\n> Older.\r\n');
  });

  test('HTML stays HTML within the document of the answer; a reply takes along the images it shows, and no file', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work', mail: false });
    const html =
      '<!DOCTYPE html><html><head><style>p{color:red}</style></head><body dir="ltr"><p>Hi <img src="cid:logo@here"></p></body></html>';
    const shown = '<style>p{color:red}</style><p>Hi <img src="cid:logo@here"></p>';
    const reply = await answered(session, { html }, 'reply', { text: 'Yes & no.' });
    expect(reply.names).toEqual(['logo.png']);
    expect(reply.html).toContain(`padding-left:1ex">${shown}</blockquote>`);
    expect(reply.html).toContain('Yes &amp; no.');
    expect(reply.html).not.toMatch(/<html|<body|doctype/i);
    expect(reply.text).toMatch(/^Yes & no\.\r\n\r\n.* wrote:\r\n> Hi/);
    const forward = await answered(session, { html }, 'forward', { html: '<html><body><p>FYI</p></body></html>' });
    expect(forward.names).toEqual(['logo.png', 'notes.txt']);
    expect(forward.html).toMatch(
      /^<html><body><p>FYI<\/p><br>[\s\S]*-----Original Message-----[\s\S]*<\/div><\/body><\/html>$/,
    );
    expect(forward.html).toContain(`<div>${shown}</div>`);
  });

  test('an answer in HTML to plain text shows the text as it is, and markup in it as text', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work', mail: false });
    const reply = await answered(session, { text: 'a <b> & "c"\n  d' }, 'reply', { html: '<p>Yes.</p>' });
    expect(reply.html).toContain('<div style="white-space:pre-wrap">a &lt;b&gt; &amp; &quot;c&quot;<br>  d</div>');
    expect(reply.text).toContain('Yes.');
  });

  test('loses nothing of HTML whose ends come before its beginnings', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work', mail: false });
    const { html } = await answered(session, { html: '</body></html><body>late</body>' }, 'reply', {});
    expect(html).toContain('>late</blockquote>');
  });
});

describe('MailAttachment.message', () => {
  test('opens a message within a message for reading; what needs a folder is refused', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work', mail: false });
    using outer = await session.drafts.compose({
      subject: 'Outer',
      attachments: [{ name: 'n.txt', content: 'notes' }],
    });
    await embed(outer.raw, async (inner) => {
      await ok(inner.SetProps([prop(PR_SUBJECT_W, 'Inner'), prop(PR_BODY_W, 'From within.')]));
    });
    using mail = await session.open(await outer.save());
    const kinds: string[] = [];
    for await (const attachment of mail.attachments()) {
      kinds.push(attachment.kind);
      using raw = await attachment.raw();
      const [number] = await ok(raw.GetProps([PR_ATTACH_NUM]));
      expect(number).toBe(attachment.number);
      if (attachment.kind === 'file') {
        await expect(attachment.message()).rejects.toMatchObject({ hr: MAPI_E_NO_SUPPORT });
        continue;
      }
      using inner = await attachment.message();
      expect([inner.subject, await inner.text(), inner.entryId.length]).toEqual(['Inner', 'From within.', 0]);
      for (const refused of [
        inner.moveTo(session.inbox),
        inner.copyTo(session.inbox),
        inner.delete(),
        inner.delete({ permanently: true }),
        inner.edit(),
      ])
        await expect(refused).rejects.toMatchObject({ hr: MAPI_E_NO_SUPPORT });
      using answer = await inner.forward({ to: 'bob@example.org' });
      using saved = await session.open(await answer.save());
      expect([saved.subject, await saved.text()]).toEqual(['FW: Inner', expect.stringContaining('From within.')]);
    }
    expect(kinds).toEqual(['file', 'message']);
  });
});

describe('MailMessage.edit', () => {
  test('goes on with a draft; one that waits to be sent is taken back first', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work', mail: false });
    {
      using begun = await session.drafts.compose({ subject: 'Half' });
      await begun.save();
    }
    let entryId: Uint8Array | null = null;
    for await (const entry of session.drafts.messages()) {
      using mail = await entry.open();
      const draft = await (await mail.edit()).set({ to: 'bob@example.org', subject: 'Whole' });
      entryId = (await draft.send()).entryId;
    }
    using waiting = await session.open(entryId as Uint8Array);
    expect(waiting.subject).toBe('Whole');
    await expect(waiting.edit()).rejects.toMatchObject({ hr: MAPI_E_SUBMITTED });
    await session.cancel(waiting.entryId);
    using _draft = await waiting.edit();
  });
});

describe('MailSession.onNewMail', () => {
  test('tells of what is announced as new, until it ends', async () => {
    await using _desk = await Desk.open();
    await using session = await logon({ profile: 'Work', mail: false });
    await deliver(session.inbox.raw, { subject: 'News' });
    using mail = await only(session);
    const lpEntryID = mail.entryId;
    const info = {
      lpEntryID,
      lpParentID: session.inbox.entryId,
      ulFlags: 0,
      lpszMessageClass: 'IPM.Note',
      ulMessageFlags: 0,
    };
    const heard: Uint8Array[] = [];
    const told = await session.onNewMail((entryId) => heard.push(entryId));
    await ok(session.store.NotifyNewMail({ ulEventType: fnevNewMail, info }));
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toEqual(lpEntryID);
    await told[Symbol.asyncDispose]();
    await ok(session.store.NotifyNewMail({ ulEventType: fnevNewMail, info }));
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toHaveLength(1);
  });
});

describe('MailMessage.resend', () => {
  test('sends a reported message once more, to those alone who did not get it', async () => {
    await using desk = await Desk.open();
    await using session = await logon({ profile: 'Work' });
    const draft = await session.outbox.compose({
      to: 'nobody@example.org, ann@example.org',
      subject: 'Hello',
      text: 'How are you?',
    });
    await (await draft.send()).settled();
    expect(desk.server.got.map(({ to }) => to)).toEqual([['ann@example.org']]);
    using report = await only(session);
    expect(report.class).toBe('REPORT.IPM.Note.NDR');
    const { undelivered } = await (await (await report.resend()).send()).settled();
    expect(undelivered).toMatchObject([{ address: 'nobody@example.org' }]);
    // The one who has it already gets nothing more.
    expect(desk.server.got).toHaveLength(1);
  });

  test('sends a message of Sent Items once more to everybody', async () => {
    await using desk = await Desk.open();
    await using session = await logon({ profile: 'Work' });
    const draft = await session.outbox.compose({ to: 'bob@example.org', subject: 'Hello', text: 'How are you?' });
    await (await draft.send()).settled();
    using sent = await only(session, 'sentItems');
    await (await (await sent.resend()).send()).settled();
    expect(desk.server.got.map(({ to }) => to)).toEqual([['bob@example.org'], ['bob@example.org']]);
    // Another message, not a duplicate of the first that receivers would drop.
    const ids = desk.server.got.map(({ text }) => /^Message-ID: (.*)\r$/im.exec(text)?.[1]);
    expect(ids[0]).toMatch(/^<.+@.+>$/);
    expect(new Set(ids).size).toBe(2);
    expect(await subjects(session.sentItems.messages())).toEqual(['Hello', 'Hello']);
  });
});
