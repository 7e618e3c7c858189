import type { IMessage } from '../../mapi/index.js';
import { fillMessage } from '../plan/fill.js';
import { type ReadOptions, readMime } from './incoming/message.js';

/**
 * Fills a new message from the bytes of an Internet message. Nothing of it is saved.
 *
 * @param message the message, open for writing
 * @param bytes what came
 * @param options its surroundings
 * @throws {ComError} what {@link readMime} throws; what writing fails with
 * @spec MS-OXCMAIL
 */
export const readMail = (message: IMessage, bytes: Uint8Array, options: ReadOptions = {}): Promise<void> =>
  fillMessage(message, readMime(bytes, options));
