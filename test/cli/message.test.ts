import { existsSync, readFileSync, statSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { FailureReport } from '../../src/cli/mailbox/failure.js';
import type { LetterReport } from '../../src/cli/mailbox/letter.js';
import type { PropReport } from '../../src/cli/mailbox/prop-json.js';
import type { RemovedReport } from '../../src/cli/message-rm.js';
import type { MessagePropsReport } from '../../src/cli/message-show.js';
import { ok } from '../../src/com/index.js';
import {
  ATTACH_BY_REFERENCE,
  IAttach,
  MAPI_CREATE,
  namedProp,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_IMPORTANCE,
  PR_INTERNET_MESSAGE_ID_W,
  PS_PUBLIC_STRINGS,
  PT_DOUBLE,
  PT_I8,
  PT_MV_UNICODE,
  PT_UNICODE,
  prop,
  propId,
  propTag,
} from '../../src/mapi/index.js';
import { useLedger } from '../support/ledger.js';
import { attachBytes, attachMessage, deliver, newFolder, parsed, storeToLookAt, storeWith } from './mailbox.js';
import { comail } from './run.js';

useLedger();

const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
const longText = 'Ünïcödé 🙂 "quoted"\r\n'.repeat(20_000);

/** A store with one message of everything; its number is 1. */
const withEverything = storeToLookAt(async (inbox) => {
  await deliver(inbox, {
    subject: 'Figures for October',
    body: 'Hello,\r\n\r\nhere they are.\r\n',
    props: [prop(PR_IMPORTANCE, 2), prop(PR_INTERNET_MESSAGE_ID_W, '<1@example.org>')],
    more: async (message) => {
      const { 0: colour = 0 } = await ok(
        message.GetIDsFromNames([namedProp(PS_PUBLIC_STRINGS, 'Colour')], MAPI_CREATE),
      );
      await ok(
        message.SetProps([
          prop(propTag(PT_UNICODE, propId(colour)), 'green'),
          prop(propTag(PT_I8, 0x6601), -(2n ** 63n)),
          prop(propTag(PT_DOUBLE, 0x6602), Number.POSITIVE_INFINITY),
          prop(propTag(PT_MV_UNICODE, 0x6603), ['a', 'b']),
        ]),
      );
      await attachBytes(message, 'figures.csv', bytes);
      await attachMessage(message, 'lunch');
    },
  });
});

describe('comail message show', () => {
  test('prints who, when, what is attached, and the text', async () => {
    const { code, out, err } = await comail(['message', 'show', await withEverything(), '1']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^Figures for October\n\nfrom {9}Ann Archer <ann@example\.org>\nto {11}Bob Baker <bob@example\.org>\n/,
    );
    expect(out).toMatch(/^cc {11}Carol <carol@example\.org>$/m);
    expect(out).toMatch(/^message-id {3}<1@example\.org>$/m);
    expect(out).toMatch(/^folder {7}Inbox$/m);
    expect(out).toMatch(/^class {8}IPM\.Note, \d+ KB, unread$/m);
    expect(out).toMatch(/^attached 0 {3}figures\.csv {2}text\/csv, 293 KB$/m);
    expect(out).toMatch(/^attached 1 {3}\(no name\) {2}ATTACH_EMBEDDED_MSG, \d+ B$/m);
    expect(out).toMatch(/\n\nHello,\n\nhere they are\.\n$/);
  });

  test('by its entry identifier, as JSON', async () => {
    const file = await withEverything();
    const byNumber = parsed<LetterReport>(await comail(['message', 'show', file, '1', '--json']));
    const byEntryId = parsed<LetterReport>(
      await comail(['message', 'show', file, byNumber.entryId.toLowerCase(), '--json']),
    );
    expect(byEntryId).toEqual(byNumber);
    expect(byNumber).toMatchObject({
      id: 1,
      folder: 'Inbox',
      subject: 'Figures for October',
      from: { name: 'Ann Archer', address: 'ann@example.org', type: 'SMTP' },
      to: [{ name: 'Bob Baker', address: 'bob@example.org', type: 'SMTP' }],
      cc: [{ name: 'Carol', address: 'carol@example.org', type: 'SMTP' }],
      bcc: [],
      received: '2026-11-26T20:00:00.0000000Z',
      messageId: '<1@example.org>',
      body: 'Hello,\r\n\r\nhere they are.\r\n',
    });
    expect(byNumber.flags).toContain('MSGFLAG_HASATTACH');
    expect(byNumber.attachments).toMatchObject([
      { number: 0, name: 'figures.csv', mimeType: 'text/csv', method: 'ATTACH_BY_VALUE' },
      { number: 1, name: null, mimeType: null, method: 'ATTACH_EMBEDDED_MSG' },
    ]);
  });

  test('leaves it unread', async () => {
    const file = await withEverything();
    await comail(['message', 'show', file, '1']);
    expect((await comail(['message', 'ls', file])).out).toContain('•');
  });

  test('a long text is printed to its end', async () => {
    const file = await storeWith(async (inbox) => {
      await deliver(inbox, { subject: 'long', body: longText });
    });
    const { body } = parsed<LetterReport>(await comail(['message', 'show', file, '1', '--json']));
    expect(body).toBe(longText);
  });

  test('--props prints tag, name, type and value of everything', async () => {
    const { code, out } = await comail(['message', 'show', await withEverything(), '1', '--props']);
    expect(code).toBe(0);
    expect(out).toMatch(/^0x0037001F {2}PR_SUBJECT +PT_UNICODE +"Figures for October"$/m);
    expect(out).toMatch(/^0x0E070003 {2}PR_MESSAGE_FLAGS +PT_LONG +0x12 {2}MSGFLAG_UNMODIFIED \| MSGFLAG_HASATTACH$/m);
    expect(out).toMatch(/^0x0E060040 {2}PR_MESSAGE_DELIVERY_TIME +PT_SYSTIME +2026-11-26T20:00:00\.0000000Z$/m);
    expect(out).toMatch(/^0x00170003 {2}PR_IMPORTANCE +PT_LONG +0x2 {2}IMPORTANCE_HIGH$/m);
    expect(out).toMatch(/^0x80[0-9A-F]{2}001F {2}PS_PUBLIC_STRINGS "Colour" +PT_UNICODE +"green"$/m);
    expect(out).toMatch(/^0x66010014 {2}.* PT_I8 +-9223372036854775808$/m);
    expect(out).toMatch(/^0x6603101F {2}.* PT_MV_UNICODE +\["a", "b"\]$/m);
    expect(out).toMatch(/^0x37010102 {2}PR_ATTACH_DATA_BIN +PT_BINARY +300,000 bytes, to be read as a stream$/m);
    expect(out).toMatch(/^Recipient 1\n(?:0x.*\n)*0x0C150003 {2}PR_RECIPIENT_TYPE +PT_LONG +0x2 {2}MAPI_CC$/m);
    expect(out).toMatch(/^0x37050003 {2}PR_ATTACH_METHOD +PT_LONG +0x5 {2}ATTACH_EMBEDDED_MSG$/m);
  });

  test('--props fits a terminal unless everything is wanted', async () => {
    const file = await withEverything();
    const around = { terminal: 80, env: { NO_COLOR: '1' } };
    const { out } = await comail(['message', 'show', file, '1', '--props'], around);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    const full = await comail(['message', 'show', file, '1', '--props', '--full'], around);
    expect(full.out.split('\n').filter((line) => line.length > 80).length).toBeGreaterThan(0);
  });

  test('--props as JSON', async () => {
    const run = await comail(['message', 'show', await withEverything(), '1', '--props', '--json']);
    const { properties, recipients, attachments } = parsed<MessagePropsReport>(run);
    expect(properties).toContainEqual({
      tag: '0x0E070003',
      name: 'PR_MESSAGE_FLAGS',
      type: 'PT_LONG',
      value: 18,
      meaning: 'MSGFLAG_UNMODIFIED | MSGFLAG_HASATTACH',
    });
    expect(properties).toContainEqual({
      tag: expect.stringMatching(/^0x80..001F$/),
      name: 'PS_PUBLIC_STRINGS "Colour"',
      type: 'PT_UNICODE',
      named: { guid: PS_PUBLIC_STRINGS, kind: 'Colour' },
      value: 'green',
    });
    expect(recipients).toHaveLength(2);
    expect(attachments[0]).toContainEqual({
      tag: '0x37010102',
      name: 'PR_ATTACH_DATA_BIN',
      type: 'PT_BINARY',
      size: 300_000,
    });
  });
});

/** What `export --format json` writes. */
interface Dump {
  readonly properties: readonly PropReport[];
  readonly recipients: readonly (readonly PropReport[])[];
  readonly attachments: readonly { readonly properties: readonly PropReport[]; readonly message: Dump | null }[];
}

const propOf = (props: readonly PropReport[], tag: string): unknown => props.find((one) => one.tag === tag)?.value;

describe('comail message export --format json', () => {
  test('loses nothing: values of every type, large ones, attachments, messages within', async () => {
    const run = await comail(['message', 'export', await withEverything(), '1', '--format', 'json']);
    expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
    const dump = parsed<Dump & { format: string; version: number }>(run);
    expect(dump).toMatchObject({ format: 'comail-message', version: 1 });
    expect(propOf(dump.properties, '0x1000001F')).toBe('Hello,\r\n\r\nhere they are.\r\n');
    expect(propOf(dump.properties, '0x66010014')).toBe('-9223372036854775808');
    expect(propOf(dump.properties, '0x66020005')).toBe('Infinity');
    expect(propOf(dump.properties, '0x6603101F')).toEqual(['a', 'b']);
    expect(dump.recipients.map((props) => propOf(props, '0x3003001F'))).toEqual([
      'bob@example.org',
      'carol@example.org',
    ]);
    const [first, second] = dump.attachments;
    const data = Buffer.from(propOf(first?.properties ?? [], '0x37010102') as string, 'base64');
    expect(Buffer.compare(data, bytes)).toBe(0);
    expect(first?.message).toBeNull();
    expect(propOf(second?.message?.properties ?? [], '0x0037001F')).toBe('lunch');
    const deep = second?.message?.attachments[0]?.properties ?? [];
    expect(Buffer.from(propOf(deep, '0x37010102') as string, 'base64').toString()).toBe('a,b\n');
  });

  test('a long text comes in pieces and is whole again', async () => {
    const file = await storeWith(async (inbox) => {
      // An odd place for every piece to end at: within a pair of surrogates.
      await deliver(inbox, { subject: 'long', body: `x${'🙂'.repeat(200_000)}` });
    });
    const dump = parsed<Dump>(await comail(['message', 'export', file, '1', '--format', 'json']));
    expect(propOf(dump.properties, '0x1000001F')).toBe(`x${'🙂'.repeat(200_000)}`);
  });

  test('into a file, which is not overwritten unless told', async () => {
    const file = await withEverything();
    const output = `${newFolder()}/figures.json`;
    const first = await comail(['message', 'export', file, '1', '--format', 'json', '-o', output]);
    expect(first.out).toMatch(new RegExp(`^Wrote message 1 to ${output}, \\d+ KB of json\\.\n$`));
    const before = readFileSync(output, 'utf8');
    expect(JSON.parse(before)).toMatchObject({ format: 'comail-message' });
    const again = await comail(['message', 'export', file, '1', '--format', 'json', '-o', output]);
    expect(again.code).toBe(1);
    expect(again.err).toContain('MAPI_E_COLLISION');
    const forced = await comail([
      'message',
      'export',
      file,
      '1',
      '--format',
      'json',
      '-o',
      output,
      '--force',
      '--json',
    ]);
    const bytesOfFile = Buffer.byteLength(before);
    expect(parsed(forced)).toEqual({ id: 1, format: 'json', output, bytes: bytesOfFile, omitted: [] });
    expect(existsSync(`${output}.partial`)).toBe(false);
  });

  test('into a directory that is not there', async () => {
    const file = await withEverything();
    const { code, err } = await comail(['message', 'export', file, '1', '-o', `${newFolder()}/x/y.json`]);
    expect(code).toBe(1);
    expect(err).toContain('ENOENT');
    expect(err).toContain('Check the path of the file');
  });

  test.each([
    [['--format', 'pst'], '--format pst is not known'],
    [['--json'], 'add -o FILE'],
  ])('%j is not understood', async (options, words) => {
    const run = await comail(['message', 'export', await withEverything(), '1', ...options]);
    expect(run.code).toBe(2);
    expect(run.out + run.err).toContain(words);
  });
});

describe('comail message export', () => {
  test('writes Internet mail unless told otherwise', async () => {
    const { code, out, err } = await comail(['message', 'export', await withEverything(), '1']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const mail = await PostalMime.parse(out);
    expect(mail).toMatchObject({
      subject: 'Figures for October',
      from: { name: 'Ann Archer', address: 'ann@example.org' },
      to: [{ name: 'Bob Baker', address: 'bob@example.org' }],
      messageId: '<1@example.org>',
    });
    expect(mail.text?.trim()).toBe('Hello,\n\nhere they are.');
    expect(Buffer.compare(Buffer.from(mail.attachments[0]?.content as ArrayBuffer), bytes)).toBe(0);
    expect(out).toMatch(/^Content-Type: message\/rfc822/m);
  });

  test('into a file', async () => {
    const file = await withEverything();
    const output = `${newFolder()}/figures.eml`;
    const run = await comail(['message', 'export', file, '1', '-o', output, '--json']);
    const { size } = statSync(output);
    expect(parsed(run)).toEqual({ id: 1, format: 'eml', output, bytes: size, omitted: [] });
  });

  test('says what mail cannot carry', async () => {
    const file = await storeWith(async (inbox) => {
      await deliver(inbox, {
        subject: 'a link',
        more: async (message) => {
          using attachment = (await ok(message.CreateAttach(IAttach))).lppAttach;
          const link = [prop(PR_ATTACH_METHOD, ATTACH_BY_REFERENCE), prop(PR_ATTACH_LONG_FILENAME_W, 'plan.doc')];
          await ok(attachment.SetProps(link));
          await ok(attachment.SaveChanges());
        },
      });
    });
    const { code, err } = await comail(['message', 'export', file, '1']);
    expect(code).toBe(0);
    expect(err).toBe('comail: warning: mail cannot carry the attachment plan.doc; --format json has it.\n');
  });
});

describe('comail message rm', () => {
  const withTwo = (): Promise<string> =>
    storeWith(async (inbox) => {
      await deliver(inbox, { subject: 'one' });
      await deliver(inbox, { subject: 'two' });
      await deliver(inbox, { subject: 'three' });
    });
  const subjects = async (file: string, folder: string): Promise<readonly string[]> => {
    const { messages } = parsed<{ messages: { id: number; subject: string }[] }>(
      await comail(['message', 'ls', file, '--folder', folder, '--json']),
    );
    return messages.map(({ id, subject }) => `${id} ${subject}`).sort();
  };

  test('moves to Deleted Items, under the same number', async () => {
    const file = await withTwo();
    const { code, out } = await comail(['message', 'rm', file, '1', '3', '1']);
    expect(code).toBe(0);
    expect(out).toBe('Moved 1 to Deleted Items: one from Inbox\nMoved 3 to Deleted Items: three from Inbox\n');
    expect(await subjects(file, 'Inbox')).toEqual(['2 two']);
    expect(await subjects(file, 'Deleted Items')).toEqual(['1 one', '3 three']);
  });

  test('deletes for good', async () => {
    const file = await withTwo();
    expect((await comail(['message', 'rm', file, '2', '--permanently'])).out).toBe('Deleted 2: two from Inbox\n');
    expect(await subjects(file, 'Inbox')).toEqual(['1 one', '3 three']);
    expect(await subjects(file, 'Deleted Items')).toEqual([]);
    const { code, err } = await comail(['message', 'show', file, '2']);
    expect(code).toBe(1);
    expect(err).toContain('there is no message 2 (any more)');
    expect((await comail(['store', 'check', file])).code).toBe(0);
  });

  test('what lies in Deleted Items goes for good only when told', async () => {
    const file = await withTwo();
    await comail(['message', 'rm', file, '1']);
    const again = await comail(['message', 'rm', file, '1']);
    expect(again.code).toBe(1);
    expect(again.err).toContain('lies in Deleted Items already');
    expect(again.err).toContain('--permanently');
    expect((await comail(['message', 'rm', file, '1', '--permanently'])).code).toBe(0);
    expect(await subjects(file, 'Deleted Items')).toEqual([]);
  });

  test('as JSON', async () => {
    const file = await withTwo();
    const { removed } = parsed<{ removed: RemovedReport[] }>(await comail(['message', 'rm', file, '1', '--json']));
    expect(removed).toEqual([
      {
        id: 1,
        entryId: expect.stringMatching(/^[0-9A-F]{64}$/),
        folder: 'Inbox',
        subject: 'one',
        permanently: false,
      },
    ]);
  });

  test('removes nothing when one of them is not there', async () => {
    const file = await withTwo();
    const run = await comail(['message', 'rm', file, '1', '99', '--json']);
    expect(run.code).toBe(1);
    expect(parsed<{ error: FailureReport }>(run).error).toMatchObject({
      code: 'MAPI_E_NOT_FOUND',
      message: 'there is no message 99 (any more)',
    });
    expect(await subjects(file, 'Inbox')).toEqual(['1 one', '2 two', '3 three']);
  });

  test.each(['one', '0', '-1', 'ABCD', '1.5', ''])('"%s" names no message', async (id) => {
    const file = await withTwo();
    for (const verb of ['show', 'rm', 'export']) {
      const { code, err } = await comail(['message', verb, file, '--', id]);
      expect(code).toBe(2);
      expect(err).toContain('names no message');
    }
  });

  test('an entry identifier of another store, and one of a folder', async () => {
    const file = await withTwo();
    const other = await withTwo();
    const { entryId } = parsed<LetterReport>(await comail(['message', 'show', other, '1', '--json']));
    const foreign = await comail(['message', 'show', file, entryId]);
    expect(foreign.code).toBe(1);
    expect(foreign.err).toContain('MAPI_E_UNKNOWN_ENTRYID');
    const { folders } = parsed<{ folders: { entryId: string }[] }>(await comail(['folder', 'ls', file, '--json']));
    const folder = await comail(['message', 'rm', file, folders[0]?.entryId ?? '']);
    expect(folder.code).toBe(1);
    expect(folder.err).toContain('MAPI_E_INVALID_ENTRYID');
  });
});
