import type { MimePart } from '../parse/part.js';

/** The parts of a message, sorted into what is read and what is attached. */
export interface Sorted {
  /** The texts in order. Each is there as plain text, as HTML, or as both, which say the same. */
  readonly texts: readonly TextParts[];
  /** What is attached, in order. */
  readonly attached: readonly AttachedPart[];
}

/** One text of a message. */
export interface TextParts {
  readonly plain: MimePart | null;
  readonly html: MimePart | null;
  /** Whether the plain text of the one before says it already: HTML in pieces, images between them, beside one text. */
  readonly said?: true;
}

/** A part that is attached. */
export interface AttachedPart {
  readonly part: MimePart;
  /** Whether it belongs to the HTML beside it (multipart/related). */
  readonly related: boolean;
}

/**
 * Sorts the parts of a message: alternatives are one text, what belongs to HTML is attached, and everything else that is
 * no text for people, too.
 *
 * @param root the message
 * @spec RFC 2046 section 5.1 @spec RFC 2387 section 3 @spec RFC 2183 section 2
 */
export function sortParts(root: MimePart): Sorted {
  const sorted = { texts: [] as TextParts[], attached: [] as AttachedPart[] };
  sort(root, false, sorted);
  return sorted;
}

/**
 * The file name of a part.
 *
 * @param part the part
 * @returns the name as it came; empty where it has none
 * @spec RFC 2183 section 2.3
 */
export const nameOfPart = ({ type, disposition }: MimePart): string =>
  disposition.params.get('filename') ?? type.params.get('name') ?? '';

interface Sink {
  readonly texts: TextParts[];
  readonly attached: AttachedPart[];
}

function sort(part: MimePart, related: boolean, into: Sink): void {
  const type = part.type.value;
  if (part.parts.length > 0) {
    if (type === 'multipart/alternative') alternatives(part, related, into);
    else if (type === 'multipart/related') relatives(part, related, into);
    else for (const one of part.parts) sort(one, related, into);
  } else if (isText(part, into)) {
    const html = type === 'text/html';
    into.texts.push({ plain: html ? null : part, html: html ? part : null });
  } else into.attached.push({ part, related });
}

// A text with a name is a file, unless nothing else is there to be read.
function isText(part: MimePart, { texts }: Sink): boolean {
  const type = part.type.value;
  if (part.disposition.value === 'attachment') return false;
  // A multipart whose parts can't be found shows what it has.
  if (type.startsWith('multipart/')) return texts.length === 0 && part.start === 0;
  if (type !== 'text/plain' && type !== 'text/html') return false;
  return nameOfPart(part) === '' || texts.length === 0;
}

function alternatives(part: MimePart, related: boolean, into: Sink): void {
  const texts: TextParts[][] = [];
  for (const one of part.parts) {
    const sink: Sink = { texts: [], attached: [] };
    sort(one, related, sink);
    if (sink.texts.length > 0) texts.push(sink.texts);
    for (const attached of sink.attached) into.attached.push(attached);
  }
  const plain = texts.find((list) => list.every(({ html }) => html === null));
  // The last alternative is the richest.
  const html = texts.findLast((list) => list.some(({ html }) => html !== null));
  if (plain?.length === 1 && html?.length === 1)
    into.texts.push({ plain: plain[0]?.plain ?? null, html: html[0]?.html ?? null });
  else if (plain?.length === 1 && html?.every((one) => one.html !== null) === true)
    for (const [index, text] of html.entries())
      into.texts.push(index === 0 ? { ...text, plain: plain[0]?.plain ?? null } : { ...text, plain: null, said: true });
  else for (const text of html ?? plain ?? []) into.texts.push(text);
}

function relatives(part: MimePart, related: boolean, into: Sink): void {
  const start = part.type.params.get('start') ?? null;
  const named = start === null ? -1 : part.parts.findIndex((one) => contentIdOf(one) === bare(start));
  const root = (part.parts[named] ?? rootByType(part) ?? part.parts[0]) as MimePart;
  sort(root, related, into);
  for (const one of part.parts) if (one !== root) into.attached.push({ part: one, related: true });
}

// Without `start` the root is the first part (RFC 2387 section 3.2). Some write the images first all the same, and say by
// `type`, which is the type of the root, that the first part isn't it.
function rootByType(part: MimePart): MimePart | undefined {
  const type = part.type.params.get('type')?.trim().toLowerCase();
  return part.parts.find((one) => one.type.value === type);
}

/**
 * The Content-ID of a part.
 *
 * @param part the part
 * @returns the identifier without brackets; null where it has none
 * @spec RFC 2392 section 2
 */
export function contentIdOf({ fields }: MimePart): string | null {
  for (const { key, value } of fields) if (key === 'content-id') return bare(value) || null;
  return null;
}

const bare = (id: string): string =>
  id
    .trim()
    .replace(/^<(.*)>$/s, '$1')
    .trim();
