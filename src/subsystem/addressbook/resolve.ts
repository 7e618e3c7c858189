import addressparser from 'nodemailer/lib/addressparser';
import type { OneOff } from './oneoff.js';

/**
 * Reads what a person typed as a name and may mean as an address: `Ann[FAX:555-1234]`, `ann@example.com`, `Ann <ann@example.com>`,
 * `SMTP:ann@example.com`. Whatever else has a colon in it is a name.
 *
 * @param text what was typed
 * @returns the recipient; null when the text is no address
 * @spec one-off-addresses
 */
export function addressInName(text: string): OneOff | null {
  return customRecipient(text) ?? internetAddress(text.trim().replace(/^smtp:/i, ''));
}

/**
 * Reads what stands where an address is expected: as {@link addressInName}, and `FAX:555-1234` without brackets.
 *
 * @param text what was typed
 * @returns the recipient; null when the text is no address
 * @spec one-off-addresses
 */
export function typedAddress(text: string): OneOff | null {
  const [, type = '', address = ''] = /^\s*([A-Za-z][A-Za-z0-9]{0,31}):(.+)$/.exec(text) ?? [];
  if (type !== '' && !/[<[]/.test(text)) return recipientOf('', type, address);
  return addressInName(text);
}

/**
 * `Display name[Address type:Email address]`, where the name may be missing and nothing but blanks may follow. A backslash quotes what
 * has a meaning in this form; with an x and two hexadecimal digits it stands for what cannot be typed.
 */
function customRecipient(text: string): OneOff | null {
  const letters = unquoted(text);
  const plain = (letter: string, from: number): number =>
    letters.findIndex((one, at) => at >= from && !one.quoted && one.letter === letter);
  const open = plain('[', 0);
  const colon = open < 0 ? -1 : plain(':', open);
  const close = colon < 0 ? -1 : plain(']', open);
  if (close < colon || colon < 0) return null;
  const between = (from: number, to: number): string =>
    letters
      .slice(from, to)
      .map(({ letter }) => letter)
      .join('');
  if (between(close + 1, letters.length).trim() !== '') return null;
  return recipientOf(between(0, open), between(open + 1, colon), between(colon + 1, close));
}

function recipientOf(name: string, type: string, address: string): OneOff | null {
  const addressType = type.trim().toUpperCase();
  if (!/^[A-Z][A-Z0-9]{0,31}$/.test(addressType) || /^\s*$|\0/.test(address)) return null;
  if (addressType === 'SMTP' && !isSmtp(address)) return null;
  const kept = address.replace(/^[ \t]+|[ \t]+$/g, '');
  // Somebody without a name is called what can be seen of the address, which is all of it as a rule.
  const visible = kept.replace(/\p{Cc}+/gu, ' ').trim();
  const shown = name.replace(/\0/g, '').trim() || (visible === kept ? '' : visible);
  return { name: shown, addressType, address: kept, richInfo: addressType !== 'SMTP' };
}

interface Letter {
  readonly letter: string;
  readonly quoted: boolean;
}

/** The letters that are meant. A backslash before a letter without meaning is one, as in the example of the page. */
function unquoted(text: string): readonly Letter[] {
  const parts = text.match(/\\x[0-9a-f]{2}|\\[\\[\]:,;]|./gisu) ?? [];
  return parts.map((part) => {
    if (part.length < 2 || !part.startsWith('\\')) return { letter: part, quoted: false };
    const letter = part.length === 4 ? String.fromCharCode(Number.parseInt(part.slice(2), 16)) : part.slice(1);
    return { letter, quoted: true };
  });
}

function internetAddress(text: string): OneOff | null {
  const [parsed, ...others] = addressparser(text);
  if (!parsed || others.length > 0 || !('address' in parsed) || !parsed.address || !isSmtp(parsed.address)) return null;
  return { name: parsed.name ?? '', addressType: 'SMTP', address: parsed.address, richInfo: false };
}

/** Whether a text can stand as the address of a mailbox: no blanks, no controls, one part before and one after the at sign. */
const isSmtp = (address: string): boolean =>
  /^[^\s@<>\p{Cc}]+@[^\s@<>\p{Cc}]+$/u.test(address.trim()) && address.length <= 320;
