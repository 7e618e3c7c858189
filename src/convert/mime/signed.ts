import { ComError, ok } from '../../com/index.js';
import { type IAttach, type IMessage, MAPI_E_TOO_BIG } from '../../mapi/index.js';
import { type AttachedPart, dataOf } from './attachments.js';
import { BODY_BYTES } from './limits.js';

/**
 * The body of a message that was signed in the clear: its one attachment holds the whole of it, headers of the parts
 * included, and any change would break the signature.
 *
 * @param message the message, of the class IPM.Note.SMIME.MultipartSigned
 * @param parts its attachments
 * @returns the body as it was signed, from its Content-Type on; null when this is no such message
 * @throws {ComError} `MAPI_E_TOO_BIG` beyond the limit `mime.bodyBytes`; what the store fails with
 * @spec MS-OXCMAIL
 */
export async function signedBody(message: IMessage, parts: readonly AttachedPart[]): Promise<Buffer | null> {
  const [part] = parts;
  if (parts.length !== 1 || part === undefined || !part.signed || typeof part.holds === 'string') return null;
  if (part.holds.size > BODY_BYTES)
    throw new ComError(MAPI_E_TOO_BIG, `a signed body has more than ${BODY_BYTES} bytes`);
  const body = part.holds.bytes === null ? await wholeOf(message, part.number) : Buffer.from(part.holds.bytes);
  const [header = ''] = body.toString('latin1', 0, 64 * 1024).split('\r\n\r\n', 1);
  const fields = header.split(/\r\n(?![ \t])/);
  // Nothing but what tells of content may come from there: the rest of the header is the message's own.
  const sound = fields.every((field) => /^content-[!-9;-~]*:/i.test(field));
  return sound && fields.some((field) => /^content-type:\s*multipart\/signed\b/i.test(field)) ? body : null;
}

async function wholeOf(message: IMessage, number: number): Promise<Buffer> {
  using attach: IAttach = await ok(message.OpenAttach(number, null, 0));
  using stream = await dataOf(attach);
  const chunks: Uint8Array[] = [];
  for (;;) {
    const chunk = await ok(stream.Read(256 * 1024));
    if (chunk.length === 0) return Buffer.concat(chunks);
    chunks.push(Uint8Array.from(chunk));
  }
}
