import type { MAPINAMEID } from './nameid.js';

/** A rectangle on the screen, in pixels of it. */
export interface RECT {
  /** The left edge. */
  readonly left: number;
  /** The upper edge. */
  readonly top: number;
  /** The right edge; itself outside. */
  readonly right: number;
  /** The lower edge; itself outside. */
  readonly bottom: number;
}

/** How a view prints. @spec formprintsetup */
export interface FORMPRINTSETUP {
  /** MAPI_UNICODE when the names within are Unicode. */
  readonly ulFlags: number;
  /** A handle to the device's mode; 0 outside Windows. */
  readonly hDevMode: number;
  /** A handle to the device's names; 0 outside Windows. */
  readonly hDevNames: number;
  /** The number of the first page. */
  readonly ulFirstPageNumber: number;
  /** Nonzero to print the attachments, too. */
  readonly fPrintAttachments: number;
}

/** One thing that a form can do: Open, Reply and so on. @spec smapiverb */
export interface SMAPIVerb {
  /** Its number. */
  readonly lVerb: number;
  /** Its name in menus. */
  readonly szVerbname: string;
  /** Flags of the menu entry. */
  readonly fuFlags: number;
  /** Attributes of the verb. */
  readonly grfAttribs: number;
  /** MAPI_UNICODE when the name is Unicode. */
  readonly ulFlags: number;
}

/** One value of a property that is an enumeration. @spec smapiformpropenumval */
export interface SMAPIFormPropEnumVal {
  /** What people read. */
  readonly pszDisplayName: string;
  /** What the property holds. */
  readonly nVal: number;
}

/** A property that a form publishes. @spec smapiformprop */
export interface SMAPIFormProp {
  /** MAPI_UNICODE when the display name is Unicode. */
  readonly ulFlags: number;
  /** The property's type. */
  readonly nPropType: number;
  /** Its name. */
  readonly nmid: MAPINAMEID;
  /** What people read. */
  readonly pszDisplayName: string;
  /** FPST_VANILLA 0 or FPST_ENUM_PROP 1. */
  readonly nSpecialType: number;
  /** For an enumeration, the property that holds the number, and the values; null otherwise. */
  readonly u: { readonly nmidIdx: MAPINAMEID; readonly pfpevAvailable: readonly SMAPIFormPropEnumVal[] } | null;
}
