import { expect, test } from 'vitest';
import { readMime } from '../../../src/convert/index.js';

// Each of these took minutes when it was sought for by an expression that begins anew at every letter. What takes its time
// only grows with the mail would need no more than a tenth of what the limit of a test allows.
const N = 300_000;
const letter = (header: string, body = 'body'): Buffer =>
  Buffer.from(`Subject: s\r\nMIME-Version: 1.0\r\n${header}\r\n\r\n${body}\r\n`);
const bounce = (text: string): Buffer =>
  letter('Return-Path: <>\r\nFrom: MAILER-DAEMON@example.org\r\nX-Subject: x', text);

test.for<[string, Buffer]>([
  ['an identifier without end', letter(`Message-ID: ${'x'.repeat(N)}`)],
  ['references without signs', letter(`References: ${'é'.repeat(N)}`)],
  ['brackets that open', letter(`References: ${'<'.repeat(N)}`)],
  ['a header full of empty lines', Buffer.from(`Subject: s\r\n${' \r\n'.repeat(N)}X: x\r\n\r\nbody`)],
  ['a type with blanks in it', letter(`Content-Type: text${' '.repeat(N)}plain`)],
  ['a type with blanks before a parameter', letter(`Content-Type: text/plain${' '.repeat(N)}x${' '.repeat(N)}=y`)],
  ['zeros', letter('Content-Type: text/plain', '\0'.repeat(N))],
  [
    'a file in uuencode before empty lines',
    Buffer.from(`Subject: s\r\n\r\nbegin 644 x\r\n \r\nend\r\n${'\r\n'.repeat(N)}x`),
  ],
  ['HTML that names its charset by and by', letter('Content-Type: text/html', `<meta charset${' '.repeat(N)}=\xff`)],
  ['dashes', bounce('-'.repeat(N))],
  ['words of servers', bounce('mail delivery mailbox '.repeat(N / 20))],
  ['addresses', bounce('<a@b '.repeat(N / 5))],
  ['an address without end', bounce('a'.repeat(N))],
  ['a domain without end', bounce(`a@${'b-'.repeat(N / 2)}`)],
  ['lines of addresses', bounce('<a@b.c>\r\n'.repeat(N / 9))],
  ['blanks', bounce(`undeliverable${' '.repeat(N)}`)],
  ['tabs before addresses', bounce(`undeliverable\r\n${'\t'.repeat(N)}a@b.c`)],
  ['replies', bounce(`undeliverable ${'550 '.repeat(N / 4)}`)],
])('%s', ([, bytes]) => {
  expect(readMime(bytes).props.length).toBeGreaterThan(0);
});
