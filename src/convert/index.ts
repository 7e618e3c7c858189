/**
 * Messages as bytes of the outside: Internet mail. Whoever loads it can make an IConverterSession by
 * `CoCreateInstance(CLSID_IConverterSession, ...)`.
 *
 * @module
 */
import { registerClass } from '../com/index.js';
import { CLSID_IConverterSession, IConverterSession } from '../mapi/index.js';
import { ConverterSession } from './session/converter.js';

export type { Mailbox } from './address/mailbox.js';
export { flatEntries, type OneOff, parseOneOff } from './address/oneoff.js';
export type { RtfReader } from './mime/bodies.js';
export { envelopeOf, type MessageEnvelope } from './mime/envelope.js';
export type { BodyEncoding, MimeForm } from './mime/form.js';
export { type ReadOptions, readMime } from './mime/incoming/message.js';
export type { MailSource } from './mime/large/expand.js';
export { readMail } from './mime/readmail.js';
export type { MessageRecipient, RecipientKind } from './mime/recipients.js';
export { type RenderedMime, type RenderOptions, renderMime } from './mime/render.js';
export { fillMessage } from './plan/fill.js';
export type { AttachmentPlan, MessagePlan, NamedValue } from './plan/plan.js';

registerClass(CLSID_IConverterSession, () => new ConverterSession(), IConverterSession);
