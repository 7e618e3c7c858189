import { ComError, ok } from '../../com/index.js';
import {
  type EntryId,
  IMAPIFolder,
  type IMAPISession,
  type IMsgStore,
  MAPI_BEST_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_EXPLICIT_PROFILE,
  MAPI_EXTENDED,
  MAPI_NEW_SESSION,
  MAPI_NO_MAIL,
  MAPI_UNICODE,
  MAPI_USE_DEFAULT,
  MDB_WRITE,
  PR_DEFAULT_STORE,
  PR_ENTRYID,
  PR_IPM_DRAFTS_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_IPM_SUBTREE_ENTRYID,
  PR_IPM_WASTEBASKET_ENTRYID,
} from '../../mapi/index.js';
import { MAPIInitialize, MAPILogonEx, MAPIUninitialize } from '../../subsystem/index.js';
import { MailFolder } from './folder.js';
import { type KnownFolders, MailSession } from './session.js';

/** How to log on. */
export interface LogonOptions {
  /** The profile; the default one when it is left out. `comail profile create` makes one. */
  readonly profile?: string;
  /** Whether this session sends and receives; true when nothing is said. Without, what is sent waits for one that does. */
  readonly mail?: boolean;
}

/**
 * Logs on to a mailbox.
 *
 * @param options which profile
 * @returns the session; close it, or take it with `await using`
 * @throws {ComError} `MAPI_E_NOT_FOUND` when there is no such profile, or it has no message store; `MAPI_E_LOGON_FAILED` when none is
 *   named and there is no default one
 * @example
 * ```ts
 * await using session = await logon({ profile: 'Work' });
 * const draft = await session.outbox.compose({ to: 'bob@example.org', subject: 'Hello', text: 'How are you?' });
 * await draft.send();
 * ```
 */
export async function logon(options: LogonOptions = {}): Promise<MailSession> {
  const { profile, mail = true } = options;
  ok(MAPIInitialize(null));
  const opened: { Release(): number }[] = [];
  const keep = <T extends { Release(): number }>(pointer: T): T => {
    opened.push(pointer);
    return pointer;
  };
  try {
    const flags = MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_UNICODE | (mail ? 0 : MAPI_NO_MAIL);
    const chosen = profile === undefined ? MAPI_USE_DEFAULT : MAPI_EXPLICIT_PROFILE;
    const raw = keep(await ok(MAPILogonEx(0, profile ?? null, null, flags | chosen)));
    const store = keep(await defaultStore(raw));
    const pointers = await knownFolders(store, keep);
    const folders = (session: MailSession): KnownFolders => {
      const made = pointers.map(({ pointer, entryId }) => new MailFolder(session, pointer, entryId));
      const [inbox, outbox, sentItems, deletedItems, drafts, top] = made as Six<MailFolder>;
      return { inbox, outbox, sentItems, deletedItems, drafts, top };
    };
    return new MailSession({ raw, store, folders, mail });
  } catch (error) {
    for (const pointer of opened.reverse()) pointer.Release();
    MAPIUninitialize();
    throw error;
  }
}

type Six<T> = [T, T, T, T, T, T];

async function defaultStore(session: IMAPISession): Promise<IMsgStore> {
  using table = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_ENTRYID, PR_DEFAULT_STORE]));
  const row = (await ok(table.QueryRows(1000, 0))).find((one) => one.get(PR_DEFAULT_STORE) === true);
  if (!row) throw new ComError(MAPI_E_NOT_FOUND, 'the profile has no message store; add the service COMAIL to it');
  return await ok(session.OpenMsgStore(0, row.get(PR_ENTRYID) as EntryId, null, MDB_WRITE | MAPI_BEST_ACCESS));
}

async function knownFolders(
  store: IMsgStore,
  keep: (pointer: IMAPIFolder) => IMAPIFolder,
): Promise<readonly { readonly pointer: IMAPIFolder; readonly entryId: EntryId }[]> {
  const row = await ok(store.GetProps(placed, 0));
  const { lppEntryID: inbox } = await ok(store.GetReceiveFolder('IPM.Note', MAPI_UNICODE));
  const made: { pointer: IMAPIFolder; entryId: EntryId }[] = [];
  for (const entryId of [inbox, ...placed.map((tag) => row.get(tag) as EntryId)]) {
    const { lppUnk } = await ok(store.OpenEntry(entryId, IMAPIFolder, MAPI_BEST_ACCESS));
    made.push({ pointer: keep(lppUnk), entryId });
  }
  return made;
}

const placed = [
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_IPM_WASTEBASKET_ENTRYID,
  PR_IPM_DRAFTS_ENTRYID,
  PR_IPM_SUBTREE_ENTRYID,
] as const;
