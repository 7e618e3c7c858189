import {
  type AdrEntry,
  MAPI_BCC,
  MAPI_CC,
  MAPI_TO,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_REPLY_RECIPIENT_ENTRIES,
  PR_REPLY_RECIPIENT_NAMES_W,
  PR_SEARCH_KEY,
  type PropTag,
  type PropValue,
  prop,
} from '../../mapi/index.js';
import { type AsciiText, createOneOffEntryId, recipientSearchKey } from '../../subsystem/index.js';
import { GraphError } from '../http/error.js';
import { listOf, objectOf, textOf } from '../http/json.js';
import type { JsonWriter } from '../http/jsonwriter.js';
import type { RecipientResource } from '../resources.js';

/** Somebody, as Graph writes them. */
export type Recipient = RecipientResource;

/** Values of properties, by their tags. */
export interface Cells {
  /** The value; null when there is none. */
  get<T>(tag: PropTag<T>): T | null;
  /** A text of ASCII as bytes, where it lies ready as such. */
  ascii?(tag: PropTag<string>): AsciiText | null;
}

/** A text, written from its bytes where they lie ready. */
export function writeText(out: JsonWriter, row: Cells, tag: PropTag<string>, otherwise: string | null): void {
  const ascii = row.ascii?.(tag);
  if (ascii && out.asciiBytes(ascii.bytes, ascii.from, ascii.end)) return;
  out.value(row.get(tag) ?? otherwise);
}

/** Somebody with a name and an address. */
export const recipientOf = (name: string | null, address: string | null): Recipient => ({
  emailAddress: { name: name || address || '', address: address ?? '' },
});

/** Somebody, by two properties, written as JSON. */
export function writePerson(out: JsonWriter, row: Cells, name: PropTag<string>, address: PropTag<string>): void {
  const called = row.ascii?.(name);
  out.ascii('{"emailAddress":{"name":');
  if (!called || called.end === called.from || !out.asciiBytes(called.bytes, called.from, called.end))
    writeText(out, row, row.get(name) ? name : address, '');
  out.ascii(',"address":');
  writeText(out, row, address, '');
  out.ascii('}}');
}

/** The recipients of one kind, written as JSON. */
export function writeRecipients(out: JsonWriter, rows: readonly Cells[], kind: number): void {
  let before = '[';
  for (const row of rows) {
    if (!isOfKind(row, kind)) continue;
    out.ascii(before);
    writePerson(out, row, PR_DISPLAY_NAME_W, PR_EMAIL_ADDRESS_W);
    before = ',';
  }
  out.ascii(before === '[' ? '[]' : ']');
}

const isOfKind = (row: Cells, kind: number): boolean => ((row.get(PR_RECIPIENT_TYPE) ?? 0) & 0xf) === kind;

/** The recipients of one kind, in order, out of the rows of a recipient table. */
export const recipientsOfKind = (rows: readonly Cells[], kind: number): Recipient[] =>
  rows
    .filter((row) => isOfKind(row, kind))
    .map((row) => recipientOf(row.get(PR_DISPLAY_NAME_W), row.get(PR_EMAIL_ADDRESS_W)));

/** The properties of messages that are lists of recipients, and the kind of each. */
export const recipientKinds: ReadonlyMap<string, number> = new Map([
  ['toRecipients', MAPI_TO],
  ['ccRecipients', MAPI_CC],
  ['bccRecipients', MAPI_BCC],
]);

/** Name and address of a recipient that a caller wrote. */
export function readRecipient(value: unknown, where: string): Recipient {
  const mailbox = objectOf(objectOf(value, where)['emailAddress'], `${where}.emailAddress`);
  const address = textOf(mailbox['address'], `${where}.emailAddress.address`).trim();
  // A line end or angle brackets would go into the header of the mail.
  if (!/^[^\s<>,;]+@[^\s<>,;]+$/.test(address))
    throw new GraphError(400, 'ErrorInvalidRecipients', `At least one recipient is not valid: '${address}'.`);
  const name = mailbox['name'];
  return recipientOf(name === undefined || name === null ? null : textOf(name, `${where}.emailAddress.name`), address);
}

/** The recipients that a caller wrote; null is nobody. */
export const readRecipients = (value: unknown, where: string): readonly Recipient[] =>
  value === null ? [] : listOf(value, where).map((each) => readRecipient(each, where));

/** The row of a recipient. */
export function recipientRow({ emailAddress: { name, address } }: Recipient, kind: number): AdrEntry {
  return [
    prop(PR_RECIPIENT_TYPE, kind),
    prop(PR_DISPLAY_NAME_W, name),
    prop(PR_ADDRTYPE_W, 'SMTP'),
    prop(PR_EMAIL_ADDRESS_W, address),
    prop(PR_ENTRYID, entryOf(name, address)),
    prop(PR_SEARCH_KEY, recipientSearchKey('SMTP', address)),
  ];
}

/** The entry identifier of somebody with an address. Mail comes from few people and goes to the same ones again and again. */
export function entryOf(name: string, address: string): Uint8Array {
  const key = `${address}\0${name}`;
  const known = entries.get(key);
  if (known) return known;
  const made = createOneOffEntryId({ name: name || address, addressType: 'SMTP', address, richInfo: false });
  if (entries.size >= KNOWN) entries.clear();
  entries.set(key, made);
  return made;
}

const KNOWN = 256;
const entries = new Map<string, Uint8Array>();

/** PR_REPLY_RECIPIENT_ENTRIES is a FLATENTRYLIST: each entry identifier with its size, on a bound of four bytes. */
export function replyProps(people: readonly Recipient[]): PropValue[] {
  const entries = people.map(({ emailAddress: { name, address } }) => {
    const id = entryOf(name, address);
    const entry = Buffer.alloc(4 + Math.ceil(id.length / 4) * 4);
    entry.writeUInt32LE(id.length);
    entry.set(id, 4);
    return entry;
  });
  const list = Buffer.concat(entries);
  const head = Buffer.alloc(8);
  head.writeUInt32LE(entries.length);
  head.writeUInt32LE(list.length, 4);
  return [
    prop(PR_REPLY_RECIPIENT_ENTRIES, new Uint8Array(Buffer.concat([head, list]))),
    prop(PR_REPLY_RECIPIENT_NAMES_W, people.map(({ emailAddress }) => emailAddress.name).join('; ')),
  ];
}
