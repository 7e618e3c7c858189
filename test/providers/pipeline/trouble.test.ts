import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ok } from '../../../src/com/index.js';
import {
  MAPI_E_NO_ACCESS,
  PR_MESSAGE_CLASS_W,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_SENT_REPRESENTING_ADDRTYPE_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SUBJECT_W,
  prop,
} from '../../../src/mapi/index.js';
import { registerPolicyAgent } from '../../../src/providers/pipeline/index.js';
import { smtpMessageService } from '../../../src/providers/smtp/index.js';
import { MAPIAdminProfiles, registerMessageService } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { submit } from '../../support/store-programs/client.js';
import { arrived, exchange, type Resident, steps, Town } from './town.js';

const REPORT = 'REPORT.IPM.Note.NDR';

describe('A submission that does not go smoothly', () => {
  useLedger();
  let town: Town;
  afterEach(async () => {
    vi.useRealTimers();
    await town[Symbol.asyncDispose]();
  });

  /** Submits as Ann, has all be exchanged, and gives the recorded events with what Ann has got. */
  async function sent(
    to: readonly string[],
    then?: (ann: Resident, entryId: unknown) => Promise<void>,
    subject = 'Plan',
  ) {
    return await town.with(['ann'], async (ann) => {
      const entryId = await submit(ann.store, subject, to);
      await exchange(ann);
      await then?.(ann, entryId);
      const trace = town.trace(entryId);
      return {
        trace,
        events: steps(trace).filter((step) => /^[567]/.test(step)),
        classes: await arrived(ann, PR_MESSAGE_CLASS_W, REPORT),
      };
    });
  }

  test('step 5: an unknown mailbox of an own domain and a refused domain come back, the others go', async () => {
    town = await Town.open();
    const { events, classes, trace } = await sent(['zoe@town.example', 'x@void.example', 'carl@far.example']);
    expect(events).toEqual([
      '5 rejected zoe@town.example',
      '5 rejected x@void.example',
      '5 routed carl@far.example',
      '7 reported zoe@town.example',
      '7 reported x@void.example',
      '6 relayed carl@far.example',
    ]);
    expect(trace.events.find(({ recipient }) => recipient === 'zoe@town.example')?.reply).toMatch(/^5\.1\.1 /);
    expect(classes).toEqual([REPORT]);
  });

  test('step 6: a recipient that the next hop refuses comes back in its own words', async () => {
    town = await Town.open();
    const { events, trace } = await sent(['nobody@far.example', 'carl@far.example'], async (ann) => {
      expect(await arrived(ann, PR_SUBJECT_W, REPORT)).toEqual(['Undeliverable: Plan']);
    });
    expect(events.filter((step) => /^[67]/.test(step)).sort()).toEqual([
      '6 rejected nobody@far.example',
      '6 relayed carl@far.example',
      '7 reported nobody@far.example',
    ]);
    expect(trace.events.find(({ outcome }) => outcome === 'rejected')?.reply).toMatch(/^550 /);
    expect(trace.done).toBe(true);
  });

  test('step 5: a rule of pipeline.json rejects, redirects, copies, and adds a field for some recipients alone', async () => {
    town = await Town.open({
      rules: [
        { name: 'journal', when: { sender: '@town.example' }, copy: 'journal@far.example' },
        { name: 'mark', when: { recipient: 'carl@far.example' }, addHeader: { name: 'X-Mark', value: 'yes' } },
        { name: 'moved', when: { recipient: 'old@far.example' }, redirect: 'new@far.example' },
        { name: 'secret', when: { recipient: 'rival@far.example' }, reject: 'not to rivals' },
      ],
    });
    const { events } = await sent(['carl@far.example', 'old@far.example', 'rival@far.example']);
    expect(events.filter((step) => !step.startsWith('6')).sort()).toEqual([
      '5 copied journal@far.example',
      '5 header-added carl@far.example',
      '5 redirected old@far.example',
      '5 rejected rival@far.example',
      '5 routed carl@far.example',
      '5 routed journal@far.example',
      '5 routed new@far.example',
      '7 reported rival@far.example',
    ]);
    // One copy for those who got the same bytes, one for whom a policy changed them.
    const got = town.server.got.map(({ to, text }) => `${[...to].sort().join(' ')} ${/^X-Mark: yes\r$/m.test(text)}`);
    expect(got.sort()).toEqual(['carl@far.example true', 'journal@far.example new@far.example false']);
  });

  test('step 5: agents of the process see submitted, resolved and routed mail; one that throws keeps it waiting', async () => {
    town = await Town.open();
    const seen: string[] = [];
    let broken = true;
    const end = registerPolicyAgent({
      name: 'watcher',
      onSubmitted: (mail) => void seen.push(`submitted ${mail.header('subject')}`),
      onResolved: (mail) => {
        if (broken) throw new Error('no mood');
        seen.push(`resolved ${mail.recipients.length}`);
      },
      onRouted: (mail) => {
        seen.push(`routed ${mail.recipients[0]?.hop?.startsWith('smtp://')}`);
        mail.redirect('carl@far.example', 'bob@town.example');
      },
    });
    try {
      const { events } = await sent(['carl@far.example'], async (ann, entryId) => {
        expect(steps(town.trace(entryId)).filter((step) => step.startsWith('5'))).toEqual([]);
        broken = false;
        await exchange(ann);
      });
      expect(new Set(seen)).toEqual(new Set(['submitted Plan', 'resolved 1', 'routed true']));
      expect(events).toEqual(['5 redirected carl@far.example', '5 routed bob@town.example']);
    } finally {
      end();
    }
    // It waits for Bob to log on.
    await town.with(['bob'], async (bob) => {
      await exchange(bob);
      expect(await arrived(bob, PR_SUBJECT_W)).toEqual(['Plan']);
    });
  });

  test('step 6: a next hop that is down is tried with growing pauses, and given up after days', async () => {
    town = await Town.open({ domains: { 'down.example': 'smtp://127.0.0.1:1' } });
    const hour = 3600_000;
    const start = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    const { events, classes, trace } = await sent(['carl@down.example'], async (ann) => {
      for (let hours = 1; hours < 100; hours += 5) {
        vi.setSystemTime(start + hours * hour);
        await exchange(ann);
      }
    });
    const deferred = events.filter((step) => step.startsWith('6 deferred')).length;
    expect(deferred).toBe(20);
    expect(events.slice(-2)).toEqual(['6 expired carl@down.example', '7 reported carl@down.example']);
    expect(trace.done).toBe(true);
    // Once in between Ann hears that it is late.
    const reported = trace.events.filter(({ step }) => step === 7).map(({ reply }) => reply);
    expect(reported).toEqual(['delayed 4.4.1', 'failed 5.4.7']);
    expect(classes).toEqual(['REPORT.IPM.Note.DELAYED', REPORT]);
  });

  test('step 6: one that comes back gets the message under the same Message-ID', async () => {
    town = await Town.open({ domains: { 'down.example': 'smtp://127.0.0.1:1' } });
    const start = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    const { events, trace } = await sent(['later@far.example', 'carl@far.example'], async (ann) => {
      vi.setSystemTime(start + 59_000);
      await exchange(ann);
      vi.setSystemTime(start + 61_000);
      await exchange(ann);
    });
    expect(events.filter((step) => step.startsWith('6'))).toEqual([
      '6 deferred later@far.example',
      '6 relayed carl@far.example',
      '6 deferred later@far.example',
    ]);
    expect(trace.done).toBe(false);
    expect(town.server.got).toHaveLength(1);
  });

  test('step 7: a delivery report is given for whoever asked, by this system for its own mailboxes', async () => {
    town = await Town.open();
    await town.with(['ann', 'bob'], async (ann, bob) => {
      const wanted = [prop(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, true)];
      const entryId = await submit(ann.store, 'Plan', ['bob@town.example', 'carl@far.example'], wanted);
      await exchange(ann);
      await exchange(bob);
      await exchange(ann);
      const reported = steps(town.trace(entryId)).filter((step) => step.startsWith('7'));
      expect(reported.sort()).toEqual(['7 reported bob@town.example', '7 reported carl@far.example']);
      const classes = await arrived(ann, PR_MESSAGE_CLASS_W, 'REPORT.IPM.Note.DR');
      expect(classes).toEqual(['REPORT.IPM.Note.DR', 'REPORT.IPM.Note.DR']);
    });
  });

  test('a report is not answered by another one', async () => {
    town = await Town.open();
    await sent(['zoe@town.example'], async () => undefined);
    town.look((system) => {
      const all = system.recent().map((id) => system.trace(id));
      expect(all).toHaveLength(2);
      expect(all.every((trace) => trace?.done)).toBe(true);
    });
  });
});

