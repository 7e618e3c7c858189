import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check, type Guid, guidFromBytes, ok } from '../../../src/com/index.js';
import {
  IMsgServiceAdmin2,
  MAPI_E_CALL_FAILED,
  MAPI_E_VERSION,
  MAPI_TRANSPORT_PROVIDER,
  MSG_SERVICE_PROVIDER_CREATE,
  MSG_SERVICE_PROVIDER_DELETE,
  PR_DISPLAY_NAME_W,
  PR_PROVIDER_UID,
  PR_RESOURCE_FLAGS,
  SERVICE_NO_PRIMARY_IDENTITY,
  SERVICE_PRIMARY_IDENTITY,
  STATUS_NO_PRIMARY_IDENTITY,
  STATUS_PRIMARY_IDENTITY,
} from '../../../src/mapi/index.js';
import { useLedger } from '../../support/ledger.js';
import { Desk, servicesIn } from './services.js';

describe('MAPI Primary Identity', () => {
  useLedger();
  let desk: Desk;
  let refuse: number | null;
  beforeEach(async () => {
    desk = await Desk.open();
    refuse = null;
  });
  afterEach(() => desk.close());

  /** Installs a service; its providers are named after it, each with the flags of its description. */
  function installed(name: string, flags: readonly number[], resourceFlags = 0): void {
    desk.service(name, ({ context }) => (context === refuse ? (MAPI_E_CALL_FAILED as never) : undefined), {
      resourceFlags,
      providers: flags.map((own, index) => ({
        resourceType: MAPI_TRANSPORT_PROVIDER,
        resourceFlags: own,
        name: `${name}-${index + 1}`,
        displayName: `${name}-${index + 1}`,
        providerDisplay: 'Test transports',
        init: async () => [MAPI_E_VERSION, null] as const,
      })),
    });
  }
  /** Who has the identity: the providers, and the services that are marked for it. */
  async function told(admin: IMsgServiceAdmin2): Promise<readonly (string | null)[]> {
    using providers = await ok(admin.GetProviderTable(0));
    using services = await ok(admin.GetMsgServiceTable(0));
    const marked = async (table: typeof providers, flag: number) =>
      (await ok(table.QueryRows(20, 0)))
        .filter((row) => ((row.get(PR_RESOURCE_FLAGS) ?? 0) & flag) !== 0)
        .map((row) => row.get(PR_DISPLAY_NAME_W));
    return [
      ...(await marked(providers, STATUS_PRIMARY_IDENTITY)),
      ...(await marked(services, SERVICE_PRIMARY_IDENTITY)),
    ];
  }
  async function provider(admin: IMsgServiceAdmin2, name: string): Promise<Guid> {
    using table = await ok(admin.GetProviderTable(0));
    const row = (await ok(table.QueryRows(20, 0))).find((one) => one.get(PR_DISPLAY_NAME_W) === name);
    return guidFromBytes(row?.get(PR_PROVIDER_UID) as Uint8Array);
  }
  const service = async (admin: IMsgServiceAdmin2, name: string): Promise<Guid> =>
    (await servicesIn(admin)).get(name) as Guid;
  const can = STATUS_PRIMARY_IDENTITY;

  test('the first that is configured has it; services that could be it as well lose the mark that they bring', async () => {
    for (const name of ['A', 'B']) installed(name, [0, can, can], SERVICE_PRIMARY_IDENTITY);
    using admin = await desk.services();
    for (const name of ['B', 'A']) await check(admin.CreateMsgService(name, null, 0, 0));
    expect(await told(admin)).toEqual(['B-2', 'B']);
    // A copy is not the first.
    const first = await service(admin, 'B');
    await check(admin.CopyMsgService(first, null, null, IMsgServiceAdmin2, admin, 0, 0));
    expect(await told(admin)).toEqual(['B-2', 'B']);
    using profiles = desk.admin();
    await check(profiles.CreateProfile('q', null, 0, 0));
    using other = await desk.services('q');
    await check(admin.CopyMsgService(first, null, null, IMsgServiceAdmin2, other, 0, 0));
    expect(await told(other)).toEqual(['B-2', 'B']);
  });

  test('a provider that is added does not take it from another', async () => {
    installed('A', [can, can]);
    using admin = await desk.services();
    const uid = await ok(admin.CreateMsgServiceEx('A', null, 0, 0));
    using providers = await ok(admin.AdminProviders(uid, 0));
    await ok(providers.CreateProvider('A-2', null, 0, 0));
    expect(await told(admin)).toEqual(['A-1', 'A']);
    // Nor from all that SetPrimaryIdentity has marked.
    await check(admin.SetPrimaryIdentity(uid, 0));
    await ok(providers.CreateProvider('A-1', null, 0, 0));
    expect(await told(admin)).toEqual(['A-1', 'A-2', 'A-2', 'A']);
    // Where nobody has it, it does.
    await check(admin.SetPrimaryIdentity(null, 0));
    expect(await told(admin)).toEqual([]);
    refuse = MSG_SERVICE_PROVIDER_CREATE;
    expect((await providers.CreateProvider('A-1', null, 0, 0))[0]).toBe(MAPI_E_CALL_FAILED);
    expect(await told(admin)).not.toContain('A-1');
    refuse = null;
    await ok(providers.CreateProvider('A-1', null, 0, 0));
    expect(await told(admin)).toEqual(['A-1', 'A']);
  });

  test('when it is removed, the next that was configured and can supply it takes its place', async () => {
    installed('FIRST', [can, can]);
    installed('NEVER', [can], SERVICE_NO_PRIMARY_IDENTITY);
    installed('UNABLE', [0, can | STATUS_NO_PRIMARY_IDENTITY]);
    installed('LAST', [0, can]);
    using admin = await desk.services();
    for (const name of ['FIRST', 'NEVER', 'UNABLE', 'LAST']) await check(admin.CreateMsgService(name, null, 0, 0));
    expect(await told(admin)).toEqual(['FIRST-1', 'FIRST']);
    using providers = await ok(admin.AdminProviders(await service(admin, 'FIRST'), 0));
    // Whoever refuses to be deleted keeps it.
    refuse = MSG_SERVICE_PROVIDER_DELETE;
    expect(await providers.DeleteProvider(await provider(admin, 'FIRST-1'))).toBe(MAPI_E_CALL_FAILED);
    expect(await told(admin)).toEqual(['FIRST-1', 'FIRST']);
    refuse = null;
    await check(providers.DeleteProvider(await provider(admin, 'FIRST-1')));
    expect(await told(admin)).toEqual(['FIRST-2', 'FIRST']);
    await check(providers.DeleteProvider(await provider(admin, 'FIRST-2')));
    expect(await told(admin)).toEqual(['LAST-2', 'LAST']);
    await check(admin.DeleteMsgService(await service(admin, 'FIRST')));
    expect(await told(admin)).toEqual(['LAST-2', 'LAST']);
    // Nobody is left who could.
    await check(admin.DeleteMsgService(await service(admin, 'LAST')));
    expect(await told(admin)).toEqual([]);
  });

  test('passing it on needs no service in this process: what each said when it was made is in the profile', async () => {
    for (const [name, flags] of [
      ['FIRST', [can]],
      ['UNABLE', [0, can | STATUS_NO_PRIMARY_IDENTITY]],
      ['SECOND', [0, can]],
      ['THIRD', [can]],
    ] as const)
      installed(name, flags);
    {
      using admin = await desk.services();
      for (const name of ['FIRST', 'UNABLE', 'SECOND', 'THIRD']) await check(admin.CreateMsgService(name, null, 0, 0));
      expect(await told(admin)).toEqual(['FIRST-1', 'FIRST']);
    }
    // As in another process, in which nobody has registered them.
    desk.forget();
    using admin = await desk.services();
    await check(admin.DeleteMsgService(await service(admin, 'FIRST')));
    expect(await told(admin)).toEqual(['SECOND-2', 'SECOND']);
    using providers = await ok(admin.AdminProviders(await service(admin, 'SECOND'), 0));
    await check(providers.DeleteProvider(await provider(admin, 'SECOND-2')));
    expect(await told(admin)).toEqual(['THIRD-1', 'THIRD']);
    // A service that is here again, and has changed its mind, is asked itself.
    installed('SECOND', [can, can]);
    await check(admin.DeleteMsgService(await service(admin, 'THIRD')));
    expect(await told(admin)).toEqual(['SECOND-1', 'SECOND']);
  });

  test('DeleteMsgService passes it on, too, and to nobody who was not to have it', async () => {
    for (const name of ['A', 'B', 'C']) installed(name, [can]);
    using admin = await desk.services();
    for (const name of ['A', 'B', 'C']) await check(admin.CreateMsgService(name, null, 0, 0));
    await check(admin.SetPrimaryIdentity(await service(admin, 'B'), 0));
    // Another one goes: nothing changes.
    await check(admin.DeleteMsgService(await service(admin, 'C')));
    expect(await told(admin)).toEqual(['B-1', 'B']);
    await check(admin.DeleteMsgService(await service(admin, 'B')));
    expect(await told(admin)).toEqual(['A-1', 'A']);
    // Somebody has said that nobody is to have it.
    await check(admin.CreateMsgService('B', null, 0, 0));
    await check(admin.SetPrimaryIdentity(null, 0));
    await check(admin.DeleteMsgService(await service(admin, 'A')));
    expect(await told(admin)).toEqual([]);
  });
});
