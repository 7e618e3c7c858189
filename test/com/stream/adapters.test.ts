import { once } from 'node:events';
import { PassThrough, Readable, Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setLog } from '../../../src/base/index.js';
import {
  CO_E_RELEASED,
  ComError,
  com,
  createMemoryStream,
  E_INVALIDARG,
  E_OUTOFMEMORY,
  type Impl,
  ISequentialStream,
  IStream,
  implementationOf,
  ledgerTotals,
  nameOf,
  ok,
  readableFromStream,
  S_FALSE,
  S_OK,
  STG_E_ACCESSDENIED,
  STG_E_INVALIDFUNCTION,
  STG_E_INVALIDPOINTER,
  STG_E_MEDIUMFULL,
  STG_E_READFAULT,
  STG_E_WRITEFAULT,
  STREAM_SEEK_CUR,
  STREAM_SEEK_END,
  STREAM_SEEK_SET,
  streamFromReadable,
  streamFromWritable,
  warn,
  writableFromStream,
} from '../../../src/com/index.js';
import { useLedger } from '../../support/ledger.js';
import { bytes, contents, text } from './kinds.js';

const ledger = useLedger();

/** A promise that the test settles. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

const sequential = (impl: Partial<Impl<ISequentialStream>>): ISequentialStream =>
  com<ISequentialStream>({ Read: () => new Uint8Array(0), Write: (pv) => pv.length, ...impl }, ISequentialStream);

/** Waits for the end of a stream without minding how it ended. */
const closed = (stream: Writable): Promise<void> => new Promise((resolve) => stream.once('close', () => resolve()));

const references = (): number => ledgerTotals().references;

describe('readableFromStream', () => {
  test('brings what lies between the seek pointer and the end', async () => {
    using stream = createMemoryStream(bytes('abcdef'));
    await stream.Seek(2, STREAM_SEEK_SET);
    const chunks = await readableFromStream(stream, { chunkSize: 3 }).toArray();
    expect(chunks.map(String)).toEqual(['cde', 'f']);
    expect(chunks.every((chunk) => Buffer.isBuffer(chunk))).toBe(true);
  });

  test('holds a reference while it is open and gives it back at the end, once', async () => {
    const stream = createMemoryStream(bytes('abc'));
    const readable = readableFromStream(stream);
    expect(stream.Release()).toBe(1);
    await readable.toArray();
    // It is over: this Release is one too many, which the ledger notes.
    const before = ledgerTotals().overReleases;
    expect(stream.Release()).toBe(0);
    expect(ledgerTotals().overReleases).toBe(before + 1);
    ledger.forgive();
  });

  test('gives it back when it is destroyed, before its end or twice', async () => {
    using stream = createMemoryStream(bytes('abc'));
    const before = references();
    const readable = readableFromStream(stream);
    expect(references()).toBe(before + 1);
    readable.destroy();
    readable.destroy();
    expect(references()).toBe(before);
  });

  test('reads only while somebody takes the data', async () => {
    let reads = 0;
    using stream = sequential({ Read: (cb) => (++reads > 100 ? new Uint8Array(0) : new Uint8Array(cb)) });
    const readable = readableFromStream(stream, { chunkSize: 10 });
    await once(readable, 'readable');
    await new Promise(setImmediate);
    expect(reads).toBeLessThanOrEqual(2);
    expect((await readable.toArray()).length).toBe(100);
  });

  test('goes on after a short read, for only nothing is the end', async () => {
    const parts = ['ab', 'c', ''];
    using stream = sequential({ Read: () => warn(S_FALSE, bytes(parts.shift() ?? '')) });
    expect((await readableFromStream(stream).toArray()).map(String)).toEqual(['ab', 'c']);
  });

  test('fails with the error of Read, and gives its reference back', async () => {
    using stream = sequential({
      Read() {
        throw new ComError(E_OUTOFMEMORY, 'no room');
      },
    });
    const before = references();
    const readable = readableFromStream(stream);
    await expect(readable.toArray()).rejects.toThrow('E_OUTOFMEMORY: no room');
    expect(references()).toBe(before);
  });

  test('keeps the stream alive for a Read that is under way when it is destroyed', async () => {
    const { opened, open } = gate();
    let ended = false;
    const stream = com<ISequentialStream>(
      Object.assign(
        {
          Read: () => opened.then(() => bytes('late')),
          Write: () => 0,
        },
        {
          finalRelease() {
            ended = true;
          },
        },
      ),
      ISequentialStream,
    );
    const readable = readableFromStream(stream);
    stream.Release();
    readable.read();
    readable.destroy();
    await finished(readable).catch(() => undefined);
    expect(ended).toBe(false);
    open();
    await new Promise(setImmediate);
    expect(ended).toBe(true);
  });

  test('refuses what is no living stream, and a chunk size that never ends', () => {
    using stream = createMemoryStream();
    const dead = createMemoryStream();
    dead.Release();
    const codeOf = (make: () => Readable): string | null => {
      try {
        make().destroy();
        return null;
      } catch (error) {
        return nameOf((error as ComError).hr);
      }
    };
    expect(codeOf(() => readableFromStream(null as unknown as IStream))).toBe('E_INVALIDARG');
    expect(codeOf(() => readableFromStream(dead))).toBe('CO_E_RELEASED');
    expect(codeOf(() => readableFromStream(stream, { chunkSize: 0 }))).toBe('E_INVALIDARG');
    expect(codeOf(() => readableFromStream(stream, { chunkSize: -1 }))).toBe('E_INVALIDARG');
  });
});

