import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BridgeServer } from '../../src/bridge/index.js';
import { registrationFreeManifest } from '../../src/cli/windows/manifest.js';
import { type Spread, spread } from '../statistics.js';
import { between, line } from '../table.js';

/** The key of the row. */
export const bridgeKey = 'bridge.call';

/** A call of a Windows program on an object of the service, over a call that Wine's own COM takes to another process. */
export type BridgeMeasured =
  | { readonly missing: string }
  | { readonly ratio: Spread; readonly ours: Spread; readonly theirs: Spread };

const BOUND = 0.6;
const CALLS = 3000;
const DLL = 'comail-imnxport.dll';
const top = fileURLToPath(new URL('../../../../../', import.meta.url));

/**
 * Builds program and DLL, and times both calls in one program under Wine, round by round.
 *
 * @param folder an empty folder
 * @param rounds how often
 */
export async function measureBridge(folder: string, rounds: number): Promise<BridgeMeasured> {
  const needed = ['make', 'wine', 'wineserver', 'i686-w64-mingw32-g++-posix', 'x86_64-w64-mingw32-g++-posix'];
  const absent = needed.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  if (absent.length > 0) return { missing: `needs ${absent.join(', ')}` };
  const built = join(top, 'build/windows');
  execFileSync('make', ['-C', join(top, 'native'), `-j${availableParallelism()}`, `OUT=${built}`], { stdio: 'ignore' });
  const program = join(folder, 'bridge-latency.exe');
  copyFileSync(join(built, 'x64/bridge-latency.exe'), program);
  copyFileSync(join(built, 'x64', DLL), join(folder, DLL));
  writeFileSync(`${program}.manifest`, registrationFreeManifest(DLL));
  const bridge = await BridgeServer.open({ file: join(folder, 'bridge') });
  const wine = {
    WINEPREFIX: join(folder, 'wine'),
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree=d;mshtml=d',
    DISPLAY: '',
  };
  const env = { ...process.env, ...wine, COMAIL_BRIDGE: `Z:${bridge.file.replaceAll('/', '\\')}` };
  try {
    execFileSync('wineboot', ['-i'], { env, stdio: 'ignore' });
    // To a file: the services that Wine starts inherit a pipe, which then never ends.
    const shell = ['-c', 'wine "$0" "$1" "$2" > "$3"', program, String(rounds), String(CALLS), join(folder, 'times')];
    await promisify(execFile)('sh', shell, { env });
    const times = readFileSync(join(folder, 'times'), 'utf8').matchAll(/^(\d+) (\d+)\r?$/gm);
    const pairs = [...times].map(([, ours, theirs]) => ({ ours: Number(ours) / 1000, theirs: Number(theirs) / 1000 }));
    return {
      ratio: spread(pairs.map(({ ours, theirs }) => ours / theirs)),
      ours: spread(pairs.map(({ ours }) => ours)),
      theirs: spread(pairs.map(({ theirs }) => theirs)),
    };
  } finally {
    spawnSync('wineserver', ['-k'], { env });
    await bridge.close();
  }
}

/** The row of the table. */
export function bridgeRow(measured: BridgeMeasured): string {
  if ('missing' in measured) return `${bridgeKey} left out: ${measured.missing}`;
  const value = bridgeValue(measured) ?? 0;
  const good = value <= BOUND ? 'ok' : 'MISSED';
  const time = ({ median }: Spread): string => `${median.toFixed(0)} us`;
  return line([
    bridgeKey,
    value.toFixed(2),
    between(measured.ratio),
    `<= ${BOUND}`,
    good,
    time(measured.ours),
    time(measured.theirs),
  ]);
}

/** The number for the JSON object; null when nothing was measured. */
export const bridgeValue = (measured: BridgeMeasured): number | null =>
  'missing' in measured ? null : Math.round(measured.ratio.median * 100) / 100;
