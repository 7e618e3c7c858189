import { type AnyIid, ComError, type HResult, type IUnknown, ok, type Warning, warn } from '../../../../com/index.js';
import {
  COPY_SUBFOLDERS,
  type EntryId,
  FOLDER_DIALOG,
  FOLDER_GENERIC,
  FOLDER_MOVE,
  FOLDER_SEARCH,
  IMAPIFolder,
  type IMAPIProgress,
  MAPI_DECLINE_OK,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_UNICODE,
  MAPI_W_PARTIAL_COMPLETION,
  PR_COMMENT_W,
  PR_CONTAINER_CONTENTS,
  PR_CONTAINER_HIERARCHY,
  PR_DISPLAY_NAME_W,
  PR_FOLDER_ASSOCIATED_CONTENTS,
} from '../../../../mapi/index.js';
import { requireFlags } from '../../../../subsystem/index.js';
import { folder as folderRow } from '../../sql/index.js';
import { FolderBag } from '../folder-bag.js';
import type { Mailbox } from '../mailbox.js';
import { existingFolder, type FolderOpener } from '../open-entry.js';
import { messagesTo } from './copy-messages.js';
import { type Destination, destinationOf } from './destination.js';
import { childOf, refuseKnown } from './known-folders.js';
import { FolderTree, type TreeFolder } from './tree.js';

/** What CopyFolder was asked for. */
export interface FolderCopyRequest {
  /** The folder. */
  readonly entryId: EntryId;
  /** The interface of the target. */
  readonly iid: AnyIid | null;
  /** The folder that it comes into. */
  readonly target: IUnknown;
  /** Its name there; null for the one that it has. */
  readonly name: string | null;
  /** Hears of progress with `FOLDER_DIALOG`. */
  readonly indicator: IMAPIProgress | null;
  /** The flags of CopyFolder. */
  readonly flags: number;
  /** Makes the object of a folder. */
  readonly open: FolderOpener;
}

/**
 * Copies or moves a folder within another one, perhaps into another store or to another provider.
 *
 * @param folder the folder around it
 * @param request what is asked for
 * @returns `MAPI_W_PARTIAL_COMPLETION` when something stays behind
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`, `MAPI_E_COLLISION`, `MAPI_E_FOLDER_CYCLE`, `MAPI_E_NO_SUPPORT` for a search folder,
 *   `MAPI_E_USER_CANCEL`, what {@link childOf} and {@link destinationOf} throw
 * @spec imapifolder-copyfolder
 */
export async function copyFolder(folder: FolderBag, request: FolderCopyRequest): Promise<void | Warning<void>> {
  const known = FOLDER_MOVE | COPY_SUBFOLDERS | FOLDER_DIALOG | MAPI_UNICODE | MAPI_DECLINE_OK;
  const flags = requireFlags(request.flags, known);
  if (request.name !== null && typeof request.name !== 'string')
    throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpszNewFolderName is no name');
  const { mailbox } = folder;
  const destination = destinationOf(request.iid, request.target);
  using _target = destination.pointer;
  const id = childOf(folder, request.entryId);
  const { type, name: present } = existingFolder(mailbox, id);
  if (type === FOLDER_SEARCH) throw new ComError(MAPI_E_NO_SUPPORT, 'search folders are neither moved nor copied');
  const move = (flags & FOLDER_MOVE) !== 0;
  if (move) refuseKnown(mailbox, id);
  const near = destination.own?.mailbox.shared === mailbox.shared ? destination.own.row.id : null;
  const tree = new FolderTree(mailbox, id, true, move ? near === null : (flags & COPY_SUBFOLDERS) !== 0);
  const progress = tree.progress((flags & FOLDER_DIALOG) !== 0 ? request.indicator : null);
  progress.done(0, 0);
  const name = request.name ?? present;
  if (near !== null && move) {
    await mailbox.write('folder.move', { id, parent: near, name });
    progress.done(Number.POSITIVE_INFINITY, Math.max(tree.folders, 1));
    return;
  }
  const tell = () => progress.done(tree.work, tree.finished);
  const left = await new TreeCopy(mailbox, tree, request.open, move, tell).into(tree.root, destination, name);
  if (left > 0) return warn(MAPI_W_PARTIAL_COMPLETION);
}

