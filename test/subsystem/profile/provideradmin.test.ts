import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check, type Guid, guidToBytes, newGuid, ok, S_OK } from '../../../src/com/index.js';
import {
  IMessage,
  type IMsgServiceAdmin2,
  IProfSect,
  type IProviderAdmin,
  MAPI_DIALOG,
  MAPI_E_CALL_FAILED,
  MAPI_E_COMPUTED,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_USER_CANCEL,
  MAPI_FORCE_ACCESS,
  MAPI_MODIFY,
  MAPI_PROFSECT,
  MAPI_UNICODE,
  MSG_SERVICE_PROVIDER_CREATE,
  MSG_SERVICE_PROVIDER_DELETE,
  MUID_PROFILE_INSTANCE,
  PR_COMMENT_W,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_OBJECT_TYPE,
  PR_PROFILE_NAME_W,
  PR_PROVIDER_UID,
  PR_RESOURCE_TYPE,
  PR_SEARCH_KEY,
  PR_SERVICE_EXTRA_UIDS,
  type PropTag,
  prop,
  SERVICE_UI_ALLOWED,
} from '../../../src/mapi/index.js';
import { useLedger } from '../../support/ledger.js';
import { Desk, providersIn } from './services.js';

const nowhere = newGuid();

describe('IProviderAdmin', () => {
  useLedger();
  let desk: Desk;
  let answer: number;
  let own: number | null;
  beforeEach(async () => {
    answer = S_OK;
    own = null;
    desk = await Desk.open();
    desk.service('XP', async ({ context, providers, support }) => {
      if (context !== MSG_SERVICE_PROVIDER_CREATE) return answer as never;
      // Within an entry point, NULL is the section of the provider that it is about.
      using section = await ok((providers as IProviderAdmin).OpenProfileSection(null, null, 0));
      own = (await ok(section.GetProps([PR_RESOURCE_TYPE], 0))).get(PR_RESOURCE_TYPE);
      using again = await ok(support.OpenProfileSection(null, 0));
      expect((await ok(again.GetProps([PR_COMMENT_W], 0))).get(PR_COMMENT_W)).toBe('more');
      return answer as never;
    });
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

  test('CreateProvider: MSG_SERVICE_PROVIDER_CREATE when all is in the profile, with the window where dialogs are allowed', () =>
    withProviders(async (providers) => {
      const more = [prop(PR_COMMENT_W, 'more')];
      const first = await ok(providers.CreateProvider('XP-1', more, 7, 0));
      const second = await ok(providers.CreateProvider('XP-1', more, 7, MAPI_DIALOG | MAPI_UNICODE));
      expect(desk.calls).toEqual([
        `XP ${MSG_SERVICE_PROVIDER_CREATE} 0 0`,
        `XP ${MSG_SERVICE_PROVIDER_CREATE} 7 ${SERVICE_UI_ALLOWED}`,
      ]);
      expect(own).not.toBeNull();
      expect((await providersIn(providers)).slice(2)).toEqual([first, second]);
      answer = MAPI_E_USER_CANCEL;
      expect((await providers.CreateProvider('XP-1', more, 0, 0))[0]).toBe(MAPI_E_USER_CANCEL);
      expect(await providersIn(providers)).toHaveLength(4);
      answer = MAPI_E_NO_SUPPORT;
      // A service that has no further providers says so, and keeps those it has.
      expect((await providers.CreateProvider('XP-1', more, 0, 0))[0]).toBe(MAPI_E_NO_SUPPORT);
      expect(await providers.DeleteProvider(second)).toBe(MAPI_E_NO_SUPPORT);
      expect((await providersIn(providers)).slice(2)).toEqual([first, second]);
      expect((await providers.CreateProvider('NONE', null, 0, 0))[0]).toBe(MAPI_E_NOT_FOUND);
      expect((await providers.CreateProvider('XP-1', null, 0, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('DeleteProvider: MSG_SERVICE_PROVIDER_DELETE before it goes; a service that refuses keeps it', () =>
    withProviders(async (providers) => {
      const [uid] = (await providersIn(providers)) as [Guid];
      answer = MAPI_E_CALL_FAILED;
      expect(await providers.DeleteProvider(uid)).toBe(MAPI_E_CALL_FAILED);
      expect((await ok(providers.GetLastError(MAPI_E_CALL_FAILED, MAPI_UNICODE))).lpszError).toContain('in words');
      expect(await providersIn(providers)).toContain(uid);
      answer = S_OK;
      using before = await ok(providers.GetProviderTable(0));
      expect(await providers.DeleteProvider(uid)).toBe(S_OK);
      expect(desk.calls.at(-1)).toBe(`XP ${MSG_SERVICE_PROVIDER_DELETE} 0 0`);
      expect(await providersIn(providers)).not.toContain(uid);
      expect(await ok(before.GetRowCount(0))).toBe(2);
      expect(await providers.DeleteProvider(uid)).toBe(MAPI_E_NOT_FOUND);
      expect((await providers.OpenProfileSection(uid, null, MAPI_FORCE_ACCESS))[0]).toBe(MAPI_E_NOT_FOUND);
    }));

  test('GetProviderTable: texts in the width asked for, no rows without providers, and sections that the service keeps besides', () =>
    withProviders(async (providers, admin, service) => {
      for (const [flags, tag] of [
        [0, PR_DISPLAY_NAME_A],
        [MAPI_UNICODE, PR_DISPLAY_NAME_W],
      ] as const) {
        using table = await ok(providers.GetProviderTable(flags));
        expect(await ok(table.QueryColumns(0))).toContain(tag);
      }
      expect((await providers.GetProviderTable(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      const extra = newGuid();
      {
        using section = await ok(admin.OpenProfileSection(extra, null, MAPI_MODIFY));
        await ok(section.SetProps([prop(PR_DISPLAY_NAME_W, 'besides')]));
        using its = await ok(admin.OpenProfileSection(service, null, MAPI_MODIFY));
        await ok(its.SetProps([prop(PR_SERVICE_EXTRA_UIDS, guidToBytes(extra))]));
      }
      using table = await ok(providers.GetProviderTable(0));
      await check(table.SetColumns([PR_PROVIDER_UID, PR_RESOURCE_TYPE, PR_DISPLAY_NAME_W], 0));
      const rows = await ok(table.QueryRows(9, 0));
      expect(rows.filter((row) => !row.has(PR_RESOURCE_TYPE)).map((row) => row.get(PR_DISPLAY_NAME_W))).toEqual([
        'besides',
      ]);
      // The table of the profile has providers alone.
      expect(await providersIn(admin)).toHaveLength(2);
      for (const uid of (await providersIn(providers)).slice(0, 2)) await check(providers.DeleteProvider(uid));
      expect(await providersIn(providers)).toEqual([extra]);
      await check(admin.DeleteMsgService(service));
      expect((await admin.OpenProfileSection(extra, null, 0))[0]).toBe(MAPI_E_NOT_FOUND);
    }));

  test('OpenProfileSection: clients name the section, and force those of providers', () =>
    withProviders(async (providers) => {
      const [uid] = (await providersIn(providers)) as [Guid];
      expect((await providers.OpenProfileSection(null, null, 0))[0]).toBe(MAPI_E_INVALID_PARAMETER);
      expect((await providers.OpenProfileSection(uid, null, 0))[0]).toBe(MAPI_E_NO_ACCESS);
      expect((await providers.OpenProfileSection(nowhere, null, 0))[0]).toBe(MAPI_E_NOT_FOUND);
      expect((await providers.OpenProfileSection(uid, IMessage, MAPI_FORCE_ACCESS))[0]).toBe(
        MAPI_E_INTERFACE_NOT_SUPPORTED,
      );
      expect((await providers.OpenProfileSection(uid, null, 0x10))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      const write = MAPI_FORCE_ACCESS | MAPI_MODIFY;
      {
        using one = await ok(providers.OpenProfileSection(uid, IProfSect, MAPI_FORCE_ACCESS));
        using two = await ok(providers.OpenProfileSection(uid, null, MAPI_FORCE_ACCESS));
        expect([one === two, (await providers.OpenProfileSection(uid, null, write))[0]]).toEqual([
          false,
          MAPI_E_NO_ACCESS,
        ]);
      }
      using writer = await ok(providers.OpenProfileSection(uid, null, write));
      await ok(writer.SetProps([prop(PR_COMMENT_W, 'x')]));
      for (const flags of [MAPI_FORCE_ACCESS, write])
        expect((await providers.OpenProfileSection(uid, null, flags))[0]).toBe(MAPI_E_NO_ACCESS);
    }));
});

describe('IProfSect', () => {
  useLedger();
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());
  const PR_PASSWORD = 0x67f0001f as PropTag<string>;
  const PR_NAMED = 0x8001001f as PropTag<string>;

  test('says what it is and whose, which nobody can change; the profile’s own has PR_SEARCH_KEY', async () => {
    using admin = await desk.services();
    using section = await ok(admin.OpenProfileSection(MUID_PROFILE_INSTANCE, null, MAPI_MODIFY));
    const row = await ok(section.GetProps([PR_OBJECT_TYPE, PR_PROFILE_NAME_W, PR_SEARCH_KEY], MAPI_UNICODE));
    expect([row.get(PR_OBJECT_TYPE), row.get(PR_PROFILE_NAME_W)]).toEqual([MAPI_PROFSECT, 'p']);
    expect(row.get(PR_SEARCH_KEY)).toHaveLength(16);
    const problems = await ok(section.SetProps([prop(PR_OBJECT_TYPE, 1), prop(PR_PROFILE_NAME_W, 'q')]));
    expect(problems.map(({ scode }) => scode)).toEqual([MAPI_E_COMPUTED, MAPI_E_COMPUTED]);
    using profiles = desk.admin();
    await check(profiles.CopyProfile('p', null, 'q', 0, 0));
    using other = await desk.services('q');
    using copy = await ok(other.OpenProfileSection(MUID_PROFILE_INSTANCE, null, 0));
    const copied = await ok(copy.GetProps([PR_PROFILE_NAME_W, PR_SEARCH_KEY], MAPI_UNICODE));
    expect(copied.get(PR_PROFILE_NAME_W)).toBe('q');
    expect(copied.get(PR_SEARCH_KEY)).not.toEqual(row.get(PR_SEARCH_KEY));
  });

  test('has no transactions: changes are there at once, for others, too, and after CopyTo', async () => {
    using admin = await desk.services();
    const [one, two] = [newGuid(), newGuid()];
    {
      using from = await ok(admin.OpenProfileSection(one, null, MAPI_MODIFY));
      using to = await ok(admin.OpenProfileSection(two, null, MAPI_MODIFY));
      await ok(from.SetProps([prop(PR_COMMENT_W, 'x')]));
      await ok(from.CopyTo(null, null, 0, null, IProfSect, to, 0));
    }
    for (const uid of [one, two]) {
      using section = await ok(admin.OpenProfileSection(uid, null, 0));
      expect((await ok(section.GetProps([PR_COMMENT_W], 0))).get(PR_COMMENT_W)).toBe('x');
      expect(await section.SaveChanges(0)).toBe(S_OK);
    }
  });

  test('has no named properties, and nothing above 0x8000', async () => {
    using admin = await desk.services();
    using section = await ok(admin.OpenProfileSection(newGuid(), null, MAPI_MODIFY));
    expect((await section.GetIDsFromNames(null, 0))[0]).toBe(MAPI_E_NO_SUPPORT);
    expect((await section.GetNamesFromIDs(null, null, 0))[0]).toBe(MAPI_E_NO_SUPPORT);
    const problems = await ok(
      section.SetProps([prop(PR_COMMENT_W, 'x'), prop(PR_NAMED, 'x'), prop(PR_OBJECT_TYPE, 1)]),
    );
    expect(new Map(problems.map(({ ulIndex, scode }) => [ulIndex, scode]))).toEqual(
      new Map([
        [1, MAPI_E_NO_SUPPORT],
        [2, MAPI_E_COMPUTED],
      ]),
    );
    expect((await section.SetProps([prop(PR_NAMED, 'x')]))[0]).toBe(S_OK);
    expect((await ok(section.GetProps([PR_COMMENT_W], 0))).get(PR_COMMENT_W)).toBe('x');
    expect((await ok(section.GetProps([PR_NAMED], 0))).has(PR_NAMED)).toBe(false);
  });

  test('shows secure properties to those alone who ask for them by identifier', async () => {
    using admin = await desk.services();
    using section = await ok(admin.OpenProfileSection(newGuid(), null, MAPI_MODIFY));
    await ok(section.SetProps([prop(PR_PASSWORD, 'hush'), prop(PR_COMMENT_W, 'x')]));
    expect(await ok(section.GetPropList(0))).not.toContain(PR_PASSWORD);
    expect((await ok(section.GetProps(null, MAPI_UNICODE))).toProps().map(([tag]) => tag)).not.toContain(PR_PASSWORD);
    expect((await ok(section.GetProps([PR_PASSWORD], 0))).get(PR_PASSWORD)).toBe('hush');
  });
});
