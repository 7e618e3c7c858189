import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedFiles } from '../../scripts/native/files.mjs';
import * as roots from '../../src/bridge/roots/declared.js';
import { interfaces } from '../../src/bridge/vocabulary.js';
import * as com from '../../src/com/index.js';
import * as mapi from '../../src/mapi/index.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the proxies and exports for Windows programs are those that the declarations make: else run node scripts/native/main.mjs', () => {
  const facts: unknown = JSON.parse(read('test/reference/mapi-layouts.json'));
  const files = generatedFiles({ ...com, ...mapi, ...roots }, interfaces, facts);
  expect(Object.keys(files)).toHaveLength(5);
  for (const [path, text] of Object.entries(files)) expect(read(path)).toBe(text);
});
