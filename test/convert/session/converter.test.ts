import { describe, expect, test } from 'vitest';
import {
  CLSCTX_INPROC_SERVER,
  CoCreateInstance,
  ComError,
  com,
  createMemoryStream,
  E_INVALIDARG,
  type Impl,
  ok,
  type IStream as Stream,
} from '../../../src/com/index.js';
import { readMime } from '../../../src/convert/index.js';
import {
  CCSF_8BITHEADERS,
  CCSF_EMBEDDED_MESSAGE,
  CCSF_GLOBAL_MESSAGE,
  CCSF_INCLUDE_BCC,
  CCSF_NO_MSGID,
  CCSF_NOHEADERS,
  CCSF_PLAIN_TEXT_ONLY,
  CCSF_SMTP,
  CCSF_USE_RTF,
  CCSF_USE_TNEF,
  CLSID_IConverterSession,
  CSET_APPLY_ALL,
  CSET_APPLY_UNTAGGED,
  IAddrBook,
  IConverterSession,
  IET_7BIT,
  IET_8BIT,
  IET_BASE64,
  IET_BINHEX40,
  IET_QP,
  IET_UUENCODE,
  IMessage,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  type IMessage as Message,
  MSGFLAG_UNSENT,
  PR_BODY_W,
  PR_DISPLAY_NAME_W,
  PR_HTML,
  PR_INTERNET_CPID,
  PR_MESSAGE_FLAGS,
  PR_RECIPIENT_TYPE,
  PR_SENDER_NAME_W,
  PR_SMTP_ADDRESS_W,
  PR_SUBJECT_W,
  type PropValue,
  prop,
  SAVE_RFC822,
  SAVE_RFC1521,
} from '../../../src/mapi/index.js';
import { inboxOf, newStore, propOf, rowsOf } from '../../providers/store/mailbox/stores.js';
import { useLedger } from '../../support/ledger.js';
import { attach, letter, to } from '../mime/letters.js';

useLedger();

const converter = (): IConverterSession =>
  ok(CoCreateInstance(CLSID_IConverterSession, null, CLSCTX_INPROC_SERVER, IConverterSession));

async function bytesIn(stream: Stream): Promise<Buffer> {
  await ok(stream.Seek(0n, 0));
  return Buffer.from(await ok(stream.Read(1_000_000)));
}

/** MIME of a letter by a session that `set` has prepared. */
async function mimeOf(
  props: readonly PropValue[],
  flags: number,
  set: (session: IConverterSession) => Promise<unknown> = async () => undefined,
  recipients = [to('Bob', 'bob@example.org'), to('Hidden', 'hidden@example.org', 3)],
  fill: (message: Message) => Promise<unknown> = async () => undefined,
): Promise<string> {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using message = await letter(inbox, props, recipients);
  await fill(message);
  await ok(message.SaveChanges(2));
  using session = converter();
  await set(session);
  using stream = createMemoryStream();
  await ok(session.MAPIToMIMEStm(message, stream, CCSF_SMTP | flags));
  return (await bytesIn(stream)).toString('latin1');
}

async function read<T>(mime: string, flags: number, look: (message: Message) => Promise<T>): Promise<T> {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using message = await ok(inbox.CreateMessage(IMessage));
  using session = converter();
  using stream = createMemoryStream(Buffer.from(mime, 'utf8'));
  await ok(session.MIMEToMAPI(stream, message, null, flags));
  await ok(message.SaveChanges(2));
  return await look(message);
}

const html = (text: string): PropValue => prop(PR_HTML, Buffer.from(text));
const unfolded = (text: string): string => text.replaceAll(/\r\n[ \t]+/g, ' ');

