import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FrameParser } from '../../src/bridge/frames.js';
import { notification } from '../../src/bridge/structures/notification.js';
import { propValue } from '../../src/bridge/structures/propvalue.js';
import { restriction } from '../../src/bridge/structures/restriction.js';
import { interfaces, planner } from '../../src/bridge/vocabulary.js';
import * as com from '../../src/com/index.js';
import { type AnyIid, marshal } from '../../src/com/index.js';
import * as imnxport from '../../src/imnxport/index.js';
import * as mapi from '../../src/mapi/index.js';
import { frame } from './rawhost.js';
import { bareReferences, readAll, vector, written } from './vectors.js';

const declared = [com, imnxport, mapi]
  .flatMap((room) => Object.values<unknown>(room))
  .filter(
    (value): value is AnyIid => typeof value === 'object' && value !== null && 'methods' in value && 'guid' in value,
  );
const plans = declared.flatMap((iid) => interfaces.slots(iid).map((slot) => planner.plan(slot)));

const u32 = fc.nat(0xffffffff);
const i32 = fc.integer({ min: -0x80000000, max: 0x7fffffff });
const text = fc.string({ unit: 'binary', maxLength: 20 });
const bytes = fc.uint8Array({ maxLength: 20 });
const big = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const byType: readonly (readonly [number, fc.Arbitrary<unknown>])[] = [
  [mapi.PT_SHORT, fc.integer({ min: -0x8000, max: 0x7fff })],
  [mapi.PT_LONG, i32],
  [mapi.PT_FLOAT, fc.float()],
  [mapi.PT_DOUBLE, fc.double()],
  [mapi.PT_CURRENCY, big],
  [mapi.PT_APPTIME, fc.double()],
  [mapi.PT_I8, big],
  [mapi.PT_STRING8, text],
  [mapi.PT_UNICODE, text],
  [mapi.PT_SYSTIME, fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })],
  [mapi.PT_CLSID, fc.uuid().map((id) => com.guid(id))],
  [mapi.PT_BINARY, bytes],
];
const property = fc.oneof(
  ...byType.flatMap(([type, value]) => [
    fc.tuple(fc.constant(0x66000000 + type), value),
    fc.tuple(fc.constant(0x66001000 + type), fc.array(value, { maxLength: 4 })),
    fc.tuple(fc.constant(0x66003000 + type), value),
  ]),
  fc.tuple(fc.constant(0x6600000b), fc.boolean()),
  fc.tuple(fc.constant(0x6600000a), i32),
  fc.tuple(fc.constant(1), fc.constant(null)),
);
const { condition } = fc.letrec<{ condition: unknown }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.record({ rt: fc.constant('exist'), ulPropTag: u32 }),
    fc.record({ rt: fc.constant('content'), ulFuzzyLevel: u32, ulPropTag: u32, lpProp: property }),
    fc.record({ rt: fc.constant('property'), relop: u32, ulPropTag: u32, lpProp: property }),
    fc.record({ rt: fc.constant('compare'), relop: u32, ulPropTag1: u32, ulPropTag2: u32 }),
    fc.record({ rt: fc.constant('bitmask'), relBMR: u32, ulPropTag: u32, ulMask: u32 }),
    fc.record({ rt: fc.constant('size'), relop: u32, ulPropTag: u32, cb: u32 }),
    fc.record({ rt: fc.constantFrom('and', 'or'), lpRes: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ rt: fc.constant('not'), lpRes: tie('condition') }),
    fc.record({ rt: fc.constant('sub'), ulSubObject: u32, lpRes: tie('condition') }),
    fc.record({ rt: fc.constant('count'), ulCount: u32, lpRes: tie('condition') }),
    fc.record({
      rt: fc.constantFrom('comment', 'annotation'),
      lpRes: fc.option(tie('condition')),
      lpProp: fc.array(property, { maxLength: 2 }),
    }),
  ),
}));

