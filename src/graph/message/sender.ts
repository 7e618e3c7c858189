import { ok } from '../../com/index.js';
import {
  type IMessage as Message,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_ENTRYID,
  PR_SENDER_NAME_W,
  PR_SENT_REPRESENTING_ADDRTYPE_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_ENTRYID,
  PR_SENT_REPRESENTING_NAME_W,
  type PropValue,
  prop,
} from '../../mapi/index.js';
import { GraphError } from '../http/error.js';
import type { JsonObject } from '../http/json.js';
import type { Call } from '../http/route.js';
import type { MailboxRight } from '../mailbox/system.js';
import { headerList } from './headers.js';
import { entryOf, type Recipient, readRecipient, recipientOf } from './people.js';

/** Whose message it is, and who writes it. */
export type Author = Pick<Call, 'box' | 'actor'>;

/** The sender and the author as every draft begins: the mailbox; the caller as its sender where nothing else is allowed. */
export function ownSender({ box, actor }: Author): PropValue[] {
  const from = recipientOf(box.displayName, box.userPrincipalName);
  return [...personProps('from', from), ...personProps('sender', senderFor({ box, actor }, from))];
}

/**
 * What `from` and `sender` of a message become. Who may send as somebody else is not seen; who may send on behalf alone is its sender.
 *
 * @param author whose message, and who writes it
 * @param json the properties of the message
 * @throws {GraphError} `ErrorSendAsDenied` for an address that the caller may not send for
 */
export function senderChange(author: Author, json: JsonObject): PropValue[] {
  const given = (name: 'from' | 'sender'): Recipient | null =>
    json[name] === undefined || json[name] === null ? null : readRecipient(json[name], name);
  const [from, sender] = [given('from'), given('sender')];
  if (from === null && sender === null) return [];
  const asked = from ?? sender;
  const rights = rightsOver(author, addressOf(asked as Recipient));
  if (from !== null) {
    if (!maySend(rights)) throw sendAsDenied();
    const seen = sender ?? senderFor(author, from);
    if (!maySendThrough(author, rights, addressOf(from), addressOf(seen))) throw sendAsDenied();
    return [...personProps('from', from), ...personProps('sender', seen)];
  }
  if (!rights.includes('send-as')) throw sendAsDenied();
  return personProps('sender', sender as Recipient);
}

/**
 * Whether a new message is that of its mailbox, written by its owner: nothing but what {@link ownSender} says stands in it, and
 * everybody may send in his own name.
 *
 * @param author whose message, and who writes it
 * @param json the properties of the message; null where MIME says whom it is from
 */
export const isOwn = ({ box, actor }: Author, json: JsonObject | null): boolean =>
  json !== null && !telling.some((name) => json[name]) && isSame(box.userPrincipalName, actor.userPrincipalName);

/** By what a message could say that somebody else has written it. */
const telling = ['from', 'sender', 'singleValueExtendedProperties', 'multiValueExtendedProperties'];

/** `from` and `sender` of a message within another one: they send nothing. */
export const attachedSender = (json: JsonObject): PropValue[] =>
  (['from', 'sender'] as const).flatMap((name) =>
    json[name] === undefined || json[name] === null ? [] : personProps(name, readRecipient(json[name], name)),
  );

/**
 * Refuses to send what says to come from somebody whom the caller may not send for. Who may send on behalf alone becomes its sender.
 *
 * @param author whose message, and who sends it
 * @param message the message, open for writing
 * @throws {GraphError} `ErrorSendAsDenied`
 */
