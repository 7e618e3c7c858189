import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check, guidFromBytes, newGuid, ok, S_OK } from '../../../src/com/index.js';
import {
  ascend,
  descend,
  eq,
  IMAPISession,
  IMessage,
  IMsgServiceAdmin,
  IMsgServiceAdmin2,
  IProfSect,
  MAPI_E_BAD_CHARWIDTH,
  MAPI_E_BUSY,
  MAPI_E_CALL_FAILED,
  MAPI_E_EXTENDED_ERROR,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_INITIALIZED,
  MAPI_E_UNCONFIGURED,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_USER_CANCEL,
  MAPI_E_VERSION,
  MAPI_FORCE_ACCESS,
  MAPI_MODIFY,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  MSG_SERVICE_CONFIGURE,
  MSG_SERVICE_CREATE,
  MSG_SERVICE_DELETE,
  MSG_SERVICE_UI_READ_ONLY,
  PR_COMMENT_W,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_INSTANCE_KEY,
  PR_PROVIDER_DISPLAY_A,
  PR_PROVIDER_DISPLAY_W,
  PR_PROVIDER_DLL_NAME_A,
  PR_PROVIDER_DLL_NAME_W,
  PR_PROVIDER_ORDINAL,
  PR_PROVIDER_UID,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_TYPE,
  PR_SERVICE_DLL_NAME_W,
  PR_SERVICE_ENTRY_NAME,
  PR_SERVICE_NAME_A,
  PR_SERVICE_NAME_W,
  PR_SERVICE_SUPPORT_FILES_W,
  PR_SERVICE_UID,
  prop,
  SERVICE_NO_PRIMARY_IDENTITY,
  SERVICE_NO_RESTART_WARNING,
  SERVICE_PRIMARY_IDENTITY,
  SERVICE_SINGLE_COPY,
  SERVICE_UI_ALLOWED,
  SERVICE_UI_ALWAYS,
  STATUS_PRIMARY_IDENTITY,
  STATUS_XP_PREFER_LAST,
  sortBy,
  TABLE_SORT_ASCEND,
} from '../../../src/mapi/index.js';
import { useLedger } from '../../support/ledger.js';
import { Desk, providersIn, servicesIn } from './services.js';

