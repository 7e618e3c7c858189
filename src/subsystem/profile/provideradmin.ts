import { ComError, com, type Guid, type HResult, type Iid, type Impl, type IUnknown } from '../../com/index.js';
import {
  IMAPIProp,
  type IMAPITable,
  IProfSect,
  IProviderAdmin,
  MAPI_DEFERRED_ERRORS,
  MAPI_DIALOG,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_FOUND,
  MAPI_FORCE_ACCESS,
  MAPI_MODIFY,
  MAPI_UNICODE,
  type MAPIERROR,
  MSG_SERVICE_PROVIDER_CREATE,
  MSG_SERVICE_PROVIDER_DELETE,
  type PropValue,
  SERVICE_UI_ALLOWED,
} from '../../mapi/index.js';
import { requireFlags, shown } from '../props/arguments.js';
import { defaultCodePage } from '../props/codepage.js';
import { lastErrorAnswer } from '../props/lasterror.js';
import { requireProps } from '../props/setting.js';
import { edited } from './edits.js';
import { callEntry, serviceOf } from './entrypoint.js';
import { removeTelling, settleIdentity } from './identity.js';
import { partWith } from './leaving.js';
import { type Profile, uidOf } from './profile.js';
import { providerTable } from './tables.js';
import { addProvider, providersOfService, removeProvider } from './tree.js';

/** Notes a pointer that is handed out. */
export type Keep = <P extends IUnknown>(pointer: P) => P;

/** Without a session nothing ends before it is released. */
export const kept: Keep = (pointer) => pointer;

/**
 * The administration of a service's providers, as clients get it.
 *
 * @param profile the profile
 * @param service the service
 * @param keep told of it, and of all that it hands out
 */
export const providerAdmin = (profile: Profile, service: Guid, keep: Keep): IProviderAdmin =>
  keep(com(new ProviderAdmin(profile, service, keep, { own: null }) as Impl<IProviderAdmin>, IProviderAdmin));

/**
 * The same, as a service's own entry point gets it, which may open the sections of its providers.
 *
 * @param profile the profile
 * @param service the service
 * @param own the section that null stands for; null for none
 */
export const serviceAdmin = (profile: Profile, service: Guid, own: Guid | null): IProviderAdmin =>
  com(new ProviderAdmin(profile, service, kept, { own, trusted: true }) as Impl<IProviderAdmin>, IProviderAdmin);

/** The providers of a service. @spec iprovideradminiunknown */
class ProviderAdmin implements Impl<IProviderAdmin> {
  readonly #profile: Profile;
  readonly #service: Guid;
  readonly #keep: Keep;
  readonly #own: Guid | null;
  readonly #trusted: boolean;

  constructor(
    profile: Profile,
    service: Guid,
    keep: Keep,
    { own, trusted = false }: { readonly own: Guid | null; readonly trusted?: boolean },
  ) {
    this.#profile = profile;
    this.#service = service;
    this.#keep = keep;
    this.#own = own;
    this.#trusted = trusted;
  }

  /** See {@link IProviderAdmin.GetLastError}. @spec iprovideradmin-getlasterror */
  GetLastError(hResult: HResult, ulFlags = 0): MAPIERROR {
    return lastErrorAnswer(this, hResult, ulFlags, defaultCodePage);
  }

  /** See {@link IProviderAdmin.GetProviderTable}. @spec iprovideradmin-getprovidertable */
  GetProviderTable(ulFlags = 0): IMAPITable {
    const unicode = (requireFlags(ulFlags, MAPI_UNICODE) & MAPI_UNICODE) !== 0;
    return this.#keep(providerTable(this.#profile.entry, this.#service, unicode));
  }

