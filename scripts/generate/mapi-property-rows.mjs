// The property tags of the committed facts under the names that the headers give them.
import { factsOf } from './written.mjs';

const facts = factsOf('mapi-properties.json');

/** TypeScript's type of the values of each property type. */
export const valueTypes = {
  PT_NULL: 'null',
  PT_SHORT: 'number',
  PT_LONG: 'number',
  PT_FLOAT: 'number',
  PT_DOUBLE: 'number',
  PT_CURRENCY: 'bigint',
  PT_APPTIME: 'number',
  PT_ERROR: 'HResult',
  PT_BOOLEAN: 'boolean',
  PT_OBJECT: 'number',
  PT_I8: 'bigint',
  PT_STRING8: 'string',
  PT_UNICODE: 'string',
  PT_SYSTIME: 'FileTime',
  PT_CLSID: 'Guid',
  PT_BINARY: 'Uint8Array',
};

/** What each property type is called in a sentence. */
const typeWords = {
  PT_NULL: 'no value',
  PT_SHORT: '16-bit integer',
  PT_LONG: '32-bit integer',
  PT_DOUBLE: 'floating point number',
  PT_BOOLEAN: 'true or false',
  PT_OBJECT: 'object',
  PT_I8: '64-bit integer',
  PT_STRING8: '8-bit string',
  PT_UNICODE: 'Unicode string',
  PT_SYSTIME: 'point in time',
  PT_CLSID: 'GUID',
  PT_BINARY: 'bytes',
};

/** Types that only servers use, and what a caller sees of them. */
const serverTypes = { 251: 'server entry identifier', 253: 'restriction', 254: 'actions of a rule' };

const aliases = { PT_I2: 'PT_SHORT', PT_TSTRING: 'PT_UNICODE', PT_R8: 'PT_DOUBLE', PT_MV_TSTRING: 'PT_MV_UNICODE' };
const numbers = new Map(facts.property_types.map(({ name, value }) => [name, Number.parseInt(value, 16)]));
/** Of several names of a type the one that `valueTypes` knows. */
const typeNames = new Map(
  Object.keys(valueTypes).flatMap((name) => [
    [numbers.get(name), name],
    [numbers.get(name.replace('PT_', 'PT_MV_')) ?? -1, name.replace('PT_', 'PT_MV_')],
  ]),
);

/**
 * The PT_ constant of a type as the facts write it.
 *
 * @param {string | null} type
 * @returns {string} the constant, or PT_UNSPECIFIED where the facts are silent
 */
export const typeConstant = (type) => {
  const known = aliases[type] ?? type;
  return [...typeNames.values()].includes(known) ? known : 'PT_UNSPECIFIED';
};

/**
 * TypeScript's type of the values behind a PT_ constant.
 *
 * @param {string} constant
 * @returns {string}
 */
export const valueTypeOf = (constant) => {
  if (constant === 'PT_UNSPECIFIED') return 'unknown';
  const single = valueTypes[constant.replace('PT_MV_', 'PT_')];
  return constant.startsWith('PT_MV_') ? `readonly ${single}[]` : single;
};

/**
 * What a PT_ constant is called in a sentence.
 *
 * @param {string} constant
 * @returns {string}
 */
export const typeWordsOf = (constant) => {
  if (constant === 'PT_UNSPECIFIED') return 'of no stated type';
  const single = typeWords[constant.replace('PT_MV_', 'PT_')];
  return constant.startsWith('PT_MV_') ? `many: ${single}` : single;
};

/** Names without a number that a tag can be made of, and why they are left out. */
export const leftOut = new Map();

/**
 * Every tag: name, number, TypeScript's type and words, in the order of the identifiers.
 *
 * @returns {{ name: string, tag: number, valueType: string, words: string, page?: string }[]}
 */
export function tagRows() {
  const rows = new Map();
  for (const row of facts.canonical) addCanonical(rows, row);
  // A name that headers give to several numbers keeps the one of the header it belongs to, which the facts list first.
  for (const row of facts.other_tags) addOther(rows, row);
  const all = [...rows.values()];
  // Names of one page keep the order of the page; of several pages that share an identifier the shorter names come first.
  const shortest = new Map();
  for (const { name, page } of all)
    shortest.set(page ?? name, Math.min(name.length, shortest.get(page ?? name) ?? name.length));
  const lengthOf = ({ name, page }) => shortest.get(page ?? name);
  return all.sort(
    (a, b) => (a.tag >>> 16) - (b.tag >>> 16) || weight(a) - weight(b) || lengthOf(a) - lengthOf(b) || a.rank - b.rank,
  );
}

