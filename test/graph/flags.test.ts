import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { momentIn } from '../../src/graph/message/zone.js';
import { useLedger } from '../support/ledger.js';
import { Office } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

describe('the times of a flag (dateTimeTimeZone)', () => {
  const due = (dateTime: string, timeZone?: string): Promise<{ json: unknown }> =>
    office.ask('POST', '/me/messages', {
      json: { flag: { flagStatus: 'flagged', dueDateTime: { dateTime, timeZone } } },
    });

  test.for([
    ['2026-07-06T09:30:00.0000000', 'Pacific Standard Time', '2026-07-06T16:30:00'],
    ['2026-01-06T09:30:00', 'America/Los_Angeles', '2026-01-06T17:30:00'],
    ['2026-07-06T09:30:00', 'W. Europe Standard Time', '2026-07-06T07:30:00'],
    ['2026-07-06T09:30:00', 'India Standard Time', '2026-07-06T04:00:00'],
    ['2026-07-06T09:30:00', 'UTC', '2026-07-06T09:30:00'],
    ['2026-07-06T09:30:00', undefined, '2026-07-06T09:30:00'],
    ['2026-07-06T09:30:00+02:00', 'Pacific Standard Time', '2026-07-06T07:30:00'],
  ] as const)('%s in %s is %s in UTC', async ([dateTime, zone, utc]) => {
    const { json } = await due(dateTime, zone);
    expect(json).toMatchObject({ flag: { dueDateTime: { dateTime: utc, timeZone: 'UTC' } } });
  });

  test('a zone that nobody knows is refused', async () => {
    const { json } = await due('2026-07-06T09:30:00', 'Mars Standard Time');
    expect(json).toMatchObject({ error: { code: 'ErrorInvalidTimeZone', message: expect.stringContaining('Mars') } });
  });
});

describe('clocks', () => {
  const at = (wall: string, zone: string): string | undefined => momentIn(new Date(`${wall}Z`), zone)?.toISOString();

  test('that go forward skip an hour: a time in it is the one after', () => {
    expect(at('2026-03-29T01:59:59', 'Europe/Berlin')).toBe('2026-03-29T00:59:59.000Z');
    expect(at('2026-03-29T02:30:00', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-03-29T03:00:00', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
  });

  test('that go back show an hour twice: the first counts', () => {
    expect(at('2026-10-25T02:30:00', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-10-25T03:00:00', 'Europe/Berlin')).toBe('2026-10-25T02:00:00.000Z');
    expect(at('2026-11-01T01:15:00', 'Eastern Standard Time')).toBe('2026-11-01T05:15:00.000Z');
  });

  test('keep milliseconds, and know zones of quarters of an hour', () => {
    expect(at('2026-06-01T12:00:00.250', 'Asia/Kathmandu')).toBe('2026-06-01T06:15:00.250Z');
    expect(at('1969-12-31T23:59:59.900', 'Etc/GMT')).toBe('1969-12-31T23:59:59.900Z');
  });
});
