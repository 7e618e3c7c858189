import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BridgeServer } from '../../src/bridge/index.js';
import { PR_SUBJECT_W, prop } from '../../src/mapi/index.js';
import { PR_SMTP_PORT } from '../../src/providers/smtp/index.js';
import { endOfSimpleSessions } from '../../src/subsystem/index.js';
import { Office } from '../subsystem/simple/office.js';
import { crossing } from './support/crossing.js';
import { registerMailClient, unregisterMailClient } from './support/mailclient.js';
import { bitnesses, built, missing, start, windowsPath } from './support/run.js';

/** A function: the step that calls it, and what it answers when its service goes in its middle, when none is there, when the next one is. */
interface Round {
  readonly step: string;
  /** What is done first, and what it answers, if it says so. */
  readonly first?: readonly [step: string, ...said: readonly string[]];
  /** The call of the new connection that is lost: behind that which logs the session on again. */
  readonly call?: number;
  readonly answers: readonly [lost: string, down: string, up: string];
}

const failing = (step: string, up = '0'): Round => ({ step, answers: ['2', '2', up] });
const sending = (step: string): Round => ({ step, answers: ['0', '0', '0'] });

const bob = '0 "bob@example.org" "SMTP:bob@example.org" with entry';

const passedOn: readonly Round[] = [
  sending('send to:Bob=SMTP:bob@example.org A Text 0'),
  sending('sendw bob@example.org W Text 0'),
  { ...sending('documents ; FILE null'), call: 1 },
  { ...failing('find null 16384'), first: ['forget'] },
  failing('read 2048'),
  failing('save Saved Text'),
  failing('resolve bob@example.org', bob),
  failing('delete'),
  { ...sending('logon Work null 2'), call: 1 },
  // Its session ends with the first of them, if not with its connection.
  { step: 'logoff', first: ['resolve bob@example.org', `> resolve -> ${bob}`], call: 3, answers: ['0', '19', '19'] },
];
/** Those that Wine's mapi32.dll does not pass on. */
const ofOurs: readonly Round[] = [
  failing('details x', '21'),
  failing('address ann@example.org 4', '0 1 "SMTP:ann@example.org"'),
];

describe.skipIf(missing).each(bitnesses)(
  'each function of Simple MAPI whose service goes in its middle, %s',
  (bits) => {
    beforeAll(registerMailClient);
    afterAll(unregisterMailClient);

    const answersOf = async (office: Office, rounds: readonly Round[], more: NodeJS.ProcessEnv = {}) => {
      const { folder } = office.desk;
      const place = join(folder, 'bridge');
      const file = join(folder, 'plan.txt');
      writeFileSync(file, 'plan');
      const sign = (name: string): string => `ready ${windowsPath(join(folder, name))} ${name}`;
      const steps = rounds.flatMap(({ step, first }, at) => {
        const called = step.replace('FILE', windowsPath(file));
        return [sign(`lost${at}`), ...(first ? [first[0]] : []), called, called, sign(`up${at}`), called];
      });
      let service = await BridgeServer.open({ file: place });
      const running = start(built(bits, 'simple-host.exe'), ['logon Work null 2', 'save First Text', ...steps], {
        COMAIL_BRIDGE: windowsPath(place),
        ...more,
      });
      let lost = 0;
      for (const [at, { call = 2 }] of rounds.entries()) {
        await running.printed(`ready lost${at}`);
        await service.close();
        const losing = await BridgeServer.open({ file: place });
        const end = await crossing(place, { kind: 'call', count: call }, async () => {
          lost++;
          await losing.close();
        });
        writeFileSync(join(folder, `lost${at}`), '');
        await running.printed(`ready up${at}`);
        end();
        service = await BridgeServer.open({ file: place });
        writeFileSync(join(folder, `up${at}`), '');
      }
      const { lines } = await running.ended;
      await service.close();
      await endOfSimpleSessions();
      const said = lines.filter((line) => line.startsWith('> ')).map((line) => line.trim());
      expect(lost).toBe(rounds.length);
      expect(said.slice(0, 2)).toEqual(['> logon -> 0', '> save -> 0']);
      return said.slice(2);
    };
    const expected = (rounds: readonly Round[]): readonly string[] =>
      rounds.flatMap(({ step, first: [, ...said] = [''], answers }) => [
        ...said,
        ...answers.map((answer) => `> ${step.split(' ')[0]} -> ${answer}`),
      ]);

    test('through mapi32.dll: what sends succeeds each time and sends once, what asks fails until the next one is there', async () => {
      // Nobody listens at that port: what is submitted stays in the Outbox.
      await using office = await Office.open({}, { account: [prop(PR_SMTP_PORT, 1)] });
      expect(await answersOf(office, passedOn)).toEqual(expected(passedOn));
      expect((await office.lying('outbox', [PR_SUBJECT_W])).flat().sort()).toEqual(['A', 'A', 'A', 'W', 'W', 'W']);
      expect((await office.lying('drafts', [PR_SUBJECT_W])).flat()).toEqual(Array(3).fill('plan.txt'));
    });

    test('MAPIDetails and MAPIAddress', async () => {
      await using office = await Office.open();
      const ours = { COMAIL_MAPI_DLL: windowsPath(built(bits, 'comail-mapi.dll')) };
      const said = (await answersOf(office, ofOurs, ours)).map((line) => line.replace(/-> 2 0$/, '-> 2'));
      expect(said).toEqual(expected(ofOurs));
    });
  },
);
