import { type HResult, S_OK } from '../com/index.js';
import type { ReplyLine } from '../wire/index.js';
import { IXP_E_SMTP_REJECTED_RECIPIENTS, IXP_E_SMTP_REJECTED_SENDER } from './codes.js';
import { codeOfReply } from './smtpreply.js';
import { IXPRESULT } from './types/ixpresult.js';
import {
  SMTP_AUTH,
  SMTP_BANNER,
  SMTP_DATA,
  SMTP_DOT,
  SMTP_EHLO,
  SMTP_HELO,
  SMTP_MAIL,
  SMTP_QUIT,
  SMTP_RCPT,
  SMTP_RSET,
  type SMTPCOMMAND,
} from './types/smtpcommand.js';

/** The commands whose answers callbacks see, by the engine's verb. STARTTLS has no SMTPCOMMAND of its own. */
const commands: Readonly<Record<string, SMTPCOMMAND>> = Object.freeze({
  GREETING: SMTP_BANNER,
  EHLO: SMTP_EHLO,
  HELO: SMTP_HELO,
  AUTH: SMTP_AUTH,
  MAIL: SMTP_MAIL,
  RCPT: SMTP_RCPT,
  DATA: SMTP_DATA,
  DOT: SMTP_DOT,
  RSET: SMTP_RSET,
  QUIT: SMTP_QUIT,
});

/** A reply line as callbacks see it. */
export interface Answer {
  /** The whole line, with its number. */
  readonly text: string;
  /** The number as a code. */
  readonly hr: HResult;
  /** What it answers; null when no SMTPCOMMAND stands for it. */
  readonly command: SMTPCOMMAND | null;
  /** Whether the command is finished with it. */
  readonly done: boolean;
  /** The structure that OnResponse gets. */
  readonly result: IXPRESULT;
}

/**
 * Makes of a reply line what callbacks see.
 *
 * @param line the line
 * @param verb the engine's name of the command it answers
 * @param address the sender or recipient it is about
 * @spec oe-smtpresponse
 */
export function answerOf(line: ReplyLine, verb: string, address: string | null): Answer {
  const text = `${String(line.code).padStart(3, '0')}${line.last ? ' ' : '-'}${line.text}`.trimEnd();
  const hr = codeOfReply(line.code);
  const command = commands[verb] ?? null;
  const result = IXPRESULT({
    hrResult: verdict(command, line.code),
    pszResponse: text,
    uiServerError: line.code,
    hrServerError: hr,
    pszProblem: line.code >= 400 ? address : null,
  });
  // A challenge is not the end of AUTH, though it ends the reply.
  const done = line.last && !(command === SMTP_AUTH && line.code === 334);
  return { text, hr, command, done, result };
}

function verdict(command: SMTPCOMMAND | null, code: number): HResult {
  if (code < 400) return S_OK;
  // The page's codes for a refused sender or recipient hold whatever the number is; the number is beside them.
  if (command === SMTP_MAIL) return IXP_E_SMTP_REJECTED_SENDER;
  if (command === SMTP_RCPT) return IXP_E_SMTP_REJECTED_RECIPIENTS;
  return codeOfReply(code);
}
