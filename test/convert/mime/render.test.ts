import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { ok } from '../../../src/com/index.js';
import { type RenderOptions, renderMime } from '../../../src/convert/index.js';
import {
  ATT_MHTML_REF,
  changePropType,
  MAPI_CREATE,
  MAPI_E_TOO_COMPLEX,
  type IMessage as Message,
  namedProp,
  PR_ATTACH_CONTENT_ID_W,
  PR_ATTACH_FLAGS,
  PR_ATTACH_METHOD,
  PR_ATTACH_MIME_TAG_W,
  PR_ATTACH_PATHNAME_W,
  PR_AUTO_RESPONSE_SUPPRESS,
  PR_BODY_HTML_W,
  PR_BODY_W,
  PR_HTML,
  PR_IMPORTANCE,
  PR_IN_REPLY_TO_ID_W,
  PR_INTERNET_CPID,
  PR_INTERNET_MESSAGE_ID_W,
  PR_INTERNET_REFERENCES_W,
  PR_MESSAGE_CLASS_W,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_PRIORITY,
  PR_READ_RECEIPT_REQUESTED,
  PR_REPLY_RECIPIENT_ENTRIES,
  PR_REPLY_RECIPIENT_NAMES_W,
  PR_RTF_COMPRESSED,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_NAME_W,
  PR_SENSITIVITY,
  PR_SENT_REPRESENTING_ADDRTYPE_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SUBJECT_W,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  type PropTag,
  type PropValue,
  PS_INTERNET_HEADERS,
  PT_UNICODE,
  prop,
} from '../../../src/mapi/index.js';
import { compressRtf, contentsOfRtf, decompressRtf, rtfOfHtml, rtfOfText } from '../../../src/subsystem/index.js';
import { inboxOf, newStore } from '../../providers/store/mailbox/stores.js';
import { useLedger } from '../../support/ledger.js';
import { attach, bytesOf, embed, letter, oneOff, textOf, to } from './letters.js';

useLedger();

interface Mail {
  readonly text: string;
  readonly parsed: Email;
  readonly messageId: string;
  readonly omitted: readonly string[];
  /** The value of a header field, unfolded; undefined where it is missing. */
  field(name: string): string | undefined;
}

