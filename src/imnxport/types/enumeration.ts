/** A C enumeration: its members by name, and a way back from numbers to names for logs. */
export interface Enumeration<M extends Readonly<Record<string, number>>> {
  /** The members by their documented names. */
  readonly members: M;
  /**
   * The name of a value, or the number in decimal when no member has it.
   *
   * @param value a value of the enumeration
   */
  nameOf(value: number): string;
}

/**
 * Declares a C enumeration.
 *
 * @param members names to values; the first name given to a value is the one that {@link Enumeration.nameOf} answers
 */
export function enumeration<const M extends Readonly<Record<string, number>>>(members: M): Enumeration<M> {
  const names = new Map<number, string>();
  for (const [name, value] of Object.entries(members)) if (!names.has(value)) names.set(value, name);
  return Object.freeze({
    members: Object.freeze(members),
    nameOf: (value: number) => names.get(value) ?? String(value),
  });
}