export async function demandSender(author: Author, message: Message): Promise<void> {
  const row = await ok(message.GetProps([PR_SENDER_EMAIL_ADDRESS_W, PR_SENT_REPRESENTING_EMAIL_ADDRESS_W], 0));
  const sender = row.get(PR_SENDER_EMAIL_ADDRESS_W);
  const from = row.get(PR_SENT_REPRESENTING_EMAIL_ADDRESS_W) ?? sender;
  if (from === null) return;
  const rights = rightsOver(author, from);
  if (!maySend(rights)) throw sendAsDenied();
  if (maySendThrough(author, rights, from, sender ?? from)) return;
  // A draft that was written when more was allowed, or by another program.
  if (!isSame(sender ?? from, from)) throw sendAsDenied();
  const { displayName, userPrincipalName } = author.actor;
  await ok(message.SetProps(personProps('sender', recipientOf(displayName, userPrincipalName))));
}

/**
 * MIME as it is sent: where it is from somebody on behalf of whom the caller may send, and it does not say who sends it, it says so now.
 *
 * @param author whose message, and who writes it
 * @param mime the message as it came
 * @spec RFC 5322 section 3.6.2
 */
export function withSender(author: Author, mime: Buffer): Buffer {
  const end = /\r?\n\r?\n/.exec(mime.subarray(0, HEADER_BYTES).toString('latin1'))?.index ?? 0;
  const header = headerList(mime.subarray(0, end).toString('latin1'));
  const field = (wanted: string): string | undefined => header.find(({ name }) => name.toLowerCase() === wanted)?.value;
  const from = field('from');
  const address = from && (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();
  if (!address || field('sender') !== undefined) return mime;
  const seen = senderFor(author, recipientOf(null, address)).emailAddress;
  if (isSame(seen.address, address)) return mime;
  const name = /^[\w .-]+$/.test(seen.name) && seen.name !== seen.address ? `"${seen.name}" ` : '';
  return Buffer.concat([Buffer.from(`Sender: ${name}<${seen.address}>\r\n`), mime]);
}

/** Beyond this nobody looks for the field From. */
const HEADER_BYTES = 256 * 1024;

/** What the caller may do for an address: everything for his own. */
function rightsOver({ box, actor }: Author, address: string): readonly MailboxRight[] {
  if (isSame(address, actor.userPrincipalName)) return ['full-access', 'send-as', 'send-on-behalf'];
  return box.system?.rights(address, actor.userPrincipalName) ?? [];
}

const maySend = (rights: readonly MailboxRight[]): boolean =>
  rights.includes('send-as') || rights.includes('send-on-behalf');

/** Whether a message from one address may go out with another one as its sender. */
const maySendThrough = ({ actor }: Author, rights: readonly MailboxRight[], from: string, sender: string): boolean =>
  isSame(sender, actor.userPrincipalName) || (rights.includes('send-as') && isSame(sender, from));

/** Who stands in Sender when nobody says: the author where the caller may send as him, else the caller. */
function senderFor(author: Author, from: Recipient): Recipient {
  const rights = rightsOver(author, addressOf(from));
  const { displayName, userPrincipalName } = author.actor;
  return rights.includes('send-on-behalf') && !rights.includes('send-as')
    ? recipientOf(displayName, userPrincipalName)
    : from;
}

const addressOf = ({ emailAddress }: Recipient): string => emailAddress.address;

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const sendAsDenied = (): GraphError =>
  new GraphError(
    403,
    'ErrorSendAsDenied',
    'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account., Cannot submit message.',
  );

function personProps(where: 'from' | 'sender', { emailAddress: { name, address } }: Recipient): PropValue[] {
  const entryId = entryOf(name, address);
  if (where === 'sender')
    return [
      prop(PR_SENDER_NAME_W, name),
      prop(PR_SENDER_ADDRTYPE_W, 'SMTP'),
      prop(PR_SENDER_EMAIL_ADDRESS_W, address),
      prop(PR_SENDER_ENTRYID, entryId),
    ];
  return [
    prop(PR_SENT_REPRESENTING_NAME_W, name),
    prop(PR_SENT_REPRESENTING_ADDRTYPE_W, 'SMTP'),
    prop(PR_SENT_REPRESENTING_EMAIL_ADDRESS_W, address),
    prop(PR_SENT_REPRESENTING_ENTRYID, entryId),
  ];
}
