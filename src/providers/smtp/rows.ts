import {
  type AdrEntry,
  type FileTime,
  MAPI_DIAG_NO_DIAGNOSTIC,
  PR_DELIVER_TIME,
  PR_NDR_DIAG_CODE,
  PR_NDR_REASON_CODE,
  PR_NDR_STATUS_CODE,
  PR_REPORT_TEXT_W,
  PR_REPORT_TIME,
  PR_SUPPLEMENTARY_INFO_W,
  prop,
} from '../../mapi/index.js';
import { withProps } from '../../subsystem/index.js';
import type { Verdict } from './verdict.js';

/**
 * The entry of a recipient in a delivery or non-delivery report.
 *
 * @param row the recipient's whole row
 * @param verdict what became of it
 * @param now the time of the report
 * @spec recipient-properties-for-delivery-status-reports
 */
export function reportEntry(row: AdrEntry, verdict: Verdict, now: FileTime): AdrEntry {
  const told = [prop(PR_REPORT_TIME, now), prop(PR_REPORT_TEXT_W, verdict.text)];
  if (verdict.kind !== 'failed') return withProps(row, [...told, prop(PR_DELIVER_TIME, now)]);
  return withProps(row, [
    ...told,
    // The reasons have no names in Microsoft's headers; X.400 calls 0 a transfer that failed, 1 one that can't be.
    prop(PR_NDR_REASON_CODE, verdict.code === null ? 1 : 0),
    prop(PR_NDR_DIAG_CODE, verdict.diagnostic === MAPI_DIAG_NO_DIAGNOSTIC ? -1 : verdict.diagnostic),
    ...(verdict.code === null
      ? []
      : [prop(PR_NDR_STATUS_CODE, verdict.code), prop(PR_SUPPLEMENTARY_INFO_W, `smtp;${verdict.text}`)]),
  ]);
}
