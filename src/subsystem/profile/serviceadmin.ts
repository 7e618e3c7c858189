import {
  ComError,
  com,
  type Guid,
  type HResult,
  type Iid,
  type Impl,
  type IUnknown,
  implementationOf,
} from '../../com/index.js';
import {
  IMAPIProp,
  IMAPISession,
  type IMAPITable,
  IMsgServiceAdmin,
  IMsgServiceAdmin2,
  IProfSect,
  type IProviderAdmin,
  MAPI_E_BAD_CHARWIDTH,
  MAPI_E_BUSY,
  MAPI_E_EXTENDED_ERROR,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_INITIALIZED,
  MAPI_E_UNCONFIGURED,
  MAPI_E_USER_CANCEL,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  type MAPIERROR,
  MSG_SERVICE_CONFIGURE,
  MSG_SERVICE_CREATE,
  MSG_SERVICE_DELETE,
  MSG_SERVICE_UI_READ_ONLY,
  PR_RESOURCE_FLAGS,
  PR_SERVICE_NAME_W,
  type PropValue,
  SERVICE_NO_RESTART_WARNING,
  SERVICE_SINGLE_COPY,
  SERVICE_UI_ALLOWED,
  SERVICE_UI_ALWAYS,
} from '../../mapi/index.js';
import { requireFlags, shown } from '../props/arguments.js';
import { defaultCodePage } from '../props/codepage.js';
import { lastErrorAnswer } from '../props/lasterror.js';
import { requireProps } from '../props/setting.js';
import type { ProfileEntry } from './document.js';
import { edited } from './edits.js';
import { callEntry, isNoSupport, serviceOf } from './entrypoint.js';
import { removeTelling, setPrimaryIdentity, settleIdentity } from './identity.js';
import { partWith } from './leaving.js';
import { type Profile, uidOf } from './profile.js';
import { type Keep, kept, openSection, providerAdmin, serviceAdmin } from './provideradmin.js';
import { type MessageService, messageService, messageServices } from './services.js';
import { providerTable, serviceTable } from './tables.js';
import { addService, copyService, propOf, providersOf, removeService, servicesOf, setTransportOrder } from './tree.js';

/**
 * The administration of a profile's services, as `IMsgServiceAdmin2`.
 *
 * @param profile the profile
 * @param keep told of it, and of all that it hands out; a session ends that with itself
 */
export const openServiceAdmin = (profile: Profile, keep: Keep = kept): IMsgServiceAdmin2 =>
  keep(com(new ServiceAdmin(profile, keep) as Impl<IMsgServiceAdmin2>, IMsgServiceAdmin2));

/** The profile behind an administration or a session. */
export interface HasProfile {
  readonly profile: Profile;
}

/** The services of a profile. @spec imsgserviceadmin2imsgserviceadmin */
class ServiceAdmin implements Impl<IMsgServiceAdmin2>, HasProfile {
  readonly profile: Profile;
  readonly #keep: Keep;

  constructor(profile: Profile, keep: Keep) {
    this.profile = profile;
    this.#keep = keep;
  }

  /** See {@link IMsgServiceAdmin.GetLastError}. @spec imsgserviceadmin-getlasterror */
  GetLastError(hResult: HResult, ulFlags = 0): MAPIERROR {
    return lastErrorAnswer(this, hResult, ulFlags, defaultCodePage);
  }

  /** See {@link IMsgServiceAdmin.GetMsgServiceTable}. @spec imsgserviceadmin-getmsgservicetable */
  GetMsgServiceTable(ulFlags = 0): IMAPITable {
    requireFlags(ulFlags, MAPI_UNICODE);
    return this.#keep(serviceTable(this.profile.entry));
  }

  /** See {@link IMsgServiceAdmin.CreateMsgService}. @spec imsgserviceadmin-createmsgservice */
  async CreateMsgService(
    lpszService: string,
    lpszDisplayName: string | null,
    ulUIParam: number,
    ulFlags = 0,
  ): Promise<void> {
    await this.CreateMsgServiceEx(lpszService, lpszDisplayName, ulUIParam, ulFlags);
  }

  /** See {@link IMsgServiceAdmin2.CreateMsgServiceEx}. @spec imsgserviceadmin2-createmsgserviceex */
  async CreateMsgServiceEx(
    lpszService: string,
    lpszDisplayName: string | null,
    ulUIParam: number,
    ulFlags = 0,
  ): Promise<Guid> {
    const ui = SERVICE_UI_ALLOWED | SERVICE_UI_ALWAYS;
    const flags = requireFlags(ulFlags, ui | SERVICE_NO_RESTART_WARNING | MAPI_UNICODE);
    const service = messageService(lpszService);
    if (!service) throw new ComError(MAPI_E_NOT_FOUND, notInstalled(lpszService));
    const uid = await createService(this.profile, service, lpszDisplayName, ulUIParam, flags & ui);
    await edited(this.profile);
    return uid;
  }

