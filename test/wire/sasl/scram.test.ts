import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mechanism, type SaslMechanism } from '../../../src/wire/sasl/index.js';
import { bytes, refused, text } from './thrown.js';

const pencil = { user: 'user', password: 'pencil' };
const withNonce = (nonce: string) => ({
  host: 'mail.example.org',
  port: 587,
  nonce: () => Buffer.from(nonce, 'base64'),
});

describe('the published dialogs', () => {
  test('RFC 5802 section 5: SCRAM-SHA-1', () => {
    const dialog = mechanism('SCRAM-SHA-1', pencil, withNonce('fyko+d2lbbFgONRv9qkxdawL'));
    expect(text(dialog.initialResponse)).toBe('n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL');
    const first = 'r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096';
    expect(text(dialog.step(bytes(first)))).toBe(
      'c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=',
    );
    expect(dialog.step(bytes('v=rmF9pqV8S7suAoZWja4dJRkFsKQ='))).toHaveLength(0);
    dialog.done();
  });

  test('RFC 7677 section 3: SCRAM-SHA-256', () => {
    const dialog = mechanism('SCRAM-SHA-256', pencil, withNonce('rOprNGfwEbeRWgbNEkqO'));
    expect(text(dialog.initialResponse)).toBe('n,,n=user,r=rOprNGfwEbeRWgbNEkqO');
    const first = 'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096';
    expect(text(dialog.step(bytes(first)))).toBe(
      'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
    );
    expect(dialog.step(bytes('v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4='))).toHaveLength(0);
    dialog.done();
  });
});

