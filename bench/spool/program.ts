// One side in a process of its own, so that it stays warm between its rounds and shares nothing with the other.
import { serve } from '../process/worker.js';
import type { Effort } from '../sender/program.js';
import { waiting } from './cases.js';
import { type SpoolContender, type SpoolSetup, submitters } from './contender.js';
import { openNodemailer } from './nodemailer.js';
import { openRawSubmit } from './raw-submit.js';
import { openBacklog, openSpooling } from './spooling.js';
import { openSubmitting } from './submitting.js';

/** The questions such a process answers. */
export type SpoolQuestions = {
  /** Makes ready. */
  open: (setup: SpoolSetup) => Promise<null>;
  /** Prepares a round and does it; only the latter is timed, as if it had been the count asked for to the letter. */
  round: (count: number) => Promise<Effort>;
  /** Ends the round; answers how many letters the sink must have had. */
  check: (nothing: null) => Promise<number>;
};

let contender: SpoolContender | null = null;

const answers: SpoolQuestions = {
  async open(setup) {
    contender = await openContender(setup);
    return null;
  },

  async round(count) {
    await opened().prepare(count);
    const cpu = process.cpuUsage();
    const begin = performance.now();
    const share = count / (await opened().round(count));
    const seconds = ((performance.now() - begin) / 1000) * share;
    const { user, system } = process.cpuUsage(cpu);
    return { seconds, cpuSeconds: ((user + system) / 1e6) * share };
  },

  check: () => opened().check(),
};

serve(answers);

function opened(): SpoolContender {
  if (!contender) throw new Error('nothing is open');
  return contender;
}

async function openContender(setup: SpoolSetup): Promise<SpoolContender> {
  switch (setup.task) {
    case 'submit':
      return await openSubmitting(setup, 1);
    case 'submit-group':
      return await openSubmitting(setup, submitters);
    case 'raw-submit':
      return await openRawSubmit(setup);
    case 'spool':
      return await openSpooling(setup);
    case 'nodemailer':
      return openNodemailer(setup);
    case 'backlog':
    case 'no-backlog':
      return await openBacklog(setup, waiting[setup.task] as number);
  }
}
