import { ComError, ok } from '../../com/index.js';
import {
  type AdrEntry,
  MAPI_BCC,
  MAPI_E_AMBIGUOUS_RECIPIENT,
  MAPI_E_INVALID_EDITFIELDS,
  MAPI_E_INVALID_RECIPS,
  MAPI_E_UNKNOWN_RECIPIENT,
  MAPI_TO,
  PropRow,
  SUCCESS_SUCCESS,
} from '../../mapi/index.js';
import { isOneOffEntryId, parseOneOffEntryId } from '../addressbook/index.js';
import { answered, SimpleError, type SimpleRet } from './answer.js';
import { recipDescOf, recipientRows } from './recipients.js';
import { within } from './sessions.js';
import { tell } from './settings.js';
import type { MapiRecipDesc } from './structures.js';

/**
 * Finds who is meant by a name.
 *
 * @param lhSession the session; 0 for one of the default profile that is over afterwards
 * @param _ulUIParam the window that owns dialogs; 0
 * @param lpszName the name, or an address
 * @param flFlags `MAPI_NEW_SESSION`, `MAPI_LOGON_UI`; `MAPI_DIALOG` and `MAPI_AB_NOMODIFY`, which change nothing: there is no desktop
 * @param _ulReserved 0
 * @returns `SUCCESS_SUCCESS` with the recipient; `MAPI_E_UNKNOWN_RECIPIENT`; `MAPI_E_AMBIGUOUS_RECIPIENT` when several are called so;
 *   `MAPI_E_LOGIN_FAILURE`, `MAPI_E_INVALID_SESSION`; `MAPI_E_FAILURE`
 * @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapiresolvename.md
 */
export function MAPIResolveName(
  lhSession: number,
  _ulUIParam: number,
  lpszName: string,
  flFlags: number,
  _ulReserved = 0,
): Promise<SimpleRet<MapiRecipDesc>> {
  return answered('MAPIResolveName', async () => {
    if (!lpszName?.trim()) throw new SimpleError(MAPI_E_UNKNOWN_RECIPIENT, 'there is no name to look for');
    return await within(lhSession, flFlags, async ({ raw }) => {
      const [row] = await recipientRows(raw, [{ ulRecipClass: MAPI_TO, lpszName }], true);
      return recipDescOf(PropRow.fromProps(row ?? []), MAPI_TO);
    });
  });
}

/**
 * Answers the recipients that a user has chosen. There is no desktop: the list is answered as though OK had been pressed at once, with each
 * recipient resolved.
 *
 * @param lhSession the session; 0 for one of the default profile that is over afterwards
 * @param _ulUIParam the window that owns dialogs; 0
 * @param _lpszCaption the title of the dialog
 * @param nEditFields how many of To, Cc, Bcc may be changed: 0, with which nothing can be chosen, to 4
 * @param _lpszLabels the label of the only field
 * @param lpRecips the recipients to begin with
 * @param flFlags `MAPI_NEW_SESSION`, `MAPI_LOGON_UI`
 * @param _ulReserved 0
 * @returns `SUCCESS_SUCCESS` with the recipients: To, Cc, Bcc; `MAPI_E_INVALID_EDITFIELDS`; `MAPI_E_INVALID_RECIPS` for a recipient who is none or
 *   whose name nobody or more than one has; `MAPI_E_LOGIN_FAILURE`, `MAPI_E_INVALID_SESSION`; `MAPI_E_FAILURE`
 * @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapiaddress.md
 */
export function MAPIAddress(
  lhSession: number,
  _ulUIParam: number,
  _lpszCaption: string | null,
  nEditFields: number,
  _lpszLabels: string | null,
  lpRecips: readonly MapiRecipDesc[],
  flFlags: number,
  _ulReserved = 0,
): Promise<SimpleRet<readonly MapiRecipDesc[]>> {
  return answered('MAPIAddress', async () => {
    if (!Number.isInteger(nEditFields) || nEditFields < 0 || nEditFields > 4)
      throw new SimpleError(MAPI_E_INVALID_EDITFIELDS, `${nEditFields} is no number of fields: 0 to 4`);
    if (lpRecips.some(({ ulRecipClass }) => !(ulRecipClass >= MAPI_TO && ulRecipClass <= MAPI_BCC)))
      throw new SimpleError(MAPI_E_INVALID_RECIPS, 'a recipient is none of MAPI_TO, MAPI_CC, MAPI_BCC');
    return await within(lhSession, flFlags, async ({ raw }) => {
      const rows = await named(recipientRows(raw, lpRecips, true));
      shown('MAPIAddress', 'the recipients are those given: there is no desktop for the dialog');
      if (nEditFields === 0) return [];
      const chosen = rows.map((row) => recipDescOf(PropRow.fromProps(row), MAPI_TO));
      return Object.freeze(chosen.sort((one, other) => one.ulRecipClass - other.ulRecipClass));
    });
  });
}

/**
 * Shows what the address book knows of a recipient. There is no desktop: only whether it knows the recipient is looked at.
 *
 * @param lhSession the session; 0 for one of the default profile that is over afterwards
 * @param _ulUIParam the window that owns dialogs; 0
 * @param lpRecip the recipient, by entry identifier; nothing else of it counts
 * @param flFlags `MAPI_NEW_SESSION`, `MAPI_LOGON_UI`; `MAPI_AB_NOMODIFY`, as nothing can be changed
 * @param _ulReserved 0
 * @returns `SUCCESS_SUCCESS`; `MAPI_E_AMBIGUOUS_RECIPIENT` without an entry identifier; `MAPI_E_INVALID_RECIPS` for one that names nobody;
 *   `MAPI_E_LOGIN_FAILURE`, `MAPI_E_INVALID_SESSION`; `MAPI_E_FAILURE`
 * @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapidetails.md
 */
export async function MAPIDetails(
  lhSession: number,
  _ulUIParam: number,
  lpRecip: MapiRecipDesc,
  flFlags: number,
  _ulReserved = 0,
): Promise<number> {
  const [code] = await answered('MAPIDetails', async () => {
    const entryId = lpRecip?.lpEntryID;
    if (!entryId || entryId.length === 0)
      throw new SimpleError(MAPI_E_AMBIGUOUS_RECIPIENT, 'the recipient has no entry identifier; resolve it first');
    await within(lhSession, flFlags, async ({ raw }) => {
      try {
        if (isOneOffEntryId(entryId)) parseOneOffEntryId(entryId);
        else {
          using book = await ok(raw.OpenAddressBook(0, null, 0));
          (await ok(book.OpenEntry(entryId, null, 0))).lppUnk.Release();
        }
      } catch (error) {
        if (!(error instanceof ComError)) throw error;
        throw new SimpleError(MAPI_E_INVALID_RECIPS, `the entry identifier names nobody: ${error.message}`, error);
      }
      shown('MAPIDetails', 'nothing is shown: there is no desktop for the dialog');
    });
  });
  return code;
}

/** The page of MAPIAddress has one code for all recipients that can't be. */
async function named(rows: Promise<readonly AdrEntry[]>): Promise<readonly AdrEntry[]> {
  try {
    return await rows;
  } catch (error) {
    const one = [MAPI_E_UNKNOWN_RECIPIENT, MAPI_E_AMBIGUOUS_RECIPIENT] as readonly number[];
    if (!(error instanceof SimpleError) || !one.includes(error.code)) throw error;
    throw new SimpleError(MAPI_E_INVALID_RECIPS, error.message, error);
  }
}

const shown = (name: string, words: string): void =>
  tell({ function: name, what: 'shown', code: SUCCESS_SUCCESS, words });
