import { ComError, ok } from '../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  type IAddrBook,
  type IMAPISession,
  isPropError,
  MAPI_BCC,
  MAPI_E_AMBIGUOUS_RECIP,
  MAPI_E_AMBIGUOUS_RECIPIENT,
  MAPI_E_BAD_RECIPTYPE,
  MAPI_E_INVALID_RECIPS,
  MAPI_E_NOT_FOUND,
  MAPI_E_TOO_MANY_RECIPIENTS,
  MAPI_E_UNKNOWN_RECIPIENT,
  MAPI_TO,
  MAPI_UNICODE,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  PR_RECIPIENT_TYPE,
  PR_SEARCH_KEY,
  PR_SMTP_ADDRESS_W,
  type PropRow,
  type PropTag,
  prop,
} from '../../mapi/index.js';
import { createOneOffEntryId, isOneOffEntryId, parseOneOffEntryId, recipientSearchKey } from '../addressbook/index.js';
import { typedAddress } from '../addressbook/resolve.js';
import { SimpleError } from './answer.js';
import { maxRecipients } from './limits.js';
import type { MapiRecipDesc } from './structures.js';

/**
 * Makes the rows of a recipient list: by entry identifier, else by address, else by the name in the address book.
 *
 * @param session whose address book knows names
 * @param recips whom it is for
 * @param finish false for a draft: names that nobody or more than one has stay as they are
 * @throws {SimpleError} `MAPI_E_BAD_RECIPTYPE`, `MAPI_E_INVALID_RECIPS`, `MAPI_E_UNKNOWN_RECIPIENT`, `MAPI_E_AMBIGUOUS_RECIPIENT`,
 *   `MAPI_E_TOO_MANY_RECIPIENTS`
 */
export async function recipientRows(
  session: IMAPISession,
  recips: readonly MapiRecipDesc[],
  finish: boolean,
): Promise<AdrList> {
  if (recips.length > maxRecipients)
    throw new SimpleError(MAPI_E_TOO_MANY_RECIPIENTS, `${recips.length} recipients are more than ${maxRecipients}`);
  for (const { ulRecipClass } of recips)
    if (!(ulRecipClass >= MAPI_TO && ulRecipClass <= MAPI_BCC))
      throw new SimpleError(MAPI_E_BAD_RECIPTYPE, `${ulRecipClass} is none of MAPI_TO, MAPI_CC, MAPI_BCC`);
  if (recips.length === 0) return [];
  // Whoever has an address is known without the address book.
  const known = recips.map(withoutBook);
  if (known.every((row) => row !== null && isResolved(row))) return known as AdrList;
  using book = await ok(session.OpenAddressBook(0, null, 0));
  const rows: AdrEntry[] = [];
  for (const [at, recip] of recips.entries()) rows.push(known[at] ?? (await entryRow(book, recip)));
  if (rows.every(isResolved)) return rows;
  return await resolved(book, rows, finish);
}

/**
 * A recipient of a list as programs see it.
 *
 * @param row a row of a recipient table or list, with `recipientColumns`
 * @param kind its class where the row does not say
 */
export function recipDescOf(row: PropRow, kind: number): MapiRecipDesc {
  const type = row.get(PR_ADDRTYPE_W);
  const address = row.get(PR_EMAIL_ADDRESS_W);
  return Object.freeze({
    ulReserved: 0,
    ulRecipClass: row.get(PR_RECIPIENT_TYPE) ?? kind,
    lpszName: row.get(PR_DISPLAY_NAME_W) ?? address ?? '',
    lpszAddress: address === null ? null : `${type || 'SMTP'}:${address}`,
    lpEntryID: row.get(PR_ENTRYID),
  });
}

/** The columns that `recipDescOf` reads. */
export const recipientColumns: readonly PropTag[] = [
  PR_RECIPIENT_TYPE,
  PR_DISPLAY_NAME_W,
  PR_ADDRTYPE_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
];

const isResolved = (row: AdrEntry): boolean => row.some(([tag]) => tag === PR_ENTRYID);

