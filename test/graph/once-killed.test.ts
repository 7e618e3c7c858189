import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from '../flows/desk.js';
import { type Compiled, compiled, transpiled } from '../support/compiled.js';
import type { Asked, Point } from '../support/graph-victim.js';
import { StoreProcess } from '../support/store-process.js';
import { person } from './office.js';

let desk: Desk;
let rooms: Compiled;
let program = '';
let server: StoreProcess;
beforeAll(async () => {
  desk = await Desk.open();
  const providers = ['providers/store', 'providers/smtp'];
  rooms = compiled(['base', 'com', 'wire', 'mapi', 'convert', 'subsystem', 'graph', ...providers]);
  program = join(rooms.folder, 'graph-victim.mjs');
  const source = readFileSync(fileURLToPath(new URL('../support/graph-victim.ts', import.meta.url)), 'utf8');
  writeFileSync(program, transpiled(source).replaceAll('../../src/', './'));
});
afterAll(async () => {
  server?.kill();
  await server?.ended;
  rooms.remove();
  await desk[Symbol.asyncDispose]();
});

interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

const start = (): void => {
  server = new StoreProcess(program, [], {});
};

async function ask(asked: Asked): Promise<Told> {
  server.say(JSON.stringify(asked));
  return JSON.parse(await server.line()) as Told;
}

const letter = (subject: string, die: Point, more: object = {}): Asked => ({
  die,
  method: 'POST',
  url: '/v1.0/me/sendMail',
  headers: { 'idempotency-key': subject },
  payload: JSON.stringify({ message: { subject, toRecipients: [person('bob@example.org')] }, ...more }),
});

async function found(subject: string): Promise<number> {
  const url = `/v1.0/me/messages?$select=subject&$filter=subject%20eq%20'${encodeURIComponent(subject)}'`;
  const { text } = await ask({ die: 'never', method: 'GET', url, headers: {} });
  return (JSON.parse(text) as { value: unknown[] }).value.length;
}

/** The server dies of a request; the next one, which lives on, gets it again. */
async function again(subject: string, point: Point, more: object = {}): Promise<Told> {
  await expect(ask(letter(subject, point, more))).rejects.toThrow('the program ended');
  expect(await server.ended).toBeNull();
  start();
  return await ask(letter(subject, 'never', more));
}

// Each takes a process, so that one of them is the next one's victim.
test('a request repeated after the server was killed over it has sent once', async () => {
  start();
  for (const point of ['before it submits', 'while it submits', 'after it has submitted'] as const) {
    const { status, headers } = await again(point, point);
    expect(status).toBe(202);
    if (point !== 'while it submits')
      expect(headers['idempotency-replayed']).toBe(point === 'before it submits' ? undefined : 'true');
    expect(await found(point)).toBe(1);
    const third = await ask(letter(point, 'never'));
    expect([third.status, third.headers['idempotency-replayed']]).toEqual([202, 'true']);
    expect(await found(point)).toBe(1);
  }
  // One of which no copy is to be kept tells as long as it waits.
  const { status } = await again('unkept', 'after it has submitted', { saveToSentItems: false });
  expect([status, await found('unkept')]).toEqual([202, 1]);
  expect(await server.finish()).toBe(0);
}, 120_000);
