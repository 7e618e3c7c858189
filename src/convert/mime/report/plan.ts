import {
  type AdrEntry,
  type FileTime,
  MAPI_TO,
  PR_DELIVER_TIME,
  PR_DSN_REMOTE_MTA,
  PR_MESSAGE_CLASS_W,
  PR_NDR_DIAG_CODE,
  PR_NDR_REASON_CODE,
  PR_NDR_STATUS_CODE,
  PR_ORIGINALLY_INTENDED_RECIP_ADDRTYPE_W,
  PR_ORIGINALLY_INTENDED_RECIP_EMAIL_ADDRESS_W,
  PR_REPORT_TEXT_W,
  PR_REPORT_TIME,
  PR_SUPPLEMENTARY_INFO_W,
  type PropValue,
  prop,
} from '../../../mapi/index.js';
import { given } from '../incoming/attached.js';
import { recipientRow } from '../incoming/people.js';
import { PR_REPORT_FIELDS_W } from '../tags.js';
import { actionIn, diagnosticOf, type RecipientStatus, statusBehind, statusNumber } from './status.js';

/** What a message turns out to report. */
export interface ReadReport {
  /** Its properties, the class first; they take the place of those that the message would have. */
  readonly props: readonly PropValue[];
  /** The recipients it is about, each with what became of the message. */
  readonly recipients: readonly AdrEntry[];
}

/**
 * The report on delivery as a message of MAPI.
 *
 * @param statuses what it says of each recipient
 * @param text what it says to people
 * @param time when it was written
 * @param more what else it says of the message, a line of each field
 * @spec mapi-report-messages @spec pidtagnondeliveryreportreasoncode-canonical-property
 */
export function deliveryReport(
  statuses: readonly RecipientStatus[],
  text: string,
  time: FileTime | null,
  more: readonly string[] = [],
): ReadReport {
  const actions = new Set(statuses.map(({ action }) => action));
  const kind = actions.has('failed') ? 'NDR' : actions.has('delayed') ? 'DELAYED' : 'DR';
  return {
    props: [
      prop(PR_MESSAGE_CLASS_W, `REPORT.IPM.Note.${kind}`),
      ...given(PR_REPORT_TEXT_W, text),
      ...(time === null ? [] : [prop(PR_REPORT_TIME, time)]),
      ...given(PR_REPORT_FIELDS_W, more.join('\r\n')),
    ],
    recipients: statuses.map((status) => statusRow(status, time, kind)),
  };
}

function statusRow(one: RecipientStatus, time: FileTime | null, kind: string): AdrEntry {
  const { address, original, action, status, diagnostic, remote, more = [] } = one;
  const done = action === 'delivered' || action === 'relayed' || action === 'expanded';
  return [
    ...recipientRow({ name: '', address }, MAPI_TO),
    ...(done
      ? time === null
        ? []
        : [prop(PR_DELIVER_TIME, time)]
      : [prop(PR_NDR_REASON_CODE, TRANSFER_FAILED), prop(PR_NDR_DIAG_CODE, diagnosticOf(status) | 0)]),
    ...(statusNumber(status) === 0 ? [] : [prop(PR_NDR_STATUS_CODE, statusNumber(status))]),
    ...given(PR_SUPPLEMENTARY_INFO_W, diagnostic && `<${remote || 'unknown'} #${status || '0.0.0'} ${diagnostic}>`),
    ...given(PR_REPORT_TEXT_W, diagnostic),
    ...(time === null ? [] : [prop(PR_REPORT_TIME, time)]),
    ...given(PR_DSN_REMOTE_MTA, remote),
    ...given(PR_REPORT_FIELDS_W, [...beyond(one, done && time !== null, kind), ...more].join('\r\n')),
    ...intended(original, address),
  ];
}

// Action and Status where they say more than the properties of MAPI: that it was relayed, or 5.1.10.
function beyond({ action, status, diagnostic }: RecipientStatus, reached: boolean, kind: string): string[] {
  const behind = statusBehind(diagnostic, statusNumber(status), action);
  return [
    ...(action === actionIn(kind, reached) ? [] : [`Action: ${action}`]),
    ...(status === '' || status === behind ? [] : [`Status: ${status}`]),
  ];
}

/**
 * To whom the author wrote, where that is somebody else than who got it.
 *
 * @param original the address that the author wrote; empty where nobody says
 * @param address the address of who got it
 */
export const intended = (original: string, address: string): PropValue[] =>
  original === '' || original === address
    ? []
    : [
        prop(PR_ORIGINALLY_INTENDED_RECIP_ADDRTYPE_W, 'SMTP'),
        prop(PR_ORIGINALLY_INTENDED_RECIP_EMAIL_ADDRESS_W, original),
      ];

/** PR_NDR_REASON_CODE of a message that could not be transferred: MAPI_REASON_TRANSFER_FAILED, which no header has. */
const TRANSFER_FAILED = 0;