/** The row of somebody who has an address or only a name; null for an entry identifier of the address book's. */
function withoutBook({ ulRecipClass, lpszName, lpszAddress, lpEntryID }: MapiRecipDesc): AdrEntry | null {
  if (lpEntryID && lpEntryID.length > 0) {
    if (!isOneOffEntryId(lpEntryID)) return null;
    try {
      const { addressType, address, name } = parseOneOffEntryId(lpEntryID);
      return addressRow(ulRecipClass, lpszName || name, `${addressType}:${address}`);
    } catch (error) {
      throw nobody(error);
    }
  }
  if (lpszAddress) return addressRow(ulRecipClass, lpszName || '', lpszAddress);
  if (lpszName) return [prop(PR_RECIPIENT_TYPE, ulRecipClass), prop(PR_DISPLAY_NAME_W, lpszName)];
  throw new SimpleError(MAPI_E_INVALID_RECIPS, 'a recipient has no name, no address and no entry identifier');
}

/** The row of somebody with an address: `SMTP:ann@example.com`, `FAX:555-1234`, `ann@example.com`, also after `mailto:`. */
function addressRow(kind: number, name: string, text: string): AdrEntry {
  const oneOff = typedAddress(text.replace(/^mailto:/i, 'SMTP:'));
  if (!oneOff) throw new SimpleError(MAPI_E_INVALID_RECIPS, `"${text.slice(0, 320)}" is no address`);
  const { addressType, address } = oneOff;
  const displayName = name || oneOff.name || address;
  return [
    prop(PR_RECIPIENT_TYPE, kind),
    prop(PR_DISPLAY_NAME_W, displayName),
    prop(PR_ADDRTYPE_W, addressType),
    prop(PR_EMAIL_ADDRESS_W, address),
    prop(PR_ENTRYID, createOneOffEntryId({ name: displayName, addressType, address, richInfo: false })),
    prop(PR_SEARCH_KEY, recipientSearchKey(addressType, address)),
  ];
}

async function entryRow(book: IAddrBook, { ulRecipClass, lpEntryID }: MapiRecipDesc): Promise<AdrEntry> {
  try {
    using entry = (await ok(book.OpenEntry(lpEntryID ?? null, null, 0))).lppUnk;
    const [, row] = await entry.GetProps(entryProps, MAPI_UNICODE);
    const props = row?.toProps().filter((one) => !isPropError(one)) ?? [];
    return [prop(PR_RECIPIENT_TYPE, ulRecipClass), ...props];
  } catch (error) {
    throw nobody(error);
  }
}

/** What is told of an entry identifier that can't be read or opened; a bug stays one. */
const nobody = (error: unknown): unknown =>
  error instanceof ComError
    ? new SimpleError(MAPI_E_INVALID_RECIPS, `an entry identifier names nobody: ${error.message}`, error)
    : error;

const entryProps = [
  PR_ENTRYID,
  PR_DISPLAY_NAME_W,
  PR_ADDRTYPE_W,
  PR_EMAIL_ADDRESS_W,
  PR_SMTP_ADDRESS_W,
  PR_OBJECT_TYPE,
  PR_SEARCH_KEY,
] as const;

async function resolved(book: IAddrBook, rows: AdrList, finish: boolean): Promise<AdrList> {
  const [hr, list] = await book.ResolveName(0, MAPI_UNICODE, null, rows);
  if (hr === 0 && list) return list;
  if (hr !== MAPI_E_AMBIGUOUS_RECIP && hr !== MAPI_E_NOT_FOUND)
    throw new ComError(hr, 'the address book could not look for the recipients');
  if (!finish) return list ?? rows;
  const nameless = (list ?? rows).filter((row) => !isResolved(row));
  const names = nameless.map((row) => `"${String(row.find(([tag]) => tag === PR_DISPLAY_NAME_W)?.[1])}"`).join(', ');
  throw hr === MAPI_E_NOT_FOUND
    ? new SimpleError(MAPI_E_UNKNOWN_RECIPIENT, `the address book has nobody called ${names}`)
    : new SimpleError(MAPI_E_AMBIGUOUS_RECIPIENT, `not everybody's name is the name of one person only: ${names}`);
}
