import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const top = fileURLToPath(new URL('../..', import.meta.url));

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly type: string;
  readonly engines: { readonly node: string };
  readonly gypfile: boolean;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Manifest & { readonly resolved?: string; readonly integrity?: string }>>;
}

const manifest = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync(join(top, 'package-lock.json'), 'utf8')) as Lock;
const pins = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

describe('package.json', () => {
  test('pins every dependency to one exact version', () => {
    const loose = Object.entries(pins).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  test('is an ES module under MIT for Node 20.19 and newer', () => {
    expect(manifest).toMatchObject({ license: 'MIT', type: 'module', engines: { node: '>=20.19' }, gypfile: false });
    expect(readFileSync(join(top, 'LICENSE'), 'utf8')).toMatch(/^MIT License/);
  });

  test('has a changelog entry for its version', () => {
    expect(readFileSync(join(top, 'CHANGELOG.md'), 'utf8')).toContain(`## [${manifest.version}]`);
  });

  const faces = Object.entries(manifest.exports).filter(([subpath]) => subpath !== './package.json');

  test.each(faces)('exports %s with types, built from a source that exists', (_subpath, target) => {
    expect(target).toEqual({ types: expect.any(String), default: expect.any(String) });
    const { types, default: code } = target as { types: string; default: string };
    expect(types.replace(/\.d\.ts$/, '')).toBe(code.replace(/\.js$/, ''));
    expect(existsSync(sourceOf(code))).toBe(true);
  });

  test('exports the face of every room above the cellar', () => {
    const exported = faces.map(([, target]) => sourceOf((target as { default: string }).default));
    const rooms = readdirSync(join(top, 'src')).filter((room) => room !== 'base' && room !== 'cli');
    const shown = rooms.map((room) => join(top, 'src', room, 'index.ts')).filter((face) => existsSync(face));
    expect(exported).toEqual(expect.arrayContaining(shown));
  });

  test.each(Object.entries(manifest.bin))('installs the command %s from a source that exists', (_name, file) => {
    const source = sourceOf(file);
    expect(existsSync(source)).toBe(true);
    expect(readFileSync(source, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test('names no script that is not there', () => {
    const files = Object.values(manifest.scripts).flatMap((line) => line.match(/\S+\.(?:mjs|cjs|js|ts|json)\b/g) ?? []);
    expect(files.filter((file) => !existsSync(join(top, file)))).toEqual([]);
  });
});

describe('package-lock.json', () => {
  const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

  test('belongs to this package.json', () => {
    const root = lock.packages[''];
    expect({ ...root?.dependencies, ...root?.devDependencies, ...root?.optionalDependencies }).toEqual(pins);
    expect(root?.version).toBe(manifest.version);
  });

  test('holds the pinned version of each dependency', () => {
    const versions = Object.fromEntries(
      Object.keys(pins).map((name) => [name, lock.packages[`node_modules/${name}`]?.version]),
    );
    expect(versions).toEqual(pins);
  });

  test('names no registry: a clone installs from whichever it is given', () => {
    expect(locked.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  });

  test('fixes the content of every package', () => {
    expect(locked.filter(([, entry]) => !/^sha512-/.test(entry.integrity ?? ''))).toEqual([]);
  });
});

function sourceOf(output: string): string {
  return join(top, output.replace(/^\.\/dist\//, 'src/').replace(/\.js$/, '.ts'));
}
