/**
 * Bytes of a charset that shifts between ASCII and letters of two bytes, as the charset that marks such letters by their
 * high bit.
 *
 * @param bytes the bytes
 * @param charset `iso-2022-kr`, which gives EUC-KR, or `hz-gb-2312`, which gives GB 2312
 * @spec RFC 1557 @spec RFC 1843
 */
export function unshifted(bytes: Uint8Array, charset: 'iso-2022-kr' | 'hz-gb-2312'): Uint8Array {
  const out = new Uint8Array(bytes.length);
  const hz = charset === 'hz-gb-2312';
  let length = 0;
  let wide = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0x0a) wide = false;
    if (hz && byte === TILDE && (!wide || bytes[at + 1] === CLOSE)) {
      const next = bytes[at + 1];
      at += 1;
      if (next === OPEN) wide = true;
      else if (next === CLOSE) wide = false;
      else if (next === TILDE) out[length++] = TILDE;
      // A tilde before a line end joins the lines.
      else if (next !== 0x0a) at -= 1;
      continue;
    }
    if (!hz && byte === ESCAPE) {
      // ESC $ ) C at the beginning says which charset this is.
      if (bytes[at + 1] === 0x24) at += 3;
      continue;
    }
    if (!hz && (byte === SHIFT_OUT || byte === SHIFT_IN)) wide = byte === SHIFT_OUT;
    else out[length++] = wide && byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte;
  }
  return out.subarray(0, length);
}

const TILDE = 0x7e;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const ESCAPE = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
