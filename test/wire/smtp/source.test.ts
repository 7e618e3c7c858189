import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ByteSource, fromBuffer, fromFile, fromReadable, fromString } from '../../../src/wire/index.js';
import { CHUNK_BYTES } from '../../../src/wire/smtp/limits.js';

async function all(source: ByteSource): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of source.chunks()) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comail-source-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('memory', () => {
  test('is handed on as it is, as often as wanted', async () => {
    const bytes = Buffer.from('abc');
    const source = fromBuffer(bytes);
    expect(source.size).toBe(3);
    expect(source.bytes).toBe(bytes);
    expect((await all(source)).toString() + (await all(source)).toString()).toBe('abcabc');
  });
  test('text is UTF-8', async () => {
    expect(fromString('\u00e9').size).toBe(2);
    expect((await all(fromString('\u00e9'))).toString()).toBe('\u00e9');
  });
});

describe('a readable', () => {
  test('gives its chunks once, text as UTF-8', async () => {
    const source = fromReadable(Readable.from(['a', Buffer.from('b'), '\u00e9']), 4);
    expect(source).toMatchObject({ once: true, size: 4 });
    expect((await all(source)).toString()).toBe('ab\u00e9');
  });
  test('is destroyed when reading stops early', async () => {
    const readable = Readable.from(['a', 'b', 'c']);
    for await (const _ of fromReadable(readable).chunks()) break;
    expect(readable.destroyed).toBe(true);
  });
  test('hands its error on', async () => {
    const readable = new Readable({
      read() {
        this.destroy(new Error('torn'));
      },
    });
    await expect(all(fromReadable(readable))).rejects.toThrow('torn');
  });
});

describe('a file', () => {
  test('of any size is read whole, again and again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 3 * CHUNK_BYTES + 7),
        fc.nat(255),
        async (size, seed) => {
          const path = join(folder, 'body');
          const bytes = Buffer.alloc(size).map((_, at) => (at * 31 + seed) & 255);
          await writeFile(path, bytes);
          const source = await fromFile(path);
          expect(source.size).toBe(size);
          expect(Buffer.compare(await all(source), bytes)).toBe(0);
          expect(Buffer.compare(await all(source), bytes)).toBe(0);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('stays as it is until the next chunk is asked for, though it is read ahead', async () => {
    const path = join(folder, 'ahead');
    await writeFile(path, Buffer.concat([1, 2, 3, 4].map((each) => Buffer.alloc(CHUNK_BYTES, each))));
    const seen: number[] = [];
    for await (const chunk of (await fromFile(path)).chunks()) {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(...new Set(chunk));
    }
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  test('is closed when reading stops early', async () => {
    const path = join(folder, 'early');
    await writeFile(path, Buffer.alloc(3 * CHUNK_BYTES));
    const open = () =>
      process.getActiveResourcesInfo().filter((each) => each.includes('FileHandle') || each.includes('FSReqPromise'))
        .length;
    const before = open();
    for await (const _ of (await fromFile(path)).chunks()) break;
    expect(open()).toBe(before);
  });

  test('that is not there is told by name', async () => {
    await expect(fromFile(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
