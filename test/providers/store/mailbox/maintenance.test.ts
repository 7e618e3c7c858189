import { expect, test } from 'vitest';
import { type ComError, ok } from '../../../../src/com/index.js';
import { MAPI_E_COLLISION, MAPI_E_NOT_FOUND } from '../../../../src/mapi/index.js';
import { backupStore, checkStore, openStore, storeInfo } from '../../../../src/providers/store/index.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, newPath, newStore, post } from './stores.js';

useLedger();

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
