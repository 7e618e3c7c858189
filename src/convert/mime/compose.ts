import { createHash, hash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type MimeNode from 'nodemailer/lib/mime-node';
import type { AttachedPart } from './attachments.js';
import type { Bodies } from './bodies.js';
import type { TextPart } from './charset.js';
import { type BodyEncoding, canGo, encodedText } from './form.js';
import { type HeaderField, headerLines } from './headertext.js';
import { base64Lines, type Segment } from './segments.js';
import { type TextEncoding, writeTexts, writtenText } from './texts.js';
import { uuencoded } from './uuencode.js';

/** A message in parts, ready to be written. */
export interface Composition {
  /** The header, without what the parts say of themselves. */
  readonly fields: readonly HeaderField[];
  /** The texts. */
  readonly bodies: Bodies;
  /** The attachments that mail can carry. */
  readonly parts: readonly AttachedPart[];
  /** The embedded messages, by the number of their attachment. */
  readonly embedded: ReadonlyMap<number, Written>;
}

/** A message in pieces. */
export interface Written {
  /** The pieces in order. */
  readonly segments: readonly Segment[];
  /** What its bytes are: ASCII; UTF-8 in headers, for addresses beyond ASCII; 8-bit bytes, in a body that was signed so. */
  readonly charset: 'ascii' | 'utf8' | '8bit';
}

/**
 * Writes a message. The boundaries follow from the content, so that the same message always gives the same bytes.
 *
 * @param composition the message
 * @spec RFC 2046 section 5.1
 */
export function compose(composition: Composition): Written {
  const { fields, bodies, parts, embedded } = composition;
  // What a caller wants to be written in a way of its own is not what it would be by itself.
  if (parts.length > 0 || bodies.textCharset !== undefined || bodies.encoding !== undefined)
    return composeParts(composition);
  const header = headerLines(fields);
  const boundary = `${PREFIX}-${digestOf(header, composition)}-Part_1`;
  const out = new Output();
  out.text(header);
  out.text(writeTexts(bodies, boundary));
  out.endLine();
  return { segments: out.segments, charset: charsetOf(fields, embedded) };
}

/**
 * Writes a message of any kind: nodemailer's composer lays out the parts and their headers, the bytes of attachments stay where
 * they are.
 *
 * @param composition the message
 * @spec RFC 2046 section 5.1
 */
export function composeParts(composition: Composition): Written {
  const { fields, bodies, parts, embedded } = composition;
  const held = new Map<object, Segment[]>();
  const hold = (part: AttachedPart): object => {
    const place = { part: part.number };
    held.set(place, contentOf(part, embedded));
    return place;
  };
  const html = bodies.html;
  const charset = charsetOf(fields, embedded);
  const manyParts = parts.length > (bodies.text || html !== null ? 0 : 1);
  const header = headerLines(fields);
  const root = new MailComposer({
    baseBoundary: digestOf(header, composition),
    boundaryPrefix: PREFIX,
    disableFileAccess: true,
    disableUrlAccess: true,
    // The composer would write these itself, from the clock and by chance.
    date: new Date(0),
    messageId: '<none@localhost>',
    // What holds a part that is not ASCII has to say so (RFC 2045 section 6.4).
    ...(charset !== 'ascii' && embedded.size > 0 && manyParts
      ? { headers: { 'Content-Transfer-Encoding': '8bit' } }
      : {}),
    ...textsOf(bodies),
    attachments: parts.map((part) => attachment(part, hold(part) as never, embedded)),
  }).compile();
  const out = new Output();
  out.text(header);
  if (bodies.encoding !== undefined) chooseEncoding(root as unknown as Node, bodies.encoding);
  writeNode(root as unknown as Node, held, out);
  out.endLine();
  return { segments: out.segments, charset: bodies.encoding === '8bit' && charset === 'ascii' ? '8bit' : charset };
}

const PREFIX = '--=_comail';

function textsOf(bodies: Bodies) {
  const { html, textCharset, encoding } = bodies;
  const text = bodies.text === null && html !== null ? null : (bodies.text ?? '');
  const rich = html === null ? [] : [{ contentType: `text/html; charset=${html.charset}`, ...sent(html, bodies) }];
  if (text === null || (textCharset === undefined && encoding === undefined))
    return { ...(text === null ? {} : { text }), ...(html === null ? {} : { alternatives: rich }) };
  // Only alternatives may say of themselves how they are written.
  const { content, charset } = encodedText(text, textCharset ?? 'utf-8');
  return { alternatives: [{ contentType: `text/plain; charset=${charset}`, ...sent({ content }, bodies) }, ...rich] };
}

const sent = ({ content }: Pick<TextPart, 'content'>, { encoding }: Bodies) => ({
  content: encoding !== undefined && typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
});

/**
 * Writes a message whose body was signed: not a byte of it is changed.
 *
 * @param fields the header, without what tells of the body
 * @param body the body, from its Content-Type on
 */
export function composeSigned(fields: readonly HeaderField[], body: Buffer): Written {
  const segments = [Buffer.concat([Buffer.from(`${headerLines(fields)}MIME-Version: 1.0\r\n`), body])];
  const plain = !body.some((byte) => byte > 0x7f);
  return { segments, charset: plain ? charsetOf(fields, new Map()) : '8bit' };
}

// An address beyond ASCII is the only thing in a header that can't be encoded (RFC 6532 section 3.2).
function charsetOf(fields: readonly HeaderField[], embedded: ReadonlyMap<number, Written>): Written['charset'] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII.
  const wide = fields.some(({ value }) => /[^\x00-\x7f]/.test(value));
  const within = [...embedded.values()].map(({ charset }) => charset);
  return wide || within.includes('utf8') ? 'utf8' : within.includes('8bit') ? '8bit' : 'ascii';
}

