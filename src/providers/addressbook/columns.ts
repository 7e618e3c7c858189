import {
  ascend,
  changePropType,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_OBJECT_TYPE,
  PR_RECORD_KEY,
  PR_SEARCH_KEY,
  PR_SEND_RICH_INFO,
  PR_SMTP_ADDRESS_W,
  PR_TRANSMITABLE_DISPLAY_NAME_W,
  type PropTag,
  type PropValue,
  PT_STRING8,
  PT_UNICODE,
  propType,
  type SSortOrderSet,
  sortBy,
} from '../../mapi/index.js';
import { defaultCodePage, narrowed } from '../../subsystem/index.js';

/** What a recipient needs to stand in a recipient list. */
export const recipientTags: readonly PropTag[] = [
  PR_ENTRYID,
  PR_DISPLAY_NAME_W,
  PR_ADDRTYPE_W,
  PR_EMAIL_ADDRESS_W,
  PR_SMTP_ADDRESS_W,
  PR_OBJECT_TYPE,
  PR_DISPLAY_TYPE,
  PR_SEARCH_KEY,
  PR_TRANSMITABLE_DISPLAY_NAME_W,
  PR_SEND_RICH_INFO,
];

/** The columns that contents tables begin with. @spec contents-tables */
export const contentsColumns: readonly PropTag[] = [...recipientTags, PR_INSTANCE_KEY, PR_RECORD_KEY];

/** The order of contents tables until somebody sorts them. */
export const byName: SSortOrderSet = sortBy(ascend(PR_DISPLAY_NAME_W));

/** Tags with their texts in the width asked for. */
export const inWidth = (tags: readonly PropTag[], unicode: boolean): readonly PropTag[] =>
  unicode ? tags : tags.map((tag) => (propType(tag) === PT_UNICODE ? changePropType(tag, PT_STRING8) : tag));

/** A property with its text in the width asked for. */
export const propInWidth = (one: PropValue, unicode: boolean): PropValue =>
  unicode || propType(one[0]) !== PT_UNICODE
    ? one
    : [changePropType(one[0], PT_STRING8), narrowed(one[1] as string, defaultCodePage)];
