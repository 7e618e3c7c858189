import { READ_ADDRESSES, READ_NAME } from '../limits.js';
import { type AddressToken, addressTokens } from './addresstokens.js';
import { decodeWords } from './words.js';

/** Somebody in an address field. */
export interface ReadMailbox {
  /** The display name, decoded; empty when there is none. */
  readonly name: string;
  /** The address; empty for a group that names nobody. */
  readonly address: string;
}

/**
 * Reads an address field. Groups give their members; one without members gives its name, unless it only says that
 * recipients are hidden. A comment is the name of who has none else.
 *
 * @param text the field's value; null gives nobody
 * @spec RFC 5322 section 3.4 @spec RFC 5322 section 4.4
 */
export function readAddresses(text: string | null): readonly ReadMailbox[] {
  if (text === null || text === '') return [];
  const [, plain, named, within] = (text.length <= READ_NAME && SIMPLE.exec(text)) || [];
  // What most mail has, and what needs no parser.
  if (plain !== undefined) return [{ name: '', address: plain }];
  if (within !== undefined) return [{ name: (named ?? '').trim(), address: within }];
  const found: ReadMailbox[] = [];
  let group: { readonly name: string; readonly from: number } | null = null;
  let part = new Part();
  const take = (): void => {
    for (const one of mailboxesOf(part.tokens)) if (one.name !== '' || one.address !== '') found.push(one);
    part = new Part();
  };
  const tokens = addressTokens(text.slice(0, MOST_LETTERS));
  for (const [at, token] of tokens.entries()) {
    if (token.kind === ':' && part.isPhrase) {
      group = { name: cut(nameOf(part.tokens)), from: found.length };
      part = new Part();
    } else if (token.kind === ';' && group !== null) {
      take();
      if (found.length === group.from && group.name !== '' && !HIDDEN.test(group.name))
        found.push({ name: group.name, address: '' });
      group = null;
    } else if ((token.kind === ',' && !part.inRoute) || (token.kind === ';' && tokens[at + 1]?.kind !== '>')) {
      take();
      if (found.length >= READ_ADDRESSES) break;
    } else part.add(token);
  }
  take();
  return found.slice(0, READ_ADDRESSES);
}

const SIMPLE = /^(?:<?([\w.+=-]+@[\w.-]+)>?|([A-Za-z0-9][A-Za-z0-9 _-]{0,99}) <([\w.+=-]+@[\w.-]+)>)$/;

// Every address takes a few letters; READ_ADDRESSES of them fit.
const MOST_LETTERS = 2 * 1024 * 1024;
const HIDDEN = /undisclosed|unlisted/i;

/** What stands between two commas. */
class Part {
  readonly tokens: AddressToken[] = [];
  /** Whether it may name a group: there are only words so far. */
  isPhrase = false;
  /** Whether a comma parts the hosts of a route, `<@a,@b:ann@example.org>`. */
  inRoute = false;

  add(token: AddressToken): void {
    const { kind } = token;
    const word = kind === 'word' || kind === 'quoted' || kind === 'comment';
    this.isPhrase = word && (this.isPhrase || this.tokens.length === 0);
    if (kind === '@') this.inRoute ||= this.tokens.at(-1)?.kind === '<';
    else if (kind === ':' || kind === '>') this.inRoute = false;
    this.tokens.push(token);
  }
}

function mailboxesOf(part: readonly AddressToken[]): ReadMailbox[] {
  if (part.every(({ kind }) => kind === 'comment')) return [];
  return part.some(({ kind }) => kind === '<') ? [inBrackets(part)] : withoutBrackets(part);
}

function inBrackets(part: readonly AddressToken[]): ReadMailbox {
  // A quote that was forgotten may have swallowed other brackets; the last are those of the address.
  const open = part.findLastIndex(({ kind }) => kind === '<');
  const closed = part.findIndex(({ kind }, at) => at > open && kind === '>');
  const end = closed < 0 ? part.length : closed;
  const within = part.slice(open + 1, end).filter(({ kind }) => kind !== 'comment');
  const route = within[0]?.kind === '@' ? within.findLastIndex(({ kind }) => kind === ':') : -1;
  const name = nameOf(part.slice(0, open)) || nameOf(part.slice(end + 1));
  const inside = within.slice(route + 1);
  // Words with blanks between them are no local part: joined they would be somebody else's.
  const local = inside.slice(0, inside.findIndex(({ kind }) => kind === '@') + 1 || inside.length);
  const [apart] = local.every((_, at) => at === 0 || joined(local, at - 1, at)) ? [] : withoutBrackets(inside);
  return mailbox(name || apart?.name || commentIn(part), apart?.address ?? spelled(inside));
}

/** An address alone, or among words: `John Doe john@example.org`. */
function withoutBrackets(part: readonly AddressToken[]): ReadMailbox[] {
  const words = part.filter(({ kind }) => kind !== 'comment');
  const addresses: string[] = [];
  const rest: (readonly AddressToken[])[] = [];
  let end = 0;
  for (const [sign, { kind }] of words.entries()) {
    if (kind !== '@' || sign < end) continue;
    let from = sign;
    while (from > end && joined(words, from - 1, from)) from -= 1;
    rest.push(words.slice(end, from));
    end = sign + 1;
    while (end < words.length && joined(words, end - 1, end)) end += 1;
    addresses.push(spelled(words.slice(from, end)));
  }
  rest.push(words.slice(end));
  // Addresses with nothing but blanks between them.
  if (addresses.length > 1) return addresses.map((address) => mailbox('', address));
  const [address] = addresses;
  const name = nameOf(rest.flat());
  if (address !== undefined) return [mailbox(name || commentIn(part), address)];
  // Some programs put quotes around an address.
  return [LONE.test(name) ? mailbox(commentIn(part), name) : mailbox(name || commentIn(part), '')];
}

// Who is called as the address is has no name. What is too long for an address is told as a name.
const mailbox = (name: string, address: string): ReadMailbox =>
  address.length > READ_NAME
    ? { name: cut(name || address), address: '' }
    : { name: name === address ? '' : cut(name), address };

const LONE = /^[^\s<>"@]+@[^\s<>"@]+$/;

/** Whether two neighbours belong to one address; old mail has blanks around the dots and the sign in it. */
function joined(words: readonly AddressToken[], left: number, right: number): boolean {
  const [one, two] = [words[left] as AddressToken, words[right] as AddressToken];
  if (!two.apart || one.kind === '@' || two.kind === '@') return true;
  return one.raw.endsWith('.') || two.raw.startsWith('.');
}

// Not within a letter of two halves.
const cut = (name: string): string =>
  name.length <= READ_NAME ? name : name.slice(0, READ_NAME).replace(/[\ud800-\udbff]$/, '');

const spelled = (words: readonly AddressToken[]): string => clean(words.map(({ raw }) => raw).join(''));

/** The name that words and strings in quotes make. */
const nameOf = (part: readonly AddressToken[]): string => clean(decodeWords(phrase(part)));

const phrase = (part: readonly AddressToken[]): string =>
  part
    .filter(({ kind }) => kind !== 'comment')
    .map(({ text, apart }, at) => (apart && at > 0 ? ` ${text}` : text))
    .join('');

const commentIn = (part: readonly AddressToken[]): string =>
  clean(decodeWords(part.find(({ kind }) => kind === 'comment')?.text ?? ''));

// biome-ignore lint/suspicious/noControlCharactersInRegex: no name and no address has them.
const clean = (text: string): string => text.replaceAll(/[\x00-\x1f\x7f]+/g, ' ').trim();