describe('writableFromStream', () => {
  test('writes from the seek pointer on and commits before it finishes', async () => {
    using stream = createMemoryStream(bytes('abcdef'));
    await stream.Seek(2, STREAM_SEEK_SET);
    await pipeline(Readable.from([Buffer.from('X'), Buffer.from('YZ')]), writableFromStream(stream));
    expect(contents(stream)).toBe('abXYZf');
  });

  test('goes on after a short write, and fails with STG_E_MEDIUMFULL when nothing is taken', async () => {
    const taken: string[] = [];
    using stingy = sequential({
      Write(pv) {
        taken.push(text(pv.subarray(0, 2)));
        return Math.min(2, pv.length);
      },
    });
    await pipeline(Readable.from([Buffer.from('abcde')]), writableFromStream(stingy));
    expect(taken).toEqual(['ab', 'cd', 'e']);
    using full = sequential({ Write: () => 0 });
    const failing = pipeline(Readable.from([Buffer.from('x')]), writableFromStream(full));
    await expect(failing).rejects.toMatchObject({ hr: STG_E_MEDIUMFULL });
  });

  test('fails with the error of Write and of Commit', async () => {
    using refusing = sequential({
      Write() {
        throw new ComError(STG_E_ACCESSDENIED, 'read only');
      },
    });
    const failing = pipeline(Readable.from([Buffer.from('x')]), writableFromStream(refusing));
    const before = references();
    await expect(failing).rejects.toThrow('STG_E_ACCESSDENIED: read only');
    expect(references()).toBe(before - 1);

    using memory = createMemoryStream();
    using uncommitted = com<IStream>(
      Object.assign(Object.create(implementationOf(memory)), {
        Write: (pv: Uint8Array) => pv.length,
        Commit() {
          throw new ComError(STG_E_MEDIUMFULL, 'no room to commit');
        },
        finalRelease: () => undefined,
      }),
      IStream,
    );
    const ending = pipeline(Readable.from([Buffer.from('x')]), writableFromStream(uncommitted));
    await expect(ending).rejects.toThrow('STG_E_MEDIUMFULL: no room to commit');
    await pipeline(Readable.from([Buffer.from('x')]), writableFromStream(uncommitted, { commit: false }));
  });

  test('takes one chunk at a time', async () => {
    const { opened, open } = gate();
    let calls = 0;
    using stream = sequential({
      async Write(pv) {
        calls++;
        await opened;
        return pv.length;
      },
    });
    const writable = writableFromStream(stream);
    writable.write('a');
    writable.write('b');
    await new Promise(setImmediate);
    expect(calls).toBe(1);
    open();
    writable.end();
    await finished(writable);
    expect(calls).toBe(2);
  });

  test('gives its reference back at the end, on failure and when it is destroyed, once each', async () => {
    using stream = createMemoryStream();
    const before = references();
    const ended = writableFromStream(stream);
    ended.end('x');
    await finished(ended);
    const destroyed = writableFromStream(stream);
    destroyed.destroy();
    destroyed.destroy();
    expect(references()).toBe(before);
  });

  test('keeps the stream alive for a Write that is under way when it is destroyed', async () => {
    const { opened, open } = gate();
    using stream = sequential({ Write: (pv) => opened.then(() => pv.length) });
    const before = references();
    const writable = writableFromStream(stream);
    writable.write('x');
    writable.destroy();
    expect(references()).toBe(before + 1);
    open();
    await new Promise(setImmediate);
    expect(references()).toBe(before);
  });
});

