import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check, type HResult, hresult, ok, S_OK } from '../../../src/com/index.js';
import {
  MAPI_E_BAD_CHARWIDTH,
  MAPI_E_COMPUTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_INVALID_TYPE,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNEXPECTED_TYPE,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_UNICODE,
  MAPI_W_ERRORS_RETURNED,
  PR_MESSAGE_CODEPAGE,
  PR_NULL,
  PR_SUBJECT_A,
  PR_SUBJECT_W,
  type PropTag,
  type PropValue,
  PT_BINARY,
  PT_BOOLEAN,
  PT_DOUBLE,
  PT_ERROR,
  PT_I8,
  PT_LONG,
  PT_MV_BINARY,
  PT_MV_LONG,
  PT_MV_STRING8,
  PT_MV_UNICODE,
  PT_NULL,
  PT_OBJECT,
  PT_SHORT,
  PT_STRING8,
  PT_SYSTIME,
  PT_UNICODE,
  PT_UNSPECIFIED,
  prop,
  propTag,
} from '../../../src/mapi/index.js';
import { propRules } from '../../../src/subsystem/index.js';
import { contents, leakCheck, open, recordOf, tag } from './objects.js';

const leaks = leakCheck();
beforeEach(() => leaks.check());
afterEach(() => leaks.check());

const subject = recordOf(prop(PR_SUBJECT_W, 'Grüße aus Łódź'));