  /** See {@link IMsgServiceAdmin.DeleteMsgService}. @spec imsgserviceadmin-deletemsgservice */
  async DeleteMsgService(lpUID: Guid): Promise<void> {
    await deleteService(this.profile, this.#service(lpUID));
    await edited(this.profile);
  }

  /** See {@link IMsgServiceAdmin.CopyMsgService}. @spec imsgserviceadmin-copymsgservice */
  async CopyMsgService(
    lpUID: Guid,
    _lpszDisplayName: string | null,
    lpInterfaceToCopy: { readonly guid: Guid } | null,
    lpInterfaceDst: { readonly guid: Guid } | null,
    lpObjectDst: IUnknown,
    _ulUIParam: number,
    ulFlags = 0,
  ): Promise<void> {
    requireFlags(ulFlags, SERVICE_UI_ALWAYS);
    const uid = this.#service(lpUID);
    const sound =
      (lpInterfaceToCopy === null || [IProfSect.guid, IMAPIProp.guid].includes(lpInterfaceToCopy?.guid)) &&
      (lpInterfaceDst === null ||
        [IMAPISession.guid, IMsgServiceAdmin.guid, IMsgServiceAdmin2.guid].includes(lpInterfaceDst?.guid));
    if (!sound)
      throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'services are copied to sessions and administrations');
    const target = (implementationOf(lpObjectDst) as Partial<HasProfile> | null)?.profile;
    if (!target)
      throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'lpObjectDst is neither session nor administration');
    const source = this.profile.entry;
    target.change((entry) => {
      const name = propOf(source.sections.get(uid), PR_SERVICE_NAME_W);
      requireNoRival(entry, name);
      if (isSingle(source, uid) && hasService(entry, name))
        throw new ComError(MAPI_E_NO_ACCESS, `the service ${name} can be in a profile only once`);
      settleIdentity(entry, copyService(source, uid, entry));
    });
    await edited(target);
  }

  /** See {@link IMsgServiceAdmin.RenameMsgService}. @spec imsgserviceadmin-renamemsgservice */
  RenameMsgService(_lpUID: Guid, _ulFlags: number, _lpszDisplayName: string): void {
    throw new ComError(MAPI_E_NO_SUPPORT, 'message services keep their names');
  }

  /** See {@link IMsgServiceAdmin.ConfigureMsgService}. @spec imsgserviceadmin-configuremsgservice */
  async ConfigureMsgService(
    lpUID: Guid,
    ulUIParam: number,
    ulFlags: number,
    lpProps: readonly PropValue[] | null,
  ): Promise<void> {
    const known = SERVICE_UI_ALLOWED | SERVICE_UI_ALWAYS | MSG_SERVICE_UI_READ_ONLY | MAPI_UNICODE;
    const flags = requireFlags(ulFlags, known);
    const uid = this.#service(lpUID);
    if (!isNothing(lpProps)) requireProps(lpProps);
    if (!serviceOf(this.profile, uid)?.entry)
      throw new ComError(MAPI_E_NOT_INITIALIZED, 'the message service has no entry point in this process');
    const call = { context: MSG_SERVICE_CONFIGURE, uiParam: ulUIParam, flags, props: lpProps };
    try {
      await callEntry(this.profile, uid, serviceAdmin(this.profile, uid, null), call);
    } catch (error) {
      if (!(error instanceof ComError) || passedOn.includes(error.hr)) throw error;
      throw new ComError(MAPI_E_EXTENDED_ERROR, error.message, { cause: error });
    }
    await edited(this.profile);
  }

  /** See {@link IMsgServiceAdmin.OpenProfileSection}. @spec imsgserviceadmin-openprofilesection */
  OpenProfileSection<I extends IUnknown = IProfSect>(lpUID: Guid, lpInterface: Iid<I> | null, ulFlags = 0): I {
    return this.#keep(openSection(this.profile, uidOf(lpUID), lpInterface, ulFlags, false)) as unknown as I;
  }

  /** See {@link IMsgServiceAdmin.MsgServiceTransportOrder}. @spec imsgserviceadmin-msgservicetransportorder */
  MsgServiceTransportOrder(lpUIDList: readonly Guid[], ulFlags = 0): void {
    requireFlags(ulFlags, 0);
    const order = (Array.isArray(lpUIDList) ? lpUIDList : []).map(uidOf);
    this.profile.change((entry) => {
      const transports = providersOf(entry, MAPI_TRANSPORT_PROVIDER);
      if (order.length !== transports.length)
        throw new ComError(MAPI_E_BUSY, `the profile has ${transports.length} transports, the list ${order.length}`);
      if (!order.every((uid) => transports.includes(uid)) || new Set(order).size !== order.length)
        throw new ComError(MAPI_E_NOT_FOUND, 'the list names what is no transport of the profile, or one twice');
      setTransportOrder(entry, order);
    });
  }

  /** See {@link IMsgServiceAdmin.AdminProviders}. @spec imsgserviceadmin-adminproviders */
  AdminProviders(lpUID: Guid, ulFlags = 0): IProviderAdmin {
    requireFlags(ulFlags, MAPI_UNICODE);
    return providerAdmin(this.profile, this.#service(lpUID), this.#keep);
  }

  /** See {@link IMsgServiceAdmin.SetPrimaryIdentity}. @spec imsgserviceadmin-setprimaryidentity */
  SetPrimaryIdentity(lpUID: Guid | null, ulFlags = 0): void {
    requireFlags(ulFlags, 0);
    const uid = lpUID === null ? null : this.#service(lpUID);
    this.profile.change((entry) => setPrimaryIdentity(entry, uid));
  }

  /** See {@link IMsgServiceAdmin.GetProviderTable}. @spec imsgserviceadmin-getprovidertable */
  GetProviderTable(ulFlags = 0): IMAPITable {
    const unicode = (requireFlags(ulFlags, MAPI_UNICODE) & MAPI_UNICODE) !== 0;
    return this.#keep(providerTable(this.profile.entry, null, unicode));
  }

  #service(lpUID: Guid): Guid {
    const uid = uidOf(lpUID);
    if (!servicesOf(this.profile.entry).includes(uid))
      throw new ComError(MAPI_E_NOT_FOUND, 'the profile has no such message service');
    return uid;
  }
}

