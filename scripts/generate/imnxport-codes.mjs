// Writes src/imnxport/codes.ts from the committed facts. Run: node scripts/generate/imnxport-codes.mjs
// With --check it writes nothing and fails when the file is not what it would write.
import { readFileSync, writeFileSync } from 'node:fs';

const target = new URL('../../src/imnxport/codes.ts', import.meta.url);
const facts = JSON.parse(readFileSync(new URL('../../test/reference/imnxport.json', import.meta.url), 'utf8'));

// The facts list the codes of winerror.h, too; those belong to src/com/codes.ts.
const rows = facts.hresults
  .filter((code) => code.name.startsWith('IXP_'))
  .map((code) => ({ ...code, aliases: aliasesOf(code) }));
// The SendMessage page gives the code of its own success a name and the header gives the error another one.
const noDsn = rows.findIndex((row) => row.name === 'IXP_E_SMTP_NO_DSN_SUPPORT');
rows.splice(noDsn, 0, {
  name: 'IXP_S_SMTP_NO_DSN_SUPPORT',
  value: '0x000CCC7E',
  meaning: 'taken, and sent without the delivery status notification that was asked for',
  aliases: [],
});

const text = `// Written by scripts/generate/imnxport-codes.mjs from test/reference/imnxport.json; change the facts, not this file.
import { type HResult, hresult, nameCodes } from '../com/index.js';

${rows.map(declaration).join('\n')}

nameCodes({
${rows
  .flatMap((row) => [row.name, ...row.aliases])
  .map((name) => `  ${name},`)
  .join('\n')}
});
`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('src/imnxport/codes.ts is out of date: run node scripts/generate/imnxport-codes.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}

function aliasesOf(code) {
  const spellings = (code.spellings ?? []).map((spelling) => spelling.name ?? spelling);
  return spellings.filter((name) => name !== code.name);
}

function declaration(row) {
  const lines = [
    `/** ${sentence(row.meaning)} */`,
    `export const ${row.name}: HResult = hresult(${row.value.toLowerCase()});`,
  ];
  for (const alias of row.aliases)
    lines.push(
      `/** The spelling of some headers; the code is a success. Same as {@link ${row.name}}. */`,
      `export const ${alias}: HResult = ${row.name};`,
    );
  return lines.join('\n');
}

function sentence(meaning) {
  const words = meaning.replace(/\*\//g, '');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
