import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { trial } from '../../../src/providers/pipeline/trial.js';
import { closedPort, MailServer } from '../../client/mail-server.js';
import { testAuthority, testIdentity } from '../../support/certificates/index.js';
import { useLedger } from '../../support/ledger.js';
import { submit } from '../../support/store-programs/client.js';
import { exchange, type Resident, reconfigured, steps, Town } from './town.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let town: Town;
let ann: Resident;
/** A server with STARTTLS whose certificate is for `other.example`, and one that has signed its certificate itself. */
let other: MailServer;
let stranger: MailServer;
beforeAll(async () => {
  town = await Town.open();
  ann = await town.stays('ann');
  await exchange(ann);
  other = await MailServer.start({ ...testIdentity('other'), hideSTARTTLS: false });
  stranger = await MailServer.start({ ...testIdentity('stranger'), hideSTARTTLS: false });
  writeFileSync(join(town.system, 'authority.pem'), testAuthority);
  writeFileSync(join(town.system, 'stranger.pem'), testIdentity('stranger').cert);
});
afterAll(async () => {
  await other[Symbol.asyncDispose]();
  await stranger[Symbol.asyncDispose]();
  await town[Symbol.asyncDispose]();
});

const usual = { ...trial };
afterEach(() => {
  vi.useRealTimers();
  Object.assign(trial, usual);
});

async function configured(config: Record<string, unknown>): Promise<void> {
  town.configure(config);
  expect(await reconfigured(ann)).toBe(0);
}

/** What becomes of a message to one recipient: `outcome reply`, the newest attempt. */
async function outcomeOf(subject: string, to: string): Promise<string> {
  const entryId = await submit(ann.store, subject, [to]);
  await exchange(ann);
  const event = town.trace(entryId).events.findLast(({ step }) => step === 6);
  return `${event?.outcome} ${event?.reply}`;
}

/** Each exchanger listens at one of the ports; without a port it is this one. */
function exchangersAre(ports: Readonly<Record<string, number>>, asked: string[] = []): void {
  trial.exchanger = (host) => {
    asked.push(host);
    return { host: '127.0.0.1', port: ports[host] ?? 1 };
  };
  trial.resolver = {
    resolveMx: async () => Object.keys(ports).map((exchange, priority) => ({ exchange, priority })),
    lookup: async () => undefined,
  };
}

const took = (server: MailServer, subject: string): readonly boolean[] =>
  server.got.filter(({ text }) => text.includes(`\r\nSubject: ${subject}\r\n`)).map(({ secure }) => secure);

describe('TLS to mail exchangers', () => {
  useLedger();

  test('is used where it is offered, whoever they prove to be, and done without where it is not', async () => {
    await configured({});
    exchangersAre({ 'mx.one.example': stranger.port });
    expect(await outcomeOf('offered', 'x@one.example')).toMatch(/^relayed 250/);
    expect(took(stranger, 'offered')).toEqual([true]);
    exchangersAre({ 'mx.two.example': town.server.port });
    expect(await outcomeOf('clear', 'x@two.example')).toMatch(/^relayed 250/);
    expect(took(town.server, 'clear')).toEqual([false]);
  });

  test('that is required is used with any certificate; without TLS mail waits: 4.7.10', async () => {
    await configured({ domains: { 'one.example': { tls: 'required' } } });
    exchangersAre({ 'mx.one.example': stranger.port });
    expect(await outcomeOf('required', 'x@one.example')).toMatch(/^relayed 250/);
    expect(took(stranger, 'required')).toEqual([true]);
    await configured({ exchangers: { tls: 'required' } });
    exchangersAre({ 'mx.two.example': town.server.port });
    expect(await outcomeOf('secret', 'x@two.example')).toMatch(/^deferred .*STARTTLS/);
    expect(took(town.server, 'secret')).toEqual([]);
  });

  test('that is verified needs a certificate for the name of the exchanger, by somebody trusted', async () => {
    const verified = (certificates?: string): Record<string, unknown> => ({
      domains: { 'one.example': { tls: 'verified', ...(certificates === undefined ? {} : { certificates }) } },
    });
    exchangersAre({ 'other.example': other.port });
    await configured(verified());
    expect(await outcomeOf('unknown authority', 'x@one.example')).toMatch(/^deferred .*certificate of other\.example/);
    await configured(verified('authority.pem'));
    expect(await outcomeOf('known authority', 'x@one.example')).toMatch(/^relayed 250/);
    expect(took(other, 'known authority')).toEqual([true]);
    exchangersAre({ 'mx.one.example': other.port });
    expect(await outcomeOf('other name', 'x@one.example')).toMatch(/^deferred .*is for another name/);
    // The next exchanger is asked when this one can't prove who it is.
    exchangersAre({ 'mx.one.example': stranger.port, 'other.example': other.port });
    expect(await outcomeOf('next', 'x@one.example')).toMatch(/^relayed 250/);
    expect([took(stranger, 'next'), took(other, 'next')]).toEqual([[], [true]]);
  });

  test('of a domain that names its exchangers leads nowhere else, whatever the DNS says', async () => {
    const named = { tls: 'verified', exchangers: ['*.one.example'], certificates: 'authority.pem' };
    await configured({ smartHost: `smtp://127.0.0.1:${town.server.port}`, domains: { 'one.example': named } });
    exchangersAre({ 'other.example': other.port });
    expect(await outcomeOf('led astray', 'x@one.example')).toMatch(/^deferred the mail exchangers of one\.example/);
    await configured({ domains: { 'one.example': { ...named, exchangers: ['other.example'] } } });
    expect(await outcomeOf('as named', 'x@one.example')).toMatch(/^relayed 250/);
  });

  test('a server that pipeline.json names has to prove itself, if need be by the certificate that it has signed itself', async () => {
    const smartHost = { server: 'localhost', port: stranger.port, security: 'starttls' };
    await configured({ smartHost });
    expect(await outcomeOf('self-signed', 'x@one.example')).toMatch(/^deferred The certificate of localhost/);
    await configured({ smartHost: { ...smartHost, certificates: 'stranger.pem' } });
    expect(await outcomeOf('self-signed and known', 'x@one.example')).toMatch(/^relayed 250/);
    expect(took(stranger, 'self-signed and known')).toEqual([true]);
    expect(took(stranger, 'self-signed')).toEqual([]);
  });
});

