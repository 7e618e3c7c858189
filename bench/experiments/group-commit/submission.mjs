// What one submission does to the store: the shape of the real thing, three statements and 2 KB.

export const schema = `
  CREATE TABLE IF NOT EXISTS folder(id INTEGER PRIMARY KEY, messages INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS message(id TEXT PRIMARY KEY, folder INTEGER NOT NULL, submitted INTEGER NOT NULL, bag BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS outgoing(
    seq INTEGER PRIMARY KEY,
    message TEXT NOT NULL UNIQUE CHECK (message NOT LIKE '%refused%'),
    parent TEXT REFERENCES message(id) DEFERRABLE INITIALLY DEFERRED
  ) STRICT;
  CREATE TRIGGER IF NOT EXISTS breaker BEFORE INSERT ON outgoing WHEN NEW.message LIKE '%breaks%'
    BEGIN SELECT RAISE(ROLLBACK, 'the whole transaction is gone'); END;
  INSERT OR IGNORE INTO folder(id, messages) VALUES (1, 0), (2, 0);
`;

/**
 * @typedef {object} Submission plain data, so that it can be applied in another thread
 * @property {string} id a name with `refused` in it fails after its first row was written; one with `breaks` in it
 *   fails and takes the transaction with it
 * @property {number} folder
 * @property {Uint8Array} bag the properties
 * @property {string} [parent] a message that must be there when the transaction commits
 */

/**
 * Prepares what a submission needs; the answer applies one inside an open transaction and returns its place in the queue.
 *
 * @param {import('./driver.mjs').Database} db
 * @returns {(submission: Submission) => number}
 */
export function applier(db) {
  const save = db.prepare('INSERT INTO message(id, folder, submitted, bag) VALUES (?, ?, ?, ?)');
  const count = db.prepare('UPDATE folder SET messages = messages + 1 WHERE id = ?');
  const queue = db.prepare('INSERT INTO outgoing(message, parent) VALUES (?, ?)');
  return (submission) => {
    save.run(submission.id, submission.folder, Date.now(), submission.bag);
    count.run(submission.folder);
    return Number(queue.run(submission.id, submission.parent ?? null).lastInsertRowid);
  };
}

const bag = new Uint8Array(2048).map((_, i) => (i * 31) & 0xff);

/** A submission of 2 KB. */
export const submission = (id, folder = 1, parent) => ({ id, folder, bag, ...(parent && { parent }) });

/** Counts what must never be there: messages without a queue row, queue rows without a message, a wrong folder count. */
export function halves(db) {
  return {
    integrity: db.prepare('PRAGMA integrity_check').get().integrity_check,
    unqueued: db.prepare('SELECT count(*) AS n FROM message WHERE id NOT IN (SELECT message FROM outgoing)').get().n,
    orphans: db.prepare('SELECT count(*) AS n FROM outgoing WHERE message NOT IN (SELECT id FROM message)').get().n,
    miscounted: db
      .prepare(
        'SELECT count(*) AS n FROM folder f WHERE messages <> (SELECT count(*) FROM message m WHERE m.folder = f.id)',
      )
      .get().n,
  };
}
