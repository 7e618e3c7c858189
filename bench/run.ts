// The bench program: measures row after row, shows them as they come, and prints the numbers as JSON when asked to.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bridgeCases } from './bridge/cases.js';
import { bridgeRow, bridgeValue, measureBridge } from './bridge/measure.js';
import { cases } from './cases.js';
import { graphCases } from './graph/cases.js';
import { graphRow, graphValue, measureGraph } from './graph/measure.js';
import { measure } from './measure.js';
import { mimeCases } from './mime/cases.js';
import { measureMime, mimeRow, mimeValue } from './mime/measure.js';
import { nativeCases } from './native/cases.js';
import { measureNative, nativeRow, nativeValue } from './native/measure.js';
import { type BenchOptions, readOptions, usage } from './options.js';
import { machine, sharedCore } from './process/cores.js';
import { findPostfixProgram } from './sink/postfix.js';
import { spoolCases } from './spool/cases.js';
import { measureSpool } from './spool/measure.js';
import { spoolRow, spoolValue } from './spool/row.js';
import { storeCases } from './store/cases.js';
import { measureStore } from './store/measure.js';
import { storeRow, storeValue } from './store/row.js';
import { head, jsonValue, row } from './table.js';
import { windowsCases } from './windows/cases.js';
import { measureWindows, windowsRow, windowsValue } from './windows/measure.js';

await main();

async function main(): Promise<void> {
  let options: BenchOptions | null;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exitCode = 2;
    return;
  }
  if (options === null) process.stdout.write(usage);
  else await runCases(options);
}

async function runCases(options: BenchOptions): Promise<void> {
  const out = options.json ? process.stderr : process.stdout;
  const folder = mkdtempSync(join(tmpdir(), 'comail-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const core = sharedCore();
  const ground = { core, folder, ownSink: options.ownSink, certificate: pem('crt'), key: pem('key') };
  const smtpSink = options.ownSink ? null : findPostfixProgram('smtp-sink');
  out.write(
    `${machine()}; senders and sinks ${core === null ? 'not pinned: taskset is missing' : `on core ${core}`}\n`,
  );
  out.write(`${smtpSink === null ? "smtp-sink is not used: the bench's own sink reads every message" : smtpSink}\n`);
  out.write(`${options.rounds} rounds of ${options.seconds} s, A B A B; medians\n\n${head()}\n`);

  const progress = () => void (process.stderr.isTTY && process.stderr.write('.'));
  const rules = { rounds: options.rounds, seconds: options.seconds, progress };
  const jobs: readonly Job[] = [
    ...cases.map((what) => ({
      key: what.key,
      run: async () => {
        const measured = await measure(what, ground, rules);
        return { line: row(measured), value: 'missing' in measured ? null : jsonValue(measured) };
      },
    })),
    ...storeCases.map((what) => ({
      key: what.key,
      run: async () => {
        const measured = await measureStore(what, ground, rules);
        return { line: storeRow(measured), value: 'missing' in measured ? null : storeValue(measured) };
      },
    })),
    ...mimeCases.map((what) => ({
      key: what.key,
      run: async () => {
        const measured = await measureMime(what, ground, rules);
        return { line: mimeRow(measured), value: mimeValue(measured.duel.ratio.median) };
      },
    })),
    ...bridgeCases.map((what) => ({
      key: what.key,
      run: async () => {
        const measured = await measureBridge(what, ground, rules);
        return { line: bridgeRow(measured), value: bridgeValue(measured.duel.ratio.median) };
      },
    })),
    ...graphCases.map((what) => ({
      key: what.key,
      run: async () => {
        const measured = await measureGraph(what, ground, rules);
        return { line: graphRow(measured), value: graphValue(measured.duel.ratio.median) };
      },
    })),
    ...spoolCases.map((what) => ({
      key: what.key,
      run: async () => {
        const measured = await measureSpool(what, ground, rules);
        return { line: spoolRow(measured), value: spoolValue(measured.duel.ratio.median) };
      },
    })),
    ...nativeCases.map((what) => ({
      key: what.key,
      run: async () => {
        const measured = await measureNative(what, ground, rules);
        return {
          line: nativeRow(measured),
          value: 'missing' in measured ? null : nativeValue(measured.duel.ratio.median),
        };
      },
    })),
    ...windowsCases.map((what) => ({
      key: what.key,
      run: async () => {
        const measured = await measureWindows(what, ground, rules);
        return { line: windowsRow(measured), value: windowsValue(measured) };
      },
    })),
  ];
  const results: Record<string, number> = {};
  for (const { key, run } of jobs.filter((job) => job.key.startsWith(options.only))) {
    try {
      const { line, value } = await run();
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      out.write(`${line}\n`);
      if (value !== null) results[key] = value;
    } catch (error) {
      process.stderr.write(`\n${key}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 1;
    }
  }
  if (options.json) process.stdout.write(`${JSON.stringify(results)}\n`);
}

/** One row of the table: what measures it, and the number for the JSON object; null when it was left out. */
interface Job {
  readonly key: string;
  run(): Promise<{ readonly line: string; readonly value: number | null }>;
}

/** The bench's own certificate, committed beside its sources: for loopback, and trusted by nobody. */
function pem(extension: 'crt' | 'key'): string {
  return fileURLToPath(new URL(`../../../../bench/tls/localhost.${extension}`, import.meta.url));
}
