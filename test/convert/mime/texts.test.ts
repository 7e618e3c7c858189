import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Composition, compose, composeParts, type Written } from '../../../src/convert/mime/compose.js';

const bytes = ({ segments, charset }: Written): readonly [string, string] => [
  Buffer.concat(segments as Uint8Array[]).toString('latin1'),
  charset,
];

const message = (text: string | null, html: Composition['bodies']['html']): Composition => ({
  fields: [
    { name: 'From', value: 'ann@example.com' },
    { name: 'Subject', value: 'texts' },
  ],
  bodies: { text, html },
  parts: [],
  embedded: new Map(),
});

const piece = fc.oneof(
  fc.constantFrom(
    '\r\n',
    ' ',
    '\t',
    '.',
    '=',
    '--',
    '\n',
    '\r',
    '\0',
    '\x1f',
    '\x7f',
    '\ud800',
    'ä',
    '漢',
    '😀',
    'From ',
  ),
  fc.constantFrom('word', 'x'.repeat(75), 'x'.repeat(76), 'x'.repeat(77), 'a sentence with blanks, of some length. '),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const charset = fc.constantFrom('utf-8', 'us-ascii', 'iso-8859-1', 'windows-1252', 'ks_c_5601-1987', 'iso-2022-jp');
const html = fc.oneof(
  text.map((content) => ({ content, charset: 'utf-8' })),
  fc.record({ content: fc.oneof(text, fc.constant('')).map((one) => Buffer.from(one, 'latin1')), charset }),
);

describe('A message of texts alone', () => {
  test("is what nodemailer's composer makes of it, octet by octet", () => {
    fc.assert(
      fc.property(fc.option(text), fc.option(html), (plain, rich) => {
        const composition = message(plain, rich);
        expect(bytes(compose(composition))).toEqual(bytes(composeParts(composition)));
      }),
    );
  });

  test.each([
    ['nothing', null, null],
    ['an empty text', '', null],
    ['an empty HTML beside a text', 'text', { content: '', charset: 'utf-8' }],
    ['no bytes of HTML', null, { content: Buffer.alloc(0), charset: 'iso-8859-1' }],
    ['a text as long as is looked through for long lines', 'a line\r\n'.repeat(16 * 1024), null],
    ['a text longer than that', 'a line\r\n'.repeat(16 * 1024 + 1), null],
    ['as many letters as others', 'aä', null],
  ] as const)('so is %s', (_, plain, rich) => {
    const composition = message(plain, rich);
    expect(bytes(compose(composition))).toEqual(bytes(composeParts(composition)));
  });
});
