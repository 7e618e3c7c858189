import { afterEach, describe, expect, test } from 'vitest';
import { trial } from '../../src/providers/pipeline/trial.js';
import { steps, Town } from '../providers/pipeline/town.js';
import { useLedger } from '../support/ledger.js';
import { comail } from './run.js';
import { Served } from './served.js';

describe('comail serve with the mailboxes of a mail system', () => {
  useLedger();
  const usual = trial.lastWordMs;
  afterEach(() => {
    trial.lastWordMs = usual;
  });

  test('sendMail of one mailbox reaches another one and a server outside; one process serves both', async () => {
    await using town = await Town.open();
    await town.profile('ann');
    await town.profile('bob');
    const [ann, bob] = [await Served.token('ann'), await Served.token('bob')];
    const served = await Served.start('--system', town.system);
    try {
      expect((await served.send(ann, 'Plan', 'bob@town.example', 'carl@far.example')).status).toBe(202);
      expect(await served.subjects(bob, 'inbox', 1)).toEqual(['Plan']);
      expect(await served.subjects(ann, 'sentitems', 1)).toEqual(['Plan']);
      // The other way round, and into the other's mailbox no token leads.
      expect((await served.send(bob, 'Answer', 'ann@town.example', 'zoe@town.example')).status).toBe(202);
      expect(await served.subjects(ann, 'inbox', 1)).toEqual(['Answer']);
      expect(await served.subjects(bob, 'inbox', 2)).toContain('Undeliverable: Answer');
      expect((await served.ask(ann, 'GET', '/users/bob@town.example/messages')).status).toBe(403);
      // From a mailbox that is full nothing is taken.
      const quota = ['mailbox', 'quota', 'ann@town.example', '--system', town.system];
      expect((await comail([...quota, '--send', '1KB'])).code).toBe(0);
      expect(await served.send(ann, 'Full', 'bob@town.example')).toMatchObject({
        status: 507,
        json: { error: { code: 'ErrorQuotaExceeded' } },
      });
      // A bound for what it receives is one for what is saved, too.
      expect((await comail([...quota, '--send', 'none', '--receive', '1KB'])).code).toBe(0);
      expect(await served.ask(ann, 'POST', '/me/messages', { subject: 'Draft' })).toMatchObject({
        status: 507,
        json: { error: { code: 'ErrorQuotaExceeded' } },
      });
      expect((await comail([...quota, '--receive', 'none'])).code).toBe(0);
    } finally {
      expect((await served.stop()).code).toBe(0);
    }
    expect(town.server.got.map(({ to }) => to)).toEqual([['carl@far.example']]);
    const listed = await comail(['trace', '--system', town.system]);
    expect(listed.out.split('\n').filter((line) => /done {5}ann@town\.example {2}Plan$/.test(line))).toHaveLength(1);
  });

  test('a message that is on its way when it is told to end is parked, and the next one sends it', async () => {
    let got: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      got = resolve;
    });
    const ids: string[] = [];
    await using town = await Town.open(
      {},
      {
        onData(stream, _session, done) {
          let text = '';
          stream.on('data', (piece: Buffer) => (text += piece.toString('latin1')));
          stream.on('end', () => {
            ids.push(/^Message-ID: (.*)\r$/im.exec(text)?.[1] ?? 'none');
            // The first time the server never says what became of it.
            if (ids.length > 1) done(null, 'taken');
            got();
          });
        },
      },
    );
    await town.profile('ann');
    const ann = await Served.token('ann');
    trial.lastWordMs = 1;
    const first = await Served.start('-p', 'ann');
    await first.send(ann, 'Plan', 'carl@far.example');
    await arrived;
    expect((await first.stop()).code).toBe(0);
    const only = (): readonly string[] =>
      town.look((system) => steps(system.trace(system.recent()[0] ?? '') ?? { events: [] }));
    expect(only().at(-1)).toBe('6 in-doubt carl@far.example');
    const again = new Promise<void>((resolve) => {
      got = resolve;
    });
    const second = await Served.start('-p', 'ann');
    await again;
    trial.lastWordMs = usual;
    expect((await second.stop()).code).toBe(0);
    expect(only().at(-1)).toBe('6 relayed carl@far.example');
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
  });
});
