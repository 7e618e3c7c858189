import { readFileSync } from 'node:fs';

/** The version that package.json states, wherever the program was built to. */
export function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return manifest.version;
}
