import type { Reply } from './reply.js';

/**
 * What a server said it can do, from its answer to EHLO.
 *
 * @spec RFC 5321 section 4.1.1.1
 */
export interface Capabilities {
  /** The name the server gave itself in the first line, or an empty text. */
  readonly domain: string;
  /** Every keyword in upper case with its parameters as they were given. */
  readonly keywords: ReadonlyMap<string, readonly string[]>;
  /** RFC 2920. */
  readonly pipelining: boolean;
  /** RFC 3030 section 2. */
  readonly chunking: boolean;
  /** RFC 3030 section 3. */
  readonly binaryMime: boolean;
  /** RFC 6152. */
  readonly eightBitMime: boolean;
  /** RFC 6531. */
  readonly smtpUtf8: boolean;
  /** RFC 3461. */
  readonly dsn: boolean;
  /** RFC 2034. */
  readonly enhancedStatusCodes: boolean;
  /** RFC 8689. */
  readonly requireTls: boolean;
  /** RFC 3207. */
  readonly startTls: boolean;
  /** The largest message in bytes; 0 when SIZE is offered without a bound; null when it is not offered. RFC 1870. */
  readonly size: number | null;
  /** SASL mechanisms in upper case, from `AUTH` and from the older `AUTH=`. RFC 4954. */
  readonly auth: readonly string[];
}

/** What a server can do that was greeted with HELO: nothing beyond RFC 821. */
export const NO_CAPABILITIES: Capabilities = fromLines(['']);

/**
 * Reads the answer to EHLO. Keywords are compared without regard to case; lines that are no keyword are passed over.
 *
 * @param reply a successful answer to EHLO
 * @returns what it offers
 */
export function capabilitiesOf(reply: Reply): Capabilities {
  return fromLines(reply.lines);
}

function fromLines(lines: readonly string[]): Capabilities {
  const keywords = new Map<string, readonly string[]>();
  const auth: string[] = [];
  for (const line of lines.slice(1)) {
    const words = line.trim().split(/[ \t]+/);
    const first = words.shift()?.toUpperCase() ?? '';
    // `AUTH=LOGIN PLAIN` is what servers sent before RFC 2554; some still send it beside the standard form.
    const keyword = first.startsWith('AUTH=') ? 'AUTH' : first;
    if (first.startsWith('AUTH=') && first.length > 5) words.unshift(first.slice(5));
    if (!/^[A-Z0-9][A-Z0-9-]*$/.test(keyword)) continue;
    if (keyword === 'AUTH') {
      for (const each of words) {
        const name = each.toUpperCase().replace(/^=/, '');
        if (name !== '' && !auth.includes(name)) auth.push(name);
      }
    }
    if (!keywords.has(keyword)) keywords.set(keyword, Object.freeze(words));
  }
  if (keywords.has('AUTH')) keywords.set('AUTH', Object.freeze([...auth]));
  const has = (name: string): boolean => keywords.has(name);
  return Object.freeze({
    domain: (lines[0] ?? '').split(' ', 1)[0] ?? '',
    keywords,
    pipelining: has('PIPELINING'),
    chunking: has('CHUNKING'),
    binaryMime: has('BINARYMIME'),
    eightBitMime: has('8BITMIME'),
    smtpUtf8: has('SMTPUTF8'),
    dsn: has('DSN'),
    enhancedStatusCodes: has('ENHANCEDSTATUSCODES'),
    requireTls: has('REQUIRETLS'),
    startTls: has('STARTTLS'),
    size: sizeOf(keywords.get('SIZE')),
    auth: Object.freeze(auth),
  });
}

function sizeOf(words: readonly string[] | undefined): number | null {
  if (words === undefined) return null;
  const digits = words[0] ?? '';
  return /^\d{1,20}$/.test(digits) ? Number(digits) : 0;
}
