import { describeMapiCode, nameOfPropType } from '../../mapi/index.js';
import { type Paint, shown } from '../paint.js';
import { grouped } from '../trace.js';
import { propReport } from './prop-json.js';
import { textOfValue } from './prop-text.js';
import type { ReadProp } from './props.js';

const CUT = 200;

/**
 * Properties as a table for people: tag, name, type, value.
 *
 * @param props the properties
 * @param full whether long texts are printed to their end
 * @param width columns of the terminal; null where lines may be of any length
 * @param paint how it looks
 */
export function propLines(
  props: readonly ReadProp[],
  full: boolean,
  width: number | null,
  paint: Paint,
): readonly string[] {
  const names = props.map((prop) => shown(propReport(prop).name ?? '-'));
  const types = props.map(({ tag }) => nameOfPropType(tag));
  const nameWidth = Math.max(0, ...names.map((name) => name.length));
  const typeWidth = Math.max(0, ...types.map((type) => type.length));
  return props.map((prop, index) => {
    const tag = `0x${prop.tag.toString(16).toUpperCase().padStart(8, '0')}`;
    const name = (names[index] ?? '').padEnd(nameWidth);
    const type = (types[index] ?? '').padEnd(typeWidth);
    const room = width === null ? null : Math.max(20, width - 10 - 2 - nameWidth - 2 - typeWidth - 2);
    return `${paint('dim', tag)}  ${name}  ${paint('dim', type)}  ${fitted(valueText(prop, full), room)}`.trimEnd();
  });
}

function valueText({ tag, value, size, error }: ReadProp, full: boolean): string {
  if (error !== null) return describeMapiCode(error);
  if (size !== null) return `${grouped(size)} bytes, to be read as a stream`;
  return shown(textOfValue(tag, value, full ? Number.POSITIVE_INFINITY : CUT));
}

const fitted = (text: string, room: number | null): string =>
  room === null || text.length <= room ? text : `${text.slice(0, room - 1)}…`;
