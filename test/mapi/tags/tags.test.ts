import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Guid } from '../../../src/com/index.js';
import * as guids from '../../../src/mapi/guids.js';
import * as named from '../../../src/mapi/tags/named.js';
import { type NamedProp, tagOfNamed } from '../../../src/mapi/tags/namedprop.js';
import * as tags from '../../../src/mapi/tags/tags.js';
import type { PropTag } from '../../../src/mapi/types/proptag.js';
import { PT_UNSPECIFIED } from '../../../src/mapi/types/proptype.js';
import { factsOf, type PropertyFacts } from '../facts.js';

const facts = factsOf<PropertyFacts>('mapi-properties.json');
const exported = tags as unknown as Readonly<Record<string, number>>;
const hex = (tag: number | undefined): string => `0x${tag?.toString(16).toUpperCase().padStart(8, '0')}`;

describe('Property tags against the headers', () => {
  test('a name that a header defines has the number of the header', () => {
    const wrong = facts.canonical.flatMap((row) =>
      Object.entries(row.header_tags ?? {}).filter(([name, tag]) => hex(exported[name]) !== tag),
    );
    expect(wrong).toEqual([]);
  });

  test('a name that only a page gives has the number of the page, _W the Unicode and _A the 8-bit one', () => {
    const wrong = facts.canonical.flatMap((row) =>
      row.pr_names
        .filter((name) => row.tag && !(name in (row.header_tags ?? {})) && !numbered.has(name))
        .filter((name) => {
          const page = /_A$/.test(name) ? (row.tag_a ?? row.tag) : /_W$/.test(name) ? (row.tag_w ?? row.tag) : row.tag;
          return hex(exported[name]) !== page;
        }),
    );
    expect(wrong).toEqual([]);
  });

  /** Pages that give one number for both kinds of string: the letter decides. */
  const numbered = new Set([
    'PR_CONTAB_DISPLAY_NAMES_A',
    'PR_CONTAB_STORE_NAMES_A',
    'PR_REPORT_DISPOSITION_TO_EMAIL_ADDRESSES_W',
    'PR_REPORT_DISPOSITION_TO_NAMES_W',
    'PR_SCHDINFO_DELEGATE_NAMES_W',
  ]);

  test('those that no page describes, too', () => {
    const first = new Map<string, string>();
    for (const { names, tag } of facts.other_tags) for (const name of names) if (!first.has(name)) first.set(name, tag);
    const wrong = [...first].filter(([name, tag]) => name in exported && hex(exported[name]) !== tag);
    expect(wrong).toEqual([]);
    const missing = [...first].filter(
      ([name, tag]) => /^PR_/.test(name) && !(name in exported) && !/^0x0000/.test(tag),
    );
    // Handles of an installable file system: no value of MAPI has their type.
    expect(missing.map(([name]) => name)).toEqual(['PR_INTERNET_CONTENT_HANDLE', 'PR_INTERNET_CONTENT_EA']);
  });

  test('what has pages that give no number is not there', () => {
    const missing = facts.canonical.filter((row) => row.pr_names.some((name) => !(name in exported)));
    expect(missing.map(({ name }) => name)).toEqual([
      'PidTagHome2TelephoneNumbers',
      'PidTagInferenceEnabled',
      'PidTagOrgEmailAddress',
    ]);
  });

  test('every number is an unsigned tag, and every other kind of string has the same identifier', () => {
    for (const [name, tag] of Object.entries(exported)) {
      expect(Number.isInteger(tag) && tag > 0 && tag <= 0xffffffff, name).toBe(true);
      const base = exported[name.replace(/_[AW]$/, '')];
      if (/_[AW]$/.test(name) && base !== undefined) expect(tag >>> 16, name).toBe(base >>> 16);
    }
    expect(Object.keys(exported).length).toBeGreaterThan(2500);
  });

  test('the well-known ones', () => {
    expect(hex(tags.PR_SUBJECT)).toBe('0x0037001F');
    expect(tags.PR_SUBJECT_W).toBe(tags.PR_SUBJECT);
    expect(hex(tags.PR_SUBJECT_A)).toBe('0x0037001E');
    expect(hex(tags.PR_ENTRYID)).toBe('0x0FFF0102');
    expect(hex(tags.PR_MESSAGE_DELIVERY_TIME)).toBe('0x0E060040');
    expect(hex(tags.PR_ATTACH_DATA_BIN)).toBe('0x37010102');
    expect(hex(tags.PR_ATTACH_DATA_OBJ)).toBe('0x3701000D');
  });

  test('carry the type of their values', () => {
    expectTypeOf(tags.PR_SUBJECT_A).toEqualTypeOf<PropTag<string>>();
    expectTypeOf(tags.PR_MESSAGE_FLAGS).toEqualTypeOf<PropTag<number>>();
    expectTypeOf(tags.PR_MESSAGE_DELIVERY_TIME).toEqualTypeOf<PropTag<bigint>>();
    expectTypeOf(tags.PR_HASATTACH).toEqualTypeOf<PropTag<boolean>>();
    expectTypeOf(tags.PR_ENTRYID).toEqualTypeOf<PropTag<Uint8Array>>();
    expectTypeOf(tags.PR_EMS_AB_PROXY_ADDRESSES).toEqualTypeOf<PropTag<readonly string[]>>();
  });
});

