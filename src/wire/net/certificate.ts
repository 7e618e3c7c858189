import type { PeerCertificate, TLSSocket } from 'node:tls';
import { checkServerIdentity } from 'node:tls';
import { WireError, type WireErrorCode } from '../error.js';

/** Why a server's certificate was not believed. */
export interface CertificateProblem {
  /** The worst of the codes below. */
  readonly code: 'certificate-untrusted' | 'certificate-date' | 'certificate-name';
  /** Everything that is wrong: issuer, dates, name. */
  readonly codes: readonly WireErrorCode[];
  /** One sentence for people. */
  readonly message: string;
  /** OpenSSL's or Node's own name of the first problem: `CERT_HAS_EXPIRED`. */
  readonly reason: string;
  /** The name the certificate should have carried. */
  readonly host: string;
  /** The certificate itself. */
  readonly certificate: PeerCertificate;
}

/** Asks whether to go on in spite of a certificate problem. Only `true` goes on. */
export type CertificateQuestion = (problem: CertificateProblem) => boolean | Promise<boolean>;

const dateReasons = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
]);

/**
 * Looks at the certificate of a finished handshake. Node names one problem only; a person who is asked to go on should
 * know all of them, so name and dates are looked at besides.
 *
 * @param socket a TLS socket after `secureConnect`
 * @param host the name the caller connected to
 * @returns null when the certificate is good
 */
export function certificateProblem(socket: TLSSocket, host: string): CertificateProblem | null {
  if (socket.authorized) return null;
  const certificate = socket.getPeerCertificate();
  const reason = String(socket.authorizationError ?? 'UNABLE_TO_VERIFY');
  const codes = new Set<CertificateProblem['code']>();
  if (dateReasons.has(reason)) codes.add('certificate-date');
  else if (reason === 'ERR_TLS_CERT_ALTNAME_INVALID') codes.add('certificate-name');
  else codes.add('certificate-untrusted');
  const now = Date.now();
  if (Date.parse(certificate.valid_to) < now || Date.parse(certificate.valid_from) > now) codes.add('certificate-date');
  if (Object.keys(certificate).length > 0 && checkServerIdentity(host, certificate) !== undefined) {
    codes.add('certificate-name');
  }
  const all = [...codes];
  const code = all[0] ?? 'certificate-untrusted';
  const message = `The certificate of ${host} ${all.map((each) => words[each]).join(' and ')} (${reason}).`;
  return Object.freeze({ code, codes: Object.freeze(all), message, reason, host, certificate });
}

/**
 * The error of a certificate that nobody vouched for.
 *
 * @param problem what is wrong with it
 * @returns an error whose code is the problem's
 */
export function certificateError(problem: CertificateProblem): WireError {
  const advice = 'Trust its issuer with the option tls.ca, or ask the server\u2019s keeper for a valid one.';
  return new WireError(problem.code, `${problem.message} ${advice}`, { phase: 'tls', socketError: problem.reason });
}

const words: Readonly<Record<CertificateProblem['code'], string>> = {
  'certificate-untrusted': 'was not issued by anyone trusted here',
  'certificate-date': 'is outside its dates',
  'certificate-name': 'is for another name',
};
