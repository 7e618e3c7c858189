import { numberIn, reader, spoolLetter, writer } from '../spool/letters.js';
import type { Look, Referee, Tally } from './judge.js';

/**
 * Reads letters as a mail program would: whatever their encoding and their order of fields, each must say in text and HTML what
 * was handed over, once. `perVariant` counts all that were right as one.
 */
export class LetterJudge implements Referee {
  readonly #seen = new Set<number>();
  #count = 0;
  #good = 0;
  #problem: string | null = null;

  begin(_form: 'stuffed' | 'plain', recipients: number): LetterLook {
    return new LetterLook(recipients);
  }

  end(look: LetterLook): void {
    this.#count++;
    const problem = this.#judge(look);
    if (problem === null) this.#good++;
    else this.#problem ??= `message ${this.#count}: ${problem}`;
  }

  tally(): Tally {
    const tally = { messages: this.#count, perVariant: [this.#good], problem: this.#problem };
    this.#count = 0;
    this.#good = 0;
    this.#problem = null;
    return tally;
  }

  #judge(look: LetterLook): string | null {
    if (look.recipients !== 1) return `${look.recipients} recipients instead of 1`;
    const { fields, body } = parted(look.text());
    const number = numberIn(fields.get('subject') ?? '');
    if (number === null) return `the subject is ${fields.get('subject')}`;
    if (this.#seen.has(number)) return `letter ${number} came twice`;
    this.#seen.add(number);
    const { text, html } = spoolLetter(number);
    if (!fields.get('from')?.includes(writer.address) || !fields.get('to')?.includes(reader.address))
      return `letter ${number} names somebody else`;
    if (!fields.has('date') || !fields.has('message-id')) return `letter ${number} lacks its date or its Message-ID`;
    const parts = partsOf(fields.get('content-type') ?? '', body);
    if (parts?.get('text/plain') !== text.trimEnd()) return `the text of letter ${number} differs`;
    return parts.get('text/html') === html.trimEnd() ? null : `the HTML of letter ${number} differs`;
  }
}

/** A letter on its way in. */
class LetterLook implements Look {
  readonly recipients: number;
  readonly #pieces: Buffer[] = [];

  constructor(recipients: number) {
    this.recipients = recipients;
  }

  take(bytes: Buffer): void {
    this.#pieces.push(Buffer.from(bytes));
  }

  /** All of it, without the closing dot and what was stuffed. */
  text(): string {
    return Buffer.concat(this.#pieces)
      .toString('latin1')
      .replace(/\.\r\n$/, '')
      .replace(/^\.\./gm, '.');
  }
}

/** Header fields by their names in small letters, unfolded; and what follows them. */
function parted(entity: string): { readonly fields: ReadonlyMap<string, string>; readonly body: string } {
  const end = entity.indexOf('\r\n\r\n');
  const lines = entity
    .slice(0, end)
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n');
  const fields = lines.map((one): [string, string] => {
    const colon = one.indexOf(':');
    return [one.slice(0, colon).toLowerCase(), one.slice(colon + 1).trim()];
  });
  return { fields: new Map(fields), body: entity.slice(end + 4) };
}

/** The parts of a multipart/alternative by their types, decoded; null for anything else. */
function partsOf(type: string, body: string): ReadonlyMap<string, string> | null {
  const boundary = /^multipart\/alternative;\s*boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined) return null;
  const parts = body.split(`--${boundary}`).slice(1, -1);
  return new Map(
    parts.map((part) => {
      const { fields, body: content } = parted(part.replace(/^\r\n/, ''));
      const [kind = ''] = (fields.get('content-type') ?? '').toLowerCase().split(';');
      return [kind, decoded(content, fields.get('content-transfer-encoding') ?? '7bit').trimEnd()];
    }),
  );
}

function decoded(content: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(content, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return Buffer.from(content, 'latin1').toString('utf8');
  const bytes = content
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
