import type { EntryId } from '../../mapi/index.js';
import { type SpoolerEvent, watchSpooler } from '../../subsystem/index.js';
import type { MailTrace } from './trace.js';

/** A recipient who will not get the message, and why. */
export interface Undelivered {
  /** Whose address it is. */
  readonly address: string;
  /** Why, in the server's words where it said some. */
  readonly why: string;
}

/** How the first attempt to send a message ended. */
export interface Settled {
  /** `sent`: it left the Outbox; `waiting`: it is there still, and will be tried again. */
  readonly state: 'sent' | 'waiting';
  /** Who will not get it; a report in the Inbox says the same. */
  readonly undelivered: readonly Undelivered[];
  /** When it is tried again; null when it was sent, or when nobody knows. */
  readonly until: Date | null;
  /** Why it waits; empty when it was sent. */
  readonly why: string;
}

/** A message that was submitted: it survives whatever happens, and is sent or reported. */
export class Submission {
  /** Its entry identifier: it keeps it when it goes to Sent Items. */
  readonly entryId: EntryId;
  readonly #settled: Promise<Settled>;
  readonly #give: (settled: Settled) => void;
  readonly #stop: () => void;
  readonly #undelivered: Undelivered[] = [];
  #elsewhere: ((over: AbortSignal) => Promise<Settled | null>) | null;
  readonly #trace: () => Promise<MailTrace | null>;
  readonly #over = new AbortController();
  #looking: Promise<void> = Promise.resolve();

  /**
   * @param entryId its entry identifier; it is watched from now on
   * @param elsewhere waits for the end of an attempt that another program makes
   * @param trace reads what became of it
   */
  constructor(
    entryId: EntryId,
    elsewhere: (over: AbortSignal) => Promise<Settled | null>,
    trace: () => Promise<MailTrace | null>,
  ) {
    this.entryId = entryId;
    this.#trace = trace;
    this.#elsewhere = elsewhere;
    const { promise, resolve } = withResolvers<Settled>();
    this.#settled = promise;
    this.#give = resolve;
    this.#stop = watchSpooler((event) => this.#hear(event));
  }

  /**
   * Waits for the end of the first attempt to send it. It goes on by itself, whether somebody waits or not.
   *
   * @returns how it ended; `waiting` at once in a session that was logged on without mail
   */
  settled(): Promise<Settled> {
    return this.#settled;
  }

  /**
   * Tells what became of it so far, step by step, where the mailbox belongs to a mail system.
   *
   * @returns null when it was taken back before its transport was told
   * @throws {ComError} `MAPI_E_NO_SUPPORT` when the mailbox belongs to no mail system
   */
  trace(): Promise<MailTrace | null> {
    return this.#trace();
  }

  /**
   * Nobody will hear of it any more: the session ends, or sends nothing.
   *
   * @param why for people
   */
  async abandon(why: string): Promise<void> {
    this.#end({ state: 'waiting', undelivered: this.#undelivered, until: null, why });
    await this.#looking;
  }

  #hear(event: SpoolerEvent): void {
    if (Buffer.compare(event.message.entryId, this.entryId) !== 0) return;
    const undelivered = this.#undelivered;
    if (event.what === 'undelivered') undelivered.push(...event.recipients);
    else if (event.what === 'finished') this.#end({ state: 'sent', undelivered, until: null, why: '' });
    else if (event.what === 'elsewhere') this.#lookElsewhere();
    else if (event.what === 'deferred')
      this.#end({ state: 'waiting', undelivered, until: null, why: `${event.transport} keeps it for now` });
    else if (event.what === 'waiting')
      this.#end({ state: 'waiting', undelivered, until: new Date(event.until), why: event.why });
  }

  /** Another program sends it: what becomes of it is seen in the store alone. */
  #lookElsewhere(): void {
    const look = this.#elsewhere;
    if (!look) return;
    this.#elsewhere = null;
    this.#looking = look(this.#over.signal).then(
      (settled) => {
        if (settled) this.#end(settled);
      },
      (error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        this.#end({ state: 'waiting', undelivered: this.#undelivered, until: null, why });
      },
    );
  }

  #end(settled: Settled): void {
    this.#stop();
    this.#over.abort();
    this.#give(Object.freeze({ ...settled, undelivered: Object.freeze([...settled.undelivered]) }));
  }
}

function withResolvers<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((given) => {
    resolve = given;
  });
  return { promise, resolve };
}
