import addressparser from 'nodemailer/lib/addressparser';
import { UsageError } from './io.js';

/**
 * The bare addresses of an option that may be given several times, each time with several addresses.
 *
 * @param values what was typed: `Ann <ann@example.org>, bob@example.org`
 * @param option its name, for the complaint
 * @returns each address once, in the order typed
 * @throws {UsageError} for an entry without an address, so that nobody is left out in silence
 * @spec RFC 5322 section 3.4
 */
export function bareAddresses(values: readonly string[], option: string): readonly string[] {
  const found = new Set<string>();
  for (const value of values) {
    const entries = addressparser(value, { flatten: true });
    if (entries.length === 0) throw new UsageError(`${option} is empty: write name@example.org.`);
    for (const { address, name } of entries) {
      if (!/^[^\s<>]+@[^\s<>]+$/.test(address))
        throw new UsageError(`${option} "${address || name || value}" is no address: write name@example.org.`);
      found.add(address);
    }
    for (const address of looksLikeAddresses(value))
      if (!found.has(address))
        throw new UsageError(`${option} "${value}" has no comma between ${address} and its neighbour.`);
  }
  return [...found];
}

// The parser is lenient: of two addresses without a comma between them it takes one for a name.
function looksLikeAddresses(value: string): readonly string[] {
  const bare = value.replace(/"(?:[^"\\]|\\.)*"|\([^)]*\)/g, ' ');
  return bare.match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? [];
}

/**
 * The sender's bare address.
 *
 * @param value what was typed; `<>` is the null sender of reports
 * @throws {UsageError} for no address, and for more than one
 * @spec RFC 5321 section 4.5.5
 */
export function senderAddress(value: string): string {
  if (value.trim() === '<>') return '';
  const [address = '', ...others] = bareAddresses([value], '--from');
  if (others.length > 0) throw new UsageError('--from takes one address.');
  return address;
}
