import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { registrationFreeManifest } from '../../../src/cli/windows/manifest.js';
import { type Bits, built } from './run.js';

/**
 * A program with the COM server and a manifest beside it, so that it finds the DLL without the registry.
 *
 * @param bits its bitness
 * @param name the program, without `.exe`
 * @returns its path
 */
export function withManifest(bits: Bits, name: string): string {
  const dll = 'comail-imnxport.dll';
  const program = join(dirname(built(bits, dll)), 'beside', `${name}.exe`);
  mkdirSync(dirname(program), { recursive: true });
  copyFileSync(built(bits, `${name}.exe`), program);
  copyFileSync(built(bits, dll), join(dirname(program), dll));
  writeFileSync(`${program}.manifest`, registrationFreeManifest(dll));
  return program;
}
