import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createMemoryStream,
  E_INVALIDARG,
  type IStream,
  ok,
  S_FALSE,
  STG_E_ACCESSDENIED,
} from '../../../../src/com/index.js';
import {
  type IMAPIProp,
  type IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_E_BAD_CHARWIDTH,
  MAPI_E_CORRUPT_DATA,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_MODIFY,
  MAPI_NATIVE_BODY,
  MAPI_NATIVE_BODY_TYPE_HTML,
  MAPI_NATIVE_BODY_TYPE_PLAINTEXT,
  MAPI_NATIVE_BODY_TYPE_RTF,
  PR_BODY_W,
  PR_RTF_COMPRESSED,
  PR_RTF_IN_SYNC,
  PR_RTF_SYNC_BODY_COUNT,
  PR_RTF_SYNC_BODY_CRC,
  PR_RTF_SYNC_BODY_TAG_W,
  PR_RTF_SYNC_PREFIX_COUNT,
  PR_RTF_SYNC_TRAILING_COUNT,
  prop,
  RTF_SYNC_BODY_CHANGED,
  RTF_SYNC_RTF_CHANGED,
  STORE_UNCOMPRESSED_RTF,
} from '../../../../src/mapi/index.js';
import {
  compressRtf,
  contentsOfRtf,
  decompressRtf,
  RTFSync,
  rtfOfHtml,
  rtfOfText,
  WrapCompressedRTFStream,
  WrapCompressedRTFStreamEx,
} from '../../../../src/subsystem/index.js';
import { useLedger } from '../../../support/ledger.js';
import { open, recordOf } from '../objects.js';

useLedger();

const rtf = (text: string): Uint8Array => new Uint8Array(rtfOfText(text));
const over = (bytes: Uint8Array): IStream => createMemoryStream(bytes);

/** Reads a stream in pieces, as its page tells. */
async function drain(stream: IStream, piece = 100): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (;;) {
    const bytes = await ok(stream.Read(piece));
    pieces.push(bytes);
    if (bytes.length < piece) return new Uint8Array(Buffer.concat(pieces));
  }
}

async function held(stream: IStream): Promise<Uint8Array> {
  await ok(stream.Seek(0n, 0));
  return await drain(stream);
}

