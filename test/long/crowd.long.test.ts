import { afterAll, beforeAll, describe, test } from 'vitest';
import { Crowd, type CrowdPoint, crashOfCrowd, crowdPoints } from '../support/crowd-crash.js';
import { StorePrograms } from '../support/store-process.js';
import { rounds } from './rounds.js';

let programs: StorePrograms;
let crowd: Crowd;

beforeAll(async () => {
  programs = new StorePrograms();
  crowd = await Crowd.gather();
});
afterAll(() => programs.close());

describe.each(Object.keys(crowdPoints) as CrowdPoint[])(
  'A process that is killed with eighty messages on their way: %s',
  (point) => {
    test.each(rounds(10))('round %i: loses nothing, and repeats only what is in doubt', async (round) => {
      await crashOfCrowd(programs, crowd, point, round);
    });
  },
);
