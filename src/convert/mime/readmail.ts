import { ComError } from '../../com/index.js';
import { type IMessage, MAPI_E_TOO_BIG } from '../../mapi/index.js';
import { fillMessage } from '../plan/fill.js';
import { type ReadOptions, readMime } from './incoming/message.js';
import { expandOf, type MailSource } from './large/expand.js';
import { skeletonOf } from './large/skeleton.js';
import { HELD_BYTES, READ_MESSAGE_BYTES, STREAMED_BYTES } from './limits.js';

/**
 * Fills a new message from the bytes of an Internet message. Nothing of it is saved. Of a large message that lies somewhere else no
 * more is in memory than its texts and structure: what is attached goes from there into the message piece by piece.
 *
 * @param message the message, open for writing
 * @param mail what came, or where it lies
 * @param options its surroundings
 * @throws {ComError} what {@link readMime} throws; what writing fails with
 * @spec MS-OXCMAIL
 */
export async function readMail(
  message: IMessage,
  mail: Uint8Array | MailSource,
  options: ReadOptions = {},
): Promise<void> {
  if (mail instanceof Uint8Array) return await fillMessage(message, readMime(mail, options));
  // Whoever wants the bytes kept gets them as one value.
  if (mail.size <= STREAMED_BYTES || options.keepSource === true) return await whole(message, mail, options);
  if (await inPieces(message, mail, options, HELD_BYTES)) return;
  await inTurn(async () => {
    if (!(await inPieces(message, mail, options, READ_MESSAGE_BYTES))) await whole(message, mail, options);
  });
}

/** @returns false where more would be held than may be, or something belongs elsewhere than into attachments */
async function inPieces(message: IMessage, mail: MailSource, options: ReadOptions, most: number): Promise<boolean> {
  const skeleton = await skeletonOf(mail.chunks(0, mail.size), most);
  if (skeleton === null) return false;
  const plan = readMime(skeleton.bytes, options);
  const expand = expandOf(plan, skeleton.gaps, mail);
  if (expand === null) return false;
  await fillMessage(message, plan, expand);
  return true;
}

async function whole(message: IMessage, mail: MailSource, options: ReadOptions): Promise<void> {
  if (mail.size > READ_MESSAGE_BYTES) throw new ComError(MAPI_E_TOO_BIG, `the message has ${mail.size} bytes`);
  const bytes = Buffer.allocUnsafe(mail.size);
  let at = 0;
  for await (const chunk of mail.chunks(0, mail.size)) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  await fillMessage(message, readMime(bytes.subarray(0, at), options));
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: there is room for one large message in memory. */
async function inTurn(work: () => Promise<void>): Promise<void> {
  const turn = last.then(work);
  // The next one does not care how this one ended; whoever waits for it hears of it.
  last = turn.catch(() => undefined);
  await turn;
}
