import { describe, type Guid, type HResult } from '../com/index.js';
import * as codes from './codes.js';
import type { FlagGroup } from './flags/index.js';
import * as flags from './flags/index.js';
import * as guids from './guids.js';
import * as named from './tags/named.js';
import type { NamedProp } from './tags/namedprop.js';
import { preferred } from './tags/preferred.js';
import * as tags from './tags/tags.js';
import type { MAPINAMEID } from './types/nameid.js';
import { type PropTag, propId, propType } from './types/proptag.js';
import * as types from './types/proptype.js';

/** What the identifiers from 0x8000 on mean: in a store each store names its own, in a directory they are fixed. */
export interface TagNaming {
  /** The tag belongs to the address book, so that an identifier from 0x8000 on is one of PR_EMS_AB_. */
  readonly directory?: boolean;
}

/**
 * The name of a property tag, for logs and listings.
 *
 * @param tag the tag
 * @param naming whose tag it is; a store's when left out
 * @returns `PR_SUBJECT` where the headers have exactly this tag, `PR_SUBJECT_A` for its 8-bit form,
 *   `PR_SUBJECT (PT_ERROR)` where they have the identifier with other types; null where they do not have it, or where
 *   it is the store's to name
 * @spec prop_tag
 */
export function nameOfTag(tag: number, naming: TagNaming = {}): string | null {
  if (propId(tag) >= 0x8000 && !naming.directory) return null;
  tagNames ??= readTagNames();
  const { byTag, byId } = tagNames;
  const exact = byTag.get(tag >>> 0);
  if (exact !== undefined) return exact;
  const other = byId.get(propId(tag));
  return other === undefined ? null : `${other} (${nameOfPropType(tag)})`;
}

/**
 * A property tag for people: its name where it has one, else its number and type.
 *
 * @param tag the tag
 * @param naming whose tag it is; a store's when left out
 * @returns `PR_SUBJECT`, or `0x8005001F (PT_UNICODE)`
 */
export const describeTag = (tag: number, naming: TagNaming = {}): string =>
  nameOfTag(tag, naming) ?? `${hexOf(tag, 8)} (${nameOfPropType(tag)})`;

/**
 * The tag of a name.
 *
 * @param name the name as the headers have it: `PR_SUBJECT_W`; upper and lower case differ
 * @returns the tag, or null when no header has the name
 */
export const tagByName = (name: string): PropTag | null => own<PropTag>(tags, name);

/**
 * The name of a property type.
 *
 * @param tag the type, or a tag of that type
 * @returns `PT_UNICODE`, `PT_MV_LONG`, `PT_MV_LONG | MV_INSTANCE` for a column of single instances, and `0x00AB` for what
 *   is no type
 * @spec prop_type
 */
export function nameOfPropType(tag: number): string {
  typeNames ??= readTypeNames();
  const type = propType(tag);
  const known = typeNames.get(type);
  if (known !== undefined) return known;
  const instance = type & types.MV_INSTANCE ? typeNames.get(type & ~types.MV_INSTANCE) : undefined;
  return instance === undefined ? hexOf(type, 4) : `${instance} | MV_INSTANCE`;
}

/**
 * The name of a named property that a page describes.
 *
 * @param property set and number or string
 * @returns `PidLidTaskDueDate`, or null when no page has it
 * @spec mapi-named-properties
 */
export function nameOfNamedProp(property: MAPINAMEID): string | null {
  namedNames ??= new Map(Object.entries(named).map(([name, value]) => [keyOf(value), name]));
  return namedNames.get(keyOf(property)) ?? null;
}

/**
 * A named property for people.
 *
 * @param property set and number or string
 * @returns `PidLidTaskDueDate`, or `PSETID_Task 0x8199`, or `PS_PUBLIC_STRINGS "Keywords of ours"`
 */
export function describeNamedProp(property: MAPINAMEID): string {
  const { lpguid, Kind } = property;
  const known = nameOfNamedProp(property);
  if (known !== null) return known;
  return `${nameOfGuid(lpguid) ?? lpguid} ${typeof Kind === 'string' ? JSON.stringify(Kind) : hexOf(Kind, 4)}`;
}

/**
 * The named property of a name.
 *
 * @param name the name as the pages have it: `PidLidTaskDueDate`; upper and lower case differ
 * @returns the named property, or null when no page has the name
 */
