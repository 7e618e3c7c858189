import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Channel } from '../../../src/wire/net/channel.js';
import { COPY_BYTES, WRITE_SLAB_BYTES } from '../../../src/wire/net/limits.js';
import { Outbox } from '../../../src/wire/net/outbox.js';

/** A channel that takes what it is given when it is told to. */
class Taker {
  idle = true;
  calls = 0;
  pieces: Uint8Array[] = [];
  taken = '';

  write(bytes: Uint8Array): void {
    this.calls++;
    this.idle = false;
    this.pieces.push(bytes);
  }

  writeAll(pieces: readonly Uint8Array[]): void {
    this.calls++;
    this.idle = false;
    this.pieces.push(...pieces);
  }

  take(): void {
    for (const piece of this.pieces.splice(0)) this.taken += Buffer.from(piece).toString('latin1');
    this.idle = true;
  }
}

const boxed = () => {
  const taker = new Taker();
  return { taker, outbox: new Outbox(taker as unknown as Channel) };
};

describe('an outbox', () => {
  test('sends commands and a small body in one write', () => {
    const { taker, outbox } = boxed();
    outbox.text('MAIL\r\n');
    outbox.text('DATA\r\n');
    outbox.bytes(Buffer.from('body'));
    outbox.text('.\r\n');
    expect(taker.calls).toBe(0);
    outbox.flush();
    outbox.flush();
    expect(taker.calls).toBe(1);
    taker.take();
    expect(taker.taken).toBe('MAIL\r\nDATA\r\nbody.\r\n');
    expect(outbox.lent).toBe(false);
  });

  test('lends large bytes, and says so until they are taken', () => {
    const { taker, outbox } = boxed();
    const large = Buffer.alloc(COPY_BYTES + 1, 'x');
    outbox.text('a');
    outbox.bytes(large);
    outbox.text('b');
    expect(outbox.lent).toBe(true);
    outbox.flush();
    expect(taker.calls).toBe(1);
    expect(taker.pieces[1]).toBe(large);
    expect(outbox.lent).toBe(true);
    taker.take();
    expect(outbox.lent).toBe(false);
  });

  test('whatever is added arrives in order, whenever it is flushed and taken', () => {
    const step = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', '\r\n'), maxLength: 30 }).map((text) => ({ text })),
      fc.constantFrom('\u00e9', '\u20ac\ud83d\ude00').map((wide) => ({ wide })),
      fc
        .tuple(fc.constantFrom(1, 500, COPY_BYTES, COPY_BYTES + 1, WRITE_SLAB_BYTES), fc.constantFrom(...'xyz'))
        .map(([size, fill]) => ({ bytes: Buffer.alloc(size, fill) })),
      fc.constantFrom({ flush: true }, { take: true }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { taker, outbox } = boxed();
        let expected = '';
        for (const each of steps) {
          if ('text' in each) {
            outbox.text(each.text);
            expected += each.text;
          } else if ('wide' in each) {
            outbox.utf8(each.wide);
            expected += Buffer.from(each.wide, 'utf8').toString('latin1');
          } else if ('bytes' in each) {
            outbox.bytes(each.bytes);
            expected += each.bytes.toString('latin1');
          } else if ('flush' in each) outbox.flush();
          else taker.take();
        }
        outbox.flush();
        taker.take();
        expect(taker.taken === expected).toBe(true);
      }),
    );
  });
});
