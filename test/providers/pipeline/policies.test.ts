import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAPI_E_UNCONFIGURED, PR_BODY_W, PR_STATUS_STRING_W, prop } from '../../../src/mapi/index.js';
import { registerPolicyAgent } from '../../../src/providers/pipeline/index.js';
import { pieceBytes } from '../../../src/providers/pipeline/limits.js';
import { useLedger } from '../../support/ledger.js';
import { submit } from '../../support/store-programs/client.js';
import { exchange, type Resident, reconfigured, steps, Town, transportStatus } from './town.js';

let town: Town;
let ann: Resident;
beforeAll(async () => {
  town = await Town.open();
  ann = await town.stays('ann');
  await exchange(ann);
});
afterAll(async () => await town[Symbol.asyncDispose]());

let changes = 0;
/** Writes a module beside pipeline.json; each time it is as if some time had passed. */
function module(name: string, text: string): void {
  const path = join(town.system, name);
  writeFileSync(path, text);
  utimesSync(path, 1, 1_000_000 + changes++);
}

async function fifth(subject: string): Promise<readonly string[]> {
  const entryId = await submit(ann.store, subject, ['carl@far.example']);
  await exchange(ann);
  return steps(town.trace(entryId)).filter((step) => step.startsWith('5'));
}

describe('Policies that pipeline.json names', () => {
  useLedger();

  test('are modules whose default export is a policy, or several; changed ones count from the next configuration on', async () => {
    module(
      'guard.mjs',
      "export default { name: 'guard', onSubmitted(mail) { if (/x/.test(mail.subject)) mail.reject('no x'); } };",
    );
    module(
      'two.mjs',
      "const on = () => undefined;\nexport default [{ name: 'a', onRouted: (mail) => mail.addHeader('X-A', '1') }, { name: 'b', onResolved: on }];",
    );
    town.configure({ policies: ['guard.mjs', 'two.mjs'] });
    expect(await reconfigured(ann)).toBe(0);
    expect(await fifth('xylophone')).toEqual(['5 rejected carl@far.example']);
    expect(await fifth('piano')).toEqual(['5 header-added', '5 routed carl@far.example']);
    module(
      'guard.mjs',
      "export default { name: 'guard', onSubmitted(mail) { if (/p/.test(mail.subject)) mail.reject('no p'); } };",
    );
    expect(await fifth('pipe')).toEqual(['5 header-added', '5 routed carl@far.example']);
    expect(await reconfigured(ann)).toBe(0);
    expect(await fifth('pipe')).toEqual(['5 rejected carl@far.example']);
    town.configure({});
    expect(await reconfigured(ann)).toBe(0);
    expect(await fifth('xylophone')).toEqual(['5 routed carl@far.example']);
  });

  test('that are missing, broken, or something else are told of, and all stays as it was: MAPI_E_UNCONFIGURED', async () => {
    const complaint = async (policies: unknown): Promise<unknown> => {
      town.configure({ policies });
      expect(await reconfigured(ann)).toBe(MAPI_E_UNCONFIGURED);
      return await transportStatus(ann, PR_STATUS_STRING_W);
    };
    expect(await complaint('guard.mjs')).toMatch(/policies is "guard\.mjs"; write an array/);
    expect(await complaint(['none.mjs'])).toMatch(/policies\[0\] is .*none\.mjs, which is no file/);
    module('broken.mjs', "throw new Error('out of order');");
    expect(await complaint(['broken.mjs'])).toMatch(/the policies of .*broken\.mjs can't be loaded: out of order/);
    for (const text of [
      'export const name = 1;',
      "export default { name: 'idle' };",
      "export default [{ name: 'a', onRouted: 1 }];",
      'export default [];',
    ]) {
      module('other.mjs', text);
      expect(await complaint(['other.mjs'])).toMatch(/other\.mjs has no policy as its default export/);
    }
    expect(await fifth('still')).toEqual(['5 routed carl@far.example']);
  });
});

test('A policy reads all bytes of a message that is larger than one piece, piece by piece', async () => {
  const sizes: number[] = [];
  let read = '';
  const end = registerPolicyAgent({
    name: 'reader',
    onSubmitted(mail) {
      for (const chunk of mail.chunks()) {
        sizes.push(chunk.length);
        read += Buffer.from(chunk).toString('latin1');
      }
      expect(read).toHaveLength(mail.size);
    },
  });
  const body = `${'All of these words are looked at by somebody.\r\n'.repeat(25_000)}The end.\r\n`;
  const entryId = await submit(ann.store, 'long', ['carl@far.example'], [prop(PR_BODY_W, body)]);
  await exchange(ann);
  end();
  expect(Math.max(...sizes)).toBe(pieceBytes);
  expect(sizes.length).toBeGreaterThan(1);
  expect(read.endsWith(body)).toBe(true);
  expect(steps(town.trace(entryId))).toContain('5 routed carl@far.example');
});
