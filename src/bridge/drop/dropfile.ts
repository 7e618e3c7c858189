import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { marshal } from '../../com/index.js';
import type { MapiFileDesc, MapiMessage } from '../../subsystem/index.js';
import { dropHeadBytes } from '../limits.js';
import { MapiMessage as MapiMessageType } from '../structures/simple.js';
import { interfaces } from '../vocabulary.js';

const { ByteReader, MalformedError } = marshal;

/** A call that a host left in the drop folder. */
export interface DroppedCall {
  /** Its identifier. */
  readonly id: Uint8Array;
  /** When it was left, as FILETIME. */
  readonly time: bigint;
  /** The function. */
  readonly function: string;
  /** The profile, null for the default one. */
  readonly profile: string | null;
  /** Its flags. */
  readonly flFlags: number;
  /** Its message; the bytes of its files are read from the file. */
  readonly message: MapiMessage;
}

const FORM = 1;
const DIGEST = 32;
const functions: Readonly<Record<number, string>> = { 5: 'MAPISendMail', 6: 'MAPISendMailW', 7: 'MAPISendDocuments' };

/**
 * Reads a file of the drop folder, does something with it, and closes it.
 *
 * @param path the file
 * @param work gets the call; the bytes of its files can be read until it ends
 * @throws {MalformedError} when the file is none, or not all of it is there
 */
export async function withDropFile<T>(path: string, work: (call: DroppedCall) => Promise<T>): Promise<T> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size < DIGEST) throw new MalformedError('the file is too short');
    const end = size - DIGEST;
    await verify(file, end);
    return await work(await read(file, end));
  } finally {
    await file.close();
  }
}

async function verify(file: FileHandle, end: number): Promise<void> {
  const hash = createHash('sha256');
  for await (const piece of pieces(file, 0, end)) hash.update(piece);
  if (!hash.digest().equals(await bytesAt(file, end, DIGEST))) throw new MalformedError('the file has been damaged');
}

async function read(file: FileHandle, end: number): Promise<DroppedCall> {
  const head = new ByteReader(await bytesAt(file, 0, Math.min(end, dropHeadBytes)));
  if (Buffer.from(head.raw(8)).toString('latin1') !== 'COMAILDR') throw new MalformedError('the file is no message');
  const form = head.u32();
  if (form !== FORM) throw new MalformedError(`nobody knows the form ${form}`);
  const id = head.raw(16);
  const time = head.u64();
  const name = functions[head.u32()];
  if (name === undefined) throw new MalformedError('the file is of no function');
  const profile = head.text();
  const flFlags = head.u32();
  const length = head.u32();
  const before = head.left;
  const message = MapiMessageType.read(head, noReferences) as unknown as MapiMessage;
  if (before - head.left !== length) throw new MalformedError('the message has another length');
  let at = Math.min(end, dropHeadBytes) - head.left;
  const lpFiles: MapiFileDesc[] = [];
  for (const each of message.lpFiles ?? []) {
    if (end - at < 8) throw new MalformedError('a file is missing');
    const size = new ByteReader(await bytesAt(file, at, 8)).number();
    if (size > end - at - 8) throw new MalformedError('a file is cut off');
    const from = at + 8;
    lpFiles.push({ ...each, content: pieces(file, from, from + size) });
    at = from + size;
  }
  if (at !== end) throw new MalformedError('something is left over');
  return { id, time, function: name, profile, flFlags, message: { ...message, lpFiles } };
}

/** A file refers to nothing. */
const noReferences: marshal.References = {
  write: () => {
    throw new TypeError('a file refers to nothing');
  },
  read: (reader) => {
    if (reader.u8() !== 0) throw new MalformedError('a file refers to nothing');
    return null;
  },
  iidOf: (guid) => interfaces.of(guid),
};

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let have = 0;
  while (have < length) {
    const { bytesRead } = await file.read(bytes, have, length - have, at + have);
    if (bytesRead === 0) throw new MalformedError('the file ends too early');
    have += bytesRead;
  }
  return bytes;
}

async function* pieces(file: FileHandle, from: number, to: number): AsyncGenerator<Buffer> {
  for (let at = from; at < to; ) {
    const piece = await bytesAt(file, at, Math.min(PIECE, to - at));
    at += piece.length;
    yield piece;
  }
}

const PIECE = 256 * 1024;
