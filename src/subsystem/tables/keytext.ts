/**
 * Bytes as a string with one character for each, so that a Map can find them.
 *
 * @param bytes a key
 */
export const keyText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
