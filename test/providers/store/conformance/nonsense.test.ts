import { afterEach, describe, expect, test } from 'vitest';
import { setLog } from '../../../../src/base/index.js';
import { type AnyIid, E_FAIL, type IUnknown, ok, slots } from '../../../../src/com/index.js';
import {
  FOLDER_GENERIC,
  IAttach,
  IMAPIFolder,
  IMAPITable,
  IMessage,
  IMsgStore,
  PR_ENTRYID,
  PR_SUBJECT_W,
  prop,
} from '../../../../src/mapi/index.js';
import { checkStore } from '../../../../src/providers/store/index.js';
import { Chance } from '../../../long/chance.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, newPath, newStore, post, propOf, recipient } from '../mailbox/stores.js';
import { type Hands, nonsense, plausible, releaseAll } from './nonsense.js';

useLedger();

afterEach(() => setLog(null));

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/** A store with some of everything in it. */
async function filled(path: string) {
  const store = await newStore(path);
  const inbox = await inboxOf(store);
  const work = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'Work', null, null));
  const entryIds = [await post(inbox, 'one'), await post(work, 'two'), (await propOf(work, PR_ENTRYID)) as Uint8Array];
  const message = await ok(inbox.CreateMessage(IMessage));
  await ok(message.SetProps([prop(PR_SUBJECT_W, 'open')]));
  await ok(message.ModifyRecipients(0, [recipient('Ann')]));
  const { lppAttach } = await ok(message.CreateAttach(IAttach));
  await ok(message.SaveChanges(2));
  const table = await ok(inbox.GetContentsTable());
  const hierarchy = await ok(inbox.GetHierarchyTable());
  const released = await folderOf(store, null);
  released.Release();
  const alive = [store, inbox, work, message, lppAttach, table, hierarchy];
  return { store, inbox, message, attach: lppAttach, table, hierarchy, hands: { alive, released, entryIds } };
}

const targets: readonly (readonly [AnyIid, 'store' | 'inbox' | 'message' | 'attach' | 'table' | 'hierarchy'])[] = [
  [IMsgStore, 'store'],
  [IMAPIFolder, 'inbox'],
  [IMessage, 'message'],
  [IAttach, 'attach'],
  [IMAPITable, 'table'],
  [IMAPITable, 'hierarchy'],
];

const cases = targets.flatMap(([iid, name]) =>
  slots(iid)
    .filter(({ declaredBy }) => declaredBy.base !== null)
    .map((slot) => ({ iid, name, method: slot.name, inputs: slot.signature.inputs })),
);

/** What a call answered to a caller: its code, which must be one. */
function codeOf(answer: unknown): unknown {
  return Array.isArray(answer) ? answer[0] : answer;
}

async function call(object: IUnknown, method: string, args: readonly unknown[]): Promise<unknown> {
  const answer = (object as unknown as Record<string, Method>)[method]?.(...args);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), 15_000);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

describe('A call that makes no sense is answered by a code, never by an exception', () => {
  test.each(cases)('$iid.name::$method of the $name', async ({ name, method, inputs }) => {
    const logged: unknown[] = [];
    setLog({
      error: (message, error) =>
        void logged.push(`${message}: ${error instanceof Error ? error.stack : String(error)}`),
      warn: () => undefined,
    });
    const path = newPath();
    const { hands, ...objects } = await filled(path);
    const chance = new Chance(cases.findIndex((each) => each.name === name && each.method === method));
    try {
      for (let round = 0; round < 40; round++) {
        const args = inputs.map((parameter) =>
          chance.below(round % 2 === 0 ? 2 : 4) === 0 ? nonsense(chance, hands) : plausible(parameter, chance, hands),
        );
        const shown = () => `${method}(${args.map(show).join(', ')})`;
        let answer: unknown;
        try {
          answer = await call(objects[name], method, args);
        } catch (error) {
          throw new Error(`${shown()} threw ${String(error)}`, { cause: error });
        }
        const hr = codeOf(answer);
        expect(Number.isInteger(hr), `${shown()} answered ${String(hr)}`).toBe(true);
        expect(logged, `${shown()} is a bug`).toEqual([]);
        expect(hr, shown()).not.toBe(E_FAIL);
        releaseAll(answer);
      }
    } finally {
      release(hands);
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(await checkStore(path)).toEqual([]);
  });

  test.each(targets.map(([, name]) => name))('also of the %s after its release', async (name) => {
    const { hands, ...objects } = await filled(newPath());
    release(hands);
    const chance = new Chance(1);
    for (const { method, inputs } of cases.filter((each) => each.name === name)) {
      const args = inputs.map((each) => plausible(each, chance, hands));
      const hr = codeOf(await call(objects[name], method, args));
      expect(Number.isInteger(hr) && (hr as number) < 0, method).toBe(true);
    }
  });
});

function release({ alive }: Hands): void {
  for (const pointer of [...alive].reverse()) pointer.Release();
}

function show(value: unknown): string {
  try {
    if (typeof value === 'string') return JSON.stringify(value.slice(0, 20));
    if (typeof value === 'bigint') return `${value}n`;
    if (value instanceof Uint8Array) return `bytes(${value.length})`;
    if (typeof value === 'object' && value !== null) return JSON.stringify(value)?.slice(0, 60) ?? 'object';
    return String(value);
  } catch {
    return 'unspeakable';
  }
}
