import { ok } from '../../com/index.js';
import {
  FLUSH_DOWNLOAD,
  FLUSH_UPLOAD,
  type IMAPISupport,
  NOTIFY_BEGIN_INBOUND,
  NOTIFY_BEGIN_INBOUND_FLUSH,
  NOTIFY_BEGIN_OUTBOUND,
  NOTIFY_BEGIN_OUTBOUND_FLUSH,
  NOTIFY_END_INBOUND,
  NOTIFY_END_INBOUND_FLUSH,
  NOTIFY_END_OUTBOUND,
  NOTIFY_END_OUTBOUND_FLUSH,
  type PropValue,
  STATUS_INBOUND_ENABLED,
  STATUS_INBOUND_FLUSH,
  STATUS_OUTBOUND_ENABLED,
  STATUS_OUTBOUND_FLUSH,
  STATUSROW_UPDATE,
} from '../../mapi/index.js';

// What begins and what ends, with the bit of PR_STATUS_CODE that shows it.
const shown = [
  [NOTIFY_BEGIN_INBOUND, NOTIFY_END_INBOUND, STATUS_INBOUND_ENABLED],
  [NOTIFY_BEGIN_OUTBOUND, NOTIFY_END_OUTBOUND, STATUS_OUTBOUND_ENABLED],
  [NOTIFY_BEGIN_INBOUND_FLUSH, NOTIFY_END_INBOUND_FLUSH, STATUS_INBOUND_FLUSH],
  [NOTIFY_BEGIN_OUTBOUND_FLUSH, NOTIFY_END_OUTBOUND_FLUSH, STATUS_OUTBOUND_FLUSH],
] as const;

/**
 * The directions in which a transport works at the moment, as its status row shows them. The spooler reads there that a transport
 * wants its queues to be flushed.
 *
 * @spec implementing-the-flushqueues-method
 */
export class Directions {
  readonly #support: IMAPISupport;
  readonly #able: number;
  readonly #columns: (bits: number) => readonly PropValue[];
  #bits = 0;

  /**
   * @param support MAPI's side, which keeps the row
   * @param able the bits of the directions that the transport has
   * @param columns what stands in the row with some of them
   */
  constructor(support: IMAPISupport, able: number, columns: (bits: number) => readonly PropValue[]) {
    this.#support = support;
    this.#able = able;
    this.#columns = columns;
  }

  /** Those that are on. */
  get bits(): number {
    return this.#bits;
  }

  /**
   * Shows what the spooler has told.
   *
   * @param flags of `IXPLogon::TransportNotify`
   * @spec ixplogon-transportnotify
   */
  async notified(flags: number): Promise<void> {
    let [set, clear] = [0, 0];
    for (const [begin, end, bit] of shown) {
      if ((flags & begin) !== 0) set |= bit;
      if ((flags & end) !== 0) clear |= bit;
    }
    await this.#change(set, clear);
  }

  /**
   * Shows which queues are to be flushed; the end of that is told.
   *
   * @param flags of FlushQueues
   * @spec ixplogon-flushqueues
   */
  async flush(flags: number): Promise<void> {
    const upload = (flags & FLUSH_UPLOAD) !== 0 ? STATUS_OUTBOUND_FLUSH : 0;
    const download = (flags & FLUSH_DOWNLOAD) !== 0 ? STATUS_INBOUND_FLUSH : 0;
    await this.#change(upload | download, 0);
  }

  /** Writes the row, when something else in it has changed. */
  async write(): Promise<void> {
    await ok(this.#support.ModifyStatusRow(this.#columns(this.#bits), STATUSROW_UPDATE));
  }

  async #change(set: number, clear: number): Promise<void> {
    const next = (this.#bits & ~clear) | (set & this.#able);
    if (next === this.#bits) return;
    this.#bits = next;
    await this.write();
  }
}
