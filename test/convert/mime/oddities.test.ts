import { expect, test } from 'vitest';
import { readMime } from '../../../src/convert/index.js';
import {
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_MIME_TAG_W,
  PR_BODY_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SUBJECT_W,
  type PropTag,
  type PropValue,
} from '../../../src/mapi/index.js';

const value = <T>(props: readonly PropValue[], tag: PropTag<T>): T | undefined =>
  props.find(([one]) => one === tag)?.[1] as T | undefined;
const read = (...lines: readonly string[]) => readMime(Buffer.from(lines.join('\r\n')));

test('blanks before the first line of a message are no fold', () => {
  const { props } = read(' From: Ann <ann@example.org>', 'Subject: Plain', '', 'Hello.');
  expect(value(props, PR_SENT_REPRESENTING_EMAIL_ADDRESS_W)).toBe('ann@example.org');
  expect(value(props, PR_SUBJECT_W)).toBe('Plain');
  // Anywhere else they are.
  expect(value(read('Subject: One', ' From: two', '', 'x').props, PR_SUBJECT_W)).toBe('One From: two');
});

test.each([
  ['application/pdf name="plan.pdf"', 'application/pdf', 'plan.pdf'],
  ['application/pdf name=plan.pdf; x-unix-mode=0644', 'application/pdf', 'plan.pdf'],
  ['application/pdf>; name="plan.pdf"', 'application/pdf', 'plan.pdf'],
  ['application / pdf; name="plan.pdf"', 'application/pdf', 'plan.pdf'],
  ['Application/PDF (of ours); name="plan.pdf"', 'application/pdf', 'plan.pdf'],
])('what a part is, is read although its field is written carelessly: %s', (type, tag, name) => {
  const { attachments } = read(
    'From: ann@example.org',
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment',
    '',
    'AAEC',
  );
  expect(
    attachments.map(({ props }) => [value(props, PR_ATTACH_MIME_TAG_W), value(props, PR_ATTACH_LONG_FILENAME_W)]),
  ).toEqual([[tag, name]]);
});

/** What is read of a text that says that it is base64. */
const body = (text: string): string | undefined =>
  value(
    read('From: a@b.example', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', text)
      .props,
    PR_BODY_W,
  );

test('a text that says that it is base64, and is none, is read as it stands', () => {
  const words = 'ploozdect nispplul swunk glap zarp\r\nploystoov smohsless creg, zass and more of it\r\n';
  expect(body(words.repeat(20))).toBe(words.repeat(20));
  const encoded = Buffer.from(words.repeat(20)).toString('base64');
  for (const broken of [
    encoded,
    encoded.replaceAll(/.{76}/g, '$&\r\n'),
    encoded.replaceAll(/.{76}/g, '$& \r\n'),
    encoded.replaceAll(/.{60}/g, '$& '),
    `${encoded}\r\n-- \r\nA list, its footer.`,
  ])
    expect(body(broken)?.slice(0, 900)).toBe(words.repeat(20).slice(0, 900));
});

test('what follows the end of base64 and looks like a word is none of it; further pieces are', () => {
  const [yes, no] = ['yötä vaan', 'näin on'].map((text) => Buffer.from(text).toString('base64')) as [string, string];
  expect(yes).toMatch(/=$/);
  expect(body(`${yes}\r\nignored`)).toBe('yötä vaan');
  expect(body(`${yes}\r\n-- \r\nFooter`)).toBe('yötä vaan');
  expect(body(`${yes}\r\n${no}\r\n${yes}`)).toBe('yötä vaannäin onyötä vaan');
  expect(body(`${yes}\r\n${Buffer.from('Oh'.repeat(99)).toString('base64')}`)).toBe(`yötä vaan${'Oh'.repeat(99)}`);
});

test.each([
  ['iso-8859-1', 'Fr\xf6sche', 'Frösche'],
  ['windows-1252', '\x80 5', '€ 5'],
  ['utf-8', Buffer.from('Frösche').toString('latin1'), 'Frösche'],
  ['utf-8', 'Fr\xf6sche', 'Frösche'],
  ['iso-8859-1', Buffer.from('Frösche').toString('latin1'), 'Frösche'],
  ['no-such-charset', 'Fr\xf6sche', 'Frösche'],
])('letters beyond ASCII that stand in an encoded word as they are: %s %j', (charset, raw, subject) => {
  const mail = Buffer.from(`Subject: =?${charset}?Q?Die_${raw}?=\r\n\r\nHello.\r\n`, 'latin1');
  expect(value(readMime(mail).props, PR_SUBJECT_W)).toBe(`Die ${subject}`);
});
