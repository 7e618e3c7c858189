import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BridgeServer } from '../../src/bridge/index.js';
import { assertLedgerEmpty, type LedgerTotals, ledgerTotals } from '../../src/com/index.js';
import { MailServer } from '../client/mail-server.js';
import { withManifest } from './support/beside.js';
import { bitnesses, missing, run, start, windowsPath } from './support/run.js';

describe.skipIf(missing).each(bitnesses)('threads, lifetimes and a service that ends, %s', (bits) => {
  let folder: string;
  let before: LedgerTotals;

  beforeEach(() => {
    before = ledgerTotals();
    folder = mkdtempSync(join(tmpdir(), 'comail-lifetime-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    assertLedgerEmpty(before);
  });

  const file = (): string => join(folder, 'bridge');
  const env = (): NodeJS.ProcessEnv => ({ COMAIL_BRIDGE: windowsPath(file()) });

  test('two threads at once, a transport that moves, a release by another thread, unloading', async () => {
    await using server = await MailServer.start();
    const bridge = await BridgeServer.open({ file: file() });
    const { code, lines } = await run(withManifest(bits, 'imnxport-threads'), [String(server.port)], env());
    expect(lines).toEqual([
      'two threads: good, good',
      'moved: good, good, callback 0',
      'unloaded: good',
      'loaded anew: good',
      'callbacks 0',
    ]);
    expect(code).toBe(0);
    expect(server.got.map(({ to }) => to[0]).sort()).toEqual([
      ...Array(5).fill('first@example.com'),
      'moved@example.com',
      ...Array(5).fill('second@example.com'),
    ]);
    await bridge.close();
  });

  test('an object of a service that has ended reports the drop; a new one connects to its successor', async () => {
    await using server = await MailServer.start();
    const bridge = await BridgeServer.open({ file: file() });
    const go = join(folder, 'go');
    const connect = `connect port=${server.port}`;
    const program = start(
      withManifest(bits, 'imnxport-host'),
      [
        'init',
        connect,
        'wait response 2',
        `until ${windowsPath(go)}`,
        'status',
        'mail a@b',
        'isstate 0',
        'handsoff',
        'renew',
        'init',
        connect,
        'wait response 2',
        'send ann@example.com bob@example.com x',
        'wait response 3',
      ],
      env(),
    );
    await program.printed('ready');
    await bridge.close();
    await program.printed('OnStatus 8');
    const successor = await BridgeServer.open({ file: file() });
    writeFileSync(go, '');
    const { code, lines } = await program.ended;
    const after = lines.slice(lines.indexOf('ready') + 1);
    expect(after.slice(0, 8)).toEqual([
      expect.stringMatching(/^OnError 3 0x800CCC0F .*service has ended/),
      'OnStatus 8',
      '> status 8 -> 0x00000000',
      '> mail -> 0x800CCC0F',
      '> isstate -> 0x800CCC0F',
      '> handsoff -> 0x00000000',
      'left 0',
      '> CoCreateInstance -> 0x00000000',
    ]);
    expect(code).toBe(0);
    expect(server.got).toHaveLength(1);
    await successor.close();
  });
});
