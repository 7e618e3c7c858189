// kill -9 in the middle: what was acknowledged is there, what was refused is not, and nothing is there by half.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { openDatabase } from './driver.mjs';
import { dismiss, launch } from './process.mjs';
import { halves } from './submission.mjs';

/**
 * Kills the writing process at a different moment each round, with a second process writing, and looks at what is left.
 *
 * @param {string} form
 * @param {string} file
 * @param {string | undefined} driverPath
 * @param {number} rounds
 * @returns {Promise<{ acknowledged: number, unacknowledged: number, refused: number }>} sums over the rounds;
 *   unacknowledged: committed, but killed before the answer
 */
export async function checkCrashes(form, file, driverPath, rounds) {
  const sums = { acknowledged: 0, unacknowledged: 0, refused: 0 };
  const neighbour = await launch('neighbour.mjs', [file, 'steady', driverPath]);
  for (let round = 0; round < rounds; round++) {
    const victim = await launch('victim.mjs', [form, file, `${form}${round}`, driverPath]);
    let said = '';
    victim.stdout.on('data', (chunk) => {
      said += chunk;
    });
    // Spread over a group's life: the step is no multiple of anything else here.
    await new Promise((resolve) => setTimeout(resolve, 150 + ((round * 7.3) % 40)));
    victim.kill('SIGKILL');
    await once(victim, 'close');

    const lines = said
      .slice(0, said.lastIndexOf('\n') + 1)
      .split('\n')
      .filter(Boolean);
    const db = await openDatabase(file, { driverPath, busyTimeout: 1_000 });
    const rows = db.prepare('SELECT m.id FROM message m JOIN outgoing o ON o.message = m.id WHERE m.id LIKE ?');
    const there = new Set(rows.all(`${form}${round}-%`).map((row) => row.id));
    for (const line of lines) {
      const id = line.slice(1);
      if (line[0] === '+') assert.ok(there.has(id), `${id} was acknowledged and is lost`);
      else assert.ok(!there.has(id), `${id} was refused and is there`);
    }
    assert.ok(
      [...there].every((id) => !id.includes('refused')),
      'a refused submission is there',
    );
    const acknowledged = lines.filter((line) => line[0] === '+').length;
    assert.ok(acknowledged > 0, 'the victim was killed before it had done anything');
    sums.acknowledged += acknowledged;
    sums.refused += lines.length - acknowledged;
    sums.unacknowledged += there.size - acknowledged;
    db.close();
  }
  await dismiss(neighbour);
  const db = await openDatabase(file, { driverPath, busyTimeout: 1_000 });
  assert.deepEqual(halves(db), { integrity: 'ok', unqueued: 0, orphans: 0, miscounted: 0 });
  db.close();
  return sums;
}
