import { describe, expect, test } from 'vitest';
import { E_NOINTERFACE, ok, S_OK } from '../../../src/com/index.js';
import {
  IMAPISession,
  IMsgStore,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_NEW_SESSION,
} from '../../../src/mapi/index.js';
import { MAPILogoff, MAPILogon, ScMAPIXFromSMAPI } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { Office } from './office.js';

describe('ScMAPIXFromSMAPI', () => {
  useLedger();

  test('hands out the session of Extended MAPI behind one of Simple MAPI, until that ends', async () => {
    await using _office = await Office.open();
    const [, handle] = await MAPILogon(0, 'Work', null, MAPI_NEW_SESSION);
    const [hr, session] = ScMAPIXFromSMAPI(handle as number, 0, IMAPISession);
    expect(hr).toBe(S_OK);
    (await ok((session as IMAPISession).GetMsgStoresTable())).Release();
    session?.Release();
    expect(ScMAPIXFromSMAPI(handle as number, 1)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
    expect(ScMAPIXFromSMAPI(handle as number, 0, IMsgStore)).toEqual([E_NOINTERFACE, null]);
    await MAPILogoff(handle as number);
    expect(ScMAPIXFromSMAPI(handle as number)).toEqual([MAPI_E_INVALID_PARAMETER, null]);
  });
});
