import { afterAll, beforeAll, describe, test } from 'vitest';
import { crash } from '../support/store-crash.js';
import { Victims } from '../support/store-victim.js';
import { rounds } from './rounds.js';

let victims: Victims;

beforeAll(() => {
  victims = new Victims();
});
afterAll(() => victims.close());

describe('A process that is killed while it writes to a store', () => {
  test.each(rounds(200))('round %i: leaves a sound store with everything that was acknowledged', async (round) => {
    await crash(victims, round);
  });
});
