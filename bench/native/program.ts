// One side of the row about native calls in a process of its own.
import { createRequire } from 'node:module';
import { type Iid, type IUnknown, IUnknown as IUnknownIid, iid, type Ret } from '../../src/com/index.js';
import { openNative } from '../../src/native/index.js';
import { serve } from '../process/worker.js';
import type { Effort } from '../sender/program.js';

/** Who calls. */
export type NativeSide = 'comail' | 'plain';

/** The questions such a process answers. */
export type NativeQuestions = {
  /** Makes ready; null when the addon is there, else why it is not. */
  open: (setup: { readonly by: NativeSide; readonly addon: string }) => Promise<string | null>;
  /** Calls so many times. */
  round: (count: number) => Promise<Effort>;
};

/** An object that adds up. */
interface ICounter extends IUnknown {
  Add(by: number): Ret<number>;
}
const ICounter: Iid<ICounter> = iid<ICounter, IUnknown>(
  'ICounter',
  '8F0C1D5A-52C3-4B7B-9B0B-1C7E4E2E9C11',
  IUnknownIid,
  { Add: '(ULONG by, [out] ULONG *sum)' },
);

interface Plain {
  makeCounter(): bigint;
  addPlainly(by: number): number;
}

let add: ((by: number) => number) | null = null;

const answers: NativeQuestions = {
  async open({ by, addon }) {
    process.env['COMAIL_ADDON'] = addon;
    let plain: Plain;
    try {
      plain = createRequire(import.meta.url)(addon) as Plain;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    if (by === 'plain') {
      add = (number) => plain.addPlainly(number);
      return null;
    }
    const counter = openNative().adopt(plain.makeCounter(), ICounter) as ICounter;
    add = (number) => counter.Add(number)[1] ?? 0;
    return null;
  },

  async round(count) {
    if (!add) throw new Error('nothing is open');
    const cpu = process.cpuUsage();
    const begin = performance.now();
    const before = add(0);
    for (let i = 0; i < count; i++) add(1);
    const after = add(0);
    if (after - before !== count) throw new Error(`${count} calls added ${after - before}`);
    const seconds = (performance.now() - begin) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    return { seconds, cpuSeconds: (user + system) / 1e6 };
  },
};

serve(answers);
