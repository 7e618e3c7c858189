import { Worker } from '../process/worker.js';
import { findPostfixProgram, PostfixSink } from './postfix.js';
import type { SinkQuestions, SinkSetup } from './program.js';

/** Where messages go. */
export interface Sink {
  readonly port: number;
  /** True when each message is compared octet by octet, false when they are only counted. */
  readonly reads: boolean;
  /**
   * Makes sure that exactly the messages named came in since the last call.
   *
   * @param perVariant how many of each variant
   * @param octetsEach octets that one message takes on the wire, its commands included; a sink that reads needs no hint
   * @returns octets that came in
   * @throws {Error} when more, fewer or other messages came in
   */
  check(perVariant: readonly number[], octetsEach: number | null): Promise<number>;
  stop(): Promise<void>;
}

/** What a sink is to receive, and how. */
export type Reception = Pick<SinkSetup, 'kind' | 'recipients' | 'tls' | 'chunking'>;

/** What all sinks of a run share. */
export interface Ground {
  /** The core of senders and sinks. */
  readonly core: number | null;
  /** A folder for files that do not outlive the run. */
  readonly folder: string;
  /** Certificate and key of the TLS sink. */
  readonly certificate: string;
  readonly key: string;
  /** Leave smtp-sink alone. */
  readonly ownSink: boolean;
}

/** The bench's own sink, which reads what it gets. */
export async function openReadingSink(what: Reception, ground: Ground): Promise<Sink> {
  const worker = new Worker<SinkQuestions>('the sink', new URL('./program.js', import.meta.url), ground.core);
  const { kind, recipients, tls, chunking } = what;
  const { certificate, key } = ground;
  const port = await worker.ask('open', { kind, recipients, tls, chunking, certificate, key });
  return {
    port,
    reads: true,
    async check(perVariant) {
      const tally = await worker.ask('tally', null);
      if (tally.problem !== null) throw new Error(`the sink received something else: ${tally.problem}`);
      if (tally.perVariant.some((count, variant) => count !== (perVariant[variant] ?? 0))) {
        throw new Error(`the sink received ${tally.messages} messages instead of ${sum(perVariant)}, or not each once`);
      }
      return tally.octets;
    },
    stop: () => worker.stop(),
  };
}

/**
 * The sink that rounds are timed against: smtp-sink where it is installed and can do what the case needs, else the
 * bench's own. smtp-sink looks at each octet of a body in turn and needs several times as long for 500 MB as the sender
 * does, so that it would be measured and not the sender; the bench's own sink compares the large message block by block.
 */
export async function openTimedSink(what: Reception, ground: Ground): Promise<Sink> {
  const program =
    ground.ownSink || what.tls || what.chunking || what.kind === 'large' ? null : findPostfixProgram('smtp-sink');
  if (program === null) return await openReadingSink(what, ground);
  const sink = await PostfixSink.start(program, ground.core);
  if (sink === null) return await openReadingSink(what, ground);
  return {
    port: sink.port,
    reads: false,
    async check(perVariant, octetsEach) {
      if (octetsEach === null) throw new Error('nobody has told what a message takes on the wire');
      const due = sum(perVariant);
      const octets = sink.octets();
      // Greetings and farewells of a few connections are less than a message.
      const count = Math.round(octets / octetsEach);
      if (count !== due) throw new Error(`smtp-sink received ${count} messages instead of ${due}`);
      return octets;
    },
    stop: () => sink.stop(),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
