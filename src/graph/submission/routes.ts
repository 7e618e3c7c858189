import { msOf } from '../../base/index.js';
import { ok } from '../../com/index.js';
import { PR_CLIENT_SUBMIT_TIME, PR_ENTRYID, PR_SUBJECT_W } from '../../mapi/index.js';
import type { SubmissionEvent, SubmissionTrace } from '../../subsystem/index.js';
import { GraphError, itemNotFound } from '../http/error.js';
import type { JsonObject } from '../http/json.js';
import { nextLink } from '../http/links.js';
import { type Answer, type Call, paramOf, READ, type Route, SEND } from '../http/route.js';
import { idOf } from '../mailbox/ids.js';
import type { GraphMailSystem } from '../mailbox/system.js';
import { queryOf } from '../odata/query.js';

/** What happened to what was sent: an extension of ours, which Graph has not. */
export const submissionRoutes: readonly Route[] = [
  { method: 'GET', path: '/submissions', scopes: [...READ, ...SEND], summary: 'List submissions (comail)', run: list },
  {
    method: 'GET',
    path: '/submissions/:submission',
    scopes: [...READ, ...SEND],
    summary: 'Tell what happened to a submission, step by step (comail)',
    run: get,
  },
];

async function list(call: Call): Promise<Answer> {
  const query = queryOf(call.query, ['$top', '$skip', '$count']);
  const system = systemOf(call);
  const mailbox = call.box.userPrincipalName;
  // What has not come into the queue yet is newer than all that has.
  const fresh = (await waitingIn(call, system)).filter(({ id }) => system.trace(id) === null).reverse();
  const early = fresh.slice(query.skip, query.skip + query.top);
  const { count, traces } = system.submissions(
    mailbox,
    Math.max(0, query.skip - fresh.length),
    query.top - early.length,
  );
  const all = fresh.length + count;
  const next = query.skip + query.top;
  return {
    status: 200,
    body: {
      '@odata.context': `${call.root}/$metadata#${call.entity}/submissions`,
      ...(query.count ? { '@odata.count': all } : {}),
      value: [...early, ...traces].map(shown),
      ...(next < all ? { '@odata.nextLink': nextLink(call, next) } : {}),
    },
  };
}

async function get(call: Call): Promise<Answer> {
  queryOf(call.query, []);
  const id = paramOf(call, 'submission');
  const trace = await traceOf(call, id);
  if (trace === null) throw itemNotFound();
  return {
    status: 200,
    body: {
      '@odata.context': `${call.root}/$metadata#${call.entity}/submissions/$entity`,
      ...shown(trace),
      events: trace.events.map(shownEvent),
    },
  };
}

async function traceOf(call: Call, id: string): Promise<SubmissionTrace | null> {
  const system = systemOf(call);
  const own = call.box.userPrincipalName.toLowerCase();
  const waiting = system.trace(id) === null ? (await waitingIn(call, system)).find((one) => one.id === id) : undefined;
  // Between the two looks it may have left the one place for the other.
  const trace = system.trace(id) ?? waiting;
  return trace?.mailbox.toLowerCase() === own ? trace : null;
}

function systemOf({ box }: Call): GraphMailSystem {
  if (box.system) return box.system;
  throw new GraphError(
    400,
    'ErrorInvalidOperation',
    'The mailbox belongs to no mail system, which alone keeps traces.',
  );
}

/** What was submitted and waits for the transport: step 1 alone has happened. */
async function waitingIn({ box }: Call, system: GraphMailSystem): Promise<readonly SubmissionTrace[]> {
  using queue = await ok(box.store.GetOutgoingQueue(0));
  await ok(queue.SetColumns([PR_ENTRYID, PR_CLIENT_SUBMIT_TIME, PR_SUBJECT_W]));
  const rows = await ok(queue.QueryRows(1_000_000, 0));
  return rows.flatMap((row) => {
    const [entryId, at] = [row.get(PR_ENTRYID), row.get(PR_CLIENT_SUBMIT_TIME)];
    return entryId === null || at === null
      ? []
      : [submitted(system, box.userPrincipalName, entryId, at, row.get(PR_SUBJECT_W))];
  });
}

function submitted(
  system: GraphMailSystem,
  mailbox: string,
  entryId: Uint8Array,
  at: bigint,
  subject: string | null,
): SubmissionTrace {
  const event: SubmissionEvent = {
    at: msOf(at),
    step: 1,
    outcome: 'submitted',
    recipient: null,
    hop: null,
    reply: null,
  };
  return {
    id: system.submissionId(mailbox, entryId, at),
    entry: Buffer.from(entryId).toString('hex'),
    messageId: '',
    subject: subject ?? '',
    mailbox,
    done: false,
    events: [event],
  };
}

const shown = ({ id, entry, messageId, subject, done, events }: SubmissionTrace): JsonObject => ({
  '@odata.type': '#comail.submission',
  id,
  createdDateTime: events[0] ? instant(events[0].at) : null,
  messageId: entry === '' ? null : idOf(Buffer.from(entry, 'hex')),
  internetMessageId: messageId === '' ? null : messageId,
  subject,
  isDone: done,
});

const shownEvent = ({ at, step, outcome, recipient, hop, reply }: SubmissionEvent): JsonObject => ({
  dateTime: instant(at),
  step,
  outcome,
  recipient,
  nextHop: hop,
  reply,
});

const instant = (at: number): string => new Date(at).toISOString();
