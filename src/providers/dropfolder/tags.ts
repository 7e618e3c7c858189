import { type PropTag, PT_UNICODE, propTag } from '../../mapi/index.js';

/** The folder of the file system that mail is taken from: an absolute path. Text. */
export const PR_DROPFOLDER_PATH: PropTag<string> = propTag(PT_UNICODE, 0x6600);
