import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ok } from '../../../src/com/index.js';
import {
  MAPI_E_NO_ACCESS,
  MAPI_E_UNCONFIGURED,
  PR_BODY_W,
  PR_MESSAGE_CLASS_W,
  PR_SENT_REPRESENTING_ADDRTYPE_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_STATUS_STRING_W,
  PR_SUBJECT_W,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  type PropValue,
  prop,
} from '../../../src/mapi/index.js';
import { registerPolicyAgent } from '../../../src/providers/pipeline/index.js';
import { pieceBytes } from '../../../src/providers/pipeline/limits.js';
import { trial } from '../../../src/providers/pipeline/trial.js';
import { smtpMessageService } from '../../../src/providers/smtp/index.js';
import { MAPIAdminProfiles, registerMessageService } from '../../../src/subsystem/index.js';
import { closedPort, type Got } from '../../client/mail-server.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { contents, inboxOf, submit } from '../../support/store-programs/client.js';
import { exchange, type Resident, reconfigured, steps, Town, transportStatus } from './town.js';

const HOUR = 3_600_000;
const REPORT = 'REPORT.IPM.Note.NDR';

let town: Town;
let ann: Resident;
let bob: Resident;
beforeAll(async () => {
  town = await Town.open();
  [ann, bob] = [await town.stays('ann'), await town.stays('bob')];
  for (const one of [ann, bob]) await exchange(one);
});
afterAll(async () => await town[Symbol.asyncDispose]());

const usual = { ...trial };
afterEach(async () => {
  vi.useRealTimers();
  Object.assign(trial, usual);
  town.configure({});
  await reconfigured(ann);
});

async function configured(config: Record<string, unknown>): Promise<void> {
  town.configure(config);
  expect(await reconfigured(ann)).toBe(0);
}

/** Submits as Ann, and has it leave. */
async function sent(subject: string, to: readonly string[], props: readonly PropValue[] = []): Promise<unknown> {
  const entryId = await submit(ann.store, subject, to, props);
  await exchange(ann);
  return entryId;
}

/** What happened in some steps, sorted where nothing says who comes first. */
const events = (entryId: unknown, which = /^[567]/): readonly string[] =>
  steps(town.trace(entryId)).filter((step) => which.test(step));
const sorted = (entryId: unknown, which?: RegExp): readonly string[] => [...events(entryId, which)].sort();
const reply = (entryId: unknown, outcome: string): string | null | undefined =>
  town.trace(entryId).events.find((event) => event.outcome === outcome)?.reply;

/** What the server outside got under a subject. */
const got = (subject: string): readonly Got[] =>
  town.server.got.filter(({ text }) => text.includes(`\r\nSubject: ${subject}\r\n`));

const classesAbout = async ({ store }: Resident, subject: string): Promise<readonly unknown[]> =>
  (await contents(store, await inboxOf(store), [PR_SUBJECT_W, PR_MESSAGE_CLASS_W]))
    .filter(([title]) => String(title).endsWith(subject))
    .map(([, messageClass]) => messageClass);

describe('The seven steps of a submission', () => {
  useLedger();

  test('one message goes to a mailbox of the system and to a next hop, and each step is recorded', async () => {
    const entryId = await sent('Greetings', ['bob@town.example', 'carl@far.example']);
    await exchange(bob);
    expect(await classesAbout(bob, 'Greetings')).toEqual(['IPM.Note']);
    expect(got('Greetings').map(({ from, to }) => [from, to])).toEqual([['ann@town.example', ['carl@far.example']]]);
    expect(sorted(entryId, /./)).toEqual([
      '1 submitted',
      '2 notified',
      '3 queued',
      '4 moved',
      '5 routed bob@town.example',
      '5 routed carl@far.example',
      '6 delivered bob@town.example',
      '6 relayed carl@far.example',
    ]);
    expect(town.trace(entryId).done).toBe(true);
    expect(reply(entryId, 'relayed')).toMatch(/^250 /);
  });

  test('RFC 5321 section 4.4: what lies in a mailbox says from whom it came, and that it was delivered there', async () => {
    await sent('Trace', ['bob@town.example']);
    await exchange(bob);
    const rows = await contents(bob.store, await inboxOf(bob.store), [PR_SUBJECT_W, PR_TRANSPORT_MESSAGE_HEADERS_W]);
    const header = String(rows.find(([subject]) => subject === 'Trace')?.[1]);
    expect(header).toMatch(
      /^Return-Path: <ann@town\.example>\r\nDelivered-To: bob@town\.example\r\nReceived: by mx\.town/,
    );
  });
});

