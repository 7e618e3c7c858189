import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const top = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(join(top, file), 'utf8');

const decisions = readdirSync(join(top, 'docs/decisions')).filter((file) => file !== 'README.md');
const examples = readdirSync(join(top, 'docs/examples')).filter((file) => file.endsWith('.ts'));
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...markdownUnder('docs')];

describe('README.md', () => {
  const readme = read('README.md');

  test('begins with the two commands, and they are scripts', () => {
    expect(readme).toContain('```\nnpm ci && npm start\nnpm ci && npm test\n```');
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test', 'prepare']));
  });
});

describe('README.md and docs/guide', () => {
  const blocks = ['README.md', ...markdownUnder('docs/guide')].flatMap((page) => blocksOf(read(page)));

  test.each(examples)('show docs/examples/%s exactly as it compiles', (file) => {
    expect(blocks).toContainEqual({ file: `docs/examples/${file}`, text: read(`docs/examples/${file}`) });
  });

  test('show no TypeScript that is not compiled', () => {
    const shown = blocks.map(({ file }) => file);
    expect(shown.sort()).toEqual(examples.map((file) => `docs/examples/${file}`).sort());
  });
});

describe('docs/decisions', () => {
  test.each(decisions)('%s tells context, decision and consequences, and the index lists it', (file) => {
    expect(file).toMatch(/^\d{4}-[a-z0-9-]+\.md$/);
    const text = read(`docs/decisions/${file}`);
    expect(text.startsWith(`# ${Number(file.slice(0, 4))}. `)).toBe(true);
    const parts = [...text.matchAll(/^## (\w+)/gm)].map(([, title]) => title);
    expect(parts).toEqual(expect.arrayContaining(['Context', 'Decision', 'Consequences']));
    expect(read('docs/decisions/README.md')).toContain(`](${file})`);
  });

  test('no number is used twice', () => {
    const numbers = decisions.map((file) => file.slice(0, 4));
    expect(numbers).toEqual([...new Set(numbers)]);
  });
});

test.each(pages)('every link of %s leads to a file', (page) => {
  const targets = [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => target ?? '');
  const lost = targets.filter((target) => !existsSync(join(top, dirname(page), target)));
  expect(lost).toEqual([]);
});

interface Block {
  readonly file: string;
  readonly text: string;
}

/** TypeScript blocks in order, each with the file that the comment line above it names. */
function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/(?:<!-- (\S+) -->\n+)?```ts\n(.*?)```/gs)].map(([, file = 'no file', text = '']) => ({
    file,
    text,
  }));
}

function markdownUnder(folder: string): readonly string[] {
  return readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.startsWith('api'))
    .map((file) => `${folder}/${file}`);
}
