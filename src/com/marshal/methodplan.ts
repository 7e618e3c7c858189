import type { Slot } from '../iid.js';
import { InOut } from '../inout.js';
import type { AnyIid } from '../object.js';
import type { Parameter, Signature } from '../prototype.js';
import type { Interfaces } from './interfaces.js';
import {
  arrayOf,
  bool,
  bytes,
  guidValue,
  i32,
  i64,
  iidValue,
  nothing,
  pointerTo,
  referenceTo,
  text,
  u32,
  u64,
  type WireType,
  word,
} from './wiretype.js';

/** One value of a frame. */
export interface Step {
  /** The parameter that it is. */
  readonly parameter: Parameter;
  /** How it looks. */
  readonly type: WireType;
}

/** What marshalling does for one method. */
export interface MethodPlan {
  /** The method's name. */
  readonly name: string;
  /** Where it stands, for people: `IMAPITable::QueryRows`. */
  readonly where: string;
  /** What it takes, in the order of the caller's arguments. */
  readonly inputs: readonly Step[];
  /** What it hands out, in the order of the prototype. */
  readonly outputs: readonly Step[];
  /** Whether it has a result that is no HRESULT; the name of its type then. */
  readonly plain: string | null;
  /** Whether it answers with a promise. */
  readonly later: boolean;
  /** Whether its caller has to be told how it ended. */
  readonly replies: boolean;
  /** The parameter that no frame can hold, null when all can. */
  readonly beyond: string | null;
}

/** The C types of one product: structures by their name, and what else differs from the rule. */
export interface WireTypes {
  /** Structures that are passed by pointer: `INETSERVER` for `LPINETSERVER`. */
  readonly structures: Readonly<Record<string, WireType>>;
  /** Structures that are lists with a count inside, and say NULL themselves: `ADRLIST`. What the callee gives may read as something else. */
  readonly lists: Readonly<Record<string, WireType | { readonly given: WireType; readonly answered: WireType }>>;
  /** Enumerations, 32 bits. */
  readonly enumerations: ReadonlySet<string>;
  /** Functions and what goes with them, which are not carried. */
  readonly functions: ReadonlySet<string>;
  /** Single parameters that read otherwise than others of their type, by type and name: `LPSPropValue lppPropArray`. */
  readonly parameters: Readonly<Record<string, WireType>>;
}

/** Derives from a prototype how a method is called across a border. */
export class Planner {
  readonly #interfaces: Interfaces;
  readonly #types: WireTypes;
  readonly #plans = new WeakMap<Slot, MethodPlan>();

  /**
   * @param interfaces the interfaces that parameters may point to
   * @param types the structures that parameters may be
   */
  constructor(interfaces: Interfaces, types: WireTypes) {
    this.#interfaces = interfaces;
    this.#types = types;
  }

  /**
   * The plan of a method.
   *
   * @param slot which
   */
  plan(slot: Slot): MethodPlan {
    let known = this.#plans.get(slot);
    if (!known) {
      known = this.#made(slot);
      this.#plans.set(slot, known);
    }
    return known;
  }

