import {
  type AnyIid,
  ComError,
  failed,
  type HResult,
  type Iid,
  IStream,
  IUnknown,
  isPointer,
  lineage,
  ok,
  STGM_WRITE,
  type Warning,
} from '../../com/index.js';
import {
  changePropType,
  type IMAPIProgress,
  IMAPIProp,
  isErrorTag,
  MAPI_CREATE,
  MAPI_DECLINE_OK,
  MAPI_DIALOG,
  MAPI_E_COLLISION,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_NOT_FOUND,
  MAPI_MODIFY,
  MAPI_MOVE,
  MAPI_NOREPLACE,
  MAPI_UNICODE,
  type PropRow,
  type PropTag,
  type PropValue,
  PT_UNSPECIFIED,
  propId,
  type SPropProblem,
} from '../../mapi/index.js';
import { requireFlags, requireTags } from './arguments.js';
import type { Awaitable } from './awaitable.js';
import type { NameMap } from './namemap.js';
import { nameMapping } from './namemapping.js';
import { WorkProgress } from './progress.js';
import type { SubObject } from './rules.js';

/** What copying needs of the source. */
export interface CopySource {
  /** Whether it may be changed, as a move does. */
  readonly writable: boolean;
  /** Its names. */
  readonly names: NameMap | null;
  /** What it contains besides values. */
  readonly subObjects: readonly SubObject[];
  /** Its stored properties that copies take along. */
  copied(): Awaitable<readonly PropTag[]>;
  /** Whether a pointer leads to the source itself. */
  isSelf(pointer: IUnknown): boolean;
  /** As IMAPIProp. */
  GetProps(tags: readonly PropTag[], flags: number): Awaitable<PropRow | Warning<PropRow>>;
  /** As IMAPIProp. */
  OpenProperty(tag: PropTag, iid: Iid<IUnknown>, options: number, flags: number): Awaitable<IUnknown>;
  /** As IMAPIProp. */
  DeleteProps(tags: readonly PropTag[]): Awaitable<readonly SPropProblem[]>;
}

/** Where and how properties are copied. */
export interface CopyTarget {
  /** The interface of the target. */
  readonly iid: Iid<IUnknown>;
  /** The target. */
  readonly object: IUnknown;
  /** Where progress goes under MAPI_DIALOG. */
  readonly progress: IMAPIProgress | null;
  /** `MAPI_MOVE`, `MAPI_NOREPLACE`, `MAPI_DIALOG`, `MAPI_DECLINE_OK`. */
  readonly flags: number;
}

/**
 * Copies or moves all properties and subobjects but those left out, as `IMAPIProp::CopyTo` does; into any object with
 * `IMAPIProp`, of whichever provider.
 *
 * @param source the object
 * @param excludeIids interfaces that are left out with all derived from them
 * @param excludeTags properties that are left out; their identifiers count
 * @param target where to
 * @returns the problems; `ulIndex` counts the properties in the order of the source
 * @throws {ComError} as the page tells
 * @spec imapiprop-copyto
 */
export async function copyTo(
  source: CopySource,
  excludeIids: readonly AnyIid[] | null,
  excludeTags: readonly PropTag[] | null,
  target: CopyTarget,
): Promise<readonly SPropProblem[]> {
  const excluded = new Set((excludeTags === null ? [] : requireTags(excludeTags, 'lpExcludeProps')).map(propId));
  if (excluded.has(0)) throw invalid('PR_NULL may not be among lpExcludeProps');
  const iids = excludeIids ?? [];
  if (!Array.isArray(iids) || !iids.every((each) => each?.guid)) throw invalid('rgiidExclude is no list of interfaces');
  if (iids.some(({ guid }) => guid === IMAPIProp.guid || guid === IUnknown.guid))
    throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'every interface of the object is excluded with this one');
  const left = (sub: SubObject): boolean =>
    !excluded.has(propId(sub.tag)) &&
    !lineage(sub.iid).some(({ guid }) => iids.some((excludedIid) => excludedIid.guid === guid));
  const subs = source.subObjects.filter(left);
  const subIds = new Set(source.subObjects.map(({ tag }) => propId(tag)));
  const tags = (await source.copied()).filter((tag) => !excluded.has(propId(tag)) && !subIds.has(propId(tag)));
  return await copy(source, [...tags, ...subs.map(({ tag }) => tag)], subs, target);
}

/**
 * Copies or moves chosen properties, as `IMAPIProp::CopyProps` does. Subobjects come along when they are named; the page says
 * both that and that they always do, and only the first lets a reply leave attachments behind.
 *
 * @param source the object
 * @param include the properties; their identifiers count
 * @param target where to
 * @returns the problems by their place in `include`, `MAPI_E_NOT_FOUND` for what the source does not have
 * @throws {ComError} as the page tells
 * @spec imapiprop-copyprops
 */
export async function copyProps(
  source: CopySource,
  include: readonly PropTag[],
  target: CopyTarget,
): Promise<readonly SPropProblem[]> {
  requireTags(include, 'lpIncludeProps');
  if (include.some((tag) => propId(tag) === 0)) throw invalid('PR_NULL may not be among lpIncludeProps');
  return await copy(source, include, source.subObjects, target);
}

