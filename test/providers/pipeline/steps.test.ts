import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  PR_IPM_SENTMAIL_ENTRYID,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SUBJECT_W,
} from '../../../src/mapi/index.js';
import { useLedger } from '../../support/ledger.js';
import { column, folderOf, submit } from '../../support/store-programs/client.js';
import { arrived, exchange, steps, Town } from './town.js';

describe('The seven steps of a submission', () => {
  useLedger();
  let town: Town;
  beforeEach(async () => {
    town = await Town.open();
  });
  afterEach(async () => await town[Symbol.asyncDispose]());

  test('one message goes to a mailbox of the system and to a next hop, and each step is recorded', async () => {
    await town.with(['ann', 'bob'], async (ann, bob) => {
      const entryId = await submit(ann.store, 'Grüße', ['bob@town.example', 'carl@far.example']);
      await exchange(ann);
      await exchange(bob);
      expect(await arrived(bob, PR_SUBJECT_W)).toEqual(['Grüße']);
      expect(await arrived(bob, PR_SENT_REPRESENTING_EMAIL_ADDRESS_W)).toEqual(['ann@town.example']);
      expect(town.server.got.map(({ from, to }) => [from, to])).toEqual([['ann@town.example', ['carl@far.example']]]);
      expect(await column(ann.store, await folderOf(ann.store, PR_IPM_SENTMAIL_ENTRYID), PR_SUBJECT_W)).toEqual([
        'Grüße',
      ]);
      const trace = town.trace(entryId);
      expect([...steps(trace)].sort()).toEqual([
        '1 submitted',
        '2 notified',
        '3 queued',
        '4 finished',
        '5 routed bob@town.example',
        '5 routed carl@far.example',
        '6 delivered bob@town.example',
        '6 relayed carl@far.example',
      ]);
      expect(trace.done).toBe(true);
      expect(trace.events.find(({ outcome }) => outcome === 'relayed')?.reply).toMatch(/^250 /);
    });
  });
});
