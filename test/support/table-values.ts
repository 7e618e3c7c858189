import fc from 'fast-check';
import {
  and,
  annotation,
  ascend,
  type Bmr,
  bits,
  categorized,
  categoryMax,
  categoryMin,
  changePropType,
  combine,
  comment,
  count,
  descend,
  exists,
  FL_IGNORECASE,
  FL_IGNORENONSPACE,
  FL_LOOSE,
  instanceOf,
  isString,
  not,
  or,
  PR_ATTACH_METHOD,
  PR_CONVERSATION_INDEX,
  PR_DISPLAY_NAME_W,
  PR_IMPORTANCE,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_RECIPIENTS,
  PR_RECIPIENT_TYPE,
  PR_SENDER_NAME_W,
  PR_SENSITIVITY,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SUBJECT_W,
  type PropTag,
  type PropValue,
  PT_BINARY,
  PT_BOOLEAN,
  PT_CLSID,
  PT_DOUBLE,
  PT_I8,
  PT_LONG,
  PT_MV_LONG,
  PT_MV_UNICODE,
  PT_STRING8,
  PT_SYSTIME,
  PT_UNICODE,
  PT_UNSPECIFIED,
  prop,
  propTag,
  propType,
  type Relop,
  type Restriction,
  type SSortOrder,
  type SSortOrderSet,
  singleType,
  size,
  sub,
} from '../../src/mapi/index.js';

/** Tells the rows of a test apart. */
export const ID: PropTag<number> = propTag(PT_LONG, 0x6810);
export const NOTE: PropTag<string> = propTag(PT_UNICODE, 0x6811);
export const RANK: PropTag<number> = propTag(PT_LONG, 0x6812);
export const WORDS: PropTag<readonly string[]> = propTag(PT_MV_UNICODE, 0x6813);
export const NUMBERS: PropTag<readonly number[]> = propTag(PT_MV_LONG, 0x6814);
const DATA = propTag(PT_BINARY, 0x6815);
const REAL = propTag(PT_DOUBLE, 0x6816);
const WIDE = propTag(PT_I8, 0x6817);
const WHEN = propTag(PT_SYSTIME, 0x6818);
const FLAG = propTag(PT_BOOLEAN, 0x6819);
const CLASS = propTag(PT_CLSID, 0x681a);

const texts = ['alpha', 'Alpha', 'ALPHABET', 'éclair', 'Eclair', 'e\u0301clair', 'zebra', 'ß', 'SS', '', '\u{1f600}'];
const text = fc.constantFrom(...texts, 'ﬁne', 'fine', 'a%b_c', "it's", 'x\u0301\u0302');
const long = fc.constantFrom(0, 1, 2, 3, 17, -1, 0x7fffffff);
const time = fc.constantFrom(0n, 133_500_000_000_000_001n, 133_500_000_000_000_002n, 7n);
const bytes = fc
  .constantFrom('', '00', 'ff', '00ff', 'ff0001', '616263')
  .map((hex) => Uint8Array.from(Buffer.from(hex, 'hex')));
const clsid = fc.constantFrom(
  '{00000000-0000-0000-0000-000000000000}',
  '{00020D0B-0000-0000-C000-000000000046}',
  '{FFFFFFFF-0000-0000-C000-000000000046}',
);

/** Values of each property that the tests use, of those with a column in the store and of those without. */
const kinds: ReadonlyMap<PropTag, fc.Arbitrary<unknown>> = new Map<PropTag, fc.Arbitrary<unknown>>([
  [PR_SENDER_NAME_W, text],
  [PR_SENT_REPRESENTING_NAME_W, text],
  [NOTE, text],
  [PR_IMPORTANCE, long],
  [PR_SENSITIVITY, long],
  [RANK, long],
  [PR_MESSAGE_DELIVERY_TIME, time],
  [WHEN, time],
  [PR_CONVERSATION_INDEX, bytes],
  [DATA, bytes],
  [REAL, fc.constantFrom(0, -0.5, 1e300, 3)],
  [WIDE, fc.constantFrom(0n, 1n, -1n, 2n ** 62n)],
  [FLAG, fc.boolean()],
  [CLASS, clsid],
  [WORDS, fc.array(text, { minLength: 1, maxLength: 3 })],
  [NUMBERS, fc.array(long, { minLength: 1, maxLength: 3 })],
]);

const tags = [...kinds.keys()];
const valuesOf = (tag: PropTag): fc.Arbitrary<unknown> => kinds.get(tag) as fc.Arbitrary<unknown>;
const element = (tag: PropTag): fc.Arbitrary<unknown> =>
  tag === WORDS ? text : tag === NUMBERS ? long : valuesOf(tag);