describe('RFC 5321 section 4.5.4.1: a next hop that is not there', () => {
  useLedger();

  const deferred = (entryId: unknown): readonly (string | null)[] =>
    town.trace(entryId).events.flatMap(({ outcome, reply }) => (outcome === 'deferred' ? [reply] : []));

  test('is tried by one message for all that wait, with growing pauses; then all of them go', async () => {
    let [awake, asked] = [false, 0];
    await using sleeper = await MailServer.start({
      onConnect(_session, done) {
        asked++;
        done(awake ? null : Object.assign(new Error('asleep'), { responseCode: 421 }));
      },
    });
    await configured({});
    exchangersAre({ 'mx.down.example': sleeper.port });
    const start = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    const first = await submit(ann.store, 'wait 0', ['x@down.example']);
    await exchange(ann);
    expect(asked).toBe(1);
    // Those that come later wait for the same moment.
    const others: unknown[] = [];
    for (const number of [1, 2, 3]) others.push(await submit(ann.store, `wait ${number}`, ['x@down.example']));
    await exchange(ann);
    expect(asked).toBe(1);
    expect(others.map((one) => deferred(one).map((reply) => reply?.slice(0, 34)))).toEqual(
      Array(3).fill(['not tried: it could not be had las']),
    );
    // After 1, 2 and 4 minutes one attempt each.
    const pauses: number[] = [];
    for (let minute = 1; minute < 9; minute++) {
      vi.setSystemTime(start + minute * MINUTE + 1);
      await exchange(ann);
      pauses.push(asked);
    }
    expect(pauses).toEqual([2, 2, 3, 3, 3, 3, 4, 4]);
    for (const entryId of [first, ...others]) expect(deferred(entryId)).toHaveLength(4);
    awake = true;
    vi.setSystemTime(start + 16 * MINUTE);
    await exchange(ann);
    expect(took(sleeper, 'wait 0')).toEqual([false]);
    for (const entryId of [first, ...others])
      expect(steps(town.trace(entryId)).at(-1)).toBe('6 relayed x@down.example');
    // It is there again: the next message goes at once.
    expect(await outcomeOf('at once', 'x@down.example')).toMatch(/^relayed/);
    // Connections that are kept say QUIT, so that the server can end.
    await configured({});
  });

  test('holds nobody up whose exchanger is another one', async () => {
    const asked: string[] = [];
    await configured({});
    exchangersAre({ 'a.up.example': await closedPort(), 'b.up.example': town.server.port }, asked);
    for (const number of [1, 2, 3]) expect(await outcomeOf(`second ${number}`, 'x@up.example')).toMatch(/^relayed/);
    // The first is not asked again while it is known not to be there.
    expect(asked.filter((host) => host === 'a.up.example')).toHaveLength(1);
  });

  test('whoever waited for days without an attempt of his own has his message back, and heard before that it is late', async () => {
    await configured({ domains: { 'dead.example': `smtp://127.0.0.1:${await closedPort()}` } });
    const start = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    const first = await submit(ann.store, 'dead 1', ['x@dead.example']);
    await exchange(ann);
    const second = await submit(ann.store, 'dead 2', ['x@dead.example']);
    await exchange(ann);
    for (let hours = 1; hours < 105; hours += 5) {
      vi.setSystemTime(start + hours * HOUR);
      await exchange(ann);
    }
    for (const entryId of [first, second])
      expect(steps(town.trace(entryId)).filter((step) => !/deferred/.test(step))).toEqual([
        '1 submitted',
        '2 notified',
        '3 queued',
        '5 routed x@dead.example',
        '4 moved',
        '7 reported x@dead.example',
        '6 expired x@dead.example',
        '7 reported x@dead.example',
      ]);
  });

  test('that is configured otherwise is tried at once', async () => {
    const hop = { server: '127.0.0.1', port: await closedPort() };
    await configured({ domains: { 'mended.example': hop } });
    expect(await outcomeOf('before', 'x@mended.example')).toMatch(/^deferred No connection/);
    expect(await outcomeOf('meanwhile', 'x@mended.example')).toMatch(/^deferred not tried/);
    await configured({ domains: { 'mended.example': hop } });
    expect(await outcomeOf('again', 'x@mended.example')).toMatch(/^deferred No connection/);
  });
});
