import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setLog } from '../../../src/base/index.js';
import { assertLedgerEmpty, com, type LedgerTotals, ledgerTotals, trackLedger } from '../../../src/com/index.js';
import {
  fnevCriticalError,
  fnevNewMail,
  fnevObjectCreated,
  fnevObjectDeleted,
  fnevObjectModified,
  fnevObjectMoved,
  fnevTableModified,
  IMAPIAdviseSink,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_FOLDER,
  MAPI_MESSAGE,
  type NOTIFICATION,
  type OBJECT_NOTIFICATION,
  type PropTag,
  prop,
  TABLE_CHANGED,
} from '../../../src/mapi/index.js';
import { AdviseRegistry } from '../../../src/subsystem/index.js';

const id = (n: number) => Uint8Array.of(0, 0, 0, 0, n);

interface ObjectEvent {
  readonly ulEventType: 4 | 8 | 16 | 32 | 64;
  readonly info: OBJECT_NOTIFICATION;
}

const happened = (ulEventType: 4 | 8 | 16 | 32 | 64, object: number, parent: number | null = null): ObjectEvent => ({
  ulEventType,
  info: {
    lpEntryID: id(object),
    ulObjType: parent === null ? MAPI_FOLDER : MAPI_MESSAGE,
    lpParentID: parent === null ? null : id(parent),
    lpOldID: null,
    lpOldParentID: null,
    lpPropTagArray: null,
  },
});

class Sink {
  readonly calls: (readonly NOTIFICATION[])[] = [];
  answer: () => number | Promise<number> = () => 0;
  OnNotify(events: readonly NOTIFICATION[]): number {
    this.calls.push(events);
    return this.answer() as number;
  }
  get types(): number[] {
    return this.calls.flat().map(({ ulEventType }) => ulEventType);
  }
}

