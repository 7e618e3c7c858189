// One side in a process of its own, so that it stays warm between its rounds and shares nothing with the other.
import { serve } from '../process/worker.js';
import type { Effort } from '../sender/program.js';
import { openComail } from './comail.js';
import type { MimeContender, MimeSetup } from './contender.js';
import { openLibrary } from './library.js';

/** The questions such a process answers. */
export type MimeQuestions = {
  /** Makes ready. */
  open: (setup: MimeSetup) => Promise<null>;
  /** Does the task so many times. */
  round: (count: number) => Promise<Effort>;
  /** What came out of each message. */
  check: (nothing: null) => Promise<string>;
};

let contender: MimeContender | null = null;

const answers: MimeQuestions = {
  async open(setup) {
    contender = setup.by === 'comail' ? await openComail(setup) : await openLibrary(setup.task);
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
};

serve(answers);

function opened(): MimeContender {
  if (!contender) throw new Error('nothing is open');
  return contender;
}
