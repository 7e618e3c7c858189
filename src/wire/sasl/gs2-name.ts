/**
 * Writes a name into a GS2 header or a SCRAM message, where `,` and `=` have a meaning of their own.
 *
 * @param name the name, already prepared
 * @returns the name with `=` as `=3D` and `,` as `=2C`
 * @spec RFC 5801 section 4
 * @spec RFC 5802 section 5.1
 */
export function gs2Name(name: string): string {
  return name.replace(/[=,]/g, (character) => (character === '=' ? '=3D' : '=2C'));
}
