import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WireError } from '../../../src/wire/error.js';
import { mechanism } from '../../../src/wire/sasl/index.js';
import { refused } from './thrown.js';

const names = [
  'PLAIN',
  'LOGIN',
  'CRAM-MD5',
  'SCRAM-SHA-1',
  'SCRAM-SHA-256',
  'XOAUTH2',
  'OAUTHBEARER',
  'NTLM',
  'EXTERNAL',
] as const;
const credentials = { user: 'user', password: 'hunter2', accessToken: 'tok3n' };
const context = { host: 'mail.example.org', port: 587 };

test('every mechanism of the catalogue starts under its own name, any case', () => {
  for (const name of names) expect(mechanism(name.toLowerCase(), credentials, context).name).toBe(name);
});

test('an unknown mechanism is refused by name', () => {
  expect(refused('unsupported', () => mechanism('GSSAPI', credentials, context)).message).toContain('GSSAPI');
});

describe.each(names)('%s against a hostile server', (name) => {
  test('a challenge beyond the limit is refused', () => {
    const dialog = mechanism(name, credentials, context);
    refused('protocol', () => dialog.step(new Uint8Array(9217)));
  });

  test('garbage is answered or refused by name, and ends after a few steps', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 100 }), { minLength: 5, maxLength: 5 }), (challenges) => {
        const dialog = mechanism(name, credentials, context);
        let answers = 0;
        try {
          for (const challenge of challenges) {
            dialog.step(challenge);
            answers += 1;
          }
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
          expect((error as Error).message).not.toMatch(/hunter2|tok3n/);
        }
        expect(answers).toBeLessThanOrEqual(3);
      }),
      { numRuns: 100 },
    );
  });

  test('any credentials are carried or refused by name', () => {
    const part = fc.option(fc.string({ unit: 'binary', maxLength: 8 }), { nil: undefined });
    const parts = fc.record(
      { user: part, password: part, accessToken: part, authorizationId: part, domain: part },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(parts, (given) => {
        const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
        try {
          mechanism(name, present, context);
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
          expect((error as WireError).code).toBe('bad-argument');
        }
      }),
      { numRuns: 200 },
    );
  });
});
