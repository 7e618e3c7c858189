import { chanceBytes } from '../../../base/index.js';
import { type Guid, guidFromBytes, guidToBytes } from '../../../com/index.js';
import type { FileTime } from '../../../mapi/index.js';

/** A conversation index, taken apart. */
export interface ConversationIndex {
  /** When the conversation began, exact to 6.5 milliseconds. */
  readonly began: FileTime;
  /** What the conversation is called by. */
  readonly guid: Guid;
  /** The replies from the first to this message; none for the message that began it. */
  readonly replies: readonly ConversationReply[];
}

/** One reply within a conversation index. */
export interface ConversationReply {
  /** When it was written: exact to 26 milliseconds in the first 1.8 years, to 0.84 seconds in the first 57. */
  readonly time: FileTime;
  /** Four random bits. */
  readonly random: number;
  /** Four bits that count. */
  readonly sequence: number;
}

/** What a new conversation index needs besides its parent. */
export interface ConversationChoice {
  /** The time. */
  readonly now: FileTime;
  /** The name of a new conversation; a fresh one when left out. */
  readonly guid?: Guid;
  /** Four random bits; chosen when left out. */
  readonly random?: number;
  /** Four bits that count; 0 when left out. */
  readonly sequence?: number;
}

const headerBytes = 22;
const replyBytes = 5;
// A difference up to about 1.8 years drops 18 bits, a longer one 23.
const fineBits = 18n;
const coarseBits = 23n;

/**
 * Makes the conversation index of a message, as `ScCreateConversationIndex` does.
 *
 * @param parent the index of the message that is answered; empty, null or malformed for a message that begins a conversation
 * @param choice the time and, for tests, what is else left to chance
 * @returns 22 bytes for a first message, the parent's and 5 more for a reply
 * @spec sccreateconversationindex
 */
export function createConversationIndex(parent: Uint8Array | null, choice: ConversationChoice): Uint8Array {
  const root = parent ? parseConversationIndex(parent) : null;
  if (!parent || !root) return header(choice);
  const block = Buffer.alloc(replyBytes);
  const passed = choice.now > root.began ? choice.now - root.began : 0n;
  const coarse = passed >> fineBits > 0x7fffffffn;
  const ticks = (coarse ? passed >> coarseBits : passed >> fineBits) & 0x7fffffffn;
  block.writeUInt32BE(Number(ticks) + (coarse ? 0x80000000 : 0), 0);
  const random = choice.random ?? (chanceBytes(1)[0] as number);
  block[4] = ((random & 0xf) << 4) | ((choice.sequence ?? 0) & 0xf);
  return new Uint8Array(Buffer.concat([parent, block]));
}

/**
 * Takes a conversation index apart.
 *
 * @param index PR_CONVERSATION_INDEX
 * @returns its parts, or null when it is malformed
 * @spec pidtagconversationindex-canonical-property
 */
export function parseConversationIndex(index: Uint8Array): ConversationIndex | null {
  if (index.length < headerBytes || (index.length - headerBytes) % replyBytes !== 0 || index[0] !== 1) return null;
  const bytes = Buffer.from(index.buffer, index.byteOffset, index.length);
  const began = BigInt(bytes.readUIntBE(0, 6)) << 16n;
  const replies: ConversationReply[] = [];
  for (let at = headerBytes; at < bytes.length; at += replyBytes) {
    const ticks = bytes.readUInt32BE(at);
    const last = bytes[at + 4] as number;
    const passed = ticks >= 0x80000000 ? BigInt(ticks - 0x80000000) << coarseBits : BigInt(ticks) << fineBits;
    replies.push(Object.freeze({ time: began + passed, random: last >> 4, sequence: last & 0xf }));
  }
  return Object.freeze({ began, guid: guidFromBytes(bytes.subarray(6, headerBytes)), replies: Object.freeze(replies) });
}

// The header holds the upper 48 bits of the time; in our days the first byte of them is the 1 that the layout asks for.
function header({ now, guid }: ConversationChoice): Uint8Array {
  const bytes = new Uint8Array(headerBytes);
  let time = Number(now >> 16n);
  for (let at = 5; at > 0; at--) {
    bytes[at] = time;
    time = Math.floor(time / 256);
  }
  bytes[0] = 1;
  bytes.set(guid ? guidToBytes(guid) : freshGuid(), 6);
  return bytes;
}

/** A new random GUID (version 4) as Windows lays it out: every message that is sent has one, so it is not written out and read first. */
function freshGuid(): Uint8Array {
  const bytes = chanceBytes(16);
  bytes[7] = ((bytes[7] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes;
}