describe('IMsgServiceAdmin and IMsgServiceAdmin2', () => {
  useLedger();
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());
  const nowhere = newGuid();

  test('CreateMsgService: sections first, then MSG_SERVICE_CREATE, with window and flags only where dialogs are allowed', async () => {
    const found: number[] = [];
    desk.service('XP', async ({ providers }) => {
      if (providers) found.push((await providersIn(providers)).length);
      return S_OK;
    });
    using admin = await desk.services();
    await check(admin.CreateMsgService('XP', 'ignored', 7, 0));
    await check(admin.CreateMsgService('XP', null, 7, SERVICE_UI_ALLOWED | SERVICE_NO_RESTART_WARNING | MAPI_UNICODE));
    expect(desk.calls).toEqual([`XP ${MSG_SERVICE_CREATE} 0 0`, `XP ${MSG_SERVICE_CREATE} 7 ${SERVICE_UI_ALLOWED}`]);
    expect(found).toEqual([2, 2]);
    expect(await admin.CreateMsgService('NOBODY', null, 0, 0)).toBe(MAPI_E_NOT_FOUND);
    expect((await ok(admin.GetLastError(MAPI_E_NOT_FOUND, MAPI_UNICODE))).lpszError).toMatch(
      /no message service NOBODY is installed; there are .+, and registerMessageService makes others known/,
    );
    expect(await admin.CreateMsgService('XP', null, 0, 0x1000)).toBe(MAPI_E_UNKNOWN_FLAGS);
    const uid = await ok(admin.CreateMsgServiceEx('XP', null, 0, 0));
    expect([...(await servicesIn(admin)).values()]).toContain(uid);
    expect((await admin.CreateMsgServiceEx('NOBODY', null, 0, 0))[0]).toBe(MAPI_E_NOT_FOUND);
  });

  test('CreateMsgService takes the display name for a service that brings none; a service that refuses is not there', async () => {
    let refuse = false;
    desk.service('XP', () => (refuse ? MAPI_E_CALL_FAILED : S_OK), { displayName: '' });
    using admin = await desk.services();
    await check(admin.CreateMsgService('XP', 'mine', 0, 0));
    refuse = true;
    expect(await admin.CreateMsgService('XP', null, 0, 0)).toBe(MAPI_E_CALL_FAILED);
    expect((await ok(admin.GetLastError(MAPI_E_CALL_FAILED, MAPI_UNICODE))).lpszError).toContain('in words');
    using table = await ok(admin.GetMsgServiceTable(0));
    expect((await ok(table.QueryRows(9, 0))).map((row) => row.get(PR_DISPLAY_NAME_W))).toEqual(['mine']);
    expect(await providersIn(admin)).toHaveLength(2);
  });

  test('GetMsgServiceTable has the columns of the page, and is what was there when it was opened', async () => {
    desk.service('XP', () => S_OK, { supportFiles: ['a.dll'] });
    using admin = await desk.services();
    using empty = await ok(admin.GetMsgServiceTable(0));
    await check(admin.CreateMsgService('XP', null, 0, 0));
    expect(await ok(empty.GetRowCount(0))).toBe(0);
    using table = await ok(admin.GetMsgServiceTable(0));
    const [row] = await ok(table.QueryRows(9, 0));
    const columns = [PR_DISPLAY_NAME_W, PR_INSTANCE_KEY, PR_RESOURCE_FLAGS, PR_SERVICE_DLL_NAME_W, PR_SERVICE_NAME_W];
    for (const tag of [...columns, PR_SERVICE_ENTRY_NAME, PR_SERVICE_SUPPORT_FILES_W, PR_SERVICE_UID])
      expect(row?.has(tag)).toBe(true);
    await check(admin.DeleteMsgService((await servicesIn(admin)).get('XP') as never));
    expect(await ok(table.GetRowCount(0))).toBe(1);
    expect((await admin.GetMsgServiceTable(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('GetMsgServiceTable is sorted by PR_DISPLAY_NAME until somebody sorts it otherwise', async () => {
    for (const name of ['B', 'C', 'A']) desk.service(name, null);
    using admin = await desk.services();
    for (const name of ['B', 'C', 'A']) await check(admin.CreateMsgService(name, null, 0, 0));
    using table = await ok(admin.GetMsgServiceTable(0));
    const names = async () => (await ok(table.QueryRows(9, 0))).map((row) => row.get(PR_DISPLAY_NAME_W));
    const order = async () => (await ok(table.QuerySortOrder())).aSort;
    const usual = await order();
    expect(usual).toEqual([{ ulPropTag: PR_DISPLAY_NAME_W, ulOrder: TABLE_SORT_ASCEND }]);
    const sorted = await names();
    expect(sorted).toEqual([...sorted].sort());
    await ok(table.SortTable(sortBy(descend(PR_DISPLAY_NAME_W)), 0));
    expect(await names()).toEqual([...sorted].reverse());
    await ok(table.SortTable(sortBy(), 0));
    expect(await order()).toEqual(usual);
  });

  test('GetProviderTable lists the providers of all services; it can be put into transport order', async () => {
    desk.service('XP', null);
    using admin = await desk.services();
    using empty = await ok(admin.GetProviderTable(0));
    expect(await ok(empty.GetRowCount(0))).toBe(0);
    await check(admin.CreateMsgService('XP', null, 0, 0));
    using table = await ok(admin.GetProviderTable(0));
    const rows = await ok(table.QueryRows(9, 0));
    const columns = [PR_INSTANCE_KEY, PR_DISPLAY_NAME_W, PR_PROVIDER_DISPLAY_W, PR_PROVIDER_DLL_NAME_W];
    for (const row of rows)
      for (const tag of [...columns, PR_PROVIDER_UID, PR_RESOURCE_FLAGS, PR_SERVICE_NAME_W, PR_SERVICE_UID])
        expect(row.has(tag)).toBe(true);
    expect(rows.map((row) => [row.get(PR_RESOURCE_TYPE), row.get(PR_PROVIDER_ORDINAL)])).toEqual([
      [MAPI_TRANSPORT_PROVIDER, 0],
      [MAPI_TRANSPORT_PROVIDER, 1],
    ]);
    expect((await admin.GetProviderTable(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    // It is static.
    await check(admin.DeleteMsgService((await servicesIn(admin)).get('XP') as never));
    expect(await ok(table.GetRowCount(0))).toBe(2);
    expect(await providersIn(admin)).toEqual([]);
  });

  test('GetProviderTable: MAPI_UNICODE says the type of the texts that it begins with; in transport order by PR_PROVIDER_ORDINAL', async () => {
    desk.service('XP', null);
    using admin = await desk.services();
    await check(admin.CreateMsgService('XP', null, 0, 0));
    const [a, b] = await providersIn(admin);
    await check(admin.MsgServiceTransportOrder([b, a] as never, 0));
    for (const [flags, texts] of [
      [0, [PR_DISPLAY_NAME_A, PR_PROVIDER_DISPLAY_A, PR_PROVIDER_DLL_NAME_A, PR_SERVICE_NAME_A]],
      [MAPI_UNICODE, [PR_DISPLAY_NAME_W, PR_PROVIDER_DISPLAY_W, PR_PROVIDER_DLL_NAME_W, PR_SERVICE_NAME_W]],
    ] as const) {
      using table = await ok(admin.GetProviderTable(flags));
      expect(await ok(table.QueryColumns(0))).toEqual(expect.arrayContaining([...texts]));
      await check(table.Restrict(eq(PR_RESOURCE_TYPE, MAPI_TRANSPORT_PROVIDER), 0));
      await check(table.SortTable(sortBy(ascend(PR_PROVIDER_ORDINAL)), 0));
      const uids = (await ok(table.QueryRows(9, 0))).map((row) =>
        guidFromBytes(row.get(PR_PROVIDER_UID) as Uint8Array),
      );
      expect(uids).toEqual([b, a]);
    }
  });

  test('DeleteMsgService: MSG_SERVICE_DELETE before the sections go; a service that refuses stays', async () => {
    const seen: number[] = [];
    let refuse = true;
    desk.service('XP', async ({ context, providers }) => {
      if (context !== MSG_SERVICE_DELETE) return S_OK;
      if (providers) seen.push((await providersIn(providers)).length);
      return refuse ? MAPI_E_CALL_FAILED : MAPI_E_NO_SUPPORT;
    });
    using admin = await desk.services();
    await check(admin.CreateMsgService('XP', null, 0, 0));
    const uid = (await servicesIn(admin)).get('XP') as never;
    const [provider] = await providersIn(admin);
    expect(await admin.DeleteMsgService(uid)).toBe(MAPI_E_CALL_FAILED);
    expect((await servicesIn(admin)).size).toBe(1);
    refuse = false;
    expect(await admin.DeleteMsgService(uid)).toBe(S_OK);
    expect(seen).toEqual([2, 2]);
    expect(await admin.DeleteMsgService(uid)).toBe(MAPI_E_NOT_FOUND);
    for (const gone of [uid, provider as never])
      expect((await admin.OpenProfileSection(gone, null, MAPI_FORCE_ACCESS))[0]).toBe(MAPI_E_NOT_FOUND);
  });

  test('ConfigureMsgService hands properties, window and flags on; its failures are told in the service’s own words', async () => {
    let answer: number = S_OK;
    let props: unknown = null;
    desk.service('XP', (call) => {
      if (call.context !== MSG_SERVICE_CONFIGURE) return S_OK;
      props = call.props;
      return answer as never;
    });
    desk.service('MUTE', null);
    using admin = await desk.services();
    const xp = await ok(admin.CreateMsgServiceEx('XP', null, 0, 0));
    const mute = await ok(admin.CreateMsgServiceEx('MUTE', null, 0, 0));
    desk.calls.length = 0;
    const given = [prop(PR_COMMENT_W, 'x')];
    const flags = SERVICE_UI_ALLOWED | SERVICE_UI_ALWAYS | MSG_SERVICE_UI_READ_ONLY;
    expect(await admin.ConfigureMsgService(xp, 7, flags, given)).toBe(S_OK);
    expect([props, desk.calls]).toEqual([given, [`XP ${MSG_SERVICE_CONFIGURE} 7 ${flags}`]]);
    expect(await admin.ConfigureMsgService(xp, 0, MAPI_UNICODE, null)).toBe(S_OK);
    expect(await admin.ConfigureMsgService(xp, 0, 0x1000, null)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await admin.ConfigureMsgService(nowhere, 0, 0, null)).toBe(MAPI_E_NOT_FOUND);
    expect(await admin.ConfigureMsgService(mute, 0, 0, null)).toBe(MAPI_E_NOT_INITIALIZED);
    // What MSGSERVICEENTRY may answer is passed on, what else a service has to say stands in GetLastError.
    for (const listed of [MAPI_E_USER_CANCEL, MAPI_E_UNCONFIGURED, MAPI_E_NO_SUPPORT, MAPI_E_BAD_CHARWIDTH]) {
      answer = listed;
      expect(await admin.ConfigureMsgService(xp, 0, 0, null)).toBe(listed);
    }
    // A list that is none never gets to the service.
    for (const bad of [5, 'text', {}] as never[])
      expect(await admin.ConfigureMsgService(xp, 0, 0, bad)).toBe(MAPI_E_INVALID_PARAMETER);
    answer = MAPI_E_CALL_FAILED;
    expect(await admin.ConfigureMsgService(xp, 0, 0, null)).toBe(MAPI_E_EXTENDED_ERROR);
    expect((await ok(admin.GetLastError(MAPI_E_EXTENDED_ERROR, MAPI_UNICODE))).lpszError).toContain('in words');
    expect((await admin.GetLastError(MAPI_E_EXTENDED_ERROR, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('CopyMsgService copies the configuration into this or another profile, and calls no entry point', async () => {
    desk.service('XP', () => S_OK);
    desk.service('ONE', () => S_OK, { resourceFlags: SERVICE_SINGLE_COPY });
    {
      using profiles = desk.admin();
      await check(profiles.CreateProfile('q', null, 0, 0));
    }
    using admin = await desk.services();
    using other = await desk.services('q');
    const xp = await ok(admin.CreateMsgServiceEx('XP', null, 0, 0));
    const one = await ok(admin.CreateMsgServiceEx('ONE', null, 0, 0));
    const [first] = await providersIn(admin);
    {
      using section = await ok(admin.OpenProfileSection(first as never, null, MAPI_FORCE_ACCESS | MAPI_MODIFY));
      await ok(section.SetProps([prop(PR_COMMENT_W, 'kept')]));
    }
    desk.calls.length = 0;
    const copy = (uid: unknown, target: unknown, iid: unknown = null, from: unknown = null, flags = 0) =>
      admin.CopyMsgService(uid as never, null, from as never, iid as never, target as never, 0, flags);
    expect(await copy(xp, admin, IMsgServiceAdmin, IProfSect, SERVICE_UI_ALWAYS)).toBe(S_OK);
    expect(await copy(xp, other, IMsgServiceAdmin2)).toBe(S_OK);
    expect(await copy(one, other)).toBe(S_OK);
    expect(desk.calls).toEqual([]);
    using table = await ok(admin.GetMsgServiceTable(0));
    expect((await ok(table.QueryRows(9, 0))).map((row) => row.get(PR_SERVICE_NAME_W))).toEqual(['ONE', 'XP', 'XP']);
    const [twin] = await providersIn(other);
    using section = await ok(other.OpenProfileSection(twin as never, null, MAPI_FORCE_ACCESS));
    expect((await ok(section.GetProps([PR_COMMENT_W], 0))).get(PR_COMMENT_W)).toBe('kept');
    expect(twin).not.toBe(first);
    expect(await copy(one, other)).toBe(MAPI_E_NO_ACCESS);
    expect(await copy(nowhere, other)).toBe(MAPI_E_NOT_FOUND);
    expect(await copy(xp, other, IMessage)).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect(await copy(xp, section, IMAPISession)).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect(await copy(xp, other, null, null, 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await admin.CreateMsgService('ONE', null, 0, 0)).toBe(MAPI_E_NO_ACCESS);
  });

  test('RenameMsgService is MAPI_E_NO_SUPPORT, whatever is asked', async () => {
    using admin = await desk.services();
    expect(await admin.RenameMsgService(nowhere, 0, 'x')).toBe(MAPI_E_NO_SUPPORT);
  });

  test('MsgServiceTransportOrder overrides STATUS_XP_PREFER_LAST, by which a new transport takes its place', async () => {
    const provider = (name: string, resourceFlags: number) => ({
      resourceType: MAPI_TRANSPORT_PROVIDER as typeof MAPI_TRANSPORT_PROVIDER,
      name,
      displayName: name,
      providerDisplay: 'Test transports',
      resourceFlags,
      init: async () => [MAPI_E_VERSION, null] as const,
    });
    desk.service('LAST', null, { providers: [provider('last', STATUS_XP_PREFER_LAST)] });
    desk.service('XP', null, { providers: [provider('first', 0)] });
    using admin = await desk.services();
    for (const name of ['LAST', 'XP']) await check(admin.CreateMsgService(name, null, 0, 0));
    const named = async () => {
      using table = await ok(admin.GetProviderTable(0));
      return (await ok(table.QueryRows(9, 0))).map((row) => row.get(PR_DISPLAY_NAME_W));
    };
    expect(await named()).toEqual(['first', 'last']);
    const [first, last] = await providersIn(admin);
    expect(await admin.MsgServiceTransportOrder([last, first] as never, 0)).toBe(S_OK);
    expect(await named()).toEqual(['last', 'first']);
    // Without transports there is one order.
    for (const uid of (await servicesIn(admin)).values()) await check(admin.DeleteMsgService(uid));
    expect(await admin.MsgServiceTransportOrder([], 0)).toBe(S_OK);
  });

  test('MsgServiceTransportOrder wants all transports, each once', async () => {
    desk.service('XP', null);
    using admin = await desk.services();
    await check(admin.CreateMsgService('XP', null, 0, 0));
    const [a, b] = (await providersIn(admin)) as [never, never];
    expect(await admin.MsgServiceTransportOrder([b, a], 0)).toBe(S_OK);
    expect(await providersIn(admin)).toEqual([b, a]);
    expect(await admin.MsgServiceTransportOrder([a], 0)).toBe(MAPI_E_BUSY);
    expect(await admin.MsgServiceTransportOrder([a, nowhere], 0)).toBe(MAPI_E_NOT_FOUND);
    expect(await admin.MsgServiceTransportOrder([a, a], 0)).toBe(MAPI_E_NOT_FOUND);
    expect(await admin.MsgServiceTransportOrder([a, b], 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await providersIn(admin)).toEqual([b, a]);
  });

  test('SetPrimaryIdentity marks a service with its providers, NULL nobody; some services cannot be it', async () => {
    desk.service('XP', null);
    desk.service('NO', null, { resourceFlags: SERVICE_NO_PRIMARY_IDENTITY });
    using admin = await desk.services();
    const xp = await ok(admin.CreateMsgServiceEx('XP', null, 0, 0));
    const no = await ok(admin.CreateMsgServiceEx('NO', null, 0, 0));
    const flags = async () => {
      using services = await ok(admin.GetMsgServiceTable(0));
      using providers = await ok(admin.GetProviderTable(0));
      const rows = [...(await ok(services.QueryRows(9, 0))), ...(await ok(providers.QueryRows(9, 0)))];
      return rows.map((row) => row.get(PR_RESOURCE_FLAGS));
    };
    // Services by their names, then providers in their order.
    const none = [SERVICE_NO_PRIMARY_IDENTITY, 0, 0, 0, 0, 0];
    expect(await admin.SetPrimaryIdentity(xp, 0)).toBe(S_OK);
    const own = STATUS_PRIMARY_IDENTITY;
    expect(await flags()).toEqual([SERVICE_NO_PRIMARY_IDENTITY, SERVICE_PRIMARY_IDENTITY, own, own, 0, 0]);
    expect(await admin.SetPrimaryIdentity(no, 0)).toBe(MAPI_E_NO_ACCESS);
    expect(await admin.SetPrimaryIdentity(nowhere, 0)).toBe(MAPI_E_NOT_FOUND);
    expect(await admin.SetPrimaryIdentity(xp, 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await admin.SetPrimaryIdentity(null, 0)).toBe(S_OK);
    expect(await flags()).toEqual(none);
  });

  test('the first provider with STATUS_PRIMARY_IDENTITY that is configured has it alone, and its service is marked', async () => {
    for (const name of ['A', 'B', 'C']) {
      desk.service(name, null, {
        providers: ['-1', '-2'].map((end) => ({
          resourceType: MAPI_TRANSPORT_PROVIDER,
          resourceFlags: name === 'A' ? 0 : STATUS_PRIMARY_IDENTITY,
          name: `${name}${end}`,
          displayName: `${name}${end}`,
          providerDisplay: 'Test transports',
          init: async () => [MAPI_E_VERSION, null] as const,
        })),
      });
    }
    using admin = await desk.services();
    for (const name of ['A', 'C', 'B']) await check(admin.CreateMsgService(name, null, 0, 0));
    const marked = async (open: typeof admin.GetProviderTable, flag: number) => {
      using table = await ok(open.call(admin, 0));
      const rows = await ok(table.QueryRows(9, 0));
      return rows.filter((row) => (row.get(PR_RESOURCE_FLAGS) ?? 0) & flag).map((row) => row.get(PR_DISPLAY_NAME_W));
    };
    expect(await marked(admin.GetProviderTable, STATUS_PRIMARY_IDENTITY)).toEqual(['C-1']);
    expect(await marked(admin.GetMsgServiceTable, SERVICE_PRIMARY_IDENTITY)).toEqual(['C']);
  });

  test('AdminProviders opens the administration of one service', async () => {
    desk.service('XP', null);
    using admin = await desk.services();
    const xp = await ok(admin.CreateMsgServiceEx('XP', null, 0, 0));
    using providers = await ok(admin.AdminProviders(xp, 0));
    expect(await providersIn(providers)).toHaveLength(2);
    expect((await admin.AdminProviders(nowhere, 0))[0]).toBe(MAPI_E_NOT_FOUND);
    expect((await admin.AdminProviders(xp, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });
});
