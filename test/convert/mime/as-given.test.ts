import { describe, expect, test } from 'vitest';
import { ok } from '../../../src/com/index.js';
import { readMail, renderMime } from '../../../src/convert/index.js';
import { IMessage } from '../../../src/mapi/index.js';
import { inboxOf, newStore } from '../../providers/store/mailbox/stores.js';
import { useLedger } from '../../support/ledger.js';
import { bytesOf } from './letters.js';

useLedger();

const HEAD = [
  'From: Ann <ann@example.org>',
  'To: bob@example.org',
  'Subject: As given',
  'Date: Wed, 4 Mar 2026 06:07:08 +0000',
  'Message-ID: <given@example.org>',
  'MIME-Version: 1.0',
];

const SIGNED = [
  'Content-Type: multipart/signed; protocol="application/pgp-signature"; micalg=pgp-sha256;',
  '\tboundary="s"',
  '',
  'This is a preamble.',
  '--s',
  'Content-Type: text/plain; charset=us-ascii; format=flowed',
  '',
  '-- ',
  'Trailing blanks   ',
  '\tand a tab\t',
  '',
  '--s',
  'Content-Type: application/pgp-signature; name=sig.asc',
  '',
  '-----BEGIN PGP SIGNATURE-----',
  '-----END PGP SIGNATURE-----',
  '--s--',
  'And an epilogue.',
  '',
];

/** Bytes by name: what a sender may give, one character for each byte. */
const given: Readonly<Record<string, string>> = {
  'a plain text': [...HEAD, '', 'Hello.', ''].join('\r\n'),
  'a missing final newline': [...HEAD, '', 'Hello'].join('\r\n'),
  'a missing body': [...HEAD, '', ''].join('\r\n'),
  'several empty lines at the end': [...HEAD, '', 'Hello.', '', '', '', ''].join('\r\n'),
  'bytes beyond ASCII that say what they are': [
    ...HEAD,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Gr\xc3\xbc\xc3\x9fe',
    '',
  ].join('\r\n'),
  'bytes beyond ASCII that say nothing': [...HEAD, '', 'Gr\xfc\xdfe \x80', ''].join('\r\n'),
  'lines that are too long': [...HEAD, '', 'x'.repeat(5000), 'y'.repeat(998), ''].join('\r\n'),
  'an odd order and odd folding': [
    'Subject:\r\n As\r\n\tgiven',
    'X-Odd:   blanks  ',
    ...HEAD.filter((line) => !line.startsWith('Subj')),
    'Content-type: TEXT/PLAIN; Charset="us-ascii"',
    '',
    'Hello.',
    '',
  ].join('\r\n'),
  'quoted-printable that could be shorter': [
    ...HEAD,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '=48=65llo=',
    '=2E',
    '',
  ].join('\r\n'),
  'base64 in lines of their own length': [...HEAD, 'Content-Transfer-Encoding: base64', '', 'SGVs', 'bG8u', ''].join(
    '\r\n',
  ),
  'lines that begin with dots': [...HEAD, '', '.', '..', '.hidden', ''].join('\r\n'),
  'a signature': [...HEAD, ...SIGNED].join('\r\n'),
};

async function sent(bytes: string): Promise<string> {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using message = await ok(inbox.CreateMessage(IMessage));
  await readMail(message, Buffer.from(bytes, 'latin1'), { keepSource: true });
  await ok(message.SaveChanges(2));
  const first = (await bytesOf(await renderMime(message))).toString('latin1');
  // The same again: rendering is deterministic.
  expect((await bytesOf(await renderMime(message))).toString('latin1')).toBe(first);
  return first;
}

describe('Bytes that were given as MIME are sent as they came', () => {
  test.each(Object.entries(given))('%s', async (_, bytes) => {
    expect(await sent(bytes)).toBe(bytes);
  });

  test.each(['a plain text', 'a signature', 'a missing final newline'])(
    'with the line ends of mail where they were those of files: %s',
    async (name) => {
      const bytes = given[name] as string;
      expect(await sent(bytes.replaceAll('\r\n', '\n'))).toBe(bytes);
      // Of a mixture only those are changed that have to be.
      expect(await sent(bytes.replace('\r\n', '\n'))).toBe(bytes);
    },
  );

  test('behind the fields that they lack, and without hidden recipients', async () => {
    const bytes = given['a plain text'] as string;
    expect(await sent(bytes.replace('Subject', 'Bcc: carl@example.org\r\nSubject'))).toBe(bytes);
    const lacking = await sent(bytes.replace(/^Message-ID.*\r\n/m, ''));
    expect(lacking).toMatch(/^Message-ID: <\S+>\r\nFrom: Ann/);
    expect(lacking.slice(lacking.indexOf('From:'))).toBe(bytes.replace(/^Message-ID.*\r\n/m, ''));
  });
});
