// Writes src/mapi/guids.ts from the committed facts. Run: node scripts/generate/mapi-guids.mjs [--check]
import { assignment, factsOf, written } from './written.mjs';

const kinds = [
  [/^PSETID_|^SETID_|^PSUNKNOWN$/, 'A property set'],
  [/^PS_/, 'A property set', 'mapi-named-properties'],
  [/^CLSID_/, 'The class of a folder, form or component'],
  [/^IID_/, 'The identifier of an interface that no page declares'],
  [/^pbExchange|^pbGlobal|^pbLongTerm/, 'A section of a profile, as a MAPIUID', 'mapiuid'],
  [/./, 'Whom an entry identifier or a profile section belongs to, as a MAPIUID', 'mapiuid'],
];
const declared = new Set(factsOf('mapi-interfaces.json').interfaces.map(({ iid }) => iid));

const rows = factsOf('mapi-guids.json').filter(({ name, guid }) => !(name.startsWith('IID_') && declared.has(guid)));
const text = `import type { Guid } from '../com/index.js';

${rows
  .map(({ name, guid }) => {
    const [, noun, page] = kinds.find(([pattern]) => pattern.test(name));
    return `/** ${noun}.${page ? ` @spec ${page}` : ''} */\n${assignment(`export const ${name}: Guid`, `'${guid}' as Guid`)}`;
  })
  .join('\n')}
`;
written('mapi-guids.mjs', 'mapi-guids.json', { 'src/mapi/guids.ts': text });
