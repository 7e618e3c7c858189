import addressparser from 'nodemailer/lib/addressparser';
import type { OneOff } from './oneoff.js';

/**
 * Reads a name that a person typed as an address: `ann@example.com`, `Ann <ann@example.com>`, or with its type,
 * `FAX:555-1234`, `[SMTP:ann@example.com]`.
 *
 * @param text what was typed
 * @returns the recipient; null when the text is no address
 * @spec one-off-addresses
 */
export function typedAddress(text: string): OneOff | null {
  const bare = /^\[(.*)\]$/.exec(text.trim())?.[1] ?? text.trim();
  const typed = /^([A-Za-z][A-Za-z0-9]{0,31}):(.+)$/.exec(bare);
  if (typed && !bare.includes('<')) {
    const [, type = '', address = ''] = typed;
    const addressType = type.toUpperCase();
    if (addressType === 'SMTP' && !isSmtp(address)) return null;
    return { name: '', addressType, address: address.trim(), richInfo: addressType !== 'SMTP' };
  }
  const [parsed, ...others] = addressparser(bare);
  if (!parsed || others.length > 0 || !('address' in parsed) || !parsed.address || !isSmtp(parsed.address)) return null;
  return { name: parsed.name ?? '', addressType: 'SMTP', address: parsed.address, richInfo: false };
}

/** Whether a text can stand as the address of a mailbox: no blanks, no controls, one part before and one after the at sign. */
const isSmtp = (address: string): boolean =>
  /^[^\s@<>\p{Cc}]+@[^\s@<>\p{Cc}]+$/u.test(address.trim()) && address.length <= 320;
