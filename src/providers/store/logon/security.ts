import type { StorePlace } from '../mailbox/store-entryid.js';

const version = 1;
const header = 17;

/**
 * What the spooler needs to open the same store without a dialog: a version, the MAPIUID of the store, the path of the file.
 * The bytes mean the same in another process.
 *
 * @param place the store
 * @spec imsprovider-logon
 */
export const spoolSecurityOf = ({ uid, path }: StorePlace): Uint8Array =>
  new Uint8Array(Buffer.concat([Uint8Array.of(version), uid, Buffer.from(path)]));

/**
 * Reads what {@link spoolSecurityOf} wrote.
 *
 * @param bytes what MAPI passed on
 * @returns the store; null when the bytes are not from here
 */
export function placeOfSpoolSecurity(bytes: Uint8Array): StorePlace | null {
  if (!(bytes instanceof Uint8Array) || bytes.length <= header || bytes[0] !== version) return null;
  return { uid: bytes.slice(1, header), path: Buffer.from(bytes.subarray(header)).toString() };
}
