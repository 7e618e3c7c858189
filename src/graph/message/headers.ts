import type { HeaderResource } from '../resources.js';

/**
 * The fields of a header, in order, unfolded.
 *
 * @param header the header as it came
 * @spec RFC 5322 section 2.2.3
 */
export function headerList(header: string): HeaderResource[] {
  return header
    .replaceAll(/\r\n|\r/g, '\n')
    .split(/\n(?![ \t])/)
    .flatMap((line) => {
      const [, name, value] = /^([!-9;-~]+)[ \t]*:([\s\S]*)$/.exec(line) ?? [];
      return name === undefined || value === undefined
        ? []
        : [{ name, value: value.replaceAll(/\n[ \t]+/g, ' ').trim() }];
    });
}
