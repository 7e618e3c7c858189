import { assert } from '../base/index.js';
import type { Client } from './client.js';
import { connectJob, type Job } from './job.js';
import type { IXPRESULT } from './types/ixpresult.js';

/** What a session is busy with: one job at a time, connecting first. */
export class JobKeeper {
  readonly #client: Client;
  readonly #freed: () => void;
  #job: Job | null = connectJob();
  #begun = 0;

  /**
   * @param client hears how jobs end
   * @param freed called when one has ended, before the client hears of it
   */
  constructor(client: Client, freed: () => void) {
    this.#client = client;
    this.#freed = freed;
  }

  /** What is running; null when a command may be issued. */
  get job(): Job | null {
    return this.#job;
  }

  /** How many jobs the client has begun; tells Connect that the client runs the dialog itself. */
  get begun(): number {
    return this.#begun;
  }

  /** Marks a job of the client's as running. */
  begin(job: Job): void {
    this.#begun++;
    this.resume(job);
  }

  /** Marks a job as running. */
  resume(job: Job): void {
    assert(this.#job === null, 'one job at a time');
    this.#job = job;
  }

  /**
   * Ends the running job: the transport is free just before the client hears of it.
   *
   * @param result how it ended
   */
  finish(result: IXPRESULT): void {
    if (this.#job) this.end(this.#job, result);
  }

  /** Ends a job, as {@link JobKeeper.finish} does, unless its end is on its way to the client already. */
  end(job: Job, result: IXPRESULT): void {
    if (job.answered) return;
    job.answered = true;
    this.#client.response(job.ends, true, result, () => this.free(job));
  }

  /** The client is about to hear of the end of a job. */
  free(job: Job): void {
    if (this.#job === job) this.#job = null;
    this.#freed();
  }
}
