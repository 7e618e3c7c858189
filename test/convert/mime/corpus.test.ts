import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ok } from '../../../src/com/index.js';
import { type MessagePlan, readMail, readMime, renderMime } from '../../../src/convert/index.js';
import {
  type IMAPIFolder as Folder,
  IMessage,
  KEEP_OPEN_READWRITE,
  type IMessage as Message,
  PR_SUBJECT_W,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  prop,
} from '../../../src/mapi/index.js';
import { inboxOf, newStore } from '../../providers/store/mailbox/stores.js';
import { useLedger } from '../../support/ledger.js';
import { attach, bytesOf, embed } from './letters.js';
import { shown } from './shown.js';

useLedger();

const folder = new URL('../../corpus/mime/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.eml'))
  .sort();
const letter = (name: string): Buffer => readFileSync(new URL(name, folder));
const crlf = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1');

describe.each(names)('%s', (name) => {
  test('becomes these properties, recipients and attachments', async () => {
    await expect(`${shown(readMime(crlf(letter(name))))}\n`).toMatchFileSnapshot(
      `../../corpus/mime/${name.replace(/eml$/, 'txt')}`,
    );
  });

  test('is the same with the line ends of files', () => {
    expect(shown(readMime(letter(name)))).toBe(shown(readMime(crlf(letter(name)))));
  });
});

/** What a message says, without what is only there of the header as it came and of the way it took. */
const said = (plan: MessagePlan): string =>
  shown(plan)
    .split('\n')
    .filter((line) => !line.trim().startsWith('PR_TRANSPORT_MESSAGE_HEADERS'))
    .join('\n');

test('what is saved in a store and rendered says the same again, and renders to the same bytes', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  const rendered = async (bytes: Uint8Array): Promise<Buffer> => {
    using message = await ok(inbox.CreateMessage(IMessage));
    await readMail(message, bytes);
    await ok(message.SaveChanges(2));
    return await bytesOf(await renderMime(message));
  };
  for (const name of names.filter((one) => !/^(?:report-(?!abuse|not)|bounce|signed|encrypted)/.test(one))) {
    const once = await rendered(letter(name));
    const twice = await rendered(once);
    expect(said(readMime(twice)), name).toBe(said(readMime(once)));
    // A file that came without a type has one from its name now.
    if (name !== 'uuencode.eml') expect(twice.toString('latin1'), name).toBe(once.toString('latin1'));
  }
});

test('what was signed or encrypted goes out byte for byte as it came', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  for (const name of ['signed.eml', 'encrypted-pgp.eml', 'encrypted-smime.eml']) {
    using message = await ok(inbox.CreateMessage(IMessage));
    const bytes = crlf(letter(name));
    await readMail(message, bytes);
    await ok(message.SaveChanges(2));
    const out = await bytesOf(await renderMime(message));
    const body = (mail: Buffer): string => mail.subarray(mail.indexOf('\r\n\r\n') + 4).toString('latin1');
    expect(body(out), name).toBe(body(bytes));
    expect(shown(readMime(out)).match(/PR_MESSAGE_CLASS.*/)?.[0]).toBe(
      shown(readMime(bytes)).match(/PR_MESSAGE_CLASS.*/)?.[0],
    );
  }
});

test('what was signed is the same within a message that forwards it', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  for (const name of ['signed.eml', 'encrypted-pgp.eml', 'encrypted-smime.eml']) {
    using message = await forwarding(inbox, (inner) => readMail(inner, crlf(letter(name))));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    const out = (await bytesOf(await renderMime(message))).toString('latin1');
    const came = crlf(letter(name)).toString('latin1');
    expect(out, name).toContain(came.slice(came.indexOf('\r\n\r\n') + 4).trimEnd());
    const [attachment] = readMime(Buffer.from(out, 'latin1')).attachments;
    expect(shown(attachment?.content as MessagePlan)).toMatch(/PR_MESSAGE_CLASS "IPM\.Note\.SMIME/);
  }
});

async function forwarding(inbox: Folder, fill: (inner: Message) => Promise<void>): Promise<Message> {
  const message = await ok(inbox.CreateMessage(IMessage));
  await ok(message.SetProps([prop(PR_SUBJECT_W, 'FW: signed')]));
  await embed(message, fill);
  return message;
}

// 6810001f: the fields that no property of MAPI says.
const COUNTED = /CLASS|NDR|DISPOSITION|EMAIL_ADDRESS|DELIVER_TIME|INTENDED|6810001f/;

