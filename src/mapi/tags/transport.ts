// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { PropTag } from '../types/proptag.js';
import type { FileTime } from '../types/proptype.js';

/** A property of servers: 32-bit integer. */
export const PidTagSentRepresentingFlags: PropTag<number> = 0x401a0003 as PropTag<number>;
/** A property of servers: Unicode string. */
export const PidTagReadReceiptAddressType: PropTag<string> = 0x4029001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PidTagReadReceiptEmailAddress: PropTag<string> = 0x402a001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PidTagReadReceiptName: PropTag<string> = 0x402b001f as PropTag<string>;
/** A property of extraPropTags.h: 32-bit integer. */
export const PR_CONTENT_FILTER_SCL: PropTag<number> = 0x40760003 as PropTag<number>;
/** A property of extraPropTags.h: 32-bit integer. */
export const PR_SENDER_ID_STATUS: PropTag<number> = 0x40790003 as PropTag<number>;
/** A property of servers: point in time. */
export const PR_HIER_REV: PropTag<FileTime> = 0x40820040 as PropTag<FileTime>;
/** A property of servers: Unicode string. */
export const PR_PURPORTED_SENDER_DOMAIN: PropTag<string> = 0x4083001f as PropTag<string>;
/** A property of servers: 32-bit integer. */
export const PR_CONTENT_FILTER_PCL: PropTag<number> = 0x40840003 as PropTag<number>;
/** PidTagInternetMailOverrideFormat (MIME): 32-bit integer. @spec pidtaginternetmailoverrideformat-canonical-property */
export const PR_INETMAIL_OVERRIDE_FORMAT: PropTag<number> = 0x59020003 as PropTag<number>;
/** PidTagMessageEditorFormat (Miscellaneous): 32-bit integer. @spec pidtagmessageeditorformat-canonical-property */
export const PR_MSG_EDITOR_FORMAT: PropTag<number> = 0x59090003 as PropTag<number>;
/** PidTagSenderSmtpAddress (Address): Unicode string. @spec pidtagsendersmtpaddress-canonical-property */
export const PR_SENDER_SMTP_ADDRESS: PropTag<string> = 0x5d01001f as PropTag<string>;
/** PidTagSenderSmtpAddress (Address): 8-bit string. @spec pidtagsendersmtpaddress-canonical-property */
export const PR_SENDER_SMTP_ADDRESS_A: PropTag<string> = 0x5d01001e as PropTag<string>;
/** PidTagSenderSmtpAddress (Address): Unicode string. @spec pidtagsendersmtpaddress-canonical-property */
export const PR_SENDER_SMTP_ADDRESS_W: PropTag<string> = 0x5d01001f as PropTag<string>;
/** PidTagSentRepresentingSmtpAddress (Address): Unicode string. @spec pidtagsentrepresentingsmtpaddress-canonical-property */
export const PR_SENT_REPRESENTING_SMTP_ADDRESS: PropTag<string> = 0x5d02001f as PropTag<string>;
/** PidTagSentRepresentingSmtpAddress (Address): 8-bit string. @spec pidtagsentrepresentingsmtpaddress-canonical-property */
export const PR_SENT_REPRESENTING_SMTP_ADDRESS_A: PropTag<string> = 0x5d02001e as PropTag<string>;
/** PidTagSentRepresentingSmtpAddress (Address): Unicode string. @spec pidtagsentrepresentingsmtpaddress-canonical-property */
export const PR_SENT_REPRESENTING_SMTP_ADDRESS_W: PropTag<string> = 0x5d02001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PidTagReadReceiptSmtpAddress: PropTag<string> = 0x5d05001f as PropTag<string>;
/** A property of MAPITags.h: Unicode string. */
export const PR_RECEIVED_BY_SMTP_ADDRESS: PropTag<string> = 0x5d07001f as PropTag<string>;
/** A property of MAPITags.h: 8-bit string. */
export const PR_RECEIVED_BY_SMTP_ADDRESS_A: PropTag<string> = 0x5d07001e as PropTag<string>;
/** A property of MAPITags.h: Unicode string. */
export const PR_RECEIVED_BY_SMTP_ADDRESS_W: PropTag<string> = 0x5d07001f as PropTag<string>;
/** A property of MAPITags.h: Unicode string. */
export const PR_RCVD_REPRESENTING_SMTP_ADDRESS: PropTag<string> = 0x5d08001f as PropTag<string>;
/** A property of MAPITags.h: 8-bit string. */
export const PR_RCVD_REPRESENTING_SMTP_ADDRESS_A: PropTag<string> = 0x5d08001e as PropTag<string>;
/** A property of MAPITags.h: Unicode string. */
export const PR_RCVD_REPRESENTING_SMTP_ADDRESS_W: PropTag<string> = 0x5d08001f as PropTag<string>;
/** A property of servers: 32-bit integer. */
export const PR_RECIPIENT_RESOURCESTATE: PropTag<number> = 0x5fde0003 as PropTag<number>;
/** A property of servers: 32-bit integer. */
export const PR_RECIPIENT_ORDER: PropTag<number> = 0x5fdf0003 as PropTag<number>;
/** PidTagRecipientProposed (Transport recipient): true or false. @spec pidtagrecipientproposed-canonical-property */
export const PR_RECIPIENT_PROPOSED: PropTag<boolean> = 0x5fe1000b as PropTag<boolean>;
/** PidTagRecipientProposedStartTime (Transport recipient): point in time. @spec pidtagrecipientproposedstarttime-canonical-property */
export const PR_RECIPIENT_PROPOSEDSTARTTIME: PropTag<FileTime> = 0x5fe30040 as PropTag<FileTime>;
/** PidTagRecipientProposedEndTime (Transport recipient): point in time. @spec pidtagrecipientproposedendtime-canonical-property */
export const PR_RECIPIENT_PROPOSEDENDTIME: PropTag<FileTime> = 0x5fe40040 as PropTag<FileTime>;
/** PidTagRecipientDisplayName (Transport recipient): Unicode string. @spec pidtagrecipientdisplayname-canonical-property */
export const PR_RECIPIENT_DISPLAY_NAME: PropTag<string> = 0x5ff6001f as PropTag<string>;
/** PidTagRecipientDisplayName (Transport recipient): 8-bit string. @spec pidtagrecipientdisplayname-canonical-property */
export const PR_RECIPIENT_DISPLAY_NAME_A: PropTag<string> = 0x5ff6001e as PropTag<string>;
/** PidTagRecipientDisplayName (Transport recipient): Unicode string. @spec pidtagrecipientdisplayname-canonical-property */
export const PR_RECIPIENT_DISPLAY_NAME_W: PropTag<string> = 0x5ff6001f as PropTag<string>;
/** PidTagRecipientEntryId (ID properties): bytes. @spec pidtagrecipiententryid-canonical-property */
export const PR_RECIPIENT_ENTRYID: PropTag<Uint8Array> = 0x5ff70102 as PropTag<Uint8Array>;
/** PidTagRecipientTrackStatusTime (Transport recipient): point in time. @spec pidtagrecipienttrackstatustime-canonical-property */
export const PR_RECIPIENT_TRACKSTATUS_TIME: PropTag<FileTime> = 0x5ffb0040 as PropTag<FileTime>;
/** PidTagRecipientFlags (Transport recipient): 32-bit integer. @spec pidtagrecipientflags-canonical-property */
export const PR_RECIPIENT_FLAGS: PropTag<number> = 0x5ffd0003 as PropTag<number>;
/** PidTagRecipientTrackStatus (Transport recipient): 32-bit integer. @spec pidtagrecipienttrackstatus-canonical-property */
export const PR_RECIPIENT_TRACKSTATUS: PropTag<number> = 0x5fff0003 as PropTag<number>;
