// What native/generated/extended.cc holds: for each interface that programs get, the description of its methods and the table of functions
// in the order of its slots, made of the prototypes that src declares.

/** What a C type is called in native/extended/describe.h, stars and `LP` aside. */
const numbers = {
  ULONG: 'kNumber',
  LONG: 'kNumber',
  DWORD: 'kNumber',
  HRESULT: 'kNumber',
  BOOL: 'kNumber',
  ULONG_PTR: 'kWord',
  BOOKMARK: 'kBookmark',
  LARGE_INTEGER: 'kWide',
  ULARGE_INTEGER: 'kWide',
};
const kinds = {
  LPTSTR: 'kText',
  LPSTR: 'kText8',
  LPENTRYID: 'kBytes',
  LPBYTE: 'kBytes',
  LPCIID: 'kGuid',
  LPGUID: 'kGuid',
  LPMAPIUID: 'kGuid',
  MAPIUID: 'kGuid',
  LPSPropTagArray: 'kTags',
  LPSPropValue: 'kProps',
  LPSRow: 'kRow',
  LPSRowSet: 'kRows',
  LPADRLIST: 'kAddresses',
  LPADRENTRY: 'kAddress',
  LPADRPARM: 'kAddressDialog',
  LPFlagList: 'kFlags',
  LPENTRYLIST: 'kEntries',
  LPSRestriction: 'kRestriction',
  LPSSortOrderSet: 'kSort',
  LPSPropProblemArray: 'kProblems',
  LPMAPIERROR: 'kError',
  LPMAPINAMEID: 'kNames',
  LPNOTIFICATION: 'kNotification',
  STATSTG: 'kStat',
  LPFNDISMISS: 'kNothing',
  LPFNBUTTON: 'kNothing',
  CALLERRELEASE: 'kNothing',
};

/** Methods that are written by hand, in native/extended/servicestream.cc. */
const byHand = {
  'ISequentialStream::Read': 'readStream',
  'ISequentialStream::Write': 'writeStream',
};
const unknown = ['queryInterface', 'addRef', 'release'];

/** Interfaces of which only the descriptions are needed: the functions that call them stand in native/extended. */
const roots = ['IComailMapi', 'IComailMapiUtil'];

/**
 * The text of the file.
 *
 * @param {readonly object[]} interfaces what programs get, with `name`, `guid` and `slots`; those of object 0 among them
 * @param {(type: string, stars: number) => { name: string, guid: string } | null} pointed the interface behind a type of C
 * @returns {string}
 */
export function proxies(interfaces, pointed) {
  const declared = new Map();
  const named = new Map();
  for (const { slots } of interfaces)
    for (const slot of slots) {
      const where = `${slot.declaredBy.name}::${slot.name}`;
      if (!declared.has(where) && slot.declaredBy.name !== 'IUnknown' && !byHand[where])
        declared.set(where, described(slot, slots.indexOf(slot), pointed, named));
    }
  const tables = interfaces.filter(({ name }) => !roots.includes(name));
  for (const { name, guid } of tables) named.set(name, guid);
  return `#include "generated/extended.h"

#include <mapidefs.h>
#include <mapix.h>

#include <mapiutil.h>

#include "extended/call.h"
#include "extended/method.h"

namespace comail {

namespace {

${[...named]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, guid]) => `constexpr Guid k${name} = ${guidText(guid)};`)
  .join('\n')}

${[...declared.values()]
  .filter(({ root }) => !root)
  .map(({ text }) => text)
  .join('\n')}

${tables.map((one) => table(one, declared)).join('\n\n')}

const Interface interfaces[] = {
${tables.map(({ name }) => `  {"${name}", k${name}, t${name}},`).join('\n')}
};

}  // namespace

const Interface *interfaceOf(const Guid &iid) {
  for (const Interface &one : interfaces)
    if (one.iid == iid) return &one;
  return nullptr;
}

${[...declared.values()]
  .filter(({ root }) => root)
  .map(({ text }) => text)
  .join('\n')}

}  // namespace comail
`;
}

/**
 * The text of its header: what calls object 0.
 *
 * @param {readonly object[]} interfaces as for {@link proxies}
 * @returns {string}
 */
export function proxiesHeader(interfaces) {
  const mine = interfaces.filter(({ name }) => roots.includes(name));
  return `#pragma once

#include "extended/describe.h"

namespace comail {

${mine.map(({ name, guid }) => `constexpr Guid k${name} = ${guidText(guid)};`).join('\n')}
${mine
  .flatMap(({ slots }) => slots.slice(3))
  .map((slot) => `extern const Method ${methodName(slot)};`)
  .join('\n')}

}  // namespace comail
`;
}

/**
 * The text of native/generated/mapi-layouts.h: that the compiler lays the structures out as the reference says.
 *
 * @param {object} facts what test/reference/mapi-layouts.json says
 * @param {readonly string[]} names the structures that cross the border
 * @returns {string}
 */
