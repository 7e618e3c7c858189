import { ComError, com, type Iid, type Impl, type IUnknown, ok, type Warning, warn } from '../../com/index.js';
import {
  AB_NO_DIALOG,
  type AdrList,
  CONVENIENT_DEPTH,
  CREATE_CHECK_DUP_LOOSE,
  CREATE_CHECK_DUP_STRICT,
  CREATE_REPLACE,
  type EntryId,
  type IDistList,
  type IMAPIProgress,
  type IMAPIProp,
  IMAPITable,
  MAPI_CACHE_ONLY,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_UNICODE,
  MAPI_W_PARTIAL_COMPLETION,
  type OpenedEntry,
  PR_CONTAINER_CONTENTS,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  type PropTag,
  type PropValue,
  prop,
  propId,
  type ResolvedNames,
  type SearchCriteria,
  TBLTYPE_DYNAMIC,
} from '../../mapi/index.js';
import { MemoryRows, PropObject, type PropRules, requireFlags } from '../../subsystem/index.js';
import { AnrTable } from './anrtable.js';
import { requireEntries } from './arguments.js';
import type { Member } from './bookfile.js';
import { byName, contentsColumns, inWidth, recipientTags } from './columns.js';
import type { EntryBag } from './entrybag.js';
import { entryIdOf, parseEntryId } from './entryid.js';
import { entryProgress } from './entryprogress.js';
import { readEntry } from './readentry.js';
import { resolveAmong } from './resolveamong.js';

/** A personal list: its members are entries of this book, of others, and recipients in none. @spec idistlistimapicontainer */
export class PersonalList extends PropObject implements Impl<IDistList> {
  readonly #bag: EntryBag;
  readonly #rows = new MemoryRows({ index: PR_INSTANCE_KEY, columns: contentsColumns, tableType: TBLTYPE_DYNAMIC });

  /**
   * @param bag its properties and members
   * @param writable whether it may be changed
   * @param rules what cannot be set
   */
  constructor(bag: EntryBag, writable: boolean, rules: PropRules) {
    super({ bag, transacted: true, writable, rules });
    this.#bag = bag;
  }

  /** See {@link IDistList.GetContentsTable}. @spec imapicontainer-getcontentstable */
  GetContentsTable(ulFlags = 0): IMAPITable {
    const flags = requireFlags(ulFlags, MAPI_UNICODE | MAPI_DEFERRED_ERRORS);
    this.#refresh();
    const columns = inWidth(contentsColumns, (flags & MAPI_UNICODE) !== 0);
    return this.#bag.book.handedOut.keep(com(new AnrTable(this.#rows, { columns, order: byName }), IMAPITable));
  }

  /** Lists hold no containers. See {@link IDistList.GetHierarchyTable}. @spec imapicontainer-gethierarchytable */
  GetHierarchyTable(ulFlags = 0): IMAPITable {
    requireFlags(ulFlags, MAPI_UNICODE | CONVENIENT_DEPTH | MAPI_DEFERRED_ERRORS);
    throw new ComError(MAPI_E_NO_SUPPORT, 'a list holds no containers');
  }

  /** See {@link IMAPIProp.OpenProperty}: the members open as a table. @spec imapiprop-openproperty */
  override async OpenProperty(
    ulPropTag: PropTag,
    lpiid: Iid<IUnknown>,
    ulInterfaceOptions: number,
    ulFlags = 0,
  ): Promise<IUnknown> {
    if (lpiid?.guid === IMAPITable.guid && propId(ulPropTag) === propId(PR_CONTAINER_CONTENTS))
      return this.GetContentsTable(ulInterfaceOptions);
    return await super.OpenProperty(ulPropTag, lpiid, ulInterfaceOptions, ulFlags);
  }

  /** See {@link IDistList.OpenEntry}. @spec imapicontainer-openentry */
  async OpenEntry<I extends IUnknown = IMAPIProp>(
    lpEntryID: EntryId | null,
    lpInterface: Iid<I> | null,
    ulFlags = 0,
  ): Promise<OpenedEntry<I>> {
    return await ok(
      this.#bag.book.support.OpenEntry(lpEntryID ?? this.#bag.book.container, lpInterface as Iid<I>, ulFlags),
    );
  }

  /** See {@link IDistList.SetSearchCriteria}. @spec imapicontainer-setsearchcriteria */
  SetSearchCriteria(): void {
    throw new ComError(MAPI_E_NO_SUPPORT, 'a list is no search');
  }

  /** See {@link IDistList.GetSearchCriteria}. @spec imapicontainer-getsearchcriteria */
  GetSearchCriteria(ulFlags = 0): SearchCriteria {
    requireFlags(ulFlags, MAPI_UNICODE);
    throw new ComError(MAPI_E_NO_SUPPORT, 'a list is no search');
  }

