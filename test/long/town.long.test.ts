import { afterAll, beforeAll, describe, test } from 'vitest';
import { StorePrograms } from '../support/store-process.js';
import { crashInTown, type TownPoint, townPoints } from '../support/town-crash.js';
import { rounds } from './rounds.js';

let programs: StorePrograms;

beforeAll(() => {
  programs = new StorePrograms();
});
afterAll(() => programs.close());

describe.each(Object.keys(townPoints) as TownPoint[])('A mail system whose process is killed: %s', (point) => {
  test.each(rounds(10))('round %i: loses nothing, and repeats only what is in doubt', async (round) => {
    await crashInTown(programs, point, round);
  });
});
