import { ComError, check, describe, failed, type HResult, ok } from '../../com/index.js';
import {
  envelopeOf,
  type MessageEnvelope,
  type MessageRecipient,
  type RenderedMime,
  renderMime,
} from '../../convert/index.js';
import {
  type AdrEntry,
  type FileTime,
  type IMAPISupport,
  type IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_DIAG_MAIL_ADDRESS_INCORRECT,
  MAPI_E_CANCEL,
  MAPI_E_NETWORK_ERROR,
  MAPI_E_NOT_ME,
  MAPI_E_TOO_BIG,
  MAPI_E_TOO_COMPLEX,
  MAPI_E_WAIT,
  MAPI_W_CANCEL_MESSAGE,
  PR_INTERNET_MESSAGE_ID_W,
  PR_PROVIDER_SUBMIT_TIME,
  PR_TRANSPORT_STATUS,
  prop,
} from '../../mapi/index.js';
import { contentsOfRtf, decompressRtf, takeResponsibility, wholeRows } from '../../subsystem/index.js';
import { checkAddress, WireError } from '../../wire/index.js';
import { RECIPIENTS_AT_ONCE, RETRY_NETWORK, RETRY_REFUSED } from './limits.js';
import { reportEntry } from './rows.js';
import { SMTP_TRANSPORT_IN_DOUBT } from './tags.js';
import { type Delivery, Transfer } from './transfer.js';
import { failedHere, type Later, type Verdict } from './verdict.js';

/** What one call of SubmitMessage works with. */
export interface SubmissionContext {
  /** MAPI's side. */
  readonly support: IMAPISupport;
  /** Whose account it is: stands for a sender that the message does not name. */
  readonly sender: { readonly name: string; readonly address: string };
  /** Sends. */
  readonly deliver: Delivery;
  /** Whether the message is to be given up. */
  readonly cancelled: () => boolean;
  /** The time. */
  readonly now: () => FileTime;
}

/**
 * Sends a message to those of its recipients who are left to this transport, and says of each what became of it: true
 * PR_RESPONSIBILITY for who has it and for who never will, a report for the latter; false for who may have it later.
 *
 * @param message the message, open for writing
 * @param context what it works with
 * @throws {ComError} `MAPI_E_NOT_ME` when no recipient is one of SMTP; `MAPI_E_CANCEL` when it was given up;
 *   `MAPI_E_WAIT` and `MAPI_E_NETWORK_ERROR`, with seconds as its value, when some are left; what the message's own methods
 *   fail with
 * @spec ixplogon-submitmessage @spec sending-messages-transport-provider-tasks
 */
export async function submit(message: IMessage, context: SubmissionContext): Promise<void> {
  const envelope = await envelopeOf(message, context.sender);
  const mine = envelope.recipients.filter(({ responsibility, address }) => !responsibility && address !== null);
  if (mine.length === 0) throw new ComError(MAPI_E_NOT_ME, 'no recipient left has an SMTP address');
  await leaveWhenCancelled(context);
  const verdicts = new Map<string, Verdict>();
  const sender = senderTrouble(envelope.from);
  for (const { address } of mine) {
    const wrong = sender ?? addressTrouble(address as string);
    if (wrong !== null) verdicts.set(address as string, failedHere(wrong, MAPI_DIAG_MAIL_ADDRESS_INCORRECT));
  }
  const rendered = await render(message, context, envelope.recipients, mine, verdicts);
  const delivering = rendered === null ? false : await sendAll(rendered, envelope, mine, verdicts, context);
  await settle(message, rendered, mine, verdicts, context, delivering, envelope.deliveryReport);
}

/** Whether the server itself reports deliveries; else the transport does, as far as it sees. */
type ServerReports = boolean;

async function render(
  message: IMessage,
  context: SubmissionContext,
  all: readonly MessageRecipient[],
  recipients: readonly MessageRecipient[],
  verdicts: Map<string, Verdict>,
): Promise<RenderedMime | null> {
  try {
    return await renderMime(message, {
      sender: context.sender,
      recipients: all,
      readRtf,
      keepTransportHeaders: false,
    });
  } catch (error) {
    // What the message is will not change by waiting; what its store could not do may.
    if (!(error instanceof ComError) || (error.hr !== MAPI_E_TOO_BIG && error.hr !== MAPI_E_TOO_COMPLEX)) throw error;
    const verdict = failedHere(`The message could not be put into Internet mail: ${error.message}`);
    for (const { address } of recipients) verdicts.set(address as string, verdict);
    return null;
  }
}

const readRtf = (compressed: Uint8Array): ReturnType<typeof contentsOfRtf> => contentsOfRtf(decompressRtf(compressed));

