import { log } from '../../base/index.js';
import {
  type AnyIid,
  borrow,
  ComError,
  type FinalRelease,
  type Guid,
  type HResult,
  type Iid,
  type Impl,
  IUnknown,
  implementationOf,
  type Warning,
} from '../../com/index.js';
import {
  FORCE_SAVE,
  type IMAPIProgress,
  type IMAPIProp,
  KEEP_OPEN_READONLY,
  KEEP_OPEN_READWRITE,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_NO_ACCESS,
  MAPI_UNICODE,
  type MAPIERROR,
  type MAPINAMEID,
  NON_EMS_XP_SAVE,
  type PropNames,
  type PropRow,
  type PropTag,
  type PropValue,
  PT_OBJECT,
  PT_UNSPECIFIED,
  propId,
  propType,
  SPAMFILTER_ONSAVE,
  type SPropProblem,
} from '../../mapi/index.js';
import { requireFlags, requireTags } from './arguments.js';
import { type Awaitable, andThen } from './awaitable.js';
import type { PropBag } from './bag.js';
import { type CopySource, copyProps, copyTo } from './copy.js';
import { lastErrorAnswer } from './lasterror.js';
import type { NameMap } from './namemap.js';
import { idsFromNames, namesFromIds } from './names.js';
import { type OpenRequest, openRequest, openStream } from './openproperty.js';
import { Pending } from './pending.js';
import type { BytesHost } from './propbytes.js';
import { PropReader } from './propreader.js';
import type { StreamOwner } from './propstream.js';
import type { Derive, PropRules, PropView, SubObject } from './rules.js';
import { ignored, kept, problemOf, requireProps } from './setting.js';
import { Turns } from './turns.js';

/** Opens a property through another interface than `IStream`; null when it does not have the interface. */
export type PropertyOpener = (request: OpenRequest) => Awaitable<IUnknown | null>;

/** How a property object behaves. */
export interface PropObjectOptions {
  /** Where its properties are kept. */
  readonly bag: PropBag;
  /** Whether changes wait for SaveChanges (messages, attachments, address book entries) or are permanent at once. */
  readonly transacted: boolean;
  /** Whether it may be changed at all. */
  readonly writable: boolean;
  /** The names of its properties from 0x8000 on; null or absent without such. */
  readonly names?: NameMap | null;
  /** What it knows of single properties. */
  readonly rules?: PropRules;
  /** What follows from changes when they are saved. */
  readonly derive?: Derive;
  /** The code page of its 8-bit text: a number, or worked out from its properties; Western European without it. */
  readonly codePage?: number | ((view: PropView) => number);
  /** What it contains besides values. */
  readonly subObjects?: readonly SubObject[];
  /** Opens properties through other interfaces than `IStream`. */
  readonly open?: PropertyOpener;
}

/**
 * The whole of `IMAPIProp` over a {@link PropBag}: to be extended by messages, folders, stores, address book entries and
 * profile sections. Calls on one object run one after the other.
 *
 * Decisions where the pages leave room: failed properties keep their identifier with PT_ERROR. A value of another type than
 * asked for is `MAPI_E_NOT_FOUND`. Deleting what is not there is no problem. After SaveChanges with no flags or with
 * `KEEP_OPEN_READONLY` a transacted object is read-only, and so FORCE_SAVE is refused. Among all properties PT_OBJECT has the
 * value 0. Text of 8 bits is kept as Unicode; what a code page lacks reads as
 * question marks in the 8-bit form and is whole in the other.
 * @spec imapipropiunknown
 */
export class PropObject implements Impl<IMAPIProp>, FinalRelease, StreamOwner, BytesHost, CopySource {
  /** Its calls and those of its streams run one after the other. */
  readonly turns: Turns = new Turns();
  /** How it behaves. */
  protected readonly options: PropObjectOptions;
  /** The transaction buffer. */
  readonly pending: Pending;
  readonly #reader: PropReader;
  #writable: boolean;

