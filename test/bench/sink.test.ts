import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BenchMessage, makeMessages, messageBytes } from '../../bench/messages.js';
import { Judge } from '../../bench/sink/judge.js';
import { SinkSession } from '../../bench/sink/session.js';

const messages = makeMessages('small');
const first = at(messages, 0);
const second = at(messages, 1);
const end = Buffer.from('.\r\n');

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}

function data(message: BenchMessage): Buffer {
  return Buffer.concat([Buffer.from('MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n'), message.stuffed, end]);
}

function bdat(message: BenchMessage, cut: number): Buffer {
  const head = Buffer.from(`MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nBDAT ${cut}\r\n`);
  const last = Buffer.from(`BDAT ${message.block.length - cut} LAST\r\n`);
  return Buffer.concat([head, message.block.subarray(0, cut), last, message.block.subarray(cut)]);
}

/** Feeds a whole session in pieces of the sizes given, over and over. */
function play(bytes: Buffer, sizes: readonly number[], chunking = false) {
  const judge = new Judge(messages, 1);
  const session = new SinkSession(judge, chunking);
  let replies = '';
  for (let from = 0, turn = 0; from < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    replies += session.feed(bytes.subarray(from, from + size));
    from += size;
  }
  return { replies, tally: judge.tally() };
}

describe('the messages of the bench', () => {
  test('have the size they are named after and end with a line', () => {
    expect(messages.map(messageBytes)).toEqual(messages.map(() => 2048));
    expect(makeMessages('medium').map(messageBytes)).toEqual(Array.from({ length: 16 }, () => 51_200));
    expect(messageBytes(at(makeMessages('large'), 0)) / 2 ** 20).toBeCloseTo(500, 0);
    for (const { block } of messages) expect(block.subarray(-2).toString()).toBe('\r\n');
  });

  test('differ from each other and need dot-stuffing', () => {
    expect(new Set(messages.map(({ block }) => block.toString('latin1'))).size).toBe(messages.length);
    for (const { block, stuffed } of messages) expect(stuffed.length).toBeGreaterThan(block.length);
  });
});

describe('the sink', () => {
  test('recognises each message of a session however it is cut', () => {
    const session = Buffer.concat([Buffer.from('EHLO x\r\n'), data(first), data(second), data(first)]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 6 }), (sizes) => {
        const { tally } = play(session, sizes);
        expect(tally).toMatchObject({ messages: 3, problem: null });
        expect(tally.perVariant.slice(0, 3)).toEqual([2, 1, 0]);
      }),
      { numRuns: 200, examples: [[[1]], [[5000]]] },
    );
  });

  test('recognises messages in BDAT chunks however they are cut', () => {
    const session = Buffer.concat([bdat(first, 0), bdat(second, 1000), bdat(first, first.block.length)]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 6 }), (sizes) => {
        expect(play(session, sizes, true).tally).toMatchObject({ messages: 3, problem: null });
      }),
      { numRuns: 200 },
    );
  });

  test('answers commands that came together in one piece', () => {
    const { replies } = play(data(first), [100_000]);
    expect(replies.match(/^\d{3}/gm)).toEqual(['250', '250', '354', '250']);
  });

  test('offers CHUNKING only when told to', () => {
    expect(play(Buffer.from('EHLO x\r\n'), [99], true).replies).toContain('CHUNKING');
    expect(play(Buffer.from('EHLO x\r\n'), [99], false).replies).not.toContain('CHUNKING');
  });

  test.each([
    ['one changed octet', (wire: Buffer) => wire.fill('#', 1000, 1001), /differs at octet/],
    ['a lost line', (wire: Buffer) => Buffer.concat([wire.subarray(0, 900), wire.subarray(974)]), /differs at octet/],
    ['an unknown message', (wire: Buffer) => wire.fill('9', 48, 54), /differs at octet 11/],
    ['a message cut short', () => Buffer.from('DATA\r\n.\r\n'), /too short/],
  ])('sees %s', (_, damage, problem) => {
    const { tally } = play(damage(Buffer.from(data(first))), [100_000]);
    expect(tally.messages).toBe(1);
    expect(tally.problem).toMatch(problem);
  });

  test('sees a recipient too many', () => {
    const wire = data(first).toString('latin1').replace('DATA', 'RCPT TO:<e@f>\r\nDATA');
    expect(play(Buffer.from(wire, 'latin1'), [100_000]).tally.problem).toMatch(/2 recipients instead of 1/);
  });

  test('checks a message of many blocks, and sees two blocks too few', () => {
    const large: BenchMessage = { ...first, repeats: 40 };
    const judge = new Judge([large], 0);
    for (const repeats of [40, 38]) {
      const session = new SinkSession(judge, false);
      const body = Buffer.concat(Array.from({ length: repeats }, () => first.stuffed));
      session.feed(Buffer.from('DATA\r\n'));
      for (let from = 0; from < body.length; from += 1500) session.feed(body.subarray(from, from + 1500));
      session.feed(end);
    }
    expect(judge.tally()).toMatchObject({
      messages: 2,
      perVariant: [1],
      problem: expect.stringMatching(/message 2: /),
    });
  });
});
