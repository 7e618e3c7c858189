/**
 * The fields of a header, unfolded.
 *
 * @param bytes the message
 * @returns name and value of each, in their order
 */
export function fieldsOf(bytes: Uint8Array): readonly (readonly [name: string, value: string])[] {
  return headerOf(bytes)
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    });
}

/**
 * The header of a message as text, without the empty line behind it.
 *
 * @param bytes the message
 */
export function headerOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = buffer.indexOf('\r\n\r\n');
  const bare = buffer.indexOf('\n\n');
  const at = end < 0 ? bare : bare < 0 ? end : Math.min(end, bare);
  return buffer.toString('latin1', 0, at < 0 ? buffer.length : at);
}

/**
 * Puts fields before all others.
 *
 * @param bytes the message
 * @param fields name and value of each
 */
export const withFields = (bytes: Uint8Array, fields: readonly (readonly [string, string])[]): Uint8Array =>
  Buffer.concat([Buffer.from(fields.map(([name, value]) => `${name}: ${value}\r\n`).join(''), 'latin1'), bytes]);

/**
 * Writes a date as mail does.
 *
 * @param ms milliseconds since 1970
 * @spec RFC 5322 section 3.3
 */
export const mailDate = (ms: number): string => new Date(ms).toUTCString().replace('GMT', '+0000');

/**
 * The address in a field that holds one mailbox.
 *
 * @param value the field's value
 */
export const addressIn = (value: string): string => (/<([^<>]*)>[^<>]*$/.exec(value)?.[1] ?? value).trim();
