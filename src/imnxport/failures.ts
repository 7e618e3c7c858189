import { ComError, type HResult } from '../com/index.js';
import { WireError, type WireErrorCode } from '../wire/index.js';
import * as codes from './codes.js';
import { codeOfReply } from './smtpreply.js';
import { IXPRESULT } from './types/ixpresult.js';
import { winsockError } from './winsock.js';

const byCode: Readonly<Partial<Record<WireErrorCode, HResult>>> = Object.freeze({
  'host-not-found': codes.IXP_E_CANT_FIND_HOST,
  'connect-failed': codes.IXP_E_FAILED_TO_CONNECT,
  'tls-failed': codes.IXP_E_SECURE_CONNECT_FAILED,
  'certificate-name': codes.IXP_E_INVALID_CERT_CN,
  'certificate-date': codes.IXP_E_INVALID_CERT_DATE,
  'certificate-untrusted': codes.IXP_E_SECURE_CONNECT_FAILED,
  'starttls-unavailable': codes.IXP_E_SMTP_NO_STARTTLS_SUPPORT,
  'starttls-refused': codes.IXP_E_SMTP_454_STARTTLS_FAILED,
  'starttls-injection': codes.IXP_E_SECURE_CONNECT_FAILED,
  'auth-cancelled': codes.IXP_E_USER_CANCEL,
  'plaintext-refused': codes.IXP_E_USER_CANCEL,
  timeout: codes.IXP_E_TIMEOUT,
  dropped: codes.IXP_E_CONNECTION_DROPPED,
  closed: codes.IXP_E_CONNECTION_DROPPED,
  'in-doubt': codes.IXP_E_CONNECTION_DROPPED,
  protocol: codes.IXP_E_SMTP_RESPONSE_ERROR,
  'line-too-long': codes.IXP_E_SMTP_RESPONSE_ERROR,
  'reply-too-long': codes.IXP_E_SMTP_RESPONSE_ERROR,
  'rejected-sender': codes.IXP_E_SMTP_REJECTED_SENDER,
  'rejected-recipients': codes.IXP_E_SMTP_REJECTED_RECIPIENTS,
  'bad-argument': codes.IXP_E_INVALID_ADDRESS,
  'too-large': codes.IXP_E_SMTP_552_STORAGE_OVERFLOW,
  'too-many': codes.IXP_E_INVALID_ADDRESS_LIST,
  'no-mechanism': codes.IXP_E_SMTP_504_COMMAND_PARAM_NOTIMPL,
  unsupported: codes.IXP_E_SMTP_504_COMMAND_PARAM_NOTIMPL,
});

/**
 * The code of a failure on the wire. A refusal without a code of its own takes the code of the server's number.
 *
 * @param error what the engine threw
 */
export function codeOfFailure(error: WireError): HResult {
  // After the final dot a timeout is told as such, so that OnTimeout's answer and the result agree.
  if (error.code === 'in-doubt' && error.cause instanceof WireError) return codeOfFailure(error.cause);
  if (error.cause instanceof ComError) return error.cause.hr;
  return byCode[error.code] ?? (error.reply ? codeOfReply(error.reply.code) : codes.IXP_E_CONN);
}

/**
 * A failure as callbacks report it.
 *
 * @param error what the engine threw
 */
export function resultOfFailure(error: WireError): IXPRESULT {
  const { reply } = error;
  return IXPRESULT({
    hrResult: codeOfFailure(error),
    ...(reply && {
      pszResponse: lastLine(reply),
      uiServerError: reply.code,
      hrServerError: codeOfReply(reply.code),
    }),
    dwSocketError: winsockError(error.socketError),
    pszProblem: error.address ?? error.message,
  });
}

/** What the engine throws is a WireError; anything else is wrapped so that it can be reported. */
export function asWireError(error: unknown): WireError {
  if (error instanceof WireError) return error;
  return new WireError('protocol', error instanceof Error ? error.message : String(error), { cause: error });
}

function lastLine(reply: { readonly code: number; readonly lines: readonly string[] }): string {
  return `${reply.code} ${reply.lines.at(-1) ?? ''}`.trimEnd();
}
