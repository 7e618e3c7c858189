import type { Warning } from '../../com/index.js';
import {
  contains,
  or,
  PR_ANR_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  propId,
  RELOP_EQ,
  type Restriction,
  validateRestriction,
} from '../../mapi/index.js';
import { Table } from '../../subsystem/index.js';

/**
 * Who may be meant by what a person typed: the name or the address begins with it, or another word of the name does.
 *
 * @param text what was typed
 * @spec implementing-name-resolution
 */
export function meant(text: string): Restriction {
  const typed = text.trim();
  if (typed === '') return or();
  return or(
    contains(PR_DISPLAY_NAME_W, typed, { level: 'prefix', ignoreNonSpace: true }),
    contains(PR_DISPLAY_NAME_W, ` ${typed}`, { ignoreNonSpace: true }),
    contains(PR_EMAIL_ADDRESS_W, typed, { level: 'prefix' }),
  );
}

/** Who is named exactly so, or has exactly this address. */
export const exactly = (text: string): Restriction =>
  or(
    contains(PR_DISPLAY_NAME_W, text.trim(), { level: 'full' }),
    contains(PR_EMAIL_ADDRESS_W, text.trim(), { level: 'full' }),
  );

/** A contents table of an address book: one that understands PR_ANR. @spec implementing-name-resolution */
export class AnrTable extends Table {
  /** See {@link IMAPITable.Restrict}. @spec imapitable-restrict */
  override Restrict(lpRestriction: Restriction | null, ulFlags = 0): Promise<void> {
    if (lpRestriction) validateRestriction(lpRestriction);
    return super.Restrict(lpRestriction && spelled(lpRestriction), ulFlags);
  }

  /** See {@link IMAPITable.FindRow}. @spec imapitable-findrow */
  override FindRow(lpRestriction: Restriction, bkOrigin: number, ulFlags = 0): Promise<void | Warning<void>> {
    validateRestriction(lpRestriction);
    return super.FindRow(spelled(lpRestriction), bkOrigin, ulFlags);
  }
}

/** The same restriction with PR_ANR spelled out. */
function spelled(restriction: Restriction): Restriction {
  switch (restriction.rt) {
    case 'and':
    case 'or':
      return { ...restriction, lpRes: restriction.lpRes.map(spelled) };
    case 'not':
    case 'count':
      return { ...restriction, lpRes: spelled(restriction.lpRes) };
    case 'comment':
    case 'annotation':
      return restriction.lpRes ? { ...restriction, lpRes: spelled(restriction.lpRes) } : restriction;
    case 'property':
      return restriction.relop === RELOP_EQ && propId(restriction.ulPropTag) === propId(PR_ANR_W)
        ? meant(String(restriction.lpProp[1]))
        : restriction;
    default:
      return restriction;
  }
}
