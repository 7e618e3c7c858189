/**
 * Messages as bytes of the outside: Internet mail.
 *
 * @module
 */
export type { Mailbox } from './address/mailbox.js';
export { flatEntries, type OneOff, parseOneOff } from './address/oneoff.js';
export type { RtfReader } from './mime/bodies.js';
export { envelopeOf, type MessageEnvelope } from './mime/envelope.js';
export { type ReadOptions, readMime } from './mime/incoming/message.js';
export { readMail } from './mime/readmail.js';
export type { MessageRecipient, RecipientKind } from './mime/recipients.js';
export { type RenderedMime, type RenderOptions, renderMime } from './mime/render.js';
export { fillMessage } from './plan/fill.js';
export type { AttachmentPlan, MessagePlan, NamedValue } from './plan/plan.js';
