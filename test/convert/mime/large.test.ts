import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ok } from '../../../src/com/index.js';
import type { AttachmentPlan, MessagePlan } from '../../../src/convert/index.js';
import { type MailSource, readMail, readMime, renderMime } from '../../../src/convert/index.js';
import { expandOf } from '../../../src/convert/mime/large/expand.js';
import { skeletonOf } from '../../../src/convert/mime/large/skeleton.js';
import { GAP_BYTES, STREAMED_BYTES } from '../../../src/convert/mime/limits.js';
import { inboxOf, newStore } from '../../providers/store/mailbox/stores.js';
import { useLedger } from '../../support/ledger.js';
import { letter } from './letters.js';

/** Bytes as a source, of which each piece is spoilt when the next one is asked for. */
const sourceOf = (bytes: Buffer, piece: number): MailSource => ({
  size: bytes.length,
  async *chunks(from, to) {
    for (let at = from; at < to; at += piece) {
      const chunk = Buffer.from(bytes.subarray(at, Math.min(to, at + piece)));
      yield chunk;
      chunk.fill(0x3f);
    }
  },
});

/** What a source is read as without having it in memory; null when it can't be. */
async function streamed(source: MailSource): Promise<{ plan: MessagePlan; held: number } | null> {
  const skeleton = await skeletonOf(source.chunks(0, source.size), source.size * 2 + 1000);
  if (skeleton === null) throw new Error('more is kept than came');
  const { bytes, gaps } = skeleton;
  const plan = readMime(bytes, {});
  const expand = expandOf(plan, gaps, source);
  if (expand === null) return null;
  const filled = async (attachment: AttachmentPlan): Promise<AttachmentPlan> => {
    const { content } = attachment;
    if (content === null) return attachment;
    if (!(content instanceof Uint8Array)) return { ...attachment, content: await all(content) };
    const pieces: Buffer[] = [];
    for await (const chunk of expand(content) ?? [content]) pieces.push(Buffer.from(chunk));
    return { ...attachment, content: Buffer.concat(pieces) };
  };
  const all = async (one: MessagePlan): Promise<MessagePlan> => ({
    ...one,
    attachments: await Promise.all(one.attachments.map(filled)),
  });
  return { plan: await all(plan), held: bytes.length };
}

