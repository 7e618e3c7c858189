import { describe, expect, test } from 'vitest';
import { chooseMechanism } from '../../../src/wire/sasl/index.js';

const all = [
  'LOGIN',
  'PLAIN',
  'NTLM',
  'CRAM-MD5',
  'SCRAM-SHA-1',
  'SCRAM-SHA-256',
  'XOAUTH2',
  'OAUTHBEARER',
  'EXTERNAL',
  'GSSAPI',
];
const password = { user: 'u', password: 'p' };
const token = { user: 'u', accessToken: 't' };
const secure = { secure: true, allowCleartext: false };
const bare = { secure: false, allowCleartext: false };

/** What is chosen when each choice is withdrawn after it was made. */
function order(credentials: object, options: typeof secure & { prefer?: string }): string[] {
  const left = new Set(all);
  const chosen: string[] = [];
  for (let next = chooseMechanism([...left], credentials, options); next !== null; ) {
    chosen.push(next);
    left.delete(next);
    next = chooseMechanism([...left], credentials, options);
  }
  return chosen;
}

describe('the order of choice', () => {
  test('password: proofs before clear text, NTLM and EXTERNAL never by themselves', () => {
    expect(order(password, secure)).toEqual(['SCRAM-SHA-256', 'SCRAM-SHA-1', 'CRAM-MD5', 'PLAIN', 'LOGIN']);
  });

  test('token: the standard before its forerunner', () => {
    expect(order(token, secure)).toEqual(['OAUTHBEARER', 'XOAUTH2']);
    expect(order({ accessToken: 't' }, secure)).toEqual(['OAUTHBEARER']);
  });

  test('both: the token first', () => {
    expect(order({ ...password, ...token }, secure).slice(0, 3)).toEqual(['OAUTHBEARER', 'XOAUTH2', 'SCRAM-SHA-256']);
  });

  test('preferred mechanisms come first when they can be had', () => {
    expect(order(password, { ...secure, prefer: 'ntlm' })[0]).toBe('NTLM');
    expect(order(password, { ...secure, prefer: 'PLAIN' })[0]).toBe('PLAIN');
    expect(order({}, { ...secure, prefer: 'EXTERNAL' })).toEqual(['EXTERNAL']);
    expect(order(password, { ...secure, prefer: 'GSSAPI' })[0]).toBe('SCRAM-SHA-256');
    expect(order({}, { ...secure, prefer: 'PLAIN' })).toEqual([]);
  });
});

describe('RFC 4422 section 6.1: no secret in the clear', () => {
  test('without encryption only proofs are chosen, preferred or not', () => {
    expect(order(password, bare)).toEqual(['SCRAM-SHA-256', 'SCRAM-SHA-1', 'CRAM-MD5']);
    expect(order(token, bare)).toEqual([]);
    expect(chooseMechanism(['PLAIN'], password, { ...bare, prefer: 'PLAIN' })).toBeNull();
  });

  test('unless the caller allows it', () => {
    expect(chooseMechanism(['PLAIN', 'LOGIN'], password, { secure: false, allowCleartext: true })).toBe('PLAIN');
  });
});

test('names are compared without regard to case, and nothing fits when nothing is known', () => {
  expect(chooseMechanism(['plain'], password, secure)).toBe('PLAIN');
  expect(chooseMechanism([], password, secure)).toBeNull();
  expect(chooseMechanism(['GSSAPI'], password, secure)).toBeNull();
  expect(chooseMechanism(['PLAIN'], { user: '', password: 'p' }, secure)).toBeNull();
});
