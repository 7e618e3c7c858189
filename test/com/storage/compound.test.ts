import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ComError, guid, STG_E_DOCFILECORRUPT, STG_E_INVALIDHEADER } from '../../../src/com/index.js';
import { readCompoundFile } from '../../../src/com/storage/compound-reader.js';
import { writeCompoundFile } from '../../../src/com/storage/compound-writer.js';
import { StorageElement, StreamElement } from '../../../src/com/storage/element.js';

const ofCfb = [
  'H4sIAAAAAAACA+3VP04CQRTH8e/sgvwRDGhiYcUJKCBAR2djCSeQShtIdC3sKL2GR/AkcAQ8CAzuMksM1TJoyCa/T/I2M5N983by',
  'kp3lorn6/Lr75sCQkI2tcPFrzQBBOmns5nFsrLXpspVcWVtr4/6Fro9FSHpeAspABagCl0ANqLv3FApF/mPEjBkRLe6ZEvHCO8e4',
  'pWjSf4nJmHP185i78YTTFAiS+oG7e7LlwMfNbvzK20nfUMYk9eM9Q4/8R9pMeGbqWb/mzp/Kmlfd3+ljnujSJeKB3tH1rz3qG9eD',
  'v+JzflQ/EYiIiIiIiIiIiMi/40zMnl/+oNPvILm1BdWk8AUAIAAA',
].join('');

/** What is in a storage, for comparing. */
const shown = (element: StorageElement): unknown => ({
  clsid: element.clsid,
  state: element.stateBits,
  times: [element.ctime, element.mtime],
  in: element.children.map((one) =>
    one.kind === 'stream' ? [one.name, Buffer.from(one.content()).toString('base64')] : [one.name, shown(one)],
  ),
});

function storage(name: string, ...elements: readonly (StorageElement | StreamElement)[]): StorageElement {
  const made = new StorageElement(name);
  for (const one of elements) made.put(one);
  return made;
}
const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, n) => (n * 7 + length) % 251);
const stream = (name: string, length: number): StreamElement => new StreamElement(name, bytes(length));

