/** One row of the table about sending through MAPI. */
export interface SpoolCase {
  /** Key of the row in the JSON object. */
  readonly key: string;
  /** What is measured, for people. */
  readonly title: string;
  /** What the rate of the first side over that of the second must reach. */
  readonly bound: number;
  /** Who is measured against whom. */
  readonly sides: readonly [SpoolTask, SpoolTask];
  /** How many letters each sends before anything is timed. */
  readonly warmUp: number;
}

/**
 * What is done in the rounds of a side.
 *
 * - `submit`: `IMessage::SubmitMessage` of one session, each when the last has answered. An answer comes when the transaction is
 *   on the disk: the store commits with `synchronous = NORMAL` and then forces the log to the disk itself, which promises what
 *   `FULL` promises (decision 0012).
 * - `submit-group`: the same of 16 sessions at once.
 * - `raw-submit`: the same rows, inserted by the driver alone, each message a transaction under `synchronous = FULL`.
 * - `spool`: what 16 sessions have submitted beforehand leaves through one session's spooler, from MAPILogonEx to the empty queue.
 * - `nodemailer`: the same text and HTML through nodemailer's pool, and no store.
 * - `backlog`, `no-backlog`: from MAPILogonEx on, while so many messages wait in the queue from beginning to end: for each that
 *   leaves it, another is submitted.
 */
export type SpoolTask = 'submit' | 'submit-group' | 'raw-submit' | 'spool' | 'nodemailer' | 'backlog' | 'no-backlog';

/** Messages that wait in the queue all the time. */
export const waiting: Readonly<Partial<Record<SpoolTask, number>>> = { backlog: 50_000, 'no-backlog': 100 };

/** All rows, in the order in which they are measured. */
export const spoolCases: readonly SpoolCase[] = [
  {
    key: 'store.submit',
    title: 'SubmitMessage one by one, over raw commits',
    bound: 0.6,
    sides: ['submit', 'raw-submit'],
    warmUp: 3000,
  },
  {
    key: 'store.submit_group',
    title: '16 sessions at once, over one by one',
    bound: 4,
    sides: ['submit-group', 'submit'],
    warmUp: 3000,
  },
  {
    key: 'spool.throughput',
    title: 'submitted to delivered, 10 connections',
    bound: 1,
    sides: ['spool', 'nodemailer'],
    warmUp: 3000,
  },
  {
    key: 'spool.backlog',
    title: 'with 50,000 waiting, over 100 waiting',
    bound: 0.8,
    sides: ['backlog', 'no-backlog'],
    warmUp: 2000,
  },
];
