import { describe, expect, test } from 'vitest';
import { WireError, type WireErrorCode, type WireErrorDetails } from '../../../src/wire/index.js';
import { connectDelay, maySubside } from '../../../src/wire/smtp/outage.js';

describe('the wait before connecting again', () => {
  test('doubles from a second to a minute', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 8, 2000].map((failed) => connectDelay(failed));
    expect(delays).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });
});

describe('what may be better a little later', () => {
  const reply = (code: number): WireErrorDetails => ({ reply: { code, lines: [''] } });

  test.each<[string, WireErrorCode, WireErrorDetails]>([
    ['a server that does not listen', 'connect-failed', { socketError: 'ECONNREFUSED' }],
    ['a server that is silent', 'timeout', {}],
    ['a server that hangs up', 'dropped', {}],
    ['a name server that is busy', 'host-not-found', { socketError: 'EAI_AGAIN' }],
    ['a handshake that is cut off', 'tls-failed', { socketError: 'ECONNRESET', cause: new Error() }],
    ['a handshake that the server closes', 'tls-failed', {}],
    ['a greeting 421', 'rejected-greeting', reply(421)],
    ['EHLO put off', 'rejected-command', reply(450)],
    ['TLS not available due to temporary reason (RFC 3207 section 4)', 'starttls-refused', reply(454)],
    ['temporary authentication failure (RFC 4954 section 6)', 'auth-failed', reply(454)],
  ])('%s', (_what, code, details) => {
    expect(maySubside(new WireError(code, '', details))).toBe(true);
  });

  test.each<[string, WireErrorCode, WireErrorDetails]>([
    ['a name that does not exist', 'host-not-found', { socketError: 'ENOTFOUND' }],
    ['a handshake without a common version', 'tls-failed', { socketError: 'ERR_SSL_UNSUPPORTED', cause: new Error() }],
    ['somebody else’s certificate', 'certificate-name', {}],
    ['an expired certificate', 'certificate-date', {}],
    ['an unknown authority', 'certificate-untrusted', {}],
    ['no TLS where it is required', 'starttls-unavailable', {}],
    ['TLS refused for good', 'starttls-refused', reply(501)],
    ['words put into the dialog', 'starttls-injection', {}],
    ['a wrong password', 'auth-failed', reply(535)],
    ['a password that must be changed', 'auth-failed', reply(432)],
    ['a person who gave up, whatever the server had said', 'auth-cancelled', reply(454)],
    ['no common mechanism', 'no-mechanism', {}],
    ['a greeting 554', 'rejected-greeting', reply(554)],
    ['EHLO and HELO refused', 'rejected-command', reply(502)],
    ['something that is not SMTP', 'protocol', {}],
    ['our own end', 'closed', {}],
  ])('not %s', (_what, code, details) => {
    expect(maySubside(new WireError(code, '', details))).toBe(false);
  });
});