/** What is used of nodemailer's node beyond its declared members: the parts of a compiled tree. */
interface Node extends Pick<MimeNode, 'buildHeaders'> {
  getTransferEncoding(): string | false;
  readonly content?: unknown;
  readonly childNodes: readonly Node[];
  readonly boundary?: string | false;
}

// The composer chooses by itself how text is encoded, whatever its field says; it asks for its choice by this method.
function chooseEncoding(node: Node, encoding: BodyEncoding): void {
  const { content } = node;
  // Attachments are places that something is put into later.
  if (content instanceof Buffer && canGo(content, encoding)) node.getTransferEncoding = () => encoding;
  for (const child of node.childNodes) chooseEncoding(child, encoding);
}

function writeNode(node: Node, held: ReadonlyMap<object, Segment[]>, out: Output): void {
  const own = node.buildHeaders().split(/\r\n(?![ \t])/);
  out.text(
    own
      .filter((line) => !ROOT_FIELDS.test(line))
      .map((line) => `${line}\r\n`)
      .join(''),
  );
  out.text('\r\n');
  const { content } = node;
  if (typeof content === 'string' || content instanceof Buffer) writeText(node, content, out);
  else if (typeof content === 'object' && content !== null) for (const piece of held.get(content) ?? []) out.add(piece);
  node.childNodes.forEach((child, index) => {
    out.text(`${index > 0 ? '\r\n' : ''}--${String(node.boundary)}\r\n`);
    writeNode(child, held, out);
  });
  if (node.childNodes.length > 0) out.text(`\r\n--${String(node.boundary)}--\r\n`);
}

// What the composer gives the root besides MIME-Version and what tells of its content: those are written already.
const ROOT_FIELDS = /^(Date|Message-ID):/;

function writeText(node: Node, content: string | Buffer, out: Output): void {
  const encoding = node.getTransferEncoding();
  if (encoding === 'x-uuencode') out.text(uuencoded(Buffer.from(content), 'body'));
  else if (typeof content === 'string' || encoding === 'quoted-printable' || encoding === 'base64')
    out.text(writtenText(content, encoding as TextEncoding));
  else out.add(content);
}

/** Gathers pieces; neighbouring texts become one. */
class Output {
  readonly segments: Segment[] = [];
  #text = '';

  text(text: string): void {
    this.#text += text;
  }