  /**
   * Makes an object; publish it with `com(object, IMAPIProp)`.
   *
   * @param options how it behaves
   */
  constructor(options: PropObjectOptions) {
    this.options = options;
    this.#writable = options.writable;
    this.pending = new Pending(options.bag);
    this.#reader = new PropReader(this.pending, options);
  }

  /** Where its properties are kept. */
  get bag(): PropBag {
    return this.options.bag;
  }

  /** Whether it may be changed now. */
  get writable(): boolean {
    return this.#writable;
  }

  /** Its properties as rules see them. */
  get view(): PropView {
    return this.#reader.view();
  }

  /** The code page of its 8-bit text. */
  codePage(): number {
    return this.#reader.codePage();
  }

  /** Objects that end to be writable while they are open say so here. */
  checkWriting(): void {
    // Most can be written as long as they are open.
  }

  /** A pointer that keeps it alive; null while it is not published. */
  hold(): IUnknown | null {
    try {
      const pointer = borrow(this as unknown as Impl<IUnknown>, IUnknown);
      pointer.AddRef();
      return pointer;
    } catch {
      return null;
    }
  }

  /** Its names. */
  get names(): NameMap | null {
    return this.options.names ?? null;
  }

  /** What it contains besides values. */
  get subObjects(): readonly SubObject[] {
    return this.options.subObjects ?? [];
  }

  /** Its stored properties that copies take along. */
  copied(): Awaitable<readonly PropTag[]> {
    return this.#fresh(() => this.#reader.copied());
  }

  /** Whether a pointer leads to this object, or to the same one opened once more. */
  isSelf(pointer: IUnknown): boolean {
    const other = implementationOf(pointer);
    return (
      other === this || (other instanceof PropObject && this.bag.key !== undefined && other.bag.key === this.bag.key)
    );
  }

  /** See {@link IMAPIProp.GetLastError}. @spec imapiprop-getlasterror */
  GetLastError(hResult: HResult, ulFlags = 0): MAPIERROR {
    return lastErrorAnswer(this, hResult, ulFlags, this.codePage());
  }