  /** Entries are made in the container, then added. See {@link IDistList.CreateEntry}. @spec iabcontainer-createentry */
  CreateEntry(_lpEntryID: EntryId, ulCreateFlags = 0): IMAPIProp {
    requireFlags(ulCreateFlags, CREATE_CHECK_DUP_LOOSE | CREATE_CHECK_DUP_STRICT | CREATE_REPLACE);
    throw new ComError(MAPI_E_NO_SUPPORT, 'make entries in the container and add them to the list with CopyEntries');
  }

  /** See {@link IDistList.CopyEntries}. @spec iabcontainer-copyentries */
  async CopyEntries(
    lpEntries: readonly EntryId[],
    _ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags = 0,
  ): Promise<void | Warning<void>> {
    requireFlags(ulFlags, AB_NO_DIALOG | CREATE_CHECK_DUP_LOOSE | CREATE_CHECK_DUP_STRICT | CREATE_REPLACE);
    requireEntries(lpEntries);
    this.#requireWritable();
    const { book, id, kind } = this.#bag;
    const own = entryIdOf(book.uid, kind, id);
    const progress = entryProgress(lpProgress, lpEntries.length);
    const added: Member[] = [];
    let lost = false;
    for (const [at, entryId] of lpEntries.entries()) {
      try {
        if (same(entryId, own)) throw new ComError(MAPI_E_NO_ACCESS, 'a list cannot be a member of itself');
        added.push({ entryId, props: await readEntry(book, entryId, recipientTags) });
      } catch (error) {
        if (!(error instanceof ComError)) throw error;
        lost = true;
      }
      progress(at + 1);
    }
    // Who is a member already stays one, once.
    await this.#bag.changeMembers((members) => {
      const fresh = added.filter(
        ({ entryId }, at) =>
          !members.some((member) => same(member.entryId, entryId)) &&
          added.findIndex((other) => same(other.entryId, entryId)) === at,
      );
      return [...members, ...fresh];
    });
    this.#refresh();
    if (lost) return warn(MAPI_W_PARTIAL_COMPLETION);
  }

  /** See {@link IDistList.DeleteEntries}. @spec iabcontainer-deleteentries */
  async DeleteEntries(lpEntries: readonly EntryId[], ulFlags = 0): Promise<void | Warning<void>> {
    requireFlags(ulFlags, 0);
    requireEntries(lpEntries);
    this.#requireWritable();
    const known = lpEntries.filter((entryId) => this.#bag.members.some((member) => same(member.entryId, entryId)));
    await this.#bag.changeMembers((members) =>
      members.filter((member) => !lpEntries.some((entryId) => same(entryId, member.entryId))),
    );
    this.#refresh();
    if (known.length < lpEntries.length) return warn(MAPI_W_PARTIAL_COMPLETION);
  }

  /** See {@link IDistList.ResolveNames}. @spec iabcontainer-resolvenames */
  ResolveNames(
    lpPropTagArray: readonly PropTag[] | null,
    ulFlags: number,
    lpAdrList: AdrList,
    lpFlagList: readonly number[],
  ): ResolvedNames {
    const unicode = (requireFlags(ulFlags, MAPI_UNICODE | MAPI_CACHE_ONLY | 1) & MAPI_UNICODE) !== 0;
    return resolveAmong(this.#members(), lpPropTagArray, unicode, lpAdrList, lpFlagList);
  }

  #requireWritable(): void {
    if (!this.writable) throw new ComError(MAPI_E_NO_ACCESS, 'the list is open to be read only');
  }

  #refresh(): void {
    const rows = this.#members();
    const keys = rows.map((row) => row.get(propId(PR_INSTANCE_KEY))?.[1] as Uint8Array);
    const gone = [...this.#rows].filter(
      (row) => !keys.some((key) => same(key, row.get(PR_INSTANCE_KEY) as Uint8Array)),
    );
    this.#rows.remove(gone.map((row) => [prop(PR_INSTANCE_KEY, row.get(PR_INSTANCE_KEY) as Uint8Array)]));
    this.#rows.put(rows.map((row) => [...row.values()]));
  }

  /** Entries of this book as they are now; of others, as they were when they were added. */
  #members(): readonly ReadonlyMap<number, PropValue>[] {
    const { book } = this.#bag;
    return this.#bag.members.map(({ entryId, props }) => {
      const own = parseEntryId(book.uid, entryId);
      const all = own && book.entries.has(own.id) ? [...book.shown(own.id).values()] : props;
      const fixed = [prop(PR_ENTRYID, entryId), prop(PR_INSTANCE_KEY, entryId)];
      return new Map([...all, ...fixed].map((one) => [propId(one[0]), one]));
    });
  }
}

const same = (one: EntryId, other: EntryId): boolean => Buffer.compare(one, other) === 0;
