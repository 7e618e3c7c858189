// What docs/spec/index.tsv says about each page and RFC, held against what the sources cite.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a row may say: done, begun, planned, not going to be done. */
export const statuses = Object.freeze(['Yes', 'Partial', 'Roadmap', 'No']);

/** Folders whose citations count, and the files in them that hold any. */
const cited = { src: /\.ts$/, native: /\.(cc|cpp|h|idl|def)$/, 'test/dialogs': /\.txt$/ };
const heading = 'id\ttitle\tstatus\tnote';

/**
 * Reads the index.
 *
 * @param {string} top the project's folder
 * @returns {import('./index.mjs').Row[]} rows in the order of the file
 */
export function readIndex(top) {
  const [first, ...lines] = readFileSync(join(top, 'docs/spec/index.tsv'), 'utf8').trimEnd().split('\n');
  if (first !== heading) throw new Error(`docs/spec/index.tsv begins with "${first}", not with its column names`);
  return lines.map((line) => {
    const [id = '', title = '', status = '', note = '', ...more] = line.split('\t');
    if (more.length > 0) throw new Error(`docs/spec/index.tsv: ${id} has more than four columns`);
    return { id, title, status, note };
  });
}

/**
 * Writes the index, sorted.
 *
 * @param {string} top the project's folder
 * @param {readonly import('./index.mjs').Row[]} rows all rows
 */
export function writeIndex(top, rows) {
  const lines = [...rows].sort(byId).map(({ id, title, status, note }) => `${id}\t${title}\t${status}\t${note}`);
  writeFileSync(join(top, 'docs/spec/index.tsv'), `${heading}\n${lines.join('\n')}\n`);
}

/** Order of the index: by name, numbers by value. */
export function byId(a, b) {
  return a.id.localeCompare(b.id, 'en', { numeric: true }) || (a.id < b.id ? -1 : 1);
}

/**
 * Finds every citation: `@spec page`, `@spec RFC n section s` and `RFC n section s` (or `appendix`).
 *
 * @param {string} text one file
 * @returns {string[]} the ids cited, in order, as often as they are
 */
export function citationsIn(text) {
  // A sentence may break its line anywhere; the comment's frame is no part of it.
  const flat = text.replace(/\s*\n\s*(?:\*(?!\/)|\/\/\/?|#)?\s*/g, ' ');
  const pages = [...flat.matchAll(/@spec\s+(RFC \d+|[^\s*,;]+)/g)].map(([, id]) => id.replace(/[.:]$/, ''));
  const rfcs = [...flat.matchAll(/(?<!@spec\s+)\bRFC (\d+),? (?:section|appendix) [A-Z0-9]/g)].map(
    ([, n]) => `RFC ${n}`,
  );
  return [...pages, ...rfcs];
}

/**
 * Every id that the sources cite, and where.
 *
 * @param {string} top the project's folder
 * @returns {Map<string, string[]>} id to the files that cite it
 */
export function citations(top) {
  const found = new Map();
  for (const [folder, pattern] of Object.entries(cited)) {
    for (const file of filesUnder(top, folder).filter((name) => pattern.test(name))) {
      for (const id of new Set(citationsIn(readFileSync(join(top, file), 'utf8')))) {
        found.set(id, [...(found.get(id) ?? []), file]);
      }
    }
  }
  return found;
}

/**
 * Holds the index against the citations.
 *
 * @param {readonly import('./index.mjs').Row[]} rows the index
 * @param {ReadonlyMap<string, readonly string[]>} found the citations
 * @returns {string[]} one sentence for each thing to change; empty when the two agree
 */
export function disagreements(rows, found) {
  const known = new Map(rows.map((row) => [row.id, row]));
  const sentences = [];
  for (const [i, row] of rows.entries()) {
    const next = rows[i + 1];
    if (!statuses.includes(row.status)) sentences.push(`${row.id}: the status "${row.status}" is none of ${statuses}`);
    if (!row.title) sentences.push(`${row.id}: has no title`);
    if (row.status === 'No' && !row.note) sentences.push(`${row.id}: a No needs its reason in the note`);
    if (next && row.id === next.id) sentences.push(`${row.id}: is listed twice`);
    else if (next && byId(row, next) > 0) sentences.push(`${next.id}: must stand before ${row.id}`);
    if ((row.status === 'Yes' || row.status === 'Partial') && !found.has(row.id)) {
      sentences.push(
        `${row.id}: says ${row.status}, but nothing cites it; make it Roadmap or No, or cite it where it is done`,
      );
    }
  }
  for (const [id, files] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const status = known.get(id)?.status;
    const where = files.length > 2 ? `${files[0]} and ${files.length - 1} more` : files.join(', ');
    if (status === undefined) sentences.push(`${id}: is cited by ${where}, but not listed`);
    if (status === 'Roadmap' || status === 'No') {
      sentences.push(`${id}: says ${status}, but is cited by ${where}; make it Yes or Partial`);
    }
  }
  return sentences;
}

function filesUnder(top, folder) {
  const at = join(top, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}
