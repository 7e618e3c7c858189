import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One copy of a message as a server delivered it. */
export interface Delivered {
  /** The envelope sender, empty for reports. */
  readonly envelopeFrom: string;
  /** The envelope recipient of this copy. */
  readonly envelopeTo: string;
  /** The message with the line ends of the mailbox (LF), without the trace headers that the server put before it. */
  readonly raw: Buffer;
}

/**
 * Watches a maildir that a server delivers into. A file there never changes once it is in `new`, so each is read once.
 * @param folder - The maildir as this process sees it; it may not exist yet.
 * @param added - How many header fields this server may put before the message, by lower-case name. Only the run of
 *   such fields at the very top is taken away, each name at most so many times: what the sender wrote stays.
 */
export function watchMaildir(folder: string, added: ReadonlyMap<string, number>): () => Promise<readonly Delivered[]> {
  const known = new Map<string, readonly Delivered[]>();
  return async () => {
    for (const file of await filesOf(join(folder, 'new'))) {
      if (!known.has(file)) known.set(file, split(await readFile(join(folder, 'new', file)), added));
    }
    return [...known.values()].flat();
  };
}

async function filesOf(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Splits a file into the server's own header fields and the message. */
function split(file: Buffer, added: ReadonlyMap<string, number>): readonly Delivered[] {
  const left = new Map(added);
  let start = 0;
  let envelopeFrom = '';
  let envelopeTo = '';
  for (;;) {
    const end = fieldEnd(file, start);
    const field = file.toString('utf8', start, end);
    const colon = field.indexOf(':');
    const name = field.slice(0, colon).trim().toLowerCase();
    const budget = colon < 0 ? 0 : (left.get(name) ?? 0);
    if (budget === 0 || end === start) break;
    left.set(name, budget - 1);
    const value = field
      .slice(colon + 1)
      .replaceAll(/\r?\n/g, '')
      .trim();
    if (name === 'return-path') envelopeFrom = value.replace(/^<(.*)>$/, '$1');
    if (name === 'envelope-to' || name === 'delivered-to' || name === 'x-original-to') envelopeTo = value;
    start = end;
  }
  const raw = file.subarray(start);
  if (envelopeTo === '') throw new Error(`no envelope recipient at the top of ${file.toString('utf8', 0, 300)}`);
  return envelopeTo.split(/,\s*/).map((to) => Object.freeze({ envelopeFrom, envelopeTo: to, raw }));
}

/** Where the header field that begins at `start` ends, with its continuation lines. */
function fieldEnd(file: Buffer, start: number): number {
  let end = start;
  do {
    const newline = file.indexOf(0x0a, end);
    if (newline < 0) return file.length;
    end = newline + 1;
  } while (file[end] === 0x20 || file[end] === 0x09);
  return end;
}
