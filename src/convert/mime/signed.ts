import { foldLines } from 'nodemailer/lib/mime-funcs';
import { ComError, ok } from '../../com/index.js';
import { type IAttach, type IMessage, MAPI_E_TOO_BIG } from '../../mapi/index.js';
import { type AttachedPart, dataOf } from './attachments.js';
import { BODY_BYTES } from './limits.js';
import { base64Lines } from './segments.js';

/**
 * The body of a message that was signed or encrypted: its one attachment holds the whole of it, headers of the parts
 * included, and any change would break the signature.
 *
 * @param message the message, of the class IPM.Note.SMIME or below it
 * @param parts its attachments
 * @returns the body as it was, from its Content-Type on; null when this is no such message
 * @throws {ComError} `MAPI_E_TOO_BIG` beyond the limit `mime.bodyBytes`; what the store fails with
 * @spec MS-OXCMAIL
 */
export async function signedBody(message: IMessage, parts: readonly AttachedPart[]): Promise<Buffer | null> {
  const [part] = parts;
  if (parts.length !== 1 || part === undefined || typeof part.holds === 'string') return null;
  if (!part.signed && part.pkcs7 === null) return null;
  if (part.holds.size > BODY_BYTES)
    throw new ComError(MAPI_E_TOO_BIG, `a signed body has more than ${BODY_BYTES} bytes`);
  const body = part.holds.bytes === null ? await wholeOf(message, part.number) : Buffer.from(part.holds.bytes);
  if (part.pkcs7 !== null) return inOnePiece(part.pkcs7, part.name, body);
  const [header = ''] = body.toString('latin1', 0, 64 * 1024).split('\r\n\r\n', 1);
  const fields = header.split(/\r\n(?![ \t])/);
  // Nothing but what tells of content may come from there: the rest of the header is the message's own.
  const sound = fields.every((field) => /^content-[!-9;-~]*:/i.test(field));
  return sound && fields.some((field) => /^content-type:\s*multipart\/(?:signed|encrypted)\b/i.test(field))
    ? body
    : null;
}

function inOnePiece(type: string, name: string, body: Buffer): Buffer {
  const file = /^[\w.-]{1,60}$/.test(name) ? name : 'smime.p7m';
  const head =
    `${foldLines(`Content-Type: ${type}`, 76)}\r\nContent-Transfer-Encoding: base64\r\n` +
    `Content-Disposition: attachment; filename=${file}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), base64Lines(body), Buffer.from('\r\n')]);
}

/**
 * All bytes of an attachment.
 *
 * @param message the message
 * @param number PR_ATTACH_NUM
 * @throws {ComError} what the store fails with
 */
export async function wholeOf(message: IMessage, number: number): Promise<Buffer> {
  using attach: IAttach = await ok(message.OpenAttach(number, null, 0));
  using stream = await dataOf(attach);
  const chunks: Uint8Array[] = [];
  for (;;) {
    const chunk = await ok(stream.Read(256 * 1024));
    if (chunk.length === 0) return Buffer.concat(chunks);
    chunks.push(Uint8Array.from(chunk));
  }
}
