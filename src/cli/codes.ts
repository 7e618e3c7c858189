import { failed, hexOf, hresult, namedCodes, nameOf } from '../com/index.js';
// Every room names its codes when it is loaded.
import * as faces from '../index.js';
import { codeByName } from '../mapi/index.js';
import { EXIT, type Io, UsageError } from './io.js';
import { painter } from './paint.js';

interface Code {
  readonly name: string;
  readonly hresult: string;
  readonly failure: boolean;
}

/**
 * `comail codes`: from the name of a code to its number and back; without an argument, all of them.
 *
 * @param wanted a name, `0x800CCC79`, or the signed or unsigned decimal number that a log may show
 * @param json print JSON
 * @param io where to print
 * @throws {UsageError} for a name or number that no code has
 */
export function printCodes(wanted: string | undefined, json: boolean, io: Io): number {
  const codes = wanted === undefined ? everyCode() : [find(wanted)];
  if (json) {
    io.stdout.write(`${JSON.stringify(wanted === undefined ? codes : codes[0])}\n`);
    return EXIT.done;
  }
  const paint = painter(io.stdout, io.env);
  for (const { hresult: number, name, failure } of codes)
    io.stdout.write(`${number}  ${paint(failure ? 'red' : 'green', name)}\n`);
  return EXIT.done;
}

const everyCode = (): readonly Code[] =>
  [...namedCodes()].map(([number, name]) => codeOf(number, name)).sort((a, b) => (a.hresult < b.hresult ? -1 : 1));

function find(wanted: string): Code {
  if (/^(?:0x[0-9a-f]{1,8}|-?\d{1,10})$/i.test(wanted)) {
    const number = hresult(Number(wanted));
    const name = nameOf(number);
    if (name !== null) return codeOf(number, name);
    throw new UsageError(`no code has the number ${hexOf(number)}: \`comail codes\` lists them all.`);
  }
  const upper = wanted.toUpperCase();
  // Aliases share a number with the name that logs print, so they are found among the exported constants.
  const value = (faces as Readonly<Record<string, unknown>>)[upper];
  if (typeof value === 'number' && namedCodes().has(value) && /^[A-Z]+_[ESW]_|^(?:S_|E_)|^NOERROR$/.test(upper))
    return codeOf(value, upper);
  const mapi = codeByName(upper);
  if (mapi !== null) return codeOf(mapi, upper);
  throw new UsageError(`no code has the name ${wanted}: \`comail codes\` lists them all.`);
}

function codeOf(number: number, name: string): Code {
  const hr = hresult(number);
  return { name, hresult: hexOf(hr), failure: failed(hr) };
}
