// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';

/** Attach method. @spec pidtagattachmethod-canonical-property */
export const NO_ATTACHMENT = 0x0;
/** Attach method. @spec pidtagattachmethod-canonical-property */
export const ATTACH_BY_VALUE = 0x1;
/** Attach method. @spec pidtagattachmethod-canonical-property */
export const ATTACH_BY_REFERENCE = 0x2;
/** Attach method. @spec pidtagattachmethod-canonical-property */
export const ATTACH_BY_REF_RESOLVE = 0x3;
/** Attach method. @spec pidtagattachmethod-canonical-property */
export const ATTACH_BY_REF_ONLY = 0x4;
/** Attach method. @spec pidtagattachmethod-canonical-property */
export const ATTACH_EMBEDDED_MSG = 0x5;
/** Attach method. @spec pidtagattachmethod-canonical-property */
export const ATTACH_OLE = 0x6;
/** Attach method. @spec pidtagattachmethod-canonical-property */
export const ATTACH_BY_WEBREFERENCE = 0x7;
/** Attach method. @spec pidtagattachmethod-canonical-property */
export const ATTACH_BY_WEB_REF = 0x7;
/** Each attach method, one at a time, with their names. @spec pidtagattachmethod-canonical-property */
export const AttachMethods: FlagGroup = /* @__PURE__ */ values('AttachMethods', {
  NO_ATTACHMENT,
  ATTACH_BY_VALUE,
  ATTACH_BY_REFERENCE,
  ATTACH_BY_REF_RESOLVE,
  ATTACH_BY_REF_ONLY,
  ATTACH_EMBEDDED_MSG,
  ATTACH_OLE,
  ATTACH_BY_WEBREFERENCE,
  ATTACH_BY_WEB_REF,
});

/** Attach flag. @spec pidtagattachflags-canonical-property */
export const ATT_INVISIBLE_IN_HTML = 0x1;
/** Attach flag. @spec pidtagattachflags-canonical-property */
export const ATT_INVISIBLE_IN_RTF = 0x2;
/** Attach flag. @spec pidtagattachflags-canonical-property */
export const ATT_MHTML_REF = 0x4;
/** Each attach flag, ORed together, with their names. @spec pidtagattachflags-canonical-property */
export const AttachFlags: FlagGroup = /* @__PURE__ */ bits('AttachFlags', {
  ATT_INVISIBLE_IN_HTML,
  ATT_INVISIBLE_IN_RTF,
  ATT_MHTML_REF,
});

/** Flag of DeleteAttach (IMessage::DeleteAttach). @spec imessage-deleteattach */
export const ATTACH_DIALOG = 0x1;
/** Each flag of DeleteAttach, ORed together, with their names. @spec imessage-deleteattach */
export const DeleteAttachFlags: FlagGroup = /* @__PURE__ */ bits('DeleteAttachFlags', { ATTACH_DIALOG });