/** Some properties of an object. */
export const properties: fc.Arbitrary<readonly PropValue[]> = fc
  .tuple(...tags.map((tag) => fc.option(valuesOf(tag), { nil: undefined, freq: 3 })))
  .map((values) =>
    values.flatMap((value, index) => (value === undefined ? [] : [prop(tags[index] as PropTag, value)])),
  );

const anyTag = fc.constantFrom(...tags);
const stringTags: readonly PropTag[] = [PR_SENDER_NAME_W, PR_SENT_REPRESENTING_NAME_W, NOTE, WORDS];
const relop = fc.constantFrom<Relop>(0, 1, 2, 3, 4, 5);
const patterns = fc.constantFrom('a', '^al', 'r$', '[e-z]', '.*b', '^$', 'é', 'A*');

/** The 8-bit form of a string property now and then. */
const eitherWidth = (tag: PropTag): fc.Arbitrary<PropTag> =>
  isString(tag) && singleType(tag) === propType(tag)
    ? fc.constantFrom(tag, tag, changePropType(tag, PT_STRING8))
    : fc.constant(tag);

const property = anyTag.chain(eitherOf).chain(([tag, known]) =>
  fc.tuple(relop, fc.oneof(element(known), valuesOf(known))).map(
    ([operator, value]): Restriction => ({
      rt: 'property',
      relop: operator,
      ulPropTag: tag,
      lpProp: prop(Array.isArray(value) ? tag : changePropType(tag, singleType(tag)), value),
    }),
  ),
);
function eitherOf(tag: PropTag): fc.Arbitrary<[PropTag, PropTag]> {
  return eitherWidth(tag).map((width) => [width, tag]);
}

const pattern = fc.tuple(fc.constantFrom(...stringTags), patterns).map(
  ([tag, value]): Restriction => ({
    rt: 'property',
    relop: 6,
    ulPropTag: tag,
    lpProp: prop(changePropType(tag, singleType(tag)), value),
  }),
);

const fuzzy = fc
  .tuple(fc.constantFrom(0, 1, 2), fc.subarray([FL_IGNORECASE, FL_IGNORENONSPACE, FL_LOOSE]))
  .map(([level, how]) => how.reduce((all, flag) => all | flag, level));
const content = fc.oneof(
  fc
    .tuple(
      fuzzy,
      fc.constantFrom(...stringTags).chain(eitherWidth),
      fc.oneof(text, fc.constantFrom('a', 'AL', 'e', 'é', 's')),
    )
    .map(
      ([ulFuzzyLevel, ulPropTag, value]): Restriction => ({
        rt: 'content',
        ulFuzzyLevel,
        ulPropTag,
        lpProp: prop(changePropType(ulPropTag, singleType(ulPropTag)), value),
      }),
    ),
  fc.tuple(fuzzy, fc.constantFrom(DATA, PR_CONVERSATION_INDEX), bytes).map(
    ([ulFuzzyLevel, ulPropTag, value]): Restriction => ({
      rt: 'content',
      ulFuzzyLevel,
      ulPropTag,
      lpProp: prop(ulPropTag, value),
    }),
  ),
);

const compare = fc
  .tuple(
    relop,
    fc.constantFrom<readonly [PropTag, PropTag]>(
      [PR_SENDER_NAME_W, PR_SENT_REPRESENTING_NAME_W],
      [PR_SENDER_NAME_W, NOTE],
      [PR_IMPORTANCE, PR_SENSITIVITY],
      [PR_IMPORTANCE, RANK],
      [PR_MESSAGE_DELIVERY_TIME, WHEN],
      [PR_CONVERSATION_INDEX, DATA],
    ),
  )
  .map(
    ([operator, [ulPropTag1, ulPropTag2]]): Restriction => ({ rt: 'compare', relop: operator, ulPropTag1, ulPropTag2 }),
  );

const leaf: fc.Arbitrary<Restriction> = fc.oneof(
  { weight: 5, arbitrary: property },
  pattern,
  { weight: 4, arbitrary: content },
  { weight: 2, arbitrary: compare },
  fc
    .tuple(fc.constantFrom(PR_IMPORTANCE, PR_SENSITIVITY, RANK), long, fc.constantFrom<Bmr>(0, 1))
    .map(([tag, mask, kind]) => bits(tag, mask, kind === 0 ? 'eqz' : 'nez')),
  fc.tuple(anyTag, relop, fc.nat(24)).map(([tag, operator, cb]) => size(tag, operator, cb)),
  fc.tuple(anyTag, fc.boolean()).map(([tag, typed]) => exists(typed ? tag : changePropType(tag, PT_UNSPECIFIED))),
);

