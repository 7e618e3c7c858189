import {
  PR_DISPLAY_NAME_W,
  PR_PROVIDER_DISPLAY_W,
  PR_RESOURCE_METHODS,
  PR_STATUS_CODE,
  type PropValue,
  prop,
  STATUS_AVAILABLE,
  STATUS_FLUSH_QUEUES,
  STATUS_INBOUND_ENABLED,
  STATUS_VALIDATE_STATE,
} from '../../mapi/index.js';

/**
 * The transport's row of the status table.
 *
 * @param path where the folder lies
 * @spec status-tables
 */
export const statusColumns = (path: string): readonly PropValue[] => [
  prop(PR_DISPLAY_NAME_W, `Drop folder: ${path}`),
  prop(PR_PROVIDER_DISPLAY_W, 'Drop folder'),
  prop(PR_RESOURCE_METHODS, STATUS_VALIDATE_STATE | STATUS_FLUSH_QUEUES),
  prop(PR_STATUS_CODE, STATUS_AVAILABLE | STATUS_INBOUND_ENABLED),
];