const isNothing = (props: readonly PropValue[] | null): props is null =>
  props === null || (Array.isArray(props) && props.length === 0);

function notInstalled(name: string): string {
  const known = messageServices().map((service) => service.name);
  const others = known.length === 0 ? 'none is: import comail' : `there are ${known.join(', ')}`;
  return `no message service ${shown(name)} is installed; ${others}, and registerMessageService makes others known`;
}

/** What an entry point may answer that callers of ConfigureMsgService are told as it is. */
const passedOn: readonly HResult[] = [MAPI_E_USER_CANCEL, MAPI_E_UNCONFIGURED, MAPI_E_NO_SUPPORT, MAPI_E_BAD_CHARWIDTH];

/**
 * Adds a service to a profile and has it set itself up; when that fails, it is taken out again.
 *
 * @throws {ComError} `MAPI_E_NO_ACCESS` when it can be there only once and is, or not beside one that is there; what the entry
 *   point answers
 */
export async function createService(
  profile: Profile,
  service: MessageService,
  displayName: string | null,
  uiParam: number,
  flags: number,
): Promise<Guid> {
  const uid = addNewService(profile, service, displayName);
  await setUpService(profile, uid, uiParam, flags);
  return uid;
}

/**
 * Adds a service to a profile with all that its description says of it; it does not know of that yet.
 *
 * @throws {ComError} `MAPI_E_NO_ACCESS` as {@link createService}
 */
export function addNewService(profile: Profile, service: MessageService, displayName: string | null): Guid {
  return profile.change((entry) => {
    if (((service.resourceFlags ?? 0) & SERVICE_SINGLE_COPY) !== 0 && hasService(entry, service.name))
      throw new ComError(MAPI_E_NO_ACCESS, `the service ${service.name} can be in a profile only once`);
    requireNoRival(entry, service.name);
    const uid = addService(entry, service, displayName);
    settleIdentity(entry, uid);
    return uid;
  });
}

/**
 * Has a new service set itself up; when that fails, it is taken out again.
 *
 * @throws {ComError} what the entry point answers
 */
export async function setUpService(profile: Profile, uid: Guid, uiParam: number, flags: number): Promise<void> {
  const withUi = flags !== 0 ? { uiParam, flags } : { uiParam: 0, flags: 0 };
  try {
    await callEntry(profile, uid, serviceAdmin(profile, uid, null), { context: MSG_SERVICE_CREATE, ...withUi });
  } catch (error) {
    profile.change((entry) => removeService(entry, uid));
    throw error;
  }
}

/**
 * Removes a service, which hears of it first.
 *
 * @throws {ComError} what the entry point answers, but `MAPI_E_NO_SUPPORT`; the service stays then
 */
export async function deleteService(profile: Profile, uid: Guid): Promise<void> {
  const call = { context: MSG_SERVICE_DELETE, uiParam: 0, flags: 0 };
  await callEntry(profile, uid, serviceAdmin(profile, uid, null), call).catch((error: unknown) => {
    if (!isNoSupport(error)) throw error;
  });
  profile.change((entry) => removeTelling(entry, () => removeService(entry, uid, partWith)));
}

const hasService = (entry: ProfileEntry, name: string | null): boolean =>
  servicesOf(entry).some((uid) => propOf(entry.sections.get(uid), PR_SERVICE_NAME_W) === name);

/** Refuses a service that excludes one of the profile, or is excluded by one. */
function requireNoRival(entry: ProfileEntry, name: string | null): void {
  if (name === null) return;
  const excludes = (one: string, other: string): boolean => messageService(one)?.excludes?.includes(other) === true;
  for (const uid of servicesOf(entry)) {
    const other = propOf(entry.sections.get(uid), PR_SERVICE_NAME_W);
    if (other !== null && (excludes(name, other) || excludes(other, name)))
      throw new ComError(
        MAPI_E_NO_ACCESS,
        `a profile has either the service ${other} or ${name}: both have the same duty`,
      );
  }
}

const isSingle = (entry: ProfileEntry, uid: Guid): boolean =>
  ((propOf(entry.sections.get(uid), PR_RESOURCE_FLAGS) ?? 0) & SERVICE_SINGLE_COPY) !== 0;
