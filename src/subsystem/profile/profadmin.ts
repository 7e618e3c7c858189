import { ComError, com, E_FAIL, type HResult, type Impl } from '../../com/index.js';
import {
  type IMAPITable,
  type IMsgServiceAdmin,
  IProfAdmin,
  MAPI_APP_PROFILE,
  MAPI_DEFAULT_SERVICES,
  MAPI_DIALOG,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_LOGON_FAILED,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_UNICODE,
  type MAPIERROR,
  SERVICE_UI_ALLOWED,
} from '../../mapi/index.js';
import { requireFlags, shown } from '../props/arguments.js';
import { defaultCodePage } from '../props/codepage.js';
import { lastErrorAnswer } from '../props/lasterror.js';
import type { ProfileDocument, ProfileEntry } from './document.js';
import { isInUse } from './leaving.js';
import { nameLength } from './limits.js';
import { Profile } from './profile.js';
import type { ProfileFile } from './profilefile.js';
import { addNewService, deleteService, openServiceAdmin, setUpService } from './serviceadmin.js';
import { defaultServices } from './services.js';
import { profileTable } from './tables.js';
import { copiedProfile, newProfile, servicesOf } from './tree.js';
import { rename, settle } from './use.js';

/** The administration of the profiles in a file. */
export const openProfAdmin = (file: ProfileFile): IProfAdmin =>
  com(new ProfAdmin(file) as Impl<IProfAdmin>, IProfAdmin);

/** The profiles of a user. @spec iprofadminiunknown */
class ProfAdmin implements Impl<IProfAdmin> {
  readonly #file: ProfileFile;

  constructor(file: ProfileFile) {
    this.#file = file;
  }

  /** See {@link IProfAdmin.GetLastError}. @spec iprofadmin-getlasterror */
  GetLastError(hResult: HResult, ulFlags = 0): MAPIERROR {
    return lastErrorAnswer(this, hResult, ulFlags, defaultCodePage);
  }

  /** See {@link IProfAdmin.GetProfileTable}. @spec iprofadmin-getprofiletable */
  async GetProfileTable(ulFlags = 0): Promise<IMAPITable> {
    const flags = requireFlags(ulFlags, MAPI_APP_PROFILE | MAPI_UNICODE);
    await settle(this.#file);
    return profileTable(this.#file.read(), (flags & MAPI_APP_PROFILE) !== 0);
  }

  /** See {@link IProfAdmin.CreateProfile}. @spec iprofadmin-createprofile */
  async CreateProfile(
    lpszProfileName: string,
    lpszPassword: string | null,
    ulUIParam: number,
    ulFlags = 0,
  ): Promise<void> {
    const flags = requireFlags(ulFlags, MAPI_DEFAULT_SERVICES | MAPI_DIALOG | MAPI_APP_PROFILE | MAPI_UNICODE);
    const name = checkedName(lpszProfileName);
    requireNoPassword(lpszPassword);
    await settle(this.#file);
    const profile = this.#file.change(({ profiles }) => {
      requireFree(profiles, name);
      const entry = newProfile(name, (flags & MAPI_APP_PROFILE) !== 0);
      profiles.set(name, entry);
      return new Profile(this.#file, entry.id);
    });
    if ((flags & MAPI_DEFAULT_SERVICES) === 0) return;
    const ui = (flags & MAPI_DIALOG) !== 0 ? SERVICE_UI_ALLOWED : 0;
    try {
      // Each of them finds the others in the profile when it is called.
      const services = defaultServices().map((service) => addNewService(profile, service, null));
      for (const uid of services) await setUpService(profile, uid, ulUIParam, ui);
    } catch (error) {
      this.#file.change(({ profiles }) => void profiles.delete(name));
      throw error;
    }
  }

  /** See {@link IProfAdmin.DeleteProfile}. @spec iprofadmin-deleteprofile */
  async DeleteProfile(lpszProfileName: string, ulFlags = 0): Promise<void> {
    const flags = requireFlags(ulFlags, MAPI_APP_PROFILE | MAPI_UNICODE);
    await settle(this.#file);
    const entry = existing(this.#file.read(), lpszProfileName, flags);
    const profile = new Profile(this.#file, entry.id);
    const inUse = this.#file.change((document) => {
      const now = existing(document, lpszProfileName, flags);
      if (!isInUse(now)) return false;
      now.pending = { what: 'delete' };
      return true;
    });
    if (inUse) return;
    for (const service of servicesOf(profile.entry)) await deleteService(profile, service);
    this.#file.change((document) => {
      document.profiles.delete(lpszProfileName);
      if (document.default === lpszProfileName) document.default = null;
    });
  }

  /** See {@link IProfAdmin.ChangeProfilePassword}. @spec iprofadmin-changeprofilepassword */
  ChangeProfilePassword(
    _lpszProfileName: string,
    _lpszOldPassword: string | null,
    _lpszNewPassword: string | null,
    ulFlags = 0,
  ): void {
    requireFlags(ulFlags, MAPI_UNICODE);
  }

  /** See {@link IProfAdmin.CopyProfile}. @spec iprofadmin-copyprofile */
  async CopyProfile(
    lpszOldProfileName: string,
    lpszOldPassword: string | null,
    lpszNewProfileName: string,
    _ulUIParam: number,
    ulFlags = 0,
  ): Promise<void> {
    const flags = requireFlags(ulFlags, MAPI_APP_PROFILE | MAPI_DIALOG | MAPI_UNICODE);
    requireNoPassword(lpszOldPassword);
    const name = checkedName(lpszNewProfileName);
    await settle(this.#file);
    this.#file.change((document) => {
      const entry = existing(document, lpszOldProfileName, flags);
      // MAPI_E_ACCESS_DENIED of the page has no value of its own in any header: it is E_ACCESSDENIED, as MAPI_E_NO_ACCESS is.
      requireFree(document.profiles, name);
      document.profiles.set(name, copiedProfile(entry, name));
    });
  }

