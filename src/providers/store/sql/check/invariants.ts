/** Something that always holds in a sound store. */
export interface Invariant {
  /** What holds, as a sentence. */
  readonly holds: string;
  /** Finds the rows that break it: each with `object` (what and which) and perhaps `found` and `expected`. */
  readonly sql: string;
}

/** Rows of which a number is another than it should be. An alias means nothing to the WHERE that stands beside it, but to one outside. */
const differing = (sql: string): string => `SELECT * FROM (${sql}) AS counted WHERE found <> expected`;

const messageCounts = (column: string, condition: string): Invariant => ({
  holds: `A folder's ${column} is the number of its messages ${condition}`,
  sql: differing(`SELECT 'folder ' || f.id AS object, f.${column} AS found, (
      SELECT count(*) FROM message m WHERE m.id IN (
        SELECT id FROM message WHERE folder = f.id UNION ALL SELECT message FROM search_link WHERE folder = f.id
      ) AND ${condition}) AS expected FROM folder f`),
});

const bigCounts = (table: string, kind: number): Invariant => ({
  holds: `A ${table} knows how many large values it has`,
  sql: differing(`SELECT '${table} ' || o.id AS object, o.big AS found,
      (SELECT count(*) FROM big_use u WHERE u.kind = ${kind} AND u.owner = o.id) AS expected FROM ${table} o`),
});

/** What SQL can tell about a store file. Each is one query, so that it sees one state whoever writes meanwhile. */
export const invariants: readonly Invariant[] = Object.freeze([
  {
    holds: 'There is at most one root folder',
    sql: "SELECT 'folder ' || id AS object FROM folder WHERE parent IS NULL AND id <> (SELECT min(id) FROM folder WHERE parent IS NULL)",
  },
  {
    holds: 'Every folder hangs below the root',
    sql: `WITH RECURSIVE tree (id) AS (
        SELECT id FROM folder WHERE parent IS NULL UNION SELECT f.id FROM folder f JOIN tree ON f.parent = tree.id
      ) SELECT 'folder ' || id AS object FROM folder WHERE id NOT IN (SELECT id FROM tree)`,
  },
  {
    holds: 'A folder knows how many folders lie in it',
    sql: differing(`SELECT 'folder ' || f.id AS object, f.subfolders AS found,
        (SELECT count(*) FROM folder c WHERE c.parent = f.id) AS expected FROM folder f`),
  },
  {
    holds: 'A message lies in a folder that exists',
    sql: `SELECT 'message ' || id AS object FROM message
      WHERE folder IS NOT NULL AND folder NOT IN (SELECT id FROM folder)`,
  },
  messageCounts('content_count', 'm.associated = 0'),
  messageCounts('unread', 'm.associated = 0 AND (m.flags & 1) = 0'),
  messageCounts('assoc_count', 'm.associated <> 0'),
  {
    holds: 'A message says whether it has attachments',
    sql: differing(`SELECT 'message ' || m.id AS object, m.has_attach AS found, CASE
        WHEN EXISTS (SELECT 1 FROM attachment a WHERE a.message = m.id) THEN 1 ELSE 0 END AS expected FROM message m`),
  },
  bigCounts('folder', 1),
  bigCounts('message', 2),
  bigCounts('attachment', 3),
  {
    holds: 'A large value is used by something or staged, not both',
    sql: `SELECT 'large value ' || id AS object FROM big
      WHERE (staged IS NOT NULL) = EXISTS (SELECT 1 FROM big_use WHERE big_use.big = big.id)`,
  },
  {
    holds: 'What uses a large value exists',
    sql: `SELECT 'large value ' || big AS object FROM big_use WHERE NOT CASE kind
        WHEN 1 THEN EXISTS (SELECT 1 FROM folder WHERE id = owner)
        WHEN 2 THEN EXISTS (SELECT 1 FROM message WHERE id = owner)
        WHEN 3 THEN EXISTS (SELECT 1 FROM attachment WHERE id = owner) ELSE 1 = 0 END`,
  },
  {
    holds: 'The parts of a large value make up its size',
    sql: differing(`SELECT 'large value ' || b.id AS object, b.size AS found,
        (SELECT coalesce(sum(length(c.bytes)), 0) FROM big_chunk c WHERE c.big = b.id) AS expected FROM big b`),
  },
  {
    holds: 'The parts of a large value are numbered without a gap',
    sql: "SELECT 'large value ' || big AS object FROM big_chunk GROUP BY big HAVING min(seq) <> 0 OR max(seq) <> count(*) - 1",
  },
  {
    holds: 'Only messages in folders are in the outgoing queue',
    sql: `SELECT 'message ' || o.message AS object FROM outgoing o JOIN message m ON m.id = o.message WHERE m.folder IS NULL`,
  },
  {
    holds: 'Search criteria and links belong to search folders',
    sql: `SELECT 'folder ' || f.id AS object FROM folder f WHERE f.type <> 2
      AND (f.id IN (SELECT folder FROM search) OR f.id IN (SELECT folder FROM search_link))`,
  },
  {
    holds: 'A change number comes from the change log',
    sql: `SELECT 'message ' || id AS object FROM message WHERE change < 1
        OR change > (SELECT coalesce(max(seq), 0) FROM change_log)
      UNION ALL SELECT 'folder ' || id FROM folder WHERE change < 1
        OR change > (SELECT coalesce(max(seq), 0) FROM change_log)`,
  },
  {
    holds: 'The change log is numbered without a gap',
    sql: `SELECT 'change ' || first AS object FROM (
        SELECT first, seq, lag(seq) OVER (ORDER BY seq) AS before FROM change_log
      ) AS numbered WHERE first > seq OR first <> before + 1`,
  },
]);
