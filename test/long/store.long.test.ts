import { afterAll, beforeAll, describe, test } from 'vitest';
import { crashOfWriter } from '../support/mapi-crash.js';
import { crash } from '../support/store-crash.js';
import { StorePrograms } from '../support/store-process.js';
import { Victims } from '../support/store-victim.js';
import { rounds } from './rounds.js';

let victims: Victims;
let programs: StorePrograms;

beforeAll(() => {
  victims = new Victims();
  programs = new StorePrograms();
});
afterAll(async () => {
  victims.close();
  await programs.close();
});

describe('A process that is killed while it writes to a store', () => {
  test.each(rounds(200))('round %i: leaves a sound store with everything that was acknowledged', async (round) => {
    await crash(victims, round);
  });
});

describe('A process that is killed while it writes letters through the MAPI objects', () => {
  test.each(rounds(200))('round %i: leaves a sound store in which every acknowledged step was taken', async (round) => {
    await crashOfWriter(programs, round);
  });
});
