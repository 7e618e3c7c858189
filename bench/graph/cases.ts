/** One row of the table about Graph's mail API. */
export interface GraphCase {
  /** Key of the row in the JSON object. */
  readonly key: string;
  /** What is measured, for people. */
  readonly title: string;
  /** What our rate over HTTP over that of the store must reach. */
  readonly bound: number;
  readonly task: GraphTask;
  /** How often each side does it before anything is timed. */
  readonly warmUp: number;
}

/**
 * What is done in the rounds of a side.
 *
 * - `sendmail`: POST /me/sendMail with text and HTML of 2 KB until 202, over 10 connections; over the same letters, created and
 *   submitted in the store ten at a time.
 * - `list`: a page of 50 of 100,000 messages, filtered and sorted, all that Graph shows of each when nothing is selected, over one
 *   connection; over the same page of a contents table, opened, restricted, sorted and read in the same process.
 */
export type GraphTask = 'sendmail' | 'list';

/** Connections that send at once. */
export const callers = 10;

/** All rows, in the order in which they are measured. */
export const graphCases: readonly GraphCase[] = [
  {
    key: 'graph.sendmail',
    title: 'POST /me/sendMail, 10 connections, over SubmitMessage',
    bound: 0.5,
    task: 'sendmail',
    warmUp: 3000,
  },
  {
    key: 'graph.list',
    title: 'GET messages, 50 of 100,000, over the page of the table',
    bound: 0.4,
    task: 'list',
    warmUp: 300,
  },
];