describe('Step 5', () => {
  useLedger();

  test('an unknown mailbox of an own domain and a refused domain come back, the others go', async () => {
    const entryId = await sent('Plan', ['zoe@town.example', 'x@void.example', 'carl@far.example']);
    expect(events(entryId)).toEqual([
      '5 rejected zoe@town.example',
      '5 rejected x@void.example',
      '5 routed carl@far.example',
      '7 reported zoe@town.example',
      '7 reported x@void.example',
      '6 relayed carl@far.example',
    ]);
    expect(reply(entryId, 'rejected')).toMatch(/^5\.1\.1 /);
    expect(await classesAbout(ann, 'Plan')).toEqual([REPORT]);
    // A report has the null reverse-path; nobody reports about it.
    const all = town.look((system) => system.recent().flatMap((id) => system.trace(id) ?? []));
    const report = all.find(({ subject }) => subject === 'Undeliverable: Plan');
    expect(report?.events.map(({ step }) => step)).toEqual([6]);
  });

  test('rules of pipeline.json reject, redirect, copy, and add a field for some recipients alone: one copy for each that differs', async () => {
    await configured({
      rules: [
        { name: 'journal', when: { sender: '@town.example' }, copy: 'journal@far.example' },
        { name: 'mark', when: { recipient: 'carl@far.example' }, addHeader: { name: 'X-Mark', value: 'yes' } },
        { name: 'moved', when: { recipient: 'old@far.example' }, redirect: 'new@far.example' },
        { name: 'secret', when: { recipient: 'rival@far.example' }, reject: 'not to rivals' },
      ],
    });
    const entryId = await sent('Rules', ['carl@far.example', 'old@far.example', 'rival@far.example']);
    expect(sorted(entryId, /^[57]/)).toEqual([
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
    const copies = got('Rules').map(({ to, text }) => `${[...to].sort().join(' ')} ${/^X-Mark: yes\r$/m.test(text)}`);
    expect(copies.sort()).toEqual(['carl@far.example true', 'journal@far.example new@far.example false']);
    expect(reply(entryId, 'rejected')).toBe('5.7.1 pipeline.json: not to rivals');
  });

  test('agents of the process see submitted, resolved and routed mail; one that throws keeps it waiting, and no other', async () => {
    provokes(/could not be routed; it waits/);
    const seen: string[] = [];
    let broken = true;
    const end = registerPolicyAgent({
      name: 'watcher',
      onSubmitted: (mail) => void seen.push(`submitted ${mail.header('subject')}`),
      onResolved: (mail) => {
        if (broken && mail.subject === 'Agents') throw new Error('no mood');
        seen.push(`resolved ${mail.recipients.length}`);
      },
      onRouted: (mail) => {
        seen.push(`routed ${mail.recipients[0]?.hop?.startsWith('smtp://')}`);
        if (mail.subject === 'Agents') mail.redirect('carl@far.example', 'bob@town.example');
      },
    });
    try {
      const entryId = await sent('Agents', ['carl@far.example']);
      expect(events(entryId)).toEqual([]);
      expect(events(await sent('Others', ['carl@far.example']))).toContain('6 relayed carl@far.example');
      broken = false;
      await exchange(ann);
      await exchange(bob);
      expect(new Set(seen)).toEqual(new Set(['submitted Agents', 'submitted Others', 'resolved 1', 'routed true']));
      expect(events(entryId)).toEqual([
        '5 redirected carl@far.example',
        '5 routed bob@town.example',
        '6 delivered bob@town.example',
      ]);
    } finally {
      end();
    }
  });

  const asBob = [
    prop(PR_SENT_REPRESENTING_NAME_W, 'Bob'),
    prop(PR_SENT_REPRESENTING_ADDRTYPE_W, 'SMTP'),
    prop(PR_SENT_REPRESENTING_EMAIL_ADDRESS_W, 'bob@town.example'),
  ];

  test('nobody sends as somebody else without the right; with it as the other, or on behalf of him', async () => {
    const attempt = async (subject: string): Promise<readonly string[]> =>
      events(await sent(subject, ['carl@far.example'], asBob), /^[56]/);
    expect(await attempt('as Bob 1')).toEqual(['5 rejected carl@far.example']);
    town.look((system) => system.grant('bob@town.example', 'ann@town.example', 'send-on-behalf'));
    expect(await attempt('as Bob 2')).toEqual(['5 routed carl@far.example', '6 relayed carl@far.example']);
    const [behalf] = got('as Bob 2');
    expect(behalf?.text).toMatch(/^From: Bob <bob@town\.example>\r$/m);
    expect(behalf?.text).toMatch(/^Sender: Ann <ann@town\.example>\r$/m);
    expect(behalf?.from).toBe('ann@town.example');
    town.look((system) => system.revoke('bob@town.example', 'ann@town.example', 'send-on-behalf'));
    expect(await attempt('as Bob 3')).toEqual(['5 rejected carl@far.example']);
  });
});

describe('Step 6', () => {
  useLedger();

  test('a recipient that the next hop refuses comes back in its own words', async () => {
    const entryId = await sent('Refused', ['nobody@far.example', 'carl@far.example']);
    expect(sorted(entryId, /^[67]/)).toEqual([
      '6 rejected nobody@far.example',
      '6 relayed carl@far.example',
      '7 reported nobody@far.example',
    ]);
    expect(reply(entryId, 'rejected')).toMatch(/^550 /);
    expect(await classesAbout(ann, 'Refused')).toEqual([REPORT]);
  });

  test('a next hop that is down is tried with growing pauses, and given up after days', async () => {
    await configured({ domains: { 'down.example': `smtp://127.0.0.1:${await closedPort()}` } });
    const start = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    const entryId = await sent('Down', ['carl@down.example']);
    for (let hours = 1; hours < 100; hours += 5) {
      vi.setSystemTime(start + hours * HOUR);
      await exchange(ann);
    }
    expect(events(entryId, /^6 deferred/)).toHaveLength(20);
    expect(events(entryId).slice(-2)).toEqual(['6 expired carl@down.example', '7 reported carl@down.example']);
    // Once in between Ann heard that it is late.
    const reported = town
      .trace(entryId)
      .events.filter(({ step }) => step === 7)
      .map((event) => event.reply);
    expect(reported).toEqual(['delayed 4.4.1', 'failed 5.4.7']);
    expect(await classesAbout(ann, 'Down')).toEqual(['REPORT.IPM.Note.DELAYED', REPORT]);
  });

  test('a recipient who is put off is tried again after a minute, and the others do not get it again', async () => {
    const start = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    const entryId = await sent('Later', ['later@far.example', 'carl@far.example']);
    vi.setSystemTime(start + 59_000);
    await exchange(ann);
    expect(events(entryId, /^6 deferred/)).toHaveLength(1);
    vi.setSystemTime(start + 61_000);
    await exchange(ann);
    expect(events(entryId, /^6 deferred/)).toHaveLength(2);
    expect(town.trace(entryId).done).toBe(false);
    expect(got('Later').map(({ to }) => to)).toEqual([['carl@far.example']]);
  });

  test('a smart host is logged on to with the secret of its file, and is spoken to over TLS when that is required', async () => {
    writeFileSync(join(town.system, 'relay.secret'), 'right\n', { mode: 0o600 });
    const relay = { server: '127.0.0.1', port: town.server.port, user: 'ann', secretFile: 'relay.secret' };
    await configured({ smartHost: { ...relay, security: 'none' } });
    const entryId = await sent('By relay', ['dora@elsewhere.example']);
    expect(events(entryId, /^6/)).toEqual(['6 relayed dora@elsewhere.example']);
    expect(got('By relay').map(({ user }) => user)).toEqual(['ann']);
    expect(town.trace(entryId).events.find(({ step }) => step === 6)?.hop).toBe(
      `smtp://ann@127.0.0.1:${town.server.port}`,
    );
    // This server has no TLS: rather nothing than something readable.
    await configured({ smartHost: { ...relay, security: 'starttls' } });
    expect(events(await sent('In secret', ['dora@elsewhere.example']), /^6/)).toEqual([
      '6 deferred dora@elsewhere.example',
    ]);
    expect(got('In secret')).toEqual([]);
  });

  test('a server that stands in pipeline.json no longer: what waits for it goes where it would go now', async () => {
    await configured({ domains: { 'moving.example': `smtp://127.0.0.1:${await closedPort()}` } });
    const entryId = await sent('Moving', ['eve@moving.example']);
    expect(events(entryId, /^6/)).toEqual(['6 deferred eve@moving.example']);
    await configured({ domains: { 'moving.example': `smtp://127.0.0.1:${town.server.port}` } });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    await exchange(ann);
    expect(events(entryId, /^[56] r/)).toEqual([
      '5 routed eve@moving.example',
      '5 rerouted eve@moving.example',
      '6 relayed eve@moving.example',
    ]);
  });

  test('what waits for a mailbox comes back when the mailbox is taken away', async () => {
    town.look((system) => system.addMailbox('gone@town.example', '', null));
    const entryId = await sent('Farewell', ['gone@town.example']);
    expect(events(entryId)).toEqual(['5 routed gone@town.example']);
    town.look((system) => system.removeMailbox('gone@town.example'));
    await exchange(ann);
    expect(events(entryId).slice(1)).toEqual(['6 rejected gone@town.example', '7 reported gone@town.example']);
    expect(reply(entryId, 'rejected')).toMatch(/^5\.1\.1 /);
  });

  test('what no table knows goes to the mail exchangers; the next one is asked when one can not be had', async () => {
    const asked: string[] = [];
    const closed = await closedPort();
    trial.exchanger = (host) => {
      asked.push(host);
      return { host: '127.0.0.1', port: host === 'a.example' ? closed : town.server.port };
    };
    trial.resolver = {
      async resolveMx(domain) {
        if (domain === 'null.example') return [{ priority: 0, exchange: '' }];
        if (domain === 'none.example') throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
        if (domain === 'mute.example') throw Object.assign(new Error('mute'), { code: 'ESERVFAIL' });
        return [
          { priority: 20, exchange: 'b.example' },
          { priority: 10, exchange: 'a.example' },
        ];
      },
      async lookup() {
        throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
      },
    };
    const entryId = await sent('Exchanged', ['x@known.example', 'x@null.example', 'x@none.example', 'x@mute.example']);
    expect(sorted(entryId)).toEqual([
      '5 rejected x@none.example',
      '5 rejected x@null.example',
      '5 routed x@known.example',
      '5 routed x@mute.example',
      '6 deferred x@mute.example',
      '6 relayed x@known.example',
      '7 reported x@none.example',
      '7 reported x@null.example',
    ]);
    expect(asked).toEqual(['a.example', 'b.example']);
    const refused = town.trace(entryId).events.filter(({ outcome }) => outcome === 'rejected');
    expect(refused.map((event) => event.reply?.split(' ')[0])).toEqual(['5.1.10', '5.1.2']);
  });

  test('a message that is larger than one piece goes out byte for byte', async () => {
    const body = Array.from(
      { length: 20_000 },
      (_, i) => `line ${i} of a message that is larger than one piece\r\n`,
    ).join('');
    const entryId = await sent('Large', ['carl@far.example'], [prop(PR_BODY_W, body)]);
    expect(events(entryId, /^6/)).toEqual(['6 relayed carl@far.example']);
    const [outside] = got('Large');
    expect(outside?.text.length).toBeGreaterThan(pieceBytes);
    expect(outside?.text.endsWith(body)).toBe(true);
  });
});

describe('The configuration', () => {
  useLedger();

  test('that is wrong is refused with MAPI_E_UNCONFIGURED, the old one stays, and the status row tells why', async () => {
    writeFileSync(join(town.system, 'pipeline.json'), '{"smartHost":"mail"}');
    expect(await reconfigured(ann)).toBe(MAPI_E_UNCONFIGURED);
    expect(await transportStatus(ann, PR_STATUS_STRING_W)).toMatch(
      /pipeline\.json: smartHost is "mail"; write "smtp:\/\/host:port"/,
    );
    expect(events(await sent('Still', ['carl@far.example']), /^6/)).toEqual(['6 relayed carl@far.example']);
    await configured({});
    expect(await transportStatus(ann, PR_STATUS_STRING_W)).toBe('Available');
  });

  test('a profile has either the pipeline or SMTP: MAPI_E_NO_ACCESS', async () => {
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
});

describe('A mail system whose pipeline.json is wrong from the beginning', () => {
  useLedger();

  test('takes nothing, and all of it when the file is right', async () => {
    provokes(/the transport Mail system could not be logged on/);
    await using other = await Town.open();
    writeFileSync(join(other.system, 'pipeline.json'), '{"smartHost":"mail"}');
    await other.with(['ann'], async (first) => {
      const entryId = await submit(first.store, 'Plan', ['carl@far.example']);
      await exchange(first);
      expect(() => other.trace(entryId)).toThrow('no trace');
      other.configure({});
      await exchange(first);
      expect(steps(other.trace(entryId))).toContain('6 relayed carl@far.example');
    });
  });
});
