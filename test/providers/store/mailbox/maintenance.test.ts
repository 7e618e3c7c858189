import { expect, test } from 'vitest';
import { type ComError, ok } from '../../../../src/com/index.js';
import { MAPI_E_COLLISION, MAPI_E_NOT_FOUND, PR_CONTENT_COUNT } from '../../../../src/mapi/index.js';
import { backupStore, checkStore, openStore, storeInfo } from '../../../../src/providers/store/index.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, newPath, newStore, post, propOf } from './stores.js';

useLedger();

test.each([0, 1, 2, 3, 4])(
  'a store that the last of the others lets go of %d steps after it is asked for is opened',
  async (steps) => {
    const path = newPath();
    const first = await openStore(path, { mode: 'create' });
    const second = openStore(path);
    // The second has found it open, and not got it yet.
    for (let step = 0; step < steps; step++) await Promise.resolve();
    first.Release();
    using store = await second;
    using inbox = await inboxOf(store);
    expect(await propOf(inbox, PR_CONTENT_COUNT)).toBe(0);
  },
);

test('a store in use can be checked, counted and copied', async () => {
  const path = newPath();
  const copy = newPath();
  using store = await newStore(path);
  using inbox = await inboxOf(store);
  await post(inbox, 'kept');
  expect(await checkStore(path)).toEqual([]);
  expect(await storeInfo(path)).toMatchObject({ messages: 1, outgoing: 0 });
  await backupStore(path, copy);
  expect(await storeInfo(copy)).toMatchObject({ messages: 1 });
  await expect(backupStore(path, copy)).rejects.toMatchObject({ hr: MAPI_E_COLLISION });
});

test('what cannot be opened says so', async () => {
  await expect(openStore(newPath())).rejects.toMatchObject({ hr: MAPI_E_NOT_FOUND } satisfies Partial<ComError>);
  const path = newPath();
  {
    using store = await newStore(path);
    await ok(store.GetProps(null));
  }
  await expect(openStore(path, { mode: 'create' })).rejects.toMatchObject({ hr: MAPI_E_COLLISION });
});
