import type { Message } from '../../src/wire/index.js';
import type { Chance } from './chance.js';

/** A message whose body and recipients are plain, so that a test can compare them. */
export type Letter = Omit<Message, 'to' | 'body'> & { readonly to: readonly string[]; readonly body: string };

/** A message of chance, its number in sender and subject, so that it can be found again. */
export function letter(chance: Chance, number: number, trouble: boolean): Letter {
  const from = trouble && chance.below(10) === 0 ? `bad${number}@here.example` : `from${number}@here.example`;
  const to = Array.from({ length: 1 + chance.below(5) }, (_, i) =>
    trouble && chance.below(4) === 0 ? `gone${number}.${i}@there.example` : `to${number}.${i}@there.example`,
  );
  return {
    from,
    to,
    body: body(chance, number),
    accept: chance.of(['any', 'all'] as const),
    pipelining: chance.below(4) > 0,
  };
}

/** What the letter's body is on the wire: every line ends with CRLF, the last one too (RFC 5321 section 2.3.8). */
export function asDelivered(text: string): string {
  const lines = text.replace(/\r\n|\r|\n/g, '\r\n');
  return lines.endsWith('\r\n') ? lines : `${lines}\r\n`;
}

function body(chance: Chance, number: number): string {
  const lines = [`Subject: letter ${number}`, ''];
  const count = chance.below(chance.of([3, 40, 4000]));
  for (let i = 0; i < count; i++)
    lines.push(chance.of(['.', '..', '', '.dot first', 'plain', 'x'.repeat(chance.below(120))]));
  return lines.join(chance.of(['\r\n', '\n', '\r']));
}
