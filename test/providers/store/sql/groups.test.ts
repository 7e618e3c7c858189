import { describe, expect, test } from 'vitest';
import { groupLimit, Submitter } from '../../../../src/providers/store/sql/submitter.js';

/** A submitter that notes its groups; its clock stands still unless the test moves it, and its disk is held where the test says so. */
function noting(disk: () => Promise<void> = async () => undefined, quick: () => boolean = () => false) {
  const groups: (readonly number[])[] = [];
  const timers = new Set<() => void>();
  const clock = {
    time: 0,
    now: () => clock.time,
    after(_milliseconds: number, call: () => void) {
      timers.add(call);
      return () => void timers.delete(call);
    },
    /** Lets everything be late that is waited for. */
    strike() {
      for (const call of timers) call();
      timers.clear();
    },
  };
  const submitter = new Submitter<number, number>(
    (group) => {
      groups.push([...group]);
      return group.map((value) => ({ value }));
    },
    disk,
    quick,
    clock,
  );
  return { groups, clock, timers, submitter };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const turns = async (): Promise<void> => {
  for (let n = 0; n < 20; n++) await turn();
};

describe('A group of submissions', () => {
  test('is closed at once for one that comes alone, time after time', async () => {
    const { groups, submitter } = noting();
    const answers = [submitter.submit(1)];
    await turn();
    answers.push(submitter.submit(2));
    await turn();
    answers.push(submitter.submit(3));
    expect(await Promise.all(answers)).toEqual([1, 2, 3]);
    expect(groups).toEqual([[1], [2], [3]]);
  });

  test('takes in whoever the same turn brings by another way, after one that was answered on the spot', async () => {
    const { groups, submitter } = noting(undefined, () => true);
    await submitter.submit(1);
    await turn();
    // Between two of them Node does all that is left to do at once, as it does between two sockets.
    const answers: Promise<number>[] = [];
    for (const n of [2, 3, 4]) setImmediate(() => answers.push(submitter.submit(n)));
    await turn();
    expect(await Promise.all(answers)).toEqual([2, 3, 4]);
    expect(groups).toEqual([[1], [2], [3, 4]]);
  });

  test('does not wait for a turn where one who was answered on the spot goes on himself', async () => {
    const { groups, submitter } = noting(undefined, () => true);
    await submitter.submit(1);
    await turn();
    let turned = false;
    setImmediate(() => {
      turned = true;
    });
    await submitter.submit(2);
    // He has something to do with the answer before.
    for (let n = 0; n < 10; n++) await Promise.resolve();
    await submitter.submit(3);
    expect(turned).toBe(false);
    expect(groups).toEqual([[1], [2], [3]]);
  });

  test('stays open as long as each turn of the event loop brings another', async () => {
    const { groups, submitter } = noting();
    const answers = [submitter.submit(1), submitter.submit(2)];
    for (let n = 3; n <= 5; n++) {
      await turn();
      answers.push(submitter.submit(n));
    }
    await Promise.all(answers);
    expect(groups).toEqual([[1, 2, 3, 4, 5]]);
  });

  test('waits for those who were answered with the last one, and is closed as soon as all are there', async () => {
    const { groups, timers, submitter } = noting();
    await Promise.all([1, 2, 3].map((n) => submitter.submit(n)));
    const fourth = submitter.submit(4);
    await turns();
    const fifth = submitter.submit(5);
    await turns();
    expect(groups).toEqual([[1, 2, 3]]);
    await Promise.all([fourth, fifth, submitter.submit(6)]);
    expect(groups).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(timers.size).toBe(0);
  });

  test('waits for them on where the moment has brought some', async () => {
    const { groups, clock, timers, submitter } = noting();
    await Promise.all([1, 2, 3].map((n) => submitter.submit(n)));
    const answers = [submitter.submit(4)];
    while (timers.size === 0) await turn();
    answers.push(submitter.submit(5));
    clock.strike();
    await turns();
    expect(groups).toHaveLength(1);
    answers.push(submitter.submit(6));
    await Promise.all(answers);
    expect(groups.at(-1)).toEqual([4, 5, 6]);
    // Beyond the time for which a group is left open nobody is waited for.
    const late = [submitter.submit(7), submitter.submit(8)];
    while (timers.size === 0) await turn();
    clock.time = 5;
    late.push(submitter.submit(9));
    await Promise.all(late);
    const two = [submitter.submit(10)];
    while (timers.size === 0) await turn();
    two.push(submitter.submit(11));
    clock.time = 10;
    clock.strike();
    await Promise.all(two);
    expect(groups.at(-1)).toEqual([10, 11]);
  });

  test('waits for them for a moment alone, and not the next time', async () => {
    const { groups, clock, timers, submitter } = noting();
    await Promise.all([1, 2, 3].map((n) => submitter.submit(n)));
    const two = [submitter.submit(4), submitter.submit(5)];
    while (timers.size === 0) await turn();
    expect(groups).toHaveLength(1);
    clock.strike();
    await Promise.all(two);
    expect(groups.at(-1)).toEqual([4, 5]);
    // Now one turn that brings nobody closes it.
    await submitter.submit(6);
    await submitter.submit(7);
    expect(groups.slice(2)).toEqual([[6], [7]]);
  });

  test('is committed when the last one is on the disk, whose wait it would share otherwise', async () => {
    const waits: (() => void)[] = [];
    const { groups, submitter } = noting(() => new Promise((resolve) => waits.push(resolve)));
    const first = submitter.submit(1);
    while (waits.length === 0) await turn();
    const more = [submitter.submit(2)];
    await turns();
    more.push(submitter.submit(3));
    await turns();
    expect(groups).toEqual([[1]]);
    waits[0]?.();
    await first;
    more.push(submitter.submit(4));
    while (waits.length === 1) await turn();
    waits[1]?.();
    await Promise.all(more);
    expect(groups).toEqual([[1], [2, 3, 4]]);
  });

  test('is committed before where the disk is slow, and where it has pieces that do not wait for it', async () => {
    const waits: (() => void)[] = [];
    const { groups, clock, timers, submitter } = noting(() => new Promise((resolve) => waits.push(resolve)));
    const answers = [submitter.submit(1)];
    while (waits.length === 0) await turn();
    answers.push(submitter.submit(2));
    while (timers.size === 0) await turn();
    clock.strike();
    while (groups.length < 2) await turn();
    await submitter.submit(3, false);
    expect(groups).toEqual([[1], [2], [3]]);
    waits[0]?.();
    while (waits.length < 2) await turn();
    waits[1]?.();
    await Promise.all(answers);
  });

  test('is closed after a while', async () => {
    const { groups, clock, timers, submitter } = noting();
    const answers = [submitter.submit(1), submitter.submit(2)];
    await turn();
    answers.push(submitter.submit(3));
    clock.time = 5;
    await turn();
    answers.push(submitter.submit(4));
    while (timers.size === 0) await turn();
    clock.strike();
    await Promise.all(answers);
    expect(groups).toEqual([[1, 2, 3], [4]]);
  });

  test('is closed when it is full', async () => {
    const { groups, clock, timers, submitter } = noting();
    const answers = Array.from({ length: groupLimit + 1 }, (_, n) => submitter.submit(n));
    while (timers.size === 0) await turn();
    clock.strike();
    await Promise.all(answers);
    expect(groups.map(({ length }) => length)).toEqual([groupLimit, 1]);
  });
});