describe('RFC 5802 section 5.1: the client-first message', () => {
  test('writes comma and equals sign as =2C and =3D, and names the authorization identity', () => {
    const dialog = mechanism(
      'SCRAM-SHA-256',
      { user: 'a,b=c', password: 'x', authorizationId: 'd=e,f' },
      withNonce('AAAA'),
    );
    expect(text(dialog.initialResponse)).toBe('n,a=d=3De=2Cf,n=a=2Cb=3Dc,r=AAAA');
  });

  test('draws a new nonce for each dialog', () => {
    const nonces = [1, 2].map(() => text(mechanism('SCRAM-SHA-256', pencil, { host: 'h', port: 1 }).initialResponse));
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  test('prepares the names as queries and the password as stored', () => {
    expect(text(mechanism('SCRAM-SHA-1', { user: 'Ⅸ', password: 'x' }, withNonce('AAAA')).initialResponse)).toBe(
      'n,,n=IX,r=AAAA',
    );
    mechanism('SCRAM-SHA-1', { user: '\u0221', password: 'x' }, withNonce('AAAA'));
    refused('bad-argument', () => mechanism('SCRAM-SHA-1', { user: 'x', password: '\u0221' }, withNonce('AAAA')));
    refused('bad-argument', () => mechanism('SCRAM-SHA-1', { user: '\u00ad', password: 'x' }, withNonce('AAAA')));
    refused('bad-argument', () => mechanism('SCRAM-SHA-1', { user: 'x', password: 'a\u0007' }, withNonce('AAAA')));
  });
});

describe('RFC 5802 section 5.1: the server-first message', () => {
  const dialog = () => mechanism('SCRAM-SHA-256', pencil, withNonce('AAAA'));

  test.each([
    ['nonce not ours', 'protocol', 'r=BBBBcccc,s=QSXCR+Q6,i=4096'],
    ['nonce not extended', 'protocol', 'r=AAAA,s=QSXCR+Q6,i=4096'],
    ['nonce with a space', 'protocol', 'r=AAAA b,s=QSXCR+Q6,i=4096'],
    ['no salt', 'protocol', 'r=AAAAb,s=,i=4096'],
    ['salt not base64', 'protocol', 'r=AAAAb,s=QSX*,i=4096'],
    ['no count', 'protocol', 'r=AAAAb,s=QSXCR+Q6'],
    ['count not a number', 'protocol', 'r=AAAAb,s=QSXCR+Q6,i=4096x'],
    ['count with a sign', 'protocol', 'r=AAAAb,s=QSXCR+Q6,i=-1'],
    ['other order', 'protocol', 's=QSXCR+Q6,r=AAAAb,i=4096'],
    ['count too low', 'unsupported', 'r=AAAAb,s=QSXCR+Q6,i=4095'],
    ['count too high', 'unsupported', 'r=AAAAb,s=QSXCR+Q6,i=1000001'],
    ['count absurd', 'unsupported', 'r=AAAAb,s=QSXCR+Q6,i=9999999999'],
    ['mandatory extension', 'unsupported', 'm=ext,r=AAAAb,s=QSXCR+Q6,i=4096'],
    ['error', 'auth-failed', 'e=unknown-user'],
  ] as const)('refuses: %s', (_, code, message) => {
    refused(code, () => dialog().step(bytes(message)));
  });

  test('passes over optional extensions, which the proof covers', () => {
    const message = 'r=AAAAb,s=QSXCR+Q6,i=4096,x=later';
    expect(serverAccepts(dialog(), 'SCRAM-SHA-256', 'pencil', message, 'n=user,r=AAAA')).toBe(true);
  });

  test('refuses bytes that are no UTF-8', () => {
    refused('protocol', () => dialog().step(Uint8Array.of(0x72, 0x3d, 0xff)));
  });

  test('a failed dialog cannot be taken up again', () => {
    const failed = dialog();
    refused('protocol', () => failed.step(bytes('r=BBBB,s=QSXCR+Q6,i=4096')));
    refused('protocol', () => failed.step(bytes('r=AAAAb,s=QSXCR+Q6,i=4096')));
    refused('auth-failed', () => failed.done());
  });
});

describe('RFC 5802 section 5: the server proves itself too', () => {
  const halfway = () => {
    const dialog = mechanism('SCRAM-SHA-1', pencil, withNonce('fyko+d2lbbFgONRv9qkxdawL'));
    dialog.step(bytes('r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096'));
    return dialog;
  };

  test('a wrong signature is a false server', () => {
    const dialog = halfway();
    refused('auth-failed', () => dialog.step(bytes('v=rmF9pqV8S7suAoZWja4dJRkFsKA=')));
    refused('auth-failed', () => dialog.done());
  });

  test('success without a signature is a false server', () => {
    refused('auth-failed', () => halfway().done());
  });

  test('success before the first message is a false server', () => {
    refused('auth-failed', () => mechanism('SCRAM-SHA-1', pencil, withNonce('AAAA')).done());
  });

  test('an error message is told in its own word', () => {
    expect(refused('auth-failed', () => halfway().step(bytes('e=invalid-proof'))).message).toContain('invalid-proof');
  });

  test.each([['v='], ['v=AAAA'], ['v=rmF9pqV8S7suAoZWja4dJRkFsKQ'], [''], ['x=1']])('malformed: %s', (message) => {
    refused('protocol', () => halfway().step(bytes(message)));
  });

  test('a challenge after the proof is one too many', () => {
    const dialog = halfway();
    dialog.step(bytes('v=rmF9pqV8S7suAoZWja4dJRkFsKQ='));
    refused('protocol', () => dialog.step(bytes('v=rmF9pqV8S7suAoZWja4dJRkFsKQ=')));
  });
});

describe('any password', () => {
  test('an independent server agrees, and only for the right password', () => {
    const ascii = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        ascii,
        ascii,
        fc.uint8Array({ minLength: 1, maxLength: 32 }),
        fc.constantFrom('SCRAM-SHA-1', 'SCRAM-SHA-256'),
        (user, password, salt, name) => {
          const dialog = () => mechanism(name, { user, password }, withNonce('AAAA'));
          const clientFirst = text(dialog().initialResponse).slice('n,,'.length);
          const first = `r=AAAA~srv,s=${Buffer.from(salt).toString('base64')},i=4096`;
          expect(serverAccepts(dialog(), name, password, first, clientFirst)).toBe(true);
          expect(serverAccepts(dialog(), name, `${password}x`, first, clientFirst)).toBe(false);
        },
      ),
      { numRuns: 25 },
    );
  });
});

/** The server's half, written from RFC 5802 section 3: recovers ClientKey from the proof and looks at its hash. */
function serverAccepts(
  dialog: SaslMechanism,
  name: string,
  password: string,
  serverFirst: string,
  clientFirst: string,
): boolean {
  const [hash, size] = name === 'SCRAM-SHA-1' ? ['sha1', 20] : ['sha256', 32];
  const hmac = (key: Buffer, data: string) =>
    createHmac(hash as string, key)
      .update(data)
      .digest();
  const [withoutProof = '', proof = ''] = text(dialog.step(bytes(serverFirst))).split(',p=');
  const salt = Buffer.from(/,s=([^,]+)/.exec(serverFirst)?.[1] ?? '', 'base64');
  const salted = pbkdf2Sync(password, salt, 4096, size as number, hash as string);
  const authMessage = `${clientFirst},${serverFirst},${withoutProof}`;
  const stored = createHash(hash as string)
    .update(hmac(salted, 'Client Key'))
    .digest();
  const signature = hmac(stored, authMessage);
  const clientKey = Buffer.from(Buffer.from(proof, 'base64').map((byte, index) => byte ^ (signature[index] ?? 0)));
  if (
    !createHash(hash as string)
      .update(clientKey)
      .digest()
      .equals(stored)
  )
    return false;
  dialog.step(bytes(`v=${hmac(hmac(salted, 'Server Key'), authMessage).toString('base64')}`));
  dialog.done();
  return true;
}