describe('streamFromReadable', () => {
  test('Read waits until all is there, and answers S_FALSE with the rest at the end', async () => {
    const source = new PassThrough();
    using stream = streamFromReadable(source);
    const whole = stream.Read(4);
    source.write('ab');
    source.write('cdef');
    source.end();
    expect(await whole).toEqual([S_OK, bytes('abcd')]);
    expect(await stream.Read(4)).toEqual([S_FALSE, bytes('ef')]);
    expect(await stream.Read(4)).toEqual([S_FALSE, bytes('')]);
  });

  test('two Reads at once are served in call order', async () => {
    using stream = streamFromReadable(Readable.from([Buffer.from('ab'), Buffer.from('cd')]));
    const [first, second] = [stream.Read(2), stream.Read(2)];
    expect(text(await ok(second))).toBe('cd');
    expect(text(await ok(first))).toBe('ab');
  });

  test('pulls no more than it was asked for', async () => {
    let made = 0;
    const source = new Readable({
      highWaterMark: 10,
      read() {
        this.push(++made > 1000 ? null : Buffer.alloc(10));
      },
    });
    using stream = streamFromReadable(source);
    await stream.Read(30);
    await new Promise(setImmediate);
    expect(made).toBeLessThan(8);
  });

  test('takes text in the encoding of the source', async () => {
    using stream = streamFromReadable(Readable.from([Buffer.from('grün')]).setEncoding('utf8'));
    expect(text(await ok(stream.Read(99)))).toBe('grün');
  });

  test('a source that brings objects is STG_E_READFAULT', async () => {
    using stream = streamFromReadable(Readable.from([{ no: 'bytes' }]));
    expect(await stream.Read(1)).toEqual([STG_E_READFAULT, null]);
  });

  test('a source error becomes STG_E_READFAULT with its cause, for this Read and those after it', async () => {
    const source = new PassThrough();
    using stream = streamFromReadable(source);
    const pending = stream.Read(4);
    source.write('ab');
    const error = new Error('the cable');
    source.destroy(error);
    await expect(ok(pending)).rejects.toMatchObject({ hr: STG_E_READFAULT, cause: error });
    expect(await stream.Read(1)).toEqual([STG_E_READFAULT, null]);
  });

  test('an error that comes before anybody reads waits for the first Read', async () => {
    const source = new PassThrough();
    using stream = streamFromReadable(source);
    source.destroy(new Error('early'));
    await new Promise(setImmediate);
    await expect(ok(stream.Read(1))).rejects.toThrow('early');
  });

  test('a source that is destroyed leaves no Read waiting', async () => {
    const source = new PassThrough();
    using stream = streamFromReadable(source);
    const pending = [stream.Read(4), stream.Read(4)];
    await new Promise(setImmediate);
    source.destroy();
    expect((await Promise.all(pending)).map(([hr]) => hr)).toEqual([STG_E_READFAULT, STG_E_READFAULT]);
  });

  test('a source that was destroyed before anybody read does not look empty', async () => {
    const source = new PassThrough();
    source.destroy();
    await once(source, 'close');
    using stream = streamFromReadable(source);
    expect(await stream.Read(1)).toEqual([STG_E_READFAULT, null]);
  });

  test('the last Release destroys the source, and a Read under way ends', async () => {
    const source = new PassThrough();
    const stream = streamFromReadable(source);
    const pending = stream.Read(1);
    stream.Release();
    expect(source.destroyed).toBe(true);
    expect(await pending).toEqual([STG_E_READFAULT, null]);
  });

  test('Seek tells the place, goes ahead by reading over what lies between, and never back', async () => {
    using stream = streamFromReadable(Readable.from([Buffer.from('abcdefgh')]));
    expect(await stream.Seek(0, STREAM_SEEK_SET)).toEqual([S_OK, 0n]);
    await stream.Read(1);
    expect(await stream.Seek(0, STREAM_SEEK_CUR)).toEqual([S_OK, 1n]);
    expect(await stream.Seek(2, STREAM_SEEK_CUR)).toEqual([S_OK, 3n]);
    expect(await stream.Seek(5, STREAM_SEEK_SET)).toEqual([S_OK, 5n]);
    expect(text(await ok(stream.Read(1)))).toBe('f');
    expect(await stream.Seek(0, STREAM_SEEK_SET)).toEqual([STG_E_INVALIDFUNCTION, null]);
    expect(await stream.Seek(0, STREAM_SEEK_END)).toEqual([STG_E_INVALIDFUNCTION, null]);
    expect(await stream.Seek(100, STREAM_SEEK_SET)).toEqual([S_OK, 100n]);
    expect(await stream.Read(1)).toEqual([S_FALSE, bytes('')]);
  });

  test('CopyTo brings all of it to another stream', async () => {
    using stream = streamFromReadable(Readable.from([Buffer.from('abc'), Buffer.from('def')]));
    using target = createMemoryStream();
    expect(await stream.CopyTo(target, 4)).toEqual([S_OK, { pcbRead: 4n, pcbWritten: 4n }]);
    expect(await stream.CopyTo(target, 99)).toEqual([S_OK, { pcbRead: 2n, pcbWritten: 2n }]);
    expect(contents(target)).toBe('abcdef');
  });

  test('Stat needs a size that is known', async () => {
    using known = streamFromReadable(Readable.from([Buffer.from('abc')]), { size: 3 });
    using unknown = streamFromReadable(Readable.from([Buffer.from('abc')]));
    expect((await ok(known.Stat())).cbSize).toBe(3n);
    expect(await unknown.Stat()).toEqual([STG_E_INVALIDFUNCTION, null]);
  });

  test('what a source cannot do is refused', async () => {
    using stream = streamFromReadable(Readable.from([Buffer.from('abc')]));
    expect(await stream.Write(bytes('x'))).toEqual([STG_E_ACCESSDENIED, null]);
    expect(await stream.SetSize(0)).toBe(STG_E_ACCESSDENIED);
    expect(await stream.Clone()).toEqual([STG_E_INVALIDFUNCTION, null]);
    expect(await stream.LockRegion(0, 1, 1)).toBe(STG_E_INVALIDFUNCTION);
    expect(await stream.UnlockRegion(0, 1, 1)).toBe(STG_E_INVALIDFUNCTION);
    expect(await stream.Read(-1)).toEqual([E_INVALIDARG, null]);
    expect(await stream.Commit()).toBe(S_OK);
    expect(await stream.Revert()).toBe(S_OK);
  });
});

