// The form of a dialog file. README.txt beside it tells it to people.

/** One thing the client is told to do, and what it must answer. */
export interface ClientStep {
  readonly line: number;
  readonly verb: string;
  /** Begun without waiting for its outcome, together with the step after it. */
  readonly together: boolean;
  /** `key=value` words; a word without `=` stands for itself with the value `true`. */
  readonly words: ReadonlyMap<string, string>;
  /** What follows `->`: first the outcome (`ok` or an error code), then `key=value` words. */
  readonly outcome: string;
  readonly expected: ReadonlyMap<string, string>;
}

/** One thing the server does or expects. */
export type ServerStep = { readonly line: number } & (
  | { readonly kind: 'send'; readonly bytes: Buffer }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'pattern'; readonly pattern: RegExp }
  | { readonly kind: 'directive'; readonly words: readonly string[] }
);

/** A message body by name. */
export interface NamedBody {
  readonly bytes: Buffer;
  /** What the source does after these bytes: it ends, breaks down, or says nothing more. */
  readonly then: 'ends' | 'fails' | 'stalls';
}

/** A whole dialog. */
export interface Dialog {
  readonly title: string;
  readonly options: ReadonlyMap<string, unknown>;
  readonly bodies: ReadonlyMap<string, NamedBody>;
  readonly steps: readonly ClientStep[];
  /** One script for each connection, in the order in which the client opens them. */
  readonly scripts: readonly (readonly ServerStep[])[];
}

/**
 * Reads a dialog file.
 *
 * @param text its content
 * @throws {Error} with the line number, when a line is not understood
 */
export function parseDialog(text: string): Dialog {
  const lines = text.split('\n');
  const title: string[] = [];
  const options = new Map<string, unknown>();
  const bodies = new Map<string, NamedBody>();
  const steps: ClientStep[] = [];
  const scripts: ServerStep[][] = [];
  let inTitle = true;
  for (const [index, raw] of lines.entries()) {
    const line = raw.trimEnd();
    const number = index + 1;
    const script = scripts.at(-1);
    if (line === '---') scripts.push([]);
    else if (line === '') inTitle = false;
    else if (inTitle) title.push(line);
    else if (line.startsWith('#')) continue;
    else if (script !== undefined) script.push(serverStep(line, number));
    else headerLine(line, number, { options, bodies, steps });
  }
  const sentence = title.join(' ');
  if (!/\bRFC \d+ (section|appendix) |\bMS-[A-Z]+ section /.test(sentence)) {
    throw new Error('line 1: the title names no RFC section');
  }
  if (scripts.length === 0) throw new Error('no --- and no script');
  return { title: sentence, options, bodies, steps, scripts };
}

interface Header {
  readonly options: Map<string, unknown>;
  readonly bodies: Map<string, NamedBody>;
  readonly steps: ClientStep[];
}

function headerLine(line: string, number: number, header: Header): void {
  const [before = '', after] = splitAtArrow(line);
  const words = wordsOf(before, number);
  const together = words[0] === '&';
  if (together) words.shift();
  const verb = words.shift() ?? '';
  if (verb === 'option') {
    header.options.set(words[0] ?? '', optionValue(words[1] ?? ''));
  } else if (verb === 'body') {
    header.bodies.set(words[0] ?? '', bodyOf(words.slice(1), number));
  } else if (after !== undefined) {
    const [outcome = '', ...expected] = wordsOf(after, number);
    header.steps.push({ line: number, verb, together, words: pairs(words), outcome, expected: pairs(expected) });
  } else {
    throw new Error(`line ${number}: neither option nor body nor a step with an outcome`);
  }
}

/** `body NAME "text"`, and `repeat N`, `fails` or `stalls` before the text. */
function bodyOf(words: readonly string[], number: number): NamedBody {
  const then = words[0] === 'fails' || words[0] === 'stalls' ? words[0] : 'ends';
  const count = words[0] === 'repeat' ? Number(words[1]) : 1;
  const text = words.at(-1);
  if (text === undefined) throw new Error(`line ${number}: a body without text`);
  return { bytes: Buffer.from(unescaped(text).toString('latin1').repeat(count), 'latin1'), then };
}

function splitAtArrow(line: string): readonly string[] {
  const at = line.indexOf(' -> ');
  return at < 0 ? [line] : [line.slice(0, at), line.slice(at + 4)];
}

/** Words are parted by blanks; "..." keeps blanks and loses its quotes, \" stands for a quote in it. */
function wordsOf(text: string, number: number): string[] {
  if ((text.replace(/\\./g, '').match(/"/g) ?? []).length % 2 !== 0) {
    throw new Error(`line ${number}: a quote that does not end`);
  }
  const words = text.match(/(?:[^\s"]|"(?:[^"\\]|\\.)*")+/g) ?? [];
  return words.map((word) => word.replace(/"((?:[^"\\]|\\.)*)"/g, (_, inner: string) => inner.replace(/\\"/g, '"')));
}

function pairs(words: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    words.map((word) => {
      const at = word.indexOf('=');
      return at < 0 ? [word, 'true'] : [word.slice(0, at), word.slice(at + 1)];
    }),
  );
}

function optionValue(word: string): unknown {
  if (/^(true|false|null|-?\d+(\.\d+)?)$/.test(word)) return JSON.parse(word);
  return unescaped(word).toString('utf8');
}

function serverStep(line: string, number: number): ServerStep {
  const mark = line.slice(0, 2);
  const rest = line.slice(3);
  if (mark === 'S:')
    return { line: number, kind: 'send', bytes: Buffer.concat([unescaped(rest), Buffer.from('\r\n')]) };
  if (mark === 'S|') return { line: number, kind: 'send', bytes: unescaped(rest) };
  if (mark === 'S#') return { line: number, kind: 'send', bytes: Buffer.from(rest.replace(/\s/g, ''), 'hex') };
  if (mark === 'C:') return { line: number, kind: 'line', text: unescaped(rest).toString('latin1') };
  if (mark === 'C~') return { line: number, kind: 'pattern', pattern: new RegExp(`^(?:${rest})$`) };
  if (line.startsWith('<') && line.endsWith('>')) {
    return { line: number, kind: 'directive', words: wordsOf(line.slice(1, -1), number) };
  }
  throw new Error(`line ${number}: not a line of a script`);
}

/** \r \n \t \0 \\ and \xHH stand for bytes, {b64:...} for the base64 of what it holds; the rest is UTF-8. */
export function unescaped(text: string): Buffer {
  const encoded = text.replace(/\{b64:(.*?)\}/g, (_, inner: string) => unescaped(inner).toString('base64'));
  const parts = encoded.split(/(\\x[0-9a-fA-F]{2}|\\[rnt0\\])/);
  return Buffer.concat(parts.map((part, index) => (index % 2 === 0 ? Buffer.from(part, 'utf8') : escapedByte(part))));
}

function escapedByte(part: string): Buffer {
  const plain: Readonly<Record<string, number>> = { r: 13, n: 10, t: 9, '0': 0, '\\': 92 };
  return Buffer.from([plain[part.charAt(1)] ?? Number.parseInt(part.slice(2), 16)]);
}
