// Writes src/mapi/flags from the committed facts. Run: node scripts/generate/mapi-flags.mjs [--check]
import { groups } from './mapi-flag-groups.mjs';
import { factsOf, written } from './written.mjs';

const facts = factsOf('mapi-constants.json');
const byName = new Map(facts.map((row) => [row.name, row]));
// Types and restrictions declare these beside what they describe.
const declaredElsewhere = /^(PT_|MV_|MVI_|MNID_|TABLE_SORT_|STGM_|MAPI_[EW]_|SYNC_E_)/;
/** The file that declares each constant: the first that lists it. */
const homes = new Map();

const texts = Object.entries(groups).map(([file, { groups }]) => [file, textOf(file, groups)]);
const index = [...texts.map(([file]) => file), 'flaggroup'].sort().map(exportOf).join('\n');
written('mapi-flags.mjs', 'mapi-constants.json', {
  ...Object.fromEntries(texts.map(([file, text]) => [`src/mapi/flags/${file}.ts`, text])),
  'src/mapi/flags/index.ts': `${index}\n`,
});

function exportOf(file) {
  return file === 'flaggroup' ? `export type { FlagGroup } from './flaggroup.js';` : `export * from './${file}.js';`;
}

function textOf(file, groups) {
  const imports = new Map();
  const sections = groups.map((group) => section(file, group, imports));
  const kinds = [...new Set(groups.map(({ kind }) => kind))].sort();
  const lines = [
    ...[...imports].map(([from, names]) => [`./${from}.js`, [...names].sort(inFormattersOrder)]),
    ['./flaggroup.js', [...kinds.map((kind) => kind), 'type FlagGroup'].sort(inFormattersOrder)],
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, names]) => wrapped('import {', names, `} from '${from}';`));
  return `${lines.join('\n')}\n\n${sections.join('\n\n')}\n`;
}

/** One group: its constants in the order of their values, then the group itself. */
function section(file, { group, kind, noun, spec, members }, imports) {
  const named = membersOf(members);
  const own = named.filter(({ name, borrowed }) => !borrowed && !homes.has(name));
  for (const { name } of own) homes.set(name, file);
  for (const { name } of named) {
    const home = homes.get(name);
    if (home === undefined) throw new Error(`${group}: no file declares ${name} before`);
    if (home !== file) imports.set(home, (imports.get(home) ?? new Set()).add(name));
  }
  const page = spec ? ` @spec ${spec}` : '';
  const plural = kind === 'bits' ? 'ORed together' : 'one at a time';
  return [
    ...own.map(({ name, value, used_by }) =>
      [`/** ${noun}${users(used_by)}.${page} */`, `export const ${name} = ${literal(value)};`].join('\n'),
    ),
    `/** Each ${noun.charAt(0).toLowerCase()}${noun.slice(1)}, ${plural}, with their names.${page} */`,
    grouped(group, kind, named),
  ].join('\n');
}

function grouped(group, kind, named) {
  const left = `export const ${group}: FlagGroup = /* @__PURE__ */ ${kind}('${group}', {`;
  const names = named.map(({ name }) => name);
  return wrapped(left, names, '});');
}

/** A list in braces as the formatter lays it out: one line when it fits in 120 columns, else a line for each name. */
function wrapped(left, names, right) {
  const one = `${left} ${names.join(', ')} ${right}`;
  return one.length <= 120 ? one : `${left}\n${names.map((name) => `  ${name},`).join('\n')}\n${right}`;
}

/** `=NAME` stands for a constant that another group declares; `/.../` for every constant whose name matches. */
function membersOf(members) {
  const found = members.split(' ').flatMap((member) => {
    if (member.startsWith('/')) {
      const pattern = new RegExp(member.slice(1, -1));
      const rows = facts.filter(({ name }) => pattern.test(name) && !declaredElsewhere.test(name));
      if (rows.length === 0) throw new Error(`${member} matches nothing`);
      return rows;
    }
    const borrowed = member.startsWith('=');
    const row = byName.get(borrowed ? member.slice(1) : member);
    if (!row) throw new Error(`The facts do not know ${member}`);
    return [{ ...row, borrowed }];
  });
  const unique = [...new Map(found.map((row) => [row.name, row])).values()];
  return unique.sort((a, b) => numberOf(a.value) - numberOf(b.value));
}

function users(usedBy) {
  const methods = [...new Set((usedBy ?? []).map((use) => use.split('.')[0]))];
  if (methods.length === 0) return '';
  const shown = methods.slice(0, 3).join(', ');
  return ` (${shown}${methods.length > 3 ? ` and ${methods.length - 3} more` : ''})`;
}

function numberOf(value) {
  return typeof value === 'number' ? value : Number.parseInt(value, 16);
}

function literal(value) {
  return typeof value === 'number' ? String(value) : `0x${numberOf(value).toString(16)}`;
}

/** Biome sorts names without regard to case and to the word `type`. */
function inFormattersOrder(a, b) {
  const [x, y] = [a, b].map((name) => name.replace('type ', ''));
  return x.localeCompare(y, 'en', { numeric: true });
}
