/**
 * The SMTP transport: a message service whose transport provider sends by SMTP.
 *
 * @module
 */
export { XPProviderInit } from './provider.js';
export { ServiceEntry, smtpMessageService } from './service.js';
export * from './tags.js';
