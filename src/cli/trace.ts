import { describe, S_OK } from '../com/index.js';
import { CMD_SEND, CMDTYPE, IXPSTATUS, SMTP_SEND_STREAM, SMTPCOMMAND, type SMTPRESPONSE } from '../imnxport/index.js';
import type { Output } from './io.js';
import { type Paint, type Style, shown } from './paint.js';
import type { Watcher } from './watcher.js';

const CALLBACK_WIDTH = 13;
const NAME_WIDTH = 17;
const LINE_WIDTH = 44;

/**
 * Prints what a transport's callback is told, one line each, with names instead of numbers: seconds since the start,
 * the callback, what it is about, the rest. Of the progress of a body it shows the first step, the last, and one for
 * each tenth between them.
 *
 * @param out where to print
 * @param paint how it looks
 * @param now milliseconds on any clock that does not jump
 */
export function tracePrinter(out: Output, paint: Paint, now: () => number = () => performance.now()): Watcher {
  const start = now();
  let tenths = -1;
  const print = (callback: string, name: string, detail: string, style?: Style): void => {
    const time = paint('dim', ((now() - start) / 1000).toFixed(3).padStart(8));
    const what = style ? paint(style, name.padEnd(NAME_WIDTH)) : name.padEnd(NAME_WIDTH);
    out.write(`${`${time}  ${paint('dim', callback.padEnd(CALLBACK_WIDTH))}  ${what}  ${detail}`.trimEnd()}\n`);
  };
  return {
    status: (status) => print('OnStatus', IXPSTATUS.nameOf(status), '', 'bold'),
    command(type, line, hr) {
      const name = CMDTYPE.nameOf(type);
      if (type === CMD_SEND) return print('OnCommand', name, paint('cyan', shown(line)), 'cyan');
      const refused = hr < 0;
      const text = shown(line).padEnd(LINE_WIDTH);
      print('OnCommand', name, `${refused ? paint('red', text) : text}  ${paint('dim', describe(hr))}`);
    },
    response(response) {
      if (response.command === SMTP_SEND_STREAM) {
        const before = tenths;
        tenths = tenthOf(response);
        if (tenths === before) return;
      } else tenths = -1;
      const bad = response.rIxpResult.hrResult < 0;
      print('OnResponse', SMTPCOMMAND.nameOf(response.command), answerOf(response, paint), bad ? 'red' : 'green');
    },
    error(status, result) {
      const where = `${describe(result.hrResult)} in ${IXPSTATUS.nameOf(status)}`;
      print('OnError', 'IXPRESULT', `${where}${result.pszProblem ? `: ${shown(result.pszProblem)}` : ''}`, 'red');
    },
    question: (method, about, answer) => print(method, answer, paint('dim', shown(about)), 'yellow'),
  };
}

// The number of the reply is told where it says more than the verdict: `S_OK` and `IXP_S_SMTP_250_...`, for instance.
function answerOf({ rIxpResult, fDone, rStreamInfo }: SMTPRESPONSE, paint: Paint): string {
  if (rStreamInfo) {
    const { cbCurrent, cbTotal } = rStreamInfo;
    return cbTotal > 0 ? `${grouped(cbCurrent)} of ${grouped(cbTotal)} bytes` : `${grouped(cbCurrent)} bytes`;
  }
  const { hrResult, hrServerError, pszProblem } = rIxpResult;
  const verdict = `${describe(hrResult)}${fDone ? ', done' : ''}`;
  const rest = [
    hrServerError !== S_OK && hrServerError !== hrResult ? describe(hrServerError) : '',
    hrResult < 0 && pszProblem ? shown(pszProblem) : '',
  ].filter((each) => each !== '');
  return `${verdict.padEnd(LINE_WIDTH)}  ${paint('dim', rest.join('  '))}`;
}

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
