import { cleanedAtOnce, unfinishedFactor } from '../limits.js';
import type { QueueFile } from './file.js';

/** How long is remembered what happened to submissions that are done with. */
export interface Keeping {
  readonly milliseconds: number;
  readonly submissions: number;
}

/**
 * Forgets submissions that were done with long ago, the oldest first, and gives their place back to the disk. One whose spooler
 * has not said that it is finished may be offered again, and has to be known then; it is kept longer.
 *
 * @param file the queue
 * @param keeping how long they are kept, and how many
 * @param now the time
 * @returns whether more is left to be forgotten
 */
export function forgetOld(file: QueueFile, { milliseconds, submissions }: Keeping, now: number): boolean {
  const done = Number(file.get('SELECT count(*) AS n FROM submission WHERE done IS NOT NULL')?.['n']);
  const unfinished = "entry <> '' AND NOT EXISTS (SELECT 1 FROM event WHERE submission = s.id AND step = 4)";
  const old = file
    .all(
      `SELECT id, body FROM submission s WHERE done IS NOT NULL AND done <= ? AND NOT (${unfinished} AND done > ?) ORDER BY done LIMIT ?`,
      ...[now - milliseconds, now - milliseconds * unfinishedFactor, cleanedAtOnce],
    )
    .concat(
      file.all(
        `SELECT id, body FROM submission s WHERE done IS NOT NULL AND NOT (${unfinished}) ORDER BY done LIMIT ?`,
        Math.min(cleanedAtOnce, Math.max(0, done - submissions)),
      ),
    );
  const ids = new Map(old.map(({ id, body }) => [String(id), Number(body)]));
  if (ids.size === 0) return false;
  file.transaction(() => {
    for (const [id, body] of ids) {
      const bodies = file.all('SELECT DISTINCT body FROM recipient WHERE submission = ? AND body <> ?', id, body);
      file.run('DELETE FROM event WHERE submission = ?', id);
      file.run('DELETE FROM recipient WHERE submission = ?', id);
      file.run('DELETE FROM submission WHERE id = ?', id);
      for (const each of [body, ...bodies.map((row) => Number(row['body']))]) {
        file.run('DELETE FROM piece WHERE body = ?', each);
        file.run('DELETE FROM body WHERE id = ?', each);
      }
    }
  });
  file.shrink();
  return ids.size >= cleanedAtOnce;
}
