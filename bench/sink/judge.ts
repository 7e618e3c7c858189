import { type BenchMessage, variantBytes, variantOffset } from '../messages.js';

/** What a sink saw since it was last asked. */
export interface Tally {
  /** Messages that arrived whole, right or wrong. */
  readonly messages: number;
  /** How many of each variant arrived byte for byte as they were handed over. */
  readonly perVariant: readonly number[];
  /** What was wrong with the first message that was not as it should be; null when all were right. */
  readonly problem: string | null;
}

/** A message on its way in, as a referee looks at it. */
export interface Look {
  /** The next bytes of the message as they were on the wire. */
  take(bytes: Buffer): void;
}

/** Says whether what came in is what was handed over. One serves all connections of a sink. */
export interface Referee {
  /**
   * A message begins.
   *
   * @param form `stuffed` for DATA, whose closing dot belongs to what is compared; `plain` for BDAT
   * @param recipients accepted recipients of it
   */
  begin(form: 'stuffed' | 'plain', recipients: number): Look;
  /** A message has come in whole. */
  end(look: Look): void;
  /** What was seen since the last call. */
  tally(): Tally;
}

const ending = Buffer.from('.\r\n', 'latin1');

/**
 * Compares each message with what was handed to the sender, byte for byte, while it comes in. One judge serves all
 * connections of a sink; each message in transit is a {@link Trial} of its own.
 */
export class Judge implements Referee {
  readonly #messages: readonly BenchMessage[];
  readonly #recipients: number;
  #count = 0;
  #perVariant: number[];
  #problem: string | null = null;

  constructor(messages: readonly BenchMessage[], recipients: number) {
    this.#messages = messages;
    this.#recipients = recipients;
    this.#perVariant = messages.map(() => 0);
  }

  begin(form: 'stuffed' | 'plain', recipients: number): Trial {
    return new Trial(this.#messages, form, recipients);
  }

  end(trial: Trial): void {
    this.#count++;
    let problem = trial.verdict();
    if (problem === null && trial.recipients !== this.#recipients) {
      problem = `${trial.recipients} recipients instead of ${this.#recipients}`;
    }
    if (problem === null) this.#perVariant[trial.variant] = (this.#perVariant[trial.variant] ?? 0) + 1;
    else this.#problem ??= `message ${this.#count}: ${problem}`;
  }

  tally(): Tally {
    const tally = { messages: this.#count, perVariant: this.#perVariant, problem: this.#problem };
    this.#count = 0;
    this.#perVariant = this.#messages.map(() => 0);
    this.#problem = null;
    return tally;
  }
}

/** One message on its way in. */
export class Trial implements Look {
  readonly recipients: number;
  /** Number of the variant that its first line claims; -1 before that line is here. */
  variant = -1;
  readonly #messages: readonly BenchMessage[];
  readonly #form: 'stuffed' | 'plain';
  #head: Buffer | null = null;
  #block: Buffer = Buffer.alloc(0);
  #bodyBytes = 0;
  #seen = 0;
  #wrongAt = -1;

  constructor(messages: readonly BenchMessage[], form: 'stuffed' | 'plain', recipients: number) {
    this.#messages = messages;
    this.#form = form;
    this.recipients = recipients;
  }

  take(bytes: Buffer): void {
    let chunk = bytes;
    if (this.variant < 0) {
      if (this.#head !== null) chunk = Buffer.concat([this.#head, bytes]);
      if (chunk.length < variantBytes) {
        this.#head = Buffer.from(chunk);
        return;
      }
      this.#head = null;
      this.#recognise(chunk);
    }
    if (this.#wrongAt < 0) this.#compare(chunk);
    this.#seen += chunk.length;
  }

  /** What is wrong with the message, null when nothing is. */
  verdict(): string | null {
    if (this.variant < 0) return 'too short to be any of the messages';
    if (this.#wrongAt >= 0) return `variant ${this.variant} differs at octet ${this.#wrongAt}`;
    const due = this.#bodyBytes + (this.#form === 'stuffed' ? ending.length : 0);
    return this.#seen === due ? null : `variant ${this.variant} has ${this.#seen} octets instead of ${due}`;
  }

  #recognise(chunk: Buffer): void {
    const number = Number(chunk.toString('latin1', variantOffset, variantBytes));
    const message = this.#messages[number];
    this.variant = message === undefined ? 0 : number;
    if (message === undefined) this.#wrongAt = variantOffset;
    else {
      this.#block = this.#form === 'stuffed' ? message.stuffed : message.block;
      this.#bodyBytes = this.#block.length * message.repeats;
    }
  }

  #compare(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; ) {
      const offset = this.#seen + at;
      const inBody = offset < this.#bodyBytes;
      const expected = inBody ? this.#block : ending;
      const from = inBody ? offset % this.#block.length : offset - this.#bodyBytes;
      const length = Math.min(chunk.length - at, expected.length - from);
      const past = length <= 0 || (!inBody && this.#form === 'plain');
      if (past || chunk.compare(expected, from, from + length, at, at + length) !== 0) {
        this.#wrongAt = offset;
        return;
      }
      at += length;
    }
  }
}