  /** See {@link IMAPIProp.SaveChanges}. @spec imapiprop-savechanges */
  SaveChanges(ulFlags = 0): Awaitable<void> {
    const flags = requireFlags(ulFlags, saveFlags);
    if (!this.options.transacted) return;
    const keepWriting = (flags & KEEP_OPEN_READWRITE) !== 0;
    const force = (flags & FORCE_SAVE) !== 0;
    return this.turns.run(() => {
      if (!this.#writable) {
        if (keepWriting || force) throw readOnly();
        return;
      }
      return this.#commit(force).then(() => {
        this.#writable = keepWriting;
      });
    });
  }

  /** See {@link IMAPIProp.GetProps}. @spec imapiprop-getprops */
  GetProps(lpPropTagArray: readonly PropTag[] | null, ulFlags = 0): Awaitable<PropRow | Warning<PropRow>> {
    const unicode = requireFlags(ulFlags, MAPI_UNICODE) !== 0;
    if (lpPropTagArray !== null) requireTags(lpPropTagArray, 'lpPropTagArray');
    // Subobjects are looked for only where a tag could mean one.
    const objects = (): readonly PropTag[] =>
      lpPropTagArray === null || lpPropTagArray.some(mayBeObject) ? this.subObjects.map(({ tag }) => tag) : [];
    return this.#fresh(() => this.#reader.row(lpPropTagArray ?? this.#listed(unicode), unicode, objects()));
  }

  /** See {@link IMAPIProp.GetPropList}. @spec imapiprop-getproplist */
  GetPropList(ulFlags = 0): Awaitable<readonly PropTag[]> {
    const unicode = requireFlags(ulFlags, MAPI_UNICODE) !== 0;
    return this.#fresh(() => Object.freeze(this.#listed(unicode)));
  }

  /** See {@link IMAPIProp.OpenProperty}. @spec imapiprop-openproperty */
  async OpenProperty(
    ulPropTag: PropTag,
    lpiid: Iid<IUnknown>,
    ulInterfaceOptions: number,
    ulFlags = 0,
  ): Promise<IUnknown> {
    const request = openRequest(ulPropTag, lpiid, ulInterfaceOptions, ulFlags, this.#writable);
    const opened = await this.options.open?.(request);
    if (opened) return opened;
    const hasObject = this.#subObject(ulPropTag) !== undefined || this.pending.get(propId(ulPropTag)) !== null;
    return await this.#fresh(() => openStream(request, this, this.#reader, hasObject));
  }

  /** See {@link IMAPIProp.SetProps}. @spec imapiprop-setprops */
  SetProps(lpPropArray: readonly PropValue[]): Awaitable<readonly SPropProblem[]> {
    requireProps(lpPropArray);
    return this.#changing(() => {
      const problems: SPropProblem[] = [];
      for (let ulIndex = 0; ulIndex < lpPropArray.length; ulIndex++) {
        const entry = lpPropArray[ulIndex] as PropValue;
        if (ignored(entry[0])) continue;
        const scode = problemOf(entry, this.#reader.rules);
        if (scode === null) this.pending.set(kept(entry));
        else problems.push(Object.freeze({ ulIndex, ulPropTag: entry[0], scode }));
      }
      return andThen(this.settle(), () => Object.freeze(problems));
    });
  }

  /** See {@link IMAPIProp.DeleteProps}. @spec imapiprop-deleteprops */
  DeleteProps(lpPropTagArray: readonly PropTag[]): Awaitable<readonly SPropProblem[]> {
    requireTags(lpPropTagArray, 'lpPropTagArray');
    return this.#changing(() => {
      const problems: SPropProblem[] = [];
      const note = (ulIndex: number, scode: HResult | null): void => {
        if (scode === null) return;
        problems.push(Object.freeze({ ulIndex, ulPropTag: lpPropTagArray[ulIndex] as PropTag, scode }));
      };
      // Every message that is submitted loses a dozen properties that it has not: nothing waits for those.
      const from = (begin: number): Awaitable<readonly SPropProblem[]> => {
        for (let at = begin; at < lpPropTagArray.length; at++) {
          const scode = this.#deleteOne(lpPropTagArray[at] as PropTag);
          if (scode instanceof Promise)
            return scode.then((later) => {
              note(at, later);
              return from(at + 1);
            });
          note(at, scode);
        }
        return andThen(this.settle(), () => Object.freeze(problems));
      };
      return from(0);
    });
  }

  /** See {@link IMAPIProp.CopyTo}. @spec imapiprop-copyto */
  CopyTo(
    rgiidExclude: readonly AnyIid[] | null,
    lpExcludeProps: readonly PropTag[] | null,
    _ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    lpInterface: Iid<IUnknown>,
    lpDestObj: IUnknown,
    ulFlags = 0,
  ): Promise<readonly SPropProblem[]> {
    const target = { iid: lpInterface, object: lpDestObj, progress: lpProgress, flags: ulFlags };
    return copyTo(this, rgiidExclude, lpExcludeProps, target);
  }

  /** See {@link IMAPIProp.CopyProps}. @spec imapiprop-copyprops */
  CopyProps(
    lpIncludeProps: readonly PropTag[],
    _ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    lpInterface: Iid<IUnknown>,
    lpDestObj: IUnknown,
    ulFlags = 0,
  ): Promise<readonly SPropProblem[]> {
    const target = { iid: lpInterface, object: lpDestObj, progress: lpProgress, flags: ulFlags };
    return copyProps(this, lpIncludeProps, target);
  }

  /** See {@link IMAPIProp.GetNamesFromIDs}. @spec imapiprop-getnamesfromids */
  GetNamesFromIDs(
    lppPropTags: readonly PropTag[] | null,
    lpPropSetGuid: Guid | null,
    ulFlags = 0,
  ): Promise<PropNames | Warning<PropNames>> {
    return namesFromIds(this.options.names ?? null, lppPropTags, lpPropSetGuid, ulFlags);
  }

  /** See {@link IMAPIProp.GetIDsFromNames}. @spec imapiprop-getidsfromnames */
  GetIDsFromNames(
    lppPropNames: readonly MAPINAMEID[] | null,
    ulFlags = 0,
  ): Promise<readonly PropTag[] | Warning<readonly PropTag[]>> {
    return idsFromNames(this.options.names ?? null, lppPropNames, ulFlags);
  }

  /** Makes pending changes permanent if the object keeps nothing back; called in its turn. */
  settle(): Awaitable<void> {
    if (this.options.transacted || this.pending.empty) return;
    return this.#commit(false).catch(async (error: unknown) => {
      await this.pending.discard();
      throw error;
    });
  }

  /** Throws away what was not saved. */
  finalRelease(): void {
    this.pending.discard().catch((error: unknown) => log.error('drafts could not be discarded', error));
  }

  /**
   * Writes properties past the rules, for the object's own methods; permanent at once or with the next save as all changes.
   *
   * @param set values to set
   * @param remove properties to remove
   */
  protected put(set: readonly PropValue[], remove: readonly PropTag[] = []): Awaitable<void> {
    return this.turns.run(() => {
      for (const entry of set) this.pending.set(kept(entry));
      for (const tag of remove) this.pending.remove(tag);
      return this.settle();
    });
  }

  /** Reads in its turn, after the bag had its chance to look again. */
  #fresh<T>(step: () => Awaitable<T>): Awaitable<T> {
    return this.turns.run(() => andThen(this.bag.refresh?.(), step));
  }

  #changing<T>(step: () => Awaitable<T>): Awaitable<T> {
    return this.#fresh(() => {
      if (!this.#writable) throw readOnly();
      return step();
    });
  }

  #listed(unicode: boolean): PropTag[] {
    const tags = this.#reader.listed(unicode);
    for (const { tag } of this.subObjects) if (!tags.some((one) => propId(one) === propId(tag))) tags.push(tag);
    return tags;
  }

  #subObject(tag: PropTag): SubObject | undefined {
    return this.subObjects.find((sub) => propId(sub.tag) === propId(tag));
  }

  #deleteOne(tag: PropTag): Awaitable<HResult | null> {
    const sub = this.#subObject(tag);
    if (sub) return this.#clear(sub);
    const refuse = this.#reader.rules.get(propId(tag))?.refuse;
    if (refuse === undefined) this.pending.remove(tag);
    return refuse ?? null;
  }

  async #clear(sub: SubObject): Promise<HResult | null> {
    try {
      await sub.clear();
      return null;
    } catch (error) {
      if (!(error instanceof ComError)) throw error;
      return error.hr;
    }
  }

  async #commit(force: boolean): Promise<void> {
    const following = this.options.derive?.(this.view);
    const derived = following instanceof Promise ? await following : following;
    for (const entry of derived?.set ?? []) this.pending.set(kept(entry));
    for (const tag of derived?.remove ?? []) this.pending.remove(tag);
    await this.pending.commit(force, this.codePage());
  }
}

const saveFlags =
  KEEP_OPEN_READONLY | KEEP_OPEN_READWRITE | FORCE_SAVE | MAPI_DEFERRED_ERRORS | NON_EMS_XP_SAVE | SPAMFILTER_ONSAVE;

const mayBeObject = (tag: PropTag): boolean => propType(tag) === PT_OBJECT || propType(tag) === PT_UNSPECIFIED;

const readOnly = (): ComError => new ComError(MAPI_E_NO_ACCESS, 'the object is read-only');
