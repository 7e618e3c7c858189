import { hexOf } from '../../com/index.js';
import { describeMapiCode } from '../../mapi/index.js';
import type { SpoolerEvent } from '../../subsystem/index.js';
import type { Output } from '../io.js';
import { type Paint, type Style, shown } from '../paint.js';

const SUBJECT_WIDTH = 28;

/** How {@link spoolPrinter} prints. */
export interface SpoolPrinting {
  /** Whether each line tells which message it is about; true when nothing is said. */
  readonly subject?: boolean;
  /** What stands behind the last step of a message: how far everything is. */
  readonly progress?: () => string;
  /** Tells the time of day. */
  readonly clock?: () => Date;
}

/**
 * Prints what the spooler does, one line for each step: the time, the message, what is sent to whom, what came back.
 *
 * @param out where to print
 * @param paint how it looks
 * @param printing what each line tells
 */
export function spoolPrinter(
  out: Output,
  paint: Paint,
  { subject: named = true, progress = () => '', clock = () => new Date() }: SpoolPrinting = {},
): (event: SpoolerEvent) => void {
  return (event) => {
    const { text, style } = told(event);
    const subject = shown(event.message.subject || '(no subject)').replace(/[\t\n]/g, ' ');
    const who = named ? `  ${cut(subject).padEnd(SUBJECT_WIDTH)}` : '';
    const time = paint('dim', clock().toTimeString().slice(0, 8));
    const far = event.what === 'finished' ? paint('dim', progress()) : '';
    for (const line of text) out.write(`${time}${who}  ${paint(style, shown(line))}${far}\n`);
  };
}

function told(event: SpoolerEvent): { readonly text: readonly string[]; readonly style: Style } {
  switch (event.what) {
    case 'offered':
      return { text: [`${event.transport} sends it to ${event.recipients.join(', ')}`], style: 'cyan' };
    case 'taken':
      return { text: [`taken for ${event.recipients.join(', ')}`], style: 'green' };
    case 'refused':
      return {
        text: [`${event.transport} answered ${describeMapiCode(event.code)} (${hexOf(event.code)})${colon(event.why)}`],
        style: 'yellow',
      };
    case 'undelivered':
      return {
        text: event.recipients.map(
          ({ address, why }) => `not delivered to ${address}${colon(why)}; a report is in the Inbox`,
        ),
        style: 'red',
      };
    case 'waiting':
      return {
        text: [`waits until ${new Date(event.until).toTimeString().slice(0, 8)}${colon(event.why)}`],
        style: 'yellow',
      };
    case 'deferred':
      return { text: [`${event.transport} keeps it for now, and asks for it when it sends it`], style: 'yellow' };
    case 'passed over':
      return { text: [`${event.who} does not return from ${event.call}; it goes on without`], style: 'yellow' };
    case 'elsewhere':
      return { text: ['another spooler has it'], style: 'dim' };
    case 'finished':
      return { text: [`done${colon(event.why && `${event.why}, it stays where it was`)}`], style: 'bold' };
  }
}

const colon = (why: string): string => (why === '' ? '' : `: ${why}`);

const cut = (text: string): string => {
  const letters = [...text];
  return letters.length <= SUBJECT_WIDTH ? text : `${letters.slice(0, SUBJECT_WIDTH - 1).join('')}…`;
};

/** A step as one line of JSON. */
export function spoolJson({ message, ...step }: SpoolerEvent): string {
  const { entryId, subject } = message;
  const more = step.what === 'refused' ? { code: describeMapiCode(step.code), number: step.code } : {};
  const until = step.what === 'waiting' ? { until: new Date(step.until).toISOString() } : {};
  return JSON.stringify({
    ...step,
    ...more,
    ...until,
    subject,
    entryId: Buffer.from(entryId).toString('hex').toUpperCase(),
  });
}
