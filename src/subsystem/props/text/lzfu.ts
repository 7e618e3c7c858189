import { ComError } from '../../../com/index.js';
import { MAPI_E_CORRUPT_DATA } from '../../../mapi/index.js';
import { wholeBytes } from '../limits.js';

// Both ends begin with this text in the dictionary, so that the usual head of an RTF text costs next to nothing.
const preset: Buffer = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript ' +
    '\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par ' +
    '\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
);

const compressedMagic = 0x75465a4c;
const plainMagic = 0x414c454d;
const headBytes = 16;
const windowBytes = 4096;
const shortest = 3;
const longest = 17;
// How many earlier places are tried for the longest match: more find little.
const tries = 48;

/**
 * Compresses RTF for PR_RTF_COMPRESSED.
 *
 * @param rtf the text
 * @param compress false for the form that is only wrapped (STORE_UNCOMPRESSED_RTF)
 * @returns header and contents
 * @spec wrapcompressedrtfstream
 */
export function compressRtf(rtf: Uint8Array, compress = true): Uint8Array {
  const contents = compress ? packed(Buffer.concat([preset, rtf])) : Buffer.from(rtf);
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(contents.length + headBytes - 4, 0);
  head.writeUInt32LE(rtf.length, 4);
  head.writeUInt32LE(compress ? compressedMagic : plainMagic, 8);
  head.writeUInt32LE(compress ? crcOf(contents) : 0, 12);
  return new Uint8Array(Buffer.concat([head, contents]));
}

/**
 * Takes RTF out of PR_RTF_COMPRESSED.
 *
 * @param bytes the property
 * @returns the text
 * @throws {ComError} `MAPI_E_CORRUPT_DATA` when the header, the sum or the contents are wrong: take PR_BODY then
 * @spec wrapcompressedrtfstream
 */
export function decompressRtf(bytes: Uint8Array): Uint8Array {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (source.length < headBytes) throw corrupt('is shorter than its header');
  const end = source.readUInt32LE(0) + 4;
  const size = source.readUInt32LE(4);
  const magic = source.readUInt32LE(8);
  if (end > source.length || end < headBytes) throw corrupt('tells a length that it does not have');
  const contents = source.subarray(headBytes, end);
  if (magic === plainMagic) {
    if (size > contents.length) throw corrupt('is cut off');
    return new Uint8Array(contents.subarray(0, size));
  }
  if (magic !== compressedMagic) throw corrupt('is in no known form');
  if (crcOf(contents) !== source.readUInt32LE(12)) throw corrupt('has a wrong sum');
  // No two bytes stand for more than seventeen, so a size beyond that is a lie that would only cost memory.
  if (size > wholeBytes || size > contents.length * longest) throw corrupt('tells a size that it can not have');
  return unpacked(contents, size);
}

function unpacked(contents: Buffer, size: number): Uint8Array {
  const all = Buffer.alloc(preset.length + size);
  preset.copy(all);
  let at = preset.length;
  for (let read = 0; read < contents.length; ) {
    let control = contents[read++] as number;
    for (let bit = 0; bit < 8 && read < contents.length; bit++, control >>= 1) {
      if ((control & 1) === 0) {
        if (at === all.length) throw corrupt('is longer than it tells');
        all[at++] = contents[read++] as number;
        continue;
      }
      if (read + 1 >= contents.length) throw corrupt('ends within a reference');
      const word = contents.readUInt16BE(read);
      read += 2;
      const back = (at - (word >> 4)) & (windowBytes - 1);
      if (back === 0) {
        if (at !== all.length) throw corrupt('is shorter than it tells');
        return new Uint8Array(all.subarray(preset.length));
      }
      const length = (word & 0xf) + 2;
      if (at + length > all.length) throw corrupt('is longer than it tells');
      // What nobody wrote yet is zero in a dictionary, though no compressor refers to it.
      for (let n = 0; n < length; n++, at++) all[at] = at - back < 0 ? 0 : (all[at - back] as number);
    }
  }
  throw corrupt('has no end');
}

/** Compresses what follows the preset, by references to at most 4095 bytes before. */
function packed(all: Buffer): Buffer {
  const out = Buffer.alloc(Math.ceil(((all.length - preset.length) * 9) / 8) + 8);
  const heads = new Int32Array(1 << 16).fill(-1);
  const earlier = new Int32Array(windowBytes);
  const hash = (at: number): number =>
    (((all[at] as number) << 8) ^ ((all[at + 1] as number) << 4) ^ (all[at + 2] as number)) & 0xffff;
  const remember = (at: number): void => {
    if (at + shortest > all.length) return;
    earlier[at & (windowBytes - 1)] = heads[hash(at)] as number;
    heads[hash(at)] = at;
  };
  for (let at = 0; at < preset.length; at++) remember(at);
  let written = 0;
  let control = 0;
  let bit = 8;
  const begin = (reference: boolean): void => {
    if (bit === 8) {
      control = written++;
      bit = 0;
    }
    if (reference) (out as Uint8Array)[control] = (out[control] as number) | (1 << bit);
    bit++;
  };
  const refer = (place: number, length: number): void => {
    begin(true);
    written = out.writeUInt16BE(((place & (windowBytes - 1)) << 4) | length, written);
  };
  let at = preset.length;
  while (at < all.length) {
    const { from, length } = longestMatch(
      all,
      at,
      at + shortest <= all.length ? (heads[hash(at)] as number) : -1,
      earlier,
    );
    if (length >= shortest) refer(from, length - 2);
    else {
      begin(false);
      out[written++] = all[at] as number;
    }
    for (const next = at + Math.max(1, length); at < next; at++) remember(at);
  }
  refer(at, 0);
  return out.subarray(0, written);
}

function longestMatch(all: Buffer, at: number, head: number, earlier: Int32Array): { from: number; length: number } {
  let from = 0;
  let length = 0;
  const most = Math.min(longest, all.length - at);
  for (let place = head, left = tries; place >= 0 && at - place < windowBytes && left > 0; left--) {
    let n = 0;
    while (n < most && all[place + n] === all[at + n]) n++;
    if (n > length) {
      from = place;
      length = n;
      if (n === most) break;
    }
    const next = earlier[place & (windowBytes - 1)] as number;
    if (next >= place) break;
    place = next;
  }
  return length >= shortest ? { from, length } : { from: 0, length: 0 };
}

const crcTable: Uint32Array = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/**
 * The sum that compressed RTF carries: CRC-32 without its inversions.
 *
 * @param bytes what is summed
 */
export function crcOf(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return crc >>> 0;
}

const corrupt = (how: string): ComError => new ComError(MAPI_E_CORRUPT_DATA, `the compressed RTF ${how}`);
