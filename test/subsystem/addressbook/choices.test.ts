import { afterEach, describe, expect, test } from 'vitest';
import { check, com, ok } from '../../../src/com/index.js';
import {
  AB_MODIFIABLE,
  AB_RECIPIENTS,
  AB_SUBCONTAINERS,
  AB_UNMODIFIABLE,
  DT_GLOBAL,
  DT_LOCAL,
  type EntryId,
  IABContainer,
  type IAddrBook,
  IMAPITable,
  MAPI_ABCONT,
  MAPI_NO_MAIL,
  MAPI_UNICODE,
  PR_CONTAINER_FLAGS,
  PR_DEPTH,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  prop,
  TBLTYPE_SNAPSHOT,
} from '../../../src/mapi/index.js';
import { MemoryRows, Table } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { PostOffice } from '../spooler/post-office.js';
import { testBook } from './testbook.js';

type Kind = readonly [flags: number, displayType: number];
/** What may stand in a hierarchy: books that can be written, lists of everybody, lists of some, shelves without names. */
const kinds: Readonly<Record<string, Kind>> = {
  pab: [AB_RECIPIENTS | AB_MODIFIABLE, DT_LOCAL],
  gal: [AB_RECIPIENTS | AB_UNMODIFIABLE, DT_GLOBAL],
  club: [AB_RECIPIENTS | AB_UNMODIFIABLE, DT_LOCAL],
  shelf: [AB_SUBCONTAINERS | AB_UNMODIFIABLE, DT_LOCAL],
  open: [AB_RECIPIENTS | AB_MODIFIABLE, DT_GLOBAL],
};
const kindOf = (name: string): Kind => kinds[name.replace(/\d/, '')] as Kind;

describe('which containers IAddrBook chooses, from the hierarchy that there is', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  const hierarchy = (names: readonly string[]) => () => {
    const columns = [PR_ENTRYID, PR_DISPLAY_NAME_W, PR_OBJECT_TYPE, PR_DISPLAY_TYPE, PR_CONTAINER_FLAGS, PR_DEPTH];
    const rows = new MemoryRows({ index: PR_ENTRYID, columns, tableType: TBLTYPE_SNAPSHOT });
    rows.put(
      names.map((name) => [
        prop(PR_ENTRYID, new Uint8Array(Buffer.from(`0000 a container, called ${name}`))),
        prop(PR_DISPLAY_NAME_W, name),
        prop(PR_OBJECT_TYPE, MAPI_ABCONT),
        prop(PR_CONTAINER_FLAGS, kindOf(name)[0]),
        prop(PR_DISPLAY_TYPE, kindOf(name)[1]),
        prop(PR_DEPTH, 0),
      ]),
    );
    return com(new Table(rows), IMAPITable);
  };

  /** What is chosen, by the names of the containers. */
  async function chosen(book: IAddrBook): Promise<readonly [string, string, readonly string[]]> {
    using root = (await ok(book.OpenEntry(null, IABContainer, 0))).lppUnk;
    using table = await ok(root.GetHierarchyTable(MAPI_UNICODE));
    const rows = await ok(table.QueryRows(9, 0));
    const nameOf = (entryId: EntryId | null): string =>
      rows
        .find((row) => Buffer.compare(row.get(PR_ENTRYID) as EntryId, entryId ?? new Uint8Array(0)) === 0)
        ?.get(PR_DISPLAY_NAME_W) ?? '';
    const path = await ok(book.GetSearchPath(MAPI_UNICODE));
    return [
      nameOf(await ok(book.GetPAB())),
      nameOf(await ok(book.GetDefaultDir())),
      path.map((row) => nameOf(row.get(PR_ENTRYID))),
    ];
  }

  async function within(names: readonly string[], step: (book: IAddrBook) => Promise<void>): Promise<void> {
    office = await PostOffice.open(testBook('one', [], { container: { GetHierarchyTable: hierarchy(names) } }));
    await office.session(async (session) => {
      using book = await ok(session.OpenAddressBook(0, null, 0));
      await step(book);
    }, MAPI_NO_MAIL);
  }

  test.each([
    // PAB: the first that can be changed. Default: the first with names that is not the PAB, else the PAB.
    [['pab'], 'pab', 'pab', ['pab']],
    [['club'], '', 'club', ['club']],
    [['shelf'], '', '', []],
    [['shelf', 'pab'], 'pab', 'pab', ['pab']],
    // Path: the first that can be changed, then all of everybody.
    [['pab', 'gal'], 'pab', 'gal', ['pab', 'gal']],
    [['gal1', 'club', 'gal2', 'pab'], 'pab', 'gal1', ['pab', 'gal1', 'gal2']],
    // Without those, the default one.
    [['pab', 'shelf', 'club'], 'pab', 'club', ['pab', 'club']],
    [['pab1', 'pab2', 'club'], 'pab1', 'pab2', ['pab1', 'pab2']],
    // None of them twice.
    [['open', 'pab'], 'open', 'pab', ['open']],
  ] as const)('GetPAB, GetDefaultDir and GetSearchPath of %j', (names, pab, first, path) =>
    within(names, async (book) => {
      expect(await chosen(book)).toEqual([pab, first, path]);
    }),
  );

  test('what was set counts: the PAB for GetDefaultDir, the default container for the path, the path for ever', () =>
    within(['pab1', 'club', 'pab2'], async (book) => {
      const idOf = (name: string): EntryId => new Uint8Array(Buffer.from(`0000 a container, called ${name}`));
      expect(await chosen(book)).toEqual(['pab1', 'club', ['pab1', 'club']]);
      await check(book.SetPAB(idOf('pab2')));
      expect(await chosen(book)).toEqual(['pab2', 'pab1', ['pab1']]);
      await check(book.SetDefaultDir(idOf('club')));
      expect(await chosen(book)).toEqual(['pab2', 'club', ['pab1', 'club']]);
      await check(book.SetSearchPath(0, [[prop(PR_ENTRYID, idOf('pab2'))], [prop(PR_ENTRYID, idOf('gone'))]]));
      expect(await chosen(book)).toEqual(['pab2', 'club', ['pab2']]);
      await check(book.SetSearchPath(0, []));
      expect(await chosen(book)).toEqual(['pab2', 'club', []]);
    }));
});
