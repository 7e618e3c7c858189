import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ComError, E_FAIL, ok, S_OK } from '../../../src/com/index.js';
import {
  FORCE_SAVE,
  KEEP_OPEN_READONLY,
  KEEP_OPEN_READWRITE,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_ENOUGH_DISK,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_OBJECT_DELETED,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_UNICODE,
  PT_LONG,
  PT_UNICODE,
  prop,
} from '../../../src/mapi/index.js';
import { type Awaitable, MemoryBag, type PropChanges } from '../../../src/subsystem/index.js';
import { contents, leakCheck, open, recordOf, tag } from './objects.js';

const leaks = leakCheck();
beforeEach(() => leaks.check());
afterEach(() => leaks.check());

const number = tag(PT_LONG);
const text = tag(PT_UNICODE, 0x6802);

describe('IMAPIProp::SaveChanges', () => {
  test('makes changes visible to others, and not before', async () => {
    const record = recordOf(prop(number, 1), prop(text, 'old'));
    using writer = open(record);
    await ok(writer.SetProps([prop(number, 2)]));
    await ok(writer.DeleteProps([text]));
    using reader = open(record);
    expect([...(await ok(reader.GetProps([number, text])))]).toEqual([1, 'old']);
    await ok(writer.SaveChanges());
    expect(contents(record)).toEqual({ '68010003': 2 });
    using later = open(record);
    expect([...(await ok(later.GetProps([number, text])))]).toEqual([2, null]);
  });

  test('changes are gone when the object is released without it', async () => {
    const record = recordOf(prop(number, 1));
    const object = open(record);
    await ok(object.SetProps([prop(number, 2)]));
    object.Release();
    expect(contents(record)).toEqual({ '68010003': 1 });
  });

  test('is S_OK and does nothing where changes are permanent at once', async () => {
    const record = recordOf();
    using folder = open(record, { transacted: false });
    await ok(folder.SetProps([prop(number, 1)]));
    expect(contents(record)).toEqual({ '68010003': 1 });
    await ok(folder.DeleteProps([number]));
    expect(contents(record)).toEqual({});
    expect(await folder.SaveChanges()).toBe(S_OK);
    expect(await ok(folder.SetProps([prop(number, 2)]))).toEqual([]);
  });

  test('objects that keep nothing back see what others write', async () => {
    const record = recordOf();
    using one = open(record, { transacted: false });
    using two = open(record, { transacted: false });
    await ok(one.SetProps([prop(number, 1)]));
    expect((await ok(two.GetProps([number])))[0]).toBe(1);
    record.deleted = true;
    expect((await two.GetProps([number]))[0]).toBe(MAPI_E_OBJECT_DELETED);
  });

  test('KEEP_OPEN_READWRITE: writing goes on', async () => {
    const record = recordOf();
    using object = open(record);
    await ok(object.SetProps([prop(number, 1)]));
    expect(await object.SaveChanges(KEEP_OPEN_READWRITE)).toBe(S_OK);
    await ok(object.SetProps([prop(number, 2)]));
    expect(await object.SaveChanges(KEEP_OPEN_READWRITE)).toBe(S_OK);
    expect(contents(record)).toEqual({ '68010003': 2 });
  });

  test.each([
    ['no flags', 0],
    ['KEEP_OPEN_READONLY', KEEP_OPEN_READONLY],
  ])('%s: only reading goes on', async (_, flags) => {
    using object = open();
    await ok(object.SetProps([prop(number, 1)]));
    expect(await object.SaveChanges(flags)).toBe(S_OK);
    expect((await ok(object.GetProps([number])))[0]).toBe(1);
    expect((await object.SetProps([prop(number, 2)]))[0]).toBe(MAPI_E_NO_ACCESS);
    expect(await object.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_NO_ACCESS);
  });

  test('MAPI_E_NO_ACCESS for KEEP_OPEN_READWRITE on an object that was opened for reading', async () => {
    using object = open(recordOf(prop(number, 1)), { writable: false });
    expect(await object.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_NO_ACCESS);
    expect(await object.SaveChanges(KEEP_OPEN_READONLY)).toBe(S_OK);
  });

  test('the first who saves wins; the other gets MAPI_E_OBJECT_CHANGED, and FORCE_SAVE overwrites', async () => {
    const record = recordOf(prop(number, 0));
    using first = open(record);
    using second = open(record);
    await ok(first.SetProps([prop(number, 1)]));
    await ok(second.SetProps([prop(number, 2), prop(text, 'mine')]));
    expect(await first.SaveChanges()).toBe(S_OK);
    expect(await second.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_OBJECT_CHANGED);
    expect(contents(record)).toEqual({ '68010003': 1 });
    expect((await ok(second.GetProps([number])))[0]).toBe(2);
    expect(await second.SaveChanges(FORCE_SAVE | KEEP_OPEN_READWRITE)).toBe(S_OK);
    expect(contents(record)).toEqual({ '68010003': 2, '6802001f': 'mine' });
  });

  test('MAPI_E_OBJECT_DELETED when it was deleted meanwhile, also with FORCE_SAVE', async () => {
    const record = recordOf();
    using object = open(record);
    await ok(object.SetProps([prop(number, 1)]));
    record.deleted = true;
    expect(await object.SaveChanges()).toBe(MAPI_E_OBJECT_DELETED);
    expect(await object.SaveChanges(FORCE_SAVE)).toBe(MAPI_E_OBJECT_DELETED);
  });

  test('after an error the object stays open for writing with its changes, whatever the flags say', async () => {
    const record = recordOf();
    let full = true;
    class FullBag extends MemoryBag {
      override commit(changes: PropChanges, force: boolean): Awaitable<void> {
        if (full) throw new ComError(MAPI_E_NOT_ENOUGH_DISK, 'the disk is full');
        return super.commit(changes, force);
      }
    }
    using object = open(record, { bag: new FullBag(record) });
    await ok(object.SetProps([prop(number, 1)]));
    expect(await object.SaveChanges(0)).toBe(MAPI_E_NOT_ENOUGH_DISK);
    expect(contents(record)).toEqual({});
    await ok(object.SetProps([prop(text, 'more')]));
    full = false;
    expect(await object.SaveChanges()).toBe(S_OK);
    expect(contents(record)).toEqual({ '68010003': 1, '6802001f': 'more' });
  });

  test('a write that fails at once leaves nothing pending where nothing is kept back', async () => {
    const record = recordOf(prop(number, 1));
    class BrokenBag extends MemoryBag {
      override commit(): void {
        throw new ComError(MAPI_E_NOT_ENOUGH_DISK, 'the disk is full');
      }
    }
    using folder = open(record, { transacted: false, bag: new BrokenBag(record, true) });
    expect((await folder.SetProps([prop(number, 2)]))[0]).toBe(MAPI_E_NOT_ENOUGH_DISK);
    expect((await ok(folder.GetProps([number])))[0]).toBe(1);
  });

  test('MAPI_DEFERRED_ERRORS may be ignored; unknown flags are not', async () => {
    using object = open();
    expect(await object.SaveChanges(0x100)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await object.SaveChanges(MAPI_DEFERRED_ERRORS | KEEP_OPEN_READWRITE)).toBe(S_OK);
  });

  test('what follows from changes is saved with them', async () => {
    const record = recordOf(prop(text, 'stale'));
    using object = open(record, {
      derive: (view) => ({
        set: view.changed.has(0x6801) ? [prop(tag(PT_LONG, 0x6803), 10)] : [],
        remove: [text],
      }),
    });
    await ok(object.SetProps([prop(number, 1)]));
    await ok(object.SaveChanges());
    expect(contents(record)).toEqual({ '68010003': 1, '68030003': 10 });
  });

  test('calls made without waiting run in their order', async () => {
    const record = recordOf();
    class SlowBag extends MemoryBag {
      override async commit(changes: PropChanges, force: boolean): Promise<void> {
        await new Promise((resolve) => setImmediate(resolve));
        await super.commit(changes, force);
      }
    }
    using object = open(record, { bag: new SlowBag(record) });
    const all = [
      object.SetProps([prop(number, 1)]),
      object.SaveChanges(KEEP_OPEN_READWRITE),
      object.SetProps([prop(number, 2)]),
      object.GetProps([number]),
    ] as const;
    await Promise.all(all);
    expect(contents(record)).toEqual({ '68010003': 1 });
    expect((await ok(all[3]))[0]).toBe(2);
  });
});

describe('IMAPIProp::GetLastError', () => {
  test('explains the last failure when it is asked about its code', async () => {
    using object = open(undefined, { writable: false });
    const [hr] = await object.SetProps([prop(number, 1)]);
    const told = await ok(object.GetLastError(hr, MAPI_UNICODE));
    expect(told).toEqual({
      ulVersion: 0,
      lpszError: expect.stringContaining('the object is read-only'),
      lpszComponent: 'comail SetProps',
      ulLowLevelError: 0,
      ulContext: 0,
    });
  });

  test('has nothing to add to another code, and refuses unknown flags', async () => {
    using object = open();
    expect(await ok(object.GetLastError(E_FAIL))).toMatchObject({ lpszError: '', lpszComponent: '' });
    expect((await object.GetLastError(E_FAIL, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });
});
