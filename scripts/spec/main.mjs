// Keeps docs/spec/index.tsv honest.
//   node scripts/spec/main.mjs                        prints what to change; exit code 1 when there is anything
//   node scripts/spec/main.mjs Yes 'RFC 5321' PAGE... sets the status of these rows (Yes, Partial, Roadmap, No)
//   node scripts/spec/main.mjs add ID TITLE [NOTE]    adds a row as Roadmap
//   node scripts/spec/main.mjs begun                  makes every cited Roadmap row Partial
import { fileURLToPath } from 'node:url';
import { citations, disagreements, readIndex, statuses, writeIndex } from './index.mjs';

const top = fileURLToPath(new URL('../..', import.meta.url));
const [verb, ...ids] = process.argv.slice(2);
const rows = readIndex(top);

if (verb === 'add') {
  const [id, title, note = ''] = ids;
  writeIndex(top, [...rows, { id, title, status: 'Roadmap', note }]);
} else if (verb === 'begun') {
  const found = citations(top);
  const begun = ({ id, status }) => status === 'Roadmap' && found.has(id);
  writeIndex(
    top,
    rows.map((row) => (begun(row) ? { ...row, status: 'Partial' } : row)),
  );
} else if (statuses.includes(verb)) {
  const missing = ids.filter((id) => !rows.some((row) => row.id === id));
  if (missing.length > 0) throw new Error(`Not in docs/spec/index.tsv: ${missing.join(', ')}`);
  writeIndex(
    top,
    rows.map((row) => (ids.includes(row.id) ? { ...row, status: verb } : row)),
  );
} else if (verb !== undefined) {
  throw new Error(`"${verb}" is none of add, begun, ${statuses.join(', ')}`);
}

const sentences = disagreements(readIndex(top), citations(top));
console.log(sentences.length > 0 ? sentences.join('\n') : 'docs/spec/index.tsv and the citations agree');
process.exitCode = sentences.length > 0 ? 1 : 0;
