import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PR_DEFERRED_SEND_TIME, prop } from '../../../src/mapi/index.js';
import { type SpoolerEvent, watchSpooler } from '../../../src/subsystem/index.js';
import { Pauses } from '../../../src/subsystem/spooler/pauses.js';
import { type Queued, QueueTable } from '../../../src/subsystem/spooler/queuetable.js';
import { fileTimeOf } from '../../../src/subsystem/spooler/retry.js';
import { useLedger } from '../../support/ledger.js';
import { flush, PostOffice, submit, testTransport } from './post-office.js';

const message = (key: string, place: Queued['place'] = 1): Queued => ({
  entryId: Uint8Array.from(Buffer.from(key)),
  key,
  flags: 0,
  place,
});

describe('Messages that wait for a time', () => {
  test('come back in the order of their times, each once, and none before its time', () => {
    const step = fc.oneof(
      fc.record({ add: fc.integer({ min: 0, max: 20 }), at: fc.integer({ min: 0, max: 100 }) }),
      fc.record({ end: fc.integer({ min: 0, max: 20 }) }),
      fc.record({ take: fc.integer({ min: 0, max: 100 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const pauses = new Pauses();
        const model = new Map<string, number>();
        const first = (): number | null => (model.size === 0 ? null : Math.min(...model.values()));
        for (const each of steps) {
          if ('add' in each) {
            pauses.add(message(`${each.add}`), each.at);
            model.set(`${each.add}`, each.at);
          } else if ('end' in each) {
            pauses.end(`${each.end}`);
            model.delete(`${each.end}`);
          } else {
            const due = first();
            const taken = pauses.take(each.take);
            expect(taken === null ? null : model.get(taken.key)).toBe(due === null || due > each.take ? null : due);
            if (taken) model.delete(taken.key);
          }
          expect(pauses.next).toBe(first());
          for (const key of model.keys()) expect(pauses.has(message(key))).toBe(true);
        }
      }),
    );
  });

  test('wait no longer once they have been submitted anew; of what no place is known it is taken that they have not', () => {
    const pauses = new Pauses();
    pauses.add(message('a', 1), 10);
    expect(pauses.has(message('a', 1))).toBe(true);
    expect(pauses.has(message('a', 2))).toBe(false);
    expect(pauses.next).toBeNull();
    pauses.add(message('b', null), 10);
    expect(pauses.has(message('b', 2))).toBe(true);
    pauses.clear();
    expect(pauses.has(message('b', 2))).toBe(false);
    expect(pauses.take(10)).toBeNull();
  });
});

describe('A spooler whose queue holds many that wait', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => {
    vi.restoreAllMocks();
    office.close();
  });

  test('does not look at each of them again when another one comes', async () => {
    office = await PostOffice.open(testTransport('ONE', { submit: (all) => all }));
    const later = prop(PR_DEFERRED_SEND_TIME, fileTimeOf(Date.now() + 3_600_000));
    await office.session(async (session, store) => {
      for (let i = 0; i < 10; i++) await submit(store, `later ${i}`, ['a@x.org'], [later]);
      await flush(session);
      const read = vi.spyOn(QueueTable.prototype, 'read');
      const rewind = vi.spyOn(QueueTable.prototype, 'rewind');
      for (let i = 0; i < 3; i++) await finished(() => submit(store, `now ${i}`, ['a@x.org']));
      const rows = (await Promise.all(read.mock.results.map(({ value }) => value))).flat();
      expect(rows.filter((row) => row !== null)).toHaveLength(3);
      expect(rewind).not.toHaveBeenCalled();
    });
  });
});

/** Does something, and waits until a message was sent. */
async function finished(action: () => Promise<unknown>): Promise<void> {
  let stop: () => void = () => undefined;
  const happened = new Promise<SpoolerEvent>((resolve) => {
    stop = watchSpooler((event) => {
      if (event.what === 'finished') resolve(event);
    });
  });
  try {
    await action();
    await happened;
  } finally {
    stop();
  }
}
