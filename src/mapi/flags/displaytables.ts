// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';

/** Control type. @spec pidtagcontroltype-canonical-property */
export const DTCT_LABEL = 0x0;
/** Control type. @spec pidtagcontroltype-canonical-property */
export const DTCT_EDIT = 0x1;
/** Control type. @spec pidtagcontroltype-canonical-property */
export const DTCT_LBX = 0x2;
/** Control type. @spec pidtagcontroltype-canonical-property */
export const DTCT_COMBOBOX = 0x3;
/** Control type. @spec pidtagcontroltype-canonical-property */
export const DTCT_DDLBX = 0x4;
/** Control type. @spec pidtagcontroltype-canonical-property */
export const DTCT_CHECKBOX = 0x5;
/** Control type. @spec pidtagcontroltype-canonical-property */
export const DTCT_GROUPBOX = 0x6;
/** Control type. @spec pidtagcontroltype-canonical-property */
export const DTCT_BUTTON = 0x7;
/** Control type. @spec pidtagcontroltype-canonical-property */
export const DTCT_PAGE = 0x8;
/** Control type. @spec pidtagcontroltype-canonical-property */
export const DTCT_RADIOBUTTON = 0x9;
/** Control type. @spec pidtagcontroltype-canonical-property */
export const DTCT_MVLISTBOX = 0xb;
/** Control type. @spec pidtagcontroltype-canonical-property */
export const DTCT_MVDDLBX = 0xc;
/** Each control type, one at a time, with their names. @spec pidtagcontroltype-canonical-property */
export const ControlTypes: FlagGroup = /* @__PURE__ */ values('ControlTypes', {
  DTCT_LABEL,
  DTCT_EDIT,
  DTCT_LBX,
  DTCT_COMBOBOX,
  DTCT_DDLBX,
  DTCT_CHECKBOX,
  DTCT_GROUPBOX,
  DTCT_BUTTON,
  DTCT_PAGE,
  DTCT_RADIOBUTTON,
  DTCT_MVLISTBOX,
  DTCT_MVDDLBX,
});

/** Control flag. @spec pidtagcontrolflags-canonical-property */
export const DT_MULTILINE = 0x1;
/** Control flag. @spec pidtagcontrolflags-canonical-property */
export const DT_EDITABLE = 0x2;
/** Control flag. @spec pidtagcontrolflags-canonical-property */
export const DT_REQUIRED = 0x4;
/** Control flag. @spec pidtagcontrolflags-canonical-property */
export const DT_SET_IMMEDIATE = 0x8;
/** Control flag. @spec pidtagcontrolflags-canonical-property */
export const DT_PASSWORD_EDIT = 0x10;
/** Control flag. @spec pidtagcontrolflags-canonical-property */
export const DT_ACCEPT_DBCS = 0x20;
/** Control flag. @spec pidtagcontrolflags-canonical-property */
export const DT_SET_SELECTION = 0x40;
/** Each control flag, ORed together, with their names. @spec pidtagcontrolflags-canonical-property */
export const ControlFlags: FlagGroup = /* @__PURE__ */ bits('ControlFlags', {
  DT_MULTILINE,
  DT_EDITABLE,
  DT_REQUIRED,
  DT_SET_IMMEDIATE,
  DT_PASSWORD_EDIT,
  DT_ACCEPT_DBCS,
  DT_SET_SELECTION,
});

/** Flag of a list box. @spec dtbllbx */
export const MAPI_NO_HBAR = 0x1;
/** Flag of a list box. @spec dtbllbx */
export const MAPI_NO_VBAR = 0x2;
/** Each flag of a list box, ORed together, with their names. @spec dtbllbx */
export const ListBoxFlags: FlagGroup = /* @__PURE__ */ bits('ListBoxFlags', { MAPI_NO_HBAR, MAPI_NO_VBAR });

/** State of a button (IMAPIControl::GetState). @spec imapicontrol-getstate */
export const MAPI_ENABLED = 0x0;
/** State of a button (IMAPIControl::GetState). @spec imapicontrol-getstate */
export const MAPI_DISABLED = 0x1;
/** Each state of a button, one at a time, with their names. @spec imapicontrol-getstate */
export const ControlStates: FlagGroup = /* @__PURE__ */ values('ControlStates', { MAPI_ENABLED, MAPI_DISABLED });
