/**
 * Personal address books: a message service whose address book provider keeps people and personal distribution lists in a file.
 *
 * @module
 */
export { ABProviderInit } from './provider.js';
export { AddressBookServiceEntry, addressBookMessageService } from './service.js';
