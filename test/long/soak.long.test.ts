import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SmtpClient, WireError } from '../../src/wire/index.js';
import { type Catcher, catcher } from './catcher.js';
import { Chance } from './chance.js';
import { asDelivered, letter } from './letters.js';
import { rounds } from './rounds.js';

let server: Catcher;

beforeAll(async () => {
  server = await catcher();
});
afterAll(() => server.close());

describe('Hundreds of messages on one connection, some of them refused', () => {
  test.each(rounds(50))('round %i: each arrives as it was given, or its refusal is told', async (seed) => {
    const chance = new Chance(seed);
    const letters = Array.from({ length: 200 }, (_, i) => letter(chance, seed * 1000 + i, true));
    server.caught.length = 0;
    const client = await SmtpClient.connect({ host: '127.0.0.1', port: server.port, name: 'soak.example' });
    const ends = await Promise.allSettled(letters.map((each) => client.send(each)));
    await client.quit();

    const caught = new Map(server.caught.map((mail) => [mail.from, mail]));
    expect(caught.size).toBe(server.caught.length);
    for (const [i, { from, to, body, accept }] of letters.entries()) {
      const gone = to.filter((address) => address.startsWith('gone'));
      const taken = to.filter((address) => !address.startsWith('gone'));
      const end = ends[i];
      const refused = from.startsWith('bad') || taken.length === 0 || (accept === 'all' && gone.length > 0);
      if (refused) {
        const code = from.startsWith('bad') ? 'rejected-sender' : 'rejected-recipients';
        expect(end).toMatchObject({ status: 'rejected', reason: { code } });
        expect(end?.status === 'rejected' && end.reason).toBeInstanceOf(WireError);
        expect(caught.has(from)).toBe(false);
      } else {
        expect(end).toMatchObject({ status: 'fulfilled' });
        expect(caught.get(from)).toEqual({ from, to: taken, body: asDelivered(body) });
      }
    }
  });
});
