import { describe, expect, test } from 'vitest';
import { mechanism } from '../../../src/wire/sasl/index.js';
import { bytes, refused, text } from './thrown.js';

const context = { host: 'mail.example.org', port: 587 };
const credentials = { user: 'tim', password: 'tanstaaftanstaaf' };

describe('CRAM-MD5 (RFC 2195)', () => {
  test('section 2: the example', () => {
    const dialog = mechanism('CRAM-MD5', credentials, context);
    expect(dialog.initialResponse).toBeNull();
    expect(dialog.cleartext).toBe(false);
    const challenge = bytes('<1896.697170952@postoffice.reston.mci.net>');
    expect(text(dialog.step(challenge))).toBe('tim b913a602c7eda7a495b4e6e7334d3890');
    dialog.done();
  });

  test('an empty challenge gets no keyed hash', () => {
    refused('protocol', () => mechanism('CRAM-MD5', credentials, context).step(bytes('')));
  });

  test('a second challenge gets no answer', () => {
    const dialog = mechanism('CRAM-MD5', credentials, context);
    dialog.step(bytes('<1@example.org>'));
    refused('protocol', () => dialog.step(bytes('<2@example.org>')));
  });

  test('refuses CR, LF and NUL', () => {
    for (const user of ['t\rim', 't\nim', 't\0im']) {
      refused('bad-argument', () => mechanism('CRAM-MD5', { ...credentials, user }, context));
    }
  });
});
