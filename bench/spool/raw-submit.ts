import { openRaw, type RawConnection } from '../store/raw-driver.js';
import type { SpoolContender, SpoolSetup } from './contender.js';
import { makeProfile, storePath } from './house.js';
import { Submitters } from './submitting.js';

const patternCount = 64;

/**
 * Writes the very rows that SubmitMessage writes (message, recipient, place in the queue, change, counts of the folder), with the
 * driver alone: one transaction each, `synchronous = FULL`.
 */
export async function openRawSubmit(setup: SpoolSetup): Promise<SpoolContender> {
  await makeProfile(setup);
  const submitters = await Submitters.open(1);
  await submitters.submit(patternCount);
  for (const desk of submitters.desks) await desk.close();
  const db = openRaw(storePath(setup.folder), '');
  const messages = db.prepare('SELECT * FROM message WHERE id IN (SELECT message FROM outgoing)', true).all();
  if (messages.length !== patternCount) throw new Error(`there are ${messages.length} patterns`);
  const insertMessage = inserting(db, 'message', messages, ['id']);
  const recipients = messages.map(
    ({ id }) => db.prepare('SELECT * FROM recipient WHERE message = ?', true).all(id)[0] as Record<string, unknown>,
  );
  const insertRecipient = inserting(db, 'recipient', recipients, []);
  const changes = db.prepare('SELECT * FROM change_log ORDER BY seq DESC LIMIT 1', true).all();
  const [change] = changes as [Record<string, unknown>];
  const insertChange = inserting(db, 'change_log', changes, []);
  const enqueue = db.prepare('INSERT INTO outgoing (message, flags) VALUES (?, 0)');
  const count = db.prepare('UPDATE folder SET content_count = content_count + 1, unread = unread + 1 WHERE id = ?');
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  let seq = change['seq'] as bigint;
  let inserted = 0;
  return {
    prepare: async () => undefined,
    async round(letters) {
      for (let n = 0; n < letters; n++) {
        const message = messages[inserted % patternCount] as Record<string, unknown>;
        const recipient = recipients[inserted++ % patternCount] as Record<string, unknown>;
        seq++;
        begin.run();
        const id = insertMessage({ ...message, change: seq });
        insertRecipient({ ...recipient, message: id });
        enqueue.run(id);
        count.run(message['folder']);
        insertChange({ ...change, seq, first: seq });
        commit.run();
      }
      return letters;
    },
    async check() {
      const { n } = db.prepare('SELECT count(*) AS n FROM outgoing').get() as { n: number };
      if (n !== inserted + patternCount) throw new Error(`${n} rows wait instead of ${inserted + patternCount}`);
      return 0;
    },
  };
}

/** Inserts rows of the shape of those given; answers the row id. */
function inserting(
  db: RawConnection,
  table: string,
  patterns: readonly Record<string, unknown>[],
  without: readonly string[],
): (row: Record<string, unknown>) => number | bigint {
  const names = Object.keys(patterns[0] ?? {}).filter((name) => !without.includes(name));
  const statement = db.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  return (row) => {
    const { lastInsertRowid } = statement.run(...names.map((name) => row[name])) as {
      lastInsertRowid: number | bigint;
    };
    return lastInsertRowid;
  };
}