describe('Who may send as whom', () => {
  useLedger();
  let town: Town;
  afterEach(async () => await town[Symbol.asyncDispose]());

  const asBob = [
    prop(PR_SENT_REPRESENTING_NAME_W, 'Bob'),
    prop(PR_SENT_REPRESENTING_ADDRTYPE_W, 'SMTP'),
    prop(PR_SENT_REPRESENTING_EMAIL_ADDRESS_W, 'bob@town.example'),
  ];

  async function attempt(): Promise<{ readonly events: readonly string[]; readonly header: string }> {
    return await town.with(['ann'], async (ann) => {
      const entryId = await submit(ann.store, 'Plan', ['carl@far.example'], asBob);
      await exchange(ann);
      const header = town.server.got.at(-1)?.text.split('\r\n\r\n')[0] ?? '';
      return { events: steps(town.trace(entryId)).filter((step) => /^[56]/.test(step)), header };
    });
  }

  test('nobody without the right; with it as the other, or on behalf of him', async () => {
    town = await Town.open();
    expect((await attempt()).events).toEqual(['5 rejected carl@far.example']);
    town.look((system) => system.grant('bob@town.example', 'ann@town.example', 'send-on-behalf'));
    const behalf = await attempt();
    expect(behalf.events).toEqual(['5 routed carl@far.example', '6 relayed carl@far.example']);
    expect(behalf.header).toMatch(/^From: Bob <bob@town\.example>\r$/m);
    expect(behalf.header).toMatch(/^Sender: Ann <ann@town\.example>\r$/m);
    expect(town.server.got.at(-1)?.from).toBe('ann@town.example');
    town.look((system) => {
      system.revoke('bob@town.example', 'ann@town.example', 'send-on-behalf');
      expect(system.rights('bob@town.example', 'ann@town.example')).toEqual([]);
    });
    expect((await attempt()).events).toEqual(['5 rejected carl@far.example']);
  });
});

