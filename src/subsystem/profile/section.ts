import { ComError, com, type Guid } from '../../com/index.js';
import {
  IProfSect,
  MAPI_E_COMPUTED,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_OBJECT_DELETED,
  MAPI_PROFSECT,
  PR_OBJECT_TYPE,
  PR_PROFILE_NAME_W,
  type PropTag,
  type PropValue,
  PT_UNSPECIFIED,
  propId,
  propTag,
  type SPropProblem,
} from '../../mapi/index.js';
import {
  type LargeDraft,
  MemoryDraft,
  type PropBag,
  type PropChanges,
  PropObject,
  type PropRules,
  propRules,
} from '../props/index.js';
import { valueOfBytes } from '../props/valuebytes.js';
import { sectionProps } from './limits.js';
import type { Profile } from './profile.js';

/** Opens a section that is there; see {@link Profile.openSection}. */
export function sectionObject(profile: Profile, uid: Guid, writable: boolean, released: () => void): IProfSect {
  return com(new SectionObject(profile, uid, writable, released), IProfSect);
}

/** A section of a profile: changes are permanent at once, there are no named properties. @spec iprofsectimapiprop */
class SectionObject extends PropObject {
  readonly #released: () => void;

  constructor(profile: Profile, uid: Guid, writable: boolean, released: () => void) {
    super({ bag: new SectionBag(profile, uid), transacted: false, writable, names: null, rules: rulesOf(profile) });
    this.#released = released;
  }

  /** Refuses what only names could have made. See {@link IProfSect.SetProps}. @spec iprofsectimapiprop */
  override async SetProps(lpPropArray: readonly PropValue[]): Promise<readonly SPropProblem[]> {
    if (!Array.isArray(lpPropArray) || !lpPropArray.some(isNamed)) return await super.SetProps(lpPropArray);
    const places = [...lpPropArray.keys()].filter((at) => !isNamed(lpPropArray[at] as PropValue));
    const others = places.map((at) => lpPropArray[at] as PropValue);
    const problems = others.length > 0 ? await super.SetProps(others) : [];
    const refused = [...lpPropArray.entries()].filter(([, entry]) => isNamed(entry));
    return Object.freeze([
      ...problems.map((one) => ({ ...one, ulIndex: places[one.ulIndex] as number })),
      ...refused.map(([ulIndex, [ulPropTag]]) => ({ ulIndex, ulPropTag, scode: MAPI_E_NO_SUPPORT })),
    ]);
  }

  override finalRelease(): void {
    super.finalRelease();
    this.#released();
  }
}

const isNamed = (entry: PropValue): boolean => Array.isArray(entry) && propId(entry[0] as PropTag) >= 0x8000;

/** 0x67F0 to 0x67FF are secrets: to be had by name alone. @spec iprofsectimapiprop */
const secure = Array.from({ length: 16 }, (_, index) => ({
  tag: propTag(PT_UNSPECIFIED, 0x67f0 + index),
  hidden: true,
}));

const rulesOf = (profile: Profile): PropRules =>
  propRules(
    { tag: PR_OBJECT_TYPE, refuse: MAPI_E_COMPUTED, compute: () => MAPI_PROFSECT },
    { tag: PR_PROFILE_NAME_W, refuse: MAPI_E_COMPUTED, compute: () => profile.name },
    ...secure,
  );

/** The properties of a section, as they are in the file at each moment. */
class SectionBag implements PropBag {
  readonly #profile: Profile;
  readonly #uid: Guid;

  constructor(profile: Profile, uid: Guid) {
    this.#profile = profile;
    this.#uid = uid;
  }

  get key(): string {
    return `section:${this.#profile.id}:${this.#uid}`;
  }

  refresh(): void {
    this.#props();
  }

  tags(): readonly PropTag[] {
    return [...this.#props().values()].map(([tag]) => tag);
  }

  get(id: number): PropValue | null {
    return this.#props().get(id) ?? null;
  }

  read(): Uint8Array {
    throw new Error('no value of a section is large');
  }

  draft(): LargeDraft {
    return new MemoryDraft();
  }

  commit(changes: PropChanges): void {
    this.#profile.changeSection(this.#uid, (props) => {
      for (const tag of changes.remove) props.delete(propId(tag));
      for (const entry of changes.set) props.set(propId(entry[0]), entry);
      for (const { tag, draft } of changes.drafts)
        props.set(propId(tag), valueOfBytes(tag, (draft as MemoryDraft).bytes()));
      if (props.size > sectionProps)
        throw new ComError(MAPI_E_NOT_ENOUGH_MEMORY, `a profile section holds ${sectionProps} properties, no more`);
    });
  }

  #props(): ReadonlyMap<number, PropValue> {
    const section = this.#profile.section(this.#uid);
    if (!section) throw new ComError(MAPI_E_OBJECT_DELETED, 'the profile section was deleted');
    return section.props;
  }
}