const inner: fc.Arbitrary<Restriction> = fc.oneof(
  fc.constantFrom(1, 2, 3).map(
    (type): Restriction => ({
      rt: 'property',
      relop: 4,
      ulPropTag: PR_RECIPIENT_TYPE,
      lpProp: prop(PR_RECIPIENT_TYPE, type),
    }),
  ),
  fc.constantFrom(1, 5, 6).map(
    (method): Restriction => ({
      rt: 'property',
      relop: 4,
      ulPropTag: PR_ATTACH_METHOD,
      lpProp: prop(PR_ATTACH_METHOD, method),
    }),
  ),
  fc.constantFrom('ann', 'bob', 'A').map(
    (name): Restriction => ({
      rt: 'content',
      ulFuzzyLevel: 1 | FL_IGNORECASE,
      ulPropTag: PR_DISPLAY_NAME_W,
      lpProp: prop(PR_DISPLAY_NAME_W, name),
    }),
  ),
  fc.constant(exists(PR_DISPLAY_NAME_W)),
  fc.constant(and()),
);
const innerTree = fc.oneof(
  inner,
  inner.map(not),
  fc.tuple(inner, inner).map(([a, b]) => and(a, b)),
);

/** Restrictions on recipients and attachments. */
const subObject = fc
  .tuple(fc.constantFrom(PR_MESSAGE_RECIPIENTS, PR_MESSAGE_ATTACHMENTS), innerTree)
  .map(([tag, part]): Restriction => sub(tag, part));

const tree = (leaves: fc.Arbitrary<Restriction>): fc.Arbitrary<Restriction> =>
  fc.letrec<{ tree: Restriction }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaves,
      fc.array(tie('tree'), { maxLength: 3 }).map((parts) => and(...parts)),
      fc.array(tie('tree'), { maxLength: 3 }).map((parts) => or(...parts)),
      tie('tree').map(not),
      fc
        .tuple(fc.constantFrom(comment, annotation), fc.option(tie('tree')))
        .map(([around, part]) => around([prop(PR_SUBJECT_W, 'remark')], part)),
    ),
  })).tree;

/** Restrictions of every kind that look at the object alone. */
export const restrictions: fc.Arbitrary<Restriction> = tree(leaf);
/** Restrictions of every kind. */
export const allRestrictions: fc.Arbitrary<Restriction> = tree(fc.oneof({ weight: 4, arbitrary: leaf }, subObject));

/**
 * A restriction, or a count of its matches.
 *
 * @param of restrictions
 */
export const perhapsCounted = (of: fc.Arbitrary<Restriction>): fc.Arbitrary<Restriction> =>
  fc.tuple(of, fc.option(fc.nat(12)), fc.boolean()).map(([restriction, most, remark]) => {
    const limited = most === null ? restriction : count(most, restriction);
    return remark ? comment([], limited) : limited;
  });

const instance = fc.constantFrom<PropTag>(instanceOf(WORDS), instanceOf(NUMBERS));
const column = fc.oneof({ weight: 5, arbitrary: anyTag }, instance);
const plain = fc.tuple(column, fc.boolean()).map(([tag, up]): SSortOrder => (up ? ascend(tag) : descend(tag)));
const rest = fc.array(plain, { maxLength: 2 });

/** Orders of every kind: plain ones, single instances, categories of several levels, combined ones, in an order of their own. */
export const orders: fc.Arbitrary<SSortOrderSet> = fc.oneof(
  fc.array(plain, { maxLength: 3 }).map((aSort) => categorized(0, 0, ...aSort)),
  fc.tuple(plain, rest, fc.nat(1)).map(([first, more, open]) => categorized(1, open, first, ...more)),
  fc
    .tuple(plain, plain, rest, fc.nat(2))
    .map(([first, second, more, open]) => categorized(2, open, first, second, ...more)),
  fc
    .tuple(plain, anyTag, rest, fc.boolean(), fc.nat(1))
    .map(([first, by, more, most, open]) =>
      categorized(1, open, first, most ? categoryMax(by) : categoryMin(by), ...more),
    ),
  fc
    .tuple(plain, column, rest, fc.nat(1))
    .map(([first, with_, more, open]) => categorized(2, open, first, combine(with_), ...more)),
);

/** Orders without headings. */
export const plainOrders: fc.Arbitrary<SSortOrderSet> = fc
  .array(
    fc.tuple(anyTag, fc.boolean()).map(([tag, up]): SSortOrder => (up ? ascend(tag) : descend(tag))),
    { maxLength: 3 },
  )
  .map((aSort) => categorized(0, 0, ...aSort));
