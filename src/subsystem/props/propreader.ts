import { ComError, type HResult, type Warning, warn } from '../../com/index.js';
import {
  changePropType,
  isErrorTag,
  MAPI_E_COMPUTED,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_NOT_FOUND,
  MAPI_W_ERRORS_RETURNED,
  PR_MAPPING_SIGNATURE,
  PropRow,
  type PropTag,
  type PropValue,
  PT_ERROR,
  PT_OBJECT,
  PT_UNSPECIFIED,
  propId,
  propType,
  sizeOfValue,
} from '../../mapi/index.js';
import { type Awaitable, andThen } from './awaitable.js';
import { isLarge, type LargeValue, type PropBag } from './bag.js';
import { defaultCodePage } from './codepage.js';
import { largeBytes } from './limits.js';
import type { NameMap } from './namemap.js';
import type { ChangedIds, Pending } from './pending.js';
import { type PropRule, type PropRules, type PropView, propRules } from './rules.js';
import { failedAs, shaped, widthOf } from './shape.js';
import { isStreamed } from './valuebytes.js';

/** What reading needs to know of an object. */
export interface ReaderOptions {
  /** What it knows of single properties. */
  readonly rules?: PropRules;
  /** Its named properties. */
  readonly names?: NameMap | null;
  /** The code page of its 8-bit text. */
  readonly codePage?: number | ((view: PropView) => number);
}

/** Reads the properties of one object: what is pending, stored or computed, in the type that is asked for. */
export class PropReader {
  /** What the object knows of single properties. */
  readonly rules: PropRules;
  readonly #pending: Pending;
  readonly #codePage: number | ((view: PropView) => number);

  /**
   * @param pending its properties
   * @param options what is known of them
   */
  constructor(pending: Pending, { rules, names, codePage }: ReaderOptions) {
    this.#pending = pending;
    this.#codePage = codePage ?? defaultCodePage;
    this.rules = names ? withSignature(rules ?? noRules, names) : (rules ?? noRules);
  }

  /** The code page of its 8-bit text. */
  codePage(): number {
    return typeof this.#codePage === 'number' ? this.#codePage : this.#codePage(new View(this.#pending, null));
  }

  /** Its properties as rules see them now. */
  view(): PropView {
    return new View(this.#pending, this);
  }

  /**
   * The properties it has.
   *
   * @param unicode whether text is listed as PT_UNICODE, else as PT_STRING8
   */
  listed(unicode: boolean): PropTag[] {
    const { own, always, asked } = listingOf(this.rules);
    const tags: PropTag[] = [];
    for (const tag of this.#pending.tags()) if (!own.has(propId(tag))) tags.push(widthOf(tag, unicode));
    for (const tag of always) tags.push(widthOf(tag, unicode));
    const view = this.view();
    for (const rule of asked) if (rule.listed?.(view)) tags.push(widthOf(rule.tag, unicode));
    return tags;
  }

  /** The stored properties that a copy takes along. */
  copied(): PropTag[] {
    return this.#pending.tags().filter((tag) => {
      const rule = this.rules.get(propId(tag));
      return !rule?.hidden && rule?.refuse !== MAPI_E_COMPUTED;
    });
  }

  /**
   * A row of values.
   *
   * @param tags the properties in order
   * @param unicode the width of text where a tag does not tell it
   * @param objects those of type PT_OBJECT that are there: they have no usable value, only a place in the row
   * @returns the row, with `MAPI_W_ERRORS_RETURNED` when some could not be had
   */
  row(
    tags: readonly PropTag[],
    unicode: boolean,
    objects: readonly PropTag[] = [],
  ): Awaitable<PropRow | Warning<PropRow>> {
    const view = this.view();
    const found = new Array<PropTag>(tags.length);
    const values = new Array<unknown>(tags.length);
    let failed = false;
    let waiting: Promise<void>[] | null = null;
    for (let at = 0; at < tags.length; at++) {
      const tag = tags[at] as PropTag;
      // Most of what a program asks for of a message is not there, and nobody keeps the entry that says so.
      if (objects.length === 0 && this.#lacks(propId(tag))) {
        found[at] = changePropType(tag, PT_ERROR);
        values[at] = MAPI_E_NOT_FOUND;
        failed = true;
        continue;
      }
      const entry = (objects.length > 0 ? objectAmong(objects, tag) : undefined) ?? this.entry(tag, unicode, view);
      if (!(entry instanceof Promise)) {
        found[at] = entry[0];
        values[at] = entry[1];
        if (isErrorTag(entry[0])) failed = true;
        continue;
      }
      waiting ??= [];
      waiting.push(
        entry.then(([real, value]) => {
          found[at] = real;
          values[at] = value;
          if (isErrorTag(real)) failed = true;
        }),
      );
    }
    const answer = (): PropRow | Warning<PropRow> => {
      const row = new PropRow(Object.freeze(found), values);
      return failed ? warn(MAPI_W_ERRORS_RETURNED, row) : row;
    };
    return waiting ? Promise.all(waiting).then(answer) : answer();
  }

