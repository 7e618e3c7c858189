import { com, ok } from '../../../../src/com/index.js';
import {
  IMAPIAdviseSink,
  type NOTIFICATION,
  type OBJECT_NOTIFICATION,
  type IMsgStore as Store,
  type IMAPITable as Table,
} from '../../../../src/mapi/index.js';

/** A sink that keeps what it hears. */
export class Ear {
  /** Every event, in order. */
  readonly events: NOTIFICATION[] = [];
  /** The calls of OnNotify, with how many were running when each began. */
  readonly calls: { readonly events: readonly NOTIFICATION[]; readonly running: number }[] = [];
  /** What OnNotify does besides. */
  meanwhile: (events: readonly NOTIFICATION[]) => void | Promise<void> = () => undefined;
  #running = 0;
  #waiting: (() => void)[] = [];

  /** As a sink hears it. */
  OnNotify(events: readonly NOTIFICATION[]): number {
    this.calls.push({ events, running: this.#running });
    this.events.push(...events);
    const done = (): number => {
      this.#running--;
      return 0;
    };
    this.#running++;
    const meanwhile = this.meanwhile(events);
    for (const resolve of this.#waiting.splice(0)) resolve();
    return meanwhile instanceof Promise ? (meanwhile.then(done) as unknown as number) : done();
  }

  /** Registers with a store. */
  async on(store: Store, entryId: Uint8Array | null, mask: number): Promise<number> {
    using sink = com<IMAPIAdviseSink>(this, IMAPIAdviseSink);
    return await ok(store.Advise(entryId, mask, sink));
  }

  /** Registers with a table. */
  async onTable(table: Table, mask = 0x100): Promise<number> {
    using sink = com<IMAPIAdviseSink>(this, IMAPIAdviseSink);
    return await ok(table.Advise(mask, sink));
  }

  /** The events as type and entry ID in hexadecimal. */
  get told(): readonly (readonly [type: number, entryId: string])[] {
    return this.events.map(({ ulEventType, info }) => [ulEventType, hexOf((info as OBJECT_NOTIFICATION).lpEntryID)]);
  }

  /** Waits until something has been heard, however long it takes. */
  async until(heard: (events: readonly NOTIFICATION[]) => boolean, ms = 15_000): Promise<void> {
    const deadline = setTimeout(() => {
      for (const resolve of this.#waiting.splice(0)) resolve();
    }, ms);
    const since = performance.now();
    while (!heard(this.events)) {
      if (performance.now() - since >= ms - 1)
        throw new Error(`not heard within ${ms} ms: ${JSON.stringify(this.told)}`);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    clearTimeout(deadline);
  }
}

/** Bytes as text that assertions can compare. */
export const hexOf = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('hex');

/** Lets everything that was to be delivered arrive. */
export async function turns(count = 4): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}
