import { describe, S_OK } from '../com/index.js';
import {
  CMD_SEND,
  CMDTYPE,
  IXPSTATUS,
  SMTP_SEND_STREAM,
  SMTPCOMMAND,
  type SMTPRESPONSE,
  type SMTPSTREAM,
} from '../imnxport/index.js';
import type { Output } from './io.js';
import { type Paint, type Style, shown } from './paint.js';
import type { Watcher } from './watcher.js';

const CALLBACK_WIDTH = 13;
const NAME_WIDTH = 17;
/** Columns that a line with all of its parts takes. */
const WIDE = 124;

/**
 * Prints what a transport's callback is told, one line each, with names instead of numbers: seconds since the start,
 * the callback, what it is about, the rest. On a narrow terminal the seconds are left out, and the code of a line, which
 * the answer below it repeats. Of the progress of a body it shows the first step, the last, and one for each tenth
 * between them.
 *
 * @param out where to print
 * @param paint how it looks
 * @param now milliseconds on any clock that does not jump
 */
export function tracePrinter(out: Output, paint: Paint, now: () => number = () => performance.now()): Watcher {
  const start = now();
  const wide = (out.columns ?? WIDE) >= WIDE;
  let tenths = -1;
  const print = (callback: string, name: string, detail: string, style: Style): void => {
    const time = wide ? `${((now() - start) / 1000).toFixed(3).padStart(8)}  ` : '';
    const where = paint('dim', `${time}${callback.padEnd(CALLBACK_WIDTH)}`);
    out.write(
      detail === ''
        ? `${where}  ${paint(style, name)}\n`
        : `${where}  ${paint(style, name.padEnd(NAME_WIDTH))}  ${detail}\n`,
    );
  };
  return {
    status: (status) => print('OnStatus', IXPSTATUS.nameOf(status), '', 'bold'),
    command(type, line, hr) {
      const sent = type === CMD_SEND;
      const text = paint(sent ? 'cyan' : hr < 0 ? 'red' : 'plain', shown(line));
      const code = sent || !wide ? '' : describe(hr);
      print(
        'OnCommand',
        CMDTYPE.nameOf(type),
        besides(text, line.length, 44, paint('dim', code)),
        sent ? 'cyan' : 'plain',
      );
    },
    response(response) {
      if (response.command === SMTP_SEND_STREAM) {
        const before = tenths;
        tenths = tenthOf(response);
        if (tenths === before) return;
      } else tenths = -1;
      const bad = response.rIxpResult.hrResult < 0;
      const detail = response.rStreamInfo
        ? progressOf(response.rStreamInfo)
        : answerOf(response, wide ? 44 : 10, paint);
      print('OnResponse', SMTPCOMMAND.nameOf(response.command), detail, bad ? 'red' : 'green');
    },
    error(status, result) {
      const where = `${describe(result.hrResult)} in ${IXPSTATUS.nameOf(status)}`;
      print('OnError', 'IXPRESULT', `${where}${result.pszProblem ? `: ${shown(result.pszProblem)}` : ''}`, 'red');
    },
    question: (method, about, answer) => print(method, answer, paint('dim', shown(about)), 'yellow'),
  };
}

// The code of the reply is told where it says more than the verdict: `S_OK` and `IXP_S_SMTP_250_...`, for instance.
function answerOf({ rIxpResult, fDone }: SMTPRESPONSE, width: number, paint: Paint): string {
  const { hrResult, hrServerError, pszProblem } = rIxpResult;
  const verdict = `${describe(hrResult)}${fDone ? ', done' : ''}`;
  const rest = [
    hrServerError !== S_OK && hrServerError !== hrResult ? describe(hrServerError) : '',
    hrResult < 0 && pszProblem ? shown(pszProblem) : '',
  ].filter((each) => each !== '');
  return besides(verdict, verdict.length, width, paint('dim', rest.join('  ')));
}

const progressOf = ({ cbCurrent, cbTotal }: SMTPSTREAM): string =>
  cbTotal > 0 ? `${grouped(cbCurrent)} of ${grouped(cbTotal)} bytes` : `${grouped(cbCurrent)} bytes`;

// Two columns, or only the first, without blanks behind it.
const besides = (left: string, length: number, width: number, right: string): string =>
  right === '' ? left : `${left}${' '.repeat(Math.max(0, width - length))}  ${right}`;

function tenthOf({ rStreamInfo }: SMTPRESPONSE): number {
  if (!rStreamInfo) return -1;
  const { cbCurrent, cbTotal } = rStreamInfo;
  if (cbTotal > 0) return cbCurrent >= cbTotal ? 10 : Math.floor((cbCurrent * 10) / cbTotal);
  // Without a total, a step for each doubling.
  return Math.floor(Math.log2(Math.max(1, cbCurrent)));
}

/**
 * A count with its thousands apart: 1,234,567.
 *
 * @param count a whole number
 */
export const grouped = (count: number): string => count.toLocaleString('en-US');
