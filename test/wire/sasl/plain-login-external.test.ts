import { describe, expect, test } from 'vitest';
import { mechanism } from '../../../src/wire/sasl/index.js';
import { bytes, refused, text } from './thrown.js';

const context = { host: 'mail.example.org', port: 587 };

describe('PLAIN (RFC 4616)', () => {
  test('section 4: the first example sends no authorization identity', () => {
    const dialog = mechanism('PLAIN', { user: 'tim', password: 'tanstaaftanstaaf' }, context);
    expect(text(dialog.initialResponse)).toBe('\0tim\0tanstaaftanstaaf');
    expect(dialog.cleartext).toBe(true);
    dialog.done();
  });

  test('section 4: the second example acts as somebody else', () => {
    const credentials = { user: 'Kurt', password: 'xipj3plmq', authorizationId: 'Ursel' };
    expect(text(mechanism('PLAIN', credentials, context).initialResponse)).toBe('Ursel\0Kurt\0xipj3plmq');
  });

  test('section 2: strings travel in UTF-8, an empty password included', () => {
    expect(text(mechanism('plain', { user: 'jürgen', password: '' }, context).initialResponse)).toBe('\0jürgen\0');
  });

  test.each([
    ['user', { user: 'a\0b', password: 'x' }],
    ['password', { user: 'a', password: 'x\0y' }],
    ['authorizationId', { user: 'a', password: 'x', authorizationId: '\0' }],
    ['user with CR', { user: 'a\rb', password: 'x' }],
    ['password with LF', { user: 'a', password: 'x\n' }],
    ['lone surrogate', { user: 'a', password: '\ud800' }],
    ['no user', { password: 'x' }],
    ['empty user', { user: '', password: 'x' }],
    ['no password', { user: 'a' }],
  ])('refuses before a byte is made: %s', (_, credentials) => {
    refused('bad-argument', () => mechanism('PLAIN', credentials, context));
  });

  test('an empty first challenge asks for the message again, anything else is a protocol error', () => {
    const patient = mechanism('PLAIN', { user: 'tim', password: 'x' }, context);
    expect(text(patient.step(bytes('')))).toBe('\0tim\0x');
    refused('protocol', () => patient.step(bytes('')));
    const other = mechanism('PLAIN', { user: 'tim', password: 'x' }, context);
    refused('protocol', () => other.step(bytes('more')));
  });
});

describe('LOGIN', () => {
  test('answers user name, then password, whatever the prompts say', () => {
    const dialog = mechanism('LOGIN', { user: 'tim', password: 'secret' }, context);
    expect(dialog.initialResponse).toBeNull();
    expect(dialog.cleartext).toBe(true);
    expect(text(dialog.step(bytes('Username:')))).toBe('tim');
    expect(text(dialog.step(bytes('\xff')))).toBe('secret');
    dialog.done();
  });

  test('a third challenge gets no answer', () => {
    const dialog = mechanism('LOGIN', { user: 'tim', password: 'secret' }, context);
    dialog.step(bytes('Username:'));
    dialog.step(bytes('Password:'));
    refused('protocol', () => dialog.step(bytes('Once more:')));
  });

  test('refuses what a line-minded server would cut', () => {
    refused('bad-argument', () => mechanism('LOGIN', { user: 'tim\n', password: 'x' }, context));
    refused('bad-argument', () => mechanism('LOGIN', { user: 'tim', password: 'x\0' }, context));
  });
});

describe('EXTERNAL (RFC 4422 appendix A)', () => {
  test('sends the identity to act as, or nothing', () => {
    expect(text(mechanism('EXTERNAL', { authorizationId: 'fred@example.com' }, context).initialResponse)).toBe(
      'fred@example.com',
    );
    const silent = mechanism('EXTERNAL', {}, context);
    expect(silent.initialResponse).toHaveLength(0);
    expect(silent.cleartext).toBe(false);
    expect(silent.step(bytes(''))).toHaveLength(0);
    refused('protocol', () => silent.step(bytes('x')));
  });

  test('refuses NUL in the identity', () => {
    refused('bad-argument', () => mechanism('EXTERNAL', { authorizationId: 'a\0' }, context));
  });
});
