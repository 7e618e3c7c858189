import { ownName } from '../wire/index.js';
import { type INETSERVER, ISF_SMTP_USEIPFORHELO } from './types/inetserver.js';

/**
 * Who HELO and EHLO say we are: the address in brackets when the server data ask for it, else the name that the settings
 * give, else the computer's full name where it has one. RFC 5321 section 4.1.4
 *
 * @param server the server data
 * @param name the settings' name, or null
 * @param localAddress our end of the connection
 * @spec oe-inetserver
 */
export function heloName(server: INETSERVER, name: string | null, localAddress: string | null): string {
  if ((server.dwFlags & ISF_SMTP_USEIPFORHELO) !== 0) return literal(localAddress);
  return name ?? ownName(localAddress);
}

function literal(address: string | null): string {
  const plain = (address ?? '127.0.0.1').replace(/^::ffff:/i, '').replace(/%.*$/, '');
  return plain.includes(':') ? `[IPv6:${plain}]` : `[${plain}]`;
}
