import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Guid, guidFromBytes, hresult } from '../../../../src/com/index.js';
import {
  isMultiValued,
  type PropTag,
  type PropValue,
  PT_APPTIME,
  PT_BINARY,
  PT_BOOLEAN,
  PT_CLSID,
  PT_CURRENCY,
  PT_DOUBLE,
  PT_ERROR,
  PT_FLOAT,
  PT_I8,
  PT_LONG,
  PT_MV_BINARY,
  PT_MV_CLSID,
  PT_MV_DOUBLE,
  PT_MV_I8,
  PT_MV_LONG,
  PT_MV_UNICODE,
  PT_NULL,
  PT_OBJECT,
  PT_SHORT,
  PT_STRING8,
  PT_SYSTIME,
  PT_UNICODE,
  singleType,
} from '../../../../src/mapi/index.js';
import { Bag } from '../../../../src/providers/store/sql/bag/bag.js';

const bigint64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const text = fc.string({ unit: 'binary' });
// Any sequence of UTF-16 units: programs store halves of pairs too.
const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
const values: Readonly<Record<number, fc.Arbitrary<unknown>>> = {
  [PT_NULL]: fc.constant(null),
  [PT_SHORT]: fc.integer({ min: -0x8000, max: 0x7fff }),
  [PT_LONG]: fc.integer(),
  [PT_OBJECT]: fc.constant(0),
  [PT_ERROR]: fc.integer({ min: 0, max: 0xffffffff }).map((code) => hresult(code)),
  [PT_FLOAT]: fc.float(),
  [PT_DOUBLE]: fc.double(),
  [PT_APPTIME]: fc.double(),
  [PT_BOOLEAN]: fc.boolean(),
  [PT_I8]: bigint64,
  [PT_CURRENCY]: bigint64,
  [PT_SYSTIME]: bigint64,
  [PT_STRING8]: text,
  [PT_UNICODE]: fc.oneof(text, units),
  [PT_CLSID]: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes): Guid => guidFromBytes(bytes)),
  [PT_BINARY]: fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from(bytes)),
};
const many = [PT_MV_LONG, PT_MV_DOUBLE, PT_MV_I8, PT_MV_UNICODE, PT_MV_CLSID, PT_MV_BINARY];
const types = [...Object.keys(values).map(Number), ...many];

const property = fc
  .tuple(fc.integer({ min: 1, max: 0xffff }), fc.constantFrom(...types))
  .chain(([id, type]): fc.Arbitrary<PropValue> => {
    const one = values[singleType(type)] as fc.Arbitrary<unknown>;
    const tag = ((id << 16) | type) >>> 0;
    return (isMultiValued(type) ? fc.array(one, { maxLength: 5 }) : one).map((value) => [tag as PropTag, value]);
  });
const properties = fc.uniqueArray(property, { selector: ([tag]) => tag >>> 16, maxLength: 30 });

const tag = (id: number, type: number) => ((id << 16) | type) as PropTag;
const pairs = (bag: Bag) => new Map(bag.props().map(([each, value]) => [each, value]));

describe('A bag of properties', () => {
  test('gives back every value of every type as it was put in', () => {
    fc.assert(
      fc.property(properties, (props) => {
        const bag = new Bag(Uint8Array.from(Bag.of(props).bytes));
        expect(bag.props()).toEqual(props);
        expect(bag.tags).toEqual(props.map(([each]) => each));
        for (const [each, value] of props) expect(bag.get(each)).toEqual(value);
      }),
    );
  });

  test('changed is the bag of the changed properties', () => {
    fc.assert(
      fc.property(properties, properties, fc.array(fc.integer({ min: 0, max: 0xffffffff })), (before, set, remove) => {
        const taken = [...remove, ...before.slice(0, 3).map(([each]) => each)];
        const expected = new Map(before.map((each) => [each[0] >>> 16, each]));
        for (const each of taken) expected.delete(each >>> 16);
        for (const each of set) expected.set(each[0] >>> 16, each);
        expect(pairs(Bag.of(before).with(set, taken))).toEqual(new Map([...expected.values()]));
      }),
    );
  });

  test('holds one property of an identifier, whatever its type', () => {
    const bag = Bag.of([[tag(0x6001, PT_LONG), 1]]).with([[tag(0x6001, PT_UNICODE), 'one']], []);
    expect(bag.props()).toEqual([[tag(0x6001, PT_UNICODE), 'one']]);
    expect(bag.get(tag(0x6001, PT_LONG))).toBe('one');
    expect(bag.tag(tag(0x6001, PT_LONG))).toBe(tag(0x6001, PT_UNICODE));
    expect(bag.sizeOf(tag(0x6001, PT_UNICODE))).toBe(3);
    expect([bag.get(tag(0x6002, PT_LONG)), bag.tag(tag(0x6002, PT_LONG)), bag.sizeOf(1)]).toEqual([
      undefined,
      null,
      null,
    ]);
  });

  test('keeps the last of several with one identifier, at the place of the first, however many there are', () => {
    for (const many of [3, 99, 101, 500]) {
      const ids = Array.from({ length: many }, (_, at) => 0x6000 + at);
      const first = ids.map((id): PropValue => [tag(id, PT_LONG), id]);
      const again = ids.filter((id) => id % 2 === 0).map((id): PropValue => [tag(id, PT_UNICODE), `last ${id}`]);
      const bag = Bag.of([...first, ...again]);
      expect(bag.tags).toEqual(ids.map((id) => tag(id, id % 2 === 0 ? PT_UNICODE : PT_LONG)));
      expect(bag.get(tag(0x6000, PT_UNICODE))).toBe(`last ${0x6000}`);
      expect(bag.get(tag(0x6001, PT_LONG))).toBe(0x6001);
    }
  });

  test('refuses a value that is not of its tag’s type, and a type that no property has', () => {
    for (const [type, value] of [
      [PT_LONG, 'one'],
      [PT_LONG, 1.5],
      [PT_BOOLEAN, 1],
      [PT_SYSTIME, 1],
      [PT_UNICODE, 1],
      [PT_BINARY, 'x'],
      [PT_MV_LONG, 1],
      [0x0077, 1],
    ] as const)
      expect(() => Bag.of([[tag(0x6001, type), value]])).toThrow('INVALID_PARAMETER');
  });

  test('answers any other bytes with values or CORRUPT_STORE, never with anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.boolean(), (noise, formed) => {
        const bytes = Uint8Array.from(formed ? [1, ...noise] : noise);
        try {
          expect(new Bag(bytes).props()).toBeInstanceOf(Array);
        } catch (error) {
          expect(error).toMatchObject({ name: 'StoreError', code: 'CORRUPT_STORE' });
        }
      }),
      { numRuns: 1000 },
    );
  });
});
