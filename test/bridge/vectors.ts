import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { interfaces } from '../../src/bridge/vocabulary.js';
import { type AnyIid, type Guid, marshal } from '../../src/com/index.js';

/** The test vectors of docs/protocol.md, by name. */
export const vectors: ReadonlyMap<string, Buffer> = new Map(
  readFileSync(join(import.meta.dirname, '../corpus/protocol/vectors.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' ') as [string, string])
    .map(([name, hex]) => [name, Buffer.from(hex, 'hex')]),
);

/** A vector. */
export function vector(name: string): Buffer {
  const bytes = vectors.get(name);
  if (!bytes) throw new Error(`there is no vector ${name}`);
  return bytes;
}

/** A reference that stays what its bytes say. */
export interface BareReference {
  readonly kind: number;
  readonly number: bigint;
  readonly names: readonly string[];
}

/** References without objects behind them. */
export const bareReferences: marshal.References = {
  write(writer, value) {
    const { kind, number, names } = (value ?? { kind: 0 }) as BareReference;
    writer.u8(kind);
    if (kind === 0) return;
    writer.u64(number);
    writer.u8(names.length);
    for (const name of names) writer.raw(Buffer.from(keyOfName(name), 'latin1'));
  },
  read(reader) {
    const kind = reader.u8();
    if (kind === 0) return null;
    const number = reader.u64();
    return { kind, number, names: Array.from({ length: reader.u8() }, () => interfaces.byKey(reader.key())?.name) };
  },
  iidOf: (guid: Guid): AnyIid => interfaces.of(guid),
};

function keyOfName(name: string): string {
  const iid = interfaces.byPointer(name, 1);
  if (!iid) throw new Error(`there is no interface ${name}`);
  return marshal.keyOf(iid.guid);
}

/** What a type makes of a value. */
export function written<T>(type: marshal.WireType<T>, value: T): Buffer {
  const writer = new marshal.ByteWriter();
  type.write(writer, value, bareReferences);
  return writer.bytes;
}

/** What a type makes of bytes, all of them. */
export function readAll<T>(type: marshal.WireType<T>, bytes: Buffer): T {
  const reader = new marshal.ByteReader(bytes);
  const value = type.read(reader, bareReferences);
  reader.end();
  return value;
}
