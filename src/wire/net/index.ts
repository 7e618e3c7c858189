export { type HostAddress, type Resolver, resolveHost } from './address.js';
export type { CertificateProblem, CertificateQuestion } from './certificate.js';
export type { TimeoutQuestion } from './silence.js';
