import { describe, expect, test } from 'vitest';
import { newGuid, S_OK } from '../../../src/com/index.js';
import {
  FLUSH_DOWNLOAD,
  FLUSH_UPLOAD,
  NOTIFY_END_INBOUND_FLUSH,
  NOTIFY_END_OUTBOUND_FLUSH,
  STATUS_AVAILABLE,
  STATUS_INBOUND_FLUSH,
  STATUS_OUTBOUND_FLUSH,
} from '../../../src/mapi/index.js';
import { Flushing } from '../../../src/subsystem/spooler/flushing.js';
import type { OutgoingQueue } from '../../../src/subsystem/spooler/queue.js';
import type { TransportSession } from '../../../src/subsystem/spooler/transport.js';

const ends = new Map([
  [NOTIFY_END_OUTBOUND_FLUSH, 'END_OUTBOUND_FLUSH'],
  [NOTIFY_END_INBOUND_FLUSH, 'END_INBOUND_FLUSH'],
  [NOTIFY_END_OUTBOUND_FLUSH | NOTIFY_END_INBOUND_FLUSH, 'END of both'],
]);

/** A queue and a transport of which a test says what they do, and what has happened to them. */
class Line {
  readonly log: string[] = [];
  code = STATUS_AVAILABLE;
  /** Ends what is being sent. */
  sent: () => void = () => undefined;
  /** What the transport does when it is told to flush. */
  onFlush: (flags: number) => void = () => undefined;
  /** What it does when the end is told. */
  onEnd: (flags: number) => void = () => undefined;
  /** What happens while something is fetched. */
  onReceive: (over: () => boolean) => void = () => undefined;
  readonly uid = newGuid();
  readonly queue = {
    hurry: () => void this.log.push('hurry'),
    settled: () =>
      new Promise<void>((resolve) => {
        this.sent = resolve;
        this.#hurries();
      }),
    calm: async () => void this.log.push('calm'),
  } as unknown as OutgoingQueue;
  readonly transport = {
    uid: this.uid,
    flushOver: false,
    restsUntil: 1,
    flush: async (_ui: number, flags: number) => {
      this.log.push('FlushQueues');
      this.onFlush(flags);
      return S_OK;
    },
    tell: async (flags: number) => {
      this.log.push(ends.get(flags) ?? `${flags}`);
      this.onEnd(flags);
    },
  } as unknown as TransportSession;
  readonly flushing = new Flushing({
    queues: [this.queue],
    receive: async (_, over) => {
      this.log.push('receive');
      this.onReceive(over);
    },
    statusCode: () => this.code,
  });
  #hurries: () => void = () => undefined;

  /** Shows some of the bits for flushing in the status row, and no others. */
  show(bits: number): void {
    this.code = STATUS_AVAILABLE | bits;
    this.flushing.shown(this.uid);
  }

  run(flags: number): Promise<void> {
    return this.flushing.run([this.transport], { uiParam: 0, flags });
  }

  /** Waits until the queue is being worked off. */
  sending(): Promise<void> {
    return new Promise((resolve) => {
      this.#hurries = resolve;
    });
  }
}

describe('A flush (Implementing the FlushQueues Method)', () => {
  const both = FLUSH_UPLOAD | FLUSH_DOWNLOAD;

  test('goes out and then in, each while the row shows its bit, which the transport sets when its turn comes', async () => {
    const line = new Line();
    line.onFlush = () => line.show(STATUS_OUTBOUND_FLUSH);
    // Steps 9 and 13.
    line.onEnd = (flags) => line.show(flags === NOTIFY_END_OUTBOUND_FLUSH ? STATUS_INBOUND_FLUSH : 0);
    const sending = line.sending();
    const run = line.run(both);
    await sending;
    expect(line.log).toEqual(['FlushQueues', 'hurry']);
    line.sent();
    await run;
    expect(line.log).toEqual(['FlushQueues', 'hurry', 'END_OUTBOUND_FLUSH', 'receive', 'END_INBOUND_FLUSH']);
    expect([line.transport.flushOver, line.transport.restsUntil]).toEqual([false, 0]);
  });

  test('is stopped at any time by clearing the bit: sending', async () => {
    const line = new Line();
    line.onFlush = () => line.show(STATUS_OUTBOUND_FLUSH | STATUS_INBOUND_FLUSH);
    const sending = line.sending();
    const run = line.run(both);
    await sending;
    line.show(STATUS_INBOUND_FLUSH);
    // Nothing more is offered to it from this moment on.
    expect(line.transport.flushOver).toBe(true);
    await run;
    expect(line.log).toEqual(['FlushQueues', 'hurry', 'calm', 'END_OUTBOUND_FLUSH', 'receive', 'END_INBOUND_FLUSH']);
    expect(line.transport.flushOver).toBe(false);
  });

  test('is stopped at any time by clearing the bit: fetching', async () => {
    const line = new Line();
    line.onFlush = () => line.show(STATUS_INBOUND_FLUSH);
    const seen: boolean[] = [];
    line.onReceive = (over) => {
      seen.push(over());
      line.show(0);
      seen.push(over());
    };
    await line.run(FLUSH_DOWNLOAD);
    expect(seen).toEqual([false, true]);
    expect(line.log).toEqual(['FlushQueues', 'receive', 'END_INBOUND_FLUSH']);
  });

  test('does not begin in a direction whose bit a transport that has shown bits does not show', async () => {
    const line = new Line();
    line.show(STATUS_INBOUND_FLUSH);
    line.show(0);
    await line.run(both);
    expect(line.log).toEqual(['FlushQueues', 'calm', 'END_OUTBOUND_FLUSH', 'END_INBOUND_FLUSH']);
    // One that was logged off and on may be another one.
    line.flushing.forget(line.uid);
    line.log.length = 0;
    await line.run(FLUSH_DOWNLOAD);
    expect(line.log).toEqual(['FlushQueues', 'receive', 'END_INBOUND_FLUSH']);
  });

  test('of a transport that never shows a bit goes to its end', async () => {
    const line = new Line();
    const sending = line.sending();
    const run = line.run(both);
    await sending;
    line.flushing.shown(line.uid);
    line.sent();
    await run;
    expect(line.log).toEqual(['FlushQueues', 'hurry', 'END_OUTBOUND_FLUSH', 'receive', 'END_INBOUND_FLUSH']);
  });

  test('waits for another one of the same transport, whose end clears the bits', async () => {
    const line = new Line();
    line.onFlush = () => line.show(STATUS_OUTBOUND_FLUSH);
    line.onEnd = () => line.show(0);
    let sending = line.sending();
    const [first, second] = [line.run(FLUSH_UPLOAD), line.run(FLUSH_UPLOAD)];
    await sending;
    expect(line.log).toEqual(['FlushQueues', 'hurry']);
    sending = line.sending();
    line.sent();
    await first;
    await sending;
    line.sent();
    await second;
    expect(line.log).toEqual([...Array(2)].flatMap(() => ['FlushQueues', 'hurry', 'END_OUTBOUND_FLUSH']));
    expect(line.flushing.isRunning(line.uid)).toBe(false);
  });

  test('ends with the session, which tells the end of both directions at once; later ones do not begin', async () => {
    const line = new Line();
    const sending = line.sending();
    const run = line.run(both);
    await sending;
    await line.flushing.close();
    await run;
    expect(line.log).toEqual(['FlushQueues', 'hurry', 'END of both']);
    await line.run(both);
    await line.flushing.run([], { uiParam: 0, flags: FLUSH_UPLOAD });
    expect(line.log).toHaveLength(3);
  });
});
