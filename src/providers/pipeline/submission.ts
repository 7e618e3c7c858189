import { createHash } from 'node:crypto';
import { fileTimeNow, fileTimeOf, msOf } from '../../base/index.js';
import { ComError, failed, ok } from '../../com/index.js';
import { envelopeOf, type MessageRecipient, renderMime } from '../../convert/index.js';
import {
  AUTO_RESPONSE_SUPPRESS_DR,
  AUTO_RESPONSE_SUPPRESS_NDR,
  type IMAPISupport,
  type IMessage,
  MAPI_E_NOT_ME,
  MAPI_E_TOO_BIG,
  MAPI_E_TOO_COMPLEX,
  MAPI_E_WAIT,
  PR_AUTO_RESPONSE_SUPPRESS,
  PR_CLIENT_SUBMIT_TIME,
  PR_ENTRYID,
  PR_INTERNET_MESSAGE_ID_W,
  PR_NDR_DIAG_CODE,
  PR_NDR_REASON_CODE,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_ORIGINATOR_NON_DELIVERY_REPORT_REQUESTED,
  PR_PROVIDER_SUBMIT_TIME,
  PR_REPORT_TEXT_W,
  PR_REPORT_TIME,
  PR_SUBJECT_W,
  prop,
} from '../../mapi/index.js';
import { contentsOfRtf, decompressRtf, takeResponsibility, wholeRows, withProps } from '../../subsystem/index.js';
import type { Engine } from './engine.js';
import { addressIn, fieldsOf } from './mail/header.js';
import type { NewSubmission } from './queue/types.js';
import type { Settings } from './settings.js';
import { passing } from './trial.js';

/**
 * Puts a message into the queue for those of its recipients who are left to this transport, and says that they are taken
 * care of: all of them, as soon as its MIME copy is durable.
 *
 * @param message the message, open for writing
 * @param engine the queue
 * @param settings whose mailbox it comes from
 * @param support MAPI's side, which reports what can't be rendered
 * @throws {ComError} `MAPI_E_NOT_ME` when no recipient is one of SMTP; `MAPI_E_WAIT` when a report could not be made; what
 *   the message's own methods fail with
 * @spec ixplogon-submitmessage @spec sending-messages-transport-provider-tasks
 */
export async function submit(
  message: IMessage,
  engine: Engine,
  settings: Settings,
  support: IMAPISupport,
): Promise<void> {
  const notifiedAt = Date.now();
  const { from: reversePath, recipients } = await envelopeOf(message, settings);
  const mine = recipients.filter(({ responsibility, address }) => !responsibility && address !== null);
  if (mine.length === 0) throw new ComError(MAPI_E_NOT_ME, 'no recipient left has an SMTP address');
  const one = await described(message, settings, mine, notifiedAt);
  let messageId: string;
  try {
    const rendered = await renderMime(message, { sender: settings, recipients, readRtf, keepTransportHeaders: false });
    const { source, utf8, eightBit } = rendered;
    const body = await engine.queue.bodies.take(source);
    messageId = rendered.messageId;
    const from = fieldsOf(engine.queue.bodies.header(body)).find(([name]) => name === 'from');
    const author = addressIn(from?.[1] ?? settings.address);
    // Reports go to whoever the envelope names; nobody may answer a report with another one.
    const sender =
      reversePath === ''
        ? ''
        : engine.mailboxes.rights(author, settings.address).includes('send-as')
          ? author
          : settings.address;
    passing('rendered');
    await engine.accept({ ...one, sender, author, messageId, utf8, eightBit }, body);
  } catch (error) {
    // What the message is will not change by waiting; what its store could not do may.
    if (!(error instanceof ComError) || (error.hr !== MAPI_E_TOO_BIG && error.hr !== MAPI_E_TOO_COMPLEX)) throw error;
    const why = `The message could not be put into Internet mail: ${error.message}`;
    await report(message, mine, why, support);
    engine.queue.file.transaction(() => engine.queue.intake.refuse(one, why, Date.now()));
    await takeResponsibility(message, [...(await wholeRows(message, idsOf(mine))).values()]);
    return;
  }
  await takeResponsibility(message, [...(await wholeRows(message, idsOf(mine))).values()]);
  await ok(
    message.SetProps([
      prop(PR_PROVIDER_SUBMIT_TIME, fileTimeOf(notifiedAt)),
      // Answers name the message by this identifier, so the sender's own copy has to know it, too.
      prop(PR_INTERNET_MESSAGE_ID_W, messageId),
    ]),
  );
}

