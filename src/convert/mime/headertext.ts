import { encodeWord, foldLines, quoteString } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import { type Mailbox, oneLine } from '../address/mailbox.js';
import { HEADER_VALUE } from './limits.js';
import { readAddresses } from './parse/addresses.js';
import { decodeWords } from './parse/words.js';

/** A field of a header: its name and its value, encoded, on one line or folded. */
export interface HeaderField {
  /** The name. */
  readonly name: string;
  /** The value, in ASCII unless an address needs more. */
  readonly value: string;
  /** Whether the value has its line ends already; else it is folded where it is long. */
  readonly folded?: boolean;
}

/**
 * A field of free text.
 *
 * @param name the field's name
 * @param text any text; line ends become blanks, and what ASCII can't hold goes into encoded words
 * @returns the field, or nothing for an empty text
 * @spec RFC 2047 section 5
 */
export function textField(name: string, text: string | null): HeaderField[] {
  const value = oneLine(text ?? '').slice(0, HEADER_VALUE);
  return value === '' ? [] : [{ name, value: encoded(value) }];
}

/**
 * A field of mailboxes. Who has no address is a group of that name without members, so that the reader sees who else was
 * meant.
 *
 * @param name the field's name
 * @param mailboxes who
 * @returns the field, or nothing for nobody
 * @spec RFC 5322 section 3.4
 */
export function addressField(name: string, mailboxes: readonly Mailbox[]): HeaderField[] {
  const value = mailboxes.map(written).filter(Boolean).join(', ');
  return value === '' ? [] : [{ name, value }];
}

/**
 * A field with its encoded words read: its letters stand as they are, which mail with UTF-8 in its header may have.
 *
 * @param field the field
 * @spec RFC 6532 section 3.2
 */
export function wideField(field: HeaderField): HeaderField {
  const { name, value } = field;
  if (!value.includes('=?')) return field;
  const plain = value.replaceAll(/\r\n(?=[ \t])/g, '');
  if (!ADDRESSES.test(name)) return { name, value: oneLine(decodeWords(plain)) };
  const people = readAddresses(plain).map((one) => {
    const shown = oneLine(one.name);
    const phrase = /^[\w -]*$/.test(shown) ? shown : quoteString(shown);
    return one.address === '' ? `${phrase}:;` : phrase === '' ? one.address : `${phrase} <${one.address}>`;
  });
  return { name, value: people.join(', ') };
}

const ADDRESSES =
  /^(?:resent-)?(?:from|sender|reply-to|to|cc|bcc)$|^(?:disposition-notification-to|return-receipt-to)$/i;

/**
 * A field of message identifiers.
 *
 * @param name the field's name
 * @param ids identifiers in angle brackets
 * @returns the field, or nothing without any
 * @spec RFC 5322 section 3.6.4
 */
export const idField = (name: string, ids: readonly string[]): HeaderField[] =>
  ids.length === 0 ? [] : [{ name, value: ids.join(' ') }];

/**
 * The message identifiers in a text.
 *
 * @param text a property or a field's value
 * @returns those that can be written, in angle brackets, each once
 */
export function messageIds(text: string | null): string[] {
  const found = oneLine(text ?? '').match(ID) ?? [];
  const ids = found.map((id) => (id.startsWith('<') ? id : `<${id}>`));
  return [...new Set(ids.filter((id) => id.length <= 900 && /^[!-~]+$/.test(id)))];
}

// One without brackets begins where a word does: from each letter of a long word it would be sought in vain again.
const ID = /<[^<>\s]+>|(?<![^<>\s,;])[^<>\s,;@]+@[^<>\s,;]+/g;

/**
 * The lines of a header.
 *
 * @param fields its fields
 * @returns the lines, each ended by CR LF
 * @spec RFC 5322 section 2.2.3
 */
export const headerLines = (fields: readonly HeaderField[]): string =>
  fields.map((field) => `${lineOf(field)}\r\n`).join('');

function lineOf({ name, value, folded }: HeaderField): string {
  const line = `${name}: ${value}`;
  return folded === true || line.length <= 76 ? line : foldLines(line, 76);
}

// An encoded word that was meant as text, or a line that can't be folded anywhere, is written as encoded words, too.
function encoded(value: string): string {
  const plain = /^[\t -~]*$/.test(value) && !value.includes('=?') && !/[^\s]{200}/.test(value);
  return plain ? value : words(value);
}

// What is not well-formed UTF-16 has no UTF-8.
const words = (text: string): string => {
  const sound = Buffer.from(text, 'utf8').toString('utf8');
  return encodeWord(sound, prefersQ(sound) ? 'Q' : 'B', 52);
};

function prefersQ(text: string): boolean {
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
  const others = text.match(/[^\x20-\x7e]/g)?.length ?? 0;
  return others < letters;
}

function written({ name, address }: Mailbox): string {
  if (address === null) return name === '' ? '' : `${phrase(name)}:;`;
  const bare = PLAIN.test(address)
    ? address
    : addressWriter.encodeHeaderValue('To', [{ name: '', address: oneLine(address) }]);
  if (bare === '') return name === '' ? '' : `${phrase(name)}:;`;
  if (name === '') return bare;
  return `${phrase(name.slice(0, HEADER_VALUE))} ${bare.startsWith('<') ? bare : `<${bare}>`}`;
}

// Most addresses are written as they are: atoms, then labels that Punycode leaves alone, the last of them no number.
const PLAIN = /^[\w+-]+(?:\.[\w+-]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]+$/;

// Only asked how it writes an address: domains in Punycode, odd local parts quoted.
const addressWriter = new MimeNode(undefined, { baseBoundary: 'none' });

function phrase(name: string): string {
  if (/^[A-Za-z0-9 -]+$/.test(name) && !/\s\s|\S{200}/.test(name)) return name;
  if (/^[ -~]+$/.test(name) && name.length <= 200 && !name.includes('=?')) return quoteString(name);
  if (name.length > 200) return words(name);
  let written = phrases.get(name);
  if (written === undefined) {
    written = words(name);
    if (phrases.size >= PHRASES) phrases.clear();
    phrases.set(name, written);
  }
  return written;
}

// Mail from a few people to a few others names the same again and again, and it takes long to write them in ASCII.
const phrases = new Map<string, string>();
const PHRASES = 500;
