import { limit, log } from '../../base/index.js';
import type { NotificationResource } from '../resources.js';
import type { Clock } from './clock.js';
import { post, webhookOf } from './webhook.js';

const WAITING: number = limit(
  'graph.notificationsWaiting',
  1000,
  'notifications',
  'of each subscription; what comes while a webhook does not answer is dropped beyond that, and told as missed',
);
const PAUSE_SECONDS: number = limit(
  'graph.webhookPause',
  600,
  'seconds',
  'the longest pause before a webhook is tried again; the first is one second, and each is twice the one before',
);
const TRYING_SECONDS: number = limit(
  'graph.webhookTrying',
  14_400,
  'seconds',
  'four hours, for which Graph tries to deliver a notification, too',
);

/** What is told to one webhook: in order, together where it comes together, again where it fails. */
export class Outbox {
  readonly #address: string;
  readonly #hosts: readonly string[];
  readonly #clock: Clock;
  readonly #lost: (why: string) => void;
  readonly #waiting: NotificationResource[] = [];
  #running: Promise<void> | null = null;
  #closed = false;
  #parking = false;
  #wake: () => void = () => undefined;

  /**
   * @param address the webhook
   * @param hosts where webhooks may be beside loopback
   * @param clock tells the time
   * @param lost told when notifications are given up
   */
  constructor(address: string, hosts: readonly string[], clock: Clock, lost: (why: string) => void) {
    this.#address = address;
    this.#hosts = hosts;
    this.#clock = clock;
    this.#lost = lost;
  }

  /** Tells something, as soon as what came before is told. */
  put(notification: NotificationResource): void {
    if (this.#closed) return;
    if (this.#waiting.length >= WAITING) {
      this.#lost(`more than ${WAITING} wait for the webhook`);
      return;
    }
    this.#waiting.push(notification);
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Ends: what waits is told, nothing is tried again. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#wake();
    await this.#running;
  }

  /**
   * Ends: a call that is under way is finished, nothing else is begun.
   *
   * @returns what was not told, in its order
   */
  async park(): Promise<readonly NotificationResource[]> {
    this.#parking = true;
    await this.close();
    return this.#waiting.splice(0);
  }

  async #run(): Promise<void> {
    // What one change tells together goes together.
    await Promise.resolve();
    while (this.#waiting.length > 0 && !this.#parking) {
      const value = this.#waiting.splice(0, 100);
      const failure = await this.#delivered(JSON.stringify({ value }));
      if (failure === null) continue;
      if (this.#parking) this.#waiting.unshift(...value);
      else this.#lost(failure);
    }
  }

  /** @returns null when the webhook has taken it, else why not */
  async #delivered(body: string): Promise<string | null> {
    const begun = this.#clock.now();
    for (let pause = 1; ; pause = Math.min(pause * 2, PAUSE_SECONDS)) {
      const failure = await posted(this.#address, this.#hosts, body);
      if (failure === null) return null;
      if (this.#closed || this.#clock.now() + pause * 1000 - begun > TRYING_SECONDS * 1000) return failure;
      log.warn(`graph: a webhook is tried again in ${pause} seconds: ${failure}`);
      await this.#sleep(pause * 1000);
      if (this.#closed) return failure;
    }
  }

  async #sleep(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const callOff = this.#clock.after(milliseconds, resolve);
      this.#wake = () => {
        callOff();
        resolve();
      };
    });
  }
}

/** Tries once. @returns null when the webhook has taken it, else why not */
async function posted(address: string, hosts: readonly string[], body: string): Promise<string | null> {
  try {
    const { status } = await post(webhookOf(address, hosts), body);
    return status >= 200 && status < 300 ? null : `the webhook answers ${status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
