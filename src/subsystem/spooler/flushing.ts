import type { Guid } from '../../com/index.js';
import {
  FLUSH_DOWNLOAD,
  FLUSH_UPLOAD,
  NOTIFY_END_INBOUND_FLUSH,
  NOTIFY_END_OUTBOUND_FLUSH,
  STATUS_INBOUND_FLUSH,
  STATUS_OUTBOUND_FLUSH,
} from '../../mapi/index.js';
import { within } from './deadline.js';
import { lastWordMs } from './limits.js';
import type { OutgoingQueue } from './queue.js';
import type { TransportSession } from './transport.js';

/** What flushes need of the spooler. */
export interface FlushingHost {
  /** The outgoing queues of all stores. */
  readonly queues: readonly OutgoingQueue[];
  /** Takes over what a transport has, until it has no more or that is over. */
  receive(transport: TransportSession, over: () => boolean): Promise<unknown>;
  /** PR_STATUS_CODE in the row of a transport. */
  statusCode(transport: Guid): number;
}

/** What somebody wants flushed. */
export interface FlushOrder {
  readonly uiParam: number;
  /** `FLUSH_UPLOAD`, `FLUSH_DOWNLOAD` and so on. */
  readonly flags: number;
  /** The queues; all when not given. */
  readonly queues?: readonly OutgoingQueue[];
}

/** The flushes of a spooler: of each transport one after the other, each for as long as the transport's status row shows it. */
export class Flushing {
  readonly #host: FlushingHost;
  readonly #turns = new Map<Guid, Promise<void>>();
  readonly #running = new Map<Guid, Flush>();
  /** Transports that show in their rows what is being flushed. Others are flushed to the end. */
  readonly #showing = new Set<Guid>();
  #closed = false;

  /** @param host the spooler */
  constructor(host: FlushingHost) {
    this.#host = host;
  }

  /** Whether the queues of a transport are being flushed. */
  isRunning(transport: Guid): boolean {
    return this.#running.has(transport);
  }

  /** The bits for flushing in the row of a transport have changed; one that was cleared ends what it stands for. */
  shown(transport: Guid): void {
    if ((this.#host.statusCode(transport) & flushBits) !== 0) this.#showing.add(transport);
    this.#running.get(transport)?.look();
  }

  /** A transport is logged off. */
  forget(transport: Guid): void {
    this.#showing.delete(transport);
  }

  /**
   * Flushes the queues of transports, one after the other.
   *
   * @spec implementing-the-flushqueues-method
   */
  async run(transports: readonly TransportSession[], order: FlushOrder): Promise<void> {
    const uploads = (order.flags & FLUSH_UPLOAD) !== 0;
    const queues = order.queues ?? this.#host.queues;
    // Where nobody can send, what waits learns why.
    if (transports.length === 0 && uploads && !this.#closed) await hurried(queues, new Flush(() => true));
    try {
      for (const transport of transports)
        await this.#inTurn(transport, (flush) => this.#flush(transport, flush, { ...order, queues }));
    } finally {
      for (const transport of transports) transport.flushOver = false;
    }
  }

  /** The session ends: flushes end, and transports are told so. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const flush of this.#running.values()) flush.look();
    await within(Promise.all(this.#turns.values()), lastWordMs);
  }

  /** The end of one flush of a transport clears the bits that the next one would look at: they wait for each other. */
  async #inTurn(transport: TransportSession, work: (flush: Flush) => Promise<void>): Promise<void> {
    const { uid } = transport;
    const turn = (this.#turns.get(uid) ?? Promise.resolve()).then(async () => {
      if (this.#closed) return;
      const flush = new Flush((bit) => !this.#closed && this.#isShown(uid, bit));
      this.#running.set(uid, flush);
      try {
        await work(flush);
      } finally {
        this.#running.delete(uid);
      }
    });
    const over: Promise<void> = turn
      .catch(() => undefined)
      .finally(() => {
        if (this.#turns.get(uid) === over) this.#turns.delete(uid);
      });
    this.#turns.set(uid, over);
    await turn;
  }

  async #flush(
    transport: TransportSession,
    flush: Flush,
    { uiParam, flags, queues }: FlushOrder & { readonly queues: readonly OutgoingQueue[] },
  ): Promise<void> {
    transport.flushOver = false;
    await transport.flush(uiParam, flags);
    const download = (flags & FLUSH_DOWNLOAD) !== 0;
    if ((flags & FLUSH_UPLOAD) !== 0) {
      transport.restsUntil = 0;
      await flush.during(
        STATUS_OUTBOUND_FLUSH,
        () => hurried(queues, flush),
        () => {
          transport.flushOver = true;
        },
      );
      // What another transport is being flushed for stays in a hurry.
      if (transport.flushOver && !this.#closed && this.#running.size === 1)
        await Promise.all(queues.map((queue) => queue.calm()));
      const both = this.#closed && download ? NOTIFY_END_INBOUND_FLUSH : 0;
      await transport.tell(NOTIFY_END_OUTBOUND_FLUSH | both, null);
      if (both !== 0) return;
    }
    if (!download) return;
    await flush.during(STATUS_INBOUND_FLUSH, (isOver) => this.#host.receive(transport, isOver));
    await transport.tell(NOTIFY_END_INBOUND_FLUSH, null);
  }

  #isShown(transport: Guid, bit: number): boolean {
    return !this.#showing.has(transport) || (this.#host.statusCode(transport) & bit) !== 0;
  }
}

const flushBits = STATUS_OUTBOUND_FLUSH | STATUS_INBOUND_FLUSH;

/** The flush of one transport, in one direction after the other. */
class Flush {
  readonly #goesOn: (bit: number) => boolean;
  #look: () => void = () => undefined;
  /** Answers when the direction under way is over before all is done; never while none is. */
  over: Promise<void> = new Promise(() => undefined);
  isOver = false;

  /** @param goesOn whether a direction, named by its bit, goes on */
  constructor(goesOn: (bit: number) => boolean) {
    this.#goesOn = goesOn;
  }

  /** The bits may have changed. */
  look(): void {
    this.#look();
  }

  /**
   * Flushes in one direction.
   *
   * @param bit stands for the direction
   * @param work what is done as long as it goes on
   * @param ended called at once when it is over before the work is done, or does not begin at all
   */
  async during(
    bit: number,
    work: (isOver: () => boolean) => Promise<unknown>,
    ended: () => void = () => undefined,
  ): Promise<void> {
    this.isOver = false;
    this.over = new Promise((resolve) => {
      this.#look = () => {
        if (this.isOver || this.#goesOn(bit)) return;
        this.isOver = true;
        ended();
        resolve();
      };
    });
    this.look();
    try {
      if (!this.isOver) await work(() => this.isOver);
    } finally {
      this.#look = () => undefined;
    }
  }
}

async function hurried(queues: readonly OutgoingQueue[], flush: Flush): Promise<void> {
  for (const queue of queues) {
    if (flush.isOver) return;
    queue.hurry();
    await Promise.race([queue.settled(), flush.over]);
  }
}
