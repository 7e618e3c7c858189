import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { groupLimit } from '../../src/providers/store/sql/submitter.js';
import { manyLetters, pageRows, pieceBytes, type StoreContender, type StoreSetup, streamBytes } from './contender.js';
import { chance } from './letters.js';
import { openRaw, type RawConnection } from './raw-driver.js';
import { shown } from './shown.js';

/** Does the least that leads to the same result, with the driver alone. */
export function openRawContender(setup: StoreSetup): StoreContender {
  if (setup.task === 'stream') return copying(setup);
  const db = openRaw(setup.file, '');
  switch (setup.task) {
    case 'create':
      return inserting(db);
    case 'open':
      return reading(db);
    default:
      return paging(db);
  }
}

/** Inserts the very rows that comail writes for a letter, in transactions of the size of comail's groups. */
function inserting(db: RawConnection): StoreContender {
  const { id: folder } = folderNamed(db, 'Large');
  const patterns = db.prepare('SELECT * FROM message WHERE folder = ?', true).all(folderNamed(db, 'Small').id);
  const names = Object.keys(patterns[0] ?? {}).filter((name) => name !== 'id' && patterns[0]?.[name] !== null);
  const insert = db.prepare(`INSERT INTO message (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`);
  const rows = patterns.map((pattern) => names.map((name) => (name === 'folder' ? folder : pattern[name])));
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  let inserted = 0;
  return {
    async round(count) {
      for (let n = 0; n < count; n += groupLimit) {
        begin.run();
        for (let one = n; one < Math.min(n + groupLimit, count); one++)
          insert.run(...(rows[inserted++ % rows.length] as unknown[]));
        commit.run();
        // Other work of the process gets its turn between two groups, as it does in comail.
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    async check() {
      const { n } = db.prepare('SELECT count(*) AS n FROM message WHERE folder = ?').get(folder) as { n: number };
      if (n !== inserted) throw new Error(`${n} rows lie in the folder instead of ${inserted}`);
      return '';
    },
    async close() {
      db.close();
    },
  };
}

/** Reads the blob column of one row after the other. */
function reading(db: RawConnection): StoreContender {
  const ids = db
    .prepare('SELECT id FROM message WHERE folder = ? ORDER BY delivery')
    .all(folderNamed(db, 'Large').id)
    .map(({ id }) => id);
  const statement = db.prepare('SELECT bag FROM message WHERE id = ?');
  const numbers = chance(manyLetters);
  return {
    async round(count) {
      for (let n = 0; n < count; n++) {
        const row = statement.get(ids[numbers.next().value]);
        if (!(row?.['bag'] instanceof Uint8Array) || row['bag'].length < 500) throw new Error('a blob is too short');
      }
    },
    async check() {
      if (ids.length !== manyLetters) throw new Error(`there are ${ids.length} messages`);
      return '';
    },
    async close() {
      db.close();
    },
  };
}

/** Reads the same page of the large folder. */
function paging(db: RawConnection): StoreContender {
  const { id: folder } = folderNamed(db, 'Large');
  const statement = db.prepare(
    `SELECT id, subject, sender, delivery, flags, size, importance, has_attach FROM message
     WHERE folder = ? AND associated = 0 AND (flags & 1) = 0 ORDER BY delivery DESC LIMIT ${pageRows}`,
    true,
  );
  let last: Record<string, unknown>[] = [];
  return {
    async round(count) {
      for (let n = 0; n < count; n++) {
        last = statement.all(folder);
        if (last.length !== pageRows) throw new Error(`${last.length} rows came`);
      }
    },
    async check() {
      return shown(last.map((row) => Object.values(row)));
    },
    async close() {
      db.close();
    },
  };
}

/** Copies the file and has the copy on the disk. */
function copying({ source, folder }: StoreSetup): StoreContender {
  const target = join(folder, 'copy.bin');
  return {
    async round(count) {
      for (let n = 0; n < count; n++) {
        rmSync(target, { force: true });
        const from = openSync(source, 'r');
        const to = openSync(target, 'w');
        const piece = Buffer.alloc(pieceBytes);
        for (let position = 0; position < streamBytes; ) {
          const length = readSync(from, piece, 0, pieceBytes, position);
          writeSync(to, piece, 0, length, position);
          position += length;
        }
        fsyncSync(to);
        closeSync(to);
        closeSync(from);
      }
    },
    async check() {
      return '';
    },
    async close() {
      rmSync(target, { force: true });
    },
  };
}

function folderNamed(db: RawConnection, name: string): { readonly id: number } {
  const row = db.prepare('SELECT id FROM folder WHERE name = ?').get(name);
  if (!row) throw new Error(`the store has no folder ${name}`);
  return row as { id: number };
}
