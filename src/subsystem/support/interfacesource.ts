import { ComError, failed, type HResult, type Iid, IUnknown, ok } from '../../com/index.js';
import {
  type IMAPIProp,
  MAPI_E_NO_SUPPORT,
  MAPI_MODIFY,
  MAPI_UNICODE,
  type MAPINAMEID,
  PR_ACCESS_LEVEL,
  PR_MAPPING_SIGNATURE,
  type PropRow,
  type PropTag,
  PT_NULL,
  PT_OBJECT,
  PT_UNSPECIFIED,
  propTag,
  propType,
  type SPropProblem,
} from '../../mapi/index.js';
import type { CopySource } from '../props/copy.js';
import type { NameMap } from '../props/namemap.js';
import type { SubObject } from '../props/rules.js';

/**
 * An object of whichever provider as the source of a copy, read by `GetPropList`, `GetProps` and `OpenProperty` alone. Its own
 * `CopyTo` is never called: providers whose `CopyTo` asks the support object for help would wait for themselves.
 *
 * @spec imapisupport-docopyto
 */
export class InterfaceSource implements CopySource {
  /** Whether it may be changed, as far as it tells. */
  readonly writable: boolean;
  /** Its names. */
  readonly names: NameMap;
  /** What it contains besides values. */
  readonly subObjects: readonly SubObject[];
  readonly #object: IMAPIProp;

  private constructor(object: IMAPIProp, writable: boolean, names: NameMap, parts: readonly SubObject[]) {
    this.#object = object;
    this.writable = writable;
    this.names = names;
    this.subObjects = parts;
  }

  /**
   * Looks at an object.
   *
   * @param object the object; to be held for as long as this is used
   * @param parts what it contains besides values
   */
  static async of(object: IMAPIProp, parts: readonly SubObject[]): Promise<InterfaceSource> {
    const row = await ok(object.GetProps([PR_ACCESS_LEVEL, PR_MAPPING_SIGNATURE], 0));
    const access = row.get(PR_ACCESS_LEVEL);
    const names = namesBehind(object, row.get(PR_MAPPING_SIGNATURE) ?? new Uint8Array());
    return new InterfaceSource(object, access === null || (access & MAPI_MODIFY) !== 0, names, parts);
  }

  /** All that it lists; the target refuses what only the source can have. */
  async copied(): Promise<readonly PropTag[]> {
    const tags = await ok(this.#object.GetPropList(MAPI_UNICODE));
    return tags.filter((tag) => propType(tag) !== PT_OBJECT && propType(tag) !== PT_NULL);
  }

  /** Whether a pointer leads to the same object. */
  isSelf(pointer: IUnknown): boolean {
    using own = ok(this.#object.QueryInterface(IUnknown));
    using other = ok(pointer.QueryInterface(IUnknown));
    return own === other;
  }

  /** See {@link CopySource.GetProps}. */
  async GetProps(tags: readonly PropTag[], flags: number): Promise<PropRow> {
    return await ok(this.#object.GetProps(tags, flags));
  }

  /** See {@link CopySource.OpenProperty}. */
  async OpenProperty(tag: PropTag, iid: Iid<IUnknown>, options: number, flags: number): Promise<IUnknown> {
    return await ok(this.#object.OpenProperty(tag, iid, options, flags));
  }

  /** See {@link CopySource.DeleteProps}. */
  async DeleteProps(tags: readonly PropTag[]): Promise<readonly SPropProblem[]> {
    return await ok(this.#object.DeleteProps(tags));
  }
}

function namesBehind(object: IMAPIProp, signature: Uint8Array): NameMap {
  const none = () => {
    throw new ComError(MAPI_E_NO_SUPPORT, 'a source is only asked which names it has');
  };
  return {
    signature,
    idsOf: none,
    all: none,
    namesOf: async (ids: readonly number[]): Promise<readonly (MAPINAMEID | null)[]> => {
      const [hr, found] = await object.GetNamesFromIDs(
        ids.map((id) => propTag(PT_UNSPECIFIED, id)),
        null,
        0,
      );
      // An object without names has identifiers that mean nothing elsewhere.
      if (failed(hr as HResult) || !found) return ids.map(() => null);
      return found.lpppPropNames;
    },
  };
}
