// Only the one that failed fails: groups of 16 with a second process writing, and what happens when a COMMIT fails.
import assert from 'node:assert/strict';
import { openDatabase } from './driver.mjs';
import { openRoad } from './forms.mjs';
import { dismiss, launch } from './process.mjs';
import { halves, submission } from './submission.mjs';

/**
 * Runs the checks against one form and throws at the first that does not hold.
 *
 * @param {string} form
 * @param {string} file a database with the schema in it
 * @param {string | undefined} driverPath
 * @returns {Promise<string[]>} what held
 */
export async function checkCorrectness(form, file, driverPath) {
  const neighbour = await launch('neighbour.mjs', [file, 'steady', driverPath]);
  const road = await openRoad(form, file, driverPath);
  const submit = (ids) => Promise.allSettled(ids.map((id) => road.submitter.submit(submission(id))));
  const held = [];
  const accepted = [];
  const refused = [];

  for (let round = 0; round < 50; round++) {
    const bad = round % 16;
    const kind = round % 5 === 4 ? 'breaks' : 'refused';
    const ids = Array.from({ length: 16 }, (_, i) => `${form}-${round}-${i}${i === bad ? `-${kind}` : ''}`);
    const groups = road.submitter.counts.groups;
    const outcomes = await submit(ids);
    assert.equal(road.submitter.counts.groups - groups, 1, 'sixteen submissions of one turn share one commit');
    for (const [i, outcome] of outcomes.entries()) {
      assert.equal(outcome.status, i === bad ? 'rejected' : 'fulfilled', `${ids[i]}: ${outcome.reason}`);
      (i === bad ? refused : accepted).push(ids[i]);
    }
  }
  held.push('50 groups of 16 with one failing each: 750 accepted, 50 refused with their own error');

  const missing = { ...submission(`${form}-orphan`), parent: 'nobody' };
  const doomed = [submission(`${form}-a`), missing, submission(`${form}-b`)];
  const outcomes = await Promise.allSettled(doomed.map((one) => road.submitter.submit(one)));
  assert.ok(
    outcomes.every((outcome) => outcome.status === 'rejected' && /could not be committed/.test(outcome.reason)),
  );
  refused.push(...doomed.map((one) => one.id));
  held.push('a COMMIT that fails (deferred constraint) fails its whole group');
  assert.equal((await submit([`${form}-after`]))[0].status, 'fulfilled');
  accepted.push(`${form}-after`);
  held.push('the next group after it is committed');

  await road.close();
  const written = await dismiss(neighbour);
  const db = await openDatabase(file, { driverPath, busyTimeout: 1_000 });
  const there = db.prepare('SELECT count(*) AS n FROM message m JOIN outgoing o ON o.message = m.id WHERE m.id = ?');
  const trace = db.prepare('SELECT count(*) AS n FROM message WHERE id = ?');
  for (const id of accepted) assert.equal(there.get(id).n, 1, `${id} was accepted and is not there`);
  for (const id of refused) assert.equal(trace.get(id).n, 0, `${id} was refused and left a row`);
  const others = db.prepare("SELECT count(*) AS n FROM message WHERE id LIKE 'steady-%'").get().n;
  assert.ok(others >= written && written > 0, 'the second process wrote meanwhile');
  assert.deepEqual(halves(db), { integrity: 'ok', unqueued: 0, orphans: 0, miscounted: 0 });
  db.close();
  held.push(`the second process wrote ${written} submissions meanwhile; no half of a submission anywhere`);
  return held;
}