const readRtf = (compressed: Uint8Array): ReturnType<typeof contentsOfRtf> => contentsOfRtf(decompressRtf(compressed));

/**
 * What a submission is called by: the same for the same submission, so that the queue takes it once.
 *
 * @param mailbox the mailbox that it comes from
 * @param entry the entry identifier of the message, in hexadecimal digits
 * @param submittedAt PR_CLIENT_SUBMIT_TIME
 */
export const submissionIdOf = (mailbox: string, entry: string, submittedAt: bigint | null): string =>
  createHash('sha256').update(`${mailbox.toLowerCase()} ${entry} ${submittedAt}`).digest('hex').slice(0, 32);

/** All that is known before the message is rendered. Its identifier is the same as long as the submission is. */
async function described(
  message: IMessage,
  { address }: Settings,
  mine: readonly MessageRecipient[],
  notifiedAt: number,
): Promise<NewSubmission> {
  const row = await ok(
    message.GetProps(
      [
        PR_ENTRYID,
        PR_CLIENT_SUBMIT_TIME,
        PR_SUBJECT_W,
        PR_AUTO_RESPONSE_SUPPRESS,
        PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
        PR_ORIGINATOR_NON_DELIVERY_REPORT_REQUESTED,
      ],
      0,
    ),
  );
  const entry = Buffer.from((row.get(PR_ENTRYID) as Uint8Array | null) ?? []).toString('hex');
  const submitted = row.get(PR_CLIENT_SUBMIT_TIME);
  const delivered = row.get(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED) ?? false;
  const undelivered = row.get(PR_ORIGINATOR_NON_DELIVERY_REPORT_REQUESTED) ?? true;
  const unwanted = row.get(PR_AUTO_RESPONSE_SUPPRESS) ?? 0;
  return {
    id: submissionIdOf(address, entry, submitted),
    entry,
    mailbox: address,
    sender: address,
    author: address,
    messageId: '',
    subject: row.get(PR_SUBJECT_W) ?? '',
    utf8: false,
    eightBit: false,
    submittedAt: submitted === null ? notifiedAt : msOf(submitted),
    notifiedAt,
    recipients: mine.map(({ address: to, deliveryReport, nonDeliveryReport }) => ({
      address: to as string,
      reportSuccess: (deliveryReport ?? delivered) && (unwanted & AUTO_RESPONSE_SUPPRESS_DR) === 0,
      reportFailure: (nonDeliveryReport ?? undelivered) && (unwanted & AUTO_RESPONSE_SUPPRESS_NDR) === 0,
    })),
  };
}

async function report(
  message: IMessage,
  recipients: readonly MessageRecipient[],
  why: string,
  support: IMAPISupport,
): Promise<void> {
  const now = fileTimeNow();
  const told = [
    prop(PR_REPORT_TIME, now),
    prop(PR_REPORT_TEXT_W, why),
    // X.400 calls 1 a transfer that can't be.
    prop(PR_NDR_REASON_CODE, 1),
    prop(PR_NDR_DIAG_CODE, -1),
  ];
  const rows = [...(await wholeRows(message, idsOf(recipients))).values()].map((row) => withProps(row, told));
  const hr = await support.StatusRecips(message, rows);
  if (failed(hr)) throw new ComError(MAPI_E_WAIT, 'the report could not be made');
}

const idsOf = (recipients: readonly MessageRecipient[]): ReadonlySet<number> =>
  new Set(recipients.flatMap(({ rowId }) => rowId ?? []));
