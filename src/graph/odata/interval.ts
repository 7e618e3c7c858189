/** A time with a beginning; what is at its end is not in it. */
export interface Interval {
  readonly begin: Date;
  readonly end: Date;
}

/**
 * The time that a date of a search stands for: a day, a second, a day and another one with two dots between, or one of the words of
 * the query language, `today`, `yesterday`, `this week`, `last month` and the like. All of them are those of UTC; weeks begin on
 * Sunday.
 *
 * @param text how it is written: `2026-01-31`, `01/31/2026`, `2026-01-31T12:00:00Z`, `2026-01-01..2026-01-31`
 * @param now the present
 * @returns null for what is no such date
 */
export function intervalOf(text: string, now: Date): Interval | null {
  const [, from, to] = /^(.+?)\.\.(.+)$/.exec(text) ?? [];
  if (from === undefined || to === undefined) return dayOf(text) ?? momentOf(text) ?? spoken(text, now);
  const [first, last] = [intervalOf(from, now), intervalOf(to, now)];
  return first && last ? { begin: first.begin, end: last.end } : null;
}

const DAY = 86_400_000;

const daysFrom = (begin: number, days: number): Interval => ({
  begin: new Date(begin),
  end: new Date(begin + days * DAY),
});

/** The month stands first where there are slashes, as in the examples of the page. */
function dayOf(text: string): Interval | null {
  const [, month, date, century] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = month === undefined ? text : `${century}-${month.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return null;
  const begin = Date.parse(iso);
  // There is no 31 February, and no 30 either; a Date would go on into March.
  return Number.isNaN(begin) || new Date(begin).toISOString().slice(0, 10) !== iso ? null : daysFrom(begin, 1);
}

function momentOf(text: string): Interval | null {
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/i.test(text)) return null;
  const begin = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(begin) ? null : { begin: new Date(begin), end: new Date(begin + 1000) };
}

function spoken(text: string, now: Date): Interval | null {
  const [year, month, date] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const today = Date.UTC(year, month, date);
  const sunday = today - now.getUTCDay() * DAY;
  const months = (first: number, count: number): Interval => ({
    begin: new Date(Date.UTC(year, first)),
    end: new Date(Date.UTC(year, first + count)),
  });
  switch (text.toLowerCase().replaceAll(/\s+/g, '')) {
    case 'today':
      return daysFrom(today, 1);
    case 'yesterday':
      return daysFrom(today - DAY, 1);
    case 'thisweek':
      return daysFrom(sunday, 7);
    case 'lastweek':
      return daysFrom(sunday - 7 * DAY, 7);
    case 'thismonth':
      return months(month, 1);
    case 'lastmonth':
      return months(month - 1, 1);
    case 'thisyear':
      return months(0, 12);
    case 'lastyear':
      return months(-12, 12);
    default:
      return null;
  }
}