describe('IMAPIProp::GetProps', () => {
  test('answers values in the order asked for', async () => {
    using object = open(recordOf(prop(tag(PT_LONG, 0x6801), 1), prop(tag(PT_UNICODE, 0x6802), 'two')));
    const [hr, row] = await check(object.GetProps([tag(PT_UNICODE, 0x6802), tag(PT_LONG, 0x6801)]));
    expect([hr, [...row]]).toEqual([S_OK, ['two', 1]]);
  });

  test('warns with MAPI_W_ERRORS_RETURNED; what failed keeps its identifier with PT_ERROR and tells MAPI_E_NOT_FOUND', async () => {
    using object = open(recordOf(prop(tag(PT_LONG, 0x6801), 1)));
    const [hr, row] = await check(object.GetProps([tag(PT_LONG, 0x6809), tag(PT_LONG, 0x6801)]));
    expect(hr).toBe(MAPI_W_ERRORS_RETURNED);
    expect([...row]).toEqual([null, 1]);
    expect(row.tags[0]).toBe(0x6809000a);
    expect(row.error(0)).toBe(MAPI_E_NOT_FOUND);
    expect(row.error(1)).toBeNull();
  });

  test('MAPI_E_INVALID_PARAMETER for an empty array and for what is no tag', async () => {
    using object = open();
    expect((await object.GetProps([]))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await object.GetProps(['subject' as never]))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await object.GetProps([1.5 as PropTag]))[0]).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('MAPI_E_UNKNOWN_FLAGS for a flag it does not know', async () => {
    using object = open();
    expect((await object.GetProps(null, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('null asks for all properties; without any it is S_OK and an empty row', async () => {
    using object = open();
    const [hr, row] = await check(object.GetProps(null));
    expect([hr, row.length]).toEqual([S_OK, 0]);
    await ok(object.SetProps([prop(tag(PT_LONG, 0x6801), 1), prop(tag(PT_BOOLEAN, 0x6802), false)]));
    expect([...(await ok(object.GetProps(null)))]).toEqual([1, false]);
  });

  test('PT_UNSPECIFIED takes the type that there is', async () => {
    using object = open(recordOf(prop(tag(PT_LONG), 7)));
    const row = await ok(object.GetProps([propTag(PT_UNSPECIFIED, 0x6801)]));
    expect([row.tags[0], row[0]]).toEqual([tag(PT_LONG), 7]);
  });

  test('a value of another type than asked for is not found', async () => {
    using object = open(recordOf(prop(tag(PT_LONG), 7)));
    const row = await ok(object.GetProps([tag(PT_BOOLEAN), tag(PT_UNICODE), tag(PT_MV_LONG)]));
    expect([0, 1, 2].map((n) => row.error(n))).toEqual([MAPI_E_NOT_FOUND, MAPI_E_NOT_FOUND, MAPI_E_NOT_FOUND]);
  });

  test('MAPI_UNICODE decides the width of text only for PT_UNSPECIFIED and for all properties', async () => {
    using object = open(subject);
    const any = propTag(PT_UNSPECIFIED, 0x0037);
    const tagsOf = async (tags: readonly PropTag[] | null, flags: number) =>
      (await ok(object.GetProps(tags, flags))).tags;
    expect(await tagsOf([any], MAPI_UNICODE)).toEqual([PR_SUBJECT_W]);
    expect(await tagsOf([any], 0)).toEqual([PR_SUBJECT_A]);
    expect(await tagsOf(null, MAPI_UNICODE)).toEqual([PR_SUBJECT_W]);
    expect(await tagsOf(null, 0)).toEqual([PR_SUBJECT_A]);
    expect(await tagsOf([PR_SUBJECT_A, PR_SUBJECT_W], MAPI_UNICODE)).toEqual([PR_SUBJECT_A, PR_SUBJECT_W]);
    expect(await tagsOf([PR_SUBJECT_A, PR_SUBJECT_W], 0)).toEqual([PR_SUBJECT_A, PR_SUBJECT_W]);
  });

  test('the 8-bit form shows what the code page has and question marks for the rest; the other form is whole', async () => {
    using western = open(subject);
    expect([...(await ok(western.GetProps([PR_SUBJECT_A, PR_SUBJECT_W])))]).toEqual([
      'Grüße aus ?ód?',
      'Grüße aus Łódź',
    ]);
    using central = open(subject, { codePage: 1250 });
    expect((await ok(central.GetProps([PR_SUBJECT_A])))[0]).toBe('Grüße aus Łódź');
    using utf8 = open(subject, { codePage: 65001 });
    expect((await ok(utf8.GetProps([PR_SUBJECT_A])))[0]).toBe('Grüße aus Łódź');
  });

  test('the code page may come from a property of the object', async () => {
    using object = open(recordOf(prop(PR_SUBJECT_W, 'Łódź'), prop(PR_MESSAGE_CODEPAGE, 1250)), {
      codePage: ({ peek }) => Number((peek(0x3ffd) as PropValue | null)?.[1] ?? 1252),
    });
    expect((await ok(object.GetProps([PR_SUBJECT_A])))[0]).toBe('Łódź');
  });

  test('MAPI_E_BAD_CHARWIDTH for text in a code page that nobody knows', async () => {
    using object = open(subject, { codePage: 4711 });
    const row = await ok(object.GetProps([PR_SUBJECT_A, PR_SUBJECT_W]));
    expect(row.error(0)).toBe(MAPI_E_BAD_CHARWIDTH);
    expect(row[1]).toBe('Grüße aus Łódź');
  });

  test('many texts have both widths, too', async () => {
    using object = open(recordOf(prop(tag(PT_MV_UNICODE), ['Łódź', 'Ulm'])));
    const row = await ok(object.GetProps([tag(PT_MV_STRING8), tag(PT_MV_UNICODE)]));
    expect([...row]).toEqual([
      ['?ód?', 'Ulm'],
      ['Łódź', 'Ulm'],
    ]);
  });

  test('MAPI_E_NOT_ENOUGH_MEMORY for values over 32 KB, stored or just set; one byte less comes', async () => {
    const large = Buffer.alloc(32_769, 1);
    using stored = open(recordOf(prop(tag(PT_BINARY), large)));
    expect((await ok(stored.GetProps([tag(PT_BINARY)]))).error(0)).toBe(MAPI_E_NOT_ENOUGH_MEMORY);
    using object = open();
    await ok(object.SetProps([prop(tag(PT_BINARY, 0x6801), large), prop(tag(PT_BINARY, 0x6802), large.subarray(1))]));
    const row = await ok(object.GetProps([tag(PT_BINARY, 0x6801), tag(PT_BINARY, 0x6802)]));
    expect(row.error(0)).toBe(MAPI_E_NOT_ENOUGH_MEMORY);
    expect((row[1] as Uint8Array).length).toBe(32_768);
  });

  test('leaves secure properties out of all properties and gives them when they are named', async () => {
    const secret = tag(PT_UNICODE, 0x67f0);
    using object = open(recordOf(prop(secret, 'secret')), { rules: propRules({ tag: secret, hidden: true }) });
    expect((await ok(object.GetProps(null))).length).toBe(0);
    expect((await ok(object.GetProps([secret])))[0]).toBe('secret');
  });

  test('works computed values out when they are asked for, later ones too', async () => {
    const double = tag(PT_LONG, 0x6802);
    const text = tag(PT_UNICODE, 0x6803);
    using object = open(recordOf(prop(tag(PT_LONG), 21)), {
      rules: propRules(
        { tag: double, refuse: MAPI_E_COMPUTED, compute: async (view) => 2 * ((await view.load(tag(PT_LONG))) ?? 0) },
        { tag: text, compute: () => 'é', listed: () => false },
        { tag: tag(PT_LONG, 0x6804), compute: () => null },
      ),
    });
    expect([...(await ok(object.GetProps([double, tag(PT_STRING8, 0x6803)])))]).toEqual([42, 'é']);
    expect((await ok(object.GetProps([tag(PT_LONG, 0x6804)]))).error(0)).toBe(MAPI_E_NOT_FOUND);
    expect(await ok(object.GetPropList())).not.toContain(text);
  });
});

describe('IMAPIProp::GetPropList', () => {
  test('lists what the object has, text in the width asked for', async () => {
    using object = open(recordOf(prop(PR_SUBJECT_W, 'x'), prop(tag(PT_LONG), 1)));
    expect(await ok(object.GetPropList(MAPI_UNICODE))).toEqual([PR_SUBJECT_W, tag(PT_LONG)]);
    expect(await ok(object.GetPropList())).toEqual([PR_SUBJECT_A, tag(PT_LONG)]);
    expect((await object.GetPropList(2))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('is empty for an object without properties, and lists what stands for subobjects', async () => {
    using empty = open();
    expect(await ok(empty.GetPropList())).toEqual([]);
    const parts = tag(PT_OBJECT, 0x0e13);
    using object = open(undefined, {
      subObjects: [{ tag: parts, iid: null as never, copyTo: () => undefined, clear: () => undefined }],
    });
    expect(await ok(object.GetPropList())).toEqual([parts]);
  });
});

describe('IMAPIProp::SetProps', () => {
  test('makes properties, replaces values, and replaces a value of another type', async () => {
    using object = open(recordOf(prop(tag(PT_LONG, 0x6801), 1), prop(tag(PT_LONG, 0x6802), 2)));
    const wanted = [prop(tag(PT_LONG, 0x6801), 10), prop(tag(PT_UNICODE, 0x6802), 'two'), prop(tag(PT_I8, 0x6803), 3n)];
    expect(await check(object.SetProps(wanted))).toEqual([S_OK, []]);
    expect((await ok(object.GetProps(null, MAPI_UNICODE))).toProps()).toEqual(wanted);
  });

  test('passes PR_NULL and PT_ERROR over without a word', async () => {
    using object = open();
    const failed = prop(tag(PT_ERROR), MAPI_E_NOT_FOUND);
    expect(await ok(object.SetProps([prop(PR_NULL, null), failed as PropValue]))).toEqual([]);
    expect(await ok(object.GetPropList())).toEqual([]);
  });

  test('MAPI_E_INVALID_PARAMETER with nothing written: an empty array, PT_OBJECT, many values of which there are none', async () => {
    using object = open();
    const good = prop(tag(PT_LONG), 1);
    for (const bad of [[], [good, prop(tag(PT_OBJECT, 0x6802), 0)], [good, prop(tag(PT_MV_LONG, 0x6802), [])]])
      expect((await object.SetProps(bad))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await ok(object.GetPropList())).toEqual([]);
  });

  test('MAPI_E_INVALID_PARAMETER for values that are not of their type', async () => {
    using object = open();
    const wrong: PropValue[] = [
      [tag(PT_LONG), 'one'],
      [tag(PT_SHORT), 70_000],
      [tag(PT_UNICODE), 1],
      [tag(PT_BINARY), 'bytes'],
      [tag(PT_SYSTIME), 1],
      [tag(PT_MV_BINARY), [1]],
    ];
    for (const entry of wrong) expect((await object.SetProps([entry]))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await object.SetProps([null as never]))[0]).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('answers S_OK and lists what was refused; the rest is written', async () => {
    const [kept, computed, fixed, fine] = [0x6801, 0x6802, 0x6803, 0x6804].map((id) => tag(PT_LONG, id)) as [
      PropTag<number>,
      PropTag<number>,
      PropTag<number>,
      PropTag<number>,
    ];
    const record = recordOf();
    using object = open(record, {
      rules: propRules(
        { tag: kept, refuse: MAPI_E_NO_ACCESS },
        { tag: computed, refuse: MAPI_E_COMPUTED },
        { tag: fixed, fixedType: true },
      ),
    });
    const odd = propTag(0x0099, 0x6805);
    const large = prop(tag(PT_BINARY, 0x6806), Buffer.alloc((16 << 20) + 1));
    const set = [
      prop(kept, 1),
      prop(computed, 1),
      prop(tag(PT_UNICODE, 0x6803), 'x'),
      prop(fine, 4),
      prop(odd, 1),
      large,
      prop(tag(PT_NULL, 0x6807), null),
    ];
    const [hr, problems] = await check(object.SetProps(set));
    expect(hr).toBe(S_OK);
    expect(problems).toEqual([
      { ulIndex: 0, ulPropTag: kept, scode: MAPI_E_NO_ACCESS },
      { ulIndex: 1, ulPropTag: computed, scode: MAPI_E_COMPUTED },
      { ulIndex: 2, ulPropTag: tag(PT_UNICODE, 0x6803), scode: MAPI_E_UNEXPECTED_TYPE },
      { ulIndex: 4, ulPropTag: odd, scode: MAPI_E_INVALID_TYPE },
      { ulIndex: 5, ulPropTag: large[0], scode: MAPI_E_NOT_ENOUGH_MEMORY },
      { ulIndex: 6, ulPropTag: tag(PT_NULL, 0x6807), scode: MAPI_E_INVALID_TYPE },
    ]);
    await ok(object.SaveChanges());
    expect(contents(record)).toEqual({ '68040003': 4 });
  });

  test('MAPI_E_NO_ACCESS on a read-only object', async () => {
    using object = open(undefined, { writable: false });
    expect((await object.SetProps([prop(tag(PT_LONG), 1)]))[0]).toBe(MAPI_E_NO_ACCESS);
  });

  test('keeps nothing that the caller can still change', async () => {
    using object = open();
    const bytes = Uint8Array.of(1, 2, 3);
    await ok(object.SetProps([prop(tag(PT_BINARY), bytes)]));
    bytes[0] = 9;
    expect((await ok(object.GetProps([tag(PT_BINARY)])))[0]).toEqual(Uint8Array.of(1, 2, 3));
  });
});

describe('IMAPIProp::DeleteProps', () => {
  test('deletes whatever type the tags say; what is not there is no problem', async () => {
    using object = open(recordOf(prop(tag(PT_LONG, 0x6801), 1), prop(PR_SUBJECT_W, 'x')));
    const gone = [propTag(PT_UNSPECIFIED, 0x6801), PR_SUBJECT_A, tag(PT_DOUBLE, 0x6809)];
    expect(await ok(object.DeleteProps(gone))).toEqual([]);
    expect(await ok(object.GetPropList())).toEqual([]);
  });

  test('lists what could not be deleted', async () => {
    const id = tag(PT_BINARY, 0x0fff);
    const parts = tag(PT_OBJECT, 0x0e13);
    const refused = hresult(0x80070005);
    const { ComError } = await import('../../../src/com/index.js');
    using object = open(recordOf(prop(id, Uint8Array.of(1)), prop(tag(PT_LONG), 1)), {
      rules: propRules({ tag: id, refuse: MAPI_E_COMPUTED }),
      subObjects: [
        {
          tag: parts,
          iid: null as never,
          copyTo: () => undefined,
          clear: () => {
            throw new ComError(refused as HResult, 'an attachment is open');
          },
        },
      ],
    });
    expect(await ok(object.DeleteProps([tag(PT_LONG), id, parts]))).toEqual([
      { ulIndex: 1, ulPropTag: id, scode: MAPI_E_COMPUTED },
      { ulIndex: 2, ulPropTag: parts, scode: refused },
    ]);
  });

  test('MAPI_E_NO_ACCESS on a read-only object, MAPI_E_INVALID_PARAMETER for an empty array', async () => {
    using object = open(recordOf(prop(tag(PT_LONG), 1)), { writable: false });
    expect((await object.DeleteProps([tag(PT_LONG)]))[0]).toBe(MAPI_E_NO_ACCESS);
    expect((await object.DeleteProps([]))[0]).toBe(MAPI_E_INVALID_PARAMETER);
  });
});

describe('What was set', () => {
  const values = fc.oneof(
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((value) => [PT_LONG, value] as const),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => [PT_I8, value] as const),
    fc.boolean().map((value) => [PT_BOOLEAN, value] as const),
    fc.double().map((value) => [PT_DOUBLE, value] as const),
    fc.string({ unit: 'grapheme' }).map((value) => [PT_UNICODE, value] as const),
    fc.uint8Array().map((value) => [PT_BINARY, value] as const),
    fc.array(fc.string(), { minLength: 1 }).map((value) => [PT_MV_UNICODE, value] as const),
    fc.array(fc.uint8Array(), { minLength: 1 }).map((value) => [PT_MV_BINARY, value] as const),
  );
  const sets = fc.array(fc.tuple(fc.integer({ min: 0x6801, max: 0x6810 }), values), { minLength: 1, maxLength: 30 });

  test('is read back, before and after it is saved, and by others afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(sets, async (set) => {
        const record = recordOf();
        const model = new Map<number, unknown>();
        using object = open(record);
        for (const [id, [type, value]] of set) {
          model.set(id, value);
          await ok(object.SetProps([prop(propTag(type as number, id), value)]));
        }
        const read = async (from: typeof object) =>
          new Map((await ok(from.GetProps(null, MAPI_UNICODE))).toProps().map(([t, value]) => [t >>> 16, value]));
        expect(await read(object)).toEqual(model);
        await ok(object.SaveChanges());
        expect(await read(object)).toEqual(model);
        using other = open(record);
        expect(await read(other)).toEqual(model);
      }),
      { numRuns: 60 },
    );
  });
});
