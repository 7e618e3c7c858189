import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check, type Guid, guidFromBytes, guidToBytes, newGuid, ok, S_OK } from '../../../src/com/index.js';
import {
  ascend,
  exists,
  IMAPIProp,
  type IMAPITable,
  type IMsgServiceAdmin2,
  type IProviderAdmin,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_FORCE_ACCESS,
  MAPI_MODIFY,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  MSG_SERVICE_PROVIDER_CREATE,
  MSG_SERVICE_PROVIDER_DELETE,
  not,
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
  PR_SERVICE_EXTRA_UIDS,
  PR_SERVICE_NAME_A,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  prop,
  sortBy,
} from '../../../src/mapi/index.js';
import { useLedger } from '../../support/ledger.js';
import { type Call, Desk, providersIn } from './services.js';

describe('IProviderAdmin, sentence by sentence', () => {
  useLedger();
  let desk: Desk;
  let during: (call: Call) => Promise<void>;
  beforeEach(async () => {
    during = async () => undefined;
    desk = await Desk.open();
    for (const name of ['XP', 'OTHER']) desk.service(name, (call) => during(call).then(() => S_OK));
  });
  afterEach(() => desk.close());

  async function withProviders(
    step: (providers: IProviderAdmin, admin: IMsgServiceAdmin2, service: Guid) => Promise<void>,
  ): Promise<void> {
    using admin = await desk.services();
    const service = await ok(admin.CreateMsgServiceEx('XP', null, 0, 0));
    using providers = await ok(admin.AdminProviders(service, 0));
    desk.calls.length = 0;
    await step(providers, admin, service);
  }
  const uids = async (table: IMAPITable): Promise<readonly Guid[]> =>
    (await ok(table.QueryRows(20, 0))).map((row) => guidFromBytes(row.get(PR_PROVIDER_UID) as Uint8Array));

  test('GetLastError: about the previous error of this object, in either width; nothing where there is nothing to report', () =>
    withProviders(async (providers, admin) => {
      const nothing = await ok(providers.GetLastError(MAPI_E_NOT_FOUND, MAPI_UNICODE));
      expect(nothing.lpszError).toBe('');
      expect(await providers.DeleteProvider(newGuid())).toBe(MAPI_E_NOT_FOUND);
      for (const flags of [0, MAPI_UNICODE]) {
        const told = await ok(providers.GetLastError(MAPI_E_NOT_FOUND, flags));
        expect([told.ulVersion, told.lpszError, told.lpszComponent]).toEqual([
          0,
          'MAPI_E_NOT_FOUND: the service has no such provider',
          'comail DeleteProvider',
        ]);
      }
      // Of another code, and of another object, there is nothing.
      expect((await ok(providers.GetLastError(MAPI_E_NO_ACCESS, 0))).lpszError).toBe('');
      expect((await ok(admin.GetLastError(MAPI_E_NOT_FOUND, 0))).lpszError).toBe('');
      // A later error takes its place.
      expect((await providers.CreateProvider('NONE', null, 0, 0))[0]).toBe(MAPI_E_NOT_FOUND);
      expect((await ok(providers.GetLastError(MAPI_E_NOT_FOUND, 0))).lpszError).toContain('NONE');
      expect((await providers.GetLastError(MAPI_E_NOT_FOUND, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('CreateProvider: lpUID names the provider, whose section has what describes it and lpProps, in either width', () =>
    withProviders(async (providers, _, service) => {
      let seen: Guid | null = null;
      during = async (call) => {
        expect(call.props).toBeNull();
        // Without lpUID the service finds its number in the section that NULL stands for.
        using own = await ok((call.providers as IProviderAdmin).OpenProfileSection(null, null, 0));
        seen = guidFromBytes((await ok(own.GetProps([PR_PROVIDER_UID], 0))).get(PR_PROVIDER_UID) as Uint8Array);
      };
      const props = [prop(PR_COMMENT_W, 'ann'), prop(PR_DISPLAY_NAME_A, 'Mine')];
      const uid = await ok(providers.CreateProvider('XP-2', props, 0, 0));
      expect(seen).toBe(uid);
      using section = await ok(providers.OpenProfileSection(uid, null, MAPI_FORCE_ACCESS));
      const tags = [PR_COMMENT_W, PR_DISPLAY_NAME_W, PR_RESOURCE_TYPE, PR_SERVICE_UID, PR_PROVIDER_DISPLAY_W] as const;
      const row = await ok(section.GetProps(tags, 0));
      expect(tags.map((tag) => row.get<unknown>(tag))).toEqual([
        'ann',
        'Mine',
        MAPI_TRANSPORT_PROVIDER,
        guidToBytes(service),
        'Test transports',
      ]);
      // No properties are none, and an array that is none is refused before anything is made.
      const again = await ok(providers.CreateProvider('XP-2', [], 0, 0));
      expect(again).not.toBe(uid);
      expect((await providers.CreateProvider('XP-2', [1] as never, 0, 0))[0]).toBe(MAPI_E_INVALID_PARAMETER);
      expect(desk.calls).toHaveLength(2);
      expect(await providersIn(providers)).toHaveLength(4);
    }));

  test('DeleteProvider: the service may delete the provider and its section itself; it is not called again afterwards', () =>
    withProviders(async (providers) => {
      const [mine, other] = (await providersIn(providers)) as [Guid, Guid];
      during = async (call) => {
        const own = call.providers as IProviderAdmin;
        // It finds what goes: the provider is there still.
        using section = await ok(own.OpenProfileSection(null, null, 0));
        expect((await ok(section.GetProps([PR_PROVIDER_UID], 0))).get(PR_PROVIDER_UID)).toEqual(guidToBytes(mine));
        expect(await providersIn(own)).toContain(mine);
        await check(own.DeleteProvider(mine));
        expect(await providersIn(own)).toEqual([other]);
      };
      expect(await providers.DeleteProvider(mine)).toBe(S_OK);
      expect(desk.calls).toEqual([`XP ${MSG_SERVICE_PROVIDER_DELETE} 0 0`]);
      expect(await providers.DeleteProvider(mine)).toBe(MAPI_E_NOT_FOUND);
      expect(desk.calls).toHaveLength(1);
      expect(await providersIn(providers)).toEqual([other]);
    }));

  test('DeleteProvider knows the providers of its own service alone: others are MAPI_E_NOT_FOUND, and stay', () =>
    withProviders(async (providers, admin) => {
      const foreign = await ok(admin.CreateMsgServiceEx('OTHER', null, 0, 0));
      using theirs = await ok(admin.AdminProviders(foreign, 0));
      const [uid] = (await providersIn(theirs)) as [Guid];
      desk.calls.length = 0;
      for (const wrong of [uid, foreign, newGuid(), 'x', null])
        expect(await providers.DeleteProvider(wrong as never)).toBe(MAPI_E_NOT_FOUND);
      expect(desk.calls).toEqual([]);
      expect(await providersIn(theirs)).toHaveLength(2);
      // 16 bytes, as tables have them, are a UID, too.
      expect(await theirs.DeleteProvider(guidToBytes(uid) as never)).toBe(S_OK);
    }));

  test('GetProviderTable: the required columns in the width asked for, which QueryColumns, rows and QuerySortOrder tell', () =>
    withProviders(async (providers, _, service) => {
      const fixed = [PR_INSTANCE_KEY, PR_PROVIDER_ORDINAL, PR_PROVIDER_UID, PR_RESOURCE_FLAGS, PR_RESOURCE_TYPE];
      const narrow = [PR_DISPLAY_NAME_A, PR_PROVIDER_DISPLAY_A, PR_PROVIDER_DLL_NAME_A, PR_SERVICE_NAME_A];
      const wide = [PR_DISPLAY_NAME_W, PR_PROVIDER_DISPLAY_W, PR_PROVIDER_DLL_NAME_W, PR_SERVICE_NAME_W];
      for (const [flags, texts] of [
        [0, narrow],
        [MAPI_UNICODE, wide],
      ] as const) {
        using table = await ok(providers.GetProviderTable(flags));
        const columns = [...fixed, PR_SERVICE_UID, ...texts].sort();
        expect([...(await ok(table.QueryColumns(0)))].sort()).toEqual(columns);
        for (const row of await ok(table.QueryRows(20, 0))) {
          expect(
            row
              .toProps()
              .map(([tag]) => tag)
              .sort(),
          ).toEqual(columns);
          expect(row.get(PR_SERVICE_UID)).toEqual(guidToBytes(service));
        }
        expect((await ok(table.QuerySortOrder())).aSort).toEqual([]);
        const [name] = texts;
        await check(table.SortTable(sortBy(ascend(name as typeof PR_DISPLAY_NAME_W)), 0));
        expect((await ok(table.QuerySortOrder())).aSort.map(({ ulPropTag }) => ulPropTag)).toEqual([name]);
      }
    }));

  test('GetProviderTable is static: what comes and goes afterwards is not in it; without providers it has no rows', () =>
    withProviders(async (providers) => {
      const first = await providersIn(providers);
      using before = await ok(providers.GetProviderTable(0));
      await ok(providers.CreateProvider('XP-1', null, 0, 0));
      for (const uid of first) await check(providers.DeleteProvider(uid));
      expect(await uids(before)).toEqual(first);
      for (const uid of await providersIn(providers)) await check(providers.DeleteProvider(uid));
      const [hr, empty] = await providers.GetProviderTable(0);
      using table = empty as IMAPITable;
      expect([hr, await ok(table.GetRowCount(0))]).toEqual([S_OK, 0]);
      expect(desk.calls.filter((call) => call.startsWith(`XP ${MSG_SERVICE_PROVIDER_CREATE} `))).toHaveLength(1);
    }));

  test('GetProviderTable: by PR_PROVIDER_ORDINAL in transport order; rows that are no providers have no PR_RESOURCE_TYPE', () =>
    withProviders(async (providers, admin, service) => {
      const [one, two] = (await providersIn(providers)) as [Guid, Guid];
      await check(admin.MsgServiceTransportOrder([two, one], 0));
      const extra = newGuid();
      {
        using section = await ok(admin.OpenProfileSection(extra, null, MAPI_MODIFY));
        await ok(section.SetProps([prop(PR_DISPLAY_NAME_W, 'besides')]));
        using own = await ok(admin.OpenProfileSection(service, null, MAPI_MODIFY));
        await ok(own.SetProps([prop(PR_SERVICE_EXTRA_UIDS, guidToBytes(extra))]));
      }
      using table = await ok(providers.GetProviderTable(0));
      await check(table.Restrict(not(exists(PR_RESOURCE_TYPE)), 0));
      expect(await uids(table)).toEqual([extra]);
      await check(table.Restrict(exists(PR_RESOURCE_TYPE), 0));
      await check(table.SortTable(sortBy(ascend(PR_PROVIDER_ORDINAL)), 0));
      expect(await uids(table)).toEqual([two, one]);
    }));

  test('OpenProfileSection: read-only unless MAPI_MODIFY, which makes a section that is not there; by IProfSect or IMAPIProp', () =>
    withProviders(async (providers) => {
      const made = newGuid();
      expect((await providers.OpenProfileSection(made, null, MAPI_DEFERRED_ERRORS))[0]).toBe(MAPI_E_NOT_FOUND);
      {
        using section = await ok(providers.OpenProfileSection(made, IMAPIProp, MAPI_MODIFY | MAPI_DEFERRED_ERRORS));
        expect((await section.SetProps([prop(PR_COMMENT_W, 'x')]))[0]).toBe(S_OK);
        // One who writes keeps everybody out.
        expect((await providers.OpenProfileSection(made, null, 0))[0]).toBe(MAPI_E_NO_ACCESS);
      }
      using reader = await ok(providers.OpenProfileSection(made, null, 0));
      using second = await ok(providers.OpenProfileSection(made, null, 0));
      expect((await ok(second.GetProps([PR_COMMENT_W], 0))).get(PR_COMMENT_W)).toBe('x');
      // An attempt to modify what is open for reading.
      expect((await reader.SetProps([prop(PR_COMMENT_W, 'y')]))[0]).toBe(MAPI_E_NO_ACCESS);
      expect((await reader.DeleteProps([PR_COMMENT_W]))[0]).toBe(MAPI_E_NO_ACCESS);
      expect((await providers.OpenProfileSection(made, null, MAPI_MODIFY))[0]).toBe(MAPI_E_NO_ACCESS);
    }));

  test('OpenProfileSection: a client gets to no section of a provider without force, a service to all of its own', () =>
    withProviders(async (providers, _, service) => {
      const [uid] = (await providersIn(providers)) as [Guid];
      for (const flags of [0, MAPI_MODIFY])
        expect((await providers.OpenProfileSection(uid, null, flags))[0]).toBe(MAPI_E_NO_ACCESS);
      // That of the service is none of a provider.
      (await ok(providers.OpenProfileSection(service, null, 0))).Release();
      const codes: number[] = [];
      during = async (call) => {
        for (const flags of [0, MAPI_MODIFY]) {
          const [hr, section] = await (call.providers as IProviderAdmin).OpenProfileSection(uid, null, flags);
          section?.Release();
          codes.push(hr);
        }
      };
      await ok(providers.CreateProvider('XP-1', null, 0, 0));
      expect(codes).toEqual([S_OK, S_OK]);
    }));
});
