import { afterAll, beforeAll, describe, test } from 'vitest';
import { crashOfSender, type SendPoint, sendPoints } from '../support/send-crash.js';
import { StorePrograms } from '../support/store-process.js';
import { rounds } from './rounds.js';

let programs: StorePrograms;

beforeAll(() => {
  programs = new StorePrograms();
});
afterAll(() => programs.close());

describe.each(Object.keys(sendPoints) as SendPoint[])('A process that is killed while it sends: %s', (point) => {
  test.each(rounds(20))('round %i: loses nothing, and repeats only what is in doubt', async (round) => {
    await crashOfSender(programs, point, round);
  });
});