/**
 * Copies one folder of several. Search folders, folders that every store has and those that are gone stay behind without
 * stopping the others.
 *
 * @param step copies it
 * @returns whether nothing of it stayed behind
 * @throws {ComError} what the others would meet, too
 */
export async function wholly(step: () => Promise<void | Warning<void>>): Promise<boolean> {
  try {
    return !(await step());
  } catch (error) {
    if (error instanceof ComError && staying.has(error.hr)) return false;
    throw error;
  }
}

const staying: ReadonlySet<HResult> = new Set([MAPI_E_NO_SUPPORT, MAPI_E_NO_ACCESS, MAPI_E_NOT_FOUND]);

/** One copying of a folder with all that is in it. */
class TreeCopy {
  readonly #mailbox: Mailbox;
  readonly #tree: FolderTree;
  readonly #open: FolderOpener;
  readonly #move: boolean;
  readonly #tell: () => void;

  constructor(mailbox: Mailbox, tree: FolderTree, open: FolderOpener, move: boolean, tell: () => void) {
    this.#mailbox = mailbox;
    this.#tree = tree;
    this.#open = open;
    this.#move = move;
    this.#tell = tell;
  }

  /** Copies a folder; answers how much stayed behind. */
  async into(folder: TreeFolder, destination: Destination, name: string): Promise<number> {
    const row = this.#mailbox.read((db) => folderRow(db, folder.id));
    if (!row) throw new ComError(MAPI_E_NOT_FOUND, 'the folder was deleted');
    const source = new FolderBag(this.#mailbox, row);
    const near = destination.own?.mailbox.shared === this.#mailbox.shared ? destination.own.row.id : null;
    using made =
      near === null
        ? await this.#carry(folder.id, destination.pointer, name, source)
        : this.#open(this.#mailbox, await this.#shell(folder.id, near, name), true);
    const copy = destinationOf(null, made);
    using _copy = copy.pointer;
    let left = 0;
    for (const ids of this.#tree.parts(folder)) {
      left += (await messagesTo(source, copy, this.#move)(ids)).length;
      this.#tree.pass(ids.length);
      this.#tell();
    }
    for (const child of folder.children) left += await this.#child(child, copy);
    if (this.#move && left === 0)
      await this.#mailbox.write('folder.delete', { id: folder.id, messages: false, folders: false });
    this.#tree.finish();
    this.#tell();
    return left;
  }

  /** Copies a folder below the top: what is gone meanwhile, and what shows other folders' messages, is passed over. */
  async #child(folder: TreeFolder, destination: Destination): Promise<number> {
    if (!folder.row || folder.row.type === FOLDER_SEARCH) return 1;
    try {
      return await this.into(folder, destination, folder.row.name);
    } catch (error) {
      if (error instanceof ComError && error.hr === MAPI_E_NOT_FOUND) return 1;
      throw error;
    }
  }

  /** Makes the folder in the same store, with its properties. */
  async #shell(id: number, parent: number, name: string): Promise<number> {
    return (await this.#mailbox.write('folder.copy', { id, parent, name, subfolders: false, messages: false })).id;
  }

  /** Makes the folder in another store, with its properties. */
  async #carry(id: number, target: IMAPIFolder, name: string, { row }: FolderBag): Promise<IMAPIFolder> {
    const comment = (row.value(PR_COMMENT_W) as string | null) ?? null;
    const made = await ok(target.CreateFolder(FOLDER_GENERIC, name, comment, IMAPIFolder, MAPI_UNICODE));
    try {
      using source = this.#open(this.#mailbox, id, false);
      await ok(source.CopyTo(null, alone, 0, null, IMAPIFolder, made));
      return made;
    } catch (error) {
      made.Release();
      throw error;
    }
  }
}

/** What is copied by its own means. */
const alone = [
  PR_DISPLAY_NAME_W,
  PR_COMMENT_W,
  PR_CONTAINER_CONTENTS,
  PR_CONTAINER_HIERARCHY,
  PR_FOLDER_ASSOCIATED_CONTENTS,
];
