import type { HResult } from '../../com/index.js';
import type { EntryId } from './entryid.js';
import type { Restriction } from './restriction.js';

/** Sees keystrokes of a modeless address dialog; answers whether it used them. @spec accelerateabsdi */
export type AccelerateAbsdi = (ulUIParam: number, lpvmsg: Uint8Array) => boolean;

/** Hears that a modeless address dialog was closed. @spec dismissmodeless */
export type DismissModeless = (ulUIParam: number, lpvContext: unknown) => void;

/** What the button of a details dialog does. */
export type FnButton = (ulUIParam: number, lpvContext: unknown, lpSelection: EntryId, ulFlags: number) => HResult;

/** How an address dialog looks and what it shows. @spec adrparm */
export interface ADRPARM {
  /** The container that it shows first; null for the user's choice. */
  readonly lpABContEntryID: EntryId | null;
  /** DIALOG_MODAL and other AB_ and ADDRESS_ flags. */
  readonly ulFlags: number;
  /** Where in the help it begins. */
  readonly ulHelpContext: number;
  /** The help file, null without one. */
  readonly lpszHelpFileName: string | null;
  /** Set by the dialog, when it is modeless, for the caller to pass keystrokes to. */
  lpfnABSDI: AccelerateAbsdi | null;
  /** Called when a modeless dialog closes. */
  readonly lpfnDismiss: DismissModeless | null;
  /** What `lpfnDismiss` gets. */
  readonly lpvDismissContext: unknown;
  /** The title, null for the usual one. */
  readonly lpszCaption: string | null;
  /** The label of new entries, null for the usual one. */
  readonly lpszNewEntryTitle: string | null;
  /** The label above the lists of recipients, null for the usual one. */
  readonly lpszDestWellsTitle: string | null;
  /** How many lists of recipients there are; 0 to only browse, 0xFFFFFFFF for the usual number. */
  readonly cDestFields: number;
  /** The list that has the focus first. */
  readonly nDestFieldFocus: number;
  /** The label of each list, null for the usual ones. */
  readonly lppszDestTitles: readonly string[] | null;
  /** The recipient type of each list (MAPI_TO, MAPI_CC, MAPI_BCC), null for the usual ones. */
  readonly lpulDestComps: readonly number[] | null;
  /** What the entries shown must match, null for all. */
  readonly lpContRestriction: Restriction | null;
  /** What the containers shown must match, null for all. */
  readonly lpHierRestriction: Restriction | null;
}
