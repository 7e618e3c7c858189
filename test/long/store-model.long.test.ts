import { describe, test } from 'vitest';
import { runModel } from '../support/store-model/run.js';
import { rounds } from './rounds.js';

describe('Two sessions on one store', () => {
  test.each(rounds(60))('round %i: behave as a simple model of it', async (round) => {
    await runModel({ seed: 1000 + round, stores: 20, steps: 120 });
  });
});