test('reports are reports again (RFC 6522), for each recipient as they came', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  const reports = ['failed', 'read', 'not', 'mixed', 'delayed', 'exchange', 'global', 'denied'];
  for (const name of [
    ...reports.map((one) => `report-${one}.eml`),
    ...names.filter((one) => one.startsWith('bounce')),
  ]) {
    using message = await ok(inbox.CreateMessage(IMessage));
    await readMail(message, letter(name));
    await ok(message.SaveChanges(2));
    const again = readMime(await bytesOf(await renderMime(message)));
    // A report has to state a status, which a letter needn't.
    const counted = name.startsWith('bounce') ? /CLASS| {2}PR_EMAIL_ADDRESS/ : COUNTED;
    const key = (plan: MessagePlan): string =>
      said(plan)
        .split('\n')
        .filter((line) => counted.test(line) && !/SENDER|SENT_REP/.test(line))
        .join('\n');
    expect(key(again), name).toBe(key(readMime(letter(name))));
  }
});

test('who sent it again is told again, each time in a block of its own (RFC 5322 section 3.6.6)', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using message = await ok(inbox.CreateMessage(IMessage));
  await readMail(message, letter('resent.eml'));
  await ok(message.SaveChanges(2));
  const [header = ''] = (await bytesOf(await renderMime(message))).toString('utf8').split('\r\n\r\n', 1);
  expect(header.match(/^Resent-(?:From|Message-ID): .*/gm)).toEqual([
    'Resent-From: =?utf-8?Q?D=C3=A1na_Resender?= <dana@example.com>',
    'Resent-Message-ID: <again-2@example.com>',
    'Resent-From: first-time@example.org',
    'Resent-Message-ID: <again-1@example.org>',
  ]);
  expect(header).not.toMatch(/Resent-Bcc|Return-Path/);
  // Without the header as it came the last time is told all the same, as a transport that sends it does.
  const sent = (await bytesOf(await renderMime(message, { keepTransportHeaders: false }))).toString('utf8');
  expect(sent).toMatch(/^Resent-From: =\?UTF-8\?Q\?D=C3=A1na_Resender\?= <dana@example\.com>\r\n/m);
  expect(sent).toMatch(/^Resent-To: "Last, First" <first@example\.net>, second@example\.net\r\n/m);
  expect(sent).toMatch(/^Resent-Message-ID: <again-2@example\.com>\r\n/m);
  expect(sent).not.toContain('again-1');
});

test('a calendar says again what it wants (RFC 6047 section 2.4)', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using message = await ok(inbox.CreateMessage(IMessage));
  await readMail(message, letter('calendar.eml'));
  await ok(message.SaveChanges(2));
  const out = (await bytesOf(await renderMime(message))).toString('latin1').replaceAll(/\r\n[ \t]+/g, ' ');
  expect(out).toContain('Content-Type: text/calendar; method=REQUEST; charset=utf-8');
});

test('the header as it came is kept', () => {
  const plan = readMime(crlf(letter('people.eml')));
  const [, header] = plan.props.find(([tag]) => tag === PR_TRANSPORT_MESSAGE_HEADERS_W) ?? [];
  expect(String(header)).toContain('Bcc: hidden@example.org\r\n');
});

describe('bytes that are kept (PR_INTERNET_CONTENT)', () => {
  const keeping = async (
    inbox: Folder,
    name: string,
    change: (message: Message) => Promise<unknown>,
  ): Promise<[string, string]> => {
    using message: Message = await ok(inbox.CreateMessage(IMessage));
    await readMail(message, crlf(letter(name)), { keepSource: true });
    await change(message);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    return [(await bytesOf(await renderMime(message))).toString('latin1'), crlf(letter(name)).toString('latin1')];
  };

  test('go out as they came, without Bcc', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    for (const name of names) {
      const [out, came] = await keeping(inbox, name, async () => undefined);
      expect(out, name).toBe(came.replace(/^(?:Resent-)?Bcc: .*\r\n/gm, ''));
    }
  });

  test('do not when the message says something else meanwhile', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const [out, came] = await keeping(inbox, 'alternative.eml', (message) =>
      ok(message.SetProps([prop(PR_SUBJECT_W, 'Other')])),
    );
    expect(out).not.toBe(came);
    expect(out).toContain('Subject: Other\r\n');
    const [more] = await keeping(inbox, 'plain.eml', (message) => attach(message, 'a.txt', Buffer.from('a')));
    expect(more).toContain('a.txt');
  });
});
