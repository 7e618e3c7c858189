import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import {
  createMemoryStream,
  type IStream,
  ok,
  openFileStream,
  STGM_CREATE,
  STGM_READWRITE,
  syncStreamOf,
} from '../../../src/com/index.js';

let folder = '';
let files = 0;

/** Gives the tests of the calling file a folder of their own; call it once, at the top. */
export function useFolder(): void {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'comail-streams-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

/** A path in that folder where nothing is yet. */
export const freshPath = (): string => join(folder, `${++files}`);

/** The two kinds of stream that must behave alike: how to make one that holds `bytes`. */
export const kinds: readonly [string, (bytes?: Uint8Array) => IStream][] = [
  ['in memory', (bytes) => createMemoryStream(bytes)],
  [
    'over a file',
    (bytes) => {
      const stream = ok(openFileStream(freshPath(), STGM_CREATE | STGM_READWRITE));
      const core = syncStreamOf(stream);
      core?.writeSync(bytes ?? new Uint8Array(0));
      core?.seekSync(0, 0);
      return stream;
    },
  ],
];

/** Bytes from text. */
export const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

/** Text from bytes. */
export const text = (from: Uint8Array | null): string => Buffer.from(from ?? []).toString();

/** All that a stream holds, whatever its seek pointer. */
export function contents(stream: IStream): string {
  const core = syncStreamOf(stream);
  if (!core) throw new Error('the stream has no synchronous core');
  const position = core.seekSync(0, 1);
  const all = new Uint8Array(core.sizeSync());
  core.seekSync(0, 0);
  core.readSync(all);
  core.seekSync(position, 0);
  return text(all);
}