describe('IConverterSession::MIMEToMAPI', () => {
  const mime =
    'From: ann@example.org\r\nTo: bob@example.org\r\nBcc: eve@example.org\r\nX-Unsent: 1\r\nSubject: =?utf-8?Q?=C3=84?=\r\n\r\nHi\r\n';

  test('fills the message, which the caller saves', async () => {
    await read(mime, CCSF_SMTP, async (message) => {
      expect(await propOf(message, PR_SUBJECT_W)).toBe('Ä');
      expect(await propOf(message, PR_BODY_W)).toBe('Hi\r\n');
    });
  });

  test('reads from where the stream stands', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await ok(inbox.CreateMessage(IMessage));
    using session = converter();
    using stream = createMemoryStream(Buffer.from(`not mail\r\n${mime}`));
    await ok(stream.Seek(10n, 0));
    await ok(session.MIMEToMAPI(stream, message, null));
    expect(await propOf(message, PR_SUBJECT_W)).toBe('Ä');
  });

  test('takes over Bcc with CCSF_INCLUDE_BCC alone', async () => {
    const kinds = (flags: number): Promise<unknown> =>
      read(mime, flags, async (message) => {
        using table = await ok(message.GetRecipientTable(0));
        return (await rowsOf(table, [PR_RECIPIENT_TYPE])).flat();
      });
    expect(await kinds(CCSF_SMTP)).toEqual([1]);
    expect(await kinds(CCSF_SMTP | CCSF_INCLUDE_BCC)).toEqual([1, 3]);
  });

  test('reads from X-Unsent whether it was sent, with CCSF_EMBEDDED_MESSAGE', async () => {
    const unsent = (text: string): Promise<number> =>
      read(text, CCSF_EMBEDDED_MESSAGE, async (message) => (await propOf(message, PR_MESSAGE_FLAGS)) as number).then(
        (flags) => flags & MSGFLAG_UNSENT,
      );
    expect(await unsent(mime)).toBe(MSGFLAG_UNSENT);
    expect(await unsent(mime.replace('X-Unsent: 1\r\n', ''))).toBe(0);
  });

  test('answers E_INVALIDARG for what is missing or does not exist', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await ok(inbox.CreateMessage(IMessage));
    using session = converter();
    using stream = createMemoryStream(Buffer.from(mime));
    expect(await session.MIMEToMAPI(null as never, message, null)).toBe(E_INVALIDARG);
    expect(await session.MIMEToMAPI(stream, null as never, null)).toBe(E_INVALIDARG);
    expect(await session.MIMEToMAPI(stream, message, 'server')).toBe(E_INVALIDARG);
    expect(await session.MIMEToMAPI(stream, message, null, CCSF_NOHEADERS)).toBe(E_INVALIDARG);
    expect(await session.MIMEToMAPI(stream, message, null, 0x1000_0000)).toBe(E_INVALIDARG);
  });
});

describe('IConverterSession::MAPIToMIMEStm', () => {
  const text = [prop(PR_BODY_W, 'Grüße'), prop(PR_SUBJECT_W, 'Grüße, Ännchen'), prop(PR_SENDER_NAME_W, 'Änn, A.')];

  test('writes the message, without hidden recipients', async () => {
    const mime = await mimeOf(text, 0);
    expect(mime).toMatch(/^Subject: =\?UTF-8\?Q\?/m);
    expect(mime).toContain('To: Bob <bob@example.org>\r\n');
    expect(mime).not.toContain('hidden@');
    expect(readMime(Buffer.from(mime, 'latin1')).recipients).toHaveLength(1);
  });

  test('names hidden recipients with CCSF_INCLUDE_BCC', async () => {
    expect(await mimeOf(text, CCSF_INCLUDE_BCC)).toContain('\r\nBcc: Hidden <hidden@example.org>\r\n');
  });

  test('has no Message-ID with CCSF_NO_MSGID, and no header but that of the parts with CCSF_NOHEADERS', async () => {
    expect(await mimeOf(text, 0)).toMatch(/^Message-ID: <one@example\.org>\r$/m);
    expect(await mimeOf(text, CCSF_NO_MSGID)).not.toMatch(/^Message-ID:/m);
    const [header = ''] = (await mimeOf(text, CCSF_NOHEADERS)).split('\r\n\r\n', 1);
    expect(header.match(/^[\w-]+(?=:)/gm)?.sort()).toEqual([
      'Content-Transfer-Encoding',
      'Content-Type',
      'MIME-Version',
    ]);
  });

  test.each([
    ['CCSF_8BITHEADERS', CCSF_8BITHEADERS],
    ['CCSF_GLOBAL_MESSAGE', CCSF_GLOBAL_MESSAGE],
  ])('lets letters beyond ASCII stand in the header with %s', async (_, flag) => {
    const mime = Buffer.from(await mimeOf(text, flag), 'latin1').toString('utf8');
    expect(mime).toContain('\r\nSubject: Grüße, Ännchen\r\n');
    expect(mime).toContain('From: "Änn, A." <ann@example.org>\r\n');
  });

  test('leaves HTML out with CCSF_PLAIN_TEXT_ONLY', async () => {
    const both = [prop(PR_BODY_W, 'plain'), html('<b>rich</b>')];
    expect(await mimeOf(both, 0)).toContain('multipart/alternative');
    const mime = await mimeOf(both, CCSF_PLAIN_TEXT_ONLY);
    expect(mime).toMatch(/^Content-Type: text\/plain/m);
    expect(mime).not.toContain('rich');
  });

  test('tells of a message that was not sent with CCSF_EMBEDDED_MESSAGE', async () => {
    expect(await mimeOf(text, CCSF_EMBEDDED_MESSAGE)).toContain('\r\nX-Unsent: 1\r\n');
    expect(await mimeOf(text, 0)).not.toContain('X-Unsent');
  });

  test('answers E_INVALIDARG without CCSF_SMTP and for what does not go together, MAPI_E_NO_SUPPORT for TNEF and RTF', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await letter(inbox);
    using session = converter();
    using stream = createMemoryStream();
    expect(await session.MAPIToMIMEStm(message, stream, 0)).toBe(E_INVALIDARG);
    expect(await session.MAPIToMIMEStm(null as never, stream, CCSF_SMTP)).toBe(E_INVALIDARG);
    expect(await session.MAPIToMIMEStm(message, null as never, CCSF_SMTP)).toBe(E_INVALIDARG);
    expect(await session.MAPIToMIMEStm(message, stream, CCSF_SMTP | 0x1)).toBe(E_INVALIDARG);
    expect(await session.MAPIToMIMEStm(message, stream, CCSF_SMTP | CCSF_PLAIN_TEXT_ONLY | CCSF_USE_TNEF)).toBe(
      E_INVALIDARG,
    );
    expect(await session.MAPIToMIMEStm(message, stream, CCSF_SMTP | CCSF_USE_TNEF)).toBe(MAPI_E_NO_SUPPORT);
    expect(await session.MAPIToMIMEStm(message, stream, CCSF_SMTP | CCSF_USE_RTF)).toBe(MAPI_E_NO_SUPPORT);
    expect((await bytesIn(stream)).length).toBe(0);
  });
});

