import { log } from '../../base/index.js';
import { type FinalRelease, type IUnknown, implementationOf, invalidate } from '../../com/index.js';
import { MAPI_E_INVALID_OBJECT } from '../../mapi/index.js';
import { Patience } from './deadline.js';
import { closingMs, lastWordMs } from './limits.js';

/** The objects that a stranger gets to see in one call. */
export interface Lent {
  /** What is the call's alone: where it does not return it is taken away, so that a late call can change nothing any more. */
  readonly own: readonly IUnknown[];
  /** What others use as well. */
  readonly shared: readonly IUnknown[];
}

/** How long hooks and preprocessors are waited for. */
export class Strangers {
  readonly #patience = new Patience();
  #closing = false;

  /**
   * Somebody whom the spooler shows messages.
   *
   * @param name as people know it: `the message hook Rules`
   * @param ms how long one call may take, in milliseconds
   */
  meet(name: string, ms: number): Stranger {
    return new Stranger(name, (answer) => this.#within(answer, ms));
  }

  /** The session ends: nobody is waited for much longer. */
  hasten(): void {
    this.#closing = true;
    this.#patience.shorten(closingMs);
  }

  async #within<T>(answer: Promise<T>, ms: number): Promise<T | 'late'> {
    const settled = await this.#patience.within(answer, ms);
    // Whoever ends the session waits once, however many there are that do not return.
    if (settled === 'late' && this.#closing) this.#patience.shorten(lastWordMs);
    return settled;
  }
}

/** Code that is neither a transport nor a store, and that the spooler calls on a message: a hook, or the function of a preprocessor. */
export class Stranger {
  /** As people know it. */
  readonly name: string;
  /** Whether it has not returned from a call, and from none since. */
  hung = false;
  readonly #within: <T>(answer: Promise<T>) => Promise<T | 'late'>;

  /**
   * @param name as people know it
   * @param within waits for an answer of it
   */
  constructor(name: string, within: <T>(answer: Promise<T>) => Promise<T | 'late'>) {
    this.name = name;
    this.#within = within;
  }

  /**
   * Calls it. It may use what it is lent until it returns, as the parameters of any method; but when nobody waits for it any more, what is
   * its own answers `MAPI_E_INVALID_OBJECT`.
   *
   * @param what what is called, for the log
   * @param lent what it gets to see; the references of the caller stay the caller's
   * @param call the call
   * @param late what becomes of an answer that nobody waits for any more
   * @returns the answer; `late` when there is none: what was its own can't be used any more then, only released
   * @throws what it throws, unless it is late
   */
  async call<T>(
    what: string,
    { own, shared }: Lent,
    call: () => Promise<T>,
    late: (answer: T) => void = () => undefined,
  ): Promise<T | 'late'> {
    const lent = [...own, ...shared];
    for (const each of lent) each.AddRef();
    const takeBack = (): void => {
      this.hung = false;
      for (const each of lent) each.Release();
    };
    const answer = Promise.resolve().then(call);
    let settled: T | 'late';
    try {
      settled = await this.#within(answer);
    } catch (error) {
      takeBack();
      throw error;
    }
    if (settled !== 'late') {
      takeBack();
      return settled;
    }
    this.hung = true;
    log.error(`${this.name} does not return from ${what}; it is waited for no longer`);
    for (const each of own) revoke(each);
    void answer
      .then(late)
      .catch((error: unknown) => log.warn(`${this.name} failed in the end: ${String(error)}`))
      .finally(() => {
        takeBack();
        log.warn(`${this.name} has returned from ${what}, too late`);
      });
    return 'late';
  }
}

/** Takes an object away from whoever holds it still. */
function revoke(pointer: IUnknown): void {
  const object: FinalRelease | null = implementationOf(pointer);
  invalidate(pointer, MAPI_E_INVALID_OBJECT);
  object?.finalRelease?.();
}
