import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MapiMessage as MapiMessageType } from '../../src/bridge/structures/simple.js';
import { marshal } from '../../src/com/index.js';
import type { MapiMessage } from '../../src/subsystem/index.js';
import { bareReferences } from './vectors.js';

/** A call that is to be left in a drop folder. */
export interface Dropped {
  readonly id: Uint8Array;
  readonly time?: bigint;
  readonly function?: 5 | 6 | 7;
  readonly profile?: string | null;
  readonly flFlags?: number;
  readonly message: MapiMessage;
  readonly files?: readonly Uint8Array[];
}

const usual = 133_800_000_000_000_000n;

/** The bytes of its file. */
export function dropBytes({
  id,
  time = usual,
  function: of = 6,
  profile = null,
  flFlags = 0,
  message,
  files = [],
}: Dropped): Buffer {
  const body = new marshal.ByteWriter();
  MapiMessageType.write(body, message as unknown as Record<string, unknown>, bareReferences);
  const writer = new marshal.ByteWriter();
  writer.raw(Buffer.from('COMAILDR'));
  writer.u32(1);
  writer.raw(id);
  writer.u64(time);
  writer.u32(of);
  writer.text(profile);
  writer.u32(flFlags);
  writer.u32(body.length);
  writer.raw(body.bytes);
  for (const file of files) {
    writer.number(file.length);
    writer.raw(file);
  }
  const bytes = Buffer.from(writer.bytes);
  return Buffer.concat([bytes, createHash('sha256').update(bytes).digest()]);
}

/** Its name, without what tells how far it is. */
export const dropName = ({ id, time = usual }: Dropped): string =>
  `${time.toString(16).toUpperCase().padStart(16, '0')}-${Buffer.from(id).toString('hex').toUpperCase()}`;

/** Leaves it there, as a host does. */
export function drop(folder: string, call: Dropped): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = dropName(call);
  writeFileSync(join(folder, `${name}.part`), dropBytes(call), { mode: 0o600 });
  renameSync(join(folder, `${name}.part`), join(folder, `${name}.mail`));
  return name;
}
