import { describe, expect, test } from 'vitest';
import { groupLimit, Submitter } from '../../../../src/providers/store/sql/submitter.js';

/** A submitter that notes its groups; its clock stands still unless the test moves it. */
function noting() {
  const groups: (readonly number[])[] = [];
  const clock = { now: 0 };
  const submitter = new Submitter<number, number>(
    (group) => {
      groups.push([...group]);
      return group.map((value) => ({ value }));
    },
    undefined,
    undefined,
    () => clock.now,
  );
  return { groups, clock, submitter };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

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

  test('waits a turn for those who shared the last one', async () => {
    const { groups, submitter } = noting();
    await Promise.all([submitter.submit(1), submitter.submit(2)]);
    const third = submitter.submit(3);
    await turn();
    await Promise.all([third, submitter.submit(4)]);
    await submitter.submit(5);
    const alone = submitter.submit(6);
    await turn();
    await Promise.all([alone, submitter.submit(7)]);
    expect(groups).toEqual([[1, 2], [3, 4], [5], [6], [7]]);
  });

  test('is closed after a while, and when it is full', async () => {
    const { groups, clock, submitter } = noting();
    const answers = [submitter.submit(1), submitter.submit(2)];
    await turn();
    answers.push(submitter.submit(3));
    clock.now = 5;
    await turn();
    answers.push(submitter.submit(4));
    await Promise.all(answers);
    expect(groups).toEqual([[1, 2, 3], [4]]);
    await Promise.all(Array.from({ length: groupLimit + 1 }, (_, n) => submitter.submit(n)));
    expect(groups.slice(2).map(({ length }) => length)).toEqual([groupLimit, 1]);
  });
});