describe('streamFromWritable', () => {
  /** A target that takes a chunk when the test says so. */
  function slowTarget(highWaterMark = 1): { target: Writable; taken: string[]; next(error?: Error): void } {
    const taken: string[] = [];
    let waiting: ((error?: Error | null) => void) | null = null;
    const target = new Writable({
      highWaterMark,
      write(chunk, _encoding, callback) {
        taken.push(String(chunk));
        waiting = callback;
      },
    });
    return { target, taken, next: (error) => waiting?.(error) };
  }

  test('Write answers when the target has taken the bytes and wants more', async () => {
    const { target, taken, next } = slowTarget();
    using stream = streamFromWritable(target);
    let answered = 0;
    const calls = [stream.Write(bytes('ab')), stream.Write(bytes('cd'))];
    for (const call of calls) void call.then(() => answered++);
    await new Promise(setImmediate);
    expect([taken.join(), answered]).toEqual(['ab', 0]);
    next();
    expect(await calls[0]).toEqual([S_OK, 2]);
    await new Promise(setImmediate);
    expect([taken.join(), answered]).toEqual(['ab,cd', 1]);
    next();
    expect(await calls[1]).toEqual([S_OK, 2]);
  });

  test('the last Release ends the target, after the writes that were made before', async () => {
    const { target, taken, next } = slowTarget();
    const stream = streamFromWritable(target);
    const calls = [stream.Write(bytes('ab')), stream.Write(bytes('cd'))];
    await new Promise(setImmediate);
    stream.Release();
    expect(target.writableEnded).toBe(false);
    next();
    expect(await calls[0]).toEqual([S_OK, 2]);
    await new Promise(setImmediate);
    next();
    expect(await calls[1]).toEqual([S_OK, 2]);
    await finished(target);
    expect(taken).toEqual(['ab', 'cd']);
  });

  test('a target error becomes STG_E_WRITEFAULT with its cause, for this Write and what comes after it', async () => {
    const { target, next } = slowTarget();
    using stream = streamFromWritable(target);
    const pending = stream.Write(bytes('ab'));
    const error = new Error('full');
    await new Promise(setImmediate);
    next(error);
    await expect(ok(pending)).rejects.toMatchObject({ hr: STG_E_WRITEFAULT, cause: error });
    expect(await stream.Write(bytes('x'))).toEqual([STG_E_WRITEFAULT, null]);
    expect(await stream.Commit()).toBe(STG_E_WRITEFAULT);
  });

  test('a target that is destroyed leaves no Write waiting', async () => {
    const { target } = slowTarget();
    using stream = streamFromWritable(target);
    const pending = [stream.Write(bytes('ab')), stream.Write(bytes('cd'))];
    await new Promise(setImmediate);
    target.destroy();
    expect((await Promise.all(pending)).map(([hr]) => hr)).toEqual([STG_E_WRITEFAULT, STG_E_WRITEFAULT]);
  });

  test('a target that somebody else has ended refuses Write', async () => {
    const target = new PassThrough();
    target.end();
    using stream = streamFromWritable(target);
    expect(await stream.Write(bytes('ab'))).toEqual([STG_E_WRITEFAULT, null]);
  });

  test('a failure that no call is left to answer goes to the log', async () => {
    const lines: string[] = [];
    const before = setLog({ error: (message) => lines.push(message), warn: () => undefined });
    try {
      const early = new PassThrough();
      const first = streamFromWritable(early);
      early.destroy(new Error('unseen'));
      await closed(early);
      first.Release();
      const late = new Writable({ final: (callback) => callback(new Error('at the end')) });
      streamFromWritable(late).Release();
      await closed(late);
    } finally {
      setLog(before);
    }
    expect(lines).toEqual(['a stream failed after its last Write', 'a stream failed after its last Release']);
  });

  test('Seek and Stat know how much was written', async () => {
    using stream = streamFromWritable(new PassThrough());
    await stream.Write(bytes('abc'));
    expect(await stream.Seek(0, STREAM_SEEK_CUR)).toEqual([S_OK, 3n]);
    expect(await stream.Seek(3, STREAM_SEEK_SET)).toEqual([S_OK, 3n]);
    expect(await stream.Seek(0, STREAM_SEEK_END)).toEqual([S_OK, 3n]);
    expect(await stream.Seek(0, STREAM_SEEK_SET)).toEqual([STG_E_INVALIDFUNCTION, null]);
    expect(await stream.Seek(0, 9)).toEqual([STG_E_INVALIDFUNCTION, null]);
    expect((await ok(stream.Stat())).cbSize).toBe(3n);
  });

  test('what a target cannot do is refused', async () => {
    using stream = streamFromWritable(new PassThrough());
    using other = createMemoryStream();
    expect(await stream.Read(1)).toEqual([STG_E_ACCESSDENIED, null]);
    expect(await stream.CopyTo(other, 1)).toEqual([STG_E_ACCESSDENIED, null]);
    expect(await stream.SetSize(0)).toBe(STG_E_ACCESSDENIED);
    expect(await stream.Clone()).toEqual([STG_E_INVALIDFUNCTION, null]);
    expect(await stream.LockRegion(0, 1, 1)).toBe(STG_E_INVALIDFUNCTION);
    expect(await stream.Write('x' as unknown as Uint8Array)).toEqual([STG_E_INVALIDPOINTER, null]);
    expect(await stream.Commit()).toBe(S_OK);
  });

  test('a released one answers CO_E_RELEASED', async () => {
    const stream = streamFromWritable(new PassThrough());
    stream.Release();
    expect(await stream.Write(bytes('x'))).toEqual([CO_E_RELEASED, null]);
  });
});

test('any bytes survive the way through all four adapters, whatever the chunks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 70 }),
      fc.integer({ min: 1, max: 70 }),
      async (chunks, chunkSize, highWaterMark) => {
        using memory = createMemoryStream();
        const pass = new PassThrough({ highWaterMark });
        const sink = streamFromWritable(pass);
        const source = streamFromReadable(pass);
        await Promise.all([
          pipeline(Readable.from(chunks.map((c) => Buffer.from(c))), writableFromStream(sink)).then(() =>
            sink.Release(),
          ),
          pipeline(readableFromStream(source, { chunkSize }), writableFromStream(memory)).then(() => source.Release()),
        ]);
        expect(contents(memory)).toBe(Buffer.concat(chunks).toString());
      },
    ),
    { numRuns: 50 },
  );
});
