import { isAscii } from 'node:buffer';
import { buffer } from 'node:stream/consumers';
import { ComError, ok } from '../../com/index.js';
import {
  type IAttach,
  IMessage,
  MAPI_E_TOO_BIG,
  MAPI_E_TOO_COMPLEX,
  MAPI_UNICODE,
  type IMessage as Message,
  MSGFLAG_UNSENT,
  PR_ATTACH_DATA_OBJ,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  type PropTag,
} from '../../mapi/index.js';
import type { ByteSource } from '../../wire/index.js';
import type { Mailbox } from '../address/mailbox.js';
import { type AttachedPart, attachmentsOf } from './attachments.js';
import { type Bodies, bodiesOf, bodyProps, type RtfReader } from './bodies.js';
import { compose, composeSigned, type Written } from './compose.js';
import { fieldProps, headerFields } from './fields.js';
import { encodedText, formed, type MimeForm } from './form.js';
import { addressField, type HeaderField, wideField } from './headertext.js';
import { BODY_BYTES, DEPTH } from './limits.js';
import { messageIdOf, messageIdProps } from './messageid.js';
import { originOf, originProps } from './origin.js';
import { keptFields, namedFields } from './ownfields.js';
import { type PropValues, readProps } from './read.js';
import { type MessageRecipient, recipientsOf } from './recipients.js';
import { composeReport, reportClassOf, reportProps } from './report/write.js';
import { segmentSource } from './segments.js';
import { signedBody, wholeOf } from './signed.js';
import { sentSource, unchangedSource } from './source.js';
import { composeUuencoded, type UuFile } from './uuencode.js';

/** How {@link renderMime} renders. */
export interface RenderOptions {
  /** Who stands for a sender that the message does not name, or names without an address. */
  readonly sender?: Mailbox;
  /** Reads RTF; without it the message itself is asked to turn its RTF into other forms, which stores of comail do. */
  readonly readRtf?: RtfReader;
  /** Its recipients, where {@link envelopeOf} has read them already. */
  readonly recipients?: readonly MessageRecipient[];
  /** What is asked for beyond what mail usually looks like; Bcc, for one, which is not to be sent. */
  readonly form?: MimeForm;
  /** Whether the fields with which a message came here are kept; they are unless this says false. */
  readonly keepTransportHeaders?: boolean;
}

/** A message as Internet mail. */
export interface RenderedMime {
  /**
   * Header and body. All is ASCII, in lines of at most 998 bytes, unless {@link RenderedMime.utf8} or
   * {@link RenderedMime.eightBit} says otherwise.
   */
  readonly source: ByteSource;
  /** The Message-ID in angle brackets: the message's own, or one that follows from it. */
  readonly messageId: string;
  /** Whether an address in the header needs UTF-8, and so a server with SMTPUTF8. */
  readonly utf8: boolean;
  /** Whether the body has bytes beyond ASCII, which only a body that was signed so has: a server with 8BITMIME is wanted. */
  readonly eightBit: boolean;
  /** Names of attachments that mail can't carry, as they are only a link to a file or an OLE object. */
  readonly omitted: readonly string[];
}

/**
 * Renders a message as Internet mail. The same message always gives the same bytes: boundaries and a missing Message-ID
 * follow from its content, and a missing date is never that of the clock. What properties hold can't end a header line.
 *
 * A message that was made from bytes, and still says what they say, goes out as those bytes, without Bcc.
 *
 * Recipients of the type MAPI_BCC or MAPI_P1 appear nowhere; {@link envelopeOf} has them.
 *
 * @param message the message, which must stay open while the source is read
 * @param options what the message does not know itself
 * @returns the mail; attachments are read when the source is
 * @throws {ComError} `MAPI_E_TOO_BIG` and `MAPI_E_TOO_COMPLEX` beyond the limits of `mime`; what the message's own
 *   methods fail with
 * @spec RFC 5322 section 3 @spec RFC 2045 section 2 @spec MS-OXCMAIL
 */
export async function renderMime(message: Message, options: RenderOptions = {}): Promise<RenderedMime> {
  const omitted: string[] = [];
  const { segments, charset, messageId } = await rendered(message, options, omitted, 0);
  return Object.freeze({
    source: segmentSource(message, segments),
    messageId,
    utf8: charset === 'utf8',
    eightBit: charset === '8bit',
    omitted: Object.freeze(omitted),
  });
}