describe('what goes out comes back', () => {
  test('properties of every type', () => {
    fc.assert(
      fc.property(property, (value) => {
        expect(readAll(propValue as marshal.WireType, written(propValue as marshal.WireType, value))).toEqual(value);
      }),
    );
  });

  test('conditions, and a value that ends too early is none', () => {
    fc.assert(
      fc.property(condition, fc.nat(), (value, cut) => {
        const bytesOf = written(restriction as marshal.WireType, value);
        expect(readAll(restriction as marshal.WireType, bytesOf)).toEqual(value);
        expect(() => readAll(restriction, bytesOf.subarray(0, cut % bytesOf.length))).toThrow(marshal.MalformedError);
      }),
    );
  });

  test('frames, however they are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(255), u32, bytes), { maxLength: 8 }),
        fc.array(fc.nat(40), { maxLength: 12 }),
        (frames, cuts) => {
          const whole = Buffer.concat(frames.map(([kind, number, body]) => frame(kind, number, body)));
          const got: unknown[] = [];
          const parser = new FrameParser((kind, number, body) => got.push([kind, number, new Uint8Array(body)]));
          let at = 0;
          for (const cut of cuts) {
            parser.push(whole.subarray(at, at + cut));
            at = Math.min(whole.length, at + cut);
          }
          parser.push(whole.subarray(at));
          expect(got).toEqual(frames);
        },
      ),
    );
  });
});

describe('bytes that nobody wrote', () => {
  test('are malformed or mean something that goes back as it came', () => {
    const methods = plans.filter(({ beyond }) => beyond === null);
    fc.assert(
      fc.property(fc.nat(methods.length - 1), fc.uint8Array({ maxLength: 120 }), (which, given) => {
        const steps = [...(methods[which]?.inputs ?? []), ...(methods[which]?.outputs ?? [])];
        const reader = new marshal.ByteReader(Buffer.from(given));
        try {
          for (const { type } of steps) {
            const value = type.read(reader, bareReferences);
            expect(readAll(type, written(type, value))).toEqual(value);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(marshal.MalformedError);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a vector with some of its bytes changed', () => {
    const types: readonly (readonly [string, marshal.WireType])[] = [
      ['restriction.and', restriction as marshal.WireType],
      ['notification.table', notification as marshal.WireType],
      ['notification.newmail', notification as marshal.WireType],
      ['prop.mv_unicode', propValue as marshal.WireType],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.nat(), fc.nat(255), ([name, type], at, byte) => {
        const changed = Buffer.from(vector(name));
        changed[at % changed.length] = byte;
        try {
          readAll(type, changed);
        } catch (error) {
          expect(error).toBeInstanceOf(marshal.MalformedError);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('do not make it allocate or descend without end', () => {
    const deep = Buffer.concat([Buffer.alloc(4 * 100, Buffer.of(2, 0, 0, 0)), Buffer.of(8, 0, 0, 0, 1, 0, 0, 0)]);
    expect(() => readAll(restriction, deep)).toThrow(/more than 64 deep/);
    const many = Buffer.from('ffffff7f', 'hex');
    expect(() => readAll(marshal.arrayOf(marshal.u32), many)).toThrow(/elements in 0 bytes/);
    expect(() => readAll(marshal.bytes, many)).toThrow(marshal.MalformedError);
    expect(() => readAll(marshal.text, many)).toThrow(marshal.MalformedError);
  });
});

describe('which methods no frame can hold', () => {
  test('are those with functions, handles of the system, or memory of which nothing says what it is', async () => {
    const beyond = plans.filter((plan) => plan.beyond !== null).map((plan) => `${plan.where} ${plan.beyond}`);
    await expect(`${[...new Set(beyond)].toSorted().join('\n')}\n`).toMatchFileSnapshot('beyond.txt');
    const clients = [
      'IMAPISession',
      'IMsgStore',
      'IMAPIFolder',
      'IMAPIContainer',
      'IMessage',
      'IAttach',
      'IMAPITable',
      'IMAPIProp',
      'IProfAdmin',
      'IMsgServiceAdmin',
      'IAddrBook',
      'IMAPIStatus',
      'IStream',
      'ISMTPTransport2',
    ];
    expect(beyond.filter((line) => clients.includes(line.split('::')[0] ?? ''))).toEqual([]);
  });
});
