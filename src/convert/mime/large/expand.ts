import { PR_ATTACH_LONG_FILENAME_W, PR_ATTACH_MIME_TAG_W, type PropValue } from '../../../mapi/index.js';
import { type AttachmentPlan, type MessagePlan, planned } from '../../plan/plan.js';
import type { Gap } from './skeleton.js';

/** A message that lies somewhere else, and is read from there piece by piece, as often as need be. */
export interface MailSource {
  /** How many bytes it has. */
  readonly size: number;
  /**
   * Some of its bytes in pieces, each of which may be overwritten when the next one is asked for.
   *
   * @param from where they begin
   * @param to where they end
   */
  chunks(from: number, to: number): AsyncIterable<Uint8Array>;
}

/** What gives attachments back what was left out of them. */
export type Expand = (content: Uint8Array) => AsyncIterable<Uint8Array> | null;

/**
 * Finds out whether all that was left out of a message belongs into attachments.
 *
 * @param plan what the rest was read as
 * @param gaps what was left out
 * @param source where it lies
 * @returns what fills attachments up; null when something belongs elsewhere: into a text, or into what lies encoded in a part
 */
export function expandOf(plan: MessagePlan, gaps: readonly Gap[], source: MailSource): Expand | null {
  const missing = new Set(gaps);
  for (const { props, content } of filesOf(plan.attachments))
    for (const { gap, raw } of marksIn(content, gaps)) {
      // Lines of text end in CR LF in an attachment; those of the gap may not. And what was decoded may be more than a file.
      if (raw ? !gap.crlf : isTakenApart(props)) return null;
      missing.delete(gap);
    }
  if (missing.size > 0) return null;
  return (content) => {
    const marks = marksIn(content, gaps);
    return marks.length === 0 ? null : expanded(content, marks, source);
  };
}

interface Mark {
  readonly gap: Gap;
  readonly at: number;
  readonly length: number;
  /** Whether the content is encoded still, as that of a signed message. */
  readonly raw: boolean;
}

interface File {
  readonly props: readonly PropValue[];
  readonly content: Uint8Array;
}

function* filesOf(attachments: readonly AttachmentPlan[]): Generator<File> {
  for (const { props, content } of attachments) {
    if (content instanceof Uint8Array) yield { props, content };
    else if (content !== null) yield* filesOf(content.attachments);
  }
}

/** Messages and TNEF are read, and without the mark they would have been. */
const isTakenApart = (props: readonly PropValue[]): boolean =>
  /^(?:message\/|text\/rfc822-headers|application\/(?:vnd\.)?ms-tnef)/.test(
    planned(props, PR_ATTACH_MIME_TAG_W) ?? '',
  ) || /^winmail\.dat$/i.test(planned(props, PR_ATTACH_LONG_FILENAME_W) ?? '');

function marksIn(content: Uint8Array, gaps: readonly Gap[]): readonly Mark[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  return gaps
    .flatMap((gap): Mark[] => {
      const [raw, decoded] = [bytes.indexOf(gap.mark), bytes.indexOf(gap.decoded)];
      if (raw >= 0) return [{ gap, at: raw, length: gap.mark.length + 2, raw: true }];
      return decoded < 0 ? [] : [{ gap, at: decoded, length: gap.decoded.length, raw: false }];
    })
    .sort((one, other) => one.at - other.at);
}

async function* expanded(content: Uint8Array, marks: readonly Mark[], source: MailSource): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const { gap, at: mark, length, raw } of marks) {
    yield content.subarray(at, mark);
    const pieces = source.chunks(gap.from, gap.to);
    yield* raw ? pieces : decoded(pieces);
    at = mark + length;
  }
  yield content.subarray(at);
}

async function* decoded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = '';
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    const text = rest + bytes.toString('latin1').replaceAll(/[\r\n]+/g, '');
    const whole = text.length - (text.length % 4);
    rest = text.slice(whole);
    yield Buffer.from(text.slice(0, whole), 'base64');
  }
}
