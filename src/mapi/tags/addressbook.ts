// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { PropTag } from '../types/proptag.js';

/** PidTagDisplayType (MAPI address book): 32-bit integer. @spec pidtagdisplaytype-canonical-property */
export const PR_DISPLAY_TYPE: PropTag<number> = 0x39000003 as PropTag<number>;
/** PidTagTemplateid (MAPI Address Book): bytes. @spec pidtagtemplateid-canonical-property */
export const PR_TEMPLATEID: PropTag<Uint8Array> = 0x39020102 as PropTag<Uint8Array>;
/** A property of MAPITags.h: bytes. */
export const PR_PRIMARY_CAPABILITY: PropTag<Uint8Array> = 0x39040102 as PropTag<Uint8Array>;
/** PidTagDisplayTypeEx (MAPI address book): 32-bit integer. @spec pidtagdisplaytypeex-canonical-property */
export const PR_DISPLAY_TYPE_EX: PropTag<number> = 0x39050003 as PropTag<number>;
/** PidTagSmtpAddress (Address): Unicode string. @spec pidtagsmtpaddress-canonical-property */
export const PR_SMTP_ADDRESS: PropTag<string> = 0x39fe001f as PropTag<string>;
/** PidTagSmtpAddress (Address): 8-bit string. @spec pidtagsmtpaddress-canonical-property */
export const PR_SMTP_ADDRESS_A: PropTag<string> = 0x39fe001e as PropTag<string>;
/** PidTagSmtpAddress (Address): Unicode string. @spec pidtagsmtpaddress-canonical-property */
export const PR_SMTP_ADDRESS_W: PropTag<string> = 0x39fe001f as PropTag<string>;
/** PidTag7BitDisplayName (Address book): 8-bit string. @spec pidtag7bitdisplayname-canonical-property */
export const PR_7BIT_DISPLAY_NAME: PropTag<string> = 0x39ff001e as PropTag<string>;
/** PidTag7BitDisplayName (Address book): 8-bit string. @spec pidtag7bitdisplayname-canonical-property */
export const PR_7BIT_DISPLAY_NAME_A: PropTag<string> = 0x39ff001e as PropTag<string>;
/** PidTag7BitDisplayName (Address book): Unicode string. @spec pidtag7bitdisplayname-canonical-property */
export const PR_7BIT_DISPLAY_NAME_W: PropTag<string> = 0x39ff001f as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DISPLAY_NAME_PRINTABLE: PropTag<string> = 0x39ff001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_DISPLAY_NAME_PRINTABLE_A: PropTag<string> = 0x39ff001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_DISPLAY_NAME_PRINTABLE_W: PropTag<string> = 0x39ff001f as PropTag<string>;
