import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../../src/com/index.js';
import { renderMime } from '../../../src/convert/index.js';
import {
  type IMAPIFolder as Folder,
  PR_ATTACH_CONTENT_ID_W,
  PR_ATTACH_MIME_TAG_W,
  PR_BODY_W,
  PR_CONVERSATION_TOPIC_W,
  PR_HTML,
  PR_IN_REPLY_TO_ID_W,
  PR_INTERNET_CPID,
  PR_INTERNET_MESSAGE_ID_W,
  PR_INTERNET_REFERENCES_W,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  prop,
  type IMsgStore as Store,
} from '../../../src/mapi/index.js';
import { openStore } from '../../../src/providers/store/index.js';
import { inboxOf } from '../../providers/store/mailbox/stores.js';
import { attach, bytesOf, letter, to } from './letters.js';

let path: string;
let store: Store;
let folder: Folder;
beforeAll(async () => {
  path = mkdtempSync(join(tmpdir(), 'comail-mime-'));
  store = await openStore(join(path, 'mail.store'), { mode: 'create' });
  folder = await inboxOf(store);
});
afterAll(() => {
  folder.Release();
  store.Release();
  rmSync(path, { recursive: true, force: true });
});

// What would end a field, begin another one, or end a part, if it got through.
const hostile = fc.constantFrom(
  '\r\n',
  '\n',
  '\r',
  '\r\n\r\n',
  '\r\nBcc: x@evil',
  '\n.\n',
  '\0',
  '=?utf-8?Q?=0D=0ABcc:_x?=',
  '--',
  '"',
  '\\',
  '<',
  '>',
  ',',
  ';',
  ':',
  '(',
  '\t',
  '\u2028',
);
const harmless = fc.constantFrom('a', 'B', ' ', 'é', '漢', '😀', '.', '-', '@', 'word');
const text = fc.array(fc.oneof(hostile, harmless), { maxLength: 40 }).map((parts) => parts.join(''));

// A text of MAPI ends at its first NUL.
const told = text.map((value) => value.replaceAll('\0', ''));

const collapsed = (value: string): string => value.replaceAll(/[\s\0\u2028\u2029]+/g, ' ').trim();

// Each run saves a message to the disk, which takes its time when others use it.
describe('whatever properties hold', { timeout: 120_000 }, () => {
  test('no field is smuggled in, no line is too long, and every line ends with CRLF', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 14, maxLength: 14 }), async (texts) => {
        const [subject = '', name = '', id = '', parent = '', references = '', topic = '', headers = ''] = texts;
        const [file = '', type = '', cid = '', recipient = '', address = '', body = '', html = ''] = texts.slice(7);
        using message = await letter(
          folder,
          [
            prop(PR_SUBJECT_W, subject),
            prop(PR_SENDER_NAME_W, name),
            prop(PR_INTERNET_MESSAGE_ID_W, id),
            prop(PR_IN_REPLY_TO_ID_W, parent),
            prop(PR_INTERNET_REFERENCES_W, references),
            prop(PR_CONVERSATION_TOPIC_W, topic),
            prop(PR_TRANSPORT_MESSAGE_HEADERS_W, headers.replaceAll(/bcc: x@evil/gi, '')),
            prop(PR_BODY_W, body),
            prop(PR_HTML, Buffer.from(`<p>${html}</p>`)),
            prop(PR_INTERNET_CPID, 65001),
          ],
          [to(recipient, address), to('Hidden', 'hidden@example.org', 3)],
        );
        await attach(
          message,
          file,
          Buffer.from('data'),
          prop(PR_ATTACH_MIME_TAG_W, type),
          prop(PR_ATTACH_CONTENT_ID_W, cid),
        );
        await ok(message.SaveChanges(2));
        const rendered = await renderMime(message);
        const raw = await bytesOf(rendered);
        expect(raw.length).toBe(rendered.source.size);
        const mail = raw.toString('latin1');
        expect(mail.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0]/);
        expect(Math.max(...mail.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
        expect(mail).not.toContain('hidden@example.org');
        const [header = ''] = mail.split('\r\n\r\n', 1);
        const names = header.split(/\r\n(?![ \t])/).map((field) => /^([!-9;-~]+): /.exec(field)?.[1]?.toLowerCase());
        expect(names).not.toContain(undefined);
        expect(names).not.toContain('bcc');
        for (const once of [
          'from',
          'to',
          'subject',
          'date',
          'message-id',
          'references',
          'mime-version',
          'content-type',
        ])
          expect(names.filter((each) => each === once).length, once).toBeLessThanOrEqual(1);
        const parsed = await PostalMime.parse(raw);
        expect(parsed.attachments).toHaveLength(1);
        expect(String(Buffer.from(parsed.attachments[0]?.content as Uint8Array))).toBe('data');
      }),
      { numRuns: 25 },
    );
  });

  test('a subject, names and bodies come out as they went in', async () => {
    await fc.assert(
      fc.asyncProperty(told, told, told, told, async (subject, name, recipient, body) => {
        using message = await letter(
          folder,
          [prop(PR_SUBJECT_W, subject), prop(PR_SENDER_NAME_W, name), prop(PR_BODY_W, body)],
          [to(recipient, 'bob@example.org')],
        );
        await ok(message.SaveChanges(2));
        const parsed = await PostalMime.parse(await bytesOf(await renderMime(message)));
        expect(collapsed(parsed.subject ?? '')).toBe(collapsed(subject));
        expect(collapsed(parsed.from?.name ?? '')).toBe(collapsed(name));
        expect(collapsed(parsed.to?.[0]?.name ?? '')).toBe(collapsed(recipient));
        expect(parsed.to?.map(({ address }) => address)).toEqual(['bob@example.org']);
        const lines = (value: string): string => value.replaceAll(/\r\n|\r/g, '\n').replace(/\n+$/, '');
        expect(lines(parsed.text ?? '')).toBe(lines(body));
      }),
      { numRuns: 25 },
    );
  });

  test('bytes come out as they went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 4 }), async (files) => {
        using message = await letter(folder, [prop(PR_BODY_W, 'files')]);
        for (const [index, bytes] of files.entries()) await attach(message, `${index}.bin`, bytes);
        await ok(message.SaveChanges(2));
        const parsed = await PostalMime.parse(await bytesOf(await renderMime(message)));
        expect(parsed.attachments.map(({ content }) => Buffer.from(content as Uint8Array))).toEqual(
          files.map((bytes) => Buffer.from(bytes)),
        );
      }),
      { numRuns: 10 },
    );
  });
});
