import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Job, JobQueue } from '../../../src/wire/smtp/job-queue.js';
import { prepareMessage } from '../../../src/wire/smtp/message.js';

const prepared = prepareMessage({ from: '', to: ['b@y.example'], body: '' });
const job = (place: number, after = 0): Job => ({
  prepared,
  resolve: () => undefined,
  reject: () => undefined,
  place,
  attempts: 0,
  turns: 0,
  after,
});

describe('what waits in a pool', () => {
  test('leaves in order; what comes back leaves before all that were given later', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 7 }), { maxLength: 60 }), (moves) => {
        const queue = new JobQueue();
        const out: Job[] = [];
        let places = 0;
        for (const move of moves) {
          if (move < 3) queue.push(job(places++));
          else if (move < 6) {
            const taken = queue.take(1);
            if (taken !== undefined) out.push(taken);
          } else for (const back of out.splice(0, 2).reverse()) queue.putBack(back);
        }
        expect(queue.length).toBe(places - out.length);
        const rest = [];
        for (let next = queue.take(1); next !== undefined; next = queue.take(1)) rest.push(next.place);
        expect(rest).toEqual([...rest].sort((a, b) => a - b));
      }),
    );
  });

  test('what needs a younger connection lets others pass, until it is forgiven', () => {
    const queue = new JobQueue();
    queue.push(job(2));
    queue.putBack(job(1, 5));
    expect(queue.take(5)?.place).toBe(2);
    expect(queue.has(5)).toBe(false);
    expect(queue.take(5)).toBeUndefined();
    expect(queue.has(6)).toBe(true);
    queue.forgive();
    expect(queue.take(1)?.place).toBe(1);
    expect(queue.length).toBe(0);
  });

  test('is given up in order', () => {
    const queue = new JobQueue();
    queue.push(job(3));
    queue.putBack(job(1));
    queue.putBack(job(2, 9));
    expect(queue.drain().map((each) => each.place)).toEqual([1, 2, 3]);
    expect(queue.length).toBe(0);
  });
});
