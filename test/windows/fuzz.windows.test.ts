import { describe, expect, test } from 'vitest';
import { bitnesses, built, missing, run } from './support/run.js';

const seed = process.env['COMAIL_SEED'] ?? '1';

describe.skipIf(missing).each(bitnesses)('what the DLL takes of a service, %s', (bits) => {
  const fuzz = (...words: readonly string[]) => run(built(bits, 'extended-fuzz.exe'), words);

  test('broken structures are refused without a look beyond their end; whole ones are the same on their way back', async () => {
    expect(await fuzz(seed, '8000')).toEqual({ code: 0, lines: ['all taken or refused'] });
  });

  test('a look beyond the end would show', async () => {
    expect((await fuzz('beyond')).code).toBe(5);
  });
});
