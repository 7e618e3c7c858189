import { limit } from '../../base/index.js';

const FRAGMENT_BYTES = limit(
  'graph.fragmentBytes',
  12 * 1024 * 1024,
  'bytes',
  'the JSON of about seven thousand messages, kept for the next list that shows them: what clients that poll look at',
);
const FRAGMENT_FAIR = limit(
  'graph.fragmentFair',
  4 * 1024 * 1024,
  'bytes',
  'what each mailbox may keep, however much others have taken of that',
);
const FRAGMENT_SHARE = limit(
  'graph.fragmentShare',
  32,
  'parts',
  'of all that is kept, the most that one message may take is one: a few letters with pictures in them must not drive out all others',
);
const FRAGMENT_SHAPES = limit(
  'graph.fragmentShapes',
  64,
  'shapes',
  'the choices of properties that messages are kept in; a client knows a few of them, and the one not used for longest is forgotten',
);

/**
 * The JSON of messages, as lists of a mailbox have shown them. A client that polls sees the same messages again and again, of which few
 * have changed. A fragment is found by the change number of its message, which is another one as soon as anything in it would be; and no
 * number comes again, so that nothing need ever be taken back. What was not seen for longest goes first.
 */
export class Fragments {
  readonly #shapes = new Map<string, ShapeFragments>();
  readonly #most: number;
  readonly #held = { bytes: 0 };

  /** @param most how many bytes it keeps while other mailboxes keep little */
  constructor(most: number = FRAGMENT_BYTES) {
    this.#most = most;
    dropped.register(this, this.#held);
  }

  /** How many bytes it holds. */
  get bytes(): number {
    return this.#held.bytes;
  }

  /**
   * What is kept of messages in one shape; to be asked for with every list.
   *
   * @param shape what the shape is made of, as a text
   */
  of(shape: string): ShapeFragments {
    const known = this.#shapes.get(shape);
    if (known) {
      this.#shapes.delete(shape);
      this.#shapes.set(shape, known);
      return known;
    }
    const made = new ShapeFragments(this.#most / FRAGMENT_SHARE, (more) => this.#grown(more));
    this.#shapes.set(shape, made);
    if (this.#shapes.size > FRAGMENT_SHAPES) this.#forget();
    return made;
  }

  #grown(more: number): void {
    this.#count(more);
    while (this.bytes > this.#most || (together > FRAGMENT_BYTES && this.bytes > FRAGMENT_FAIR)) {
      const [[, oldest]] = this.#shapes as unknown as [[string, ShapeFragments]];
      const gone = oldest.shrink();
      if (gone === 0) this.#forget();
      this.#count(-gone);
    }
  }

  /** Forgets the shape that was not used for longest. */
  #forget(): void {
    const [[name, oldest]] = this.#shapes as unknown as [[string, ShapeFragments]];
    this.#shapes.delete(name);
    this.#count(-oldest.end());
  }

  #count(more: number): void {
    this.#held.bytes += more;
    together += more;
  }
}

/** What all mailboxes of this process keep. */
let together = 0;
const dropped = new FinalizationRegistry<{ readonly bytes: number }>(({ bytes }) => {
  together -= bytes;
});

/** The JSON of messages in one shape. */
export class ShapeFragments {
  readonly #kept = new Map<number, Buffer>();
  readonly #most: number;
  #grown: ((more: number) => void) | null;

  /**
   * @param most how long one of them may be
   * @param grown is told how many bytes more are kept
   */
  constructor(most: number, grown: (more: number) => void) {
    this.#most = most;
    this.#grown = grown;
  }

  /**
   * What was shown of a message.
   *
   * @param change its change number
   * @returns undefined when that is not kept
   */
  get(change: number): Buffer | undefined {
    const found = this.#kept.get(change);
    if (found !== undefined) {
      this.#kept.delete(change);
      this.#kept.set(change, found);
    }
    return found;
  }

  /** Keeps what is shown of a message, unless it is too long. */
  put(change: number, json: Buffer): void {
    if (json.length > this.#most || this.#grown === null || this.#kept.has(change)) return;
    // A small Buffer is a piece of a slab of 8 KB, which would be kept as a whole for it.
    const own = Buffer.allocUnsafeSlow(json.length);
    json.copy(own);
    this.#kept.set(change, own);
    this.#grown(own.length + OVERHEAD);
  }

  /** Forgets the message that was not seen for longest; answers how many bytes that gives back. */
  shrink(): number {
    for (const [oldest, { length }] of this.#kept) {
      this.#kept.delete(oldest);
      return length + OVERHEAD;
    }
    return 0;
  }

  /** Forgets all of them, and keeps no more: who still has it when its shape is forgotten adds nothing that nobody counts. */
  end(): number {
    let bytes = 0;
    for (const { length } of this.#kept.values()) bytes += length + OVERHEAD;
    this.#kept.clear();
    this.#grown = null;
    return bytes;
  }
}

/** What a fragment takes beside its bytes, about. */
const OVERHEAD = 200;
