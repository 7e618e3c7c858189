import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  check,
  createMemoryStream,
  ISequentialStream,
  IStream,
  ok,
  S_FALSE,
  STG_E_ACCESSDENIED,
  STG_E_INVALIDFUNCTION,
  STG_E_REVERTED,
  STGM_READ,
  STGM_WRITE,
  STREAM_SEEK_CUR,
  STREAM_SEEK_END,
  STREAM_SEEK_SET,
} from '../../../src/com/index.js';
import {
  IMAPITable,
  KEEP_OPEN_READWRITE,
  MAPI_CREATE,
  MAPI_E_COMPUTED,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_MODIFY,
  MAPI_UNICODE,
  PR_BODY_A,
  PR_BODY_W,
  PR_MESSAGE_RECIPIENTS,
  PT_BINARY,
  PT_LONG,
  PT_UNSPECIFIED,
  prop,
  propTag,
  STREAM_APPEND,
} from '../../../src/mapi/index.js';
import { propRules } from '../../../src/subsystem/index.js';
import { contents, leakCheck, open, recordOf, tag } from './objects.js';

const leaks = leakCheck();
beforeEach(() => leaks.check());
afterEach(() => leaks.check());

const binary = tag(PT_BINARY);
const large = Buffer.alloc(700_000, 'comail ');
const make = MAPI_MODIFY | MAPI_CREATE;

