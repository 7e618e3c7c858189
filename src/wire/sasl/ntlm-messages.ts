import { authError } from './auth-error.js';

/**
 * The NEGOTIATE flags that the client reads or sets.
 *
 * @spec MS-NLMP section 2.2.2.5
 */
export const ntlmFlags: Readonly<
  Record<'unicode' | 'oem' | 'requestTarget' | 'ntlm' | 'alwaysSign' | 'extendedSecurity' | 'targetInfo', number>
> = Object.freeze({
  unicode: 0x0000_0001,
  oem: 0x0000_0002,
  requestTarget: 0x0000_0004,
  ntlm: 0x0000_0200,
  alwaysSign: 0x0000_8000,
  extendedSecurity: 0x0008_0000,
  targetInfo: 0x0080_0000,
});

/** The AV pairs that the client reads or writes. MS-NLMP section 2.2.2.1. */
const avId = Object.freeze({ end: 0, flags: 6, timestamp: 7 });

/** Says in MsvAvFlags that the AUTHENTICATE message carries a MIC. */
const MIC_PRESENT = 2;

const SIGNATURE = Buffer.from('NTLMSSP\0', 'latin1');

/** Where the MIC stands in the AUTHENTICATE message, and how long the fixed part is. */
const MIC_OFFSET = 72;
const AUTHENTICATE_HEADER = 88;

/**
 * Writes the NEGOTIATE message (type 1). No domain and no workstation are told before the server is known.
 *
 * @param flags what the client offers
 * @returns 40 bytes
 * @spec MS-NLMP section 2.2.1.1
 */
export function negotiateMessage(flags: number): Buffer {
  const message = Buffer.alloc(40);
  message.set(SIGNATURE);
  message.writeUInt32LE(1, 8);
  message.writeUInt32LE(flags >>> 0, 12);
  return message;
}

/** The CHALLENGE message (type 2), as far as the client needs it. */
export interface NtlmChallenge {
  readonly flags: number;
  /** 8 bytes. */
  readonly serverChallenge: Buffer;
  /** The AV pairs without their end mark; null when the server sent none. */
  readonly targetInfo: Buffer | null;
  /** The server's own clock from its AV pairs, 8 bytes; null when absent. */
  readonly timestamp: Buffer | null;
}

/**
 * Tells whether bytes are an NTLM message at all.
 *
 * @param bytes what the server sent
 * @returns whether the NTLM signature starts them
 */
export function isNtlmMessage(bytes: Uint8Array): boolean {
  return SIGNATURE.equals(bytes.subarray(0, 8));
}

/**
 * Reads a CHALLENGE message.
 *
 * @param bytes the message
 * @returns its parts, copied
 * @throws {WireError} `protocol` when it is too short, of another type, or points outside itself
 * @spec MS-NLMP section 2.2.1.2
 */
export function readChallenge(bytes: Uint8Array): NtlmChallenge {
  const message = Buffer.from(bytes);
  if (message.length < 32 || !isNtlmMessage(message) || message.readUInt32LE(8) !== 2) throw malformed();
  const flags = message.readUInt32LE(20);
  const serverChallenge = message.subarray(24, 32);
  if ((flags & ntlmFlags.targetInfo) === 0) return { flags, serverChallenge, targetInfo: null, timestamp: null };
  if (message.length < 48) throw malformed();
  const length = message.readUInt16LE(40);
  const offset = message.readUInt32LE(44);
  if (offset + length > message.length) throw malformed();
  if (length === 0) return { flags, serverChallenge, targetInfo: null, timestamp: null };
  return { flags, serverChallenge, ...readTargetInfo(message.subarray(offset, offset + length)) };
}

function readTargetInfo(pairs: Buffer): Pick<NtlmChallenge, 'targetInfo' | 'timestamp'> {
  let timestamp: Buffer | null = null;
  let position = 0;
  while (position + 4 <= pairs.length) {
    const id = pairs.readUInt16LE(position);
    const length = pairs.readUInt16LE(position + 2);
    const value = pairs.subarray(position + 4, position + 4 + length);
    if (id === avId.end) return { targetInfo: pairs.subarray(0, position), timestamp };
    if (value.length < length) throw malformed();
    if (id === avId.timestamp) {
      if (length !== 8) throw malformed();
      timestamp = value;
    }
    position += 4 + length;
  }
  // The end mark is missing.
  throw malformed();
}

