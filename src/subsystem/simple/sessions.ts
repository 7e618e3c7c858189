import { ComError, nameOf, ok } from '../../com/index.js';
import {
  type EntryId,
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  IMAPIFolder,
  type IMAPISession,
  IMAPIStatus,
  IMessage,
  type IMsgStore,
  MAPI_ALLOW_OTHERS,
  MAPI_BEST_ACCESS,
  MAPI_E_FAILURE,
  MAPI_E_INVALID_MESSAGE,
  MAPI_E_INVALID_SESSION,
  MAPI_E_LOGIN_FAILURE,
  MAPI_E_TOO_MANY_SESSIONS,
  MAPI_EXPLICIT_PROFILE,
  MAPI_EXTENDED,
  MAPI_FORCE_DOWNLOAD,
  MAPI_NEW_SESSION,
  MAPI_SPOOLER,
  MAPI_UNICODE,
  MAPI_USE_DEFAULT,
  MDB_WRITE,
  PR_DEFAULT_STORE,
  PR_ENTRYID,
  PR_RESOURCE_TYPE,
  SUCCESS_SUCCESS,
} from '../../mapi/index.js';
import { MAPIInitialize, MAPILogonEx, MAPIUninitialize } from '../session/index.js';
import { SimpleError } from './answer.js';
import { maxSessions } from './limits.js';
import { MessageIds } from './messageids.js';
import { Places } from './places.js';
import { tell } from './settings.js';

/** Which profile a session is for. */
export type Chosen = { readonly profile: string } | 'default' | 'shared';

/** A session of Simple MAPI: one of Extended MAPI with the store that it works in. */
export class SimpleSession {
  readonly raw: IMAPISession;
  readonly ids: MessageIds = new MessageIds();
  readonly places: Places = new Places(() => this.store());
  /** When the messages came that MAPIFindNext has answered: they may be gone when it is asked for the next. */
  readonly found: Map<string, bigint> = new Map();
  /** Whether something was submitted: it is sent before the session ends. */
  submitted = false;
  readonly #running = new Set<Promise<unknown>>();
  #store: Promise<IMsgStore> | null = null;

  private constructor(raw: IMAPISession) {
    this.raw = raw;
  }

  /**
   * Logs on.
   *
   * @param chosen which profile
   * @param password its password; null or empty for none
   * @param flags `MAPI_NEW_SESSION`, `MAPI_FORCE_DOWNLOAD`
   * @throws {SimpleError} `MAPI_E_LOGIN_FAILURE`
   */
  static async open(chosen: Chosen, password: string | null, flags: number): Promise<SimpleSession> {
    ok(MAPIInitialize(null));
    try {
      const profile = typeof chosen === 'object' ? chosen.profile : null;
      const which = chosen === 'default' ? MAPI_USE_DEFAULT : MAPI_EXPLICIT_PROFILE;
      const others = (flags & MAPI_NEW_SESSION) === 0 ? MAPI_ALLOW_OTHERS : 0;
      const kept = MAPI_EXTENDED | (flags & (MAPI_NEW_SESSION | MAPI_FORCE_DOWNLOAD)) | others | which;
      return new SimpleSession(await ok(MAPILogonEx(0, profile, password || null, kept)));
    } catch (error) {
      MAPIUninitialize();
      if (error instanceof ComError) throw new SimpleError(MAPI_E_LOGIN_FAILURE, error.message, error);
      throw error;
    }
  }

  /** The default store. */
  store(): Promise<IMsgStore> {
    this.#store ??= openDefaultStore(this.raw);
    return this.#store;
  }

  /**
   * Opens a folder of the default store; release it.
   *
   * @param entryId which
   */
  async folder(entryId: EntryId | null): Promise<IMAPIFolder> {
    const store = await this.store();
    return (await ok(store.OpenEntry(entryId, IMAPIFolder, MAPI_BEST_ACCESS))).lppUnk;
  }

  /**
   * Opens a message by the identifier that this session gave out; release it.
   *
   * @param id which
   * @param access `MAPI_MODIFY` to write
   * @throws {SimpleError} `MAPI_E_INVALID_MESSAGE`
   */
  async message(id: string, access = 0): Promise<IMessage> {
    const store = await this.store();
    try {
      return (await ok(store.OpenEntry(this.ids.entryIdOf(id), IMessage, access))).lppUnk;
    } catch (error) {
      if (!(error instanceof ComError)) throw error;
      throw new SimpleError(MAPI_E_INVALID_MESSAGE, `the message cannot be opened: ${error.message}`, error);
    }
  }

  /** Does something in this session; its end waits for that. */
  async run<T>(work: (session: SimpleSession) => Promise<T>): Promise<T> {
    const running = work(this);
    // Only whether it is over counts here; its failure is the caller's.
    const over = running.then(
      () => undefined,
      () => undefined,
    );
    this.#running.add(over);
    try {
      return await running;
    } finally {
      this.#running.delete(over);
    }
  }

