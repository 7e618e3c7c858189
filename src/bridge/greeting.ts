import { createHmac, timingSafeEqual } from 'node:crypto';

/** The newest version of the protocol that this program speaks, and the oldest. docs/protocol.md */
export const VERSION = 1;
/** The oldest one. */
export const OLDEST_VERSION = 1;

/** How long each message of a greeting is. */
export const HOST_HELLO = 48;
/** The service's answer. */
export const SERVICE_HELLO = 80;
/** The host's proof. */
export const PROOF = 32;
/** The part of the service's answer that the proofs are about. */
const HEAD = 48;

const MAGIC = Buffer.from('COMAILBR', 'latin1');

/**
 * The first message.
 *
 * @param nonce 32 random bytes
 */
export function hostHello(nonce: Uint8Array): Buffer {
  return hello(OLDEST_VERSION, VERSION, nonce);
}

/**
 * The second message.
 *
 * @param secret what both know
 * @param host the first message
 * @param nonce 32 random bytes
 * @returns null when the first message is none
 */
export function serviceHello(secret: Uint8Array, host: Buffer, nonce: Uint8Array): Buffer | null {
  if (!isHello(host)) return null;
  const [oldest, newest] = [host.readUInt16LE(8), host.readUInt16LE(10)];
  if (oldest > newest) return null;
  const version = Math.min(newest, VERSION) >= Math.max(oldest, OLDEST_VERSION) ? Math.min(newest, VERSION) : 0;
  const head = hello(version, 0, nonce);
  return Buffer.concat([head, proof(secret, 'comail bridge service', host, head)]);
}

/**
 * The third message.
 *
 * @param secret what both know
 * @param host the first message
 * @param service the second one
 * @returns the version and the message; null when the service does not know the secret
 */
export function hostProof(
  secret: Uint8Array,
  host: Buffer,
  service: Buffer,
): { readonly version: number; readonly proof: Buffer } | null {
  const head = service.subarray(0, HEAD);
  const expected = proof(secret, 'comail bridge service', host, head);
  if (!isHello(head) || !timingSafeEqual(expected, service.subarray(HEAD, SERVICE_HELLO))) return null;
  return { version: head.readUInt16LE(8), proof: proof(secret, 'comail bridge host', host, head) };
}

/**
 * Whether the third message is right.
 *
 * @param secret what both know
 * @param host the first message
 * @param service the second one
 * @param given the third one
 */
export function isHostProof(secret: Uint8Array, host: Buffer, service: Buffer, given: Buffer): boolean {
  return timingSafeEqual(proof(secret, 'comail bridge host', host, service.subarray(0, HEAD)), given);
}

function hello(first: number, second: number, nonce: Uint8Array): Buffer {
  const bytes = Buffer.alloc(HEAD);
  MAGIC.copy(bytes);
  bytes.writeUInt16LE(first, 8);
  bytes.writeUInt16LE(second, 10);
  bytes.set(nonce, 16);
  return bytes;
}

const isHello = (bytes: Buffer): boolean =>
  bytes.subarray(0, MAGIC.length).equals(MAGIC) && bytes.readUInt32LE(12) === 0;

const proof = (secret: Uint8Array, role: string, host: Buffer, head: Buffer): Buffer =>
  createHmac('sha256', secret).update(`${role}\0`).update(host).update(head).digest();
