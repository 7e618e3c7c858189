import { createHash, createHmac } from 'node:crypto';
import { desl } from './des.js';
import { md4 } from './md4.js';

/** What answers the server's challenge, and the key that both sides then share. */
export interface NtlmResponses {
  readonly lm: Buffer;
  readonly nt: Buffer;
  /** 16 bytes. */
  readonly sessionKey: Buffer;
}

/**
 * NTLM version 1, for servers that know neither target information nor extended session security.
 *
 * The LM field repeats the NT response, as a client does that is told to give no LM response: the true one hashes at
 * most 14 upper-case characters in two halves and is broken in seconds, and servers read the NT field first.
 *
 * @param password as typed
 * @param serverChallenge 8 bytes
 * @returns both responses, 24 bytes each
 * @spec MS-NLMP section 3.3.1
 */
export function ntlmV1(password: string, serverChallenge: Uint8Array): NtlmResponses {
  const hash = passwordHash(password);
  const nt = desl(hash, serverChallenge);
  return { lm: Buffer.from(nt), nt, sessionKey: md4(hash) };
}

/**
 * NTLM version 1 with extended session security: the client's challenge is mixed into the server's.
 *
 * @param password as typed
 * @param serverChallenge 8 bytes
 * @param clientChallenge 8 bytes
 * @returns both responses, 24 bytes each
 * @spec MS-NLMP section 3.3.1
 */
export function ntlmV1Extended(
  password: string,
  serverChallenge: Uint8Array,
  clientChallenge: Uint8Array,
): NtlmResponses {
  const hash = passwordHash(password);
  const both = Buffer.concat([serverChallenge, clientChallenge]);
  const mixed = createHash('md5').update(both).digest().subarray(0, 8);
  const lm = Buffer.concat([clientChallenge, Buffer.alloc(16)]);
  return {
    lm,
    nt: desl(hash, mixed),
    sessionKey: hmacMd5(md4(hash), Buffer.concat([serverChallenge, lm.subarray(0, 8)])),
  };
}

/** What NTLM version 2 computes its responses from. */
export interface NtlmV2Input {
  readonly user: string;
  readonly domain: string;
  readonly password: string;
  /** 8 bytes. */
  readonly serverChallenge: Uint8Array;
  /** 8 bytes. */
  readonly clientChallenge: Uint8Array;
  /** 8 bytes, little endian, units of 100 ns since 1601. */
  readonly time: Uint8Array;
  /** The AV pairs to answer, with their end mark. */
  readonly targetInfo: Uint8Array;
}

/**
 * NTLM version 2.
 *
 * @param input names, password, challenges, time and target information
 * @returns the responses: LM 24 bytes, NT 48 bytes and the target information
 * @spec MS-NLMP section 3.3.2
 */
export function ntlmV2(input: NtlmV2Input): NtlmResponses {
  const name = Buffer.from(upperCase(input.user) + input.domain, 'utf16le');
  const key = hmacMd5(passwordHash(input.password), name);
  const temp = Buffer.concat([
    Buffer.from([1, 1, 0, 0, 0, 0, 0, 0]),
    input.time,
    input.clientChallenge,
    Buffer.alloc(4),
    input.targetInfo,
    Buffer.alloc(4),
  ]);
  const proof = hmacMd5(key, Buffer.concat([input.serverChallenge, temp]));
  const lm = hmacMd5(key, Buffer.concat([input.serverChallenge, input.clientChallenge]));
  return {
    lm: Buffer.concat([lm, input.clientChallenge]),
    nt: Buffer.concat([proof, temp]),
    sessionKey: hmacMd5(key, proof),
  };
}

/**
 * The keyed MD5 that NTLM uses throughout.
 *
 * @param key the key
 * @param data what to authenticate
 * @returns 16 bytes
 * @spec MS-NLMP section 6
 */
export function hmacMd5(key: Uint8Array, data: Uint8Array): Buffer {
  return createHmac('md5', key).update(data).digest();
}

function passwordHash(password: string): Buffer {
  return md4(Buffer.from(password, 'utf16le'));
}

/** Windows maps each UTF-16 unit to one unit: `ß` stays, where JavaScript would write `SS`. */
function upperCase(text: string): string {
  return Array.from(text, (character) => {
    const upper = character.toUpperCase();
    return upper.length === character.length ? upper : character;
  }).join('');
}