const bytesOf = (size: number, seed: number): Buffer => {
  const bytes = Buffer.alloc(size);
  for (let at = 0, state = seed + 1; at < size; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
};

const base64 = (bytes: Buffer, width: number, eol: string): string =>
  (bytes.toString('base64').match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(eol);

interface Shape {
  readonly eol: string;
  readonly width: number;
  readonly size: number;
}

const file = ({ eol, width, size }: Shape, type = 'application/octet-stream', encoding = 'base64'): string =>
  [
    `Content-Type: ${type}; name=a.bin`,
    `Content-Transfer-Encoding: ${encoding}`,
    'Content-Disposition: attachment',
    '',
    '',
  ].join(eol) + base64(bytesOf(size, size), width, eol);

const multipart = (eol: string, type: string, ...parts: readonly string[]): string =>
  [
    `Content-Type: multipart/${type}; boundary=b${parts.length}`,
    '',
    ...parts.flatMap((part) => [`--b${parts.length}`, part]),
    `--b${parts.length}--`,
    '',
  ].join(eol);

const message = (eol: string, body: string): string =>
  [`From: ann@example.org`, 'To: bob@example.org', 'Subject: Large', 'MIME-Version: 1.0', body].join(eol);

const big: Shape = { eol: '\r\n', width: 76, size: GAP_BYTES };

describe('A large message is read as the same without having it in memory', () => {
  test.each([
    [
      'two files beside a text',
      (one: Shape) =>
        multipart(one.eol, 'mixed', `${one.eol}Hello.`, file(one), file({ ...one, size: 3 * one.size + 1 })),
    ],
    ['one file that is the message', (one: Shape) => file(one)],
    [
      'a file within a forwarded message',
      (one: Shape) =>
        multipart(one.eol, 'mixed', `Content-Type: message/rfc822${one.eol}${one.eol}${message(one.eol, file(one))}`),
    ],
    [
      'a padded end',
      (one: Shape) =>
        multipart(
          one.eol,
          'mixed',
          `${one.eol}Hi`,
          file({ ...one, size: 57 * 2000 + 1 }),
          file({ ...one, size: 57 * 2000 }),
        ),
    ],
    ['lines of 60 characters', (one: Shape) => file({ ...one, width: 60 })],
  ])('%s', async (_, body) => {
    for (const eol of ['\r\n', '\n'])
      for (const piece of [999, 65_536]) {
        const bytes = Buffer.from(message(eol, body({ ...big, eol })), 'latin1');
        const read = await streamed(sourceOf(bytes, piece));
        // Everything that is the file is left out.
        expect(read?.held).toBeLessThan(2000);
        expect(equal(read?.plan, readMime(bytes))).toBe(true);
      }
  });

  test('a signed one, whose bytes stay as they are', async () => {
    const signed = `Content-Type: multipart/signed; boundary=s\r\n\r\n--s\r\n${multipart('\r\n', 'mixed', '\r\nHi', file(big))}\r\n--s\r\nContent-Type: application/pgp-signature\r\n\r\nx\r\n--s--\r\n`;
    const bytes = Buffer.from(message('\r\n', signed), 'latin1');
    const read = await streamed(sourceOf(bytes, 4096));
    expect(read?.held).toBeLessThan(2000);
    expect(equal(read?.plan, readMime(bytes))).toBe(true);
    // With other line ends they would have to be changed: it is read whole.
    expect(await streamed(sourceOf(Buffer.from(message('\n', signed.replaceAll('\r\n', '\n'))), 4096))).toBe(null);
  });

  test('not where base64 is the text, or holds a message of its own', async () => {
    const text = file(big, 'text/plain')
      .replace('; name=a.bin', '')
      .replace(/Content-Disp.*\r\n/, '');
    expect(await streamed(sourceOf(Buffer.from(message('\r\n', text)), 4096))).toBe(null);
    const inner = message('\r\n', `\r\n${'Many words. '.repeat(8000)}`);
    const hidden = `Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(Buffer.from(inner), 76, '\r\n')}`;
    expect(await streamed(sourceOf(Buffer.from(message('\r\n', multipart('\r\n', 'mixed', hidden))), 4096))).toBe(null);
  });

  test('whatever the lines are', async () => {
    const line = fc.oneof(
      fc.constantFrom('', '--b', '--b--', 'Content-Transfer-Encoding: base64', '=', 'QUJD=', '-- '),
      fc.constantFrom(60, 64, 76).map((width) => 'QUJD'.repeat(width / 4)),
      fc.integer({ min: 1, max: 1300 }).map((length) => 'A'.repeat(length)),
      fc.constantFrom(60, 76).map((width) =>
        Array(1200)
          .fill('abcd'.repeat(width / 4))
          .join('\r\n'),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(line, fc.constantFrom('\r\n', '\n')), { maxLength: 14 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.boolean(),
        async (lines, piece, mixed) => {
          const head = mixed
            ? 'Content-Type: multipart/mixed; boundary=b\r\n'
            : 'Content-Type: application/x-a\r\nContent-Transfer-Encoding: base64\r\n';
          const bytes = Buffer.from(message('\r\n', head + lines.flat().join('')), 'latin1');
          const read = await streamed(sourceOf(bytes, piece));
          return read === null || equal(read.plan, readMime(bytes));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('readMail of a source', () => {
  useLedger();

  test('makes the same message, in pieces or whole', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const attached = file({ ...big, size: STREAMED_BYTES });
    const armoured = attached
      .replace('base64', '7bit')
      .replace('octet-stream; name=a.bin', 'octet-stream')
      .replace('Content-Disposition: attachment\r\n', '');
    for (const body of [
      multipart('\r\n', 'mixed', '\r\nHello.', attached),
      armoured.replace('application/octet-stream', 'text/plain'),
    ]) {
      const bytes = Buffer.from(message('\r\n', body), 'latin1');
      const texts: string[] = [];
      for (const mail of [bytes, sourceOf(bytes, 100_000)]) {
        using made = await letter(inbox, []);
        await readMail(made, mail, { now: 1n });
        await ok(made.SaveChanges(2));
        const pieces: Buffer[] = [];
        for await (const chunk of (await renderMime(made)).source.chunks()) pieces.push(Buffer.from(chunk));
        texts.push(
          Buffer.concat(pieces)
            .toString('latin1')
            .replaceAll(/^(?:Date|Message-ID|Received):.*\r\n/gim, ''),
        );
      }
      expect(texts[1] === texts[0]).toBe(true);
      expect(texts[0]?.length).toBeGreaterThan(STREAMED_BYTES);
    }
  });
});

describe('What is held of a large message', () => {
  /** Pieces without end, and how many of them somebody has taken. */
  function endless(piece: Buffer): { readonly source: Iterable<Uint8Array>; taken: () => number } {
    let taken = 0;
    const source = {
      *[Symbol.iterator]() {
        for (;;) {
          taken++;
          yield piece;
        }
      },
    };
    return { source, taken: () => taken };
  }

  test.each([
    ['lines of text', 'some text, line after line\r\n'],
    ['one line', 'x'],
    ['lines of base64 of no length in particular', `\r\n${'QUJD'.repeat(12)}\r\n${'QUJD'.repeat(13)}\r\n`],
    ['zeroes', '\0'],
  ])('is bounded, whatever comes: %s', async (_what, text) => {
    const most = 100_000;
    const piece = Buffer.from(text.repeat(Math.ceil(10_000 / text.length)));
    const { source, taken } = endless(piece);
    expect(await skeletonOf(source, most)).toBeNull();
    expect(taken()).toBeLessThan(2 + most / 10_000 + GAP_BYTES / 10_000);
  });

  test('is no more than a stretch of base64 leaves, however long that is', async () => {
    const line = `${'QUJD'.repeat(19)}\r\n`;
    let pieces = 0;
    function* attachment(): Iterable<Uint8Array> {
      yield Buffer.from('Subject: Long\r\nContent-Transfer-Encoding: base64\r\n\r\n');
      for (; pieces < 500; pieces++) yield Buffer.from(line.repeat(130));
    }
    expect((await skeletonOf(attachment(), 1000))?.bytes.length).toBeLessThan(1000);
    expect(pieces).toBe(500);
  });
});

/** Without printing megabytes when it is not. */
const equal = (one: unknown, other: unknown): boolean => isDeepStrictEqual(one, other);