describe('A compound file', () => {
  test('is read as it was written: short and long streams, storages with class, state and times', () => {
    const inner = storage('Inner', stream('a', 0), stream('b', 1), stream('\u0001Ole', 20));
    inner.clsid = guid('00020D0B-0000-0000-C000-000000000046');
    inner.stateBits = 0x80000001;
    inner.ctime = 0x01dc_0000_0000_0001n;
    inner.mtime = 0x01dc_0000_0000_0002n;
    const sizes = [63, 64, 65, 511, 512, 4095, 4096, 4097, 100_000];
    const root = storage('', inner, ...sizes.map((size) => stream(`of ${size}`, size)));
    const file = writeCompoundFile(root);
    expect(file.length % 512).toBe(0);
    expect(shown(readCompoundFile(file))).toEqual(shown(root));
    expect(shown(readCompoundFile(writeCompoundFile(storage(''))))).toEqual(shown(storage('')));
  });

  test('has a directory that is a tree in the order of the specification, whose ways down have as many black entries', () => {
    for (const count of [1, 2, 3, 6, 7, 8, 20, 31]) {
      const names = Array.from({ length: count }, (_, n) => (n % 3 === 0 ? `long ${n}` : `N${n}`));
      const file = writeCompoundFile(storage('', ...names.map((name) => stream(name, 1))));
      const view = new DataView(file.buffer);
      const directory = (view.getUint32(48, true) + 1) * 512;
      const entry = (id: number) => {
        const at = directory + id * 128;
        const length = view.getUint16(at + 64, true) / 2 - 1;
        const name = Buffer.from(file.buffer, at, length * 2).toString('utf16le');
        return {
          name,
          red: view.getUint8(at + 67) === 0,
          l: view.getInt32(at + 68, true),
          r: view.getInt32(at + 72, true),
        };
      };
      const inOrder: string[] = [];
      const blacks = (id: number, above: boolean): number => {
        if (id === -1) return 1;
        const { name, red, l, r } = entry(id);
        expect(red && above).toBe(false);
        const left = blacks(l, red);
        inOrder.push(name);
        expect(blacks(r, red)).toBe(left);
        return left + (red ? 0 : 1);
      };
      blacks(view.getInt32(directory + 76, true), false);
      const sorted = [...names].sort((a, b) => a.length - b.length || (a.toUpperCase() < b.toUpperCase() ? -1 : 1));
      expect(inOrder).toEqual(sorted);
    }
  });

  test('larger than the header’s table of sectors has a table of tables', () => {
    const root = storage('', stream('large', 8_000_000), stream('short', 100));
    const file = writeCompoundFile(root);
    expect(new DataView(file.buffer).getUint32(72, true)).toBeGreaterThan(0);
    expect(shown(readCompoundFile(file))).toEqual(shown(root));
  });

  test('of another writer is read: one of SheetJS’s cfb 1.2.2', () => {
    const root = readCompoundFile(gunzipSync(Buffer.from(ofCfb, 'base64')));
    const sub = storage('sub', new StreamElement('a.bin', new Uint8Array(10).fill(1)));
    expect(root.find('SUB')).toMatchObject({ name: 'sub' });
    expect(shown(root)).toMatchObject({
      in: [
        ['b', Buffer.alloc(5000, 2).toString('base64')],
        ['sub', { in: (shown(sub) as { in: unknown }).in }],
        // The mark that this writer leaves.
        ['\u0001Sh33tJ5', Buffer.from('7262').toString('base64')],
      ],
    });
  });

  test('that is none is STG_E_INVALIDHEADER; one that contradicts itself STG_E_DOCFILECORRUPT', () => {
    const sound = writeCompoundFile(storage('', stream('a', 5000), stream('b', 10), storage('c', stream('d', 3))));
    const code = (file: Uint8Array): unknown => {
      try {
        readCompoundFile(file);
        return 'read';
      } catch (error) {
        return error instanceof ComError ? error.hr : error;
      }
    };
    for (const other of [new Uint8Array(0), Buffer.from('PK\u0003\u0004'.padEnd(600)), sound.subarray(0, 511)])
      expect(code(other)).toBe(STG_E_INVALIDHEADER);
    const changed = (where: number, value: number): Uint8Array => {
      const copy = sound.slice();
      new DataView(copy.buffer).setUint32(where, value, true);
      return copy;
    };
    const directory = (new DataView(sound.buffer).getUint32(48, true) + 1) * 512;
    expect(code(changed(30, 99))).toBe(STG_E_INVALIDHEADER);
    expect(code(changed(44, 0x7fffffff))).toBe(STG_E_DOCFILECORRUPT);
    expect(code(changed(48, 7777))).toBe(STG_E_DOCFILECORRUPT);
    // The directory goes in circles, its first entry is no root, an entry is larger than the file.
    expect(code(changed(directory + 128 + 72, 1))).toBe(STG_E_DOCFILECORRUPT);
    expect(code(changed(directory + 64, 0x00020016))).toBe(STG_E_DOCFILECORRUPT);
    expect(code(changed(directory + 128 + 120, 0x7fffffff))).toBe(STG_E_DOCFILECORRUPT);
    expect(code(sound.subarray(0, sound.length - 1024))).toBe(STG_E_DOCFILECORRUPT);
  });

  test('whatever was changed in it is read, or refused by a code', () => {
    const sound = writeCompoundFile(
      storage('', stream('a', 5000), stream('b', 10), storage('c', stream('d', 3), stream('e', 600))),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        fc.nat(sound.length),
        (changes, cut) => {
          const file = sound.slice(0, cut > 600 ? cut : undefined);
          for (const [at, value] of changes) file[at % 700 < 350 ? at : at % Math.min(1600, file.length)] = value;
          try {
            readCompoundFile(file);
          } catch (error) {
            expect(error).toBeInstanceOf(ComError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('any tree comes back as it was', () => {
    const name = fc.string({ minLength: 1, maxLength: 31, unit: fc.constantFrom(...'abcXYZ 0123éß\u0001') });
    const leaf = fc.tuple(name, fc.nat(9000)).map(([own, length]) => stream(own, length));
    const tree = fc.letrec<{ node: StorageElement | StreamElement }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        leaf,
        fc.tuple(name, fc.array(tie('node'), { maxLength: 6 })).map(([own, below]) => storage(own, ...below)),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 12 }), (below) => {
        const root = storage('', ...below);
        expect(shown(readCompoundFile(writeCompoundFile(root)))).toEqual(shown(root));
      }),
      { numRuns: 60 },
    );
  });
});
