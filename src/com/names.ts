import { failed, type HResult, hexOf } from './hresult.js';

const names = new Map<number, string>();

/**
 * Makes codes printable. Each room names the codes it defines, once, where it defines them; the first name given to a
 * value is the one that logs print, so preferred spellings come before aliases.
 *
 * @param codes constants by their documented names
 * @param options `beside`: where another room has named the value already, it means both: the numbers of FACILITY_ITF mean
 *   what the interface at hand says. Logs print `MAPI_E_LOGON_FAILED or CLASS_E_CLASSNOTAVAILABLE`, the newer name first
 * @returns the same constants, so that a table can be declared and named in one expression
 */
export function nameCodes<const C extends Readonly<Record<string, HResult>>>(
  codes: C,
  options: { readonly beside?: boolean } = {},
): C {
  for (const [name, hr] of Object.entries(codes)) {
    const before = names.get(hr);
    if (before === undefined) names.set(hr, name);
    else if (options.beside && !before.split(' or ').includes(name)) names.set(hr, `${name} or ${before}`);
  }
  return codes;
}

/**
 * The documented name of a code.
 *
 * @param hr the code
 * @returns the name, both names where the number has two meanings, or null when no loaded room defines it
 */
export const nameOf = (hr: HResult): string | null => names.get(hr) ?? null;

/**
 * A code for people: its name where it has one, else its number with whether it is a success.
 *
 * @param hr the code
 * @returns `E_FAIL`, or `0x80041234`
 * @example
 * ```ts
 * describe(E_FAIL); // 'E_FAIL'
 * describe(hresult(0x80041234)); // '0x80041234'
 * ```
 */
export const describe = (hr: HResult): string => names.get(hr) ?? `${hexOf(hr)}${failed(hr) ? '' : ' (success)'}`;

/**
 * Every code that has a name, for tables and tests.
 *
 * @returns the live table, code to name
 */
export const namedCodes = (): ReadonlyMap<number, string> => names;