describe('Named properties against the pages', () => {
  const properties = named as unknown as Readonly<Record<string, NamedProp>>;

  test('have set, name and type of their page', () => {
    const types = new Map(facts.property_types.map(({ name, value }) => [name, Number.parseInt(value, 16)]));
    const wrong = facts.named.filter(({ name, set_guid, lid, string_name, type }) => {
      const property = properties[name];
      if (set_guid === null) return property !== undefined;
      const kind = string_name ?? Number.parseInt(lid ?? '', 16);
      return (
        property?.lpguid !== set_guid ||
        property.Kind !== kind ||
        property.ulKind !== (string_name ? 1 : 0) ||
        property.ulPropType !== (types.get(type ?? '') ?? PT_UNSPECIFIED)
      );
    });
    expect(wrong).toEqual([]);
    expect(Object.keys(properties).length).toBeGreaterThan(450);
  });

  test('each name of a set stands once where no page describes it', () => {
    const paged = new Set(facts.named.map(({ name }) => name));
    const keys = Object.entries(properties).map(([name, { lpguid, Kind }]) => ({ name, key: `${lpguid} ${Kind}` }));
    const first = new Map(keys.filter(({ name }) => paged.has(name)).map(({ key, name }) => [key, name]));
    expect(keys.filter(({ name, key }) => !paged.has(name) && first.has(key))).toEqual([]);
  });

  test('are frozen, and give the identifier of a store their type', () => {
    expect(Object.isFrozen(named.PidLidTaskDueDate)).toBe(true);
    const tag = tagOfNamed(named.PidLidTaskDueDate, 0x80050000);
    expect(hex(tag)).toBe('0x80050040');
    expectTypeOf(tag).toEqualTypeOf<PropTag<bigint>>();
  });
});

describe('GUIDs against the headers', () => {
  const rows = factsOf<readonly { readonly name: string; readonly guid: string }[]>('mapi-guids.json');
  const interfaces = factsOf<{ readonly interfaces: readonly { readonly iid: string | null }[] }>(
    'mapi-interfaces.json',
  ).interfaces.map(({ iid }) => iid);

  test('each is there but those of interfaces, which their declarations carry', () => {
    const expected = rows.filter(({ name, guid }) => !(name.startsWith('IID_') && interfaces.includes(guid)));
    expect({ ...guids }).toEqual(Object.fromEntries(expected.map(({ name, guid }) => [name, guid as Guid])));
  });
});
