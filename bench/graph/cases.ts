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
 *   connection; over such a page of a contents table, opened, restricted, sorted and read in the same process. Each time another of
 *   the first hundred pages is asked for, chosen by chance on both sides: the server has written these five thousand messages before,
 *   as it has for a client that polls, but no page comes twice in a row.
 * - `list-new`: the same, but each request selects the usual properties in an order that none has asked for before, so that the server
 *   has nothing of it at hand: it understands the query anew, and reads and writes every message.
 */
export type GraphTask = 'sendmail' | 'list' | 'list-new';

/** The pages of lists: how many messages are passed over, by chance, but the same in every run. */
export function pagesByChance(): () => number {
  const next = numbersByChance();
  return () => (next() % listPages) * 50;
}

const listPages = 100;

/** What Graph shows of a message when nothing is selected, in another order each time. */
export function selectionsByChance(): () => string {
  const next = numbersByChance();
  const names = usual.split(' ');
  return () => {
    for (let at = names.length - 1; at > 0; at--) {
      const other = next() % (at + 1);
      [names[at], names[other]] = [names[other] as string, names[at] as string];
    }
    return names.join();
  };
}

const usual =
  'createdDateTime lastModifiedDateTime changeKey categories receivedDateTime sentDateTime hasAttachments internetMessageId ' +
  'subject bodyPreview importance parentFolderId conversationId conversationIndex isDeliveryReceiptRequested ' +
  'isReadReceiptRequested isRead isDraft webLink inferenceClassification body sender from toRecipients ccRecipients ' +
  'bccRecipients replyTo flag';

/** Numerical Recipes' generator; its upper bits are the good ones. */
function numbersByChance(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 16;
  };
}

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
  {
    key: 'graph.list_new',
    title: 'the same, never asked for before',
    bound: 0.15,
    task: 'list-new',
    warmUp: 300,
  },
];
