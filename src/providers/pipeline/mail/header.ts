/**
 * The fields of a header, unfolded.
 *
 * @param header the header, without the empty line behind it
 * @returns name and value of each, in their order
 */
export function fieldsOf(header: string): readonly (readonly [name: string, value: string])[] {
  return header
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    });
}

/**
 * The header of a message, one character for each byte, without the empty line behind it.
 *
 * @param bytes the beginning of the message
 * @returns the text; and whether that empty line is among the bytes
 */
export function headerOf(bytes: Uint8Array): { readonly text: string; readonly whole: boolean } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = buffer.indexOf('\r\n\r\n');
  const bare = buffer.indexOf('\n\n');
  const at = end < 0 ? bare : bare < 0 ? end : Math.min(end, bare);
  return { text: buffer.toString('latin1', 0, at < 0 ? buffer.length : at), whole: at >= 0 };
}

/**
 * Fields as lines of a header.
 *
 * @param fields name and value of each
 */
export const linesOf = (fields: readonly (readonly [string, string])[]): string =>
  fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');

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
