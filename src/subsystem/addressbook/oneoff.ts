import { ComError, guidToBytes } from '../../com/index.js';
import {
  type EntryId,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_ONE_OFF_NO_RICH_INFO,
  MAPI_ONE_OFF_UID,
  MAPI_ONE_OFF_UNICODE,
  MAPI_SEND_NO_RICH_INFO,
  MAPI_UNICODE,
  oneOffParts,
} from '../../mapi/index.js';
import { requireFlags } from '../props/arguments.js';
import { bytesOfText, defaultCodePage, textOfBytes } from '../props/index.js';

/** A recipient who is in no address book, as the entry identifier tells it. */
export interface OneOff {
  /** PR_DISPLAY_NAME; empty for none. */
  readonly name: string;
  /** PR_ADDRTYPE, such as `SMTP`. */
  readonly addressType: string;
  /** PR_EMAIL_ADDRESS. */
  readonly address: string;
  /** False when the recipient is not to get TNEF. */
  readonly richInfo: boolean;
}

/** In which form a one-off entry identifier is made. */
export interface OneOffForm {
  /** Unicode, which is meant when nothing is said, or text in the code page. */
  readonly unicode?: boolean;
  /** The code page of 8-bit text; Western European unless told. The identifier does not say which it was. */
  readonly codePage?: number;
}

const uid = guidToBytes(MAPI_ONE_OFF_UID);

/**
 * What `CreateOneOff` answers, of the address book and of support objects. Who is reached over the Internet is not to get rich
 * text (PR_SEND_RICH_INFO false), whatever the flags.
 *
 * @param lpszName PR_DISPLAY_NAME; null for none
 * @param lpszAdrType PR_ADDRTYPE
 * @param lpszAddress PR_EMAIL_ADDRESS
 * @param ulFlags `MAPI_SEND_NO_RICH_INFO`, `MAPI_UNICODE`
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`, `MAPI_E_INVALID_PARAMETER`
 * @spec iaddrbook-createoneoff
 */
export function oneOffAsAsked(
  lpszName: string | null,
  lpszAdrType: string,
  lpszAddress: string,
  ulFlags: number,
): EntryId {
  const flags = requireFlags(ulFlags, MAPI_SEND_NO_RICH_INFO | MAPI_UNICODE);
  const richInfo = (flags & MAPI_SEND_NO_RICH_INFO) === 0 && !isSmtpType(lpszAdrType);
  const oneOff = { name: lpszName ?? '', addressType: lpszAdrType, address: lpszAddress, richInfo };
  return createOneOffEntryId(oneOff, { unicode: (flags & MAPI_UNICODE) !== 0 });
}
/** Checked later: a type may be anything still. */
const isSmtpType = (type: unknown): boolean => typeof type === 'string' && type.toUpperCase() === 'SMTP';

const header = 24;

/**
 * Makes the entry identifier of a recipient who is in no address book: four zero bytes, MAPI_ONE_OFF_UID, version 0 and flags
 * in 16 bits each, then name, address type and address, each with its terminating zero and nothing after the last.
 *
 * @param oneOff the recipient
 * @param form Unicode or 8 bits
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` without an address type or address, or for a zero within a text;
 *   `MAPI_E_BAD_CHARWIDTH` for an unknown code page
 * @spec one-off-entry-identifiers
 */
export function createOneOffEntryId(oneOff: OneOff, form: OneOffForm = {}): EntryId {
  const { unicode = true, codePage = defaultCodePage } = form;
  const { name, addressType, address, richInfo } = oneOff;
  for (const text of [name, addressType, address])
    if (typeof text !== 'string' || text.includes('\0'))
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'name, address type and address are texts without zeroes');
  if (addressType === '' || address === '')
    throw new ComError(MAPI_E_INVALID_PARAMETER, 'a one-off recipient needs an address type and an address');
  const flags = (richInfo ? 0 : MAPI_ONE_OFF_NO_RICH_INFO) | (unicode ? MAPI_ONE_OFF_UNICODE : 0);
  const texts = bytesOfText(`${name}\0${addressType}\0${address}\0`, unicode ? null : codePage);
  const entryId = new Uint8Array(header + texts.length);
  entryId.set(uid, 4);
  entryId[22] = flags;
  entryId[23] = flags >> 8;
  entryId.set(texts, header);
  return entryId;
}

/**
 * Whether an entry identifier is that of a one-off recipient, by the identifier that it carries.
 *
 * @param entryId any entry identifier
 */
export const isOneOffEntryId = (entryId: EntryId): boolean =>
  entryId.length >= 20 && uid.every((byte, index) => entryId[index + 4] === byte);

/**
 * Reads a one-off entry identifier.
 *
 * @param entryId the identifier
 * @param codePage the code page of 8-bit text
 * @throws {ComError} `MAPI_E_INVALID_ENTRYID` when it is none, of another version, cut off, or followed by more;
 *   `MAPI_E_BAD_CHARWIDTH` for an unknown code page
 * @spec one-off-entry-identifiers
 */
export function parseOneOffEntryId(entryId: EntryId, codePage: number = defaultCodePage): OneOff {
  if (!(entryId instanceof Uint8Array) || !isOneOffEntryId(entryId))
    throw invalid('the entry identifier is not that of a one-off recipient');
  const parts = oneOffParts(entryId);
  if (!parts) throw invalid('the one-off entry identifier is cut off');
  if (parts.version !== 0) throw invalid('the one-off entry identifier has another version than 0');
  if (parts.surplus > 0) throw invalid('bytes follow the address of the one-off entry identifier');
  const page = (parts.flags & MAPI_ONE_OFF_UNICODE) !== 0 ? null : codePage;
  const [name, addressType, address] = parts.texts.map((text) => textOfBytes(text, page)) as [string, string, string];
  return Object.freeze({ name, addressType, address, richInfo: (parts.flags & MAPI_ONE_OFF_NO_RICH_INFO) === 0 });
}

/**
 * Reads a one-off entry identifier that a client has passed, of which OpenEntry and CompareEntryIDs say that its format is not to be
 * recognized when it is none.
 *
 * @param entryId the identifier
 * @throws {ComError} `MAPI_E_UNKNOWN_ENTRYID` where {@link parseOneOffEntryId} says `MAPI_E_INVALID_ENTRYID`
 * @spec imapisession-openentry
 */
export function recognizedOneOff(entryId: EntryId): OneOff {
  try {
    return parseOneOffEntryId(entryId);
  } catch (error) {
    if (!(error instanceof ComError) || error.hr !== MAPI_E_INVALID_ENTRYID) throw error;
    throw new ComError(MAPI_E_UNKNOWN_ENTRYID, error.message, { cause: error });
  }
}

/**
 * The PR_SEARCH_KEY of a recipient: address type and address in capitals, with a colon between and a zero behind. The
 * PR_RECORD_KEY of a one-off recipient is its entry identifier.
 *
 * @param addressType PR_ADDRTYPE
 * @param address PR_EMAIL_ADDRESS
 * @param codePage the code page of its bytes; UTF-8 unless told, which for ASCII is the same as every other
 * @spec one-off-entry-identifiers
 */
export const recipientSearchKey = (addressType: string, address: string, codePage = 65001): Uint8Array =>
  new Uint8Array(bytesOfText(`${addressType.toUpperCase()}:${address.toUpperCase()}\0`, codePage));

const invalid = (words: string): ComError => new ComError(MAPI_E_INVALID_ENTRYID, words);
