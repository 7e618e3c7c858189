/**
 * Encodes text for a DSN parameter: what is not printable ASCII, `+` and `=` becomes `+` and two hex digits.
 *
 * @param text any text; characters outside of ASCII are encoded as their UTF-8 bytes
 * @returns ASCII without blanks
 * @spec RFC 3461 section 4
 */
export function xtext(text: string): string {
  if (/^[!-*,-<>-~]*$/.test(text)) return text;
  let encoded = '';
  for (const byte of Buffer.from(text, 'utf8')) {
    const keep = byte >= 33 && byte <= 126 && byte !== 43 && byte !== 61;
    encoded += keep ? String.fromCharCode(byte) : `+${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}
