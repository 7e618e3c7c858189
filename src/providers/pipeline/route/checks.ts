/** What is wrong with a configuration: where, what stands there, and what should. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Checks that an object stands somewhere.
 *
 * @param value what stands there
 * @param at the path; empty for the whole file
 * @param keys what it may hold; anything when left out
 * @throws {ConfigError}
 */
export function objectAt(value: unknown, at: string, keys?: readonly string[]): Record<string, unknown> {
  const where = at === '' ? 'the file' : at;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ConfigError(`${where} is ${shown(value)}; write an object: { ... }`);
  const strange = keys === undefined ? undefined : Object.keys(value).find((key) => !keys.includes(key));
  if (strange !== undefined)
    throw new ConfigError(
      `${where} has the key ${shown(strange)}, which means nothing; it may have ${keys?.join(', ')}`,
    );
  return value as Record<string, unknown>;
}

/**
 * Checks that a text stands somewhere.
 *
 * @param value what stands there
 * @param at the path
 * @throws {ConfigError}
 */
export function textAt(value: unknown, at: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new ConfigError(`${at} is ${shown(value)}; write a text: "..."`);
}

/**
 * Checks that a whole number stands somewhere.
 *
 * @param value what stands there
 * @param at the path
 * @param least the smallest
 * @param most the largest
 * @throws {ConfigError}
 */
export function numberAt(value: unknown, at: string, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ConfigError(`${at} is ${shown(value)}; write a whole number from ${least} to ${most}`);
}

/**
 * Checks that one of some texts stands somewhere.
 *
 * @param value what stands there
 * @param at the path
 * @param known the texts
 * @throws {ConfigError}
 */
export function oneAt<T extends string>(value: unknown, at: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new ConfigError(`${at} is ${shown(value)}; write ${known.map((one) => JSON.stringify(one)).join(' or ')}`);
}

/** A value as it stands in the file, shortened. */
export const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
};
