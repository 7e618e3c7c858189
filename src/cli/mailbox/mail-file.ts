import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a file that has its name only when it is complete.
 *
 * @param pieces what goes into it
 * @param output its path
 * @throws {Error} what writing fails with; no file is left then
 */
export async function writeFileOf(pieces: AsyncIterable<string | Uint8Array>, output: string): Promise<void> {
  const partial = `${output}.partial`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(partial));
    await rename(partial, output);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/**
 * The chunks of a source for a stream, which asks ahead: a source may use the memory of a chunk again when it is asked for the
 * next one.
 *
 * @param source the source
 */
export async function* keptChunks(source: { chunks(): AsyncIterable<Uint8Array> }): AsyncGenerator<Uint8Array> {
  for await (const chunk of source.chunks()) yield Uint8Array.from(chunk);
}
