import { afterAll, beforeAll, describe, test } from 'vitest';
import { Crowd, type CrowdPoint, crashOfCrowd } from '../support/crowd-crash.js';
import { provokes } from '../support/log.js';
import { crashOfSender } from '../support/send-crash.js';
import { StorePrograms } from '../support/store-process.js';
import { crashInTown } from '../support/town-crash.js';

let programs: StorePrograms;

beforeAll(() => {
  programs = new StorePrograms();
});
afterAll(() => programs.close());

// Every point has its rounds in test/long; these show the rule and its one exception.
describe('A process that is killed while it sends', () => {
  test('and had recorded what it did: the next session sends the rest, and nothing again', async () => {
    await crashOfSender(programs, 'saved', 0);
  });

  test('and had not: the next session sends it once more under the same Message-ID, and counts the doubt', async () => {
    provokes(/whether it was sent is in doubt/);
    await crashOfSender(programs, 'the server has the message and says nothing', 0);
  });

  test('and had further messages that a preprocessor has made: the next session sends each of them, once', async () => {
    await crashOfSender(programs, 'extras saved', 0);
  });
});

describe('A process that is killed with eighty messages on their way', () => {
  let waiting: Crowd;

  beforeAll(async () => {
    waiting = await Crowd.gather();
  });

  test.each<CrowdPoint>([
    'several wait to leave',
    'committed, not forced',
    'the server has messages of all connections and says nothing',
  ])('when %s: the next session sends the rest, and again only what is in doubt', async (point) => {
    provokes(/whether it was sent is in doubt/);
    await crashOfCrowd(programs, waiting, point, 0);
  });
});

describe('A process that is killed while it works at the queue of a mail system', () => {
  test('and had the message in it before the spooler knew: the next one sends it, once', async () => {
    provokes(/whether it was sent is in doubt/);
    await crashInTown(programs, 'accepted', 0);
  });

  test('and had delivered a copy of which the queue did not know: the next one finds it, and delivers none again', async () => {
    await crashInTown(programs, 'saved', 0);
  });
});