/** Renders a letter of a new store. */
async function mailOf(
  props: readonly PropValue[],
  recipients?: readonly (readonly PropValue[])[],
  more: (message: Message) => Promise<void> = async () => undefined,
  options?: RenderOptions,
): Promise<Mail> {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using message = await letter(inbox, props, recipients);
  await more(message);
  await ok(message.SaveChanges(2));
  const rendered = await renderMime(message, options);
  const bytes = await bytesOf(rendered);
  expect(rendered.source.size).toBe(bytes.length);
  // It can be had again, as a retry needs it.
  expect(await bytesOf(rendered)).toEqual(bytes);
  const text = bytes.toString('utf8');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  const [header = ''] = text.split('\r\n\r\n', 1);
  const unfolded = header.replaceAll(/\r\n(?=[ \t])/g, '');
  return {
    text,
    parsed: await PostalMime.parse(bytes),
    messageId: rendered.messageId,
    omitted: rendered.omitted,
    field: (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(unfolded)?.[1]?.trim(),
  };
}

const golden = (text: string, name: string): Promise<void> =>
  expect(text.replaceAll('\r\n', '\n')).toMatchFileSnapshot(`goldens/${name}.eml`);

const bytes = (attachment: { readonly content: string | ArrayBuffer | Uint8Array }): Buffer =>
  Buffer.from(attachment.content as Uint8Array);

describe('the header', () => {
  test('says from whom, to whom, when and about what (RFC 5322 section 3.6)', async () => {
    const { text, field } = await mailOf(
      [prop(PR_SUBJECT_W, 'RE: Lunch'), prop(PR_BODY_W, 'At one?')],
      [
        to('Bob Builder', 'bob@example.org'),
        to('O\'Hara, Carol "C"', 'carol@example.org', 2),
        to('', 'dan@example.org'),
      ],
    );
    expect(field('From')).toBe('Ann Author <ann@example.org>');
    expect(field('To')).toBe('Bob Builder <bob@example.org>, dan@example.org');
    expect(field('Cc')).toBe('"O\'Hara, Carol \\"C\\"" <carol@example.org>');
    expect(field('Subject')).toBe('RE: Lunch');
    expect(field('Date')).toBe('Wed, 04 Mar 2026 05:06:07 +0000');
    expect(field('Message-ID')).toBe('<one@example.org>');
    await golden(text, 'plain');
  });

  test('names the author, and who sent it for him (RFC 5322 section 3.6.2)', async () => {
    const { field } = await mailOf([
      prop(PR_SENT_REPRESENTING_NAME_W, 'The Boss'),
      prop(PR_SENT_REPRESENTING_ADDRTYPE_W, 'SMTP'),
      prop(PR_SENT_REPRESENTING_EMAIL_ADDRESS_W, 'boss@example.org'),
    ]);
    expect(field('From')).toBe('The Boss <boss@example.org>');
    expect(field('Sender')).toBe('Ann Author <ann@example.org>');
    expect((await mailOf([])).field('Sender')).toBeUndefined();
  });

  test('takes the address of the account where the message has only a name', async () => {
    const nameless = [prop(PR_SENDER_ADDRTYPE_W, 'NONE'), prop(PR_SENDER_NAME_W, 'Ann')];
    const { field } = await mailOf(nameless, undefined, undefined, {
      sender: { name: 'me', address: 'me@example.org' },
    });
    expect(field('From')).toBe('Ann <me@example.org>');
    expect((await mailOf(nameless)).field('From')).toBe('Ann:;');
  });

  test('keeps hidden recipients and those of the envelope out', async () => {
    const { text, field } = await mailOf(
      [],
      [
        to('Bob', 'bob@example.org'),
        to('Secret', 'secret@example.org', 3),
        to('Again', 'again@example.org', 0x10000000),
      ],
    );
    expect(field('To')).toBe('Bob <bob@example.org>');
    expect(text).not.toMatch(/secret|again|^bcc:/im);
    const hidden = await mailOf([], [to('Secret', 'secret@example.org', 3)]);
    expect(hidden.field('To')).toBe('undisclosed-recipients:;');
    expect(hidden.text).not.toMatch(/secret@/);
  });

  test('shows a submitted recipient of a message sent again like any other', async () => {
    const { field } = await mailOf([], [to('Bob', 'bob@example.org', 0x80000002)]);
    expect(field('Cc')).toBe('Bob <bob@example.org>');
  });

  test('names recipients of other address types without an address', async () => {
    const fax: readonly PropValue[] = to('Fax of Dan', '+1 555 0100').map((each) =>
      each[1] === 'SMTP' ? prop(each[0] as PropTag<string>, 'FAX') : each,
    );
    expect((await mailOf([], [fax, to('Bob', 'bob@example.org')])).field('To')).toBe(
      'Fax of Dan:;, Bob <bob@example.org>',
    );
  });

  test('asks for answers where the author wants them', async () => {
    const entries = [oneOff('Desk', 'SMTP', 'desk@example.org'), oneOff('', 'SMTP', 'two@example.org', false)];
    const flat = entries.map((entry) => {
      const part = Buffer.alloc(4 + ((entry.length + 3) & ~3));
      part.writeUInt32LE(entry.length, 0);
      part.set(entry, 4);
      return part;
    });
    const head = Buffer.alloc(8);
    head.writeUInt32LE(entries.length, 0);
    const { field } = await mailOf([
      prop(PR_REPLY_RECIPIENT_ENTRIES, Buffer.concat([head, ...flat])),
      prop(PR_REPLY_RECIPIENT_NAMES_W, 'Desk; Second'),
    ]);
    expect(field('Reply-To')).toBe('Desk <desk@example.org>, Second <two@example.org>');
    const broken = await mailOf([
      prop(PR_REPLY_RECIPIENT_ENTRIES, Buffer.from([9, 0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0])),
    ]);
    expect(broken.field('Reply-To')).toBeUndefined();
  });

  test('threads the conversation', async () => {
    const { field } = await mailOf([
      prop(PR_IN_REPLY_TO_ID_W, '<parent@example.org>'),
      prop(PR_INTERNET_REFERENCES_W, '<root@example.org> <mid@example.org>'),
    ]);
    expect(field('In-Reply-To')).toBe('<parent@example.org>');
    expect(field('References')).toBe('<root@example.org> <mid@example.org> <parent@example.org>');
    expect(field('Thread-Topic')).toBe('A letter');
    expect(field('Thread-Index')).toBe('AAECAwQFBgcICQoLDA0ODxAREhMUFQ==');
  });

  test('keeps the first and the last hundred of many references', async () => {
    const ids = Array.from({ length: 500 }, (_, index) => `<${index}@x>`);
    const kept = (await mailOf([prop(PR_INTERNET_REFERENCES_W, ids.join(' '))])).field('References')?.split(/\s+/);
    expect(kept).toEqual([ids[0], ...ids.slice(-99)]);
  });

  test('tells importance, priority, sensitivity and wishes, and is silent about the usual ones', async () => {
    const { field } = await mailOf([
      prop(PR_IMPORTANCE, 2),
      prop(PR_PRIORITY, 1),
      prop(PR_SENSITIVITY, 3),
      prop(PR_AUTO_RESPONSE_SUPPRESS, 0x12),
      prop(PR_READ_RECEIPT_REQUESTED, true),
      prop(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, true),
    ]);
    expect(field('Importance')).toBe('high');
    expect(field('X-Priority')).toBe('1');
    expect(field('Priority')).toBe('urgent');
    expect(field('Sensitivity')).toBe('Company-Confidential');
    expect(field('X-Auto-Response-Suppress')).toBe('NDR, OOF');
    expect(field('Disposition-Notification-To')).toBe('Ann Author <ann@example.org>');
    expect(field('Return-Receipt-To')).toBe('Ann Author <ann@example.org>');
    const usual = await mailOf([prop(PR_IMPORTANCE, 1), prop(PR_PRIORITY, 0), prop(PR_SENSITIVITY, 0)]);
    expect(usual.text).not.toMatch(/importance|priority|sensitivity|disposition-not|return-receipt/i);
  });

  test('has the fields that programs set by name, and no other than those', async () => {
    const { field, text } = await mailOf([], undefined, async (message) => {
      const names = ['X-Campaign', 'Bcc', 'Content-Type', 'not a name'].map((name) =>
        namedProp(PS_INTERNET_HEADERS, name),
      );
      const tags = await ok(message.GetIDsFromNames(names, MAPI_CREATE));
      const values = ['Überall', 'evil@example.org', 'text/evil', 'evil'];
      await ok(
        message.SetProps(tags.map((tag, index) => prop(changePropType(tag, PT_UNICODE), values[index] as string))),
      );
    });
    expect(field('X-Campaign')).toBe('=?UTF-8?Q?=C3=9Cberall?=');
    expect(text).not.toMatch(/evil/);
  });

  test('keeps the fields it came with, unless properties say it or they must not leave', async () => {
    const headers =
      'Return-Path: <x@example.org>\r\nReceived: from a.example\r\n\tby b.example; Wed, 4 Mar 2026 05:00:00 +0000\r\n' +
      'Subject: another\r\nBcc: secret@example.org\r\nX-Ray: yes\r\nContent-Type: text/html\r\n\r\nX-Body: no';
    const props = [prop(PR_TRANSPORT_MESSAGE_HEADERS_W, headers)];
    const { text, field } = await mailOf(props);
    expect(text).toContain('Received: from a.example\r\n\tby b.example; Wed, 4 Mar 2026 05:00:00 +0000\r\n');
    expect(field('X-Ray')).toBe('yes');
    expect(text).not.toMatch(/another|secret|x-body|return-path|text\/html/i);
    const without = await mailOf(props, undefined, undefined, { keepTransportHeaders: false });
    expect(without.text).not.toMatch(/x-ray|received/i);
  });
});

describe('the Message-ID', () => {
  test('is derived where the message has none, and stays the same', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await letter(inbox);
    await ok(message.DeleteProps([PR_INTERNET_MESSAGE_ID_W]));
    await ok(message.SaveChanges(2));
    const first = await renderMime(message);
    expect(first.messageId).toMatch(/^<[0-9a-f]{32}@example\.org>$/);
    expect((await renderMime(message)).messageId).toBe(first.messageId);
    expect(await textOf(first)).toContain(`\r\nMessage-ID: ${first.messageId}\r\n`);
    using other = await letter(inbox);
    await ok(other.DeleteProps([PR_INTERNET_MESSAGE_ID_W]));
    await ok(other.SaveChanges(2));
    expect((await renderMime(other)).messageId).not.toBe(first.messageId);
  });

  test('gets its brackets, and one that is no identifier is not taken', async () => {
    expect((await mailOf([prop(PR_INTERNET_MESSAGE_ID_W, 'a@b')])).messageId).toBe('<a@b>');
    const odd = await mailOf([prop(PR_INTERNET_MESSAGE_ID_W, '<a@b>\r\nBcc: evil@example.org')]);
    expect(odd.messageId).toBe('<a@b>');
    expect(odd.text).not.toMatch(/evil/);
    expect((await mailOf([prop(PR_INTERNET_MESSAGE_ID_W, 'no identifier')])).messageId).toMatch(/^<[0-9a-f]{32}@/);
  });
});

