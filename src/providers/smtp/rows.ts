import { ok } from '../../com/index.js';
import {
  type AdrEntry,
  type FileTime,
  type IMessage,
  MAPI_DIAG_NO_DIAGNOSTIC,
  MODRECIP_MODIFY,
  PR_DELIVER_TIME,
  PR_NDR_DIAG_CODE,
  PR_NDR_REASON_CODE,
  PR_NDR_STATUS_CODE,
  PR_REPORT_TEXT_W,
  PR_REPORT_TIME,
  PR_RESPONSIBILITY,
  PR_ROWID,
  PR_SUPPLEMENTARY_INFO_W,
  type PropTag,
  type PropValue,
  prop,
  propId,
} from '../../mapi/index.js';
import { recipientsOf } from '../../subsystem/index.js';
import type { Verdict } from './verdict.js';

/**
 * Reads whole rows of the recipient table, for ModifyRecipients replaces whole rows.
 *
 * @param message the message
 * @param rowIds whose rows
 * @returns the properties of each, by PR_ROWID
 */
export async function wholeRows(
  message: IMessage,
  rowIds: ReadonlySet<number>,
): Promise<ReadonlyMap<number, AdrEntry>> {
  if (rowIds.size === 0) return new Map();
  const found = new Map<number, AdrEntry>();
  for (const row of await recipientsOf(message)) {
    const rowId = row.find(([tag]) => tag === PR_ROWID)?.[1] as number | undefined;
    if (rowId !== undefined && rowIds.has(rowId)) found.set(rowId, row);
  }
  return found;
}

/**
 * Says that recipients are taken care of: PR_RESPONSIBILITY becomes true.
 *
 * @param message the message, open for writing
 * @param rows their whole rows
 * @spec pidtagresponsibility-canonical-property
 */
export async function takeResponsibility(message: IMessage, rows: readonly AdrEntry[]): Promise<void> {
  if (rows.length === 0) return;
  await ok(
    message.ModifyRecipients(
      MODRECIP_MODIFY,
      rows.map((row) => withProps(row, [prop(PR_RESPONSIBILITY, true)])),
    ),
  );
}

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

function withProps(row: AdrEntry, props: readonly PropValue[]): AdrEntry {
  const ids = new Set(props.map(([tag]: PropValue) => propId(tag as PropTag)));
  return [...row.filter(([tag]) => !ids.has(propId(tag))), ...props];
}
