import { describe, failed, type HResult, hexOf } from '../com/index.js';
import { IXP_S_SMTP_NO_DSN_SUPPORT } from '../imnxport/index.js';
import { adviceOn, type Circumstances } from './advice.js';
import type { Outcome } from './delivery.js';
import type { Io } from './io.js';
import { painter, shown } from './paint.js';

/** How a sending ended, for programs: printed by `--json` as one object on one line. */
export interface SendReport {
  /** Whether the server has the message now. */
  readonly sent: boolean;
  /** The name of the result: `S_OK`, `IXP_E_SMTP_REJECTED_RECIPIENTS`; null when it came to no call. */
  readonly code: string | null;
  /** The same as a number for people: `0x800CCC79`. */
  readonly hresult: string | null;
  /** The same as a number for programs, signed as everywhere in comail. */
  readonly number: number | null;
  /** The server's last number, 250 or 550 for instance; null when it said none. */
  readonly reply: number | null;
  /** The server's last words with their number. */
  readonly response: string | null;
  /** What the result is about, in words or as the refused address. */
  readonly problem: string | null;
  /** Recipients that were refused. */
  readonly refused: readonly { readonly address: string; readonly reply: string }[];
  /** The Message-ID, when it is known. */
  readonly messageId: string | null;
  /** Whether delivery reports were asked for that the server does not offer. */
  readonly withoutReports: boolean;
  /** What to do next; null when it was sent. */
  readonly advice: string | null;
}

/**
 * Puts an outcome into the form that people and programs are told.
 *
 * @param outcome how it ended
 * @param here what the advice may refer to
 * @param messageId the Message-ID, when it is known
 */
export function reportOf(outcome: Outcome, here: Circumstances, messageId: string | null): SendReport {
  const { hr, result, refused } = outcome;
  const sent = !failed(hr);
  return {
    sent,
    ...codeFields(hr),
    reply: result.uiServerError || null,
    response: result.pszResponse,
    problem: result.pszProblem,
    refused,
    messageId,
    withoutReports: outcome.warning === IXP_S_SMTP_NO_DSN_SUPPORT,
    advice: sent ? null : adviceOn(outcome, here),
  };
}

/**
 * A sending that came to no call, because of how the command was typed.
 *
 * @param words what is wrong and what to do
 */
export const reportOfUsage = (words: string): SendReport => ({
  sent: false,
  code: null,
  hresult: null,
  number: null,
  reply: null,
  response: null,
  problem: words,
  refused: [],
  messageId: null,
  withoutReports: false,
  advice: 'See `comail smtp send --help`.',
});

const codeFields = (hr: HResult): Pick<SendReport, 'code' | 'hresult' | 'number'> => ({
  code: describe(hr),
  hresult: hexOf(hr),
  number: hr,
});

/**
 * Tells a person how it ended: a success on the standard output, a failure on the standard error.
 *
 * @param report how it ended
 * @param recipients how many there were
 * @param io where to print
 */
export function printReport(report: SendReport, recipients: number, io: Io): void {
  const paint = painter(report.sent ? io.stdout : io.stderr, io.env);
  if (report.sent) {
    const whom = recipients === 1 ? '1 recipient' : `${recipients} recipients`;
    io.stdout.write(`${paint('green', `Sent to ${whom}.`)} ${shown(report.response ?? '')}\n`);
    if (report.withoutReports)
      io.stderr.write('comail: warning: the server offers no delivery reports; the message went without --dsn.\n');
    return;
  }
  const line = (label: string, text: string): void =>
    void io.stderr.write(`  ${paint('dim', label.padEnd(7))}  ${shown(text)}\n`);
  io.stderr.write(`${paint('red', 'comail: the message was not sent.')} ${report.code} (${report.hresult})\n`);
  if (report.response) line('server', report.response);
  for (const { address, reply } of report.refused) line('refused', `${address}: ${reply}`);
  if (report.problem && !report.refused.some(({ address }) => address === report.problem)) line('why', report.problem);
  if (report.advice) line('next', report.advice);
}
