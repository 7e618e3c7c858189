import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineNormaliser } from '../../../src/wire/smtp/dot-stuffing.js';
import { AFTER_CR, firstFault, LINE_START, WITHIN_LINE } from '../../../src/wire/smtp/line-scan.js';

/** Sends text cut at some places; answers what would be on the wire, without the closing dot. */
function wire(text: string, cuts: readonly number[] = [], dots = true): string {
  const bytes = Buffer.from(text, 'latin1');
  const lines = new LineNormaliser(dots);
  let sent = '';
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    lines.feed(bytes.subarray(from, cut), (piece) => {
      sent += Buffer.from(piece).toString('latin1');
    });
    from = cut;
  }
  return sent + lines.finish();
}

/** What a receiver makes of it: written from RFC 5321 section 4.5.2 alone, byte by byte. */
function receive(sent: string): string {
  let text = '';
  let lineStart = true;
  for (let at = 0; at < sent.length; at++) {
    const byte = sent[at];
    if (lineStart && byte === '.') {
      if (sent.startsWith('.\r\n', at)) throw new Error('the body ended early');
      lineStart = false;
      continue;
    }
    text += byte;
    lineStart = byte === '\n' && sent[at - 1] === '\r';
  }
  return text;
}

/** Every line end a CRLF, and one at the end: what the body means. */
function canonical(text: string): string {
  const lines = text.replace(/\r\n|\r|\n/g, '\r\n');
  return lines === '' || lines.endsWith('\r\n') ? lines : `${lines}\r\n`;
}

describe('RFC 5321 section 4.5.2: transparency', () => {
  test.each([
    ['', ''],
    ['.', '..\r\n'],
    ['a\r\n.\r\nb\r\n', 'a\r\n..\r\nb\r\n'],
    ['a\n.\nb', 'a\r\n..\r\nb\r\n'],
    ['a\r.\rb', 'a\r\n..\r\nb\r\n'],
    ['a\r\r\nb', 'a\r\n\r\nb\r\n'],
    ['a.b..\r\n', 'a.b..\r\n'],
    ['\n', '\r\n'],
    ['\r', '\r\n'],
  ])('%j becomes %j', (text, sent) => {
    expect(wire(text)).toBe(sent);
  });

  test('a body without a fault is passed on as it is, without copying', () => {
    const body = Buffer.from('Subject: x\r\n\r\nline\r\n'.repeat(500));
    const pieces: Uint8Array[] = [];
    new LineNormaliser(true).feed(body, (piece) => pieces.push(piece));
    expect(pieces).toEqual([body]);
    expect(pieces[0]?.buffer).toBe(body.buffer);
  });

  test('BDAT needs line ends but no dots (RFC 3030 section 2)', () => {
    expect(wire('.a\n.\n', [], false)).toBe('.a\r\n.\r\n');
  });

  test('a promise of canonical text is believed, but its last line is still ended', () => {
    const lines = new LineNormaliser(true, true);
    const pieces: string[] = [];
    lines.feed(Buffer.from('as it is'), (piece) => pieces.push(Buffer.from(piece).toString()));
    expect(pieces.join('') + lines.finish()).toBe('as it is\r\n');
  });
});

describe('properties', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom('\r', '\n', '\r\n', '.', 'a', '\r\n.'), maxLength: 60 }),
    fc
      .array(fc.constantFrom(`${'x'.repeat(76)}\r\n`, `${'y'.repeat(33)}\r\n`, 'z', '.\r\n', '\n', '\t\v'), {
        maxLength: 30,
      })
      .map((all) => all.join('')),
  );
  const cuts = fc.array(fc.nat(), { maxLength: 10 });

  test('an independent receiver reads what was meant, however the body is cut', () => {
    fc.assert(
      fc.property(text, cuts, (body, at) => {
        const places = at.map((each) => each % (body.length + 1)).sort((a, b) => a - b);
        const sent = wire(body, places);
        expect(receive(sent)).toBe(canonical(body));
        expect(/(^|[^\r])\n|\r(?!\n)/.test(sent)).toBe(false);
        expect(`\r\n${sent}`.includes('\r\n.\r\n')).toBe(false);
        expect(wire(body, places, false)).toBe(canonical(body));
      }),
      { numRuns: 500 },
    );
  });

  test('the scan of sixteen bytes at a time finds what a plain look at each byte finds', () => {
    const slow = (bytes: Uint8Array, state: number, dots: boolean): number => {
      let before = state;
      for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at];
        if (before === AFTER_CR ? byte !== 10 : byte === 10) return at;
        if (before === LINE_START && dots && byte === 46) return at;
        before = byte === 13 ? AFTER_CR : byte === 10 ? LINE_START : WITHIN_LINE;
      }
      return bytes.length;
    };
    fc.assert(
      fc.property(
        text,
        fc.nat(9),
        fc.constantFrom(LINE_START, WITHIN_LINE, AFTER_CR),
        fc.boolean(),
        (body, shift, state, dots) => {
          const bytes = Buffer.from('#'.repeat(shift) + body, 'latin1').subarray(shift);
          expect(firstFault(bytes, state, dots)).toBe(slow(bytes, state, dots));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('any byte may stand beside a line end', () => {
    for (let byte = 0; byte < 256; byte++) {
      const body = `${'a'.repeat(21)}${String.fromCharCode(byte)}\r\n${String.fromCharCode(byte)}${'b'.repeat(40)}`;
      expect(receive(wire(body))).toBe(canonical(body));
    }
  });
});