describe('WrapCompressedRTFStream', () => {
  test('reads the whole text out of the compressed form, from first to last', async () => {
    using below = over(compressRtf(rtf('Grüße')));
    using stream = await ok(WrapCompressedRTFStream(below));
    expect(await drain(stream, 7)).toEqual(rtf('Grüße'));
    expect(await stream.Read(10)).toEqual([S_FALSE, new Uint8Array(0)]);
  });

  test('reads the uncompressed form by its magic, whatever the flags', async () => {
    for (const flags of [0, STORE_UNCOMPRESSED_RTF]) {
      using below = over(compressRtf(rtf('as it is'), false));
      using stream = await ok(WrapCompressedRTFStream(below, flags));
      expect(await drain(stream)).toEqual(rtf('as it is'));
    }
  });

  test('MAPI_MODIFY takes a new text, which Commit writes over what was there', async () => {
    using below = over(compressRtf(rtf('old and longer than the new one '.repeat(20))));
    using stream = await ok(WrapCompressedRTFStream(below, MAPI_MODIFY));
    await ok(stream.Write(rtf('new').subarray(0, 20)));
    await ok(stream.Write(rtf('new').subarray(20)));
    await ok(stream.Commit(0));
    const bytes = await held(below);
    expect(Buffer.from(bytes.subarray(8, 12)).toString()).toBe('LZFu');
    expect(decompressRtf(bytes)).toEqual(rtf('new'));
  });

  test('STORE_UNCOMPRESSED_RTF writes the text as it is behind a header that says so', async () => {
    using below = over(new Uint8Array(0));
    using stream = await ok(WrapCompressedRTFStream(below, MAPI_MODIFY | STORE_UNCOMPRESSED_RTF));
    await ok(stream.Write(rtf('plain')));
    await ok(stream.Commit(0));
    const bytes = await held(below);
    expect(Buffer.from(bytes.subarray(8, 12)).toString()).toBe('MELA');
    expect(new Uint8Array(bytes.subarray(16))).toEqual(rtf('plain'));
  });

  test('a stream that was not committed has written nothing', async () => {
    using below = over(compressRtf(rtf('old')));
    {
      using stream = await ok(WrapCompressedRTFStream(below, MAPI_MODIFY));
      await ok(stream.Write(rtf('new')));
    }
    expect(decompressRtf(await held(below))).toEqual(rtf('old'));
  });

  test('Seek, SetSize, Stat, Clone, Revert, CopyTo and the locks are not supported', async () => {
    using below = over(compressRtf(rtf('x')));
    using target = over(new Uint8Array(0));
    using reader = await ok(WrapCompressedRTFStream(below));
    using writer = await ok(WrapCompressedRTFStream(below, MAPI_MODIFY));
    for (const stream of [reader, writer]) {
      expect((await stream.Seek(0n, 0))[0]).toBe(MAPI_E_NO_SUPPORT);
      expect(await stream.SetSize(0n)).toBe(MAPI_E_NO_SUPPORT);
      expect((await stream.Stat(0))[0]).toBe(MAPI_E_NO_SUPPORT);
      expect((await stream.Clone())[0]).toBe(MAPI_E_NO_SUPPORT);
      expect(await stream.Revert()).toBe(MAPI_E_NO_SUPPORT);
      expect(await stream.LockRegion(0n, 1n, 1)).toBe(MAPI_E_NO_SUPPORT);
      expect(await stream.UnlockRegion(0n, 1n, 1)).toBe(MAPI_E_NO_SUPPORT);
      expect((await stream.CopyTo(target, 1n))[0]).toBe(MAPI_E_NO_SUPPORT);
    }
    expect((await reader.Write(rtf('x')))[0]).toBe(STG_E_ACCESSDENIED);
    expect((await writer.Read(1))[0]).toBe(STG_E_ACCESSDENIED);
  });

  test('MAPI_E_CORRUPT_DATA for what is no compressed RTF; unknown flags and no stream are refused', async () => {
    const sound = compressRtf(rtf('sound'));
    const broken = sound.slice();
    broken[20] = (broken[20] as number) ^ 0xff;
    const strange = sound.slice();
    strange[8] = 0;
    for (const bytes of [new Uint8Array(0), sound.subarray(0, 10), sound.subarray(0, 16), broken, strange]) {
      using below = over(bytes);
      expect((await WrapCompressedRTFStream(below))[0]).toBe(MAPI_E_CORRUPT_DATA);
    }
    using below = over(sound);
    expect((await WrapCompressedRTFStream(below, 4))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect((await WrapCompressedRTFStream(null as never))[0]).toBe(E_INVALIDARG);
  });

  test('what was written is read back, whatever it is and in whatever pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 50 }),
        async (pieces, plain, size) => {
          using below = over(new Uint8Array(0));
          using writer = await ok(WrapCompressedRTFStream(below, MAPI_MODIFY | (plain ? STORE_UNCOMPRESSED_RTF : 0)));
          for (const piece of pieces) await ok(writer.Write(piece));
          await ok(writer.Commit(0));
          await ok(below.Seek(0n, 0));
          using reader = await ok(WrapCompressedRTFStream(below));
          expect(await drain(reader, size)).toEqual(new Uint8Array(Buffer.concat(pieces)));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('bytes of a stranger are read or are MAPI_E_CORRUPT_DATA, and nothing else', async () => {
    const sound = compressRtf(rtf('some text of some length, some text of some length'));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.tuple(fc.nat(sound.length - 1), fc.nat(255)).map(([at, value]) => {
            const bytes = sound.slice();
            bytes[at] = value;
            return bytes;
          }),
        ),
        async (bytes) => {
          using below = over(bytes);
          const [hr, stream] = await WrapCompressedRTFStream(below);
          if (stream) stream.Release();
          else expect(hr).toBe(MAPI_E_CORRUPT_DATA);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('WrapCompressedRTFStreamEx', () => {
  const info = (ulFlags: number, ulInCodePage = 0, ulOutCodePage = 0) => ({ ulFlags, ulInCodePage, ulOutCodePage });

  test('without MAPI_NATIVE_BODY it is WrapCompressedRTFStream', async () => {
    using below = over(compressRtf(rtf('x')));
    const { lppUncompressedRTFStream, pRetInfo } = await ok(WrapCompressedRTFStreamEx(below, info(0)));
    using stream = lppUncompressedRTFStream;
    expect([await drain(stream), pRetInfo.ulStreamFlags]).toEqual([rtf('x'), 0]);
  });

  test.each([
    [
      'HTML in UTF-8',
      rtfOfHtml('<p>Łódź</p>'),
      info(MAPI_NATIVE_BODY),
      MAPI_NATIVE_BODY_TYPE_HTML,
      Buffer.from('<p>Łódź</p>'),
    ],
    [
      'HTML in the code page of the message',
      rtfOfHtml('<p>ó</p>'),
      info(MAPI_NATIVE_BODY, 28592),
      MAPI_NATIVE_BODY_TYPE_HTML,
      Buffer.from('<p>\xf3</p>', 'latin1'),
    ],
    [
      'text in the code page wanted',
      rtfOfText('Łódź'),
      info(MAPI_NATIVE_BODY, 65001, 1250),
      MAPI_NATIVE_BODY_TYPE_PLAINTEXT,
      Buffer.from([0xa3, 0xf3, 0x64, 0x9f]),
    ],
    [
      'RTF as it is',
      Buffer.from('{\\rtf1 \\b bold}'),
      info(MAPI_NATIVE_BODY, 0, 1250),
      MAPI_NATIVE_BODY_TYPE_RTF,
      Buffer.from('{\\rtf1 \\b bold}'),
    ],
  ])('MAPI_NATIVE_BODY gives %s', async (_, source, wanted, type, bytes) => {
    using below = over(compressRtf(source));
    const { lppUncompressedRTFStream, pRetInfo } = await ok(WrapCompressedRTFStreamEx(below, wanted));
    using stream = lppUncompressedRTFStream;
    expect([await drain(stream), pRetInfo.ulStreamFlags]).toEqual([new Uint8Array(bytes), type]);
  });

  test('MAPI_E_INVALID_PARAMETER for MAPI_NATIVE_BODY with MAPI_MODIFY, MAPI_E_BAD_CHARWIDTH for an unknown code page', async () => {
    using below = over(compressRtf(rtf('x')));
    expect((await WrapCompressedRTFStreamEx(below, info(MAPI_NATIVE_BODY | MAPI_MODIFY)))[0]).toBe(
      MAPI_E_INVALID_PARAMETER,
    );
    expect((await WrapCompressedRTFStreamEx(below, info(MAPI_NATIVE_BODY, 0, 4711)))[0]).toBe(MAPI_E_BAD_CHARWIDTH);
    using broken = over(Uint8Array.of(1, 2, 3));
    expect((await WrapCompressedRTFStreamEx(broken, info(0)))[0]).toBe(MAPI_E_CORRUPT_DATA);
  });
});

describe('RTFSync', () => {
  // A message of a store that keeps the forms of a text as they are.
  const message = (body: string | null, rich: Uint8Array | null): IMessage => {
    const props = [
      ...(body === null ? [] : [prop(PR_BODY_W, body)]),
      ...(rich === null ? [] : [prop(PR_RTF_COMPRESSED, rich)]),
    ];
    return open(recordOf(...props)) as unknown as IMessage;
  };
  const valuesOf = async (object: IMAPIProp) => {
    const row = await ok(object.GetProps([PR_BODY_W, PR_RTF_COMPRESSED, PR_RTF_IN_SYNC]));
    const [body, rich, inSync] = row;
    return { body, text: rich && contentsOfRtf(decompressRtf(rich)).text, inSync };
  };
  const countsOf = async (object: IMAPIProp) => [
    ...(await ok(
      object.GetProps([
        PR_RTF_SYNC_BODY_COUNT,
        PR_RTF_SYNC_PREFIX_COUNT,
        PR_RTF_SYNC_TRAILING_COUNT,
        PR_RTF_SYNC_BODY_TAG_W,
      ]),
    )),
  ];
  const packed = (text: string): Uint8Array => compressRtf(rtf(text));

  test('RTF_SYNC_RTF_CHANGED makes the text anew where it says something else', async () => {
    using object = message('old', packed('new text'));
    expect(await ok(RTFSync(object, RTF_SYNC_RTF_CHANGED))).toBe(true);
    expect(await valuesOf(object)).toEqual({ body: 'new text', text: 'new text', inSync: true });
    expect(await countsOf(object)).toEqual([7, 0, 0, 'newtext']);
  });

  test('and leaves the text alone where it says the same; a second time nothing is changed', async () => {
    using object = message('new\r\n  text', packed('new text'));
    expect(await ok(RTFSync(object, RTF_SYNC_RTF_CHANGED))).toBe(true);
    expect(await valuesOf(object)).toEqual({ body: 'new\r\n  text', text: 'new text', inSync: true });
    expect(await ok(RTFSync(object, RTF_SYNC_RTF_CHANGED))).toBe(false);
    expect(await ok(RTFSync(object, RTF_SYNC_BODY_CHANGED))).toBe(false);
  });

  test('RTF_SYNC_BODY_CHANGED keeps the formatting when only white space was changed', async () => {
    const rich = compressRtf(Buffer.from('{\\rtf1 one {\\b two} three}'));
    using object = message('one two\r\nthree\r\n', rich);
    expect(await ok(RTFSync(object, RTF_SYNC_BODY_CHANGED))).toBe(true);
    expect((await ok(object.GetProps([PR_RTF_COMPRESSED])))[0]).toEqual(rich);
    expect(await valuesOf(object)).toMatchObject({ body: 'one two\r\nthree\r\n', inSync: true });
  });

  test('and when a gateway wrote something before and after the text, which is counted', async () => {
    using object = message('one two', packed('one two'));
    await ok(RTFSync(object, RTF_SYNC_RTF_CHANGED));
    await ok(object.SetProps([prop(PR_BODY_W, 'From afar:\r\none two\r\n-- \r\nads')]));
    expect(await ok(RTFSync(object, RTF_SYNC_BODY_CHANGED))).toBe(true);
    expect(await countsOf(object)).toEqual([6, 9, 5, 'onetwo']);
    expect(await valuesOf(object)).toMatchObject({ text: 'one two', inSync: true });
  });

  test('a text that was really changed takes the place of the formatting', async () => {
    using object = message('one two', packed('one two'));
    await ok(RTFSync(object, RTF_SYNC_RTF_CHANGED));
    await ok(object.SetProps([prop(PR_BODY_W, 'one three')]));
    expect(await ok(RTFSync(object, RTF_SYNC_BODY_CHANGED))).toBe(true);
    expect(await valuesOf(object)).toEqual({ body: 'one three', text: 'one three', inSync: true });
  });

  test('with both flags the formatted text counts', async () => {
    using object = message('text', packed('formatted'));
    expect(await ok(RTFSync(object, RTF_SYNC_BODY_CHANGED | RTF_SYNC_RTF_CHANGED))).toBe(true);
    expect(await valuesOf(object)).toEqual({ body: 'formatted', text: 'formatted', inSync: true });
  });

  test('corrupt RTF is MAPI_E_CORRUPT_DATA where it counts, and never takes the text with it', async () => {
    using object = message('kept', Uint8Array.of(1, 2, 3));
    expect((await RTFSync(object, RTF_SYNC_RTF_CHANGED))[0]).toBe(MAPI_E_CORRUPT_DATA);
    expect((await ok(object.GetProps([PR_BODY_W])))[0]).toBe('kept');
    expect(await ok(RTFSync(object, RTF_SYNC_BODY_CHANGED))).toBe(true);
    expect(await valuesOf(object)).toEqual({ body: 'kept', text: 'kept', inSync: true });
  });

  test('one form alone: the text is made from the RTF, RTF is not made from the text', async () => {
    using rich = message(null, packed('rich'));
    expect(await ok(RTFSync(rich, RTF_SYNC_BODY_CHANGED))).toBe(true);
    expect((await valuesOf(rich)).body).toBe('rich');
    using poor = message('poor', null);
    expect(await ok(RTFSync(poor, RTF_SYNC_BODY_CHANGED))).toBe(false);
    expect(await ok(RTFSync(poor, RTF_SYNC_RTF_CHANGED))).toBe(false);
    await ok(poor.SetProps([prop(PR_RTF_IN_SYNC, true)]));
    expect(await ok(RTFSync(poor, RTF_SYNC_RTF_CHANGED))).toBe(true);
    expect(await valuesOf(poor)).toEqual({ body: 'poor', text: null, inSync: null });
  });

  test('what it changed is lost without SaveChanges and stays with it', async () => {
    const record = recordOf(prop(PR_BODY_W, 'old'), prop(PR_RTF_COMPRESSED, packed('new')));
    for (const save of [false, true]) {
      using object = open(record) as unknown as IMessage;
      expect(await ok(RTFSync(object, RTF_SYNC_RTF_CHANGED))).toBe(true);
      if (save) await ok(object.SaveChanges(KEEP_OPEN_READWRITE));
    }
    using later = open(record);
    expect((await valuesOf(later)).body).toBe('new');
  });

  test('large texts are compared, too', async () => {
    const text = 'many words and more of them '.repeat(3000);
    using object = message(text, packed(text));
    expect(await ok(RTFSync(object, RTF_SYNC_BODY_CHANGED))).toBe(true);
    expect((await ok(object.GetProps([PR_RTF_IN_SYNC])))[0]).toBe(true);
  });

  test('MAPI_E_NO_ACCESS on a read-only message, MAPI_E_UNKNOWN_FLAGS, E_INVALIDARG without a message', async () => {
    const record = recordOf(prop(PR_BODY_W, 'old'), prop(PR_RTF_COMPRESSED, packed('new')));
    using object = open(record, { writable: false }) as unknown as IMessage;
    expect((await RTFSync(object, RTF_SYNC_RTF_CHANGED))[0]).toBe(MAPI_E_NO_ACCESS);
    expect((await RTFSync(object, 4))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect((await RTFSync(null as never, 0))[0]).toBe(E_INVALIDARG);
    expect(await ok(RTFSync(object, 0))).toBe(false);
  });

  test('leaves both forms in step, whatever they were', async () => {
    const bare = (text: string | null): string => (text ?? '').replaceAll(/\s+/g, '');
    const words = fc.stringMatching(/^[a-zA-Zäöü.,:;!? \n]{0,60}$/);
    await fc.assert(
      fc.asyncProperty(words, words, fc.constantFrom(1, 2, 3), async (body, rich, flags) => {
        using object = message(body, packed(rich));
        await ok(RTFSync(object, flags));
        const { body: after, text, inSync } = await valuesOf(object);
        expect(inSync).toBe(true);
        expect(bare(after)).toContain(bare(text));
        const crc = (await ok(object.GetProps([PR_RTF_SYNC_BODY_CRC])))[0];
        expect(await ok(RTFSync(object, flags))).toBe(false);
        expect((await ok(object.GetProps([PR_RTF_SYNC_BODY_CRC])))[0]).toBe(crc);
      }),
      { numRuns: 80 },
    );
  });
});
