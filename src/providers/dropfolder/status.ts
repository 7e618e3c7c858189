import {
  PR_DISPLAY_NAME_W,
  PR_PROVIDER_DISPLAY_W,
  PR_RESOURCE_METHODS,
  PR_STATUS_CODE,
  type PropValue,
  prop,
  STATUS_AVAILABLE,
  STATUS_FLUSH_QUEUES,
  STATUS_VALIDATE_STATE,
} from '../../mapi/index.js';

/**
 * The transport's row of the status table.
 *
 * @param path where the folder lies
 * @param directions the bits of PR_STATUS_CODE that say what it is about
 * @spec status-tables
 */
export const statusColumns = (path: string, directions: number): readonly PropValue[] => [
  prop(PR_DISPLAY_NAME_W, `Drop folder: ${path}`),
  prop(PR_PROVIDER_DISPLAY_W, 'Drop folder'),
  prop(PR_RESOURCE_METHODS, STATUS_VALIDATE_STATE | STATUS_FLUSH_QUEUES),
  ...statusCode(directions),
];

/** What of the row changes. */
export const statusCode = (directions: number): readonly PropValue[] => [
  prop(PR_STATUS_CODE, STATUS_AVAILABLE | directions),
];
