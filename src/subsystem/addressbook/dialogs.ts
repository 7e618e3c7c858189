import { ComError } from '../../com/index.js';
import {
  AB_RESOLVE,
  AB_SELECTONLY,
  AB_UNICODEUI,
  ADDRESS_ONE,
  type ADRPARM,
  type AdrList,
  DIALOG_MODAL,
  DIALOG_OPTIONS,
  DIALOG_SDI,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_VERSION,
} from '../../mapi/index.js';
import { requireFlags } from '../props/arguments.js';
import { requireEntries } from '../props/setting.js';

/**
 * Checks what the address dialog would be shown with, of the address book and of support objects. There is no dialog, but who asks for
 * one that cannot be is told that, and not that there are none.
 *
 * @param parameters how it is to look
 * @param list the recipients that it begins with; null for none
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER`, `MAPI_E_UNKNOWN_FLAGS`, `MAPI_E_VERSION` for another version of the structure than 0
 * @spec adrparm
 */
export function requireAddressDialog(parameters: ADRPARM, list: AdrList | null): void {
  if (typeof parameters !== 'object' || parameters === null) throw invalid('lpAdrParms is no ADRPARM');
  const { ulFlags, cDestFields = 0 } = parameters;
  // The four highest bits are the version; what else is no number the check of the flags tells.
  if (Number.isInteger(ulFlags) && ulFlags >>> 28 !== 0)
    throw new ComError(MAPI_E_VERSION, 'lpAdrParms is of another version than 0');
  const flags = requireDialogFlags(ulFlags, dialogFlags);
  const modal = (flags & DIALOG_MODAL) !== 0;
  if ((flags & ADDRESS_ONE) !== 0 && (!modal || cDestFields !== 0))
    throw invalid('ADDRESS_ONE is for a modal dialog without lists of recipients');
  requireLists(parameters, cDestFields);
  if (list !== null) requireEntries(list, 'lppAdrList');
}

/**
 * Checks the flags of a dialog.
 *
 * @param ulFlags what the caller gave
 * @param known all bits that mean something
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` for a dialog that is modal and modeless, `MAPI_E_UNKNOWN_FLAGS`
 */
export function requireDialogFlags(ulFlags: number, known: number): number {
  const both = DIALOG_MODAL | DIALOG_SDI;
  const flags = requireFlags(ulFlags, known);
  if ((flags & both) === both) throw invalid('DIALOG_MODAL and DIALOG_SDI exclude each other');
  return flags;
}

/** The lists of recipients: as many titles and types as there are lists, and the usual ones for the usual number of lists. */
function requireLists({ lppszDestTitles, lpulDestComps, nDestFieldFocus }: ADRPARM, count: number): void {
  if (!Number.isInteger(count) || count < 0 || count > usualLists) throw invalid('cDestFields is no count');
  for (const each of [lppszDestTitles, lpulDestComps]) {
    if (each === null || each === undefined) continue;
    if (count === usualLists) throw invalid('the usual lists of recipients have the usual titles and types');
    if (!Array.isArray(each) || each.length !== count) throw invalid('there are not as many titles or types as lists');
  }
  if (count > 0 && count !== usualLists && !(nDestFieldFocus >= 0 && nDestFieldFocus < count))
    throw invalid('nDestFieldFocus is none of the lists');
}

const dialogFlags =
  DIALOG_MODAL | DIALOG_SDI | DIALOG_OPTIONS | ADDRESS_ONE | AB_SELECTONLY | AB_RESOLVE | AB_UNICODEUI;

/** What stands in cDestFields for as many lists as is usual. */
const usualLists = 0xffffffff;

const invalid = (words: string): ComError => new ComError(MAPI_E_INVALID_PARAMETER, words);