async function copy(
  source: CopySource,
  tags: readonly PropTag[],
  subs: readonly SubObject[],
  target: CopyTarget,
): Promise<readonly SPropProblem[]> {
  const flags = requireFlags(target.flags, MAPI_MOVE | MAPI_NOREPLACE | MAPI_DIALOG | MAPI_DECLINE_OK);
  const move = (flags & MAPI_MOVE) !== 0;
  using destination = destinationOf(source, target);
  if (move && !source.writable) throw new ComError(MAPI_E_NO_ACCESS, 'a read-only object gives nothing away');
  const replace = (flags & MAPI_NOREPLACE) === 0;
  const taken = new Set(replace ? [] : (await ok(destination.GetPropList(MAPI_UNICODE))).map(propId));
  const progress = new WorkProgress((flags & MAPI_DIALOG) !== 0 ? target.progress : null, tags.length);
  const map = await nameMapping(source.names, tags, destination);
  const problems = new Map<number, SPropProblem>();
  const fail = (ulIndex: number, scode: HResult): void =>
    void problems.set(ulIndex, Object.freeze({ ulIndex, ulPropTag: tags[ulIndex] as PropTag, scode }));

  const moved: number[] = [];
  const small: { readonly index: number; readonly entry: PropValue }[] = [];
  for (const [index, tag] of tags.entries()) {
    const sub = subs.find((one) => propId(one.tag) === propId(tag));
    const id = map.get(propId(tag)) ?? (map.has(propId(tag)) ? null : propId(tag));
    if (sub) {
      await attempt(index, () => sub.copyTo(destination, { move, replace }), fail);
    } else if (id === null) {
      fail(index, MAPI_E_NO_SUPPORT);
    } else if (!taken.has(id)) {
      const row = await source.GetProps([changePropType(tag, PT_UNSPECIFIED)], MAPI_UNICODE);
      const [entry] = ('value' in row ? (row.value as PropRow) : row).toProps() as [PropValue];
      if (!isErrorTag(entry[0])) small.push({ index, entry: [renamed(entry[0], id), entry[1]] });
      else if (entry[1] !== MAPI_E_NOT_ENOUGH_MEMORY) fail(index, entry[1] as HResult);
      else await attempt(index, () => pour(source, tag, renamed(tag, id), destination), fail);
      moved.push(index);
    }
    progress.done(index + 1);
  }
  if (small.length > 0) {
    for (const { at, scode } of await setEach(
      destination,
      small.map(({ entry }) => entry),
    ))
      fail((small[at] as { index: number }).index, scode);
  }
  if (move) {
    const gone = moved.filter((index) => !problems.has(index)).map((index) => tags[index] as PropTag);
    if (gone.length > 0) await source.DeleteProps(gone);
  }
  return Object.freeze([...problems.values()].sort((a, b) => a.ulIndex - b.ulIndex));
}

function destinationOf(source: CopySource, { iid, object }: CopyTarget): IMAPIProp {
  if (!iid?.guid) throw invalid('lpInterface names no interface');
  if (!isPointer(object)) throw invalid('lpDestObj is no object');
  if (source.isSelf(object)) throw new ComError(MAPI_E_NO_ACCESS, 'source and target are the same object');
  const [hr, pointer] = object.QueryInterface(iid);
  if (!pointer) throw new ComError(notSupported(hr), `the target has no ${iid.name}`);
  pointer.Release();
  const [failure, destination] = object.QueryInterface(IMAPIProp);
  if (!destination) throw new ComError(notSupported(failure), 'the target has no IMAPIProp');
  return destination;
}

const notSupported = (hr: HResult): HResult =>
  hr === MAPI_E_INTERFACE_NOT_SUPPORTED ? hr : MAPI_E_INTERFACE_NOT_SUPPORTED;

/** Sets values at once. Where one of them collides with another object, such as the name of a folder, the others are set alone. */
async function setEach(
  destination: IMAPIProp,
  entries: readonly PropValue[],
): Promise<readonly { readonly at: number; readonly scode: HResult }[]> {
  const answer = await destination.SetProps(entries);
  if (answer[0] !== MAPI_E_COLLISION) return ok(answer).map(({ ulIndex, scode }) => ({ at: ulIndex, scode }));
  const problems: { readonly at: number; readonly scode: HResult }[] = [];
  for (const [at, entry] of entries.entries()) {
    const [own, alone] = await destination.SetProps([entry]);
    const scode = failed(own) ? own : alone?.[0]?.scode;
    if (scode !== undefined) problems.push({ at, scode });
  }
  return problems;
}

/** Copies a value that is too large for GetProps through two streams. */
async function pour(source: CopySource, from: PropTag, to: PropTag, destination: IMAPIProp): Promise<void> {
  using input = (await source.OpenProperty(from, IStream as AnyIid, 0, 0)) as IStream;
  using output = await ok(destination.OpenProperty(to, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY));
  await ok(input.CopyTo(output, 0xffff_ffff_ffff_ffffn));
  await ok(output.Commit(0));
}

// What befalls one part is a problem of that part; what makes the whole senseless ends the call.
async function attempt(
  index: number,
  step: () => Awaitable<void | Warning<void>>,
  fail: (index: number, hr: HResult) => void,
): Promise<void> {
  try {
    const answer = await step();
    if (answer) fail(index, answer.hr);
  } catch (error) {
    if (!(error instanceof ComError) || !partial.has(error.hr)) throw error;
    fail(index, error.hr);
  }
}

const partial: ReadonlySet<HResult> = new Set([
  MAPI_E_NO_SUPPORT,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_ENOUGH_MEMORY,
]);

const renamed = (tag: PropTag, id: number): PropTag => (((id << 16) | (tag & 0xffff)) >>> 0) as PropTag;

const invalid = (message: string): ComError => new ComError(MAPI_E_INVALID_PARAMETER, message);
