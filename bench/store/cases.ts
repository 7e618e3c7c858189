import type { StoreSetup, StoreTask } from './contender.js';

/** One row of the table about the store. */
export interface StoreCase {
  /** Key of the row in the JSON object. */
  readonly key: string;
  /** What is measured, for people. */
  readonly title: string;
  /** `rate`: the first side's over the second's; `time`: the time of the first over that of the second; `memory`: MB. */
  readonly measure: 'rate' | 'time' | 'memory';
  /** What a rate must reach, and what a time or memory must stay under. */
  readonly bound: number;
  /** Who is measured against whom. */
  readonly sides: readonly [StoreSide, StoreSide];
  /** How often each does it before anything is timed. */
  readonly warmUp: number;
}

interface StoreSide {
  readonly by: StoreSetup['by'];
  readonly task: StoreTask;
}

const against = (task: StoreTask) => [ours(task), { by: 'raw', task }] as const;
const ours = (task: StoreTask) => ({ by: 'comail', task }) as const;

/** All rows, in the order in which they are measured. */
export const storeCases: readonly StoreCase[] = [
  {
    key: 'store.create_batch',
    title: 'messages of 20 properties, 64 saves under way',
    measure: 'rate',
    bound: 0.4,
    sides: against('create'),
    warmUp: 6000,
  },
  {
    key: 'store.open_getprops',
    title: 'open any of 100,000 and get 20 properties',
    measure: 'rate',
    bound: 0.35,
    sides: against('open'),
    warmUp: 20_000,
  },
  {
    key: 'store.stream',
    title: '100 MB into an attachment and back',
    measure: 'rate',
    bound: 0.3,
    sides: against('stream'),
    warmUp: 1,
  },
  {
    key: 'store.rss_mb',
    title: 'memory above idle for it, MB',
    measure: 'memory',
    bound: 40,
    sides: against('stream'),
    warmUp: 0,
  },
  {
    key: 'table.page',
    title: '50 of 100,000, restricted and sorted',
    measure: 'rate',
    bound: 0.5,
    sides: against('page'),
    warmUp: 1000,
  },
  {
    key: 'table.growth',
    title: 'that page, over the page of 1,000',
    measure: 'time',
    bound: 2,
    sides: [ours('page'), ours('small-page')],
    warmUp: 1000,
  },
  {
    key: 'table.deep',
    title: 'the page at row 50,000, over the first',
    measure: 'time',
    bound: 2,
    sides: [ours('deep-page'), ours('page')],
    warmUp: 1000,
  },
  {
    key: 'table.seek',
    title: 'SeekRow to row 50,000, over the first page',
    measure: 'time',
    bound: 40,
    sides: [ours('seek'), ours('page')],
    warmUp: 20,
  },
];