/**
 * Writes the AV pairs that the client answers with: the server's, and the word that a MIC follows.
 *
 * @param pairs the server's pairs without their end mark
 * @param withMic whether the AUTHENTICATE message will carry a MIC
 * @returns the pairs with their end mark
 * @spec MS-NLMP section 3.1.5.1.2
 */
export function answerTargetInfo(pairs: Uint8Array, withMic: boolean): Buffer {
  const kept: Buffer[] = [];
  let flags = withMic ? MIC_PRESENT : 0;
  const source = Buffer.from(pairs);
  for (let position = 0; position < source.length; ) {
    const end = position + 4 + source.readUInt16LE(position + 2);
    // A pair of flags may come once only, so the server's is merged into ours.
    if (source.readUInt16LE(position) === avId.flags && end - position === 8)
      flags |= source.readUInt32LE(position + 4);
    else kept.push(source.subarray(position, end));
    position = end;
  }
  if (flags !== 0) {
    const pair = Buffer.alloc(8);
    pair.writeUInt16LE(avId.flags, 0);
    pair.writeUInt16LE(4, 2);
    pair.writeUInt32LE(flags >>> 0, 4);
    kept.push(pair);
  }
  return Buffer.concat([...kept, Buffer.alloc(4)]);
}

/** What goes into an AUTHENTICATE message. */
export interface NtlmAuthenticate {
  readonly flags: number;
  readonly lm: Uint8Array;
  readonly nt: Uint8Array;
  readonly domain: string;
  readonly user: string;
  readonly workstation: string;
}

/**
 * Writes the AUTHENTICATE message (type 3), its MIC still zero.
 *
 * @param parts responses and names; names go out in UTF-16 or, without the Unicode flag, in ASCII
 * @returns the message
 * @throws {WireError} `unsupported` when the server knows no Unicode and a name is not ASCII
 * @spec MS-NLMP section 2.2.1.3
 */
export function authenticateMessage(parts: NtlmAuthenticate): Buffer {
  const name = (text: string): Buffer => encodeName(text, (parts.flags & ntlmFlags.unicode) !== 0);
  // Their order in the payload is free; this is the one Windows has, the one in the header is fixed.
  const domain = name(parts.domain);
  const user = name(parts.user);
  const workstation = name(parts.workstation);
  const payload = [domain, user, workstation, parts.lm, parts.nt];
  const header = Buffer.alloc(AUTHENTICATE_HEADER);
  header.set(SIGNATURE);
  header.writeUInt32LE(3, 8);
  for (const [index, field] of [parts.lm, parts.nt, domain, user, workstation].entries()) {
    const at = 12 + 8 * index;
    header.writeUInt16LE(field.length, at);
    header.writeUInt16LE(field.length, at + 2);
    header.writeUInt32LE(offsetOf(payload, field), at + 4);
  }
  // No session key travels, since nothing is signed or sealed after the logon; its empty field points to the end.
  header.writeUInt32LE(offsetOf(payload, null), 56);
  header.writeUInt32LE(parts.flags >>> 0, 60);
  return Buffer.concat([header, ...payload]);
}

/**
 * Writes the MIC into an AUTHENTICATE message.
 *
 * @param message the message as {@link authenticateMessage} made it; changed in place
 * @param mic 16 bytes
 * @spec MS-NLMP section 2.2.1.3
 */
export function writeMic(message: Buffer, mic: Uint8Array): void {
  message.set(mic, MIC_OFFSET);
}

function offsetOf(payload: readonly Uint8Array[], field: Uint8Array | null): number {
  let offset = AUTHENTICATE_HEADER;
  for (const part of payload) {
    if (part === field) break;
    offset += part.length;
  }
  return offset;
}

function encodeName(text: string, unicode: boolean): Buffer {
  if (unicode) return Buffer.from(text, 'utf16le');
  if (!/^[\x20-\x7e]*$/.test(text)) {
    throw authError('unsupported', 'The server knows no Unicode, and a name for NTLM is not ASCII.');
  }
  return Buffer.from(text, 'latin1');
}

function malformed(): Error {
  return authError('protocol', "The server's NTLM challenge is malformed.");
}