export const namedPropByName = (name: string): NamedProp | null => own<NamedProp>(named, name);

/**
 * The name of a GUID of MAPI: property sets, providers, sections of profiles, classes.
 *
 * @param guid the GUID
 * @returns `PSETID_Task`, or null when MAPI has no name for it
 */
export function nameOfGuid(guid: Guid): string | null {
  guidNames ??= firstOf(Object.entries(guids));
  return guidNames.get(guid) ?? null;
}

/**
 * A code as MAPI's pages spell it: MAPI_E_INVALID_PARAMETER where COM says E_INVALIDARG.
 *
 * @param hr the code
 * @returns MAPI's name, else the name that another room gave it, else its number
 */
export function describeMapiCode(hr: HResult): string {
  codeNames ??= firstOf(Object.entries(codes));
  return codeNames.get(hr) ?? describe(hr);
}

/**
 * The code of a name.
 *
 * @param name the name, such as `MAPI_E_NOT_FOUND`
 * @returns the code, or null when MAPI does not have it
 */
export const codeByName = (name: string): HResult | null => own<HResult>(codes, name);

/**
 * The group of flags of a name, which prints numbers made of them.
 *
 * @param group the name of the group, such as `MessageFlags`
 * @returns the group, or null when there is none of that name
 * @example
 * ```ts
 * flagGroup('MessageFlags')?.name(0x11); // 'MSGFLAG_READ | MSGFLAG_HASATTACH'
 * ```
 */
export function flagGroup(group: string): FlagGroup | null {
  const found = own<FlagGroup | number>(flags, group);
  return typeof found === 'object' ? found : null;
}

/**
 * The value of a flag's name.
 *
 * @param name the name, such as `MSGFLAG_READ`
 * @returns the value, or null when no group has it
 */
export function flagByName(name: string): number | null {
  const found = own<FlagGroup | number>(flags, name);
  return typeof found === 'number' ? found : null;
}

// Programs that print nothing pay nothing: each table is made when the first name is asked for.
let tagNames: ReturnType<typeof readTagNames> | undefined;
let typeNames: ReadonlyMap<number, string> | undefined;
let namedNames: ReadonlyMap<string, string> | undefined;
let guidNames: ReadonlyMap<string, string> | undefined;
let codeNames: ReadonlyMap<number, string> | undefined;

/** Of several names the one that `preferred` lists, else the shortest, else the first in the alphabet. */
function readTagNames(): { readonly byTag: ReadonlyMap<number, string>; readonly byId: ReadonlyMap<number, string> } {
  const chosen = new Set(preferred);
  const rank = (name: string): number => (chosen.has(name) ? 0 : name.length);
  const entries = Object.entries<number>(tags).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return { byTag: firstOf(entries), byId: firstOf(entries.map(([name, tag]) => [name, propId(tag)] as const)) };
}

/** The types of PropTypes and those that only servers use; of two spellings the one that says what it holds. */
function readTypeNames(): ReadonlyMap<number, string> {
  const spelling = /^PT_(?:MV_)?(?:I2|I4|R4|R8|LONGLONG|TSTRING)$/;
  const ours = Object.entries(types).filter(([name]) => name.startsWith('PT_') && !spelling.test(name));
  return firstOf([...ours, ['PT_SVREID', 0x00fb], ['PT_SRESTRICTION', 0x00fd], ['PT_ACTIONS', 0x00fe]]);
}

/** A table from value to name in which the first name of a value stays. */
function firstOf<V>(entries: readonly (readonly [name: string, value: V])[]): ReadonlyMap<V, string> {
  const table = new Map<V, string>();
  for (const [name, value] of entries) if (!table.has(value)) table.set(value, name);
  return table;
}

const keyOf = ({ lpguid, Kind }: MAPINAMEID): string =>
  `${lpguid} ${typeof Kind === 'number' ? Kind >>> 0 : JSON.stringify(Kind)}`;

const own = <V>(table: object, name: string): V | null =>
  Object.hasOwn(table, name) ? ((table as Readonly<Record<string, V>>)[name] ?? null) : null;

const hexOf = (value: number, digits: number): string =>
  `0x${(value >>> 0).toString(16).toUpperCase().padStart(digits, '0')}`;
