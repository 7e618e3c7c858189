import { describe, expect, test } from 'vitest';
import {
  MAPI_E_FAILURE,
  MAPI_E_INVALID_SESSION,
  MAPI_E_LOGIN_FAILURE,
  MAPI_E_TOO_MANY_SESSIONS,
  MAPI_LOGON_UI,
  MAPI_NEW_SESSION,
  MAPI_PASSWORD_UI,
  SUCCESS_SUCCESS,
} from '../../../src/mapi/index.js';
import { MAPILogoff, MAPILogon } from '../../../src/subsystem/index.js';
import { maxSessions } from '../../../src/subsystem/simple/limits.js';
import { useLedger } from '../../support/ledger.js';
import { Office } from './office.js';

describe('MAPILogon and MAPILogoff', () => {
  useLedger();
  const code = async (name: string | null, password: string | null, flags: number): Promise<number> => {
    const [answer, session] = await MAPILogon(0, name, password, flags);
    if (session !== null) expect(await MAPILogoff(session)).toBe(SUCCESS_SUCCESS);
    return answer;
  };

  test('a profile is named, or a dialog would have offered the default one', async () => {
    await using _office = await Office.open();
    expect(await code('Work', null, MAPI_NEW_SESSION)).toBe(SUCCESS_SUCCESS);
    expect(await code('Work', '', 0)).toBe(SUCCESS_SUCCESS);
    expect(await code(null, null, MAPI_LOGON_UI)).toBe(SUCCESS_SUCCESS);
    expect(await code('', null, MAPI_NEW_SESSION)).toBe(SUCCESS_SUCCESS);
    expect(await code('Play', null, MAPI_NEW_SESSION)).toBe(MAPI_E_LOGIN_FAILURE);
    expect(await code('Work', 'secret', MAPI_NEW_SESSION)).toBe(MAPI_E_LOGIN_FAILURE);
    expect(await code('x'.repeat(257), null, MAPI_NEW_SESSION)).toBe(MAPI_E_LOGIN_FAILURE);
    expect(await code('Work', null, MAPI_LOGON_UI | MAPI_PASSWORD_UI)).toBe(MAPI_E_FAILURE);
  });

  test('without name and flags the call asks for the shared session', async () => {
    await using _office = await Office.open();
    expect(await code(null, null, 0)).toBe(MAPI_E_LOGIN_FAILURE);
    const [, alone] = await MAPILogon(0, 'Work', null, MAPI_NEW_SESSION);
    expect(await code(null, null, 0)).toBe(MAPI_E_LOGIN_FAILURE);
    const [, shared] = await MAPILogon(0, 'Work', null, 0);
    expect(await code(null, null, 0)).toBe(SUCCESS_SUCCESS);
    for (const session of [alone, shared]) expect(await MAPILogoff(session ?? 0)).toBe(SUCCESS_SUCCESS);
    expect(await code(null, null, 0)).toBe(MAPI_E_LOGIN_FAILURE);
  });

  test('a session ends once, and MAPILogoff has no flags', async () => {
    await using office = await Office.open();
    const [, session] = await MAPILogon(0, 'Work', null, MAPI_NEW_SESSION);
    expect(await MAPILogoff(session ?? 0, 0, 1)).toBe(MAPI_E_FAILURE);
    expect(await MAPILogoff(session ?? 0)).toBe(SUCCESS_SUCCESS);
    expect(await MAPILogoff(session ?? 0)).toBe(MAPI_E_INVALID_SESSION);
    expect(await MAPILogoff(0)).toBe(MAPI_E_INVALID_SESSION);
    expect(office.notices.map(({ what, code }) => [what, code])).toEqual([
      ['refused', MAPI_E_FAILURE],
      ['refused', MAPI_E_INVALID_SESSION],
      ['refused', MAPI_E_INVALID_SESSION],
    ]);
  });

  test('one session too many is MAPI_E_TOO_MANY_SESSIONS', async () => {
    await using _office = await Office.open();
    const handles: number[] = [];
    for (;;) {
      const [answer, session] = await MAPILogon(0, 'Work', null, 0);
      if (session === null) {
        expect(answer).toBe(MAPI_E_TOO_MANY_SESSIONS);
        break;
      }
      handles.push(session);
    }
    expect(handles).toHaveLength(maxSessions);
    for (const session of handles) expect(await MAPILogoff(session)).toBe(SUCCESS_SUCCESS);
  });
});
