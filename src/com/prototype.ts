/** One parameter of a method, as its prototype declares it. */
export interface Parameter {
  /** The C type without the stars that follow it: `LPMAPITABLE`, `ULONG`. */
  readonly type: string;
  /** How many stars follow the type. */
  readonly stars: number;
  /** The documented name: `lppTable`. */
  readonly name: string;
  /** Whether the caller gives it. */
  readonly in: boolean;
  /** Whether the callee gives it. */
  readonly out: boolean;
  /** Handed over as an object that the callee changes in place; it does not come back in the result. */
  readonly ref: boolean;
  /** May be NULL. */
  readonly unique: boolean;
  /** The parameter that counts the elements of this array, if there is one. */
  readonly sizeIs: string | null;
  /** The out parameter that tells how many elements of this array were filled, if there is one. */
  readonly lengthIs: string | null;
  /** The parameter that names the interface of this pointer, if there is one. */
  readonly iidIs: string | null;
}

/** A prototype, taken apart. */
export interface Signature {
  /** The text it was read from. */
  readonly prototype: string;
  /** The C type of the result: `HRESULT` in most cases. */
  readonly returns: string;
  /** Every parameter of the C++ method, in order, without the This pointer. */
  readonly parameters: readonly Parameter[];
  /** What the TypeScript caller passes, in order: counts folded into their arrays, pure out parameters gone. */
  readonly inputs: readonly Parameter[];
  /** What comes back beside the code: one value, or an object with these names when there are two or more. */
  readonly outputs: readonly Parameter[];
}

/**
 * Reads a C++ prototype with the attributes of an interface definition file.
 *
 * The attributes say what C++ cannot: `[out]`, `[in, out]`, `[unique]` (may be NULL), `[size_is(cb)]` (an array and
 * the parameter that counts it), `[length_is(pcb)]` (how much of it was filled), `[iid_is(riid)]`, and `[in, out, ref]` for a callback's argument that is changed in
 * place. No attribute means `[in]`. The result type defaults to `HRESULT`.
 *
 * @param prototype `(ULONG ulFlags, [out] LPMAPITABLE *lppTable)`, or with a result: `ULONG ()`
 * @returns its parts, frozen
 * @throws {TypeError} when the text is no prototype: a mistake in a declaration, found when its module loads
 * @example
 * ```ts
 * signature('(ULONG cb, [out, size_is(cb)] void *pv)').inputs.map((p) => p.name); // ['cb']
 * ```
 */
export function signature(prototype: string): Signature {
  const match = /^\s*(?:([A-Za-z_]\w*)\s*)?\((.*)\)\s*$/s.exec(prototype);
  if (!match) throw new TypeError(`not a prototype: ${prototype}`);
  const parameters = splitAtCommas(match[2] ?? '').map((text) => parameter(text, prototype));
  const twice = parameters.find((p, i) => parameters.findIndex((other) => other.name === p.name) !== i);
  if (twice) throw new TypeError(`two parameters are called ${twice.name}: ${prototype}`);
  const counts = countsOf(parameters);
  return Object.freeze({
    prototype,
    returns: match[1] ?? 'HRESULT',
    parameters: Object.freeze(parameters),
    inputs: Object.freeze(parameters.filter((p) => p.in && !counts.has(p.name))),
    outputs: Object.freeze(parameters.filter((p) => p.out && !p.ref && !counts.has(p.name))),
  });
}

/**
 * The C++ text without attributes and with single blanks: what pages and headers print.
 *
 * @param prototype the text with attributes
 * @returns the parameter list in parentheses, without the result type
 * @throws {TypeError} when the text is no prototype
 */
export function plainPrototype(prototype: string): string {
  const { parameters } = signature(prototype);
  return `(${parameters.map((p) => `${p.type} ${'*'.repeat(p.stars)}${p.name}`).join(', ')})`;
}

// A count given in both directions folds away; the count of a buffer that the callee fills stays, because only the
// caller knows how much it wants (`Read(cb)`).
function countsOf(parameters: readonly Parameter[]): ReadonlySet<string> {
  const counts = new Set<string>();
  for (const array of parameters) {
    for (const name of [array.sizeIs, array.lengthIs]) {
      if (name === null) continue;
      const count = parameters.find((p) => p.name === name);
      if (!count) throw new TypeError(`${array.name} is counted by ${name}, which is no parameter`);
      if (array.in || count.out) counts.add(name);
    }
  }
  return counts;
}

const form = /^(?:\[([^\]]*)\]\s*)?([A-Za-z_][\w\s*]*?)([\s*]+)([A-Za-z_]\w*)$/;
const attributeForm = /^(?:in|out|ref|unique|(?:size_is|length_is|iid_is)\(\w+\))$/;

function parameter(text: string, prototype: string): Parameter {
  const match = form.exec(text);
  if (!match) throw new TypeError(`not a parameter: ${text} in ${prototype}`);
  const attributes = match[1] === undefined ? [] : splitAtCommas(match[1]);
  const unknown = attributes.find((attribute) => !attributeForm.test(attribute));
  if (unknown !== undefined) throw new TypeError(`not an attribute: ${unknown} in ${prototype}`);
  const out = attributes.includes('out');
  const valued = (name: string) =>
    attributes.map((a) => new RegExp(`^${name}\\((\\w+)\\)$`).exec(a)?.[1]).find((v) => v !== undefined) ?? null;
  return Object.freeze({
    type: (match[2] ?? '').trim(),
    stars: [...(match[3] ?? '')].filter((c) => c === '*').length,
    name: match[4] ?? '',
    in: !out || attributes.includes('in'),
    out,
    ref: attributes.includes('ref'),
    unique: attributes.includes('unique'),
    sizeIs: valued('size_is'),
    lengthIs: valued('length_is'),
    iidIs: valued('iid_is'),
  });
}

/** Splits at the commas that stand outside brackets and parentheses; a blank list has no parts. */
function splitAtCommas(list: string): string[] {
  if (list.trim() === '') return [];
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < list.length; i++) {
    const c = list[i];
    if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(list.slice(start, i).trim());
      start = i + 1;
    }
  }
  parts.push(list.slice(start).trim());
  return parts;
}
