import { ok } from '../../com/index.js';
import {
  type IMessage as Message,
  PR_DELETE_AFTER_SUBMIT,
  PR_SENTMAIL_ENTRYID,
  type PropValue,
  prop,
} from '../../mapi/index.js';
import type { Box } from './box.js';

/** What becomes of a message after it was sent. */
export interface SubmitOptions {
  /** Whether it is kept in Sent Items. */
  readonly keep: boolean;
  /** Whether the message says so already, by `keeping`. */
  readonly told?: boolean;
}

/**
 * What tells the store what becomes of a message after it was sent.
 *
 * @param box whose message
 * @param keep whether it is kept in Sent Items
 */
export const keeping = (box: Box, keep: boolean): PropValue =>
  keep ? prop(PR_SENTMAIL_ENTRYID, box.known.get('sentitems') as Uint8Array) : prop(PR_DELETE_AFTER_SUBMIT, true);

/**
 * Sends a message: when the promise is fulfilled the message survives a crash, and is delivered or reported.
 *
 * @param box whose message
 * @param message the message, open for writing; the caller releases it
 * @param options what becomes of it
 * @throws {ComError} `MAPI_E_NO_RECIPIENTS`; what the store answers
 */
export type Submitter = (box: Box, message: Message, options: SubmitOptions) => Promise<void>;

/** Sends by the queue of the store, from which the spooler of a session takes it. */
export const submitBySpooler: Submitter = async (box, message, { keep, told = false }) => {
  if (!told) await ok(message.SetProps([keeping(box, keep)]));
  // It saves, too, in the same transaction: of a message that can't be sent nothing is left.
  await ok(message.SubmitMessage(0));
};
