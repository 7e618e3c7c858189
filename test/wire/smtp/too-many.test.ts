import { expect, test } from 'vitest';
import { meansTooMany, Reply } from '../../../src/wire/index.js';

test.each([
  [552, 'Too many recipients', true],
  [552, '5.5.3 Too many recipients', true],
  [552, '5.2.2 Mailbox full', false],
  [552, '5.3.4 Message too large', false],
  [550, 'Too many recipients', false],
  [452, '4.5.3 Too many recipients', false],
])('%i %s means that there are too many at a time: %s', (code, words, expected) =>
  expect(meansTooMany(new Reply(code, [words]))).toBe(expected),
);
