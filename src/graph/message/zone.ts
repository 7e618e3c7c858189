import { findIana } from 'windows-iana';

/**
 * When it is a time of day somewhere.
 *
 * A time that clocks skip in spring is the one after the gap; one that they show twice in autumn is the first.
 *
 * @param wall the date and time that the clocks there show, as if it were UTC
 * @param zone a name of Windows (`Pacific Standard Time`) or of the IANA (`America/Los_Angeles`)
 * @returns the moment; null for a zone that nobody knows
 */
export function momentIn(wall: Date, zone: string): Date | null {
  const clock = clockOf(zone);
  if (clock === null) return null;
  const shown = wall.getTime();
  // The offset a day earlier and a day later are the two that can hold; where both do, the earlier moment counts.
  const [before, after] = [shown - DAY, shown + DAY].map((at) => shown - offsetAt(clock, at)) as [number, number];
  for (const moment of [Math.min(before, after), Math.max(before, after)])
    if (moment + offsetAt(clock, moment) === shown) return new Date(moment);
  // In a gap the clocks already go by the offset before it.
  return new Date(before);
}

const DAY = 86_400_000;

/** Clocks by the names under which they were asked for. Names that nobody knows are not kept, so it has as many as there are zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat | null {
  const kept = clocks.get(zone);
  if (kept !== undefined) return kept;
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: findIana(zone)[0] ?? zone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, made);
    return made;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** How far the clocks there are ahead of UTC, in milliseconds. */
function offsetAt(clock: Intl.DateTimeFormat, moment: number): number {
  const part = new Map(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const at = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
  const shown = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return shown - Math.floor(moment / 1000) * 1000;
}