  /** See {@link IProviderAdmin.CreateProvider}. @spec iprovideradmin-createprovider */
  async CreateProvider(
    lpszProvider: string,
    lpProps: readonly PropValue[] | null,
    ulUIParam: number,
    ulFlags = 0,
  ): Promise<Guid> {
    const flags = requireFlags(ulFlags, MAPI_DIALOG | MAPI_UNICODE);
    if (lpProps !== null && lpProps.length > 0) requireProps(lpProps);
    const service = serviceOf(this.#profile, this.#service);
    const provider = service?.providers.find(({ name }) => name === lpszProvider);
    // The page promises no check and unpredictable results; an answer at once serves callers better.
    if (!service || !provider)
      throw new ComError(MAPI_E_NOT_FOUND, `the service has no provider named ${shown(lpszProvider)}`);
    const uid = this.#profile.change((entry) => {
      const added = addProvider(entry, this.#service, service, provider, lpProps ?? []);
      settleIdentity(entry, this.#service, added);
      return added;
    });
    // An entry point that is making a provider itself is not asked again.
    if (this.#trusted) return uid;
    try {
      const ui =
        (flags & MAPI_DIALOG) !== 0 ? { uiParam: ulUIParam, flags: SERVICE_UI_ALLOWED } : { uiParam: 0, flags: 0 };
      await callEntry(this.#profile, this.#service, serviceAdmin(this.#profile, this.#service, uid), {
        context: MSG_SERVICE_PROVIDER_CREATE,
        ...ui,
        provider: uid,
      });
    } catch (error) {
      this.#profile.change((entry) => removeProvider(entry, uid));
      throw error;
    }
    await edited(this.#profile);
    return uid;
  }

  /** See {@link IProviderAdmin.DeleteProvider}. @spec iprovideradmin-deleteprovider */
  async DeleteProvider(lpUID: Guid): Promise<void> {
    const uid = uidOf(lpUID);
    if (!providersOfService(this.#profile.entry, this.#service).includes(uid))
      throw new ComError(MAPI_E_NOT_FOUND, 'the service has no such provider');
    if (!this.#trusted) {
      const call = { context: MSG_SERVICE_PROVIDER_DELETE, uiParam: 0, flags: 0, provider: uid };
      await callEntry(this.#profile, this.#service, serviceAdmin(this.#profile, this.#service, uid), call);
    }
    this.#profile.change((entry) => removeTelling(entry, () => removeProvider(entry, uid, partWith)));
    await edited(this.#profile);
  }

  /** See {@link IProviderAdmin.OpenProfileSection}. @spec iprovideradmin-openprofilesection */
  OpenProfileSection<I extends IUnknown = IProfSect>(lpUID: Guid | null, lpInterface: Iid<I> | null, ulFlags = 0): I {
    const uid = lpUID === null ? this.#own : uidOf(lpUID);
    if (uid === null) throw new ComError(MAPI_E_INVALID_PARAMETER, 'clients have to name the section');
    return this.#keep(openSection(this.#profile, uid, lpInterface, ulFlags, this.#trusted)) as unknown as I;
  }
}

/**
 * Opens a section, as three interfaces do.
 *
 * @param profile the profile
 * @param uid the section
 * @param iid the interface; null for `IProfSect`
 * @param ulFlags `MAPI_MODIFY`, `MAPI_FORCE_ACCESS`, `MAPI_DEFERRED_ERRORS`
 * @param trusted whether a service or a provider asks
 * @throws {ComError} `MAPI_E_INTERFACE_NOT_SUPPORTED`, `MAPI_E_UNKNOWN_FLAGS`, `MAPI_E_NOT_FOUND`, and what {@link Profile.openSection} throws
 */
export function openSection(
  profile: Profile,
  uid: Guid,
  iid: { readonly guid: Guid } | null,
  ulFlags: number,
  trusted: boolean,
): IProfSect {
  const flags = requireFlags(ulFlags, MAPI_MODIFY | MAPI_FORCE_ACCESS | MAPI_DEFERRED_ERRORS);
  // Only its own provider, which may still be logged on, finds what was deleted.
  if (!trusted && profile.section(uid)?.kind === 'leaving')
    throw new ComError(MAPI_E_NOT_FOUND, `the section ${uid} was deleted`);
  const modify = (flags & MAPI_MODIFY) !== 0;
  const force = trusted || (flags & MAPI_FORCE_ACCESS) !== 0;
  if (iid !== null && iid?.guid !== IProfSect.guid && iid?.guid !== IMAPIProp.guid)
    throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'a profile section is an IProfSect');
  return profile.openSection(uid, { modify, force });
}
