import type { SqlConnection } from '../../../base/index.js';

/**
 * Makes the tables of a new queue, or brings an old one up to date.
 *
 * @param db the queue
 * @throws {Error} when a newer comail has written it
 */
export function prepareSchema(db: SqlConnection): void {
  db.exec('PRAGMA busy_timeout = 10000');
  if (versionOf(db) === STEPS.length) {
    db.exec('PRAGMA synchronous = FULL');
    return;
  }
  // What is cleaned away gives its place back to the disk; only a file without tables can be told so.
  db.exec('PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE');
  try {
    // Two processes may come at once; the second finds all there.
    const version = versionOf(db);
    if (version > STEPS.length) throw new Error(`the queue was written by a newer comail (version ${version})`);
    for (const step of STEPS.slice(version)) db.exec(step);
    db.exec(`PRAGMA user_version = ${STEPS.length}; COMMIT`);
  } catch (error) {
    if (db.inTransaction()) db.exec('ROLLBACK');
    throw error;
  }
}

const versionOf = (db: SqlConnection): number =>
  Number(db.prepare('PRAGMA user_version', false).get()?.['user_version'] ?? 0);

/** What leads from each version to the next; the version is kept in `user_version`. */
const STEPS: readonly string[] = [
  `
CREATE TABLE mailbox (
  address TEXT PRIMARY KEY, name TEXT NOT NULL, profile TEXT
) WITHOUT ROWID;
CREATE TABLE permission (
  mailbox TEXT NOT NULL REFERENCES mailbox ON DELETE CASCADE, grantee TEXT NOT NULL, kind TEXT NOT NULL,
  PRIMARY KEY (mailbox, grantee, kind)
) WITHOUT ROWID;
CREATE TABLE body (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE submission (
  id TEXT PRIMARY KEY, entry TEXT NOT NULL, mailbox TEXT NOT NULL, sender TEXT NOT NULL, author TEXT NOT NULL,
  message_id TEXT NOT NULL, subject TEXT NOT NULL, body INTEGER NOT NULL REFERENCES body, at INTEGER NOT NULL,
  queued INTEGER NOT NULL, due INTEGER NOT NULL, wide INTEGER NOT NULL, eight INTEGER NOT NULL, routed INTEGER NOT NULL, origin TEXT
) WITHOUT ROWID;
CREATE INDEX submission_entry ON submission (entry);
CREATE INDEX submission_new ON submission (routed, queued);
CREATE TABLE recipient (
  id INTEGER PRIMARY KEY, submission TEXT NOT NULL REFERENCES submission, address TEXT NOT NULL,
  original TEXT NOT NULL, report_success INTEGER NOT NULL, report_failure INTEGER NOT NULL,
  state TEXT NOT NULL, hop TEXT NOT NULL, body INTEGER NOT NULL REFERENCES body,
  attempts INTEGER NOT NULL, next INTEGER NOT NULL, owner TEXT, token TEXT NOT NULL, words TEXT NOT NULL
);
CREATE INDEX recipient_due ON recipient (state, hop, next);
CREATE INDEX recipient_of ON recipient (submission);
CREATE TABLE event (
  id INTEGER PRIMARY KEY, submission TEXT NOT NULL REFERENCES submission, at INTEGER NOT NULL, step INTEGER NOT NULL,
  outcome TEXT NOT NULL, recipient TEXT, hop TEXT, reply TEXT
);
CREATE INDEX event_of ON event (submission, id);
`,
  // Bodies lie in pieces, and a copy has its added fields apart from them. It is known when a submission was done with.
  `
CREATE TABLE piece (id INTEGER PRIMARY KEY, body INTEGER NOT NULL, bytes BLOB NOT NULL);
INSERT INTO piece (body, bytes) SELECT id, bytes FROM body ORDER BY id;
CREATE INDEX piece_of ON piece (body, id);
ALTER TABLE body ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
ALTER TABLE body ADD COLUMN owner TEXT;
UPDATE body SET size = length(bytes);
ALTER TABLE body DROP COLUMN bytes;
ALTER TABLE submission ADD COLUMN done INTEGER;
ALTER TABLE recipient ADD COLUMN fields TEXT NOT NULL DEFAULT '';
ALTER TABLE recipient ADD COLUMN local INTEGER NOT NULL DEFAULT 0;
ALTER TABLE recipient ADD COLUMN warned INTEGER NOT NULL DEFAULT 0;
UPDATE recipient SET local = 1 WHERE hop LIKE 'local:%';
UPDATE submission SET done = queued WHERE routed = 1
  AND NOT EXISTS (SELECT 1 FROM recipient r WHERE r.submission = submission.id AND r.state <> 'done');
DROP INDEX recipient_due;
CREATE INDEX recipient_out ON recipient (next, id) WHERE state = 'waiting' AND local = 0;
CREATE INDEX recipient_in ON recipient (hop, id) WHERE state = 'waiting' AND local = 1;
CREATE INDEX recipient_late ON recipient (next) WHERE state = 'waiting' AND local = 1;
CREATE INDEX recipient_owner ON recipient (owner) WHERE owner IS NOT NULL;
CREATE INDEX submission_done ON submission (done) WHERE done IS NOT NULL;
CREATE INDEX submission_from ON submission (mailbox, at) WHERE origin IS NULL;
CREATE INDEX body_staged ON body (owner) WHERE owner IS NOT NULL;
`,
];
