import type { MessageRowReport } from '../message-ls.js';
import { type Paint, shown } from '../paint.js';
import { sizeText } from './size.js';

const WHO_WIDTH = 22;

/** One row of the table that people see. */
export interface MessageLine {
  /** What is known of the message. */
  readonly report: MessageRowReport;
  /** When it came, or was sent, or was written. */
  readonly when: string;
}

/**
 * Messages as a table for people: number, marks, time, size, sender, subject.
 *
 * @param messages the messages in order
 * @param width columns of the terminal; null where lines may be of any length
 * @param withFolder whether each line tells its folder
 * @param paint how it looks
 */
export function messageLines(
  messages: readonly MessageLine[],
  width: number | null,
  withFolder: boolean,
  paint: Paint,
): readonly string[] {
  const idWidth = Math.max(...messages.map(({ report }) => report.id.toString().length));
  return messages.map(({ report, when }) => {
    const who = cut(whoOf(report), WHO_WIDTH).padEnd(WHO_WIDTH);
    const folder = withFolder ? `  ${paint('dim', shown(report.folder))}` : '';
    const before = idWidth + 2 + 3 + 2 + when.length + 2 + 6 + 2 + WHO_WIDTH + 2;
    const room = width === null ? null : Math.max(10, width - before - (withFolder ? report.folder.length + 2 : 0));
    const subject = shown(report.subject ?? '').replace(/[\t\n]/g, ' ');
    const drawn = paint(report.unread ? 'bold' : 'plain', room === null ? subject : cut(subject, room));
    return `${paint('cyan', report.id.toString().padStart(idWidth))}  ${marksOf(report, paint)}  ${when}  ${paint('dim', sizeText(report.size).padStart(6))}  ${who}  ${drawn}${folder}`;
  });
}

const marksOf = ({ unread, importance, attachments }: MessageRowReport, paint: Paint): string =>
  `${unread ? paint('cyan', '•') : ' '}${importance === 2 ? paint('red', '!') : ' '}${attachments ? '@' : ' '}`;

function whoOf({ from, to }: MessageRowReport): string {
  const sender = from.name ?? from.address;
  return shown(sender ?? (to ? `to ${to}` : '')).replace(/[\t\n]/g, ' ');
}

const cut = (text: string, width: number): string => {
  const letters = [...text];
  return letters.length <= width ? text : `${letters.slice(0, width - 1).join('')}…`;
};
