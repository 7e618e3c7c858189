import { type PropTag, PT_UNICODE, propTag } from '../../mapi/index.js';

/** The folder of the mail system: its queue and its `pipeline.json`. An absolute path. Text. */
export const PR_PIPELINE_PATH: PropTag<string> = propTag(PT_UNICODE, 0x6600);
/** The address of the mailbox whose profile it is. Text. */
export const PR_PIPELINE_ADDRESS: PropTag<string> = propTag(PT_UNICODE, 0x6601);
/** The name that mail of this mailbox comes from. Text. */
export const PR_PIPELINE_NAME: PropTag<string> = propTag(PT_UNICODE, 0x6602);
