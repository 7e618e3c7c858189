import { com, type FinalRelease, type HResult, type Impl, ok, S_OK } from '../../../../src/com/index.js';
import {
  FOLDER_GENERIC,
  FOLDER_SEARCH,
  type IMAPIFolder as Folder,
  IMAPIFolder,
  IMAPIProgress,
  IMessage,
  type IMAPIProgress as Indicator,
  MAPI_ASSOCIATED,
  MAPI_TOP_LEVEL,
  PR_ENTRYID,
  PR_FINDER_ENTRYID,
  PR_SUBJECT_W,
  type PropTag,
  prop,
  type Restriction,
  type IMsgStore as Store,
} from '../../../../src/mapi/index.js';
import { folderOf, propOf, recipient, rowsOf } from '../mailbox/stores.js';

/** The entry identifier of a folder. */
export const idOf = async (folder: Folder): Promise<Uint8Array> => (await propOf(folder, PR_ENTRYID)) as Uint8Array;

/** A new folder within another. */
export const made = (parent: Folder, name: string): Promise<Folder> =>
  ok(parent.CreateFolder(FOLDER_GENERIC, name, null, null));

/** The same folder, opened for reading alone. */
export async function readOnly(store: Store, folder: Folder): Promise<Folder> {
  return (await ok(store.OpenEntry(await idOf(folder), IMAPIFolder))).lppUnk;
}

/** Saves a hidden message and answers its entry identifier. */
export async function hide(folder: Folder, subject: string): Promise<Uint8Array> {
  using message = await ok(folder.CreateMessage(IMessage, MAPI_ASSOCIATED));
  await ok(message.SetProps([prop(PR_SUBJECT_W, subject)]));
  await ok(message.SaveChanges(2));
  return (await propOf(message, PR_ENTRYID)) as Uint8Array;
}

/** Submits a message of a folder and answers its entry identifier. */
export async function submitted(outbox: Folder): Promise<Uint8Array> {
  using message = await ok(outbox.CreateMessage(IMessage));
  await ok(message.ModifyRecipients(0, [recipient('Ann')]));
  await ok(message.SaveChanges(2));
  const id = (await propOf(message, PR_ENTRYID)) as Uint8Array;
  await ok(message.SubmitMessage());
  return id;
}

/** The subjects in a folder's contents table. */
export const subjectsOf = async (folder: Folder, flags = 0): Promise<readonly unknown[]> =>
  (await contentsOf(folder, [PR_SUBJECT_W], flags)).map(([subject]) => subject);

/** The rows of a folder's contents table. */
export async function contentsOf(
  folder: Folder,
  columns: readonly PropTag[],
  flags = 0,
): Promise<readonly (readonly unknown[])[]> {
  using table = await ok(folder.GetContentsTable(flags));
  return await rowsOf(table, columns);
}

/** A search folder below the finder, as yet without criteria. */
export async function finding(store: Store, name = 'found'): Promise<Folder> {
  using finder = await folderOf(store, await propOf(store, PR_FINDER_ENTRYID));
  return await ok(finder.CreateFolder(FOLDER_SEARCH, name, null, null));
}

/** A search folder that runs. */
export async function found(store: Store, folder: Folder, restriction: Restriction, flags = 0): Promise<Folder> {
  const search = await finding(store);
  await ok(search.SetSearchCriteria(restriction, [await idOf(folder)], flags));
  return search;
}

/** An indicator that writes down what it is told, and may end an operation. */
export class Recorder implements Impl<Indicator> {
  /** Each call of Progress. */
  readonly told: (readonly [value: number, count: number, total: number])[] = [];
  readonly #flags: number;
  readonly #answer: (calls: number) => HResult;

  constructor(answer: (calls: number) => HResult = () => S_OK, flags: number = MAPI_TOP_LEVEL) {
    this.#answer = answer;
    this.#flags = flags;
  }

  Progress(value: number, count: number, total: number): HResult {
    this.told.push([value, count, total]);
    return this.#answer(this.told.length);
  }

  GetFlags(): number {
    return this.#flags;
  }

  GetMin(): number {
    return 1;
  }

  GetMax(): number {
    return 1000;
  }

  SetLimits(): void {}
}

/** The pointer of an indicator. */
export const shown = (recorder: Recorder): Indicator => com(recorder as Impl<Indicator>, IMAPIProgress);

/**
 * A folder of another provider: nobody can see that a folder of a comail store stands behind it. It has what copying into it
 * needs.
 */
export function foreign(folder: Folder): Folder {
  folder.AddRef();
  const implementation: Partial<Impl<Folder>> & FinalRelease = {
    CreateMessage: (iid, flags) => ok(folder.CreateMessage(iid, flags)),
    CreateFolder: async (type, name, comment, iid, flags) => {
      using inner = (await ok(folder.CreateFolder(type, name, comment, iid, flags))) as Folder;
      return foreign(inner) as never;
    },
    SetProps: (props) => ok(folder.SetProps(props)),
    GetProps: (tags, flags) => ok(folder.GetProps(tags, flags)),
    GetPropList: (flags) => ok(folder.GetPropList(flags)),
    GetIDsFromNames: (names, flags) => ok(folder.GetIDsFromNames(names, flags)),
    finalRelease: () => void folder.Release(),
  };
  return com(implementation as Impl<Folder>, IMAPIFolder);
}
