import type { ReplyLine } from './reply.js';

/** Where a connection stands, for people who watch. */
export type ConnectionPhase = 'resolving' | 'connecting' | 'securing' | 'connected' | 'disconnecting' | 'disconnected';

/** How far a body has come. */
export interface BodyProgress {
  /** Body bytes taken from the source with this step. */
  readonly increment: number;
  /** Body bytes taken from the source so far. */
  readonly current: number;
  /** All of them, or null when the source does not know its size. */
  readonly total: number | null;
}

/**
 * Watches a connection. Everything is called at once, in the order of the wire; an observer that throws is reported to
 * the log and changes nothing.
 */
export interface ConnectionObserver {
  /**
   * The connection enters a phase.
   *
   * @param phase the phase
   * @param detail the host, the address tried, or why it ended
   */
  phase?(phase: ConnectionPhase, detail: string): void;
  /**
   * A command line is about to be sent.
   *
   * @param line the line without its line end, secrets as asterisks
   * @param verb which command it belongs to: `EHLO`, `AUTH`, `DOT` ...
   */
  command?(line: string, verb: string): void;
  /**
   * A reply line has arrived.
   *
   * @param line code, text and whether the reply ends with it
   * @param verb the command it answers, or `GREETING`; empty when nobody asked
   * @param address the recipient or sender that the command was about
   */
  replyLine?(line: ReplyLine, verb: string, address: string | null): void;
  /**
   * A part of a body was handed on.
   *
   * @param progress how far it has come
   */
  progress?(progress: BodyProgress): void;
}
