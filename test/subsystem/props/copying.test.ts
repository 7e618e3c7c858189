import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ComError, check, com, createMemoryStream, type IUnknown, ok, S_OK } from '../../../src/com/index.js';
import {
  IMAPIContainer,
  IMAPIFolder,
  IMAPIProgress,
  IMAPIProp,
  IMessage,
  MAPI_CREATE,
  MAPI_DECLINE_OK,
  MAPI_DIALOG,
  MAPI_E_COLLISION,
  MAPI_E_COMPUTED,
  MAPI_E_FOLDER_CYCLE,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_MOVE,
  MAPI_NOREPLACE,
  MAPI_TOP_LEVEL,
  namedProp,
  PR_CONTAINER_CONTENTS,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_RECIPIENTS,
  PR_NULL,
  PR_SUBJECT_A,
  PR_SUBJECT_W,
  type PropTag,
  PS_PUBLIC_STRINGS,
  PT_BINARY,
  PT_BOOLEAN,
  PT_LONG,
  PT_UNICODE,
  prop,
  propTag,
} from '../../../src/mapi/index.js';
import { type CopyManner, propRules, type SubObject } from '../../../src/subsystem/index.js';
import { contents, leakCheck, names, open, recordOf, tag } from './objects.js';

const leaks = leakCheck();
beforeEach(() => leaks.check());
afterEach(() => leaks.check());

const number = tag(PT_LONG, 0x6801);
const other = tag(PT_LONG, 0x6802);
const binary = tag(PT_BINARY, 0x6803);
const large = Buffer.alloc(300_000, 7);

class Parts implements SubObject {
  readonly copies: CopyManner[] = [];
  readonly tag: PropTag;
  readonly iid: SubObject['iid'];
  failure: ComError | null = null;
  constructor(part: PropTag, iid: SubObject['iid']) {
    this.tag = part;
    this.iid = iid;
  }
  copyTo(_target: IUnknown, manner: CopyManner): void {
    if (this.failure) throw this.failure;
    this.copies.push(manner);
  }
  clear(): void {
    this.copies.length = 0;
  }
}

const copy = (source: IMAPIProp, target: IUnknown, exclude: readonly PropTag[] | null = null, flags = 0) =>
  source.CopyTo(null, exclude, 0, null, IMAPIProp, target as IMAPIProp, flags);

