// Writes src/mapi/tags from the committed facts. Run: node scripts/generate/mapi-tags.mjs [--check]
import { readFileSync } from 'node:fs';
import { namedRows, tagRows, valueTypeOf } from './mapi-property-rows.mjs';
import { assignment, written } from './written.mjs';

/** Which file holds which identifiers: up to and with the number given. */
const ranges = [
  ['envelope', 0x0bff],
  ['recipient', 0x0dff],
  ['nontransmittable', 0x0fff],
  ['content', 0x2fff],
  ['common', 0x33ff],
  ['store', 0x35ff],
  ['folder', 0x36ff],
  ['attachment', 0x38ff],
  ['addressbook', 0x39ff],
  ['mailuser', 0x3aff],
  ['profile', 0x3dff],
  ['status', 0x3fff],
  ['transport', 0x5fff],
  ['user', 0x65ff],
  ['provider', 0x66ff],
  ['server', 0x67ff],
  ['messageclass', 0x7fff],
  ['directory-a-to-h', 0xffff],
  ['directory-i-to-z', 0xffff],
];
/** Which file holds which property sets; what is not listed goes into the last. */
const sets = {
  'named-address': ['PSETID_Address'],
  'named-calendar': ['PSETID_Appointment', 'PSETID_Meeting', 'PSETID_CalendarAssistant'],
  'named-common': ['PSETID_Common'],
  'named-sharing': ['PSETID_Sharing'],
  'named-task': ['PSETID_Task'],
  'named-strings': ['PS_PUBLIC_STRINGS', 'PS_INTERNET_HEADERS'],
  'named-other': [],
};

const pages = new Set(
  readFileSync(new URL('../../docs/spec/index.tsv', import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0]),
);
const tags = tagRows();
const named = namedRows();

const tagFiles = ranges.map(([file]) => [file, tags.filter((row) => fileOf(row) === file)]);
const namedFiles = Object.keys(sets).map((file) => [file, named.filter((row) => namedFileOf(row) === file)]);
const index = (files) => `${files.map((file) => `export * from './${file}.js';`).join('\n')}\n`;
written(
  'mapi-tags.mjs',
  'mapi-properties.json',
  {
    ...Object.fromEntries(tagFiles.map(([file, rows]) => [`src/mapi/tags/${file}.ts`, tagFile(rows)])),
    ...Object.fromEntries(namedFiles.map(([file, rows]) => [`src/mapi/tags/${file}.ts`, namedFile(rows)])),
    'src/mapi/tags/tags.ts': index(tagFiles.map(([file]) => file).sort()),
    'src/mapi/tags/named.ts': index(namedFiles.map(([file]) => file).sort()),
    'src/mapi/tags/preferred.ts': preferredFile(),
  },
  'src/mapi/tags',
);

function fileOf({ name, tag }) {
  const [file] = ranges.find(([, last]) => tag >>> 16 <= last);
  // The directory's properties are too many for one file; their names tell them apart better than their numbers.
  return file === 'directory-a-to-h' && /^PR_(EMS_AB_)?[I-Z]/.test(name) ? 'directory-i-to-z' : file;
}

function namedFileOf({ set }) {
  return Object.keys(sets).find((file) => sets[file].includes(set)) ?? 'named-other';
}

function tagFile(rows) {
  const types = ['FileTime', 'Guid', 'HResult'].filter((type) => rows.some((row) => row.valueType.includes(type)));
  const com = types.filter((type) => type !== 'FileTime');
  const lines = [
    ...(com.length > 0 ? [`import type { ${com.join(', ')} } from '../../com/index.js';`] : []),
    `import type { PropTag } from '../types/proptag.js';`,
    ...(types.includes('FileTime') ? [`import type { FileTime } from '../types/proptype.js';`] : []),
    '',
    ...rows.map(({ name, tag, valueType, words, page }) => {
      const type = valueType === 'unknown' ? 'PropTag' : `PropTag<${valueType}>`;
      const literal = `0x${tag.toString(16).padStart(8, '0')}`;
      return `/** ${words}${spec(page)} */\n${declaration(`export const ${name}: ${type}`, literal, type)}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

/** The formatter breaks an array type in brackets before it breaks at the equals sign. */
function declaration(left, literal, type) {
  const one = `${left} = ${literal} as ${type};`;
  const array = /^PropTag<(readonly .*)>$/.exec(type);
  if (one.length > 120 && array) return `${left} = ${literal} as PropTag<\n  ${array[1]}\n>;`;
  return assignment(left, `${literal} as ${type}`);
}

function namedFile(rows) {
  const usedSets = [...new Set(rows.map(({ set }) => set))].sort(inFormattersOrder);
  const usedTypes = [...new Set(rows.map(({ type }) => type))].sort(inFormattersOrder);
  const needed = ['FileTime', 'Guid'].filter((type) => rows.some((row) => valueTypeOf(row.type).includes(type)));
  const fromTypes = [...(needed.includes('FileTime') ? ['type FileTime'] : []), ...usedTypes].sort(inFormattersOrder);
  const lines = [
    ...(needed.includes('Guid') ? [`import type { Guid } from '../../com/index.js';`] : []),
    list(usedSets, '../guids.js'),
    list(fromTypes, '../types/proptype.js'),
    `import { type NamedProp, named } from './namedprop.js';`,
    '',
    ...rows.map(({ name, set, kind, type, words, page }) => {
      const key = typeof kind === 'string' ? quoted(kind) : `0x${kind.toString(16)}`;
      const left = `export const ${name}: NamedProp<${valueTypeOf(type)}>`;
      return `/** ${words}${spec(page)} */\n${call(left, [set, key, type])}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

/** A call as the formatter lays it out. */
function call(left, args) {
  const one = `${left} = /* @__PURE__ */ named(${args.join(', ')});`;
  if (one.length <= 120) return one;
  return `${left} = /* @__PURE__ */ named(\n${args.map((arg) => `  ${arg},`).join('\n')}\n);`;
}

function list(names, from) {
  const one = `import { ${names.join(', ')} } from '${from}';`;
  return one.length <= 120 ? one : `import {\n${names.map((name) => `  ${name},`).join('\n')}\n} from '${from}';`;
}

/** Names print as the rule of names.ts would not choose them: the shortest, then the first in the alphabet. */
function preferredFile() {
  const groups = new Map();
  for (const row of tags) {
    for (const key of [row.tag, row.tag >>> 16]) groups.set(key, [...(groups.get(key) ?? []), row.name]);
  }
  const rule = (names) => [...names].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
  const exceptions = new Set();
  for (const names of groups.values()) if (rule(names) !== names[0]) exceptions.add(names[0]);
  const lines = [...exceptions].sort().map((name) => `  '${name}',`);
  return `/** Of several names of one tag or identifier, those that logs print although a shorter one exists. */
export const preferred: readonly string[] = [
${lines.join('\n')}
];
`;
}

function spec(page) {
  return page && pages.has(page) ? ` @spec ${page}` : '';
}

function quoted(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** Biome sorts names without regard to case and to the word `type`. */
function inFormattersOrder(a, b) {
  const [x, y] = [a, b].map((name) => name.replace('type ', ''));
  return x.localeCompare(y, 'en', { numeric: true });
}
