import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SmtpClient, SmtpPool, WireError } from '../../src/wire/index.js';
import { type Catcher, catcher } from './catcher.js';
import { Chance } from './chance.js';
import { type Letter, letter } from './letters.js';
import { rounds } from './rounds.js';
import { cut, lengthOf } from './scissors.js';

let server: Catcher;

beforeAll(async () => {
  server = await catcher();
});
afterAll(() => server.close());

describe('A connection that is lost after any byte in either direction', () => {
  test.each(rounds(300))(
    'round %i: what is said to be delivered was, what is said to be unsent was not',
    async (seed) => {
      const chance = new Chance(seed);
      const letters = Array.from({ length: 1 + chance.below(6) }, (_, i) => letter(chance, seed * 1000 + i, false));
      server.caught.length = 0;
      const scissors = await cut(server.port, () => lengthOf(chance));
      const ends = await sendAll(scissors.port, letters);
      await scissors.close();
      hold(letters, ends);
    },
  );
});

describe('A pool whose every connection is lost sooner or later', () => {
  test.each(rounds(200))('round %i: tries again what is certainly unsent, and delivers nothing twice', async (seed) => {
    const chance = new Chance(seed);
    const letters = Array.from({ length: 40 }, (_, i) => letter(chance, seed * 1000 + i, false));
    server.caught.length = 0;
    const scissors = await cut(server.port, () => lengthOf(chance));
    const pool = new SmtpPool({
      host: '127.0.0.1',
      port: scissors.port,
      name: 'lost.example',
      maxConnections: 3,
      retries: 4,
    });
    const ends = await outcomes(letters.map((each) => pool.send(each)));
    await pool.close();
    await scissors.close();
    hold(letters, ends);
    expect(pool.unsettled).toBe(0);
  });
});

/** Holds what the client said of each letter against what the server caught. */
function hold(letters: readonly Letter[], ends: readonly (WireError | null)[]): void {
  expect(ends).toHaveLength(letters.length);
  for (const [i, end] of ends.entries()) {
    const times = server.caught.filter((mail) => mail.from === letters[i]?.from).length;
    if (end === null) expect(times).toBe(1);
    else if (end.code === 'in-doubt') expect(times).toBeLessThan(2);
    else expect({ code: end.code, times }).toEqual({ code: end.code, times: 0 });
  }
}

/** How each letter ended: null when it was accepted, else why not. Nothing but a WireError may come out. */
async function sendAll(port: number, letters: readonly Letter[]): Promise<readonly (WireError | null)[]> {
  let client: SmtpClient;
  try {
    client = await SmtpClient.connect({ host: '127.0.0.1', port, name: 'lost.example' });
  } catch (error) {
    expect(error).toBeInstanceOf(WireError);
    return letters.map(() => error as WireError);
  }
  const ends = await outcomes(letters.map((each) => client.send(each)));
  client.close();
  return ends;
}

async function outcomes(sent: readonly Promise<unknown>[]): Promise<readonly (WireError | null)[]> {
  return (await Promise.allSettled(sent)).map((end) => {
    if (end.status === 'fulfilled') return null;
    expect(end.reason).toBeInstanceOf(WireError);
    return end.reason as WireError;
  });
}