describe('IConverterSession::SetEncoding', () => {
  test.each([
    ['IET_BASE64', IET_BASE64, /Content-Transfer-Encoding: base64\r\n/, 'R3LDvMOfZQ=='],
    ['IET_QP', IET_QP, /Content-Transfer-Encoding: quoted-printable\r\n/, 'Gr=C3=BC=C3=9Fe'],
    ['IET_8BIT', IET_8BIT, /Content-Transfer-Encoding: 8bit\r\n/, Buffer.from('Grüße').toString('latin1')],
    ['IET_UUENCODE', IET_UUENCODE, /Content-Transfer-Encoding: x-uuencode\r\n/, "'1W+#O,.?90``\r\n`\r\nend"],
    // What is not of seven bits can't go so.
    ['IET_7BIT', IET_7BIT, /Content-Transfer-Encoding: quoted-printable\r\n/, 'Gr=C3=BC=C3=9Fe'],
  ])('%s', async (_, encoding, field, body) => {
    const mime = await mimeOf([prop(PR_BODY_W, 'Grüße')], 0, (session) => ok(session.SetEncoding(encoding)));
    expect(mime).toMatch(field);
    expect(mime).toContain(body);
    const plan = readMime(Buffer.from(mime, 'latin1'));
    expect(String(plan.props.find(([tag]) => tag === PR_BODY_W)?.[1]).trim()).toBe('Grüße');
  });

  test('answers E_INVALIDARG for the others', async () => {
    using session = converter();
    expect(await session.SetEncoding(IET_BINHEX40)).toBe(E_INVALIDARG);
    expect(await session.SetEncoding(0)).toBe(E_INVALIDARG);
  });
});

test('SetCharset: the text, and with CSET_APPLY_ALL the HTML, in a code page that has all its letters', async () => {
  const props = [prop(PR_BODY_W, 'привет'), html('<p>привет</p>'), prop(PR_INTERNET_CPID, 65001)];
  const types = (mime: string): unknown => unfolded(mime).match(/text\/\w+; charset=[\w-]+/g);
  const set = (page: number, kind: number) => (session: IConverterSession) => ok(session.SetCharset(true, page, kind));
  expect(types(await mimeOf(props, 0))).toEqual(['text/plain; charset=utf-8', 'text/html; charset=utf-8']);
  const koi = await mimeOf(props, 0, set(20866, CSET_APPLY_ALL));
  expect(types(koi)).toEqual(['text/plain; charset=koi8-r', 'text/html; charset=koi8-r']);
  expect(readMime(Buffer.from(koi, 'latin1')).props.find(([tag]) => tag === PR_BODY_W)?.[1]).toContain('привет');
  expect(types(await mimeOf(props, 0, set(1251, CSET_APPLY_UNTAGGED)))).toEqual([
    'text/plain; charset=windows-1251',
    'text/html; charset=utf-8',
  ]);
  expect(types(await mimeOf(props, 0, set(1252, CSET_APPLY_ALL)))).toEqual([
    'text/plain; charset=utf-8',
    'text/html; charset=utf-8',
  ]);
  const back = async (session: IConverterSession): Promise<unknown> => {
    await ok(session.SetCharset(true, 20866, CSET_APPLY_ALL));
    return ok(session.SetCharset(false, 0, CSET_APPLY_UNTAGGED));
  };
  expect(types(await mimeOf(props, 0, back))).toEqual(['text/plain; charset=utf-8', 'text/html; charset=utf-8']);
  using session = converter();
  expect(await session.SetCharset(true, 1, CSET_APPLY_ALL)).toBe(E_INVALIDARG);
  expect(await session.SetCharset(true, 1252, 9)).toBe(E_INVALIDARG);
});

