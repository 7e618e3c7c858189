import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HostConnection } from '../../src/bridge/index.js';
import { Desk } from '../flows/desk.js';
import { useLedger } from '../support/ledger.js';
import { comail } from './run.js';

useLedger();

/** Begins a command that lasts until the signal, and waits until it has said where programs may come. */
async function opened(argv: readonly string[], interrupt: AbortSignal) {
  let heard: (text: string) => void = () => undefined;
  const told = new Promise<string>((resolve) => {
    heard = resolve;
  });
  const running = comail(argv, {
    interrupt,
    printed: (text) => {
      const [, file] = /"file":"([^"]+)"/.exec(text) ?? [];
      if (file !== undefined) heard(file);
    },
  });
  return { file: await Promise.race([told, running.then(({ err }) => Promise.reject(new Error(err)))]), running };
}

test('comail bridge lets programs in until it is told to end, and only one of them does', async () => {
  await using desk = await Desk.open({ profile: false });
  const enough = new AbortController();
  const { file, running } = await opened(['bridge', '--json'], enough.signal);
  expect(file).toBe(join(desk.folder, 'bridge'));
  const host = await HostConnection.open(file, 60_000);
  expect((await host?.welcome)?.program).toMatch(/^comail /);
  const second = await comail(['bridge']);
  expect(second.code).toBe(1);
  expect(second.err).toContain('another service');
  enough.abort();
  expect((await running).code).toBe(0);
  expect(await host?.closed).toBeDefined();
  expect(host?.fault).toEqual({ reason: 6, words: 'the service ends' });
  expect(existsSync(file)).toBe(false);
});

test('comail serve opens it, unless it must not', async () => {
  await using desk = await Desk.open();
  const enough = new AbortController();
  const { file, running } = await opened(['serve', '-p', 'Work', '--http', '--port', '0'], enough.signal);
  const host = await HostConnection.open(file, 60_000);
  expect(host).not.toBeNull();
  const closed = new AbortController();
  const without = comail(['serve', '-p', 'Work', '--http', '--port', '0', '--no-bridge'], {
    interrupt: closed.signal,
    printed: (text) => {
      if (text.includes('listening')) closed.abort();
    },
  });
  expect((await without).out).not.toContain('native programs');
  enough.abort();
  expect((await running).code).toBe(0);
  await host?.closed;
  expect(existsSync(join(desk.folder, 'bridge'))).toBe(false);
});
