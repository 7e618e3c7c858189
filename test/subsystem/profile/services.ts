import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, type Guid, guidFromBytes, type HResult, ok, S_OK } from '../../../src/com/index.js';
import {
  type IMAPISupport,
  type IMsgServiceAdmin2,
  type IProfAdmin,
  type IProviderAdmin,
  MAPI_E_VERSION,
  MAPI_TRANSPORT_PROVIDER,
  PR_PROVIDER_UID,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  type PropValue,
} from '../../../src/mapi/index.js';
import { openProfAdmin } from '../../../src/subsystem/profile/profadmin.js';
import { ProfileFile } from '../../../src/subsystem/profile/profilefile.js';
import { type MessageService, registerMessageService } from '../../../src/subsystem/profile/services.js';

/** A call of the entry point of a test's service. */
export interface Call {
  readonly context: number;
  readonly ui: number;
  readonly flags: number;
  readonly props: readonly PropValue[] | null;
  readonly support: IMAPISupport;
  readonly providers: IProviderAdmin | null;
}

/** A profile `p` in a folder of its own, with services that do what a test says. */
export class Desk {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'comail-profiles-'));
  /** The calls of entry points, as `name context ui flags`. */
  readonly calls: string[] = [];
  readonly #undo: (() => void)[] = [];

  static async open(): Promise<Desk> {
    const desk = new Desk();
    using admin = desk.admin();
    await check(admin.CreateProfile('p', null, 0, 0));
    return desk;
  }

  /** Makes a service known; `entry` is called by its entry point, of which there is none for null. */
  service(
    name: string,
    entry: ((call: Call) => HResult | undefined | Promise<HResult | undefined>) | null,
    more: Partial<MessageService> = {},
  ): void {
    const provider = (own: string) => ({
      resourceType: MAPI_TRANSPORT_PROVIDER as typeof MAPI_TRANSPORT_PROVIDER,
      name: own,
      displayName: own,
      providerDisplay: 'Test transports',
      init: async () => [MAPI_E_VERSION, null] as const,
    });
    const call = async (
      support: IMAPISupport,
      ui: number,
      flags: number,
      context: number,
      props: readonly PropValue[] | null,
      providers: IProviderAdmin | null,
    ) => {
      this.calls.push(`${name} ${context} ${ui} ${flags}`);
      const hr = (await entry?.({ context, ui, flags, props, support, providers })) ?? S_OK;
      const words = { ulVersion: 0, lpszError: 'in words', lpszComponent: name, ulLowLevelError: 0, ulContext: 0 };
      return [hr as HResult, { lppMAPIError: hr < 0 ? words : null }] as const;
    };
    this.#undo.push(
      registerMessageService({
        name,
        displayName: name,
        dllName: 'test',
        providers: [provider(`${name}-1`), provider(`${name}-2`)],
        ...(entry ? { entry: { name: 'ServiceEntry', call } } : {}),
        ...more,
      }),
    );
  }

  admin(): IProfAdmin {
    return openProfAdmin(new ProfileFile(this.folder));
  }

  async services(profile = 'p'): Promise<IMsgServiceAdmin2> {
    using admin = this.admin();
    return (await ok(admin.AdminServices(profile, null, 0, 0))) as IMsgServiceAdmin2;
  }

  /** Makes all services unknown again, as they are in a process that has registered none. */
  forget(): void {
    for (const each of this.#undo.splice(0)) each();
  }

  close(): void {
    this.forget();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The services of a profile: names and UIDs. */
export async function servicesIn(admin: IMsgServiceAdmin2): Promise<ReadonlyMap<string, Guid>> {
  using table = await ok(admin.GetMsgServiceTable(0));
  const rows = await ok(table.QueryRows(99, 0));
  return new Map(
    rows.map((row) => [row.get(PR_SERVICE_NAME_W) ?? '', guidFromBytes(row.get(PR_SERVICE_UID) as Uint8Array)]),
  );
}

/** The UIDs of the providers of a profile or of a service, in the order of the table. */
export async function providersIn(admin: IMsgServiceAdmin2 | IProviderAdmin): Promise<readonly Guid[]> {
  using table = await ok(admin.GetProviderTable(0));
  return (await ok(table.QueryRows(99, 0))).map((row) => guidFromBytes(row.get(PR_PROVIDER_UID) as Uint8Array));
}