  /** See {@link IProfAdmin.RenameProfile}. @spec iprofadmin-renameprofile */
  async RenameProfile(
    lpszOldProfileName: string,
    lpszOldPassword: string | null,
    lpszNewProfileName: string,
    _ulUIParam: number,
    ulFlags = 0,
  ): Promise<void> {
    const flags = requireFlags(ulFlags, MAPI_APP_PROFILE | MAPI_DIALOG | MAPI_UNICODE);
    requireNoPassword(lpszOldPassword);
    const name = checkedName(lpszNewProfileName);
    await settle(this.#file);
    this.#file.change((document) => {
      const entry = existing(document, lpszOldProfileName, flags);
      entry.pending = null;
      if (name === lpszOldProfileName) return;
      requireFree(document.profiles, name);
      if (isInUse(entry)) entry.pending = { what: 'rename', name };
      else rename(document, lpszOldProfileName, name);
    });
  }

  /** See {@link IProfAdmin.SetDefaultProfile}. @spec iprofadmin-setdefaultprofile */
  async SetDefaultProfile(lpszProfileName: string | null, ulFlags = 0): Promise<void> {
    requireFlags(ulFlags, MAPI_UNICODE);
    await settle(this.#file);
    this.#file.change((document) => {
      if (lpszProfileName !== null) {
        const entry = existing(document, lpszProfileName, MAPI_APP_PROFILE);
        if (entry.app) throw new ComError(E_FAIL, 'the profile of a program cannot be the default one');
      }
      document.default = lpszProfileName;
    });
  }

  /** See {@link IProfAdmin.AdminServices}. @spec iprofadmin-adminservices */
  async AdminServices(
    lpszProfileName: string,
    lpszPassword: string | null,
    _ulUIParam: number,
    ulFlags = 0,
  ): Promise<IMsgServiceAdmin> {
    requireFlags(ulFlags, MAPI_DIALOG | MAPI_UNICODE);
    requireNoPassword(lpszPassword);
    await settle(this.#file);
    const profile = typeof lpszProfileName === 'string' ? Profile.find(this.#file, lpszProfileName) : null;
    if (!profile) throw new ComError(MAPI_E_LOGON_FAILED, `there is no profile ${shown(lpszProfileName)}`);
    return openServiceAdmin(profile);
  }
}

/**
 * Checks a profile's name.
 *
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` unless it has 1 to 64 letters, digits, underscores and blanks within
 * @spec iprofadmin-createprofile
 */
export function checkedName(name: string): string {
  const sound =
    typeof name === 'string' &&
    name.length <= nameLength &&
    /^[\p{L}\p{M}\p{N}_]([\p{L}\p{M}\p{N}_ ]*[\p{L}\p{M}\p{N}_])?$/u.test(name);
  if (sound) return name;
  throw new ComError(
    MAPI_E_INVALID_PARAMETER,
    `a profile's name has 1 to ${nameLength} letters, digits, underscores and, within, blanks`,
  );
}

/** @throws {ComError} `MAPI_E_LOGON_FAILED` for a password, as no profile has one */
export function requireNoPassword(password: string | null | undefined): void {
  if (password) throw new ComError(MAPI_E_LOGON_FAILED, 'profiles have no passwords; pass null');
}

/** A name is taken by the profile that has it, and by one in use that is about to get it. */
function requireFree(profiles: ReadonlyMap<string, ProfileEntry>, name: string): void {
  const promised = [...profiles.values()].some(({ pending }) => pending?.what === 'rename' && pending.name === name);
  if (promised || profiles.has(name)) throw new ComError(MAPI_E_NO_ACCESS, `there is a profile ${name} already`);
}

function existing({ profiles }: ProfileDocument, name: string, flags: number): ProfileEntry {
  const entry = profiles.get(name);
  if (!entry || entry.pending?.what === 'delete')
    throw new ComError(MAPI_E_NOT_FOUND, `there is no profile ${shown(name)}`);
  if (entry.app && (flags & MAPI_APP_PROFILE) === 0)
    throw new ComError(MAPI_E_NO_ACCESS, `${name} is the profile of a program; MAPI_APP_PROFILE is needed`);
  return entry;
}