  #made({ name, signature, declaredBy }: Slot): MethodPlan {
    let beyond: string | null = null;
    const step = (parameter: Parameter, answered: boolean): Step => {
      const type = this.#typeOf(parameter, signature, answered);
      if (!type) beyond ??= parameter.name;
      return Object.freeze({ parameter, type: type ?? nothing });
    };
    const inputs = Object.freeze(signature.inputs.map((parameter) => step(parameter, false)));
    const outputs = Object.freeze(
      signature.parameters
        .filter((p) => p.out && (p.ref || signature.outputs.includes(p)))
        .map((parameter) => step(parameter, true)),
    );
    const later = declaredBy.answers === 'later';
    const plain = signature.returns === 'HRESULT' ? null : signature.returns;
    const replies = later || outputs.length > 0 || plain === 'INT' || plain === 'BOOL';
    return Object.freeze({
      name,
      where: `${declaredBy.name}::${name}`,
      inputs,
      outputs,
      plain,
      later,
      replies,
      beyond,
    });
  }

  #typeOf(parameter: Parameter, signature: Signature, answered: boolean): WireType | null {
    const { sizeIs, unique, out } = parameter;
    const bare = parameter.type.replace(/^const\s+/, '');
    const special = this.#types.parameters[`${bare} ${parameter.name}`];
    if (special) return special;
    if (parameter.iidIs !== null) return referenceTo(null);
    const iid = this.#interfaces.byPointer(bare, parameter.stars);
    if (iid) return referenceTo(iid);
    const named = named32.has(bare) || this.#types.enumerations.has(bare) ? u32 : (scalars[bare] ?? null);
    if (named) return asNumber(named, parameter, answered);
    const pointed = this.#types.enumerations.has(bare.slice(2)) ? u32 : scalarPointers[bare];
    if (pointed) return answered ? pointed : pointerTo(pointed);
    if (texts.has(bare)) return sizeIs !== null && parameter.stars > 0 ? arrayOf(text) : text;
    if (guids[bare]) return asGuid(bare, parameter, signature);
    const name = bare.replace(/^LPC?/, '');
    const list = this.#types.lists[name];
    if (list) return 'given' in list ? (answered ? list.answered : list.given) : list;
    const structure = this.#types.structures[name] ?? this.#types.structures[bare];
    if (structure) return asStructure(structure, parameter);
    if (byteTypes.has(bare)) return sizeIs !== null ? bytes : unique && !out ? nothing : null;
    if (this.#types.functions.has(name)) return unique && !out ? nothing : null;
    return null;
  }
}

const named32: ReadonlySet<string> = new Set(['ULONG', 'DWORD', 'UINT', 'WORD']);
const scalars: Readonly<Record<string, WireType>> = {
  LONG: i32,
  INT: i32,
  HRESULT: i32,
  BOOL: bool,
  bool,
  boolean: bool,
  ULONG_PTR: word,
  HWND: word,
  HANDLE: word,
  BOOKMARK: word,
  LARGE_INTEGER: i64,
  ULARGE_INTEGER: u64,
  FILETIME: u64,
};
const scalarPointers: Readonly<Record<string, WireType>> = { LPULONG: u32, LPDWORD: u32 };
const texts: ReadonlySet<string> = new Set(['LPSTR', 'LPCSTR', 'LPTSTR', 'LPCTSTR', 'LPWSTR', 'LPCWSTR', 'WCHAR']);
const byteTypes: ReadonlySet<string> = new Set(['LPBYTE', 'BYTE', 'void', 'LPVOID', 'LPENTRYID']);
/** GUIDs, and whether the type itself is a pointer. */
const guids: Readonly<Record<string, 'pointer' | 'value'>> = {
  REFIID: 'pointer',
  REFCLSID: 'pointer',
  LPCIID: 'pointer',
  LPIID: 'pointer',
  LPCLSID: 'pointer',
  LPGUID: 'pointer',
  LPMAPIUID: 'pointer',
  CLSID: 'value',
  GUID: 'value',
  MAPIUID: 'value',
};

function asNumber(type: WireType, { stars, sizeIs, ref }: Parameter, answered: boolean): WireType {
  if (stars === 0) return type;
  if (sizeIs !== null) return arrayOf(type);
  const box = ref ? boxOf(type) : type;
  return answered ? box : pointerTo(box);
}

// A number that the callee changes in place is an object with a value.
const boxOf = (type: WireType): WireType => ({
  write: (writer, box, references) => type.write(writer, (box as { readonly value: unknown }).value, references),
  read: (reader, references) => new InOut(type.read(reader, references) as number),
});

function asGuid(type: string, { name, stars, sizeIs }: Parameter, signature: Signature): WireType {
  // An identifier that names the interface of another parameter, or a list of such, stands for its declaration.
  const ofInterface = /IID$/.test(type) && type !== 'LPGUID';
  const named = ofInterface || signature.parameters.some((p) => p.iidIs === name);
  const one: WireType = named ? (iidValue as WireType<AnyIid> as WireType) : (guidValue as WireType);
  if (sizeIs !== null) return arrayOf(one);
  return guids[type] === 'value' && stars === 0 ? one : pointerTo(one);
}

function asStructure(type: WireType, { type: text, stars, sizeIs, out }: Parameter): WireType {
  if (sizeIs === null) return pointerTo(type);
  // One star of an out parameter is that of the place; what is left is a list of structures, or of pointers to them.
  const depth = stars + (/^LP/.test(text) ? 1 : 0) - (out ? 1 : 0);
  return arrayOf(depth > 1 ? pointerTo(type) : type);
}
