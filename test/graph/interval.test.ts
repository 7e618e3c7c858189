import { describe, expect, test } from 'vitest';
import { intervalOf } from '../../src/graph/odata/interval.js';

/** A Wednesday. */
const now = new Date('2026-03-04T12:34:56Z');

const written = (text: string): string | null => {
  const found = intervalOf(text, now);
  return (
    found && [found.begin, found.end].map((each) => each.toISOString().replace(/(?:T00:00:00)?\.000Z$/, '')).join(' ')
  );
};

describe('dates of $search', () => {
  test.each([
    ['2018-07-23', '2018-07-23 2018-07-24'],
    ['07/23/2018', '2018-07-23 2018-07-24'],
    ['7/3/2018', '2018-07-03 2018-07-04'],
    ['2018-07-23T10:00:00Z', '2018-07-23T10:00:00 2018-07-23T10:00:01'],
    ['2018-07-23T10:00:00+02:00', '2018-07-23T08:00:00 2018-07-23T08:00:01'],
    ['2018-01-01..2018-02-01', '2018-01-01 2018-02-02'],
    ['07/01/2018..07/31/2018', '2018-07-01 2018-08-01'],
    ['today', '2026-03-04 2026-03-05'],
    ['Yesterday', '2026-03-03 2026-03-04'],
    ['this week', '2026-03-01 2026-03-08'],
    ['lastweek', '2026-02-22 2026-03-01'],
    ['this month', '2026-03-01 2026-04-01'],
    ['last month', '2026-02-01 2026-03-01'],
    ['this year', '2026-01-01 2027-01-01'],
    ['last year', '2025-01-01 2026-01-01'],
    ['last month..today', '2026-02-01 2026-03-05'],
  ])('%s', (text, expected) => expect(written(text)).toBe(expected));

  test.each([
    '',
    'soon',
    '23/07/2018',
    '02/31/2018',
    '2018-13-01',
    '2018-02-30',
    '07-23-2018',
    '..',
    '2018-01-01..',
    '..today',
  ])("'%s' is none", (text) => expect(intervalOf(text, now)).toBeNull());
});