export function layouts({ structures }, names) {
  const asserts = (width) =>
    names.flatMap((name) => {
      const { size, align, ...members } = structures[name][width];
      return [
        `static_assert(sizeof(${name}) == ${size} && alignof(${name}) == ${align}, "${name}");`,
        ...Object.entries(members).map(
          ([member, offset]) => `static_assert(offsetof(${name}, ${member}) == ${offset}, "${name}.${member}");`,
        ),
      ];
    });
  return `#pragma once

#include <objidl.h>
#include <mapidefs.h>
#include <mapix.h>
#include <stddef.h>

#ifdef _WIN64
${asserts('8').join('\n')}
#else
${asserts('4').join('\n')}
#endif
`;
}

/** The structures of {@link layouts}. */
export const structuresOfLayouts = [
  'SPropValue',
  'SBinary',
  'SPropTagArray',
  'SPropProblem',
  'SPropProblemArray',
  'SRow',
  'SRowSet',
  'ADRENTRY',
  'ADRLIST',
  'SRestriction',
  'SContentRestriction',
  'SCommentRestriction',
  'SSubRestriction',
  'SSortOrder',
  'SSortOrderSet',
  'NOTIFICATION',
  'ERROR_NOTIFICATION',
  'NEWMAIL_NOTIFICATION',
  'OBJECT_NOTIFICATION',
  'TABLE_NOTIFICATION',
  'EXTENDED_NOTIFICATION',
  'STATUS_OBJECT_NOTIFICATION',
  'MAPIERROR',
  'MAPINAMEID',
  'ENTRYLIST',
  'FlagList',
  'ADRPARM',
  'STATSTG',
];

function described(slot, at, pointed, named) {
  const { parameters } = slot.signature;
  const root = roots.includes(slot.declaredBy.name);
  const flags = parameters.findIndex(({ name }) => name === 'ulFlags' || name === 'flFlags');
  const list = parameters.map((one) => parameter(one, parameters, pointed, named, slot));
  const array = `p${methodName(slot).slice(1)}`;
  const lines = list.length > 0 ? [`constexpr Parameter ${array}[] = {${list.join(', ')}};`] : [];
  lines.push(
    `${root ? 'const' : 'constexpr'} Method ${methodName(slot)} = {${at}, ${list.length}, ${flags}, ${list.length > 0 ? array : 'nullptr'}};`,
  );
  return { root, text: lines.join('\n'), types: parameters.map(cType) };
}

function parameter(one, all, pointed, named, slot) {
  const { type, stars, name, out, unique, sizeIs, iidIs, ref } = one;
  const bare = type.replace(/^const\s+/, '');
  const face = pointed(bare, stars);
  const kind = iidIs !== null || face ? 'kReference' : (numbers[bare] ?? kindOf(one, bare));
  if (!kind) throw new Error(`${slot.declaredBy.name}::${slot.name}: no kind for ${type} ${'*'.repeat(stars)}${name}`);
  // An in and out parameter whose pointer is not behind another one is changed where it is.
  const inPlace = one.in && out && (ref || stars === 0);
  const counts = all.some((each) => each.sizeIs === name && (each.in || out));
  const how = [
    one.in && 'kIn',
    out && 'kOut',
    unique && 'kUnique',
    numbers[bare] && stars > 0 && 'kPointed',
    counts && 'kCount',
    inPlace && !numbers[bare] && 'kInPlace',
  ].filter(Boolean);
  const index = (of) => (of === null ? 'kNone' : all.findIndex((each) => each.name === of));
  if (face) named.set(face.name, face.guid);
  const more = [index(sizeIs), index(iidIs), face ? `&k${face.name}` : 'nullptr'];
  while (more.at(-1) === (more.length === 3 ? 'nullptr' : 'kNone')) more.pop();
  return `{${[`Kind::${kind}`, how.join(' | '), ...more].join(', ')}}`;
}

function kindOf({ in: given, out, stars, sizeIs, unique }, bare) {
  if (bare === 'LPTSTR' && stars === 2) return 'kTexts';
  if (bare === 'LPSPropValue' && sizeIs === null && !out) return 'kProp';
  if (bare === 'LPCIID' && sizeIs !== null) return 'kGuids';
  if (bare === 'LPMAPIUID' && sizeIs !== null) return 'kGuids';
  if (bare === 'LPVOID' && unique && given && !out) return 'kNothing';
  return kinds[bare];
}

function table({ name, slots }, declared) {
  const lines = slots.map((slot, at) => {
    if (at < unknown.length) return `place(&${unknown[at]})`;
    const where = `${slot.declaredBy.name}::${slot.name}`;
    if (byHand[where]) return `place(&${byHand[where]})`;
    return `place<${[methodName(slot), ...declared.get(where).types].join(', ')}>()`;
  });
  return `const void *const t${name}[] = {\n${lines.map((line) => `  ${line},`).join('\n')}\n};`;
}

const methodName = ({ name, declaredBy }) => `m${declaredBy.name}_${name}`;

const cType = ({ type, stars }) => (stars > 0 ? `${type} ${'*'.repeat(stars)}` : type);

function guidText(text) {
  const [a, b, c, d, e] = text.replace(/[{}]/g, '').split('-');
  const bytes = (d + e).match(/../g).map((one) => `0x${one.toUpperCase()}`);
  return `guid(0x${a.toUpperCase()}, 0x${b.toUpperCase()}, 0x${c.toUpperCase()}, {${bytes.join(', ')}})`;
}
