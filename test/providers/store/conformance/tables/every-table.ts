import { com, ok } from '../../../../../src/com/index.js';
import {
  eq,
  FOLDER_GENERIC,
  FOLDER_SEARCH,
  type IMAPIFolder as Folder,
  IMAPITable,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_ASSOCIATED,
  type IMessage as Message,
  MODRECIP_ADD,
  MODRECIP_REMOVE,
  PR_ATTACH_NUM,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_FINDER_ENTRYID,
  PR_IMPORTANCE,
  PR_INSTANCE_KEY,
  PR_IPM_OUTBOX_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_ROWID,
  PR_SUBJECT_W,
  type PropTag,
  prop,
  RECURSIVE_SEARCH,
  type Restriction,
  type IMsgStore as Store,
  type IMAPITable as Table,
  TBLTYPE_DYNAMIC,
} from '../../../../../src/mapi/index.js';
import { MemoryRows, Table as TableObject } from '../../../../../src/subsystem/index.js';
import { folderOf, inboxOf, newStore, post, propOf, recipient } from '../../mailbox/stores.js';

/** A table with the rows a, b, c, d, e, and the way to change what it shows. */
export interface Shown {
  readonly table: Table;
  /** What keeps other rows out of the table; null where there are none. */
  readonly base: Restriction | null;
  /** Adds a row with this name. */
  add(name: string): Promise<void>;
  /** Takes a row out. */
  remove(name: string): Promise<void>;
  [Symbol.dispose](): void;
}

/** A kind of table. */
export interface Kind {
  readonly kind: string;
  /** The column that has the name. */
  readonly name: PropTag<string>;
  /** Attachment tables have no bookmarks. */
  readonly bookmarks: boolean;
  open(): Promise<Shown>;
}

export const rowNames: readonly string[] = ['a', 'b', 'c', 'd', 'e'];

async function withStore(
  make: (store: Store, inbox: Folder) => Promise<Omit<Shown, typeof Symbol.dispose>>,
): Promise<Shown> {
  const store = await newStore();
  const inbox = await inboxOf(store);
  const shown = await make(store, inbox);
  for (const name of rowNames) await shown.add(name);
  return {
    ...shown,
    [Symbol.dispose]() {
      shown.table.Release();
      inbox.Release();
      store.Release();
    },
  };
}

/** Messages of a folder by their subjects. */
function messages(folder: Folder, table: Table, flags = 0): Omit<Shown, typeof Symbol.dispose> {
  const ids = new Map<string, Uint8Array>();
  return {
    table,
    base: null,
    async add(name) {
      using message = await ok(folder.CreateMessage(IMessage, flags));
      await ok(message.SetProps([prop(PR_SUBJECT_W, name), prop(PR_IMPORTANCE, 2)]));
      await ok(message.SaveChanges());
      ids.set(name, (await propOf(message, PR_ENTRYID)) as Uint8Array);
    },
    async remove(name) {
      await ok(folder.DeleteMessages([ids.get(name) as Uint8Array], 0, null, 0));
    },
  };
}

const contents = (flags: number) => () =>
  withStore(async (_, inbox) => messages(inbox, await ok(inbox.GetContentsTable(flags)), flags));

const searched = () =>
  withStore(async (store, inbox) => {
    using finder = await folderOf(store, await propOf(store, PR_FINDER_ENTRYID));
    using folder = await ok(finder.CreateFolder(FOLDER_SEARCH, 'Found', null, null));
    const scope = [(await propOf(inbox, PR_ENTRYID)) as Uint8Array];
    await ok(folder.SetSearchCriteria(eq(PR_IMPORTANCE, 2), scope, RECURSIVE_SEARCH));
    return messages(inbox, await ok(folder.GetContentsTable()));
  });

const hierarchy = () =>
  withStore(async (_, inbox) => ({
    table: await ok(inbox.GetHierarchyTable()),
    base: null,
    async add(name) {
      (await ok(inbox.CreateFolder(FOLDER_GENERIC, name, null, null))).Release();
    },
    async remove(name) {
      using table = await ok(inbox.GetHierarchyTable());
      await ok(table.SetColumns([PR_ENTRYID, PR_DISPLAY_NAME_W]));
      const row = (await ok(table.QueryRows(100))).find((each) => each.get(PR_DISPLAY_NAME_W) === name);
      await ok(inbox.DeleteFolder(row?.get(PR_ENTRYID) as Uint8Array, 0, null, 0));
    },
  }));

/** A table of a message that nobody has saved yet. */
async function ofMessage(make: (message: Message) => Promise<Omit<Shown, typeof Symbol.dispose>>): Promise<Shown> {
  let opened: Message | null = null;
  const shown = await withStore(async (_, inbox) => {
    opened = await ok(inbox.CreateMessage(IMessage));
    return make(opened);
  });
  return {
    ...shown,
    [Symbol.dispose]() {
      opened?.Release();
      shown[Symbol.dispose]();
    },
  };
}

