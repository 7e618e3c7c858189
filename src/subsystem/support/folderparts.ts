import {
  type AnyIid,
  ComError,
  failed,
  type HResult,
  type Iid,
  type IUnknown,
  ok,
  type Warning,
  warn,
} from '../../com/index.js';
import {
  CONVENIENT_DEPTH,
  COPY_SUBFOLDERS,
  type EntryId,
  FOLDER_GENERIC,
  FOLDER_MOVE,
  FOLDER_SEARCH,
  IMAPIContainer,
  IMAPIFolder,
  type IMAPIProgress,
  IMessage,
  MAPI_ASSOCIATED,
  MAPI_E_COMPUTED,
  MAPI_E_FOLDER_CYCLE,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_ENOUGH_DISK,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_NOT_FOUND,
  MAPI_E_USER_CANCEL,
  MAPI_MODIFY,
  MAPI_UNICODE,
  MAPI_W_PARTIAL_COMPLETION,
  MESSAGE_MOVE,
  MSGFLAG_ASSOCIATED,
  PR_COMMENT_W,
  PR_CONTAINER_CONTENTS,
  PR_CONTAINER_HIERARCHY,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_FOLDER_ASSOCIATED_CONTENTS,
  PR_FOLDER_TYPE,
  PR_MESSAGE_FLAGS,
  type PropTag,
} from '../../mapi/index.js';
import { copyTo } from '../props/copy.js';
import { WorkProgress } from '../props/progress.js';
import type { CopyManner, SubObject } from '../props/rules.js';
import { InterfaceSource } from './interfacesource.js';
import { columnOf, copyMessage } from './messageparts.js';

/** The messages and the folders in a folder of whichever provider. */
export function folderParts(folder: IMAPIFolder): readonly SubObject[] {
  const refuse = () => {
    throw new ComError(MAPI_E_NO_ACCESS, 'use EmptyFolder, DeleteMessages or DeleteFolder');
  };
  const contents = (tag: PropTag, flags: number): SubObject => ({
    tag,
    iid: IMAPIContainer,
    copyTo: async (target, { move }) => {
      using to = folderOf(target);
      return partial(await copyMessages(folder, await messagesIn(folder, flags), to, move ? MESSAGE_MOVE : 0, null));
    },
    clear: refuse,
  });
  return [
    contents(PR_CONTAINER_CONTENTS, 0),
    {
      tag: PR_CONTAINER_HIERARCHY,
      iid: IMAPIContainer,
      copyTo: (target, manner) => copyHierarchy(folder, target, manner),
      clear: refuse,
    },
    contents(PR_FOLDER_ASSOCIATED_CONTENTS, MAPI_ASSOCIATED),
  ];
}

/**
 * Copies or moves messages between folders of whichever providers. What one message meets stops the others only where they would
 * meet it, too.
 *
 * @param source the folder that they are in
 * @param list the messages
 * @param target the folder that they come into
 * @param flags `MESSAGE_MOVE`
 * @param indicator hears how far it is
 * @returns how many stay behind
 * @throws {ComError} `MAPI_E_USER_CANCEL` and what a full disk leads to
 * @spec imapisupport-copymessages
 */
export async function copyMessages(
  source: IMAPIFolder,
  list: readonly EntryId[],
  target: IMAPIFolder,
  flags: number,
  indicator: IMAPIProgress | null,
): Promise<number> {
  const progress = new WorkProgress(indicator, list.length);
  let left = 0;
  for (const [index, entryId] of list.entries()) {
    if (!(await carried(() => carryMessage(source, entryId, target, (flags & MESSAGE_MOVE) !== 0)))) left++;
    if (progress.done(index + 1) === MAPI_E_USER_CANCEL)
      throw new ComError(MAPI_E_USER_CANCEL, 'the copying was canceled');
  }
  return left;
}

/**
 * Copies or moves a folder between folders of whichever providers.
 *
 * @param source the folder around it
 * @param entryId the folder
 * @param target the folder that it comes into
 * @param name its name there; null for the one that it has
 * @param flags `FOLDER_MOVE`, `COPY_SUBFOLDERS`
 * @param indicator hears how many of the messages in the folder itself are done
 * @returns how many messages and folders stay behind
 * @throws {ComError} `MAPI_E_COLLISION`, `MAPI_E_FOLDER_CYCLE`, `MAPI_E_NO_SUPPORT` for a search folder, `MAPI_E_USER_CANCEL`
 * @spec imapisupport-copyfolder
 */
export async function copyFolder(
  source: IMAPIFolder,
  entryId: EntryId,
  target: IMAPIFolder,
  name: string | null,
  flags: number,
  indicator: IMAPIProgress | null = null,
): Promise<number> {
  const move = (flags & FOLDER_MOVE) !== 0;
  const deep = move || (flags & COPY_SUBFOLDERS) !== 0;
  let left: number;
  {
    const { lppUnk } = await ok(source.OpenEntry(entryId, IMAPIFolder, move ? MAPI_MODIFY : 0));
    using folder = lppUnk;
    const row = await ok(folder.GetProps([PR_DISPLAY_NAME_W, PR_COMMENT_W, PR_FOLDER_TYPE, PR_ENTRYID], MAPI_UNICODE));
    if (row.get(PR_FOLDER_TYPE) === FOLDER_SEARCH)
      throw new ComError(MAPI_E_NO_SUPPORT, 'search folders are neither moved nor copied');
    if (deep) await refuseCycle(folder, row.get(PR_ENTRYID) ?? entryId, target);
    const shown = name ?? row.get(PR_DISPLAY_NAME_W) ?? '';
    using copy = await ok(target.CreateFolder(FOLDER_GENERIC, shown, row.get(PR_COMMENT_W), IMAPIFolder, MAPI_UNICODE));
    const from = await InterfaceSource.of(folder, []);
    const into = { iid: IMAPIFolder as AnyIid as Iid<IUnknown>, object: copy, progress: null, flags: 0 };
    await copyTo(from, null, [PR_DISPLAY_NAME_W, PR_COMMENT_W], into);
    left = await copyContents(folder, copy, { move, deep, indicator });
  }
  if (move && left === 0) await ok(source.DeleteFolder(entryId, 0, null, 0));
  return left;
}

