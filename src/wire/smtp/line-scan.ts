/** What the byte before the next one was. */
export const LINE_START = 0;
/** In the middle of a line. */
export const WITHIN_LINE = 1;
/** Right after a CR. */
export const AFTER_CR = 2;
/** Where in a line a body stands between two chunks. */
export type LineState = typeof LINE_START | typeof WITHIN_LINE | typeof AFTER_CR;

const LF = 10;
const CR = 13;
const DOT = 46;

/**
 * Finds the first byte that can't be sent as it is: a bare LF, the byte after a bare CR, or (with `dots`) a dot that
 * begins a line.
 *
 * Bytes are looked at sixteen at a time: only CR, LF and a few control characters are below 14, and one subtraction of
 * four packed bytes tells whether any of them is there.
 *
 * @param bytes a chunk of a body
 * @param state where the chunk before ended
 * @param dots whether a leading dot is a fault (DATA) or not (BDAT)
 * @returns the place of the first fault, or the length when there is none
 */
export function firstFault(bytes: Uint8Array, state: LineState, dots: boolean): number {
  const length = bytes.length;
  if (length === 0) return 0;
  const first = bytes[0];
  if (state === AFTER_CR ? first !== LF : first === LF || (state === LINE_START && dots && first === DOT)) return 0;
  if (first === CR ? length > 1 && bytes[1] !== LF : first === LF && dots && bytes[1] === DOT) return 1;
  let at = 1;
  while (at < length && ((bytes.byteOffset + at) & 3) !== 0) {
    const fault = faultAt(bytes, at, dots);
    if (fault >= 0) return fault;
    at++;
  }
  const groups = (length - at) >> 4;
  if (groups > 0) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, groups * 4);
    for (let group = 0, word = 0; group < groups; group++, word += 4, at += 16) {
      const a = words[word] as number;
      const b = words[word + 1] as number;
      const c = words[word + 2] as number;
      const d = words[word + 3] as number;
      const low =
        (((a - 0x0e0e0e0e) & ~a) | ((b - 0x0e0e0e0e) & ~b) | ((c - 0x0e0e0e0e) & ~c) | ((d - 0x0e0e0e0e) & ~d)) &
        0x80808080;
      if (low === 0) continue;
      for (let each = at; each < at + 16; each++) {
        if ((bytes[each] as number) >= 14) continue;
        const fault = faultAt(bytes, each, dots);
        if (fault >= 0) return fault;
      }
    }
  }
  for (; at < length; at++) {
    const fault = faultAt(bytes, at, dots);
    if (fault >= 0) return fault;
  }
  return length;
}

/**
 * Where a body stands after a chunk.
 *
 * @param bytes the chunk as it is sent
 * @param state where it stood before
 * @returns where it stands now
 */
export function stateAfter(bytes: Uint8Array, state: LineState): LineState {
  if (bytes.length === 0) return state;
  const last = bytes[bytes.length - 1];
  if (last === CR) return AFTER_CR;
  return last === LF ? LINE_START : WITHIN_LINE;
}

// The place is behind the first byte, so there is a byte before it.
function faultAt(bytes: Uint8Array, at: number, dots: boolean): number {
  const byte = bytes[at];
  if (byte === CR) return at + 1 < bytes.length && bytes[at + 1] !== LF ? at + 1 : -1;
  if (byte !== LF) return -1;
  if (bytes[at - 1] !== CR) return at;
  return dots && bytes[at + 1] === DOT ? at + 1 : -1;
}