describe('IMAPIProp::OpenProperty', () => {
  test('gives large values as a stream', async () => {
    using object = open(recordOf(prop(binary, large)));
    using stream = await ok(object.OpenProperty(binary, IStream, STGM_READ));
    expect((await ok(stream.Stat())).cbSize).toBe(700_000n);
    const [hr, bytes] = await check(stream.Read(1_000_000));
    expect([hr, Buffer.compare(bytes, large)]).toEqual([S_FALSE, 0]);
    expect((await stream.Write(large))[0]).toBe(STG_E_ACCESSDENIED);
    expect(await stream.SetSize(0)).toBe(STG_E_ACCESSDENIED);
  });

  test('small values, too, and through ISequentialStream', async () => {
    using object = open(recordOf(prop(binary, Uint8Array.of(1, 2, 3))));
    using stream = await ok(object.OpenProperty(binary, ISequentialStream, 0));
    expect(await ok(stream.Read(3))).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('text comes as UTF-16LE or in the code page, without an end mark', async () => {
    using object = open(recordOf(prop(PR_BODY_W, 'Grüße')));
    using wide = await ok(object.OpenProperty(PR_BODY_W, IStream, 0));
    expect(Buffer.from(await ok(wide.Read(100))).toString('utf16le')).toBe('Grüße');
    using narrow = await ok(object.OpenProperty(PR_BODY_A, IStream, 0));
    expect(Buffer.from(await ok(narrow.Read(100))).toString('latin1')).toBe('Grüße');
  });

  test('large text in another width than it is kept in', async () => {
    const text = 'Grüße '.repeat(20_000);
    using object = open(recordOf(prop(PR_BODY_W, text)));
    using narrow = await ok(object.OpenProperty(PR_BODY_A, IStream, 0));
    expect(Buffer.from(await ok(narrow.Read(200_000))).toString('latin1')).toBe(text);
  });

  test('MAPI_E_INVALID_PARAMETER for PT_UNSPECIFIED, for MAPI_CREATE without MAPI_MODIFY, for no interface', async () => {
    using object = open(recordOf(prop(binary, large)));
    expect((await object.OpenProperty(propTag(PT_UNSPECIFIED, 0x6801), IStream, 0))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await object.OpenProperty(binary, IStream, 0, MAPI_CREATE))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await object.OpenProperty(binary, null as never, 0))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await object.OpenProperty(binary, IStream, 0, 0x20))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('MAPI_E_NOT_FOUND for what is not there, unless MAPI_CREATE makes it', async () => {
    const record = recordOf();
    using object = open(record);
    expect((await object.OpenProperty(binary, IStream, 0))[0]).toBe(MAPI_E_NOT_FOUND);
    expect((await object.OpenProperty(binary, IStream, STGM_WRITE, MAPI_MODIFY))[0]).toBe(MAPI_E_NOT_FOUND);
    expect((await object.OpenProperty(PR_MESSAGE_RECIPIENTS, IMAPITable, 0))[0]).toBe(MAPI_E_NOT_FOUND);
    using stream = await ok(object.OpenProperty(binary, IStream, STGM_WRITE, make));
    expect(await ok(object.GetPropList())).toEqual([binary]);
    await ok(stream.Commit());
    await ok(object.SaveChanges());
    expect(contents(record)).toEqual({ '68010102': new Uint8Array(0) });
  });

  test('MAPI_E_INTERFACE_NOT_SUPPORTED for a value that is no stream, and for another interface', async () => {
    using object = open(recordOf(prop(tag(PT_LONG, 0x6802), 1), prop(binary, large)));
    expect((await object.OpenProperty(tag(PT_LONG, 0x6802), IStream, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect((await object.OpenProperty(binary, IMAPITable, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
  });

  test('other interfaces come from whoever knows them', async () => {
    const table = createMemoryStream();
    using object = open(undefined, { open: ({ iid }) => (iid === IMAPITable ? table : null) });
    using opened = await ok(object.OpenProperty(PR_MESSAGE_RECIPIENTS, IMAPITable, MAPI_UNICODE));
    expect(opened).toBe(table);
  });

  test('MAPI_E_NO_ACCESS to write on a read-only object, or a property that the object keeps itself', async () => {
    using closed = open(recordOf(prop(binary, large)), { writable: false });
    expect((await closed.OpenProperty(binary, IStream, 0, MAPI_MODIFY))[0]).toBe(MAPI_E_NO_ACCESS);
    using object = open(recordOf(prop(binary, large)), { rules: propRules({ tag: binary, refuse: MAPI_E_COMPUTED }) });
    expect((await object.OpenProperty(binary, IStream, 0, MAPI_MODIFY))[0]).toBe(MAPI_E_NO_ACCESS);
  });

  test('computed values can be read, however large', async () => {
    using object = open(undefined, {
      rules: propRules({ tag: PR_BODY_W, compute: () => 'x'.repeat(50_000) }, { tag: binary, compute: () => null }),
    });
    using stream = await ok(object.OpenProperty(PR_BODY_A, IStream, 0));
    expect((await ok(stream.Stat())).cbSize).toBe(50_000n);
    expect((await object.OpenProperty(binary, IStream, 0))[0]).toBe(MAPI_E_NOT_FOUND);
  });

  test('the stream keeps its object alive', async () => {
    const object = open(recordOf(prop(binary, large)));
    using stream = await ok(object.OpenProperty(binary, IStream, 0));
    object.Release();
    expect((await ok(stream.Read(7))).length).toBe(7);
  });
});

describe('What is written through a stream', () => {
  test('belongs to the transaction of its object', async () => {
    const record = recordOf(prop(binary, Buffer.from('old')));
    using object = open(record);
    {
      using stream = await ok(object.OpenProperty(binary, IStream, STGM_WRITE, make));
      for (let part = 0; part < 7; part++) await ok(stream.Write(large.subarray(0, 100_000)));
      await ok(stream.Commit());
    }
    expect(contents(record)).toEqual({ '68010102': Buffer.from('old') });
    await ok(object.SaveChanges());
    expect((contents(record)['68010102'] as Uint8Array).length).toBe(700_000);
  });

  test('is gone when the object is released unsaved', async () => {
    const record = recordOf();
    {
      using object = open(record);
      using stream = await ok(object.OpenProperty(binary, IStream, STGM_WRITE, make));
      await ok(stream.Write(large));
    }
    await leaks.check();
    expect(contents(record)).toEqual({});
  });

  test('is permanent after Commit, and after Release, where an object keeps nothing back', async () => {
    const record = recordOf();
    using folder = open(record, { transacted: false });
    const stream = await ok(folder.OpenProperty(binary, IStream, STGM_WRITE, make));
    await ok(stream.Write(Uint8Array.of(1)));
    await ok(stream.Commit());
    expect(contents(record)).toEqual({ '68010102': Uint8Array.of(1) });
    await ok(stream.Write(Uint8Array.of(2)));
    stream.Release();
    await ok(folder.GetPropList());
    expect(contents(record)).toEqual({ '68010102': Uint8Array.of(1, 2) });
  });

  test('goes on after a save that keeps the object open', async () => {
    const record = recordOf();
    using object = open(record);
    using stream = await ok(object.OpenProperty(binary, IStream, STGM_WRITE, make));
    await ok(stream.Write(Uint8Array.of(1)));
    await ok(object.SaveChanges(KEEP_OPEN_READWRITE));
    await ok(stream.Write(Uint8Array.of(2)));
    expect(contents(record)).toEqual({ '68010102': Uint8Array.of(1) });
    await ok(object.SaveChanges());
    expect(contents(record)).toEqual({ '68010102': Uint8Array.of(1, 2) });
  });

  test('without MAPI_CREATE changes what is there', async () => {
    const record = recordOf(prop(binary, Buffer.from('abcdef')));
    using object = open(record);
    using stream = await ok(object.OpenProperty(binary, IStream, STGM_WRITE, MAPI_MODIFY));
    await ok(stream.Seek(2, STREAM_SEEK_SET));
    await ok(stream.Write(Buffer.from('XY')));
    await ok(object.SaveChanges());
    expect(contents(record)).toEqual({ '68010102': new Uint8Array(Buffer.from('abXYef')) });
  });

  test('STREAM_APPEND begins at the end', async () => {
    const record = recordOf(prop(binary, Buffer.from('ab')));
    using object = open(record);
    using stream = await ok(object.OpenProperty(binary, IStream, STGM_WRITE, MAPI_MODIFY | STREAM_APPEND));
    await ok(stream.Write(Buffer.from('cd')));
    await ok(object.SaveChanges());
    expect(contents(record)).toEqual({ '68010102': new Uint8Array(Buffer.from('abcd')) });
  });

  test.each([
    ['8-bit', PR_BODY_A, 'latin1'],
    ['Unicode', PR_BODY_W, 'utf16le'],
  ] as const)('%s text is kept as Unicode', async (_, body, encoding) => {
    const record = recordOf();
    using object = open(record);
    using stream = await ok(object.OpenProperty(body, IStream, STGM_WRITE, make));
    const text = 'Grüße '.repeat(10_000);
    await ok(stream.Write(Buffer.from(text, encoding)));
    expect(await ok(object.GetPropList(MAPI_UNICODE))).toEqual([PR_BODY_W]);
    await ok(object.SaveChanges());
    expect(contents(record)).toEqual({ '1000001f': text });
  });

  test('a stream whose property was set past it answers STG_E_REVERTED', async () => {
    using object = open();
    using stream = await ok(object.OpenProperty(binary, IStream, STGM_WRITE, make));
    await ok(object.SetProps([prop(binary, Uint8Array.of(1))]));
    expect((await stream.Write(Uint8Array.of(2)))[0]).toBe(STG_E_REVERTED);
    expect((await ok(object.GetProps([binary])))[0]).toEqual(Uint8Array.of(1));
  });

  test('clones share the bytes and have a place of their own; locks there are none', async () => {
    using object = open();
    using stream = await ok(object.OpenProperty(binary, IStream, STGM_WRITE, make));
    await ok(stream.Write(Buffer.from('abc')));
    using clone = await ok(stream.Clone());
    await ok(stream.Seek(0, STREAM_SEEK_SET));
    await ok(clone.Write(Buffer.from('def')));
    expect(Buffer.from(await ok(stream.Read(6))).toString()).toBe('abcdef');
    expect(await stream.LockRegion(0, 1, 1)).toBe(STG_E_INVALIDFUNCTION);
    expect(await stream.UnlockRegion(0, 1, 1)).toBe(STG_E_INVALIDFUNCTION);
    expect((await stream.Seek(-9, STREAM_SEEK_CUR))[0]).toBe(STG_E_INVALIDFUNCTION);
  });

  test('CopyTo pours it into another stream', async () => {
    using object = open(recordOf(prop(binary, large)));
    using source = await ok(object.OpenProperty(binary, IStream, 0));
    using target = createMemoryStream();
    await ok(source.Seek(100, STREAM_SEEK_SET));
    expect(await ok(source.CopyTo(target, 0xffff_ffff_ffff_ffffn))).toEqual({
      pcbRead: 699_900n,
      pcbWritten: 699_900n,
    });
    await ok(target.Seek(0, STREAM_SEEK_SET));
    expect(Buffer.compare(await ok(target.Read(700_000)), large.subarray(100))).toBe(0);
  });

  const step = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), bytes: fc.uint8Array({ maxLength: 40 }) }),
    fc.record({ kind: fc.constant('read' as const), count: fc.nat(50) }),
    fc.record({ kind: fc.constant('seek' as const), to: fc.nat(80), end: fc.boolean() }),
    fc.record({ kind: fc.constant('size' as const), size: fc.nat(80) }),
  );

  test('is the same as on a stream in memory, whatever the order of calls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.array(step, { maxLength: 25 }), async (start, steps) => {
        const record = recordOf(prop(binary, start));
        using object = open(record);
        using stream = await ok(object.OpenProperty(binary, IStream, STGM_WRITE, MAPI_MODIFY));
        using model = createMemoryStream(start);
        for (const one of steps) {
          const both = [stream, model].map(async (target) => {
            if (one.kind === 'write') return await ok(target.Write(one.bytes));
            if (one.kind === 'read') return Buffer.from(await ok(target.Read(one.count))).toString('hex');
            if (one.kind === 'size') return await ok(target.SetSize(one.size));
            return await ok(target.Seek(one.end ? 0 : one.to, one.end ? STREAM_SEEK_END : STREAM_SEEK_SET));
          });
          const [real, expected] = await Promise.all(both);
          expect(real).toEqual(expected);
        }
        await ok(object.SaveChanges());
        await ok(model.Seek(0, STREAM_SEEK_SET));
        const expected = await ok(model.Read(1000));
        expect(Buffer.from(contents(record)['68010102'] as Uint8Array).toString('hex')).toBe(
          Buffer.from(expected).toString('hex'),
        );
      }),
      { numRuns: 60 },
    );
  });
});
