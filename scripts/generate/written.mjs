// What every generator does with its result: it writes the files, or with --check compares them with what is there.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../..', import.meta.url));
const mark = '// Written by scripts/generate/';

/**
 * Reads a file of committed facts.
 *
 * @param {string} name the file in test/reference
 * @returns {any} its content
 */
export const factsOf = (name) => JSON.parse(readFileSync(join(top, 'test/reference', name), 'utf8'));

/**
 * Writes the files, or compares them when the program was called with --check.
 *
 * @param {string} generator the file name of the generator, for the first line of each file
 * @param {string} source the fact file that it reads
 * @param {Readonly<Record<string, string>>} files text by path
 * @param {string} [folder] a folder in which a generated file that is not among them is out of date
 */
export function written(generator, source, files, folder) {
  const head = `${mark}${generator} from test/reference/${source}; change the facts, not this file.\n`;
  const stale = Object.entries(files).filter(([path, text]) => contentOf(path) !== head + text);
  const left = (folder ? readdirSync(join(top, folder)).map((name) => `${folder}/${name}`) : []).filter(
    (path) => !(path in files) && contentOf(path)?.startsWith(`${mark}${generator} `),
  );
  if (!process.argv.includes('--check')) {
    for (const [path, text] of stale) writeFileSync(join(top, path), head + text);
    if (left.length > 0) console.log(`No longer written, to be removed by hand: ${left.join(', ')}`);
  } else if (stale.length + left.length > 0) {
    const paths = [...stale.map(([path]) => path), ...left];
    console.error(`Out of date: ${paths.join(', ')}. Run node scripts/generate/${generator}`);
    process.exit(1);
  }
}

/**
 * A declaration as the formatter lays it out.
 *
 * @param {string} left everything up to the equals sign
 * @param {string} right the value
 * @returns {string} one line, or two when it is longer than 120 columns
 */
export const assignment = (left, right) =>
  `${left} = ${right};`.length > 120 ? `${left} =\n  ${right};` : `${left} = ${right};`;

function contentOf(path) {
  try {
    return readFileSync(join(top, path), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
