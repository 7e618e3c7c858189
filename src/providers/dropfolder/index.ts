/**
 * The drop folder: a message service whose transport provider takes mail from a folder of `.eml` files.
 *
 * @module
 */
export { XPProviderInit } from './provider.js';
export { dropFolderMessageService, ServiceEntry } from './service.js';
export { PR_DROPFOLDER_PATH } from './tags.js';
