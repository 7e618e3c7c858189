import { type PropTag, PT_UNICODE, propTag } from '../../mapi/index.js';

/** PidTagTextAttachmentCharset, which no header names. @spec pidtagtextattachmentcharset-canonical-property */
export const PR_ATTACH_CHARSET_W: PropTag<string> = propTag(PT_UNICODE, 0x371b);

/**
 * The fields of a report that no property of MAPI says, a line each: those about the message on the report, those about a recipient in
 * its row. A property of comail's own, from the range that message classes define.
 */
export const PR_REPORT_FIELDS_W: PropTag<string> = propTag(PT_UNICODE, 0x6810);
