/** A piece of an address field. */
export interface AddressToken {
  /** A word, a string in quotes, a comment, or one of `< > , ; : @`. */
  readonly kind: 'word' | 'quoted' | 'comment' | '<' | '>' | ',' | ';' | ':' | '@';
  /** What it says: without quotes, brackets and backslashes. */
  readonly text: string;
  /** How an address has it. */
  readonly raw: string;
  /** Whether a blank or a comment stands before it. */
  readonly apart: boolean;
}

/**
 * Takes an address field apart. Nothing is wrong here: a bracket that never ends is a letter like others, a
 * quote that never ends is none.
 *
 * @param field the field's value
 * @spec RFC 5322 section 3.2 @spec RFC 2047 section 5
 */
export function addressTokens(field: string): AddressToken[] {
  const tokens: AddressToken[] = [];
  let apart = false;
  let open = { quotes: true, comments: true };
  const add = (kind: AddressToken['kind'], text: string, raw: string): void => {
    tokens.push({ kind, text, raw, apart });
    apart = kind === 'comment';
  };
  for (let at = 0; at < field.length; ) {
    const letter = field[at] as string;
    if (BLANK.test(letter)) {
      apart = true;
      at += 1;
      continue;
    }
    if (letter === '"') {
      QUOTED.lastIndex = at;
      const raw = open.quotes ? QUOTED.exec(field)?.[0] : undefined;
      if (raw !== undefined) {
        add('quoted', unescaped(raw.slice(1, -1)), raw);
        at += raw.length;
        continue;
      }
      // One that never ends says nothing, and what follows it is no string.
      open = { ...open, quotes: false };
      at += 1;
      continue;
    }
    if (letter === '(' && open.comments) {
      const end = endOfComment(field, at);
      if (end > 0) {
        add('comment', unescaped(field.slice(at + 1, end - 1)), '');
        apart = true;
        at = end;
        continue;
      }
      open = { ...open, comments: false };
    }
    if (SPECIAL.has(letter)) {
      add(letter as AddressToken['kind'], letter, letter);
      at += 1;
      continue;
    }
    const word = wordAt(field, at);
    add('word', word, word);
    at += word.length;
  }
  return tokens;
}

const SPECIAL: ReadonlySet<string> = new Set(['<', '>', ',', ';', ':', '@']);
const BLANK = /[\s\0]/;
const QUOTED = /"(?:[^"\\]|\\[\s\S])*"/y;
// An encoded word is one word, even if it has letters that it should not have. Brackets hold a literal domain.
const ENCODED = /=\?[^?\s]{1,80}\?[QqBb]\?[^?]*\?=/y;
const LITERAL = /\[[^\]\s<>,;]{0,255}\]/y;
const WORD = /[^\s\0"(<>,;:@[]+|[\s\S]/y;

function wordAt(field: string, at: number): string {
  for (const pattern of [ENCODED, LITERAL, WORD]) {
    pattern.lastIndex = at;
    const found = pattern.exec(field)?.[0];
    if (found !== undefined) return found;
  }
  return field.slice(at, at + 1);
}

const unescaped = (text: string): string => text.replaceAll(/\\([\s\S])/g, '$1');

/** Where a comment ends; comments may stand in comments. -1 when it never does. */
function endOfComment(field: string, from: number): number {
  let depth = 0;
  for (let at = from; at < field.length; at += 1) {
    const letter = field[at];
    if (letter === '\\') at += 1;
    else if (letter === '(') depth += 1;
    else if (letter === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}