async function sendAll(
  rendered: RenderedMime,
  { from, deliveryReport: wanted }: MessageEnvelope,
  recipients: readonly MessageRecipient[],
  verdicts: Map<string, Verdict>,
  context: SubmissionContext,
): Promise<ServerReports> {
  // Of a report nobody hears more (RFC 3461 section 4.1): there is no address to which it would go.
  const silent = from === '';
  const unique = new Map(recipients.map((each) => [each.address as string, each]));
  const left = [...unique].filter(([address]) => !verdicts.has(address));
  const transfer = new Transfer(context.deliver, rendered, from ?? context.sender.address, context.cancelled);
  for (let at = 0; at < left.length; at += RECIPIENTS_AT_ONCE) {
    if (at > 0) await leaveWhenCancelled(context);
    const batch = left.slice(at, at + RECIPIENTS_AT_ONCE);
    const outcome = await transfer.send(
      batch.map(([address, { deliveryReport }]) => ({ address, report: !silent && (deliveryReport ?? wanted) })),
    );
    for (const [address, verdict] of outcome) verdicts.set(address, verdict);
    // The rest would end in the same way now, so it is spared.
    const stopped = [...outcome.values()].find((verdict) => verdict.kind === 'later' && verdict.network);
    if (stopped !== undefined) {
      for (const [address] of left.slice(at + RECIPIENTS_AT_ONCE))
        verdicts.set(address, { ...stopped, inDoubt: false } as Verdict);
      break;
    }
  }
  return transfer.serverReports;
}

async function settle(
  message: IMessage,
  rendered: RenderedMime | null,
  recipients: readonly MessageRecipient[],
  verdicts: ReadonlyMap<string, Verdict>,
  context: SubmissionContext,
  serverReports: ServerReports,
  wanted: boolean,
): Promise<void> {
  const told = recipients.flatMap((recipient) => {
    const verdict = verdicts.get(recipient.address as string);
    return verdict === undefined || recipient.rowId === null ? [] : [{ recipient, rowId: recipient.rowId, verdict }];
  });
  const done = told.filter(({ verdict }) => verdict.kind !== 'later');
  const rows = await wholeRows(message, new Set(done.map(({ rowId }) => rowId)));
  const now = context.now();
  const reports: AdrEntry[] = [];
  const marks: Record<'delivered' | 'failed', AdrEntry[]> = { delivered: [], failed: [] };
  for (const { recipient, rowId, verdict } of done) {
    const row = rows.get(rowId);
    if (row === undefined || verdict.kind === 'later') continue;
    marks[verdict.kind].push(row);
    const report = verdict.kind === 'failed' || (!serverReports && (recipient.deliveryReport ?? wanted));
    if (report) reports.push(reportEntry(row, verdict, now));
  }
  // Who has the message is marked whatever comes, for he would get it again.
  await takeResponsibility(message, marks.delivered);
  if (rendered !== null && marks.delivered.length > 0)
    // Answers name the message by this identifier, so the sender's own copy has to know it, too.
    await ok(
      message.SetProps([prop(PR_PROVIDER_SUBMIT_TIME, now), prop(PR_INTERNET_MESSAGE_ID_W, rendered.messageId)]),
    );
  const left = told.map(({ verdict }) => verdict).filter((verdict) => verdict.kind === 'later');
  // First the report, then the mark: who is marked without one would look like somebody who has the message.
  const unreported = reports.length === 0 ? null : await report(message, reports, context.support);
  if (unreported === null) await takeResponsibility(message, marks.failed);
  else left.push(unreported);
  if (left.length > 0) await putOff(message, left, done.length > 0);
  await ok(message.DeleteProps([PR_TRANSPORT_STATUS]));
}

async function report(message: IMessage, reports: readonly AdrEntry[], support: IMAPISupport): Promise<Later | null> {
  const hr = await support.StatusRecips(message, reports);
  if (!failed(hr)) return null;
  const text = `the reports could not be made: ${describe(hr)}`;
  return { kind: 'later', text, network: false, seconds: RETRY_REFUSED, inDoubt: false };
}

// After a failure the spooler drops what was changed, so the transport keeps it itself.
async function putOff(message: IMessage, later: readonly Later[], changed: boolean): Promise<never> {
  const inDoubt = later.some((verdict) => verdict.inDoubt);
  if (inDoubt) await ok(message.SetProps([prop(PR_TRANSPORT_STATUS, SMTP_TRANSPORT_IN_DOUBT)]));
  if (inDoubt || changed) await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  const network = later.some((verdict) => verdict.network);
  const hr: HResult = network ? MAPI_E_NETWORK_ERROR : MAPI_E_WAIT;
  const seconds = Math.min(...later.map((verdict) => verdict.seconds));
  const words = [...new Set(later.map(({ text }) => text))].join('; ');
  throw new ComError(hr, inDoubt ? `the message may have arrived and will be sent again: ${words}` : words, {
    value: Object.freeze({ lpulMsgRef: 0, lpulReturnParm: Number.isFinite(seconds) ? seconds : RETRY_NETWORK }),
  });
}

async function leaveWhenCancelled(context: SubmissionContext): Promise<void> {
  const [hr] = [check(await context.support.SpoolerYield(0))];
  if (hr === MAPI_W_CANCEL_MESSAGE || context.cancelled())
    throw new ComError(MAPI_E_CANCEL, 'the message was given up');
}

/** Nobody could be told by the server whose address is wrong: the report is about recipients. */
function senderTrouble(from: string | null): string | null {
  const wrong = from === null || from === '' ? null : addressTrouble(from);
  return wrong && `The sender of the message, ${JSON.stringify(from)}, is no address: ${wrong}`;
}

function addressTrouble(address: string): string | null {
  try {
    checkAddress(address);
    return null;
  } catch (error) {
    if (error instanceof WireError) return error.message;
    throw error;
  }
}
