import { addressParser } from 'postal-mime';
import { READ_ADDRESSES } from '../limits.js';
import { decodeWords, portableWords } from './words.js';

/** Somebody in an address field. */
export interface ReadMailbox {
  /** The display name, decoded; empty when there is none. */
  readonly name: string;
  /** The address; empty for a group that names nobody. */
  readonly address: string;
}

/**
 * Reads an address field. Groups give their members; one without members gives its name, unless it only says that
 * recipients are hidden.
 *
 * @param text the field's value; null gives nobody
 * @spec RFC 5322 section 3.4
 */
export function readAddresses(text: string | null): readonly ReadMailbox[] {
  if (text === null || text === '') return [];
  const [, plain, named, within] = SIMPLE.exec(text) ?? [];
  // What most mail has, and what needs no parser.
  if (plain !== undefined) return [{ name: '', address: plain }];
  if (within !== undefined) return [{ name: (named ?? '').trim(), address: within }];
  const found: ReadMailbox[] = [];
  for (const one of addressParser(portableWords(text.slice(0, MOST_LETTERS)))) {
    if (one.group === undefined) found.push(mailbox(one.name, one.address));
    else if (one.group.length > 0) for (const member of one.group) found.push(mailbox(member.name, member.address));
    else if (!/undisclosed|unlisted/i.test(one.name)) found.push({ name: clean(decodeWords(one.name)), address: '' });
    if (found.length >= READ_ADDRESSES) break;
  }
  return found.filter(({ name, address }) => name !== '' || address !== '');
}

const SIMPLE = /^(?:<?([\w.+=-]+@[\w.-]+)>?|([A-Za-z0-9][A-Za-z0-9 _-]{0,99}) <([\w.+=-]+@[\w.-]+)>)$/;

// Every address takes a few letters; READ_ADDRESSES of them fit.
const MOST_LETTERS = 2 * 1024 * 1024;

function mailbox(name: string, address: string): ReadMailbox {
  const where = clean(address);
  // A quote that never ends swallows the brackets around an address.
  const [, words = '', within] = /^([^<>]*)<([^<>\s]+@[^<>\s]+)>?$/.exec(where) ?? [];
  return within === undefined ? { name: clean(name), address: where } : { name: clean(name || words), address: within };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: no name and no address has them.
const clean = (text: string): string => text.replaceAll(/[\x00-\x1f\x7f]+/g, ' ').trim();
