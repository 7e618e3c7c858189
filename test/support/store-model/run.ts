import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { ok } from '../../../src/com/index.js';
import { IMAPIFolder, MAPI_MODIFY, type IMsgStore as Store } from '../../../src/mapi/index.js';
import { checkStore, openStore } from '../../../src/providers/store/index.js';
import { deleteElsewhere } from '../../providers/store/mailbox/stores.js';
import { commands, compareAll, type World } from './commands.js';
import { Mail } from './mail.js';

/** How long a run of the model is. */
export interface ModelRun {
  /** What decides everything that is left to chance; a fresh one when left out. A failure names it. */
  readonly seed?: number;
  /** How many stores are tried. */
  readonly stores: number;
  /** How many steps at most in each. */
  readonly steps: number;
  /** What a failure named besides the seed, to see one counterexample again. */
  readonly path?: string;
}

/**
 * Lets two sessions do random things to one store and a model do the same; every code and everything that can be read must
 * agree, and the store file must be sound in the end. A failure prints the shortest steps that show it, with `seed` and
 * `path`.
 *
 * @param run how long
 */
export async function runModel({ seed, stores, steps, path }: ModelRun): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.commands([...commands], { maxCommands: steps, size: 'max' }), async (todo) => {
      const folder = mkdtempSync(join(tmpdir(), 'comail-model-'));
      try {
        await inStore(join(folder, 'mail.store'), (world) =>
          fc.asyncModelRun(() => ({ model: {}, real: world }), todo).then(() => compareAll(world)),
        );
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: stores, ...(seed === undefined ? {} : { seed }), ...(path === undefined ? {} : { path }) },
  );
}

async function inStore(path: string, step: (world: World) => Promise<void>): Promise<void> {
  {
    using one = await openStore(path, { mode: 'create' });
    using two = await openStore(path);
    using oneInbox = await inboxOf(one);
    using twoInbox = await inboxOf(two);
    const world: World = {
      mail: new Mail(),
      sessions: [
        { store: one, inbox: oneInbox },
        { store: two, inbox: twoInbox },
      ],
      open: [],
      entryIds: new Map(),
      deleteElsewhere: (entryId) => deleteElsewhere(path, entryId),
    };
    try {
      await step(world);
    } finally {
      for (const { message } of world.open) message.Release();
    }
  }
  expect(await checkStore(path)).toEqual([]);
}

async function inboxOf(store: Store): Promise<IMAPIFolder> {
  const { lppEntryID } = await ok(store.GetReceiveFolder('IPM.Note'));
  return (await ok(store.OpenEntry(lppEntryID, IMAPIFolder, MAPI_MODIFY))).lppUnk;
}