describe('the body', () => {
  test('is plain where the message is plain', async () => {
    const { parsed, field, text } = await mailOf([prop(PR_BODY_W, 'One\nTwo\r\nThree\r')]);
    expect(field('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(text.split('\r\n\r\n')[1]).toBe('One\r\nTwo\r\nThree\r\n');
    expect(parsed.html).toBeUndefined();
  });

  test('is both where it was written as HTML (RFC 2046 section 5.1.4)', async () => {
    const html = '<p>Grüße &amp; <b>mehr</b></p>';
    const { parsed, field, text } = await mailOf([prop(PR_HTML, Buffer.from(html)), prop(PR_INTERNET_CPID, 65001)]);
    expect(field('Content-Type')).toMatch(/^multipart\/alternative;/);
    expect(parsed.html?.trim()).toBe(html);
    expect(parsed.text?.trim()).toBe('Grüße & mehr');
    await golden(text, 'alternative');
  });

  test('HTML that was set as text (PR_BODY_HTML) goes out as HTML, too', async () => {
    const { parsed } = await mailOf([prop(PR_BODY_HTML_W, '<p>Grüße, <b>Ann</b></p>')]);
    expect(parsed.html?.trim()).toBe('<p>Grüße, <b>Ann</b></p>');
    expect(parsed.text?.trim()).toBe('Grüße, Ann');
  });

  test('keeps the code page of its HTML', async () => {
    const html = Buffer.from([0x3c, 0x70, 0x3e, 0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x3c, 0x2f, 0x70, 0x3e]);
    const { parsed, text } = await mailOf([prop(PR_HTML, html), prop(PR_INTERNET_CPID, 1251)]);
    expect(text).toContain('text/html; charset=windows-1251');
    expect(parsed.html?.trim()).toBe('<p>Привет</p>');
  });

  test.each([
    ['UTF-16, which no text part can have', 1200, Buffer.from('<p>Ж</p>', 'utf16le'), '<p>Ж</p>'],
    ['a code page that mail does not know', 37, Buffer.from('<p>é</p>'), '<p>é</p>'],
    ['no UTF-8 although it should be', 65001, Buffer.from('<p>\xe9</p>', 'latin1'), '<p>é</p>'],
  ])('reads %s', async (_, codePage, html, expected) => {
    expect((await mailOf([prop(PR_HTML, html), prop(PR_INTERNET_CPID, codePage)])).parsed.html?.trim()).toBe(expected);
  });

  test.each([
    ['the reader given', (rtf: Uint8Array) => contentsOfRtf(decompressRtf(rtf))],
    ['the message itself', undefined],
  ])('comes out of RTF by %s', async (_, readRtf) => {
    const options = readRtf === undefined ? {} : { readRtf };
    const html = '<html><body><p>Hi <b>there</b></p></body></html>';
    const made = await mailOf([prop(PR_RTF_COMPRESSED, compressRtf(rtfOfHtml(html)))], undefined, undefined, options);
    expect(made.parsed.html).toContain('<b>there</b>');
    expect(made.parsed.text).toContain('Hi there');
    const text = await mailOf(
      [prop(PR_RTF_COMPRESSED, compressRtf(rtfOfText('Just text')))],
      undefined,
      undefined,
      options,
    );
    expect(text.parsed.text).toContain('Just text');
  });

  test('is whole where it is larger than GetProps gives', async () => {
    const long = 'Zeile mit Umlaut: ä\r\n'.repeat(20_000);
    const { parsed } = await mailOf([prop(PR_BODY_W, long)]);
    expect(parsed.text?.replaceAll('\r\n', '\n')).toBe(long.replaceAll('\r\n', '\n'));
  });
});

describe('attachments', () => {
  test('come out as they went in, large ones and empty ones', async () => {
    const large = Buffer.from(Array.from({ length: 400_001 }, (_, index) => (index * 7) & 0xff));
    const { parsed, text } = await mailOf([prop(PR_BODY_W, 'See below')], undefined, async (message) => {
      await attach(message, 'large.bin', large);
      await attach(message, 'empty.txt', Buffer.alloc(0));
      await attach(message, 'Übersicht "März".pdf', Buffer.from('%PDF'), prop(PR_ATTACH_MIME_TAG_W, 'Application/PDF'));
    });
    expect(parsed.attachments.map(({ filename, mimeType, disposition }) => [filename, mimeType, disposition])).toEqual([
      ['large.bin', 'application/octet-stream', 'attachment'],
      ['empty.txt', 'text/plain', 'attachment'],
      ['Übersicht "März".pdf', 'application/pdf', 'attachment'],
    ]);
    expect(bytes(parsed.attachments[0] as never).equals(large)).toBe(true);
    expect(bytes(parsed.attachments[1] as never)).toHaveLength(0);
    expect(text).toContain('multipart/mixed');
  });

  test('that the HTML shows belong to it (RFC 2046 section 5.1.4, RFC 2392)', async () => {
    const { parsed, text } = await mailOf(
      [prop(PR_HTML, Buffer.from('<p><img src="cid:pixel@x"><img src="cid:flagged@x"></p>'))],
      undefined,
      async (message) => {
        await attach(message, 'pixel.png', Buffer.from('p'), prop(PR_ATTACH_CONTENT_ID_W, '<pixel@x>'));
        await attach(
          message,
          'a.png',
          Buffer.from('q'),
          prop(PR_ATTACH_CONTENT_ID_W, 'flagged@x'),
          prop(PR_ATTACH_FLAGS, ATT_MHTML_REF),
        );
        await attach(message, 'apart.png', Buffer.from('r'), prop(PR_ATTACH_CONTENT_ID_W, 'nowhere@x'));
      },
    );
    expect(
      parsed.attachments.map(({ contentId, related, disposition }) => [contentId, related ?? false, disposition]),
    ).toEqual([
      ['<pixel@x>', true, 'inline'],
      ['<flagged@x>', true, 'inline'],
      ['<nowhere@x>', false, 'attachment'],
    ]);
    await golden(text, 'related');
  });

  test('never lead out of a folder, and tell no path of the sender', async () => {
    const { parsed } = await mailOf([prop(PR_BODY_W, 'x')], undefined, async (message) => {
      await attach(message, 'C:\\Users\\ann\\..\\secret.txt', Buffer.from('a'));
      await attach(message, '../../etc/passwd', Buffer.from('b'));
    });
    expect(parsed.attachments.map(({ filename }) => filename)).toEqual(['secret.txt', 'passwd']);
  });

  test('may not claim to hold parts', async () => {
    const { parsed } = await mailOf([prop(PR_BODY_W, 'x')], undefined, async (message) => {
      await attach(message, 'mail.eml', Buffer.from('Subject: x\n\ny'), prop(PR_ATTACH_MIME_TAG_W, 'message/rfc822'));
      await attach(message, 'odd', Buffer.from('b'), prop(PR_ATTACH_MIME_TAG_W, 'text/plain\r\nBcc: evil@example.org'));
    });
    expect(parsed.attachments.map(({ mimeType }) => mimeType)).toEqual([
      'application/octet-stream',
      'application/octet-stream',
    ]);
  });

  test('that are messages are messages (RFC 2046 section 5.2.1)', async () => {
    const { parsed, text } = await mailOf([prop(PR_BODY_W, 'Forwarded')], undefined, async (message) => {
      await embed(message, async (inner) => {
        await ok(inner.SetProps([prop(PR_SUBJECT_W, 'Inner'), prop(PR_BODY_W, 'Inside ä')]));
        await attach(inner, 'deep.bin', Buffer.alloc(100_000, 1));
      });
    });
    const [inner] = parsed.attachments;
    expect(inner?.mimeType).toBe('message/rfc822');
    const nested = await PostalMime.parse(bytes(inner as never));
    expect([nested.subject, nested.text?.trim()]).toEqual(['Inner', 'Inside ä']);
    expect(bytes(nested.attachments[0] as never).equals(Buffer.alloc(100_000, 1))).toBe(true);
    expect(text).not.toMatch(/[^\0-\x7f]/);
  });

  test('that mail can not carry are named', async () => {
    const { omitted, parsed } = await mailOf([prop(PR_BODY_W, 'x')], undefined, async (message) => {
      const { lppAttach } = await ok(message.CreateAttach(null));
      using link = lppAttach;
      await ok(
        link.SetProps([prop(PR_ATTACH_METHOD, 2), prop(PR_ATTACH_PATHNAME_W, 'X:\\far'), prop(PR_SUBJECT_W, '')]),
      );
      await ok(link.SaveChanges(0));
    });
    expect(omitted).toHaveLength(1);
    expect(parsed.attachments).toHaveLength(0);
  });

  test('of an encrypted message are all there is', async () => {
    const { field, parsed } = await mailOf(
      [prop(PR_MESSAGE_CLASS_W, 'IPM.Note.SMIME'), prop(PR_BODY_W, 'not for everybody')],
      undefined,
      (message) =>
        attach(message, 'smime.p7m', Buffer.from('sealed'), prop(PR_ATTACH_MIME_TAG_W, 'application/pkcs7-mime')),
    );
    expect(field('Content-Type')).toMatch(/^application\/pkcs7-mime/);
    expect(String(bytes(parsed.attachments[0] as never))).toBe('sealed');
  });

  test('of a message that was signed in the clear are its body, byte for byte', async () => {
    const body =
      'Content-Type: multipart/signed; boundary=b;\r\n protocol="application/pkcs7-signature"\r\n\r\n' +
      '--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nfür dich  \r\n' +
      '--b\r\nContent-Type: application/pkcs7-signature\r\n\r\nsignature\r\n--b--\r\n';
    const props = [prop(PR_MESSAGE_CLASS_W, 'IPM.Note.SMIME.MultipartSigned')];
    const signed = (bytes: string) => (message: Message) =>
      attach(message, 'smime.p7m', Buffer.from(bytes), prop(PR_ATTACH_MIME_TAG_W, 'multipart/signed'));
    const { text, field } = await mailOf(props, undefined, signed(body));
    expect(text.endsWith(`\r\nMIME-Version: 1.0\r\n${body}`)).toBe(true);
    expect(field('Subject')).toBe('A letter');
    // What would bring fields of its own into the header is no such body, and goes as a file.
    const forged = await mailOf(props, undefined, signed(`Bcc: evil@example.org\r\n${body}`));
    expect(forged.field('Bcc')).toBeUndefined();
    expect(forged.field('Content-Type')).toMatch(/^application\/octet-stream/);
  });

  test('may be messages in messages, up to a limit', async () => {
    const nested =
      (depth: number) =>
      async (message: Message): Promise<void> => {
        if (depth > 0) await embed(message, nested(depth - 1));
        await ok(message.SetProps([prop(PR_SUBJECT_W, `level ${depth}`)]));
      };
    const deep = await mailOf([], undefined, nested(5));
    for (const level of [0, 1, 2, 3, 4]) expect(deep.text).toContain(`Subject: level ${level}\r\n`);
    await expect(mailOf([], undefined, nested(34))).rejects.toMatchObject({ hr: MAPI_E_TOO_COMPLEX });
  });
});
