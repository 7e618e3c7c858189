import { log } from '../../base/index.js';
import { type HResult, ok } from '../../com/index.js';
import {
  type AdrEntry,
  type EntryId,
  type IMessage,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_SUBJECT_W,
} from '../../mapi/index.js';
import { valueIn } from '../submit/recipients.js';
import type { Ending } from './ending.js';

/** Which message an event is about. */
export interface SpooledMessage {
  /** Its entry identifier. */
  readonly entryId: EntryId;
  /** Its subject; empty without one. */
  readonly subject: string;
}

/** One step that happened to a message on its way. */
export type SpoolerStep =
  /** A transport is asked to send it to these recipients. */
  | { readonly what: 'offered'; readonly transport: string; readonly recipients: readonly string[] }
  /** A transport took on these recipients: its server has the message for them. */
  | { readonly what: 'taken'; readonly transport: string; readonly recipients: readonly string[] }
  /** A transport could not send it, or not now. */
  | { readonly what: 'refused'; readonly transport: string; readonly code: HResult; readonly why: string }
  /** These recipients will not get it; a report tells the sender. */
  | { readonly what: 'undelivered'; readonly recipients: readonly { readonly address: string; readonly why: string }[] }
  /** It waits, until a time in milliseconds since 1970. */
  | { readonly what: 'waiting'; readonly until: number; readonly why: string }
  /** A transport keeps it for now, and will ask for it again. */
  | { readonly what: 'deferred'; readonly transport: string }
  /** A hook or a preprocessor does not return from a call, of this message or of another one: the message goes on without it. */
  | { readonly what: 'passed over'; readonly who: string; readonly call: string }
  /** The spooler of another session has it at the moment. */
  | { readonly what: 'elsewhere' }
  /** Every recipient is done with: it left the queue, and its store has moved it, deleted it, or left it where it was. */
  | ({ readonly what: 'finished' } & Ending);

/** A step, and the message that it happened to. */
export type SpoolerEvent = SpoolerStep & { readonly message: SpooledMessage };

const watchers = new Set<(event: SpoolerEvent) => void>();

/**
 * Watches what the spoolers of this process do with messages: who is offered what, and what came back. Costs nothing while nobody
 * watches.
 *
 * @param watcher told of each step, in order, while the message waits; it must not throw
 * @returns ends it
 * @example
 * ```ts
 * const stop = watchSpooler(({ what, message }) => console.error(what, message.subject));
 * ```
 */
export function watchSpooler(watcher: (event: SpoolerEvent) => void): () => void {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}

/** Whether anybody watches. */
export const isWatched = (): boolean => watchers.size > 0;

/**
 * Tells the watchers of a step.
 *
 * @param message the message that it happened to
 * @param step what happened; asked for only when somebody watches
 */
export async function tellStep(message: IMessage, step: () => SpoolerStep): Promise<void> {
  if (watchers.size === 0) return;
  const row = await ok(message.GetProps([PR_ENTRYID, PR_SUBJECT_W], 0));
  const entryId = row.get(PR_ENTRYID);
  if (entryId !== null) tellOf({ entryId, subject: row.get(PR_SUBJECT_W) ?? '' }, step());
}

/** Tells the watchers of a step of a message that is not open any more. */
export function tellOf(message: SpooledMessage, step: SpoolerStep): void {
  const event: SpoolerEvent = Object.freeze({ ...step, message: Object.freeze(message) });
  for (const watcher of watchers) {
    try {
      watcher(event);
    } catch (error) {
      log.error('a watcher of the spooler threw', error);
    }
  }
}

/** A recipient as events name it: the address, or the name where there is none. */
export const addressIn = (row: AdrEntry): string =>
  valueIn(row, PR_EMAIL_ADDRESS_W) ?? valueIn(row, PR_DISPLAY_NAME_W) ?? '(nobody)';
