import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bits, values } from '../../../src/mapi/flags/flaggroup.js';
import * as flags from '../../../src/mapi/flags/index.js';
import { flagByName, flagGroup } from '../../../src/mapi/names.js';
import * as nameKinds from '../../../src/mapi/types/nameid.js';
import * as types from '../../../src/mapi/types/proptype.js';
import * as sorting from '../../../src/mapi/types/sortorder.js';
import { type ConstantFact, factsOf } from '../facts.js';

const facts = new Map(factsOf<readonly ConstantFact[]>('mapi-constants.json').map((fact) => [fact.name, fact]));
const exported: Readonly<Record<string, unknown>> = flags;
const numbers = Object.entries(exported).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
const groups = Object.values(exported).filter((one): one is flags.FlagGroup => typeof one === 'object');
const numberOf = (value: string | number): number => (typeof value === 'number' ? value : Number.parseInt(value, 16));

describe('Each flag against the headers', () => {
  test('has the value of the header', () => {
    const wrong = numbers.filter(([name, value]) => numberOf(facts.get(name)?.value ?? Number.NaN) !== value);
    expect(wrong).toEqual([]);
    expect(numbers.length).toBeGreaterThan(1000);
  });

  test('belongs to a group', () => {
    const grouped = new Set(groups.flatMap(({ constants }) => Object.keys(constants)));
    expect(numbers.map(([name]) => name).filter((name) => !grouped.has(name))).toEqual([]);
  });

  test.each(['MAPIDefS.h', 'MAPISPI.h', 'MAPIX.h', 'MAPIForm.h', 'MAPIHook.h', 'MAPIUtil.h', 'IMessage.h', 'MAPIWz.h'])(
    'none of %s is missing but what stands beside its type, and what no page explains',
    (header) => {
      const elsewhere: object = { ...types, ...nameKinds, ...sorting };
      const known = [...facts.values()].filter((fact) => fact.header === header).map(({ name }) => name);
      const missing = known.filter((name) => !(name in exported) && !(name in elsewhere));
      expect(known.length).toBeGreaterThan(0);
      expect(missing.filter((name) => !unexplained.has(name))).toEqual([]);
    },
  );

  /** A length, spellings of other constants, pointers in disguise, and flags of which no page says what they do. */
  const unexplained = new Set([
    'ADRPARM_HELP_CTX',
    'MAPI_APP_PROFILE',
    'MAPI_DIM',
    'MAPI_SIMPLE_DEFAULT',
    'MAPI_SIMPLE_EXPLICIT',
    'PT_PTR',
    'RECURSIVE_SORT',
    'fMapiUnicode',
    'hrSuccess',
  ]);
});

describe('A number for people', () => {
  test.each([
    [flags.MessageFlags, 0x11, 'MSGFLAG_READ | MSGFLAG_HASATTACH'],
    [flags.MessageFlags, 0, '0'],
    [flags.OpenFlags, 0x80000001, 'MAPI_MODIFY | MAPI_UNICODE'],
    [flags.OpenFlags, 0x80000001 | 0, 'MAPI_MODIFY | MAPI_UNICODE'],
    [flags.NotificationEvents, 0x40000100, 'fnevTableModified | fnevReservedForMapi'],
    [flags.MessageFlags, 0x20000001, 'MSGFLAG_READ | 0x20000000'],
    [flags.FuzzyLevels, 0, 'FL_FULLSTRING'],
    [flags.FuzzyLevels, 0x10002, 'FL_PREFIX | FL_IGNORECASE'],
    [flags.RelationalOperators, 4, 'RELOP_EQ'],
    [flags.ObjectTypes, 5, 'MAPI_MESSAGE'],
    [flags.ObjectTypes, 0x55, '0x55'],
    [flags.Priority, -1, 'PRIO_NONURGENT'],
    [flags.TableEvents, 3, 'TABLE_ROW_ADDED'],
  ])('$group: %i', (group, value, text) => {
    expect(group.name(value)).toBe(text);
  });

  test('a recipient type keeps its number beside its bits: 3 is MAPI_BCC, not MAPI_TO and MAPI_CC', () => {
    expect(flags.RecipientTypes.name(flags.MAPI_P1 | flags.MAPI_BCC)).toBe('MAPI_BCC | MAPI_P1');
    expect(flags.RecipientTypes.name(flags.MAPI_SUBMITTED | flags.MAPI_TO)).toBe('MAPI_TO | MAPI_SUBMITTED');
  });

  test('every number of bits reads back as the same number', () => {
    const group = fc.constantFrom(...groups);
    fc.assert(
      fc.property(group, fc.integer(), (one, value) => {
        const parts = one.name(value).split(' | ');
        const back = parts.reduce((sum, part) => sum | (one.constants[part] ?? Number(part)), 0);
        expect(back >>> 0).toBe(value >>> 0);
      }),
    );
  });

  test('groups are frozen and know their names', () => {
    for (const [name, one] of Object.entries(exported))
      if (typeof one === 'object') {
        expect((one as flags.FlagGroup).group).toBe(name);
        expect(Object.isFrozen(one) && Object.isFrozen((one as flags.FlagGroup).constants)).toBe(true);
        expect(flagGroup(name)).toBe(one);
      }
    expect(flagGroup('MSGFLAG_READ')).toBeNull();
    expect(flagGroup('toString')).toBeNull();
  });

  test('of several names of one value the first prints', () => {
    expect(bits('B', { ONE: 1, UNO: 1, TWO: 2 }).name(3)).toBe('ONE | TWO');
    expect(values('V', { ONE: 1, UNO: 1 }).name(1)).toBe('ONE');
  });

  test('names lead back to values', () => {
    expect(flagByName('MSGFLAG_READ')).toBe(1);
    expect(flagByName('MessageFlags')).toBeNull();
    expect(flagByName('MSGFLAG_MADE_UP')).toBeNull();
  });
});
