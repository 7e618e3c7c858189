/**
 * Mail as Microsoft Graph has it: an HTTP API over mailboxes of comail.
 *
 * @module
 */

export type { SubmissionEvent, SubmissionTrace } from '../subsystem/index.js';
export { type JwtOptions, jwtAuthenticator } from './auth/jwt.js';
export type { Authenticator, Principal } from './auth/principal.js';
export { TokenFile, type TokenRecord, type TokenWish } from './auth/tokens.js';
export { localhostIdentity, type ServerIdentity } from './http/certificate.js';
export { GraphError, type GraphErrorOptions } from './http/error.js';
export type { GraphCounts, GraphOptions } from './http/server.js';
export { Box, type GraphMailbox, type KnownFolder, type NamedTags } from './mailbox/box.js';
export type { SubmitOptions, Submitter } from './mailbox/submitter.js';
export type { GraphMailSystem, MailboxRight } from './mailbox/system.js';
export { GraphServer, type ListenOptions } from './server.js';
export type { Clock } from './subscription/clock.js';