  /** Whether a property is neither stored nor computed. */
  #lacks(id: number): boolean {
    return this.rules.get(id)?.compute === undefined && !this.#pending.has(id);
  }

  /** One value, or the PT_ERROR entry of one that could not be had. */
  entry(tag: PropTag, unicode: boolean, view: PropView): Awaitable<PropValue> {
    const rule = this.rules.get(propId(tag));
    if (!rule?.compute) return this.#stored(tag, unicode, view);
    const computed = rule.compute(view);
    if (computed === undefined) return this.#stored(tag, unicode, view);
    if (computed === null) return failedAs(tag, MAPI_E_NOT_FOUND);
    if (!(computed instanceof Promise)) return shapedOrFailed([rule.tag, computed], tag, unicode, view);
    const settled = (value: unknown): Awaitable<PropValue> => {
      if (value === undefined) return this.#stored(tag, unicode, view);
      return value === null ? failedAs(tag, MAPI_E_NOT_FOUND) : shapedOrFailed([rule.tag, value], tag, unicode, view);
    };
    return computed.then(settled).catch((error: unknown) => failedAs(tag, codeOf(error)));
  }

  #stored(tag: PropTag, unicode: boolean, view: PropView): Awaitable<PropValue> {
    const found = this.#pending.get(propId(tag));
    if (!found) return failedAs(tag, MAPI_E_NOT_FOUND);
    if (!isLarge(found)) return shapedOrFailed(found, tag, unicode, view);
    if (found.size > largeBytes) return failedAs(tag, MAPI_E_NOT_ENOUGH_MEMORY);
    return this.#pending.whole(found, view.codePage).then(
      (whole) => shapedOrFailed(whole, tag, unicode, view),
      (error: unknown) => failedAs(tag, codeOf(error)),
    );
  }

  /**
   * A computed value for a stream.
   *
   * @param tag the property
   * @returns the value; undefined when it is not computed or what is stored counts
   */
  async computed(tag: PropTag): Promise<PropValue | null | undefined> {
    const rule = this.rules.get(propId(tag));
    const value = await rule?.compute?.(this.view());
    if (!rule || value === undefined) return undefined;
    return value === null ? null : Object.freeze([rule.tag, value] as const);
  }
}

/** The properties of one object for the length of one call. */
class View implements PropView {
  readonly #pending: Pending;
  readonly #reader: PropReader | null;
  #known: number | null = null;

  constructor(pending: Pending, reader: PropReader | null) {
    this.#pending = pending;
    this.#reader = reader;
  }

  get changed(): ChangedIds {
    return this.#pending.changed;
  }

  // Most calls ask for no text in 8 bits: the code page is looked up when it is first needed.
  get codePage(): number {
    this.#known ??= this.#reader?.codePage() ?? defaultCodePage;
    return this.#known;
  }

  get bag(): PropBag {
    return this.#pending.bag;
  }

  // Rules take these out of the view: they know where they belong.
  readonly peek = (id: number): PropValue | LargeValue | null => this.#pending.get(id);

  readonly has = (id: number): boolean => this.#pending.has(id);

  readonly load = <T>(tag: PropTag<T>): Awaitable<T | null> => {
    const found = this.#pending.get(propId(tag));
    if (!found) return null;
    const value = (entry: PropValue): T | null => {
      const fitting = shaped(entry, widthOf(tag, true), true, { codePage: defaultCodePage });
      return isErrorTag(fitting[0]) ? null : (fitting[1] as T);
    };
    return isLarge(found) ? andThen(this.#pending.whole(found, this.codePage), value) : value(found);
  };
}

const noRules: PropRules = new Map();

/** What rules say of lists of properties. */
interface Listing {
  /** The identifiers of which the rules alone say whether they are listed. */
  readonly own: ReadonlySet<number>;
  /** What is listed always. */
  readonly always: readonly PropTag[];
  /** Rules that have to be asked. */
  readonly asked: readonly PropRule[];
}

const listings = new WeakMap<PropRules, Listing>();

// Objects of a kind share their rules, and most of those say the same each time.
function listingOf(rules: PropRules): Listing {
  const known = listings.get(rules);
  if (known) return known;
  const saying = [...rules].filter(([, rule]) => rule.hidden || rule.compute);
  const shown = saying.map(([, rule]) => rule).filter(({ hidden }) => !hidden);
  const listing: Listing = {
    own: new Set(saying.map(([id]) => id)),
    always: shown.filter(({ listed }) => !listed).map(({ tag }) => tag),
    asked: shown.filter(({ listed }) => listed),
  };
  listings.set(rules, listing);
  return listing;
}

const merged = new WeakMap<PropRules, { readonly names: NameMap; readonly rules: PropRules }>();

// Objects of a kind share their rules, so this is done once for all of them.
function withSignature(rules: PropRules, names: NameMap): PropRules {
  const known = merged.get(rules);
  if (known?.names === names) return known.rules;
  const all = new Map([...signatureRule(names), ...rules]);
  merged.set(rules, { names, rules: all });
  return all;
}

const signatureRule = (names: NameMap): PropRules =>
  propRules({ tag: PR_MAPPING_SIGNATURE, refuse: MAPI_E_COMPUTED, compute: () => names.signature });

function objectAmong(objects: readonly PropTag[], asked: PropTag): PropValue | undefined {
  const type = propType(asked);
  if (type !== PT_OBJECT && type !== PT_UNSPECIFIED) return undefined;
  const tag = objects.find((object) => propId(object) === propId(asked));
  return tag === undefined ? undefined : Object.freeze([tag, 0] as const);
}

function shapedOrFailed(entry: PropValue, tag: PropTag, unicode: boolean, view: PropView): PropValue {
  // Many values have no stream to be read through instead: they come as they are.
  if (isStreamed(entry[0]) && sizeOfValue(entry[0], entry[1]) > largeBytes)
    return failedAs(tag, MAPI_E_NOT_ENOUGH_MEMORY);
  try {
    return shaped(entry, tag, unicode, view);
  } catch (error) {
    return failedAs(tag, codeOf(error));
  }
}

// One value that can't be had is told by its code; a bug is not.
function codeOf(error: unknown): HResult {
  if (error instanceof ComError) return error.hr;
  throw error;
}
