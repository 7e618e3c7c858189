import { ok } from '../../com/index.js';
import {
  changePropType,
  type IMessage,
  isMultiValued,
  isString,
  MNID_STRING,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  type PropTag,
  PS_INTERNET_HEADERS,
  PT_UNICODE,
  propId,
} from '../../mapi/index.js';
import { oneLine } from '../address/mailbox.js';
import { addressField, type HeaderField, textField } from './headertext.js';
import { HEADER_VALUE } from './limits.js';
import { readAddresses } from './parse/addresses.js';
import { type PropValues, readText } from './read.js';

/**
 * The header fields that programs set themselves: named properties of the set PS_INTERNET_HEADERS.
 *
 * @param message the message
 * @param list what it lists as its properties
 * @returns the fields, by name; none that the message has a property of its own for, or that tells of its parts
 * @spec MS-OXCMAIL
 */
export async function namedFields(message: IMessage, list: readonly PropTag[]): Promise<HeaderField[]> {
  const named = list.filter((tag) => propId(tag) >= 0x8000 && isString(tag) && !isMultiValued(tag));
  if (named.length === 0) return [];
  const names = (await ok(message.GetNamesFromIDs(named, null, 0))).lpppPropNames;
  const chosen = named.flatMap((tag, index) => {
    const name = names[index];
    const mine = name?.lpguid === PS_INTERNET_HEADERS && name.ulKind === MNID_STRING && mayBeSet(name.Kind);
    return mine ? [{ name: name.Kind as string, tag: changePropType(tag, PT_UNICODE) }] : [];
  });
  if (chosen.length === 0) return [];
  const row = await ok(
    message.GetProps(
      chosen.map(({ tag }) => tag),
      0,
    ),
  );
  chosen.sort((a, b) => (a.name < b.name ? -1 : 1));
  return chosen.flatMap(({ name, tag }) => fieldNamed(name, row.get(tag)));
}

// Addresses can't be encoded as a whole.
function fieldNamed(name: string, text: string | null): HeaderField[] {
  if (!/^resent-(?:from|sender|to|cc)$/i.test(name)) return textField(name, text);
  const people = readAddresses(oneLine(text ?? '')).map((one) => ({ name: one.name, address: one.address || null }));
  return addressField(name, people);
}

/**
 * The fields with which a message came here that nothing else of it tells: its trace, its signatures, what strangers
 * added.
 *
 * @param message the message
 * @param values its properties, PR_TRANSPORT_MESSAGE_HEADERS_W among them
 * @returns the fields in their order and as they were written
 * @spec pidtagtransportmessageheaders-canonical-property
 */
export async function keptFields(message: IMessage, values: PropValues): Promise<HeaderField[]> {
  const text = await readText(message, values, PR_TRANSPORT_MESSAGE_HEADERS_W, KEPT_BYTES);
  if (text === null) return [];
  const [header = ''] = text.replaceAll(/\r\n|\r|\n/g, '\n').split('\n\n', 1);
  return header.split(/\n(?![ \t])/).flatMap((field) => {
    const [, name = '', value = ''] = /^([!-9;-~]+)[ \t]*:([\s\S]*)$/.exec(field) ?? [];
    if (name === '' || !mayBeSet(name)) return [];
    const lines = value.trim().split('\n');
    const clean = lines.every((line) => /^[\t -~]*$/.test(line) && line.trim() !== '' && line.length <= 900);
    if (!clean) return textField(name, value);
    return [{ name, value: lines.join('\r\n'), folded: true }];
  });
}

const KEPT_BYTES = 4 * HEADER_VALUE;

// Fields that are made from properties or from the parts, and those that must not leave.
const TAKEN: ReadonlySet<string> = new Set(
  (
    'from sender reply-to to cc bcc subject date message-id in-reply-to references mime-version thread-topic thread-index ' +
    'importance x-priority priority sensitivity expires reply-by x-auto-response-suppress disposition-notification-to ' +
    'return-receipt-to organization list-help list-subscribe list-unsubscribe return-path resent-bcc apparently-to x-unsent'
  ).split(' '),
);

const mayBeSet = (name: string): boolean =>
  /^[!-9;-~]{1,76}$/.test(name) && !TAKEN.has(name.toLowerCase()) && !/^content-/i.test(name);
