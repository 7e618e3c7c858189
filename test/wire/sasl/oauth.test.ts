import { describe, expect, test } from 'vitest';
import { mechanism } from '../../../src/wire/sasl/index.js';
import { bytes, refused, text } from './thrown.js';

const context = { host: 'server.example.com', port: 143 };
const credentials = { user: 'user@example.com', accessToken: 'vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==' };

describe('OAUTHBEARER (RFC 7628)', () => {
  test('section 4.1: the example', () => {
    const dialog = mechanism('OAUTHBEARER', credentials, context);
    expect(text(dialog.initialResponse)).toBe(
      'n,a=user@example.com,\x01host=server.example.com\x01port=143\x01' +
        'auth=Bearer vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==\x01\x01',
    );
    expect(dialog.cleartext).toBe(true);
    dialog.done();
  });

  test('section 3.2.3: an error is answered by one U+0001 and is a failure whatever follows', () => {
    const dialog = mechanism('OAUTHBEARER', credentials, context);
    expect([...dialog.step(bytes('{"status":"invalid_token"}'))]).toEqual([1]);
    expect(refused('auth-failed', () => dialog.done()).message).toContain('invalid_token');
    refused('protocol', () => dialog.step(bytes('again')));
  });

  test('section 3.1: the authorization identity wins over the user, is escaped, and may be left out', () => {
    const identity = mechanism('OAUTHBEARER', { ...credentials, authorizationId: 'a=b,c' }, context);
    expect(text(identity.initialResponse).split('\x01')[0]).toBe('n,a=a=3Db=2Cc,');
    const nobody = mechanism('OAUTHBEARER', { accessToken: 'abc' }, context);
    expect(text(nobody.initialResponse).split('\x01')[0]).toBe('n,,');
  });

  test('refuses what would start a field of its own', () => {
    const start = (user: string, accessToken: string, host = 'h') =>
      mechanism('OAUTHBEARER', { user, accessToken }, { host, port: 1 });
    refused('bad-argument', () => start('a\x01auth=Bearer x', 'abc'));
    refused('bad-argument', () => start('a', 'abc\x01'));
    refused('bad-argument', () => start('a', 'abc def'));
    refused('bad-argument', () => start('a', 'abc\r\n'));
    refused('bad-argument', () => start('a', ''));
    refused('bad-argument', () => start('a', 'abc', 'h\x01port=2'));
    refused('bad-argument', () => mechanism('OAUTHBEARER', { user: 'a', password: 'x' }, context));
  });
});

describe('XOAUTH2', () => {
  test('the form its inventors publish', () => {
    const published =
      'dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxbVRjMk52YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ==';
    const user = 'someuser@example.com';
    const accessToken = 'ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg';
    const dialog = mechanism('XOAUTH2', { user, accessToken }, context);
    expect(Buffer.from(dialog.initialResponse ?? []).toString('base64')).toBe(published);
    expect(dialog.cleartext).toBe(true);
    dialog.done();
  });

  test('an error is answered by nothing and is a failure whatever follows', () => {
    const dialog = mechanism('XOAUTH2', credentials, context);
    expect(dialog.step(bytes('{"status":"401","schemes":"bearer"}'))).toHaveLength(0);
    expect(refused('auth-failed', () => dialog.done()).message).toContain('401');
    refused('protocol', () => dialog.step(bytes('{}')));
  });

  test('needs both parts and refuses a user who starts a field', () => {
    refused('bad-argument', () => mechanism('XOAUTH2', { accessToken: 'abc' }, context));
    refused('bad-argument', () => mechanism('XOAUTH2', { user: 'a' }, context));
    refused('bad-argument', () => mechanism('XOAUTH2', { user: 'a\x01b', accessToken: 'abc' }, context));
  });
});