  /** Ends it when all that runs is over and what was submitted was tried. */
  async end(): Promise<void> {
    await Promise.all(this.#running);
    try {
      if (this.submitted) await this.#send();
    } finally {
      await this.places.end();
      // A store that could not be opened has told so to whoever wanted it.
      const store = await this.#store?.catch(() => null);
      store?.Release();
      const hr = await this.raw.Logoff(0, 0, 0);
      this.raw.Release();
      MAPIUninitialize();
      if (hr !== 0) warned('MAPILogoff', `the session ended with ${nameOf(hr)}`);
    }
  }

  async #send(): Promise<void> {
    using table = await ok(this.raw.GetStatusTable(MAPI_UNICODE));
    await ok(table.SetColumns([PR_ENTRYID, PR_RESOURCE_TYPE]));
    const row = (await ok(table.QueryRows(1000, 0))).find((one) => one.get(PR_RESOURCE_TYPE) === MAPI_SPOOLER);
    const { lppUnk } = await ok(this.raw.OpenEntry(row?.get(PR_ENTRYID) as EntryId, IMAPIStatus, 0));
    using spooler = lppUnk;
    const hr = await spooler.FlushQueues(0, null, FLUSH_UPLOAD | FLUSH_NO_UI);
    if (hr !== 0) warned('MAPISendMail', `not all that waits could be sent: ${nameOf(hr)}; it is tried again later`);
  }
}

const sessions = new Map<number, SimpleSession>();
const endings = new Set<Promise<void>>();
let last = 0;

/** Gives a session its handle. */
export function register(session: SimpleSession): number {
  last += 1;
  sessions.set(last, session);
  return last;
}

/** Refuses one session too many. */
export function requireRoom(): void {
  if (sessions.size >= maxSessions)
    throw new SimpleError(MAPI_E_TOO_MANY_SESSIONS, `${maxSessions} sessions are open; log off from some`);
}

/** The session of a handle. */
export function sessionOf(handle: number): SimpleSession {
  const session = sessions.get(handle);
  if (!session) throw new SimpleError(MAPI_E_INVALID_SESSION, `${handle} is no session; log on first`);
  return session;
}

/** Takes the handle away and ends the session: at once, or while the caller goes on when there is still something to send. */
export async function close(handle: number): Promise<void> {
  const session = sessionOf(handle);
  sessions.delete(handle);
  await endedBeside(session);
}

/**
 * Does something in the session of a handle, or, where it is 0, in one of its own that is over afterwards.
 *
 * @param handle the handle
 * @param flags `MAPI_NEW_SESSION`: the session of its own is not a shared one
 * @param work what
 */
export async function within<T>(
  handle: number,
  flags: number,
  work: (session: SimpleSession) => Promise<T>,
): Promise<T> {
  if (handle !== 0) return await sessionOf(handle).run(work);
  return await withinProfile(null, work, flags & MAPI_NEW_SESSION);
}

/**
 * Does something in a session of its own that is over afterwards.
 *
 * @param profile the profile, null for the default one
 * @param work what
 * @param flags `MAPI_NEW_SESSION` for one that is not a shared one
 */
export async function withinProfile<T>(
  profile: string | null,
  work: (session: SimpleSession) => Promise<T>,
  flags = 0,
): Promise<T> {
  requireRoom();
  const session = await SimpleSession.open(profile === null ? 'default' : { profile }, null, flags);
  try {
    return await session.run(work);
  } finally {
    await endedBeside(session);
  }
}

/**
 * Waits until the sessions that are over have sent what was submitted in them. A program that ends by itself need not: Node
 * stays until then. One that ends by `process.exit` sends the rest next time.
 */
export async function endOfSimpleSessions(): Promise<void> {
  while (endings.size > 0) await Promise.all(endings);
}

async function endedBeside(session: SimpleSession): Promise<void> {
  const ending = session
    .end()
    .catch((error: unknown) => warned('MAPILogoff', error instanceof Error ? error.message : String(error)))
    .finally(() => endings.delete(ending));
  endings.add(ending);
  if (!session.submitted) await ending;
}

const warned = (name: string, words: string): void =>
  tell({ function: name, what: 'warned', code: SUCCESS_SUCCESS, words });

async function openDefaultStore(session: IMAPISession): Promise<IMsgStore> {
  using table = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_ENTRYID, PR_DEFAULT_STORE]));
  const row = (await ok(table.QueryRows(1000, 0))).find((one) => one.get(PR_DEFAULT_STORE) === true);
  if (!row) throw new SimpleError(MAPI_E_FAILURE, 'the profile has no message store; add the service COMAIL to it');
  return await ok(session.OpenMsgStore(0, row.get(PR_ENTRYID) as EntryId, null, MDB_WRITE | MAPI_BEST_ACCESS));
}
