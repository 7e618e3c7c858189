import {
  ComError,
  com,
  guidToBytes,
  type Iid,
  type Impl,
  type IUnknown,
  ok,
  type Warning,
  warn,
} from '../../com/index.js';
import {
  AB_MODIFIABLE,
  AB_NO_DIALOG,
  AB_RECIPIENTS,
  type AdrList,
  CONVENIENT_DEPTH,
  CREATE_CHECK_DUP_LOOSE,
  CREATE_CHECK_DUP_STRICT,
  CREATE_REPLACE,
  DT_MODIFIABLE,
  type EntryId,
  fnevObjectDeleted,
  IABContainer,
  type IMAPIProgress,
  type IMAPIProp,
  IMAPITable,
  MAPI_ABCONT,
  MAPI_CACHE_ONLY,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_COLLISION,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_NO_SUPPORT,
  MAPI_MAILUSER,
  MAPI_UNICODE,
  MAPI_W_PARTIAL_COMPLETION,
  type OpenedEntry,
  PR_AB_PROVIDER_ID,
  PR_CONTAINER_CONTENTS,
  PR_CONTAINER_FLAGS,
  PR_CREATE_TEMPLATES,
  PR_DEF_CREATE_DL,
  PR_DEF_CREATE_MAILUSER,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  PR_RECORD_KEY,
  type PropTag,
  type PropValue,
  prop,
  propId,
  type ResolvedNames,
} from '../../mapi/index.js';
import { ContainerObject, type ContainerTable, isGenericTemplate, requireFlags } from '../../subsystem/index.js';
import { requireEntries } from './arguments.js';
import type { Book } from './book.js';
import { publishEntry } from './entries.js';
import { EntryBag } from './entrybag.js';
import { entryIdOf, parseEntryId } from './entryid.js';
import { entryProgress } from './entryprogress.js';
import { openIn } from './openentry.js';
import { readEntry } from './readentry.js';
import { resolveAmong } from './resolveamong.js';
import { computedTags } from './shown.js';
import { templates } from './templates.js';

/** Opens the container of all users and lists of a book. */
export const openContainer = (book: Book): IABContainer => com(new Container(book), IABContainer);

/** The properties of a book's container. */
export const containerProps = (book: Book): readonly PropValue[] => [
  prop(PR_ENTRYID, book.container),
  prop(PR_RECORD_KEY, book.container),
  prop(PR_OBJECT_TYPE, MAPI_ABCONT),
  prop(PR_DISPLAY_TYPE, DT_MODIFIABLE),
  prop(PR_DISPLAY_NAME_W, book.name),
  prop(PR_CONTAINER_FLAGS, AB_RECIPIENTS | AB_MODIFIABLE),
  prop(PR_AB_PROVIDER_ID, guidToBytes(book.uid)),
  prop(PR_DEF_CREATE_MAILUSER, entryIdOf(book.uid, 'user-template')),
  prop(PR_DEF_CREATE_DL, entryIdOf(book.uid, 'list-template')),
];

const createFlags = CREATE_CHECK_DUP_LOOSE | CREATE_CHECK_DUP_STRICT | CREATE_REPLACE;

/** The users and lists of a book. @spec iabcontainerimapicontainer */
class Container extends ContainerObject implements Impl<IABContainer> {
  protected readonly book: Book;
  protected readonly tables: readonly ContainerTable[] = [PR_CONTAINER_CONTENTS];

  constructor(book: Book) {
    super(containerProps(book), true);
    this.book = book;
  }

  /** See {@link IMAPIProp.OpenProperty}: templates open as a table, too. @spec imapiprop-openproperty */
  override async OpenProperty(
    ulPropTag: PropTag,
    lpiid: Iid<IUnknown>,
    ulInterfaceOptions: number,
    ulFlags = 0,
  ): Promise<IUnknown> {
    if (lpiid?.guid === IMAPITable.guid && propId(ulPropTag) === propId(PR_CREATE_TEMPLATES)) {
      const unicode = requireFlags(ulInterfaceOptions, MAPI_UNICODE | MAPI_DEFERRED_ERRORS) & MAPI_UNICODE;
      return this.book.handedOut.keep(templates(this.book.uid, unicode !== 0));
    }
    return await super.OpenProperty(ulPropTag, lpiid, ulInterfaceOptions, ulFlags);
  }

  /** See {@link IMAPIContainer.OpenEntry}. @spec imapicontainer-openentry */
  OpenEntry<I extends IUnknown = IMAPIProp>(
    lpEntryID: EntryId | null,
    lpInterface: Iid<I> | null,
    ulFlags = 0,
  ): Promise<OpenedEntry<I>> {
    return openIn(this.book, lpEntryID, lpInterface, ulFlags);
  }

  /** See {@link IABContainer.GetContentsTable}. @spec imapicontainer-getcontentstable */
  override GetContentsTable(ulFlags = 0): IMAPITable {
    const flags = requireFlags(ulFlags, MAPI_UNICODE | MAPI_DEFERRED_ERRORS);
    return this.book.contents((flags & MAPI_UNICODE) !== 0);
  }

