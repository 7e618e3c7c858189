import type { Restriction } from '../../../../mapi/index.js';

/**
 * A restriction as the store keeps it: JSON, with what JSON lacks marked by a key of its own.
 *
 * @param restriction a valid restriction
 */
export const textOfRestriction = (restriction: Restriction): string =>
  JSON.stringify(restriction, (_key, value: unknown) => {
    if (typeof value === 'bigint') return { $int: String(value) };
    if (value instanceof Uint8Array) return { $hex: Buffer.from(value).toString('hex') };
    if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
    return value;
  });

/**
 * A restriction from what the store keeps.
 *
 * @param text what {@link textOfRestriction} made
 */
export const restrictionOf = (text: string): Restriction =>
  JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if ('$int' in value) return BigInt(value.$int as string);
    if ('$hex' in value) return new Uint8Array(Buffer.from(value.$hex as string, 'hex'));
    if ('$number' in value) return Number(value.$number);
    return Object.freeze(value);
  }) as Restriction;