async function copyContents(
  folder: IMAPIFolder,
  copy: IMAPIFolder,
  {
    move,
    deep,
    indicator,
  }: { readonly move: boolean; readonly deep: boolean; readonly indicator: IMAPIProgress | null },
): Promise<number> {
  let left = 0;
  for (const kind of [0, MAPI_ASSOCIATED])
    left += await copyMessages(
      folder,
      await messagesIn(folder, kind),
      copy,
      move ? MESSAGE_MOVE : 0,
      kind === 0 ? indicator : null,
    );
  if (!deep) return left;
  for (const child of await foldersIn(folder, 0)) {
    const flags = COPY_SUBFOLDERS | (move ? FOLDER_MOVE : 0);
    const done = await carried(async () => {
      left += await copyFolder(folder, child, copy, null, flags);
    });
    if (!done) left++;
  }
  return left;
}

async function carryMessage(source: IMAPIFolder, entryId: EntryId, target: IMAPIFolder, move: boolean): Promise<void> {
  {
    const { lppUnk } = await ok(source.OpenEntry(entryId, IMessage, 0));
    using message = lppUnk;
    const flags = (await ok(message.GetProps([PR_MESSAGE_FLAGS], 0))).get(PR_MESSAGE_FLAGS) ?? 0;
    using copy = await ok(target.CreateMessage(IMessage, (flags & MSGFLAG_ASSOCIATED) !== 0 ? MAPI_ASSOCIATED : 0));
    const problems = await copyMessage(message, copy);
    await ok(copy.SaveChanges(0));
    if (problems.some(({ scode }) => !kept.has(scode)))
      throw new ComError(MAPI_E_NO_SUPPORT, 'the target did not take everything: the message stays');
  }
  if (move) await ok(source.DeleteMessages([entryId], 0, null, 0));
}

async function copyHierarchy(
  folder: IMAPIFolder,
  target: IUnknown,
  { move }: CopyManner,
): Promise<void | Warning<void>> {
  using to = folderOf(target);
  const flags = COPY_SUBFOLDERS | (move ? FOLDER_MOVE : 0);
  let left = 0;
  for (const child of await foldersIn(folder, 0)) {
    try {
      left += await copyFolder(folder, child, to, null, flags);
    } catch (error) {
      if (!(error instanceof ComError) || !staying.has(error.hr)) throw error;
      left++;
    }
  }
  return partial(left);
}

// Search folders, those that may not be taken away, and those that are gone stop no others.
const staying: ReadonlySet<HResult> = new Set([MAPI_E_NO_SUPPORT, MAPI_E_NO_ACCESS, MAPI_E_NOT_FOUND]);

// What stayed behind is a problem of the part that it belongs to.
const partial = (left: number): void | Warning<void> => (left > 0 ? warn(MAPI_W_PARTIAL_COMPLETION) : undefined);

/** @throws {ComError} `MAPI_E_FOLDER_CYCLE` when a folder would come into itself or into one below it */
async function refuseCycle(folder: IMAPIFolder, own: EntryId, target: IMAPIFolder): Promise<void> {
  const into = (await ok(target.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID);
  if (!into) return;
  const within = [own, ...(await foldersIn(folder, CONVENIENT_DEPTH))];
  if (within.some((one) => Buffer.compare(one, into) === 0))
    throw new ComError(MAPI_E_FOLDER_CYCLE, 'the target is the folder itself or lies within it');
}

async function messagesIn(folder: IMAPIFolder, flags: number): Promise<readonly EntryId[]> {
  const [hr, opened] = await folder.GetContentsTable(flags);
  // Many folders of others have no associated contents at all.
  if (hr === MAPI_E_NO_SUPPORT && flags !== 0) return [];
  if (!opened) throw new ComError(hr, 'the folder does not show its contents');
  using table = opened;
  return await columnOf(table, PR_ENTRYID);
}

async function foldersIn(folder: IMAPIFolder, flags: number): Promise<readonly EntryId[]> {
  const [hr, opened] = await folder.GetHierarchyTable(flags);
  if (hr === MAPI_E_NO_SUPPORT) return [];
  if (!opened) throw new ComError(hr, 'the folder does not show its folders');
  using table = opened;
  return await columnOf(table, PR_ENTRYID);
}

// What a target keeps itself is no loss.
const kept: ReadonlySet<HResult> = new Set([MAPI_E_COMPUTED, MAPI_E_NO_ACCESS]);

/** Whether a step succeeded. */
async function carried(step: () => Promise<void>): Promise<boolean> {
  try {
    await step();
    return true;
  } catch (error) {
    if (!(error instanceof ComError) || !failed(error.hr) || general.has(error.hr)) throw error;
    return false;
  }
}

const general: ReadonlySet<HResult> = new Set([MAPI_E_NOT_ENOUGH_DISK, MAPI_E_NOT_ENOUGH_MEMORY, MAPI_E_USER_CANCEL]);

function folderOf(target: IUnknown): IMAPIFolder {
  const [, folder] = target.QueryInterface(IMAPIFolder);
  if (folder) return folder;
  throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'the target is no folder');
}
