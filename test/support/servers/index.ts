export { arrival, arrivals } from './arrival.js';
export { type EximServer, startExim } from './exim.js';
export { have } from './have.js';
export type { Delivered } from './maildir.js';
export { type OpenSmtpdServer, startOpenSmtpd } from './opensmtpd.js';
export type { Skip } from './overlay.js';
export { type PostfixServer, startPostfix } from './postfix.js';
export type { MailServer, OAuthCredentials, ServerCredentials } from './server.js';
