import { open } from 'node:fs/promises';

/** The sizes of mail that are measured. */
export type MessageKind = 'small' | 'medium' | 'large';

/**
 * One message, in the form a program hands over and in the two forms it may have on the wire. A message is `repeats`
 * copies of a block; only the large one has more than one, so that 500 MB can be checked without being held.
 */
export interface BenchMessage {
  /** The block as a program hands it over: CRLF lines, one of them with a leading dot. */
  readonly block: Buffer;
  /** The block after dot-stuffing, as DATA carries it. */
  readonly stuffed: Buffer;
  /** How often the block is repeated. */
  readonly repeats: number;
}

/** Offset of the four digits in `X-Variant: 0007`, which tell the sink what message it is looking at. */
export const variantOffset: number = 'X-Variant: '.length;
/** Bytes at the start of a message that the sink must have seen before it can tell which message it is. */
export const variantBytes: number = variantOffset + 4;

const shapes: Readonly<Record<MessageKind, { bytes: number; variants: number; repeats: number }>> = {
  small: { bytes: 2048, variants: 64, repeats: 1 },
  medium: { bytes: 50 * 1024, variants: 16, repeats: 1 },
  // The block is no divisor or multiple of any buffer in use, so a lost, doubled or swapped buffer cannot go unseen.
  large: { bytes: 61_417, variants: 1, repeats: 8536 },
};

/**
 * Makes the messages of one size. Sender and sink each make their own copy: the bytes follow from the kind alone.
 *
 * @param kind the size
 * @returns the variants, in the order of their numbers
 */
export function makeMessages(kind: MessageKind): readonly BenchMessage[] {
  const { bytes, variants, repeats } = shapes[kind];
  return Array.from({ length: variants }, (_, number) => {
    const block = makeBlock(number, bytes);
    return { block, stuffed: stuff(block), repeats };
  });
}

/** Octets of a message as a program hands it over. */
export function messageBytes(message: BenchMessage): number {
  return message.block.length * message.repeats;
}

/**
 * Writes a message into a file.
 *
 * @param path where; an existing file is replaced
 * @param message what
 */
export async function writeMessage(path: string, message: BenchMessage): Promise<void> {
  const file = await open(path, 'w');
  try {
    const many = Buffer.concat(Array.from({ length: 64 }, () => message.block));
    for (let left = message.repeats; left > 0; left -= 64) {
      await file.writeFile(left >= 64 ? many : many.subarray(0, left * message.block.length));
    }
  } finally {
    await file.close();
  }
}

function makeBlock(number: number, bytes: number): Buffer {
  const random = generator(number + 1);
  let text = `X-Variant: ${String(number).padStart(4, '0')}\r\nFrom: <bench@example.com>\r\nTo: <sink@example.com>\r\n`;
  text += `Subject: message ${number}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n`;
  for (let line = 0; text.length < bytes - 100; line++) {
    text += `${line === 4 ? '.' : ''}${letters(random, 72)}\r\n`;
  }
  // An empty line closes the message, because smtp-source closes every message so.
  text += letters(random, bytes - text.length - 4);
  return Buffer.from(`${text}\r\n\r\n`, 'latin1');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function letters(random: () => number, count: number): string {
  let text = '';
  for (let i = 0; i < count; i++) text += alphabet[random() & 63];
  return text;
}

/** A linear congruential generator: the same bytes in every process and on every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 16;
  };
}

/** Dot-stuffing in the plainest way, independent of the code under measurement. */
function stuff(block: Buffer): Buffer {
  return Buffer.from(block.toString('latin1').replace(/^\./gm, '..'), 'latin1');
}
