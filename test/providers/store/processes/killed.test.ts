import { afterAll, beforeAll, describe, test } from 'vitest';
import { useLedger } from '../../../support/ledger.js';
import { crashOfWriter } from '../../../support/mapi-crash.js';
import { StorePrograms } from '../../../support/store-process.js';

useLedger();

let programs: StorePrograms;

beforeAll(() => {
  programs = new StorePrograms();
});
afterAll(() => programs.close());

describe('A process that is killed while it writes letters through the MAPI objects', () => {
  test.each([1, 2, 3, 4, 5])(
    'round %i: leaves a sound store in which every acknowledged step was taken',
    async (round) => {
      await crashOfWriter(programs, round);
    },
  );
});
