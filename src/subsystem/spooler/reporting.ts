import {
  type AdrEntry,
  type AdrList,
  type IMessage,
  type IMsgStore,
  MAPI_DIAG_NO_DIAGNOSTIC,
  PR_NDR_DIAG_CODE,
  PR_REPORT_TEXT_W,
  PR_RESPONSIBILITY,
  PR_ROWID,
  prop,
} from '../../mapi/index.js';
import { recipientsOf, valueIn, withProps, writeRecipients } from '../submit/recipients.js';
import { reportDelivered, reportUndelivered, type Undelivered, wasReached } from './reports.js';
import { addressIn, tellStep } from './watch.js';

/** What transports and preprocessors tell of recipients: it becomes reports, and is remembered for the attempt. */
export class Reporting {
  readonly #store: () => IMsgStore;
  readonly #failed = new WeakMap<IMessage, Set<number>>();

  /** @param store where reports are written */
  constructor(store: () => IMsgStore) {
    this.#store = store;
  }

  /** Rows of a message that a transport has reported as failed in this attempt. */
  failed(message: IMessage): ReadonlySet<number> {
    return this.#failed.get(message) ?? nothing;
  }

  /** Writes a report of recipients that are not reached. */
  async undelivered(message: IMessage, lost: readonly Undelivered[]): Promise<void> {
    await reportUndelivered(this.#store(), message, lost);
  }

  /** What a transport tells of recipients. @spec imapisupport-statusrecips */
  async statusRecips(message: IMessage, recipients: AdrList): Promise<void> {
    const store = this.#store();
    // As for ModifyRecipients, entries without properties are nobody.
    const told = recipients.filter((row) => row.length > 0);
    const reached = told.filter(wasReached);
    const lost = told.filter((row) => !wasReached(row));
    const rows = this.#failed.get(message) ?? new Set<number>();
    for (const row of lost) rows.add(valueIn(row, PR_ROWID) ?? -1);
    this.#failed.set(message, rows);
    if (reached.length > 0) await reportDelivered(store, message, reached);
    if (lost.length > 0) await reportUndelivered(store, message, lost.map(undelivered));
    if (lost.length > 0)
      await tellStep(message, () => ({
        what: 'undelivered',
        recipients: lost.map((row) => ({ address: addressIn(row), why: valueIn(row, PR_REPORT_TEXT_W) ?? '' })),
      }));
  }

  /** Recipients that a preprocessor found not to be reached: reported, and done with. */
  async notReached(message: IMessage, lost: AdrList): Promise<void> {
    if (lost.length === 0) return;
    await this.undelivered(message, lost.map(undelivered));
    const ids = new Set(lost.map((row) => valueIn(row, PR_ROWID)));
    const rows = (await recipientsOf(message)).filter((row) => ids.has(valueIn(row, PR_ROWID)));
    await writeRecipients(
      message,
      rows.map((row) => withProps(row, [prop(PR_RESPONSIBILITY, true)])),
    );
  }
}

const nothing: ReadonlySet<number> = new Set();

/** What a row of StatusRecips says of a recipient that was not reached. */
const undelivered = (recipient: AdrEntry): Undelivered => ({
  recipient,
  diagnostic: valueIn(recipient, PR_NDR_DIAG_CODE) ?? MAPI_DIAG_NO_DIAGNOSTIC,
  text: valueIn(recipient, PR_REPORT_TEXT_W) ?? 'The messaging system does not say why.',
});
