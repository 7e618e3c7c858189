import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  assertLedgerEmpty,
  CLSCTX_INPROC_SERVER,
  CoCreateInstance,
  type LedgerTotals,
  ledgerTotals,
  ok,
  S_OK,
} from '../../src/com/index.js';
import {
  CLSID_ISMTPTransport,
  ISMTPTransport,
  IXP_AUTHORIZING,
  IXP_AUTHRETRY,
  IXP_DISCONNECTED,
  IXP_E_FAILED_TO_CONNECT,
  IXP_FINDINGHOST,
  SMTP_CONNECTED,
  SMTP_SEND_MESSAGE,
} from '../../src/imnxport/index.js';
import { openNative } from '../../src/native/index.js';
import { eventually } from '../support/native/eventually.js';
import { loadTrials, type ProgramOrder, type ProgramReport } from '../support/native/trials.js';

const loaded = loadTrials();
if (!loaded.addon) console.log(`skipped: the native addon is missing (${loaded.missing})`);

const PROMPT_MILLISECONDS = 100;
const ON_THIS_THREAD = 0;
const DEADLINE_MILLISECONDS = 15_000;

describe.skipIf(!loaded.addon)('a native program sends through ISMTPTransport in this process', () => {
  const addon = loaded.addon as NonNullable<typeof loaded.addon>;
  const passwords: string[] = [];
  const received: Buffer[] = [];
  let server: SMTPServer;
  let before: LedgerTotals;

  beforeAll(async () => {
    server = new SMTPServer({
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      onAuth(auth, _session, callback) {
        passwords.push(auth.password ?? '');
        if (auth.username === 'user' && auth.password === 'right') callback(null, { user: 'user' });
        else callback(new Error('535 5.7.8 wrong password'));
      },
      onData(stream, _session, callback) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push(Buffer.concat(chunks));
          callback();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  beforeEach(() => {
    passwords.length = 0;
    received.length = 0;
    before = ledgerTotals();
  });

  const send = async (body: Uint8Array, deadline: number, more: Partial<ProgramOrder> = {}): Promise<ProgramReport> => {
    const pointers = openNative({ deadline: 10_000 });
    const { port } = server.server.address() as { port: number };
    const order = {
      host: '127.0.0.1',
      port,
      user: 'user',
      firstPassword: 'wrong',
      secondPassword: 'right',
      from: 'old@program.example',
      to: 'somebody@example.net',
      promptMilliseconds: PROMPT_MILLISECONDS,
      ...more,
    };
    using transport = ok(CoCreateInstance(CLSID_ISMTPTransport, null, CLSCTX_INPROC_SERVER, ISMTPTransport));
    const address = pointers.expose<ISMTPTransport>(transport, ISMTPTransport);
    const running = addon.runProgram(address, order, body, deadline);
    pointers.release(address);
    if (!running) throw new Error('the system has no thread to give');
    return running;
  };

  const nothingLeft = async (): Promise<void> => {
    await eventually(() => Object.values({ ...addon.living(), ...addon.counts() }).every((count) => count === 0));
    expect({ ...addon.living(), ...addon.counts() }).toEqual({ streams: 0, programs: 0, exposed: 0, blocks: 0 });
    expect(openNative({ deadline: 10_000 }).exposed).toBe(0);
    await eventually(() => ledgerTotals().objects === before.objects);
    assertLedgerEmpty(before);
  };

  const statuses = (report: ProgramReport): number[] =>
    report.events.filter(({ method }) => method === 'OnStatus').map(({ number }) => number);

  const answered = (report: ProgramReport, command: number): readonly number[] =>
    report.events.filter((e) => e.method === 'OnResponse' && e.number === command).map(({ hr }) => hr);

  for (const [where, deadline] of [
    ['on the JavaScript thread', ON_THIS_THREAD],
    ['from a thread of its own', DEADLINE_MILLISECONDS],
  ] as const) {
    describe(where, () => {
      test('the message arrives byte for byte, after a wrong password and a prompt, and nothing is left', async () => {
        const body = message(300_000);
        const report = await send(body, deadline);
        expect(report).toMatchObject({ finished: true, hr: S_OK });
        expect(received).toHaveLength(1);
        expect(received[0]?.equals(body)).toBe(true);
        expect(passwords).toEqual(['wrong', 'right']);
        expect(answered(report, SMTP_CONNECTED)).toEqual([S_OK]);
        expect(answered(report, SMTP_SEND_MESSAGE)).toEqual([S_OK]);
        await nothingLeft();
      });

      test('the callbacks come in order, and none after the end', async () => {
        const report = await send(message(200), deadline);
        const seen = report.events.map(({ method, number }) => `${method} ${number}`);
        const prompt = seen.findIndex((event) => event.startsWith('OnLogonPrompt'));
        expect(seen[prompt - 1]).toBe(`OnStatus ${IXP_AUTHRETRY}`);
        expect(seen[prompt + 1]).toBe(`OnStatus ${IXP_AUTHORIZING}`);
        expect(statuses(report).at(-1)).toBe(IXP_DISCONNECTED);
        expect(seen.at(-1)).toBe(`OnStatus ${IXP_DISCONNECTED}`);
        await nothingLeft();
      });

      test('while OnLogonPrompt blocks, the event loop turns and the transport answers', async () => {
        let turns = 0;
        let over = false;
        const running = send(message(200), deadline).finally(() => {
          over = true;
        });
        while (!over) {
          await delay(1);
          turns++;
        }
        const report = await running;
        const prompt = report.events.find(({ method }) => method === 'OnLogonPrompt');
        // GetStatus was asked inside the prompt, from the thread that blocks.
        expect(prompt).toMatchObject({ hr: S_OK, number: IXP_AUTHRETRY });
        expect(prompt?.onStartThread).toBe(deadline !== ON_THIS_THREAD);
        expect(turns).toBeGreaterThan(1);
        await nothingLeft();
      });

      test('callbacks other than prompts come on the thread that began', async () => {
        const report = await send(message(200), deadline);
        const others = report.events.filter(({ method }) => method !== 'OnLogonPrompt');
        expect(others.every(({ onStartThread }) => onStartThread)).toBe(true);
        await nothingLeft();
      });
    });
  }

  test('twenty programs at once, half of them on threads, do not stand in each other’s way', async () => {
    const bodies = Array.from({ length: 20 }, (_, i) => message(1_000 + i * 997));
    const deadlines = bodies.map((_, i) => (i % 2 === 0 ? ON_THIS_THREAD : DEADLINE_MILLISECONDS));
    const reports = await Promise.all(bodies.map((body, i) => send(body, deadlines[i] ?? 0)));
    expect(reports.filter((report) => report.finished && report.hr === S_OK)).toHaveLength(20);
    const texts = (list: readonly Buffer[]) => list.map((bytes) => bytes.toString('latin1')).sort();
    expect(texts(received)).toEqual(texts(bodies));
    await nothingLeft();
  });

  test('after HandsOffCallback nothing comes any more, though callbacks waited for the thread', async () => {
    const report = await send(message(200), DEADLINE_MILLISECONDS, { leaveEarly: true });
    expect(report).toMatchObject({ finished: true, hr: S_OK });
    expect(report.events.map(({ method, number }) => [method, number])).toEqual([['OnStatus', IXP_FINDINGHOST]]);
    expect(received).toHaveLength(0);
    await nothingLeft();
  });

  test('a refused connection reaches the program through OnError, and nothing is left', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as { port: number };
    closed.close();
    await once(closed, 'close');
    const report = await send(message(200), DEADLINE_MILLISECONDS, { port });
    expect(report.finished).toBe(true);
    expect(report.hr).toBe(IXP_E_FAILED_TO_CONNECT);
    expect(report.events.map(({ method }) => method)).toContain('OnError');
    await nothingLeft();
  });
});

/** A message whose lines begin with dots, among others, and hold every byte that a line may. */
function message(bytes: number): Buffer {
  const lines = ['From: old@program.example', 'Subject: native', ''];
  for (let length = 60; length < bytes; length += 74) {
    const start = length % 5 === 0 ? '.' : length % 7 === 0 ? '..' : 'x';
    lines.push(`${start}${String.fromCharCode(33 + (length % 90)).repeat(71)}`);
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1');
}