describe('AdviseRegistry', () => {
  let before: LedgerTotals;
  let registry: AdviseRegistry;
  let logged: string[];
  beforeEach(() => {
    trackLedger(true);
    before = ledgerTotals();
    registry = new AdviseRegistry();
    logged = [];
    setLog({ error: (message) => void logged.push(message), warn: (message) => void logged.push(message) });
  });
  afterEach(async () => {
    registry.close();
    await registry.settled();
    setLog(null);
    assertLedgerEmpty(before);
    trackLedger(false);
  });

  function advise(sink: Sink, mask: number, object: number | null = null): number {
    using pointer = com<IMAPIAdviseSink>(sink, IMAPIAdviseSink);
    return registry.advise(object === null ? null : id(object), mask, pointer);
  }

  test('keeps a reference of its own, so the caller may release the sink at once; Unadvise releases it', () => {
    const sink = new Sink();
    const connection = advise(sink, fnevObjectCreated);
    expect(connection).toBeGreaterThan(0);
    expect(ledgerTotals().objects).toBe(before.objects + 1);
    registry.unadvise(connection);
    expect(ledgerTotals().objects).toBe(before.objects);
  });

  test('gives each registration a number of its own', () => {
    const sink = new Sink();
    expect(new Set([1, 2, 3].map(() => advise(sink, fnevNewMail))).size).toBe(3);
  });

  test('refuses an empty mask, no sink, something else than a sink, a connection that is not there', () => {
    const refused = { hr: MAPI_E_INVALID_PARAMETER };
    expect(() => advise(new Sink(), 0)).toThrow(expect.objectContaining(refused));
    expect(() => registry.advise(null, fnevNewMail, null as never)).toThrow(expect.objectContaining(refused));
    expect(() => registry.advise(null, fnevNewMail, {} as never)).toThrow(expect.objectContaining(refused));
    expect(() => registry.advise('inbox' as never, fnevNewMail, null as never)).toThrow(
      expect.objectContaining(refused),
    );
    expect(() => registry.unadvise(7)).toThrow(expect.objectContaining(refused));
  });

  test('tells after the call that caused the event, also when that takes many turns of the loop', async () => {
    const sink = new Sink();
    advise(sink, fnevObjectCreated);
    registry.notify(happened(4, 1));
    expect(sink.calls).toEqual([]);
    await registry.settled();
    expect(sink.calls).toHaveLength(1);

    const seen = await registry.during(async () => {
      registry.notify(happened(4, 2));
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      return sink.calls.length;
    });
    expect(seen).toBe(1);
    await registry.settled();
    expect(sink.calls).toHaveLength(2);
  });

  test('tells of what happened before a call failed', async () => {
    const sink = new Sink();
    advise(sink, fnevObjectDeleted);
    const call = registry.during(() => {
      registry.notify(happened(8, 1));
      throw new Error('half done');
    });
    await expect(call).rejects.toThrow('half done');
    await registry.settled();
    expect(sink.types).toEqual([fnevObjectDeleted]);
  });

  test('tells only of the kinds of events in the mask', async () => {
    const sink = new Sink();
    advise(sink, fnevObjectCreated | fnevObjectMoved);
    for (const type of [4, 8, 16, 32, 64] as const) registry.notify(happened(type, 1));
    await registry.settled();
    expect(sink.types).toEqual([fnevObjectCreated, fnevObjectMoved]);
  });

  test('tells a registration for an object of that object; one for the store of everything', async () => {
    const [store, folder, message] = [new Sink(), new Sink(), new Sink()];
    advise(store, fnevObjectModified);
    advise(folder, fnevObjectModified, 1);
    advise(message, fnevObjectModified, 2);
    registry.notify(happened(16, 1));
    registry.notify(happened(16, 2, 1));
    registry.notify(happened(16, 3, 1));
    registry.notify(happened(16, 4, 9));
    await registry.settled();
    expect([store, folder, message].map((sink) => sink.types.length)).toEqual([4, 1, 1]);
  });

  test('tells a folder of what comes into it and leaves it, but not of changes to it', async () => {
    const folder = new Sink();
    advise(folder, fnevObjectCreated | fnevObjectModified | fnevObjectDeleted, 1);
    registry.notify(happened(4, 2, 1));
    registry.notify(happened(16, 2, 1));
    registry.notify(happened(8, 2, 1));
    await registry.settled();
    expect(folder.types).toEqual([fnevObjectCreated, fnevObjectDeleted]);
  });

  test('tells the old parent of a message that was moved away', async () => {
    const sink = new Sink();
    advise(sink, fnevObjectMoved, 1);
    const moved = happened(32, 5, 2);
    registry.notify({ ulEventType: 32, info: { ...moved.info, lpOldID: id(4), lpOldParentID: id(1) } });
    await registry.settled();
    expect(sink.types).toEqual([fnevObjectMoved]);
  });

  test('compares entry identifiers as it is told', async () => {
    const byLastByte = new AdviseRegistry({ keyOf: (entryId) => String(entryId.at(-1)) });
    const sink = new Sink();
    using pointer = com<IMAPIAdviseSink>(sink, IMAPIAdviseSink);
    byLastByte.advise(Uint8Array.of(9, 9, 1), fnevObjectCreated, pointer);
    byLastByte.notify(happened(4, 1));
    await byLastByte.settled();
    expect(sink.calls).toHaveLength(1);
    byLastByte.close();
  });

  test('tells in the order in which it happened', async () => {
    const sink = new Sink();
    advise(sink, 0xff);
    const order = Array.from({ length: 1000 }, (_, n) => n % 200);
    for (const n of order) registry.notify(happened(16, n));
    await registry.settled();
    const told = sink.calls.flat().map(({ info }) => (info as { lpEntryID: Uint8Array }).lpEntryID[4]);
    expect(told).toEqual(order);
  });

  test('never calls a sink twice at once, even one that takes its time', async () => {
    const sink = new Sink();
    advise(sink, fnevObjectCreated);
    let running = 0;
    let most = 0;
    sink.answer = async () => {
      most = Math.max(most, ++running);
      registry.notify(happened(4, 9));
      if (sink.calls.length > 3) sink.answer = () => 0;
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      return 0;
    };
    registry.notify(happened(4, 1));
    await registry.settled();
    expect(sink.calls.length).toBeGreaterThan(3);
    expect(most).toBe(1);
  });

  test('an event raised inside OnNotify comes with a later call', async () => {
    const sink = new Sink();
    advise(sink, fnevObjectCreated | fnevObjectDeleted);
    sink.answer = () => {
      if (sink.calls.length === 1) registry.notify(happened(8, 1));
      return 0;
    };
    registry.notify(happened(4, 1));
    await registry.settled();
    expect(sink.calls.map((events) => events.length)).toEqual([1, 1]);
  });

  test('a sink that throws is logged and kept; others are told all the same', async () => {
    const [bad, good] = [new Sink(), new Sink()];
    advise(bad, fnevObjectCreated);
    advise(good, fnevObjectCreated);
    bad.answer = () => {
      throw new Error('the sink is broken');
    };
    registry.notify(happened(4, 1));
    await registry.settled();
    registry.notify(happened(4, 2));
    await registry.settled();
    expect([bad.calls.length, good.calls.length]).toEqual([2, 2]);
    expect(logged).toEqual(['IMAPIAdviseSink::OnNotify threw', 'IMAPIAdviseSink::OnNotify threw']);
  });

  test('nothing comes after Unadvise, not even what was waiting', async () => {
    const sink = new Sink();
    const connection = advise(sink, fnevObjectCreated);
    registry.notify(happened(4, 1));
    registry.unadvise(connection);
    await registry.settled();
    expect(sink.calls).toEqual([]);
  });

  test('a sink may end its own registration, and those of others, while it is told', async () => {
    const [first, second] = [new Sink(), new Sink()];
    const connections = [advise(first, fnevObjectCreated), advise(second, fnevObjectCreated)];
    first.answer = () => {
      for (const connection of connections) registry.unadvise(connection);
      return 0;
    };
    registry.notify(happened(4, 1));
    await registry.settled();
    expect([first.calls.length, second.calls.length]).toEqual([1, 0]);
    expect(registry.size).toBe(0);
  });

  test('a delivery under way ends before Unadvise releases the sink', async () => {
    const sink = new Sink();
    const connection = advise(sink, fnevObjectCreated);
    let finish: (answer: number) => void = () => undefined;
    sink.answer = () => new Promise<number>((resolve) => (finish = resolve));
    registry.notify(happened(4, 1));
    while (sink.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    registry.unadvise(connection);
    expect(ledgerTotals().objects).toBe(before.objects + 1);
    finish(0);
    await registry.settled();
    expect(ledgerTotals().objects).toBe(before.objects);
  });

  test('hands out frozen data that the provider can no longer change', async () => {
    const sink = new Sink();
    advise(sink, fnevObjectModified | fnevTableModified);
    const event = happened(16, 1);
    const tags = [0x0037001f as PropTag];
    registry.notify({ ulEventType: 16, info: { ...event.info, lpPropTagArray: tags } });
    const none = prop(0x00000001 as PropTag<null>, null);
    registry.notify({
      ulEventType: fnevTableModified,
      info: { ulTableEvent: TABLE_CHANGED, hResult: 0 as never, propIndex: none, propPrior: none, row: null },
    });
    (event.info.lpEntryID as Uint8Array)[4] = 77;
    tags.push(1 as PropTag);
    await registry.settled();
    const [first, second] = sink.calls.flat() as [NOTIFICATION, NOTIFICATION];
    expect(first.info).toMatchObject({ lpEntryID: id(1), lpPropTagArray: [0x0037001f] });
    for (const told of [first, second]) {
      expect(Object.isFrozen(told)).toBe(true);
      expect(Object.isFrozen(told.info)).toBe(true);
    }
    expect(Object.isFrozen(sink.calls[0])).toBe(true);
  });

  test('gives up events for a sink that does not keep up, logs it once and tells the sink', async () => {
    const sink = new Sink();
    advise(sink, fnevObjectCreated | fnevCriticalError);
    for (let n = 0; n < 10_050; n++) registry.notify(happened(4, n % 250));
    await registry.settled();
    const types = sink.types;
    expect(types.filter((type) => type === fnevObjectCreated)).toHaveLength(10_000);
    expect(types.at(-1)).toBe(fnevCriticalError);
    expect(sink.calls.flat().at(-1)?.info).toMatchObject({ scode: MAPI_E_NOT_ENOUGH_MEMORY });
    expect(logged).toHaveLength(1);
  });

  test('leaves nothing behind after many registrations', async () => {
    for (let round = 0; round < 1000; round++) {
      const connection = advise(new Sink(), fnevObjectCreated, round % 100);
      registry.notify(happened(4, round % 100));
      if (round % 3 === 0) registry.unadvise(connection);
    }
    await registry.settled();
    registry.close();
    expect(registry.size).toBe(0);
    assertLedgerEmpty(before);
  });
});
