/**
 * The message store: folders, messages and the outgoing queue in one SQLite file.
 *
 * @module
 */
export { MSProviderInit } from './logon/init.js';
export { PR_COMAIL_STORE_PATH_W } from './logon/profile.js';
export { backupStore, checkStore, storeInfo } from './mailbox/maintenance.js';
export { messageEntryId, messageNumber } from './mailbox/number.js';
export { type OpenStoreOptions, openStore } from './mailbox/open-store.js';
export { PR_PROHIBIT_RECEIVE_QUOTA, PR_PROHIBIT_SEND_QUOTA } from './mailbox/quota.js';
export { StoreServiceEntry, storeMessageService } from './service.js';
export type { Finding, OpenMode, StoreInfo } from './sql/index.js';
