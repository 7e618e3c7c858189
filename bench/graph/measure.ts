import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { type DuelResult, type DuelRules, duel } from '../duel.js';
import { Worker } from '../process/worker.js';
import { reader, spoolLetter } from '../spool/letters.js';
import { between, line } from '../table.js';
import { callers, type GraphCase, pagesByChance, selectionsByChance } from './cases.js';
import type { GraphQuestions, Served } from './program.js';

/** A row that was measured. */
export interface GraphMeasured {
  readonly what: GraphCase;
  readonly duel: DuelResult;
}

/**
 * Measures one row. Every process it starts is gone when it returns or throws.
 *
 * @param what the row
 * @param ground the core of the server, null for any; a folder for its files
 * @param rules how long
 * @throws {Error} when a request was answered otherwise than it must, or the server showed something else than the store
 */
export async function measureGraph(
  what: GraphCase,
  { core, folder: parent }: { readonly core: number | null; readonly folder: string },
  rules: Omit<DuelRules, 'warmUp'>,
): Promise<GraphMeasured> {
  const folder = mkdtempSync(join(parent, 'graph-'));
  const start = (name: string) => new Worker<GraphQuestions>(name, new URL('./program.js', import.meta.url), core);
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  let worker: Worker<GraphQuestions> | null = null;
  try {
    if (what.task !== 'sendmail') {
      const maker = start('fixture');
      await maker.ask('fixture', folder).finally(() => maker.stop());
    }
    worker = start('graph');
    const server = worker;
    const served = await server.ask('open', { task: what.task, folder });
    const callsAtOnce = what.task === 'sendmail' ? callers : 1;
    const options = listOptions(what);
    let number = 0;
    let sent = 0;
    const ours = async (count: number) => {
      const begin = performance.now();
      const end = number + count;
      const line = async (): Promise<void> => {
        while (number < end) await call(served, agent, what, number++, what.task === 'sendmail' ? '' : options().text);
      };
      await Promise.all(Array.from({ length: callsAtOnce }, line));
      const seconds = (performance.now() - begin) / 1000;
      sent += count;
      if (what.task === 'sendmail') await expectWaiting(server, sent);
      return { seconds, cpuSeconds: null };
    };
    const store = async (count: number) => {
      const effort = await server.ask('direct', count);
      sent += count;
      if (what.task === 'sendmail') await expectWaiting(server, sent);
      else await expectPage(server, served, agent, what, options());
      return effort;
    };
    return { what, duel: await duel({ round: ours }, { round: store }, { ...rules, warmUp: what.warmUp }) };
  } finally {
    agent.destroy();
    await worker?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function expectWaiting(server: Worker<GraphQuestions>, count: number): Promise<void> {
  const waiting = await server.ask('check', null);
  if (waiting !== String(count)) throw new Error(`${waiting} messages wait instead of ${count}`);
}

/** What a request for a list says beside what all of them say. */
interface ListOptions {
  readonly skip: number;
  readonly text: string;
}

function listOptions({ task }: GraphCase): () => ListOptions {
  const pages = pagesByChance();
  const selections = task === 'list-new' ? selectionsByChance() : null;
  return () => {
    const skip = pages();
    return { skip, text: `&$skip=${skip}${selections ? `&$select=${selections()}` : ''}` };
  };
}

async function expectPage(
  server: Worker<GraphQuestions>,
  served: Served,
  agent: Agent,
  what: GraphCase,
  { skip, text }: ListOptions,
): Promise<void> {
  const seen = await server.ask('check', skip);
  const { value } = JSON.parse(await call(served, agent, what, 0, text)) as {
    value: { subject: string; body: unknown }[];
  };
  const subjects = value.map(({ subject }) => subject).join('\n');
  if (subjects !== seen || value.length !== 50) throw new Error(`the server shows\n${subjects}\nthe table\n${seen}`);
}

/** One request; the text of its answer. */
function call(
  { port, token, path: place }: Served,
  agent: Agent,
  { task }: GraphCase,
  number: number,
  options: string,
): Promise<string> {
  const path = place + options;
  const body = task === 'sendmail' ? letterJson(number) : '';
  const method = task === 'sendmail' ? 'POST' : 'GET';
  const headers = {
    authorization: `Bearer ${token}`,
    ...(task === 'sendmail' ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}),
  };
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent }, (reply) => {
      const pieces: Buffer[] = [];
      reply.on('data', (piece: Buffer) => pieces.push(piece));
      reply.on('error', reject);
      reply.on('end', () => {
        const text = Buffer.concat(pieces).toString();
        if (reply.statusCode === (task === 'sendmail' ? 202 : 200)) resolve(text);
        else reject(new Error(`${method} ${path} was answered by ${reply.statusCode} ${text}`));
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

function letterJson(number: number): string {
  const { subject, html } = spoolLetter(number);
  return JSON.stringify({
    message: {
      subject,
      body: { contentType: 'html', content: html },
      toRecipients: [{ emailAddress: reader }],
    },
  });
}

/** One row of the table, once it has been measured. */
export function graphRow({ what, duel: { ours, rival, ratio } }: GraphMeasured): string {
  const value = graphValue(ratio.median);
  const rates = [ours, rival].map(({ rate }) => `${rate.median.toFixed(0)} /s`);
  const good = value >= what.bound ? 'ok' : 'MISSED';
  const cpu = `? / ${rival.cpuMicroseconds?.toFixed(1) ?? '?'}`;
  return line([what.key, value.toFixed(2), between(ratio), `>= ${what.bound}`, good, ...rates, cpu]);
}

/** A ratio as it goes into the JSON object. */
export const graphValue = (ratio: number): number => Math.round(ratio * 100) / 100;
