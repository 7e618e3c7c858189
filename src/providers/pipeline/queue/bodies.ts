import { stateOf, thisProcess } from '../../../base/index.js';
import type { ByteSource } from '../../../wire/index.js';
import { pieceBytes } from '../limits.js';
import { headerOf } from '../mail/header.js';
import type { QueueFile } from './file.js';

/** A body on its way into the queue: in memory as long as it is one piece, else in the file, where nobody refers to it yet. */
export type NewBody =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  | { readonly kind: 'staged'; readonly id: number };

/** The bodies of a queue, each in pieces. */
export class Bodies {
  readonly #file: QueueFile;

  /** @param file the queue */
  constructor(file: QueueFile) {
    this.#file = file;
  }

  /**
   * Takes bytes as they come. What is larger than one piece is written at once, so that no more than that is held.
   *
   * @param source where they come from
   * @returns the body, to be given to {@link Bodies.put} or {@link Bodies.discard}
   */
  async take(source: ByteSource): Promise<NewBody> {
    let staged: number | null = null;
    let held: Uint8Array[] = [];
    let size = 0;
    const write = (): void => {
      const bytes = Buffer.concat(held);
      [held, size] = [[], 0];
      staged = this.#file.transaction(() => {
        const id = staged ?? this.#file.run('INSERT INTO body (owner) VALUES (?)', thisProcess).lastId;
        this.#write(id, bytes);
        return id;
      });
    };
    try {
      for await (const chunk of source.chunks()) {
        for (let at = 0; at < chunk.length; ) {
          // A chunk is overwritten when the next one is asked for.
          const part = Uint8Array.from(chunk.subarray(at, at + pieceBytes - size));
          held.push(part);
          at += part.length;
          size += part.length;
          if (size === pieceBytes) write();
        }
      }
    } catch (error) {
      if (staged !== null) this.discard({ kind: 'staged', id: staged });
      throw error;
    }
    if (staged === null) return { kind: 'whole', bytes: Buffer.concat(held) };
    if (size > 0) write();
    return { kind: 'staged', id: staged };
  }

  /** Gives a body to the submission that is written in this transaction. @returns its number */
  put(body: NewBody): number {
    if (body.kind === 'staged') {
      this.#file.run('UPDATE body SET owner = NULL WHERE id = ?', body.id);
      return body.id;
    }
    const id = this.#file.run('INSERT INTO body (owner) VALUES (NULL)').lastId;
    for (let at = 0; at < body.bytes.length; at += pieceBytes)
      this.#write(id, body.bytes.subarray(at, at + pieceBytes));
    return id;
  }

  /** Lets go of a body that no submission got. */
  discard(body: NewBody): void {
    if (body.kind === 'staged') this.#file.transaction(() => this.#forget(body.id));
  }

  /** How many bytes a body has. */
  size(id: number): number {
    return Number(this.#file.get('SELECT size FROM body WHERE id = ?', id)?.['size'] ?? 0);
  }

  /** The header of a body, as text of one character for each byte. */
  header(body: NewBody | number): string {
    if (typeof body !== 'number' && body.kind === 'whole') return headerOf(body.bytes).text;
    const pieces: Uint8Array[] = [];
    for (const piece of this.pieces(typeof body === 'number' ? body : body.id)) {
      pieces.push(piece);
      const { text, whole } = headerOf(Buffer.concat(pieces));
      if (whole) return text;
    }
    return headerOf(Buffer.concat(pieces)).text;
  }

  /** All of a body; for those that are small. */
  bytes(id: number): Uint8Array {
    return Buffer.concat([...this.pieces(id)]);
  }

  /**
   * A body, or a range of it, piece by piece.
   *
   * @param id its number
   * @param from where the range begins
   * @param to where it ends
   */
  *pieces(id: number, from = 0, to: number = Number.POSITIVE_INFINITY): Generator<Uint8Array> {
    let at = 0;
    for (const row of this.#file.all('SELECT id, length(bytes) AS size FROM piece WHERE body = ? ORDER BY id', id)) {
      const [begin, end] = [at, at + Number(row['size'])];
      at = end;
      if (end <= from || begin >= to) continue;
      const bytes = this.#file.get('SELECT bytes FROM piece WHERE id = ?', Number(row['id']))?.['bytes'] as Uint8Array;
      yield bytes.subarray(Math.max(0, from - begin), Math.min(end, to) - begin);
    }
  }

  /**
   * A body to be sent, piece by piece.
   *
   * @param id its number
   * @param fields lines that stand before it
   */
  source(id: number, fields: string): ByteSource {
    const prefix = Buffer.from(fields);
    const size = this.size(id) + prefix.length;
    if (size <= pieceBytes) {
      const bytes = Buffer.concat([prefix, this.bytes(id)]);
      return { bytes, size, chunks: () => chunksOf([bytes]) };
    }
    return { size, chunks: () => chunksOf([prefix], this.pieces(id)) };
  }

  /** The bytes of a body are needed no more. */
  drop(id: number): void {
    this.#file.run('DELETE FROM piece WHERE body = ?', id);
  }

  /** Removes what dead processes had begun to write. @returns how many bodies that were */
  sweep(): number {
    const rows = this.#file.all('SELECT id, owner FROM body WHERE owner IS NOT NULL');
    const dead = rows.filter(({ owner }) => stateOf(String(owner)) === 'gone');
    if (dead.length > 0)
      this.#file.transaction(() => {
        for (const { id } of dead) this.#forget(Number(id));
      });
    return dead.length;
  }

  #forget(id: number): void {
    this.drop(id);
    this.#file.run('DELETE FROM body WHERE id = ?', id);
  }

  #write(id: number, bytes: Uint8Array): void {
    this.#file.run('INSERT INTO piece (body, bytes) VALUES (?, ?)', id, bytes);
    this.#file.run('UPDATE body SET size = size + ? WHERE id = ?', bytes.length, id);
  }
}

async function* chunksOf(...parts: readonly Iterable<Uint8Array>[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield* part;
}
