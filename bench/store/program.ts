// One contender in a process of its own, so that it stays warm between its rounds and shares nothing with the other.
import { serve } from '../process/worker.js';
import type { Effort } from '../sender/program.js';
import { openComail } from './comail.js';
import type { StoreContender, StoreSetup } from './contender.js';
import { makeEmpty, makeFixture } from './fixture.js';
import { openRawContender } from './raw.js';

/** The questions such a process answers. */
export type StoreQuestions = {
  /** Makes the store with 100,000 messages. */
  fixture: (file: string) => Promise<null>;
  /** Makes a store whose folders are empty. */
  empty: (file: string) => Promise<null>;
  /** Makes ready. */
  open: (setup: StoreSetup) => Promise<null>;
  /** Does the task so many times. */
  round: (count: number) => Promise<Effort>;
  /** Looks closely at what the last round did. */
  check: (nothing: null) => Promise<string>;
  /** Lets go of the files. */
  close: (nothing: null) => Promise<null>;
};

let contender: StoreContender | null = null;

const answers: StoreQuestions = {
  fixture: makeFixture,
  empty: makeEmpty,

  async open(setup) {
    contender = setup.by === 'comail' ? await openComail(setup) : openRawContender(setup);
    return null;
  },

  async round(count) {
    const cpu = process.cpuUsage();
    const begin = performance.now();
    await opened().round(count);
    const seconds = (performance.now() - begin) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    return { seconds, cpuSeconds: (user + system) / 1e6 };
  },

  check: () => opened().check(),

  async close() {
    await opened().close();
    contender = null;
    return null;
  },
};

serve(answers);

function opened(): StoreContender {
  if (!contender) throw new Error('nothing is open');
  return contender;
}
