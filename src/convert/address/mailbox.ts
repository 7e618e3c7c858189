import type { EntryId, PropTag } from '../../mapi/index.js';
import { parseOneOff } from './oneoff.js';

/** Somebody in a header field: a name and, where there is one, an address of the Internet. */
export interface Mailbox {
  /** The display name; empty when there is none. */
  readonly name: string;
  /** The SMTP address; null for somebody who has none. */
  readonly address: string | null;
}

/** Where an object keeps one address. */
export interface AddressTags {
  readonly name: PropTag<string>;
  readonly smtp: PropTag<string>;
  readonly type: PropTag<string>;
  readonly email: PropTag<string>;
  readonly entryId: PropTag<EntryId>;
}

/** What {@link mailboxOf} reads from: a row of a table, or the properties of a message. */
export interface AddressValues {
  /**
   * A value, null when there is none.
   *
   * @param tag the property
   */
  get<T>(tag: PropTag<T>): T | null;
}

/**
 * Reads who is meant. The SMTP address comes from its own property, else from the address when that is of the type SMTP,
 * else from a one-off entry identifier.
 *
 * @param values the properties
 * @param tags where they are
 * @returns name and address; null when neither is there
 * @spec pidtagsmtpaddress-canonical-property @spec pidtagaddresstype-canonical-property
 */
export function mailboxOf(values: AddressValues, tags: AddressTags): Mailbox | null {
  const entryId = values.get(tags.entryId);
  const oneOff = entryId === null ? null : parseOneOff(entryId);
  const address =
    smtpAddress(values.get(tags.smtp)) ??
    (isSmtp(values.get(tags.type)) ? smtpAddress(values.get(tags.email)) : null) ??
    (oneOff !== null && isSmtp(oneOff.addressType) ? smtpAddress(oneOff.address) : null);
  const name = oneLine(values.get(tags.name) ?? oneOff?.name ?? '');
  if (address === null && name === '') return null;
  return Object.freeze({ name: name === address ? '' : name, address });
}

/**
 * A text on one line: line ends and NUL, which a header can't hold, become blanks.
 *
 * @param text the text
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through.
export const oneLine = (text: string): string => text.replaceAll(/[\r\n\u2028\u2029\x00]+/g, ' ').trim();

/**
 * Whether an address type is that of the Internet.
 *
 * @param type PR_ADDRTYPE
 */
export const isSmtp = (type: string | null): boolean => type !== null && type.toUpperCase() === 'SMTP';

// Simple MAPI and old clients write the type before the address.
function smtpAddress(text: string | null): string | null {
  if (text === null) return null;
  const address = text.replace(/^smtp:/i, '').trim();
  return address === '' ? null : address;
}