describe('IMAPIProp::CopyTo', () => {
  test('copies all properties, large ones too; what the target has besides stays', async () => {
    using source = open(recordOf(prop(number, 1), prop(PR_SUBJECT_W, 'Łódź'), prop(binary, large)));
    const record = recordOf(prop(number, 9), prop(other, 2));
    using target = open(record);
    expect(await check(copy(source, target))).toEqual([S_OK, []]);
    expect(contents(record)).toEqual({ '68010003': 9, '68020003': 2 });
    await ok(target.SaveChanges());
    expect(contents(record)).toEqual({
      '68010003': 1,
      '68020003': 2,
      '0037001f': 'Łódź',
      '68030102': new Uint8Array(large),
    });
  });

  test('leaves out excluded properties whatever type their tags say', async () => {
    using source = open(recordOf(prop(number, 1), prop(other, 2)));
    const record = recordOf();
    using target = open(record, { transacted: false });
    await ok(copy(source, target, [propTag(PT_BOOLEAN, 0x6801)]));
    expect(contents(record)).toEqual({ '68020003': 2 });
  });

  test('MAPI_E_INVALID_PARAMETER: no interface, no target, an empty list of exclusions, PR_NULL among them', async () => {
    using source = open(recordOf(prop(number, 1)));
    using target = open();
    const nowhere = source.CopyTo(null, null, 0, null, null as never, target);
    expect((await nowhere)[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await copy(source, null as never))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await copy(source, target, []))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await copy(source, target, [PR_NULL]))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await copy(source, target, null, 0x40))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('MAPI_E_INTERFACE_NOT_SUPPORTED: the target lacks the interface, or all are excluded', async () => {
    using source = open(recordOf(prop(number, 1)));
    using target = open();
    const asMessage = source.CopyTo(null, null, 0, null, IMessage, target as IMessage);
    expect((await asMessage)[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    using stream = createMemoryStream();
    expect((await copy(source, stream))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    const nothingLeft = source.CopyTo([IMAPIProp], null, 0, null, IMAPIProp, target);
    expect((await nothingLeft)[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
  });

  test('MAPI_E_NO_ACCESS into itself, also when it was opened once more', async () => {
    const record = recordOf(prop(number, 1));
    using source = open(record);
    using again = open(record);
    expect((await copy(source, source))[0]).toBe(MAPI_E_NO_ACCESS);
    expect((await copy(source, again))[0]).toBe(MAPI_E_NO_ACCESS);
  });

  test('MAPI_E_NO_ACCESS into a read-only target, and to move out of a read-only source', async () => {
    using source = open(recordOf(prop(number, 1)), { writable: false });
    using closed = open(undefined, { writable: false });
    using target = open();
    expect((await copy(source, closed))[0]).toBe(MAPI_E_NO_ACCESS);
    expect((await copy(source, target, null, MAPI_MOVE))[0]).toBe(MAPI_E_NO_ACCESS);
  });

  test('MAPI_NOREPLACE leaves what the target has', async () => {
    using source = open(recordOf(prop(number, 1), prop(other, 2), prop(binary, large)));
    const record = recordOf(prop(tag(PT_UNICODE, 0x6801), 'mine'), prop(binary, Uint8Array.of(1)));
    using target = open(record, { transacted: false });
    await ok(copy(source, target, null, MAPI_NOREPLACE));
    expect(contents(record)).toEqual({ '6801001f': 'mine', '68020003': 2, '68030102': Uint8Array.of(1) });
  });

  test('MAPI_MOVE takes from the source what arrived', async () => {
    using source = open(recordOf(prop(number, 1), prop(other, 2), prop(binary, large)));
    using target = open(undefined, { rules: propRules({ tag: other, refuse: MAPI_E_COMPUTED }) });
    const problems = await ok(copy(source, target, null, MAPI_MOVE));
    expect(problems).toEqual([{ ulIndex: 1, ulPropTag: other, scode: MAPI_E_COMPUTED }]);
    expect(await ok(source.GetPropList())).toEqual([other]);
  });

  test('computed properties of the source are not copied; problems of the target come back with their place', async () => {
    using source = open(recordOf(prop(number, 1), prop(other, 2)), {
      rules: propRules({ tag: number, refuse: MAPI_E_COMPUTED }),
    });
    const record = recordOf();
    using target = open(record, { transacted: false, rules: propRules({ tag: other, refuse: MAPI_E_NO_ACCESS }) });
    expect(await ok(copy(source, target))).toEqual([{ ulIndex: 0, ulPropTag: other, scode: MAPI_E_NO_ACCESS }]);
    expect(contents(record)).toEqual({});
  });

  test('subobjects come along, unless their property or their interface is excluded', async () => {
    const parts = () =>
      [new Parts(PR_MESSAGE_ATTACHMENTS, IMessage), new Parts(PR_CONTAINER_CONTENTS, IMAPIFolder)] as const;
    const run = async (
      iids: readonly (typeof IMAPIContainer | typeof IMessage)[] | null,
      tags: PropTag[] | null,
      flags = 0,
    ) => {
      const subObjects = parts();
      using source = open(undefined, { subObjects });
      using target = open();
      await ok(source.CopyTo(iids, tags, 0, null, IMAPIProp, target, flags));
      return subObjects.map(({ copies }) => copies);
    };
    const plain = { move: false, replace: true };
    expect(await run(null, null)).toEqual([[plain], [plain]]);
    expect(await run([], null, MAPI_NOREPLACE)).toEqual([
      [{ ...plain, replace: false }],
      [{ ...plain, replace: false }],
    ]);
    expect(await run([IMessage], null)).toEqual([[], [plain]]);
    expect(await run([IMAPIContainer], null)).toEqual([[plain], []]);
    expect(await run(null, [PR_MESSAGE_ATTACHMENTS], MAPI_MOVE)).toEqual([[], [{ move: true, replace: true }]]);
  });

  test.each([
    ['MAPI_E_FOLDER_CYCLE', MAPI_E_FOLDER_CYCLE],
    ['MAPI_E_COLLISION', MAPI_E_COLLISION],
  ])('%s of a subobject ends the whole copy', async (_, hr) => {
    const folders = new Parts(PR_CONTAINER_CONTENTS, IMAPIFolder);
    folders.failure = new ComError(hr, 'no');
    using source = open(undefined, { subObjects: [folders] });
    using target = open();
    expect((await copy(source, target))[0]).toBe(hr);
  });

  test('a subobject that the target can not take is a problem of its own', async () => {
    const attachments = new Parts(PR_MESSAGE_ATTACHMENTS, IMessage);
    attachments.failure = new ComError(MAPI_E_NO_SUPPORT, 'the target has no attachments');
    using source = open(undefined, { subObjects: [attachments] });
    using target = open();
    expect(await ok(copy(source, target))).toEqual([
      { ulIndex: 0, ulPropTag: PR_MESSAGE_ATTACHMENTS, scode: MAPI_E_NO_SUPPORT },
    ]);
  });

  test('MAPI_DECLINE_OK changes nothing, because the copy needs no help of MAPI', async () => {
    using source = open(recordOf(prop(number, 1)));
    using target = open();
    expect((await copy(source, target, null, MAPI_DECLINE_OK))[0]).toBe(S_OK);
  });

  test('progress goes to the indicator under MAPI_DIALOG alone', async () => {
    const told: number[][] = [];
    using progress = com<IMAPIProgress>(
      {
        Progress: (...values) => void told.push(values),
        GetFlags: () => MAPI_TOP_LEVEL,
        GetMin: () => 1,
        GetMax: () => 1000,
        SetLimits: () => undefined,
      },
      IMAPIProgress,
    );
    using source = open(recordOf(prop(number, 1), prop(other, 2)));
    using target = open();
    await ok(source.CopyTo(null, null, 0, progress, IMAPIProp, target));
    expect(told).toEqual([]);
    await ok(source.CopyTo(null, null, 0, progress, IMAPIProp, target, MAPI_DIALOG));
    expect(told).toEqual([
      [500, 1, 2],
      [1000, 2, 2],
    ]);
  });
});

describe('IMAPIProp::CopyProps', () => {
  const some = (source: IMAPIProp, tags: readonly PropTag[], target: IMAPIProp, flags = 0) =>
    source.CopyProps(tags, 0, null, IMAPIProp, target, flags);

  test('copies what is named, at full width, and tells what the source does not have', async () => {
    using source = open(recordOf(prop(number, 1), prop(other, 2), prop(PR_SUBJECT_W, 'Łódź')));
    const record = recordOf();
    using target = open(record, { transacted: false });
    const absent = tag(PT_LONG, 0x6809);
    expect(await ok(some(source, [absent, PR_SUBJECT_A, number], target))).toEqual([
      { ulIndex: 0, ulPropTag: absent, scode: MAPI_E_NOT_FOUND },
    ]);
    expect(contents(record)).toEqual({ '0037001f': 'Łódź', '68010003': 1 });
  });

  test('moves what is named', async () => {
    using source = open(recordOf(prop(number, 1), prop(other, 2)));
    using target = open();
    await ok(some(source, [number], target, MAPI_MOVE));
    expect(await ok(source.GetPropList())).toEqual([other]);
  });

  test('takes subobjects along that are named', async () => {
    const subObjects = [
      new Parts(PR_MESSAGE_RECIPIENTS, IMessage),
      new Parts(PR_MESSAGE_ATTACHMENTS, IMessage),
    ] as const;
    using source = open(undefined, { subObjects });
    using target = open();
    await ok(some(source, [PR_MESSAGE_RECIPIENTS], target));
    expect(subObjects.map(({ copies }) => copies.length)).toEqual([1, 0]);
  });

  test('refuses an empty list, PR_NULL, itself, another interface', async () => {
    using source = open(recordOf(prop(number, 1)));
    using target = open();
    expect((await some(source, [], target))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await some(source, [PR_NULL], target))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await some(source, [number], source))[0]).toBe(MAPI_E_NO_ACCESS);
    const asMessage = source.CopyProps([number], 0, null, IMessage, target as IMessage);
    expect((await asMessage)[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
  });
});

describe('Named properties on their way', () => {
  const keyword = namedProp(PS_PUBLIC_STRINGS, 'Keywords');

  test('keep their identifiers where the mapping signatures are equal', async () => {
    const map = names();
    using source = open(undefined, { names: map });
    const record = recordOf();
    using target = open(record, { names: map, transacted: false });
    const [id] = await ok(source.GetIDsFromNames([keyword], MAPI_CREATE));
    await ok(source.SetProps([prop(propTag(PT_LONG, (id as number) >>> 16), 5)]));
    await ok(copy(source, target));
    expect(contents(record)).toEqual({ '80000003': 5 });
  });

  test('keep their names and change their identifiers where they differ', async () => {
    using source = open(undefined, { names: names(1) });
    const record = recordOf();
    using target = open(record, { names: names(2), transacted: false });
    await ok(target.GetIDsFromNames([namedProp(PS_PUBLIC_STRINGS, 'first')], MAPI_CREATE));
    const [id] = await ok(source.GetIDsFromNames([keyword], MAPI_CREATE));
    await ok(source.SetProps([prop(propTag(PT_LONG, (id as number) >>> 16), 5)]));
    expect(await ok(copy(source, target))).toEqual([]);
    expect(contents(record)).toEqual({ '80010003': 5 });
    const { lpppPropNames } = await ok(target.GetNamesFromIDs([propTag(PT_LONG, 0x8001)], null));
    expect(lpppPropNames).toEqual([keyword]);
  });

  test('become problems where the target has none', async () => {
    using source = open(recordOf(prop(tag(PT_LONG, 0x8000), 1)), { names: names() });
    await ok(source.GetIDsFromNames([keyword], MAPI_CREATE));
    using target = open();
    expect(await ok(copy(source, target))).toEqual([
      { ulIndex: 0, ulPropTag: tag(PT_LONG, 0x8000), scode: MAPI_E_NO_SUPPORT },
    ]);
  });
});