async function rendered(
  message: Message,
  options: RenderOptions,
  omitted: string[],
  depth: number,
): Promise<Written & { readonly messageId: string }> {
  if (depth > DEPTH)
    throw new ComError(MAPI_E_TOO_COMPLEX, `messages are embedded in each other more than ${DEPTH} levels deep`);
  const values = await readProps(message, renderProps);
  const list = await ok(message.GetPropList(MAPI_UNICODE));
  // Whoever sends the outer message did not send what is embedded in it.
  const origin = originOf(values, depth === 0 ? (options.sender ?? null) : null);
  const recipients = (depth === 0 ? options.recipients : undefined) ?? (await recipientsOf(message));
  const form = depth === 0 ? (options.form ?? {}) : { tellUnsent: options.form?.tellUnsent === true };
  const made = headerFields(values, origin, recipients);
  const messageId = messageIdOf(values, origin.from, made);
  const all = await allFields(message, { values, list, made, messageId, recipients, form }, options);
  const fields = form.wideHeaders === true ? all.map(wideField) : all;
  const source = depth === 0 && isPlain(form) ? await unchangedSource(message, list) : null;
  if (source !== null) {
    const whole = sentSource(source, fields, form.includeBcc === true);
    return { segments: [whole], charset: charsetOfBytes(whole), messageId };
  }
  // Of an encrypted or signed message the attachment is all there is.
  const sealed = /^IPM\.Note\.SMIME/i.test(values.get(PR_MESSAGE_CLASS_W) ?? '');
  const bodies: Bodies = sealed
    ? { text: null, html: null }
    : formed(await bodiesOf(message, values, list, options.readRtf ?? null), form);
  const attached = await attachmentsOf(message, bodies.html?.content.toString('latin1') ?? null);
  const signed = sealed ? await signedBody(message, attached) : null;
  if (signed !== null) return { ...composeSigned(fields, signed), messageId };
  const parts = attached.filter(({ holds }) => holds !== 'nothing');
  omitted.push(...attached.filter(({ holds }) => holds === 'nothing').map(({ name }) => name));
  const embedded = new Map<number, Written>();
  for (const part of parts)
    if (part.holds === 'message')
      embedded.set(part.number, await renderedWithin(message, part, options, omitted, depth));
  if (form.uuencoded === true) return { ...(await withoutMime(message, fields, bodies, parts, embedded)), messageId };
  const kind = reportClassOf(values.get(PR_MESSAGE_CLASS_W));
  if (kind === null) return { ...compose({ fields, bodies, parts, embedded }), messageId };
  const about = parts.find(({ number }) => embedded.has(number));
  const original =
    about === undefined ? null : { number: about.number, written: embedded.get(about.number) as Written };
  const report = { kind, fields, from: origin.from, text: bodies.text ?? '', original };
  return { ...(await composeReport(message, values, report)), messageId };
}

interface Header {
  readonly values: PropValues;
  readonly list: readonly PropTag[];
  readonly made: readonly HeaderField[];
  readonly messageId: string;
  readonly recipients: readonly MessageRecipient[];
  readonly form: MimeForm;
}

async function allFields(
  message: Message,
  { values, list, made, messageId, recipients, form }: Header,
  options: RenderOptions,
): Promise<readonly HeaderField[]> {
  if (form.omitHeaders === true) return [];
  const named = await namedFields(message, list);
  const kept = options.keepTransportHeaders === false ? [] : await keptFields(message, values);
  const id = form.omitMessageId === true ? [] : [{ name: 'Message-ID', value: messageId }];
  const bcc =
    form.includeBcc === true
      ? addressField(
          'Bcc',
          recipients.filter(({ kind }) => kind === 'bcc'),
        )
      : [];
  const unsent = form.tellUnsent === true && ((values.get(PR_MESSAGE_FLAGS) ?? 0) & MSGFLAG_UNSENT) !== 0;
  const fields = made.concat(bcc, id, unsent ? [{ name: 'X-Unsent', value: '1' }] : []);
  if (named.length + kept.length === 0) return fields;
  const own = new Set(named.map(({ name }) => name.toLowerCase()));
  const came = new Set(kept.map(({ name }) => name.toLowerCase()));
  const isResent = ({ name }: HeaderField): boolean => /^resent-/i.test(name);
  return [
    // Who sent it again stands above all else, each time in a block of its own (RFC 5322 section 3.6.6).
    ...named.filter((field) => isResent(field) && !came.has(field.name.toLowerCase())),
    ...kept.filter((field) => isResent(field) || !own.has(field.name.toLowerCase())),
    ...fields,
    ...named.filter((field) => !isResent(field)),
  ];
}

// Bytes as they came have a form of their own.
const isPlain = ({ includeBcc: _, ...rest }: MimeForm): boolean => Object.values(rest).every((value) => !value);

async function withoutMime(
  message: Message,
  fields: readonly HeaderField[],
  bodies: Bodies,
  parts: readonly AttachedPart[],
  embedded: ReadonlyMap<number, Written>,
): Promise<Written> {
  const { content } = encodedText(bodies.text ?? '', bodies.textCharset ?? 'utf-8');
  const files: UuFile[] = [];
  for (const { number, name, holds } of parts) {
    const segments = embedded.get(number)?.segments;
    const size =
      segments !== undefined ? segmentSource(message, segments).size : typeof holds === 'object' ? holds.size : 0;
    if ((size ?? 0) > BODY_BYTES) throw new ComError(MAPI_E_TOO_BIG, `an attachment has more than ${BODY_BYTES} bytes`);
    const bytes =
      segments !== undefined
        ? await buffer(segmentSource(message, segments).chunks())
        : typeof holds === 'object' && holds.bytes !== null
          ? Buffer.from(holds.bytes)
          : await wholeOf(message, number);
    files.push({ name: name || (segments === undefined ? 'file' : 'message.eml'), bytes });
  }
  const whole = composeUuencoded(fields, content, files);
  return { segments: [whole], charset: charsetOfBytes(whole) };
}

const renderProps = [
  ...new Set([
    ...originProps,
    ...fieldProps,
    ...messageIdProps,
    ...bodyProps,
    ...reportProps,
    PR_MESSAGE_CLASS_W,
    PR_MESSAGE_FLAGS,
    PR_TRANSPORT_MESSAGE_HEADERS_W,
  ]),
];

// What is beyond ASCII in a header needs more of a server than what is so in a body.
function charsetOfBytes(bytes: Buffer): Written['charset'] {
  if (isAscii(bytes)) return 'ascii';
  return isAscii(bytes.subarray(0, bytes.indexOf('\r\n\r\n'))) ? '8bit' : 'utf8';
}

async function renderedWithin(
  message: Message,
  part: AttachedPart,
  options: RenderOptions,
  omitted: string[],
  depth: number,
): Promise<Written> {
  using attach: IAttach = await ok(message.OpenAttach(part.number, null, 0));
  using inner: Message = await ok(attach.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, 0));
  return await rendered(inner, options, omitted, depth + 1);
}
