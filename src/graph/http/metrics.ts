import { ok } from '../../com/index.js';
import type { Box } from '../mailbox/box.js';
import type { GraphCounts } from './server.js';

/**
 * What is counted, as Prometheus reads it.
 *
 * @param counts requests
 * @param boxes the mailboxes, each with what waits in it to be sent
 */
export async function metrics(counts: GraphCounts, boxes: readonly Box[]): Promise<string> {
  const lines = [
    '# HELP comail_graph_requests_total Requests answered, by status.',
    '# TYPE comail_graph_requests_total counter',
    ...[...counts.statuses].sort().map(([status, count]) => `comail_graph_requests_total{status="${status}"} ${count}`),
    '# HELP comail_graph_requests_active Requests under way.',
    '# TYPE comail_graph_requests_active gauge',
    `comail_graph_requests_active ${counts.active}`,
    '# HELP comail_outgoing_messages Messages that wait to be sent.',
    '# TYPE comail_outgoing_messages gauge',
  ];
  for (const { store, userPrincipalName } of boxes) {
    using queue = await ok(store.GetOutgoingQueue(0));
    const mailbox = userPrincipalName.replaceAll(/["\\\n]/g, '_');
    lines.push(`comail_outgoing_messages{mailbox="${mailbox}"} ${await ok(queue.GetRowCount(0))}`);
  }
  return `${lines.join('\n')}\n`;
}
