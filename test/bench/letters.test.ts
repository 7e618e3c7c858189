import { createTransport } from 'nodemailer';
import { describe, expect, test } from 'vitest';
import { LetterJudge } from '../../bench/sink/letter-judge.js';
import { SinkSession } from '../../bench/sink/session.js';
import { spoolCases } from '../../bench/spool/cases.js';
import { numberIn, reader, spoolLetter, writer } from '../../bench/spool/letters.js';
import { spoolRow } from '../../bench/spool/row.js';
import { storeCases } from '../../bench/store/cases.js';

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** A letter as nodemailer writes it. */
async function composed(n: number): Promise<Buffer> {
  const { message } = await composer.sendMail({ from: writer, to: reader, ...spoolLetter(n) });
  return message as Buffer;
}

/** Feeds a letter to a judge in pieces of 700 octets; answers what the judge says. */
function judged(letters: readonly Buffer[]) {
  const judge = new LetterJudge();
  const session = new SinkSession(judge, false);
  for (const letter of letters) {
    const stuffed = letter.toString('latin1').replace(/^\./gm, '..').trimEnd();
    const wire = Buffer.from(`MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n${stuffed}\r\n.\r\n`, 'latin1');
    for (let from = 0; from < wire.length; from += 700) session.feed(wire.subarray(from, from + 700));
  }
  return judge.tally();
}

const changed = (letter: Buffer, from: RegExp, to: string): Buffer =>
  Buffer.from(letter.toString('latin1').replace(from, to), 'latin1');

describe('the letters', () => {
  test('are equally long and differ in their numbers', () => {
    const letters = [0, 1, 77, 9_999_999].map(spoolLetter);
    const bytes = letters.map(({ subject, text, html }) => Buffer.byteLength(subject + text + html));
    expect(new Set(bytes).size).toBe(1);
    expect(letters.map(({ subject }) => numberIn(subject))).toEqual([0, 1, 77, 9_999_999]);
    expect(numberIn('Minutes of the meeting')).toBeNull();
  });

  test('are read from what a program composed of them', async () => {
    expect(judged([await composed(1), await composed(2)])).toEqual({ messages: 2, perVariant: [2], problem: null });
  });

  test('are not to come twice', async () => {
    const letter = await composed(3);
    expect(judged([letter, letter])).toEqual({
      messages: 2,
      perVariant: [1],
      problem: 'message 2: letter 3 came twice',
    });
  });

  test.each([
    ['a word of the text', /^Please have a look/m, 'Please have a cook', /text of letter 4 differs/],
    ['a word of the HTML', />Nothing else/, '>Nothing at all', /HTML of letter 4 differs/],
    ['another number', /Subject: .*/, 'Subject: Minutes of the meeting 0000005', /text of letter 5 differs/],
    ['no number', /Subject: .*/, 'Subject: Minutes', /the subject is Minutes/],
    ['another reader', /To: .*/, 'To: <eve@example.com>', /names somebody else/],
    ['no date', /Date: .*\r\n/, '', /lacks its date/],
    ['one part instead of two', /multipart\/alternative/, 'multipart/mixed', /text of letter 4 differs/],
  ])('show %s', async (_, from, to, problem) => {
    expect(judged([changed(await composed(4), from, to)]).problem).toMatch(problem);
  });
});

describe('the rows', () => {
  test('have keys of their own', () => {
    const keys = [...storeCases, ...spoolCases].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('say whether their bound is held', () => {
    const [what] = spoolCases;
    if (!what) throw new Error('no cases');
    const score = { rate: { median: 5, low: 4, high: 6 }, cpuMicroseconds: 9.44, count: 7 };
    const row = (ratio: number) =>
      spoolRow({
        what,
        sink: null,
        duel: { ours: score, rival: score, ratio: { median: ratio, low: ratio, high: ratio } },
      });
    expect(row(what.bound)).toMatch(/ ok /);
    expect(row(what.bound - 0.01)).toMatch(/ MISSED /);
  });
});
