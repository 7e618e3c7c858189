import { describe, test } from 'vitest';
import { useLedger } from '../../../support/ledger.js';
import { runModel } from '../../../support/store-model/run.js';

useLedger();

describe('Two sessions on one store behave as a simple model of it', () => {
  test.each([1, 2, 3])(
    'with the steps of seed %i',
    async (seed) => {
      await runModel({ seed, stores: 4, steps: 60 });
    },
    120_000,
  );

  test('with steps that nobody has seen before', async () => {
    await runModel({ stores: 4, steps: 60 });
  }, 120_000);
});