  add(piece: Segment): void {
    this.#flush();
    this.segments.push(piece);
  }

  /** A message ends with the end of a line. */
  endLine(): void {
    const last = this.segments.at(-1);
    const open = this.#text === '' ? last !== undefined : !this.#text.endsWith('\r\n');
    if (open) this.#text += '\r\n';
    this.#flush();
  }

  #flush(): void {
    if (this.#text === '') return;
    this.segments.push(Buffer.from(this.#text, 'utf8'));
    this.#text = '';
  }
}

function contentOf(part: AttachedPart, embedded: ReadonlyMap<number, Written>): Segment[] {
  const { holds, number } = part;
  if (holds === 'message') return [{ embedded: number, segments: embedded.get(number)?.segments ?? [] }];
  if (holds === 'nothing' || holds.size === 0) return [];
  if (holds.bytes === null) return [{ attachment: number, size: holds.size }];
  return [base64Lines(Buffer.from(holds.bytes.buffer, holds.bytes.byteOffset, holds.bytes.length))];
}

function attachment(part: AttachedPart, content: never, embedded: ReadonlyMap<number, Written>) {
  const location = part.contentLocation === null ? [] : [prepared('Content-Location', part.contentLocation)];
  if (part.holds === 'message') {
    const charset = embedded.get(part.number)?.charset ?? 'ascii';
    return {
      content,
      // A message whose header needs UTF-8 has a type of its own (RFC 6532 section 3.7).
      contentType: charset === 'utf8' ? 'message/global' : 'message/rfc822',
      contentTransferEncoding: charset === 'ascii' ? ('7bit' as const) : ('8bit' as const),
      contentDisposition: 'attachment' as const,
      filename: part.name === '' ? (false as const) : part.name,
      headers: location,
    };
  }
  return {
    content,
    ...(part.mediaType === null ? {} : { contentType: part.mediaType }),
    contentTransferEncoding: 'base64' as const,
    contentDisposition: part.shown ? ('inline' as const) : ('attachment' as const),
    filename: part.name === '' ? (false as const) : part.name,
    ...(part.shown && part.contentId !== null ? { cid: part.contentId } : {}),
    headers: [
      ...location,
      ...(!part.shown && part.contentId !== null ? [prepared('Content-ID', `<${part.contentId}>`)] : []),
    ],
  };
}

const prepared = (key: string, value: string) => ({ key, value: { prepared: true, foldLines: true, value } });

// All that is written as it stands goes into it, so that no text can hold the boundary around it.
function digestOf(header: string, { bodies, parts, embedded }: Composition): string {
  // No header holds a NUL, and a text and its absence are written unlike.
  const texts = `${header}\0${bodies.html?.charset ?? ''}\0${bodies.text === null ? '' : `=${bodies.text}`}`;
  const html = bodies.html?.content ?? '';
  if (parts.length === 0 && typeof html === 'string' && !isUnusual(bodies))
    return hash('sha256', texts + html).slice(0, 32);
  const digest = createHash('sha256').update(texts);
  if (isUnusual(bodies)) digest.update(JSON.stringify([bodies.encoding, bodies.textCharset]));
  digest.update(html);
  for (const part of parts) {
    const { holds, signed: _, pkcs7: __, ...rest } = part;
    digest.update(JSON.stringify([rest, typeof holds === 'string' ? holds : holds.size]));
    if (typeof holds === 'object' && holds.bytes !== null) digest.update(holds.bytes);
    for (const piece of embedded.get(part.number)?.segments ?? []) digestPiece(piece, digest);
  }
  return digest.digest('hex').slice(0, 32);
}

const isUnusual = ({ encoding, textCharset }: Bodies): boolean => encoding !== undefined || textCharset !== undefined;

function digestPiece(piece: Segment, digest: ReturnType<typeof createHash>): void {
  if (piece instanceof Uint8Array) digest.update(piece);
  else if ('attachment' in piece) digest.update(`${piece.attachment}:${piece.size};`);
  else for (const inner of piece.segments) digestPiece(inner, digest);
}
