import { ComError } from '../../com/index.js';
import { type IMAPIProgress, MAPI_E_USER_CANCEL } from '../../mapi/index.js';
import { WorkProgress } from '../../subsystem/index.js';

/**
 * Moves the indicator of a caller who copies entries. Without one nothing is shown: there are no dialogs. `AB_NO_DIALOG` is the
 * same bit as `CREATE_CHECK_DUP_STRICT` and says nothing of indicators: who wants none gives none.
 *
 * @param progress the indicator
 * @param total how many entries there are
 * @returns to be called with how many are done; throws `MAPI_E_USER_CANCEL` when the indicator says so
 * @spec iabcontainer-copyentries
 */
export function entryProgress(progress: IMAPIProgress | null, total: number): (done: number) => void {
  const shown = new WorkProgress(progress, total);
  return (done) => {
    if (shown.done(done) === MAPI_E_USER_CANCEL)
      throw new ComError(MAPI_E_USER_CANCEL, `the user stopped after ${done} of ${total} entries`);
  };
}