test('SetTextWrapping: plain text is broken at blanks, and what is quoted or has no blanks is not', async () => {
  const words = `${'word '.repeat(10).trim()}\r\n> ${'quoted '.repeat(8).trim()}\r\n${'x'.repeat(40)}`;
  const wrap = (session: IConverterSession) => ok(session.SetTextWrapping(true, 20));
  const mime = await mimeOf([prop(PR_BODY_W, words)], 0, wrap);
  const body = mime.slice(mime.indexOf('\r\n\r\n') + 4).trim();
  expect(body.split('\r\n').slice(0, 3)).toEqual(['word word word word', 'word word word word', 'word word']);
  expect(body).toContain(`> ${'quoted '.repeat(8).trim()}`);
  expect(body).toContain('x'.repeat(40));
  using session = converter();
  expect(await session.SetTextWrapping(true, 0)).toBe(E_INVALIDARG);
});

test('SetSaveFormat: SAVE_RFC822 is text with its files in uuencode behind it', async () => {
  const save = (format: number) => (session: IConverterSession) => ok(session.SetSaveFormat(format));
  const bytes = Buffer.from(Array.from({ length: 100 }, (_, index) => index));
  const fill = (message: Message) => attach(message, 'a.bin', bytes);
  const old = await mimeOf([prop(PR_BODY_W, 'See below')], 0, save(SAVE_RFC822), undefined, fill);
  expect(old).not.toMatch(/MIME-Version|Content-Type/);
  expect(old).toMatch(/\r\n\r\nSee below\r\n\r\nbegin 644 a\.bin\r\nM[!-`\r\n]+`\r\nend\r\n$/);
  const [file] = readMime(Buffer.from(old, 'latin1')).attachments;
  expect(Buffer.compare(file?.content as Uint8Array, bytes)).toBe(0);
  const mime = await mimeOf([prop(PR_BODY_W, 'See below')], 0, save(SAVE_RFC1521), undefined, fill);
  expect(mime).toContain('MIME-Version: 1.0');
  using session = converter();
  expect(await session.SetSaveFormat(7)).toBe(E_INVALIDARG);
});

test('SetAdrBook: completes recipients who have only a name, and lets go of the book when told to', async () => {
  const named = (name: string): readonly PropValue[] => [prop(PR_DISPLAY_NAME_W, name), prop(PR_RECIPIENT_TYPE, 1)];
  const people = [named('Zoe'), named('Nobody'), to('Bob', 'bob@example.org')];
  const asked: unknown[] = [];
  const book = com(
    {
      ResolveName(_window: number, _flags: number, _title: string | null, list: readonly (readonly PropValue[])[]) {
        asked.push(list[0]?.[0]?.[1]);
        if (list[0]?.[0]?.[1] === 'Zoe') return [[...(list[0] ?? []), prop(PR_SMTP_ADDRESS_W, 'zoe@example.org')]];
        throw new ComError(MAPI_E_NOT_FOUND, 'nobody has that name', { value: list });
      },
    } as unknown as Impl<IAddrBook>,
    IAddrBook,
  );
  const mime = await mimeOf([], 0, (session) => ok(session.SetAdrBook(book)), people);
  expect(mime).toContain('To: Zoe <zoe@example.org>, Nobody:;, Bob <bob@example.org>\r\n');
  expect(asked).toEqual(['Zoe', 'Nobody']);
  const without = async (session: IConverterSession): Promise<unknown> => {
    await ok(session.SetAdrBook(book));
    return ok(session.SetAdrBook(null));
  };
  expect(await mimeOf([], 0, without, people)).toContain('To: Zoe:;, Nobody:;, Bob <bob@example.org>\r\n');
  book.Release();
});

test('the other slots answer MAPI_E_NO_SUPPORT', async () => {
  using session = converter();
  for (const slot of [1, 2, 3, 4, 5] as const) expect(await session[`PlaceHolder${slot}`]()).toBe(MAPI_E_NO_SUPPORT);
});