/** Names with a page come first, then those without the letter of a string type, which log lines then print. */
function weight({ name, page }) {
  return (page ? 0 : 2) + (/_([AWO]|UNICODE|ASCII)$/.test(name) ? 1 : 0);
}

function addCanonical(rows, row) {
  const names = row.pr_names.length > 0 ? row.pr_names : [row.name];
  const tags = new Map(names.map((name) => [name, tagOfCanonical(row, name)]));
  for (const [name, tag] of Object.entries(row.header_tags ?? {})) tags.set(name, tag);
  if (row.tag_w && row.tag_a) {
    const base = names[0].replace(/_[AW]$/, '');
    for (const [name, tag] of [
      [base, row.tag_w],
      [`${base}_W`, row.tag_w],
      [`${base}_A`, row.tag_a],
    ])
      if (!tags.has(name)) tags.set(name, tag);
  }
  for (const [name, tag] of tags) {
    if (!tag) leftOut.set(name, `the page of ${row.name} gives no usable number`);
    else add(rows, name, Number.parseInt(tag, 16), `${row.name} (${row.area})`, row.page);
  }
}

function tagOfCanonical(row, name) {
  const stated = row.header_tags?.[name];
  if (stated) return stated;
  if (/_A$/.test(name)) return row.tag_a ?? withType(row.tag, '1F', '1E');
  if (/_W$/.test(name)) return row.tag_w ?? withType(row.tag, '1E', '1F');
  return row.tag_w ?? row.tag;
}

/** The tag with the other kind of string where its type, single or many, ends in one. */
function withType(tag, from, to) {
  return tag?.endsWith(from) ? tag.slice(0, -2) + to : tag;
}

function addOther(rows, row) {
  const named = row.names.some((name) => name.startsWith('PR_')) ? /^PR_/ : /^PidTag/;
  const tag = Number.parseInt(row.tag, 16);
  for (const name of row.names.filter((one) => named.test(one))) {
    if (tag >>> 16 === 0) leftOut.set(name, 'no property has the identifier 0');
    else
      add(
        rows,
        name,
        tag,
        `A property of ${row.sources.filter((source) => source !== 'mfcmapi').join(' and ') || 'servers'}`,
      );
  }
}

function add(rows, name, tag, what, page) {
  if (rows.has(name)) return;
  const type = tag & 0xffff;
  const constant = typeNames.get(type);
  if (!constant && !serverTypes[type]) {
    leftOut.set(name, `no value has the type 0x${type.toString(16)}`);
    return;
  }
  rows.set(name, {
    name,
    tag,
    valueType: constant ? valueTypeOf(constant) : 'unknown',
    words: `${what}: ${constant ? typeWordsOf(constant) : serverTypes[type]}.`,
    page,
    rank: rows.size,
  });
}

/**
 * Named properties: the constant's name, set, number or string, and type.
 *
 * @returns {{ name: string, set: string, kind: number | string, type: string, words: string, page?: string }[]}
 */
export function namedRows() {
  const rows = new Map();
  const taken = new Set();
  for (const row of facts.named) {
    if (!row.set) leftOut.set(row.name, 'the page names no property set');
    else addNamed(rows, taken, row.name, row);
  }
  for (const row of facts.named_without_page) {
    addNamed(rows, taken, row.names.find((name) => /^Pid(Lid|Name)/.test(name)) ?? row.names[0], row);
  }
  return [...rows.values()];
}

function addNamed(rows, taken, name, row) {
  const kind = row.string_name ?? Number.parseInt(row.lid, 16);
  const key = `${row.set} ${kind}`;
  if (rows.has(name) || (taken.has(key) && !row.page)) return;
  taken.add(key);
  const type = typeConstant(row.type);
  rows.set(name, {
    name,
    set: row.set,
    kind,
    type,
    words: `${row.area ?? 'A named property'}: ${typeWordsOf(type)}.`,
    page: row.page,
  });
}
