import { createHash } from 'node:crypto';
import type { MessagePlan } from '../../src/convert/index.js';
import {
  PR_ATTACH_LONG_FILENAME_W,
  PR_BODY_W,
  PR_EMAIL_ADDRESS_W,
  PR_HTML,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SUBJECT_W,
  type PropValue,
} from '../../src/mapi/index.js';

/** What both sides must have seen of a message; line ends do not count. */
export const shown = (...what: readonly unknown[]): string =>
  JSON.stringify(what)
    .replaceAll('\\r\\n', '\\n')
    .replaceAll(/(?:\\n)+"/g, '"');

/**
 * What both sides must have seen of a message.
 *
 * @param plan what was read
 */
export function shownPlan({ props, recipients, attachments }: MessagePlan): string {
  const of = (list: readonly PropValue[], tag: number): unknown => list.find(([one]) => one === tag)?.[1];
  const html = of(props, PR_HTML) as Uint8Array;
  const hashes = attachments.map((one) => [
    of(one.props, PR_ATTACH_LONG_FILENAME_W),
    createHash('sha256')
      .update(one.content as Uint8Array)
      .digest('hex'),
  ]);
  return shown(
    of(props, PR_SUBJECT_W),
    of(props, PR_SENDER_EMAIL_ADDRESS_W),
    of(recipients[0] ?? [], PR_EMAIL_ADDRESS_W),
    of(props, PR_BODY_W),
    Buffer.from(html).toString('utf8'),
    hashes,
  );
}