  /** It holds no containers. See {@link IABContainer.GetHierarchyTable}. @spec imapicontainer-gethierarchytable */
  override GetHierarchyTable(ulFlags = 0): IMAPITable {
    requireFlags(ulFlags, MAPI_UNICODE | CONVENIENT_DEPTH | MAPI_DEFERRED_ERRORS);
    throw new ComError(MAPI_E_NO_SUPPORT, 'the container holds no containers');
  }

  /** See {@link IABContainer.CreateEntry}. @spec iabcontainer-createentry */
  CreateEntry(lpEntryID: EntryId, ulCreateFlags = 0): IMAPIProp {
    const flags = requireFlags(ulCreateFlags, createFlags);
    // MAPI's own makes a user, too, whose address type is left open.
    const template = isGenericTemplate(lpEntryID) ? 'user-template' : parseEntryId(this.book.uid, lpEntryID)?.kind;
    if (template !== 'user-template' && template !== 'list-template')
      throw new ComError(
        MAPI_E_INVALID_ENTRYID,
        'lpEntryID is none of the templates of PR_CREATE_TEMPLATES, nor that of MAPI',
      );
    const bag = EntryBag.create(this.book, template === 'user-template' ? 'user' : 'list', flags);
    return publishEntry(bag, true);
  }

  /** See {@link IABContainer.CopyEntries}. @spec iabcontainer-copyentries */
  async CopyEntries(
    lpEntries: readonly EntryId[],
    _ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags = 0,
  ): Promise<void | Warning<void>> {
    const flags = requireFlags(ulFlags, AB_NO_DIALOG | createFlags);
    requireEntries(lpEntries);
    const progress = entryProgress(lpProgress, lpEntries.length);
    let lost = false;
    for (const [at, entryId] of lpEntries.entries()) {
      try {
        await this.#copy(entryId, flags & createFlags);
      } catch (error) {
        if (!(error instanceof ComError)) throw error;
        // A duplicate that is left out is what the caller asked for.
        if (error.hr !== MAPI_E_COLLISION) lost = true;
      }
      progress(at + 1);
    }
    if (lost) return warn(MAPI_W_PARTIAL_COMPLETION);
  }

  /** Deleted entries are no members of the book's lists any more. See {@link IABContainer.DeleteEntries}. @spec iabcontainer-deleteentries */
  async DeleteEntries(lpEntries: readonly EntryId[], ulFlags = 0): Promise<void | Warning<void>> {
    requireFlags(ulFlags, 0);
    requireEntries(lpEntries);
    const { book } = this;
    const ids = lpEntries.map((entryId) => parseEntryId(book.uid, entryId)?.id ?? '');
    const gone = [...new Set(ids)].filter((id) => book.entries.has(id));
    await book.change(
      ({ entries }) => {
        for (const id of gone) entries.delete(id);
        for (const [id, entry] of entries) {
          const members = entry.members.filter(
            ({ entryId }) => !gone.includes(parseEntryId(book.uid, entryId)?.id ?? ''),
          );
          if (members.length < entry.members.length) entries.set(id, { ...entry, members });
        }
      },
      gone.map((id) => [fnevObjectDeleted, id] as const),
    );
    if (gone.length < new Set(ids).size || ids.includes('')) return warn(MAPI_W_PARTIAL_COMPLETION);
  }

  /** See {@link IABContainer.ResolveNames}. @spec iabcontainer-resolvenames */
  ResolveNames(
    lpPropTagArray: readonly PropTag[] | null,
    ulFlags: number,
    lpAdrList: AdrList,
    lpFlagList: readonly number[],
  ): ResolvedNames {
    const unicode = (requireFlags(ulFlags, MAPI_UNICODE | MAPI_CACHE_ONLY | addressLookup) & MAPI_UNICODE) !== 0;
    const all = [...this.book.entries.keys()].map((id) => this.book.shown(id));
    return resolveAmong(all, lpPropTagArray, unicode, lpAdrList, lpFlagList);
  }

  async #copy(entryId: EntryId, flags: number): Promise<void> {
    const { book } = this;
    const props = await readEntry(book, entryId, null);
    const type = props.find(([tag]) => tag === PR_OBJECT_TYPE)?.[1];
    const own = parseEntryId(book.uid, entryId);
    const isList = own?.kind === 'list';
    if (!isList && type !== MAPI_MAILUSER)
      throw new ComError(MAPI_E_NO_SUPPORT, 'only users and lists of this address book can be copied into it');
    const bag = EntryBag.create(book, isList ? 'list' : 'user', flags);
    if (isList && own) await bag.changeMembers(() => book.entry(own.id).members);
    using copy = publishEntry(bag, true);
    const computed = computedTags.map(propId);
    await ok(copy.SetProps(props.filter(([tag]) => !computed.includes(propId(tag)))));
    await ok(copy.SaveChanges(0));
  }
}

/** EMS_AB_ADDRESS_LOOKUP: addresses are looked up anyway. */
const addressLookup = 1;
