import { readFileSync } from 'node:fs';

/** The version of comail, as package.json states it. */
export const version = (): string => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
};
