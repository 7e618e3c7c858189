import { PR_BODY_W, type PropValue, prop } from '../../../mapi/index.js';
import type { AttachmentPlan } from '../../plan/plan.js';
import { fieldOf } from '../parse/header.js';
import type { MimePart } from '../parse/part.js';
import { decodeTransfer } from '../parse/transfer.js';
import { bytesAttachment, nameProps } from './attached.js';

/** What a text holds. */
export interface UuText {
  /** The properties, PR_BODY without its files. */
  readonly props: readonly PropValue[];
  /** The files that stood in it. */
  readonly files: readonly AttachmentPlan[];
}

/**
 * Takes files in uuencode out of the text of a message that is no MIME, as programs wrote them before, and Outlook still does
 * where it is told to.
 *
 * @param root the message
 * @param props its properties, PR_BODY among them
 * @param most how many files at most
 * @returns the properties and the files; the same properties where there are none
 * @spec iconvertersession-setsaveformat
 */
export function uuTextOf(root: MimePart, props: readonly PropValue[], most: number): UuText {
  const body = props.find(([tag]) => tag === PR_BODY_W)?.[1];
  const isMime = fieldOf(root.fields, 'mime-version') !== null || fieldOf(root.fields, 'content-type') !== null;
  if (isMime || typeof body !== 'string' || !body.includes('begin ')) return { props, files: [] };
  const lines = body.split('\r\n');
  const kept: string[] = [];
  const files: AttachmentPlan[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as string;
    const name = files.length < most ? /^begin [0-7]{3,4} (\S.{0,254})$/.exec(line)?.[1] : undefined;
    const end = name === undefined ? -1 : endOf(lines, at + 1);
    if (name === undefined || end < 0) {
      kept.push(line);
      continue;
    }
    const bytes = decodeTransfer(Buffer.from(lines.slice(at, end + 1).join('\r\n'), 'latin1'), 'x-uuencode', false);
    files.push(bytesAttachment(bytes, nameProps(name.trim())));
    at = end;
  }
  if (files.length === 0) return { props, files };
  const ended = kept.at(-1) === '';
  while (kept.at(-1) === '') kept.pop();
  const text = kept.join('\r\n') + (ended ? '\r\n' : '');
  return { props: props.map((value) => (value[0] === PR_BODY_W ? prop(PR_BODY_W, text) : value)), files };
}

/** The line that ends a file; -1 where what follows is none. */
function endOf(lines: readonly string[], from: number): number {
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] as string;
    if (line === 'end') return at > from ? at : -1;
    if (!/^[ -`]{0,90}$/.test(line)) return -1;
    // The first letter says how many bytes there are; blanks at the end may be lost.
    const size = line === '' ? 0 : (line.charCodeAt(0) - 32) & 63;
    if (line.length > Math.ceil(size / 3) * 4 + 2) return -1;
  }
  return -1;
}
