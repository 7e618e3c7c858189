import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonWriter } from '../../src/graph/http/jsonwriter.js';
import { isoOf, writeTime } from '../../src/graph/message/time.js';

const out = new JsonWriter();

function written(write: (out: JsonWriter) => void): string {
  out.clear();
  write(out);
  return out.taken().toString();
}

const ascii = fc.string({ unit: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)) });

describe('JSON written into bytes', () => {
  test('is what JSON.stringify writes of a text', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), ascii, fc.string({ minLength: 90, maxLength: 120 }));
    fc.assert(
      fc.property(texts, (text) => written((to) => to.text(text)) === JSON.stringify(text)),
      {
        numRuns: 50,
      },
    );
    // Half of a pair has no UTF-8 and is escaped.
    expect(written((to) => to.text('\ud800'))).toBe(String.raw`"\ud800"`);
  });

  test('is that of bytes of ASCII, and nothing of others', () => {
    fc.assert(
      fc.property(ascii, fc.nat(5), fc.nat(5), (text, before, behind) => {
        const bytes = Buffer.from(`${'x'.repeat(before)}${text}${'y'.repeat(behind)}`);
        let done = false;
        const json = written((to) => {
          done = to.asciiBytes(bytes, before, before + text.length);
        });
        expect([done, json]).toEqual([true, JSON.stringify(text)]);
      }),
    );
    expect(written((to) => expect(to.asciiBytes(Buffer.from('plain until é'))).toBe(false))).toBe('');
  });

  test('begins a text in one line', () => {
    const blank = fc.constantFrom(' ', '\t', '\r\n', '\n', 'a', '"', '\\', 'word', '\u0001');
    fc.assert(
      fc.property(fc.array(blank, { maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (parts, most) => {
        const bytes = Buffer.from(parts.join(''));
        const whole = parts.join('').replaceAll(/\s+/g, ' ').trim();
        const json = written((to) => to.beginning(bytes, 0, bytes.length, most));
        expect(json).toBe(JSON.stringify(whole.slice(0, most)));
      }),
    );
    const bytes = Buffer.from('now é');
    expect(written((to) => expect(to.beginning(bytes, 0, bytes.length, 10)).toBe(false))).toBe('');
  });

  test('has bytes in base64 of either alphabet', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.constantFrom('base64' as const, 'base64url' as const),
        (bytes, alphabet) =>
          written((to) => to.base64(bytes, alphabet)) === `"${Buffer.from(bytes).toString(alphabet)}"`,
      ),
    );
  });

  test('has times as they are rendered, from 1601 to 9999', () => {
    const times = fc.bigInt({ min: 0n, max: 2_650_467_743_990_000_000n });
    fc.assert(fc.property(times, (time) => written((to) => writeTime(to, time)) === JSON.stringify(isoOf(time))));
    expect(isoOf(133_774_848_000_000_000n)).toBe('2024-12-01T00:00:00Z');
    expect(isoOf(133_774_848_000_010_000n)).toBe('2024-12-01T00:00:00.001Z');
    expect(isoOf(133_774_848_000_009_999n)).toBe('2024-12-01T00:00:00Z');
    expect(isoOf(0n)).toBe('1601-01-01T00:00:00Z');
    expect(written((to) => writeTime(to, null))).toBe('null');
  });

  test('grows, and gives its memory back', () => {
    const large = 'é'.repeat(3_000_000);
    expect(written((to) => to.text(large)).length).toBe(large.length + 2);
    expect(written((to) => to.value({ a: [1, null, 'x'] }))).toBe('{"a":[1,null,"x"]}');
    expect(written((to) => to.digits(7, 3))).toBe('007');
  });
});
