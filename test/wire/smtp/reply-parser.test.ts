import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reply, ReplyLine } from '../../../src/wire/smtp/reply.js';
import { ReplyParser } from '../../../src/wire/smtp/reply-parser.js';

function parse(text: string | Buffer, cuts: readonly number[] = [], set?: (parser: ReplyParser) => void) {
  const replies: Reply[] = [];
  const lines: ReplyLine[] = [];
  const parser = new ReplyParser({ reply: (reply) => replies.push(reply), replyLine: (line) => lines.push(line) });
  set?.(parser);
  const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    // The socket's buffer is used again: the parser may keep nothing of it.
    const chunk = Buffer.from(bytes.subarray(from, cut));
    parser.feed(chunk);
    chunk.fill(0x58);
    from = cut;
  }
  return { replies, lines, parser };
}

const plain = (reply: Reply) => ({ code: reply.code, lines: reply.lines });

describe('RFC 5321 section 4.2.1: a reply', () => {
  test('is a code and a text', () => {
    expect(parse('250 ok\r\n').replies.map(plain)).toEqual([{ code: 250, lines: ['ok'] }]);
  });

  test('may have no text, with or without the blank', () => {
    expect(parse('250\r\n250 \r\n').replies.map(plain)).toEqual([
      { code: 250, lines: [''] },
      { code: 250, lines: [''] },
    ]);
  });

  test('of many lines ends where the hyphen is missing', () => {
    const { replies, lines } = parse('220-one\r\n220-\r\n220 three\r\n354 go\r\n', [], (parser) => {
      parser.tellLines = true;
    });
    expect(replies.map(plain)).toEqual([
      { code: 220, lines: ['one', '', 'three'] },
      { code: 354, lines: ['go'] },
    ]);
    expect(lines.map((each) => each.last)).toEqual([false, false, true, true]);
  });

  test('may end its lines with a bare LF, and a bare CR is text', () => {
    expect(parse('250-a\n250 b\rc\n').replies.map(plain)).toEqual([{ code: 250, lines: ['a', 'b\rc'] }]);
  });

  test.each([
    '250-one\r\n251 two\r\n',
    '2500 ok\r\n',
    '25 ok\r\n',
    '150 ok\r\n',
    '600 ok\r\n',
    'hello\r\n',
    '\r\n',
    '250_ok\r\n',
  ])('is not %j', (text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'protocol' }));
  });

  test('keeps bytes outside of ASCII, as latin1 or as UTF-8 where that was agreed', () => {
    const utf8 = Buffer.from('550 gr\u00fc\u00df\r\n', 'utf8');
    expect(Buffer.from(parse(utf8).replies[0]?.text ?? '', 'latin1').toString('utf8')).toBe('gr\u00fc\u00df');
    const agreed = (parser: ReplyParser) => {
      parser.utf8 = true;
    };
    expect(parse(utf8, [], agreed).replies[0]?.text).toBe('gr\u00fc\u00df');
    expect(parse('550 gr\u00fc\r\n', [], agreed).replies[0]?.text).toBe('gr\u00fc');
  });
});

describe('limits', () => {
  test('a line that does not end is given up', () => {
    expect(() => parse(`250 ${'x'.repeat(20_000)}`)).toThrow(expect.objectContaining({ code: 'line-too-long' }));
    expect(() => parse(`250 ${'x'.repeat(20_000)}\r\n`)).toThrow(expect.objectContaining({ code: 'line-too-long' }));
    expect(parse(`250 ${'x'.repeat(12_000)}\r\n`, [5000, 9000]).replies).toHaveLength(1);
  });

  test('a reply that does not end is given up, by lines and by bytes', () => {
    expect(() => parse('250-x\r\n'.repeat(1001))).toThrow(expect.objectContaining({ code: 'reply-too-long' }));
    expect(() => parse(`250-${'x'.repeat(10_000)}\r\n`.repeat(30))).toThrow(
      expect.objectContaining({ code: 'reply-too-long' }),
    );
    expect(parse(`${'250-x\r\n'.repeat(999)}250 x\r\n`).replies[0]?.lines).toHaveLength(1000);
  });
});

describe('RFC 2034 section 4: enhanced status codes', () => {
  const advertised = (parser: ReplyParser) => {
    parser.enhanced = true;
  };
  test('are read when the server has advertised them, and stay in the text', () => {
    const reply = parse('550 5.1.1 no such user\r\n', [], advertised).replies[0];
    expect(reply?.enhanced).toBe('5.1.1');
    expect(reply?.text).toBe('5.1.1 no such user');
  });
  test('are not guessed when it has not, or when their class contradicts the code', () => {
    expect(parse('550 5.1.1 no\r\n').replies[0]?.enhanced).toBeNull();
    expect(parse('550 2.1.1 no\r\n', [], advertised).replies[0]?.enhanced).toBeNull();
    expect(parse('550 no\r\n', [], advertised).replies[0]?.enhanced).toBeNull();
  });
});

test('RFC 3207: nothing is read behind the reply that halts', () => {
  const replies: number[] = [];
  const parser: ReplyParser = new ReplyParser({
    reply: (reply) => {
      replies.push(reply.code);
      parser.halt();
    },
    replyLine: () => undefined,
  });
  const bytes = Buffer.from('220 go\r\n250 injected\r\n');
  expect(parser.feed(bytes)).toBe(8);
  expect(replies).toEqual([220]);
});

describe('properties', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc 0.-\u00e9\t'), maxLength: 20 });
  const reply = fc.record({
    code: fc.integer({ min: 200, max: 599 }),
    lines: fc.array(word, { minLength: 1, maxLength: 5 }),
  });

  test('whatever is written is read again, however it is cut', () => {
    fc.assert(
      fc.property(fc.array(reply, { maxLength: 6 }), fc.array(fc.nat(), { maxLength: 12 }), (replies, at) => {
        const text = replies
          .map(({ code, lines }) =>
            lines.map((line, n) => `${code}${n === lines.length - 1 ? ' ' : '-'}${line}\r\n`).join(''),
          )
          .join('');
        const cuts = at.map((each) => each % (text.length + 1)).sort((a, b) => a - b);
        expect(parse(text, cuts).replies.map(plain)).toEqual(replies);
      }),
    );
  });

  test('any bytes end in replies or in a WireError', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.uint8Array(), fc.constant(Buffer.from('250-a\r\n')), fc.constant(Buffer.from('\n')))),
        (chunks) => {
          const parser = new ReplyParser({ reply: () => undefined, replyLine: () => undefined });
          try {
            for (const chunk of chunks) parser.feed(chunk);
            expect(parser.pending).toBeLessThan(300_000);
          } catch (error) {
            expect(error).toMatchObject({ name: 'WireError' });
          }
        },
      ),
    );
  });
});