describe('The configuration', () => {
  useLedger();
  let town: Town;
  afterEach(async () => await town[Symbol.asyncDispose]());

  test('a profile has either the pipeline or SMTP: MAPI_E_NO_ACCESS', async () => {
    town = await Town.open();
    await town.profile('ann');
    const undo = registerMessageService(smtpMessageService);
    try {
      using admin = await ok(MAPIAdminProfiles(0));
      {
        using services = await ok(admin.AdminServices('ann', null, 0, 0));
        expect(await services.CreateMsgService('SMTP', null, 0, 0)).toBe(MAPI_E_NO_ACCESS);
        expect(await services.CreateMsgService('PIPELINE', null, 0, 0)).toBe(MAPI_E_NO_ACCESS);
      }
      await ok(admin.CreateProfile('other', null, 0, 0));
      using services = await ok(admin.AdminServices('other', null, 0, 0));
      await ok(services.CreateMsgService('SMTP', null, 0, 0));
      expect(await services.CreateMsgService('PIPELINE', null, 0, 0)).toBe(MAPI_E_NO_ACCESS);
    } finally {
      undo();
    }
  });

  test('a pipeline.json that is wrong keeps the transport from logging on, in words', async () => {
    town = await Town.open();
    writeFileSync(join(town.system, 'pipeline.json'), '{"smartHost":"mail"}');
    await town.with(['ann'], async (ann) => {
      const entryId = await submit(ann.store, 'Plan', ['carl@far.example']);
      await exchange(ann);
      expect(() => town.trace(entryId)).toThrow('no trace');
      town.configure({});
      await exchange(ann);
      expect(steps(town.trace(entryId))).toContain('6 relayed carl@far.example');
    });
  });
});
