import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ComError } from '../../../src/com/index.js';
import { type MessagePlan, readMime } from '../../../src/convert/index.js';
import { MAPI_E_CORRUPT_DATA, PR_BODY_W } from '../../../src/mapi/index.js';
import '../../support/seed.js';

const read = (text: string): MessagePlan => readMime(Buffer.from(text, 'latin1'));

const depthOf = ({ attachments }: MessagePlan): number =>
  Math.max(
    0,
    ...attachments.map(({ content }) => (content === null || content instanceof Uint8Array ? 0 : 1 + depthOf(content))),
  );

describe('mail that was made to harm', () => {
  test('lies within itself no deeper than is looked at; the rest is kept whole', () => {
    let text = 'Content-Type: text/plain\r\n\r\nthe bottom';
    for (let level = 0; level < 200; level += 1)
      text = `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n${text}\r\n--b${level}--\r\n`;
    const plan = read(`Subject: deep\r\n${text}`);
    expect(plan.attachments).toHaveLength(1);
    expect(Buffer.from(plan.attachments[0]?.content as Uint8Array).toString()).toContain('the bottom');
  });

  test('embeds messages no deeper than is looked at', () => {
    let text = 'Subject: the bottom\r\n\r\nx';
    for (let level = 0; level < 100; level += 1)
      text = `Subject: ${level}\r\nContent-Type: message/rfc822\r\n\r\n${text}`;
    expect(depthOf(read(text))).toBe(16);
  });

  test('has more parts than are told apart', () => {
    const parts = '--b\r\nContent-Type: image/gif\r\n\r\nx\r\n'.repeat(30_000);
    const plan = read(`Subject: many\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--\r\n`);
    expect(plan.attachments).toHaveLength(10_000);
  });

  test('has a header without an end', () => {
    const plan = read(`Subject: long\r\n${'X-Filler: y\r\n'.repeat(300_000)}`);
    expect(plan.props.length).toBeGreaterThan(3);
  });

  test.each([
    ['brackets', `To: ${'('.repeat(200_000)}`],
    ['quotes', `To: ${'"\\'.repeat(100_000)}`],
    ['groups', `To: ${'a:'.repeat(50_000)}`],
    ['commas', `To: ${','.repeat(200_000)}`],
    ['encoded words', `Subject: ${'=?utf-8?Q?a?= '.repeat(20_000)}`],
    ['folds', `Subject: x${'\r\n '.repeat(200_000)}`],
    ['parameters', `Content-Type: text/plain${'; a*1*=x'.repeat(20_000)}`],
    ['blanks', `From: mailer-daemon@a\r\n\r\n${' '.repeat(200_000)}undeliverable`],
    ['angles', `From: mailer-daemon@a\r\n\r\nundeliverable\n${'<a@b> '.repeat(20_000)}`],
  ])('is read in its own time: %s', (_, text) => {
    expect(read(`Date: now\r\n${text}\r\n\r\nx`).props.length).toBeGreaterThan(3);
  });

  test('names charsets that are none', () => {
    const plan = read('Subject: x\r\nContent-Type: text/plain; charset=__proto__\r\n\r\ncaf\xe9');
    expect(plan.props.find(([tag]) => tag === PR_BODY_W)?.[1]).toBe('café');
  });

  test('is refused when it is no mail at all', () => {
    expect(() => read('nothing of the kind')).toThrow(expect.objectContaining({ hr: MAPI_E_CORRUPT_DATA }));
  });
});

const pieces = fc.constantFrom(
  'Content-Type: ',
  'multipart/mixed; boundary=a',
  'multipart/report; boundary="a"',
  'message/rfc822',
  'message/delivery-status',
  'text/html; charset=',
  'utf-7',
  'iso-2022-jp',
  'Subject: ',
  'From: ',
  'To: ',
  '--a',
  '--a--',
  '\r\n',
  '\n',
  '\r\n\r\n',
  '=?x?B?',
  '?=',
  'Content-Transfer-Encoding: base64',
  'Content-Transfer-Encoding: quoted-printable',
  '=E4=',
  ' ',
  '(',
  '"',
  '<',
  '>',
  ':',
  ';',
  '\0',
  '\xff',
  'filename*0*=',
  "utf-8''%C3",
  'multipart/signed; boundary=a',
  'application/ms-tnef',
  'Action: failed',
  'Final-Recipient: rfc822; a@b',
);

test('whatever comes is read or refused by name', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 60 }), (all) => {
      try {
        read(`Subject: x\r\n${all.join('')}`);
      } catch (error) {
        expect(error).toBeInstanceOf(ComError);
      }
    }),
    { numRuns: 400 },
  );
});

const folder = new URL('../../corpus/mime/', import.meta.url);
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => readFileSync(new URL(name, folder)));

/** Real mail with some of it cut out, doubled, moved or overwritten. */
const damaged = fc
  .tuple(
    fc.constantFrom(...corpus),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 0, max: 40 }),
        put: fc.oneof(pieces, fc.constant(''), fc.string({ maxLength: 4 })),
        doubles: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([mail, changes]) =>
    changes.reduce((text, { at, length, put, doubles }) => {
      const from = Math.floor(at * text.length);
      const cut = text.slice(from, from + length);
      return `${text.slice(0, from)}${doubles ? cut + cut : put}${text.slice(from + length)}`;
    }, mail.toString('latin1')),
  );

test('mail that was damaged on its way is read or refused by name', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      try {
        read(text);
      } catch (error) {
        expect(error).toBeInstanceOf(ComError);
      }
    }),
    { numRuns: 500 },
  );
});
