import type { HResult } from '../com/index.js';
import * as codes from './codes.js';

const byReply: ReadonlyMap<number, HResult> = new Map([
  [211, codes.IXP_S_SMTP_211_SYSTEM_STATUS],
  [214, codes.IXP_S_SMTP_214_HELP_MESSAGE],
  [220, codes.IXP_S_SMTP_220_READY],
  [221, codes.IXP_S_SMTP_221_CLOSING],
  // The constant says 245, the wire says 235 (RFC 4954 section 6): both mean that the logon was accepted.
  [235, codes.IXP_S_SMTP_245_AUTH_SUCCESS],
  [245, codes.IXP_S_SMTP_245_AUTH_SUCCESS],
  [250, codes.IXP_S_SMTP_250_MAIL_ACTION_OKAY],
  [251, codes.IXP_S_SMTP_251_FORWARDING_MAIL],
  [334, codes.IXP_S_SMTP_334_AUTH_READY_RESPONSE],
  [354, codes.IXP_S_SMTP_354_START_MAIL_INPUT],
  [421, codes.IXP_E_SMTP_421_NOT_AVAILABLE],
  [450, codes.IXP_E_SMTP_450_MAILBOX_BUSY],
  [451, codes.IXP_E_SMTP_451_ERROR_PROCESSING],
  [452, codes.IXP_E_SMTP_452_NO_SYSTEM_STORAGE],
  [454, codes.IXP_E_SMTP_454_STARTTLS_FAILED],
  [500, codes.IXP_E_SMTP_500_SYNTAX_ERROR],
  [501, codes.IXP_E_SMTP_501_PARAM_SYNTAX],
  [502, codes.IXP_E_SMTP_502_COMMAND_NOTIMPL],
  [503, codes.IXP_E_SMTP_503_COMMAND_SEQ],
  [504, codes.IXP_E_SMTP_504_COMMAND_PARAM_NOTIMPL],
  [530, codes.IXP_E_SMTP_530_STARTTLS_REQUIRED],
  [550, codes.IXP_E_SMTP_550_MAILBOX_NOT_FOUND],
  [551, codes.IXP_E_SMTP_551_USER_NOT_LOCAL],
  [552, codes.IXP_E_SMTP_552_STORAGE_OVERFLOW],
  [553, codes.IXP_E_SMTP_553_MAILBOX_NAME_SYNTAX],
  [554, codes.IXP_E_SMTP_554_TRANSACT_FAILED],
]);

/**
 * The code of a reply number. Numbers without a code of their own go by their class: 2yz succeeds as 250 does, 3yz
 * asks for more, 4yz and 5yz are `IXP_E_SMTP_UNKNOWN_RESPONSE_CODE`. A line without a number is
 * `IXP_E_SMTP_RESPONSE_ERROR`.
 *
 * @param reply the three-digit number, 0 for none
 */
export function codeOfReply(reply: number): HResult {
  const known = byReply.get(reply);
  if (known !== undefined) return known;
  if (reply === 0) return codes.IXP_E_SMTP_RESPONSE_ERROR;
  if (reply >= 200 && reply < 300) return codes.IXP_S_SMTP_250_MAIL_ACTION_OKAY;
  if (reply >= 300 && reply < 400) return codes.IXP_S_SMTP_CONTINUE;
  return codes.IXP_E_SMTP_UNKNOWN_RESPONSE_CODE;
}
