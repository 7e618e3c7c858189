import type { MessagePlan, NamedValue } from '../../../src/convert/index.js';
import { describeNamedProp, nameOfTag, type PropValue, PT_SYSTIME, propType } from '../../../src/mapi/index.js';

/** A plan as text for people, in which two of them can be compared line by line. */
export function shown(plan: MessagePlan, indent = ''): string {
  const lines: string[] = [];
  for (const value of plan.props) lines.push(indent + line(value));
  for (const value of plan.named) lines.push(indent + named(value));
  for (const row of plan.recipients)
    lines.push(`${indent}recipient`, ...row.map((value) => `${indent}  ${line(value)}`));
  for (const { props, named: more, content } of plan.attachments) {
    lines.push(`${indent}attachment`, ...props.map((value) => `${indent}  ${line(value)}`));
    for (const value of more) lines.push(`${indent}  ${named(value)}`);
    if (content instanceof Uint8Array) lines.push(`${indent}  content ${text(content)}`);
    else if (content !== null) lines.push(`${indent}  message`, shown(content, `${indent}    `));
  }
  return lines.join('\n');
}

const line = ([tag, value]: PropValue): string => `${nameOfTag(tag) ?? tag.toString(16)} ${text(value, tag)}`;
const named = ({ name, value }: NamedValue): string => `${describeNamedProp(name)} ${text(value)}`;

function text(value: unknown, tag = 0): string {
  if (typeof value === 'bigint' && propType(tag) === PT_SYSTIME)
    return new Date(Number((value - 116_444_736_000_000_000n) / 10_000n)).toISOString();
  if (typeof value === 'bigint') return String(value);
  if (!(value instanceof Uint8Array)) return JSON.stringify(value);
  const letters = Buffer.from(value).toString('latin1');
  return /^[\t\r\n -~]*$/.test(letters) ? `bytes ${JSON.stringify(letters)}` : Buffer.from(value).toString('hex');
}
