import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PR_SUBJECT_W, prop } from '../../src/mapi/index.js';
import { PR_SMTP_PORT } from '../../src/providers/smtp/index.js';
import { MailServer } from '../client/mail-server.js';
import { Office } from '../subsystem/simple/office.js';
import { StorePrograms } from '../support/store-process.js';
import { withManifest } from './support/beside.js';
import { crossing, type Moment } from './support/crossing.js';
import { registerMailClient, unregisterMailClient } from './support/mailclient.js';
import { bitnesses, built, missing, run, start, windowsPath } from './support/run.js';

const BOB = 'to:Bob=SMTP:bob@example.org';

describe.skipIf(missing).each(bitnesses)('a service that is killed, %s', (bits) => {
  let programs: StorePrograms;

  beforeAll(async () => {
    programs = new StorePrograms();
    await registerMailClient();
  });
  afterAll(async () => {
    await programs.close();
    await unregisterMailClient();
  });

  /** A service in a process of its own. */
  const serving = async (file: string) => {
    const service = programs.start('service', [file]);
    await service.line();
    return service;
  };
  // Nobody listens at that port: what is submitted stays in the Outbox, where it can be counted.
  const office = (): Promise<Office> => Office.open({}, { account: [prop(PR_SMTP_PORT, 1)] });

  const moments: readonly (readonly [string, Moment])[] = [
    ['before it has heard of the call', { kind: 'call', count: 1 }],
    ['while it reads the second megabyte of a file', { kind: 'reply', count: 2 }],
    ['when it is about to answer', { kind: 'answer', count: 1 }],
  ];
  test.each(moments)(
    '%s: MAPISendMail succeeds, and the message is there once when the next one has come',
    async (_, moment) => {
      await using opened = await office();
      const { folder } = opened.desk;
      const file = join(folder, 'bridge');
      const large = join(folder, 'large.bin');
      const go = join(folder, 'go');
      writeFileSync(large, Buffer.alloc(3_000_000, 'x'));
      const first = await serving(file);
      const close = await crossing(file, moment, async () => {
        first.kill();
        await first.ended;
      });
      const running = start(
        built(bits, 'simple-host.exe'),
        [`send ${BOB} Doubtful Text 0 ${windowsPath(large)}`, `ready ${windowsPath(go)}`, `send ${BOB} After Text 0`],
        { COMAIL_BRIDGE: windowsPath(file) },
      );
      await running.printed('ready');
      expect(await first.ended).toBeNull();
      close();
      expect(readdirSync(join(folder, 'drop')).filter((name) => name.endsWith('.mail'))).toHaveLength(1);
      const second = await serving(file);
      while (readdirSync(join(folder, 'drop')).length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      writeFileSync(go, '');
      expect((await running.ended).lines).toEqual(['> send -> 0', 'ready', '> send -> 0']);
      await second.finish();
      expect((await opened.lying('outbox', [PR_SUBJECT_W])).flat().sort()).toEqual(['After', 'Doubtful']);
    },
  );

  // What is called, and what it leaves: a message that waits to be sent, or the draft that somebody has to address.
  const others = [
    { name: 'MAPISendMailW', step: 'sendw bob@example.org Doubtful Text 0', where: 'outbox', at: [1] },
    { name: 'MAPISendDocuments', step: 'documents ;', where: 'drafts', at: [0, 2] },
  ] as const;
  for (const { name, step, where, at } of others)
    test.each(moments.filter((_, one) => at.some((which) => which === one)))(
      `%s: ${name} leaves one message, too`,
      async (_, moment) => {
        await using opened = await office();
        const { folder } = opened.desk;
        const file = join(folder, 'bridge');
        const large = join(folder, 'Doubtful');
        writeFileSync(large, Buffer.alloc(3_000_000, 'x'));
        const first = await serving(file);
        const close = await crossing(file, moment, async () => {
          first.kill();
          await first.ended;
        });
        const { lines } = await run(built(bits, 'simple-host.exe'), [`${step} ${windowsPath(large)}`], {
          COMAIL_BRIDGE: windowsPath(file),
        });
        expect(lines).toEqual([`> ${step.split(' ')[0]} -> 0`]);
        close();
        const second = await serving(file);
        while (readdirSync(join(folder, 'drop')).length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
        await second.finish();
        expect(await opened.lying(where, [PR_SUBJECT_W])).toEqual([['Doubtful']]);
      },
    );

  test('in a method of a transport: the method and its callback tell the drop, a new one works with the next service', async () => {
    await using server = await MailServer.start();
    await using opened = await office();
    const file = join(opened.desk.folder, 'bridge');
    const go = join(opened.desk.folder, 'go');
    const first = await serving(file);
    // CoCreateInstance, InitNew, Connect.
    const close = await crossing(file, { kind: 'call', count: 3 }, async () => {
      first.kill();
      await first.ended;
    });
    const connect = `connect port=${server.port}`;
    const running = start(
      withManifest(bits, 'imnxport-host'),
      [
        'init',
        connect,
        'status',
        `until ${windowsPath(go)}`,
        'handsoff',
        'renew',
        'init',
        connect,
        'wait response 2',
        'send ann@example.com bob@example.com x',
        'wait response 3',
      ],
      { COMAIL_BRIDGE: windowsPath(file) },
    );
    await running.printed('ready');
    close();
    const second = await serving(file);
    writeFileSync(go, '');
    const { code, lines } = await running.ended;
    expect(lines.slice(0, 5)).toEqual([
      '> CoCreateInstance -> 0x00000000',
      '> init -> 0x00000000',
      '> connect -> 0x800CCC0F',
      '> status 8 -> 0x00000000',
      'ready',
    ]);
    expect(code).toBe(0);
    expect(server.got).toHaveLength(1);
    await second.finish();
  });

  test('while it sends a message of a transport: OnError tells the drop', async () => {
    await using server = await MailServer.start();
    await using opened = await office();
    const file = join(opened.desk.folder, 'bridge');
    const first = await serving(file);
    // OnTimeout and the like are not asked here: what the program replies is pieces of its stream.
    const close = await crossing(file, { kind: 'reply', count: 2 }, async () => {
      first.kill();
      await first.ended;
    });
    const steps = ['init', `connect port=${server.port}`, 'wait response 2'];
    const { code, lines } = await start(
      withManifest(bits, 'imnxport-host'),
      [...steps, 'send ann@example.com bob@example.com size:3000000', 'wait status 8', 'status', 'rset'],
      { COMAIL_BRIDGE: windowsPath(file) },
    ).ended;
    close();
    const end = lines.findIndex((line) => line.startsWith('OnError'));
    expect(lines.slice(end, end + 4)).toEqual([
      expect.stringMatching(/^OnError 3 0x800CCC0F .*service has ended/),
      'OnStatus 8',
      '> status 8 -> 0x00000000',
      '> rset -> 0x800CCC0F',
    ]);
    expect(code).toBe(0);
    expect(server.got).toHaveLength(0);
  });

  test('or was never started: the command that is configured starts it, once for all programs', async () => {
    await using opened = await office();
    const { folder } = opened.desk;
    const file = join(folder, 'bridge');
    const started = join(folder, 'started');
    const command = [process.execPath, join(programs.folder, 'service.mjs'), file, started];
    const env = {
      COMAIL_BRIDGE: windowsPath(file),
      COMAIL_COMMAND: command.map((word, at) => `"${at === 0 ? windowsPath(word) : word}"`).join(' '),
    };
    const send = (subject: string) =>
      start(built(bits, 'simple-host.exe'), [`send ${BOB} ${subject} Text 0`], env).ended;
    const ended = await Promise.all([send('One'), send('Two')]);
    expect(ended.map(({ lines }) => lines)).toEqual([['> send -> 0'], ['> send -> 0']]);
    expect(readFileSync(started, 'latin1').trim().split('\n')).toHaveLength(1);
    // Not by way of the drop folder.
    expect(readdirSync(join(folder, 'drop'))).toEqual([]);
    rmSync(started);
    while (existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await opened.lying('outbox', [PR_SUBJECT_W])).flat().sort()).toEqual(['One', 'Two']);
  });
});
