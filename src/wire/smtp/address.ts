import { isIPv4, isIPv6 } from 'node:net';
import { badArgument } from './argument.js';
import { DOMAIN_BYTES, LOCAL_PART_BYTES, PATH_BYTES } from './limits.js';

// The everyday address, decided in one pass: printable ASCII without anything that needs a closer look.
const plain = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.]{1,64}@(?:[A-Za-z0-9_-]{1,63}\.){0,3}[A-Za-z0-9_-]{1,63}$/;

/**
 * Checks an address before it goes between angle brackets. The check is of form and length, not of taste: what RFC 5321
 * lets a server take is sent, and what could break out of the path or the line is refused.
 *
 * @param address `local@domain`, `local@[literal]`, a bare local part (`postmaster`), or empty for the null sender
 * @returns whether it needs SMTPUTF8 (RFC 6531 section 3.3)
 * @throws {WireError} `bad-argument` with the address: blanks, angle brackets or control characters outside of a quoted
 *   local part, an empty part, a part beyond its length (RFC 5321 section 4.5.3.1), a malformed quoted string or literal
 */
export function checkAddress(address: string): boolean {
  if (address.length < 254 && plain.test(address)) return false;
  if (address === '') return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
  if (/[\0-\x1f\x7f]/.test(address)) throw badArgument('The address holds control characters.', address);
  if (/\p{Surrogate}/u.test(address)) throw badArgument('The address is not valid Unicode.', address);
  const { local, domain } = split(address);
  if (local.startsWith('"')) {
    if (!/^"(?:[^"\\]|\\.)*"$/.test(local)) throw badArgument('The quoted local part is not well formed.', address);
  } else if (local === '' || /[\s<>()[\]:;@\\,"]/.test(local)) {
    throw badArgument('The local part is empty or holds characters that need quotes.', address);
  }
  if (domain !== null) checkDomain(domain, address);
  if (Buffer.byteLength(local) > LOCAL_PART_BYTES) throw badArgument('The local part is too long.', address);
  if (Buffer.byteLength(address) + 2 > PATH_BYTES) throw badArgument('The address is too long.', address);
  return /[^ -~]/.test(address);
}

/** The last @ outside of a quoted local part divides; a domain holds none. */
function split(address: string): { local: string; domain: string | null } {
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(address)?.[0];
  if (quoted !== undefined) {
    if (quoted.length === address.length) return { local: address, domain: null };
    if (address[quoted.length] !== '@') throw badArgument('Text follows the quoted local part.', address);
    return { local: quoted, domain: address.slice(quoted.length + 1) };
  }
  const at = address.lastIndexOf('@');
  return at < 0 ? { local: address, domain: null } : { local: address.slice(0, at), domain: address.slice(at + 1) };
}

function checkDomain(domain: string, address: string): void {
  if (domain.startsWith('[')) {
    const literal = /^\[([!-Z^-~]+)\]$/.exec(domain)?.[1];
    if (literal === undefined || !isLiteral(literal))
      throw badArgument('The address literal is not well formed.', address);
    return;
  }
  if (Buffer.byteLength(domain) > DOMAIN_BYTES) throw badArgument('The domain is too long.', address);
  if (/[\s<>()[\]:;@\\,"]/.test(domain) || domain.split('.').some((label) => label === '')) {
    throw badArgument('The domain is empty or malformed.', address);
  }
}

/** RFC 5321 section 4.1.3: IPv4, tagged IPv6, or another standardized tag that is not ours to judge. */
function isLiteral(text: string): boolean {
  const tagged = /^([A-Za-z0-9-]*[A-Za-z0-9]):(.+)$/.exec(text);
  if (tagged === null) return isIPv4(text);
  return tagged[1]?.toLowerCase() === 'ipv6' ? isIPv6(tagged[2] ?? '') : true;
}
