/** Constants that belong together, and how to print a number made of them. */
export interface FlagGroup {
  /** The name of the group, `MessageFlags`. */
  readonly group: string;
  /** The constants by name. */
  readonly constants: Readonly<Record<string, number>>;
  /**
   * A number for people.
   *
   * @param value the number, signed or unsigned
   * @returns the names, joined with ` | ` where the group is of bits; what has no name in hexadecimal
   */
  name(value: number): string;
}

/**
 * Groups constants that are ORed.
 *
 * @param group the name of the group
 * @param constants the constants by name; where several have one value, the first is printed
 * @returns the frozen group
 */
export const bits = (group: string, constants: Readonly<Record<string, number>>): FlagGroup =>
  Object.freeze({ group, constants: Object.freeze(constants), name: (value: number) => nameOfBits(constants, value) });

/**
 * Groups constants of which a number is exactly one.
 *
 * @param group the name of the group
 * @param constants the constants by name; where several have one value, the first is printed
 * @returns the frozen group
 */
export const values = (group: string, constants: Readonly<Record<string, number>>): FlagGroup =>
  Object.freeze({ group, constants: Object.freeze(constants), name: (value: number) => nameOfValue(constants, value) });

function nameOfBits(constants: Readonly<Record<string, number>>, value: number): string {
  let rest = value >>> 0;
  if (rest === 0) return Object.keys(constants).find((name) => constants[name] === 0) ?? '0';
  // The largest first: some groups keep a small number in their low bits, where 3 is a name of its own and not 1 and 2.
  const largestFirst = Object.entries(constants)
    .map(([name, constant], order) => ({ name, bits: constant >>> 0, order }))
    .sort((a, b) => b.bits - a.bits || a.order - b.order);
  const found: { name: string; bits: number }[] = [];
  for (const flag of largestFirst) {
    if (flag.bits === 0 || (rest & flag.bits) >>> 0 !== flag.bits) continue;
    found.unshift(flag);
    rest = (rest & ~flag.bits) >>> 0;
  }
  const names = found.map(({ name }) => name);
  return (rest === 0 ? names : [...names, hexOf(rest)]).join(' | ');
}

function nameOfValue(constants: Readonly<Record<string, number>>, value: number): string {
  const name = Object.keys(constants).find((key) => (constants[key] ?? 0) >>> 0 === value >>> 0);
  return name ?? hexOf(value >>> 0);
}

const hexOf = (value: number): string => `0x${value.toString(16).toUpperCase()}`;
