import { describe, expect, test } from 'vitest';
import { SmtpPool, WireError } from '../../src/wire/index.js';
import { have, type PostfixServer, startPostfix } from '../support/servers/index.js';
import { letter } from './letter.js';
import { sessionOptions } from './wire-sender.js';

const server = await have('Postfix that is stopped', startPostfix);

describe.skipIf(!server)('a server that goes away', () => {
  test('every message is settled: taken, certainly not delivered, or in doubt', async () => {
    const postfix = server as PostfixServer;
    const pool = new SmtpPool({ ...sessionOptions(postfix, {}), maxConnections: 4 });
    let taken = 0;
    const stopping: Promise<void>[] = [];
    // However slowly the server ends, it does so in the middle of the others: each sender goes on until it has lost it.
    const outcomes = await Promise.allSettled(
      Array.from({ length: 1000 }, async (_, index) => {
        for (let round = 0; ; round++) {
          const to = [`lost-${index}-${round}@example.test`];
          await pool.send({ from: 'sender@example.test', to, body: letter() });
          if (++taken === 100) stopping.push(postfix.stop());
        }
      }),
    );
    await Promise.all(stopping);
    await pool.close();
    expect(taken).toBeGreaterThanOrEqual(100);
    const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(failures).toHaveLength(1000);
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(WireError);
      expect(['dropped', 'connect-failed', 'in-doubt']).toContain(failure.code);
    }
  });
});
