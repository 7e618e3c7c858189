import { type PropTag, PT_UNICODE, propTag } from '../../mapi/index.js';

/** PidTagTextAttachmentCharset, which no header names. @spec pidtagtextattachmentcharset-canonical-property */
export const PR_ATTACH_CHARSET_W: PropTag<string> = propTag(PT_UNICODE, 0x371b);
