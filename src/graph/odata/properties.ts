import {
  and,
  bits,
  eq,
  MSGFLAG_READ,
  MSGFLAG_UNSENT,
  not,
  PR_ATTACHMENT_HIDDEN,
  PR_ATTR_HIDDEN,
  PR_BODY_W,
  PR_CLIENT_SUBMIT_TIME,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_CREATION_TIME,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_FLAG_STATUS,
  PR_HASATTACH,
  PR_IMPORTANCE,
  PR_INTERNET_MESSAGE_ID_W,
  PR_LAST_MODIFICATION_TIME,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_READ_RECEIPT_REQUESTED,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SUBJECT_W,
  type PropTag,
  type Restriction,
  sub,
} from '../../mapi/index.js';
import type { NamedTags } from '../mailbox/box.js';
import { classifications } from '../message/fields.js';
import { type Expression, formatExpression, type Operand } from './expression.js';
import { badFilter } from './tokens.js';

/** How a property of Graph's is compared. */
export type Property =
  | TextProperty
  | { readonly type: 'time'; readonly tag: PropTag<bigint> }
  | { readonly type: 'number'; readonly tag: PropTag<number> }
  | { readonly type: 'boolean'; readonly test: (wanted: boolean) => Restriction }
  | {
      readonly type: 'words';
      readonly tag: PropTag<number>;
      readonly words: readonly string[];
      readonly missing: number;
    }
  | { readonly type: 'conversation' };

/** A text. Of several tags the first that is there counts: the represented user, else the sender. */
export interface TextProperty {
  readonly type: 'text';
  readonly tags: readonly PropTag<string>[];
}

/** Finds the property that an operand stands for. */
export type PropertyFinder = (operand: Operand) => Property;

/** A text with these tags. */
export const text = (...tags: readonly PropTag<string>[]): TextProperty => ({ type: 'text', tags });

const time = (tag: PropTag<bigint>): Property => ({ type: 'time', tag });
const flag = (bit: number): Property => ({
  type: 'boolean',
  test: (wanted) => bits(PR_MESSAGE_FLAGS, bit, wanted ? 'nez' : 'eqz'),
});
const truthOf = (tag: PropTag<boolean>): Property => ({
  type: 'boolean',
  test: (wanted) => (wanted ? eq(tag, true) : not(eq(tag, true))),
});

/** Has an attachment that is not shown within its text. The store counts all of them, so that few messages are looked into. */
export const attached: Restriction = and(
  eq(PR_HASATTACH, true),
  sub(PR_MESSAGE_ATTACHMENTS, not(eq(PR_ATTACHMENT_HIDDEN, true))),
);

const properties: ReadonlyMap<string, Property> = new Map<string, Property>([
  ['subject', text(PR_SUBJECT_W)],
  ['internetMessageId', text(PR_INTERNET_MESSAGE_ID_W)],
  ['body/content', text(PR_BODY_W)],
  ['sender/emailAddress/address', text(PR_SENDER_EMAIL_ADDRESS_W, PR_SENT_REPRESENTING_EMAIL_ADDRESS_W)],
  ['sender/emailAddress/name', text(PR_SENDER_NAME_W, PR_SENT_REPRESENTING_NAME_W)],
  ['from/emailAddress/address', text(PR_SENT_REPRESENTING_EMAIL_ADDRESS_W, PR_SENDER_EMAIL_ADDRESS_W)],
  ['from/emailAddress/name', text(PR_SENT_REPRESENTING_NAME_W, PR_SENDER_NAME_W)],
  ['receivedDateTime', time(PR_MESSAGE_DELIVERY_TIME)],
  ['sentDateTime', time(PR_CLIENT_SUBMIT_TIME)],
  ['createdDateTime', time(PR_CREATION_TIME)],
  ['lastModifiedDateTime', time(PR_LAST_MODIFICATION_TIME)],
  ['isRead', flag(MSGFLAG_READ)],
  ['isDraft', flag(MSGFLAG_UNSENT)],
  ['hasAttachments', { type: 'boolean', test: (wanted) => (wanted ? attached : not(attached)) }],
  ['isReadReceiptRequested', truthOf(PR_READ_RECEIPT_REQUESTED)],
  ['isDeliveryReceiptRequested', truthOf(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED)],
  ['importance', { type: 'words', tag: PR_IMPORTANCE, words: ['low', 'normal', 'high'], missing: 1 }],
  ['flag/flagStatus', { type: 'words', tag: PR_FLAG_STATUS, words: ['notFlagged', 'complete', 'flagged'], missing: 0 }],
  ['conversationId', { type: 'conversation' }],
]);

const recipientProperties: ReadonlyMap<string, Property> = new Map([
  ['emailAddress/address', text(PR_EMAIL_ADDRESS_W)],
  ['emailAddress/name', text(PR_DISPLAY_NAME_W)],
]);

/** Finds properties of messages, also behind functions that change nothing where case makes no difference. */
export const ofMessages =
  (whole: Expression, { classification }: NamedTags): PropertyFinder =>
  (operand) => {
    const path = pathIn(operand, whole).join('/');
    const found = properties.get(path);
    if (found) return found;
    if (path === 'inferenceClassification')
      return { type: 'words', tag: classification, words: classifications, missing: 0 };
    throw badFilter(`The property '${path}' can not be filtered by.`);
  };

const folderProperties: ReadonlyMap<string, Property> = new Map<string, Property>([
  ['displayName', text(PR_DISPLAY_NAME_W)],
  ['totalItemCount', { type: 'number', tag: PR_CONTENT_COUNT }],
  ['unreadItemCount', { type: 'number', tag: PR_CONTENT_UNREAD }],
  ['isHidden', truthOf(PR_ATTR_HIDDEN)],
]);

/** Finds properties of folders. */
export const ofFolders =
  (whole: Expression): PropertyFinder =>
  (operand) => {
    const found = folderProperties.get(pathIn(operand, whole).join('/'));
    if (found) return found;
    throw unsupported(whole);
  };

/** Finds properties of a recipient that a lambda calls by a variable. */
export const ofRecipients =
  (variable: string, whole: Expression): PropertyFinder =>
  (operand) => {
    const [first, ...rest] = pathIn(operand, whole);
    const found = first === variable ? recipientProperties.get(rest.join('/')) : undefined;
    if (found) return found;
    throw unsupported(whole);
  };

function pathIn(operand: Operand, whole: Expression): readonly string[] {
  if (operand.kind === 'path') return operand.names;
  if (operand.kind === 'call' && /^to(?:lower|upper)$/.test(operand.name) && operand.args.length === 1)
    return pathIn(operand.args[0] as Operand, whole);
  throw unsupported(whole);
}

/** The filter, or this part of it, can't be answered here; and so nothing of it is. */
export const unsupported = (whole: Expression): Error =>
  badFilter(`The query filter '${formatExpression(whole)}' is not supported.`);
