import { ComError, type Out } from '../../com/index.js';
import {
  type IMAPISession,
  type IProfAdmin,
  MAPI_ALLOW_OTHERS,
  MAPI_APP_PROFILE,
  MAPI_BG_SESSION,
  MAPI_E_LOGON_FAILED,
  MAPI_E_NOT_FOUND,
  MAPI_EXPLICIT_PROFILE,
  MAPI_EXTENDED,
  MAPI_FORCE_DOWNLOAD,
  MAPI_LOGON_UI,
  MAPI_NEW_SESSION,
  MAPI_NO_MAIL,
  MAPI_NT_SERVICE,
  MAPI_PASSWORD_UI,
  MAPI_SERVICE_UI_ALWAYS,
  MAPI_TIMEOUT_SHORT,
  MAPI_UNICODE,
  MAPI_USE_DEFAULT,
} from '../../mapi/index.js';
import { nameLength } from '../profile/limits.js';
import { configFolder } from '../profile/location.js';
import { openProfAdmin, requireNoPassword } from '../profile/profadmin.js';
import { Profile } from '../profile/profile.js';
import { ProfileFile } from '../profile/profilefile.js';
import { settle } from '../profile/use.js';
import { requireFlags } from '../props/arguments.js';
import { Spooler } from '../spooler/spooler.js';
import { answering } from './answering.js';
import { SessionCore } from './core.js';
import { requireInitialized } from './initialize.js';
import { logonWaitMs } from './limits.js';
import { oneLogon } from './onelogon.js';
import { SessionObject } from './sessionobject.js';

/** The shared sessions of this process by folder of their profiles. */
const shared = new Map<string, SessionCore>();

/**
 * Logs on to a session.
 *
 * A session that allows others (`MAPI_ALLOW_OTHERS`) is joined by later logons of the process, whatever profile they name, unless
 * they ask for `MAPI_NEW_SESSION`. There are no dialogs: a profile must be named, or there must be a default one.
 *
 * @param _ulUIParam the window that owns dialogs; 0
 * @param lpszProfileName the profile; null for the default one, which `MAPI_USE_DEFAULT` puts in the place of any
 * @param lpszPassword null
 * @param flFlags `MAPI_EXTENDED`, `MAPI_NEW_SESSION`, `MAPI_ALLOW_OTHERS`, `MAPI_USE_DEFAULT`, `MAPI_EXPLICIT_PROFILE`,
 *   `MAPI_NO_MAIL` for a session without spooler, `MAPI_FORCE_DOWNLOAD` to fetch new mail first, `MAPI_TIMEOUT_SHORT`; the others change nothing here
 * @returns `S_OK` with the session; `MAPI_E_NOT_INITIALIZED` before `MAPIInitialize`; `MAPI_E_NOT_FOUND` when the profile named is
 *   not there; `MAPI_E_LOGON_FAILED` when none is named and none may be or is the default, for a password, or a name of more than 64
 *   characters; `MAPI_E_TIMEOUT` under `MAPI_TIMEOUT_SHORT` while another logon takes long; `MAPI_E_UNKNOWN_FLAGS`. There is no object
 *   to ask for GetLastError then: `ok` throws the words, and `lastErrorOf(MAPILogonEx)` has them
 * @example
 * ```ts
 * MAPIInitialize(null);
 * const [hr, session] = await MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION);
 * if (!session) return hr;
 * ```
 * @spec mapilogonex
 */
export function MAPILogonEx(
  _ulUIParam: number,
  lpszProfileName: string | null,
  lpszPassword: string | null,
  flFlags: number,
): Out<IMAPISession> {
  return answering(MAPILogonEx, async () => {
    requireInitialized();
    const flags = requireFlags(flFlags, knownFlags);
    requireNoPassword(lpszPassword);
    const patience = (flags & MAPI_TIMEOUT_SHORT) !== 0 ? logonWaitMs : null;
    const { core, session } = await oneLogon(patience, () => entered(lpszProfileName, flags));
    try {
      if ((flags & MAPI_FORCE_DOWNLOAD) !== 0) await core.mail.download();
    } catch (error) {
      session.Release();
      throw error;
    }
    return session;
  });
}

interface Entered {
  readonly core: SessionCore;
  readonly session: IMAPISession;
}

/** Joins the shared session, or begins one. */
async function entered(profileName: string | null, flags: number): Promise<Entered> {
  const file = new ProfileFile(configFolder());
  const others = shared.get(file.folder);
  if (others && !others.closed && (flags & MAPI_NEW_SESSION) === 0)
    return { core: others, session: new SessionObject(others).publish() };
  await settle(file);
  const profile = chosenProfile(file, profileName, flags);
  const core = new SessionCore(profile, {
    noMail: (flags & MAPI_NO_MAIL) !== 0,
    shared: (flags & MAPI_ALLOW_OTHERS) !== 0,
    mail: (session) => new Spooler(session),
  });
  if (core.shared && (!others || others.closed)) {
    shared.set(file.folder, core);
    core.onClosed = () => {
      if (shared.get(file.folder) === core) shared.delete(file.folder);
    };
  }
  const session = new SessionObject(core).publish();
  core.mail.begin();
  return { core, session };
}

/**
 * Opens the administration of profiles.
 *
 * @param ulFlags `MAPI_UNICODE`
 * @returns `S_OK` with the administration; `MAPI_E_NOT_INITIALIZED` before `MAPIInitialize`; `MAPI_E_UNKNOWN_FLAGS`
 * @spec mapiadminprofiles
 */
export function MAPIAdminProfiles(ulFlags = 0): Out<IProfAdmin> {
  return answering(MAPIAdminProfiles, () => {
    requireInitialized();
    requireFlags(ulFlags, MAPI_UNICODE);
    return openProfAdmin(new ProfileFile(configFolder()));
  });
}

const knownFlags =
  MAPI_LOGON_UI |
  MAPI_NEW_SESSION |
  MAPI_APP_PROFILE |
  MAPI_ALLOW_OTHERS |
  MAPI_EXPLICIT_PROFILE |
  MAPI_EXTENDED |
  MAPI_USE_DEFAULT |
  MAPI_FORCE_DOWNLOAD |
  MAPI_SERVICE_UI_ALWAYS |
  MAPI_NO_MAIL |
  MAPI_NT_SERVICE |
  MAPI_PASSWORD_UI |
  MAPI_TIMEOUT_SHORT |
  MAPI_BG_SESSION |
  MAPI_UNICODE;

function chosenProfile(file: ProfileFile, name: string | null, flags: number): Profile {
  if (name !== null && typeof name !== 'string')
    throw new ComError(MAPI_E_LOGON_FAILED, 'the name of a profile is a text, or null for the default one');
  if (name !== null && name.length > nameLength)
    throw new ComError(MAPI_E_LOGON_FAILED, `the name of a profile has at most ${nameLength} characters`);
  const useDefault = (flags & MAPI_USE_DEFAULT) !== 0;
  const explicit = (flags & MAPI_EXPLICIT_PROFILE) !== 0 && !useDefault;
  // MAPI_USE_DEFAULT puts the default profile in the place of the one that is named.
  const preset = explicit ? null : file.read().default;
  const wanted = useDefault ? preset : name || preset;
  if (!wanted)
    throw new ComError(
      MAPI_E_LOGON_FAILED,
      explicit ? 'name a profile: MAPI_EXPLICIT_PROFILE is set' : 'there is no default profile; name one or make one',
    );
  const profile = Profile.find(file, wanted);
  if (!profile) throw new ComError(MAPI_E_NOT_FOUND, `there is no profile ${wanted} in ${file.folder}`);
  return profile;
}
