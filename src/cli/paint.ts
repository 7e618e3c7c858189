import type { Output } from './io.js';

/** How a piece of text looks. */
export type Style = 'plain' | 'dim' | 'bold' | 'red' | 'green' | 'yellow' | 'cyan';

/** Gives text a look, or leaves it as it is where nobody can see looks. */
export type Paint = (style: Style, text: string) => string;

const codes: Readonly<Record<Style, readonly [number, number]>> = Object.freeze({
  plain: [0, 0],
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
});

/**
 * Colours for a terminal; plain text for files and pipes, for `NO_COLOR` (any value) and for a dumb terminal.
 *
 * @param output where the text goes
 * @param env the environment
 */
export function painter(output: Output, env: Readonly<Record<string, string | undefined>>): Paint {
  if (output.isTTY !== true || env['NO_COLOR'] || env['TERM'] === 'dumb') return (_style, text) => text;
  return (style, text) =>
    style === 'plain' || text === '' ? text : `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m`;
}

/**
 * Text from the outside, safe to show: control characters, which could move the cursor or change the screen, become
 * question marks.
 *
 * @param text any text
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced here.
export const shown = (text: string): string => text.replace(/[\0-\x08\x0a-\x1f\x7f-\x9f]/g, '?');
