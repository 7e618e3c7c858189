import {
  type EntryId,
  PR_DISPLAY_NAME_W,
  PR_IDENTITY_DISPLAY_W,
  PR_IDENTITY_ENTRYID,
  PR_IDENTITY_SEARCH_KEY,
  PR_PROVIDER_DISPLAY_W,
  PR_RESOURCE_METHODS,
  PR_STATUS_CODE,
  PR_STATUS_STRING_W,
  type PropValue,
  prop,
  STATUS_AVAILABLE,
  STATUS_FAILURE,
  STATUS_FLUSH_QUEUES,
  STATUS_VALIDATE_STATE,
} from '../../mapi/index.js';
import type { Settings } from './settings.js';

/**
 * The transport's row of the status table.
 *
 * @param settings what the profile says
 * @param entryId who uses it
 * @param changing what {@link condition} says
 * @spec status-tables
 */
export const statusColumns = (
  { address, name }: Settings,
  entryId: EntryId,
  changing: readonly PropValue[],
): readonly PropValue[] => [
  prop(PR_DISPLAY_NAME_W, `Mail system: ${address}`),
  prop(PR_PROVIDER_DISPLAY_W, 'Mail system'),
  prop(PR_RESOURCE_METHODS, STATUS_VALIDATE_STATE | STATUS_FLUSH_QUEUES),
  ...changing,
  prop(PR_IDENTITY_DISPLAY_W, name || address),
  prop(PR_IDENTITY_ENTRYID, entryId as Uint8Array),
  prop(PR_IDENTITY_SEARCH_KEY, Buffer.from(`SMTP:${address.toUpperCase()}\0`)),
];

/**
 * What the row says of how it is.
 *
 * @param trouble what is wrong; null when nothing is
 * @param directions the bits of PR_STATUS_CODE that say what the transport is about
 */
export const condition = (trouble: string | null, directions: number): readonly PropValue[] => [
  prop(PR_STATUS_CODE, (trouble === null ? STATUS_AVAILABLE : STATUS_FAILURE) | directions),
  prop(PR_STATUS_STRING_W, trouble ?? 'Available'),
];
