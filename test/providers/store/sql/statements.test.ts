import { expect, test } from 'vitest';
import type { SqlConnection, SqlStatement } from '../../../../src/providers/store/driver/index.js';
import { Database } from '../../../../src/providers/store/sql/database.js';

test('statements are prepared once each, and only the last thousand are kept', () => {
  const prepared: string[] = [];
  const connection = {
    prepare: (sql: string): SqlStatement => {
      prepared.push(sql);
      return { all: () => [], get: () => undefined, run: () => ({ changes: 0, lastId: 0 }) };
    },
  } as unknown as SqlConnection;
  const database = new Database(connection);
  for (let at = 0; at < 1000; at++) database.all(`SELECT ${at}`);
  for (let at = 0; at < 1000; at++) database.get(`SELECT ${at}`);
  expect(prepared).toHaveLength(1000);
  database.all('SELECT 1000');
  database.all('SELECT 1');
  expect(prepared).toHaveLength(1001);
  database.all('SELECT 0');
  expect(prepared.slice(1000)).toEqual(['SELECT 1000', 'SELECT 0']);
});
