import { afterAll, beforeAll, describe, test } from 'vitest';
import { crashOfSender } from '../support/send-crash.js';
import { StorePrograms } from '../support/store-process.js';

let programs: StorePrograms;

beforeAll(() => {
  programs = new StorePrograms();
});
afterAll(() => programs.close());

// Every point has its rounds in test/long; these two show the rule and its one exception.
describe('A process that is killed while it sends', () => {
  test('and had recorded what it did: the next session sends the rest, and nothing again', async () => {
    await crashOfSender(programs, 'saved', 0);
  });

  test('and had not: the next session sends it once more under the same Message-ID, and counts the doubt', async () => {
    await crashOfSender(programs, 'the server has the message and says nothing', 0);
  });
});