async function numberOf(table: Table, column: PropTag<number>, name: string): Promise<number> {
  await ok(table.SetColumns([column, PR_DISPLAY_NAME_W]));
  const row = (await ok(table.QueryRows(100))).find((each) => each.get(PR_DISPLAY_NAME_W) === name);
  return row?.get(column) as number;
}

const recipients = () =>
  ofMessage(async (message) => ({
    table: await ok(message.GetRecipientTable()),
    base: null,
    async add(name) {
      await ok(message.ModifyRecipients(MODRECIP_ADD, [recipient(name)]));
    },
    async remove(name) {
      using table = await ok(message.GetRecipientTable());
      await ok(message.ModifyRecipients(MODRECIP_REMOVE, [[prop(PR_ROWID, await numberOf(table, PR_ROWID, name))]]));
    },
  }));

const attachments = () =>
  ofMessage(async (message) => ({
    table: await ok(message.GetAttachmentTable()),
    base: null,
    async add(name) {
      using attach = (await ok(message.CreateAttach(null))).lppAttach;
      await ok(attach.SetProps([prop(PR_DISPLAY_NAME_W, name)]));
      await ok(attach.SaveChanges());
      await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    },
    async remove(name) {
      using table = await ok(message.GetAttachmentTable());
      await ok(message.DeleteAttach(await numberOf(table, PR_ATTACH_NUM, name), 0, null, 0));
      await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    },
  }));

const queue = () =>
  withStore(async (store) => {
    const ids = new Map<string, Uint8Array>();
    return {
      table: await ok(store.GetOutgoingQueue()),
      base: null,
      async add(name) {
        using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
        const id = await post(outbox, name);
        using message = (await ok(store.OpenEntry(id, IMessage, 1))).lppUnk;
        await ok(message.ModifyRecipients(MODRECIP_ADD, [recipient('Ann')]));
        await ok(message.SubmitMessage());
        ids.set(name, id);
      },
      async remove(name) {
        await ok(store.AbortSubmit(ids.get(name) as Uint8Array));
      },
    };
  });

const receiving = () =>
  withStore(async (store, inbox) => {
    const id = (await propOf(inbox, PR_ENTRYID)) as Uint8Array;
    const table = await ok(store.GetReceiveFolderTable());
    const shown = (await ok(table.QueryRows(100))).map((row) => row.get(PR_MESSAGE_CLASS_W) as string);
    // The classes that every store begins with would be in the way.
    const base: Restriction = {
      rt: 'not',
      lpRes: { rt: 'or', lpRes: shown.map((name) => eq(PR_MESSAGE_CLASS_W, name)) },
    };
    await ok(table.Restrict(base));
    return {
      table,
      base,
      async add(name) {
        await ok(store.SetReceiveFolder(name, 0, id));
      },
      async remove(name) {
        await ok(store.SetReceiveFolder(name, 0, null));
      },
    };
  });

async function memory(): Promise<Shown> {
  const columns = [PR_INSTANCE_KEY, PR_DISPLAY_NAME_W];
  const rows = new MemoryRows({ index: PR_DISPLAY_NAME_W, columns, tableType: TBLTYPE_DYNAMIC });
  rows.put(rowNames.map((name) => [prop(PR_DISPLAY_NAME_W, name)]));
  const table = com(new TableObject(rows), IMAPITable);
  return {
    table,
    base: null,
    async add(name) {
      rows.put([[prop(PR_DISPLAY_NAME_W, name)]]);
    },
    async remove(name) {
      rows.remove([[prop(PR_DISPLAY_NAME_W, name)]]);
    },
    [Symbol.dispose]: () => void table.Release(),
  };
}

/** Every kind of table that a store or the memory has. */
export const everyKind: readonly Kind[] = [
  { kind: 'contents', name: PR_SUBJECT_W, bookmarks: true, open: contents(0) },
  { kind: 'associated contents', name: PR_SUBJECT_W, bookmarks: true, open: contents(MAPI_ASSOCIATED) },
  { kind: 'contents of a search', name: PR_SUBJECT_W, bookmarks: true, open: searched },
  { kind: 'hierarchy', name: PR_DISPLAY_NAME_W, bookmarks: true, open: hierarchy },
  { kind: 'recipients', name: PR_DISPLAY_NAME_W, bookmarks: true, open: recipients },
  { kind: 'attachments', name: PR_DISPLAY_NAME_W, bookmarks: false, open: attachments },
  { kind: 'outgoing queue', name: PR_SUBJECT_W, bookmarks: true, open: queue },
  { kind: 'receive folders', name: PR_MESSAGE_CLASS_W, bookmarks: true, open: receiving },
  { kind: 'memory', name: PR_DISPLAY_NAME_W, bookmarks: true, open: memory },
];
