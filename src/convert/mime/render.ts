import { isAscii } from 'node:buffer';
import { ComError, ok } from '../../com/index.js';
import {
  type IAttach,
  IMessage,
  MAPI_E_TOO_COMPLEX,
  MAPI_UNICODE,
  type IMessage as Message,
  PR_ATTACH_DATA_OBJ,
  PR_MESSAGE_CLASS_W,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
} from '../../mapi/index.js';
import type { ByteSource } from '../../wire/index.js';
import type { Mailbox } from '../address/mailbox.js';
import { type AttachedPart, attachmentsOf } from './attachments.js';
import { bodiesOf, bodyProps, type RtfReader } from './bodies.js';
import { compose, composeSigned, type Written } from './compose.js';
import { fieldProps, headerFields } from './fields.js';
import type { HeaderField } from './headertext.js';
import { DEPTH } from './limits.js';
import { messageIdOf, messageIdProps } from './messageid.js';
import { originOf, originProps } from './origin.js';
import { keptFields, namedFields } from './ownfields.js';
import { readProps } from './read.js';
import { type MessageRecipient, recipientsOf } from './recipients.js';
import { composeReport, reportClassOf, reportProps } from './report/write.js';
import { segmentSource } from './segments.js';
import { signedBody } from './signed.js';
import { sentSource, unchangedSource } from './source.js';

/** How {@link renderMime} renders. */
export interface RenderOptions {
  /** Who stands for a sender that the message does not name, or names without an address. */
  readonly sender?: Mailbox;
  /** Reads RTF; without it the message itself is asked to turn its RTF into other forms, which stores of comail do. */
  readonly readRtf?: RtfReader;
  /** Its recipients, where {@link envelopeOf} has read them already. */
  readonly recipients?: readonly MessageRecipient[];
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
  const known = depth === 0 ? options.recipients : undefined;
  const made = headerFields(values, origin, known ?? (await recipientsOf(message)));
  const messageId = messageIdOf(values, origin.from, made);
  const named = await namedFields(message, list);
  const kept = options.keepTransportHeaders === false ? [] : await keptFields(message, values);
  const own = new Set(named.map(({ name }) => name.toLowerCase()));
  const came = new Set(kept.map(({ name }) => name.toLowerCase()));
  const isResent = ({ name }: HeaderField): boolean => /^resent-/i.test(name);
  const fields = [
    // Who sent it again stands above all else, each time in a block of its own (RFC 5322 section 3.6.6).
    ...named.filter((field) => isResent(field) && !came.has(field.name.toLowerCase())),
    ...kept.filter((field) => isResent(field) || !own.has(field.name.toLowerCase())),
    ...made,
    { name: 'Message-ID', value: messageId },
    ...named.filter((field) => !isResent(field)),
  ];
  const source = depth === 0 ? await unchangedSource(message, list) : null;
  if (source !== null) {
    const whole = sentSource(source, fields);
    return { segments: [whole], charset: charsetOfBytes(whole), messageId };
  }
  // Of an encrypted or signed message the attachment is all there is.
  const sealed = /^IPM\.Note\.SMIME/i.test(values.get(PR_MESSAGE_CLASS_W) ?? '');
  const bodies = sealed ? { text: null, html: null } : await bodiesOf(message, values, list, options.readRtf ?? null);
  const all = await attachmentsOf(message, bodies.html?.content.toString('latin1') ?? null);
  const signed = sealed ? await signedBody(message, all) : null;
  if (signed !== null) return { ...composeSigned(fields, signed), messageId };
  const parts = all.filter(({ holds }) => holds !== 'nothing');
  omitted.push(...all.filter(({ holds }) => holds === 'nothing').map(({ name }) => name));
  const embedded = new Map<number, Written>();
  for (const part of parts)
    if (part.holds === 'message')
      embedded.set(part.number, await renderedWithin(message, part, options, omitted, depth));
  const kind = reportClassOf(values.get(PR_MESSAGE_CLASS_W));
  if (kind === null) return { ...compose({ fields, bodies, parts, embedded }), messageId };
  const about = parts.find(({ number }) => embedded.has(number));
  const original =
    about === undefined ? null : { number: about.number, written: embedded.get(about.number) as Written };
  const report = { kind, fields, from: origin.from, text: bodies.text ?? '', original };
  return { ...(await composeReport(message, values, report)), messageId };
}

const renderProps = [
  ...new Set([
    ...originProps,
    ...fieldProps,
    ...messageIdProps,
    ...bodyProps,
    ...reportProps,
    PR_MESSAGE_CLASS_W,
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
