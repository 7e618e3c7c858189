import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { limit } from '../base/index.js';
import { composeMime } from '../client/index.js';
import { createMemoryStream, type IStream, ok, openFileStream, streamFromReadable } from '../com/index.js';
import { type Io, UsageError } from './io.js';

const HELD_BYTES: number = limit(
  'cli.heldBytes',
  8 * 1024 * 1024,
  'bytes',
  'attachments up to this size in all are composed in memory, so that the server hears the size before; larger ones pass through',
);

const HEADER_BYTES: number = limit(
  'cli.headerBytes',
  256 * 1024,
  'bytes',
  'where the Message-ID of a ready message is looked for; servers refuse longer headers',
);

/** What a message is made of, as it was typed. */
export interface LetterOptions {
  readonly from: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly eml?: string;
  readonly attach?: readonly string[];
}

/** A message that is ready to be read. */
export interface Letter {
  /** The message; its reader releases it. */
  readonly stream: IStream;
  /** Its size, 0 when it is not known before. */
  readonly size: number;
  /** About as many bytes as will come, for a progress bar. */
  readonly expected: number;
  /** Its Message-ID; null when it has none, or passes through unseen. */
  readonly messageId: string | null;
}

/**
 * Makes the message: a file or the standard input as it is, or composed from its parts.
 *
 * @param options what was typed
 * @param io read for `-`
 * @throws {UsageError} for parts that do not go together, and for files that cannot be read
 */
export async function makeLetter(options: LetterOptions, io: Io): Promise<Letter> {
  const { eml, text, html, attach = [] } = options;
  if (eml === undefined) return compose(options, io);
  if (text !== undefined || html !== undefined || options.subject !== undefined || attach.length > 0)
    throw new UsageError('--eml is a whole message: --subject, --text, --html and --attach do not go with it.');
  if (eml === '-') {
    const stream = streamFromReadable(io.stdin as Parameters<typeof streamFromReadable>[0]);
    return { stream, size: 0, expected: 0, messageId: null };
  }
  const size = await sizeOf(eml, '--eml');
  const messageId = await messageIdOf(eml);
  return { stream: ok(openFileStream(eml)), size, expected: size, messageId };
}

async function compose(
  { from, to = [], cc = [], subject, text, html, attach = [] }: LetterOptions,
  io: Io,
): Promise<Letter> {
  if (text === '-' && html === '-') throw new UsageError('--text and --html cannot both be read from the input.');
  const sizes = await Promise.all(attach.map((path) => sizeOf(path, '--attach')));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const composed = composeMime({
    from: from.trim() === '<>' ? undefined : from,
    to: [...to],
    cc: [...cc],
    subject: subject ?? '',
    ...(html === undefined ? {} : { html: html === '-' ? await textOf(io.stdin) : html }),
    ...(text === undefined && html !== undefined ? {} : { text: text === '-' ? await textOf(io.stdin) : (text ?? '') }),
    attachments: attach.map((path) => ({ filename: basename(path), path })),
    // A name that looks like an address of the web is a file's name here.
    disableUrlAccess: true,
  });
  const { messageId } = composed;
  if (bytes > HELD_BYTES) {
    // Four characters for three bytes, and a line end after 76 of them.
    const expected = Math.ceil((bytes * 4 * 78) / (3 * 76));
    return { stream: streamFromReadable(composed.stream()), size: 0, expected, messageId };
  }
  const raw = await composed.raw();
  return { stream: createMemoryStream(raw), size: raw.length, expected: raw.length, messageId };
}

async function sizeOf(path: string, option: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new UsageError(`${option} ${path} is a folder: name a file.`);
    await (await open(path, 'r')).close();
    return found.size;
  } catch (error) {
    throw unreadable(error, option, path);
  }
}

/**
 * Reads a small file that an option names.
 *
 * @param path the file
 * @param option the option, for the complaint
 * @throws {UsageError} when it cannot be read
 */
export async function readOptionFile(path: string, option: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw unreadable(error, option, path);
  }
}

function unreadable(error: unknown, option: string, path: string): Error {
  if (error instanceof UsageError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new UsageError(`${option} ${path}: there is no such file; check the name.`);
  if (code === 'EACCES') return new UsageError(`${option} ${path}: you may not read this file; check its permissions.`);
  return new UsageError(`${option} ${path} cannot be read: ${message}`, { cause: error });
}

async function messageIdOf(path: string): Promise<string | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    const [header = ''] = buffer
      .subarray(0, bytesRead)
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1);
    return /^message-id:\s*(<[^>\r\n]*>)/im.exec(header)?.[1] ?? null;
  } finally {
    await file.close();
  }
}
