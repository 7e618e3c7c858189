import { describe, expect, test } from 'vitest';
import {
  createMemoryStream,
  IEnumSTATSTG,
  IStorage,
  ok,
  STGM_READWRITE,
  STGM_SHARE_EXCLUSIVE,
  slots,
  storageOnStream,
} from '../../../src/com/index.js';
import { type Hands, pester } from '../../providers/store/conformance/nonsense.js';
import { useLedger } from '../../support/ledger.js';

describe('A storage that is called with nonsense answers by a code, never by an exception', () => {
  useLedger();

  test('IStorage and IEnumSTATSTG, while they are open and when the storage above is gone', async () => {
    const mode = STGM_READWRITE | STGM_SHARE_EXCLUSIVE;
    using file = createMemoryStream();
    using other = createMemoryStream();
    using target = await storageOnStream(other, { create: true });
    const root = await storageOnStream(file, { create: true });
    using storage = await ok(root.CreateStorage('within', mode));
    (await ok(storage.CreateStream('name', mode))).Release();
    using list = await ok(storage.EnumElements());
    const released = createMemoryStream();
    released.Release();
    const hands: Hands = { alive: [target, storage, file], released, entryIds: [new Uint8Array(16)] };
    const pesterAll = async (rounds: number): Promise<number> => {
      let answers = 0;
      for (const [object, iid] of [
        [storage, IStorage],
        [list, IEnumSTATSTG],
      ] as const)
        for (const { name, signature, declaredBy } of slots(iid))
          if (declaredBy.base !== null) answers += (await pester(object, name, signature.inputs, hands, rounds)).length;
      return answers;
    };
    expect(await pesterAll(20)).toBe(19 * 20);
    root.Release();
    expect(await pesterAll(4)).toBe(19 * 4);
  });
});
