import { limit, msOf } from '../../base/index.js';
import { ComError, ok } from '../../com/index.js';
import {
  type EntryId,
  type FileTime,
  type IMAPISession,
  type IMsgStore,
  MAPI_E_NO_SUPPORT,
  PR_CLIENT_SUBMIT_TIME,
  PR_ENTRYID,
  PR_SUBJECT_W,
} from '../../mapi/index.js';
import { openTraces, type SubmissionTrace, type SubmissionTraces } from '../../subsystem/index.js';

/** One step of a submission that happened. */
export interface TraceStep {
  /** When. */
  readonly at: Date;
  /**
   * Which of the seven: 1 submitted, 2 the transport told, 3 put into the queue, 4 moved out of the Outbox, 5 policies and routing,
   * 6 delivery, 7 reports.
   */
  readonly step: SubmissionTrace['events'][number]['step'];
  /** How it went. */
  readonly outcome: SubmissionTrace['events'][number]['outcome'];
  /** The recipient that it is about; null for the whole message. */
  readonly recipient: string | null;
  /** The mailbox or server that is next; null before there is one. */
  readonly nextHop: string | null;
  /** What the next hop said, or why. */
  readonly reply: string | null;
}

/** What became of a message that was sent. */
export interface MailTrace {
  /** What the submission is called by: `comail trace` and `GET /me/submissions/{id}` take it, too. */
  readonly id: string;
  /** The entry identifier of the message. */
  readonly entryId: EntryId;
  /** Its Message-ID; null before it was put into the queue. */
  readonly messageId: string | null;
  readonly subject: string;
  /** Whether nothing more will be tried: every recipient has it, or is reported. */
  readonly isDone: boolean;
  /** The steps in their order; one that did not happen is not here. */
  readonly steps: readonly TraceStep[];
}

/** The traces of a session: what the mail system of its mailbox keeps, and what has not come there yet. */
export class Traces {
  readonly #session: IMAPISession;
  readonly #store: IMsgStore;
  #opened: Promise<SubmissionTraces | null> | null = null;

  /**
   * @param session whose
   * @param store its default store, in whose queue messages wait for the transport
   */
  constructor(session: IMAPISession, store: IMsgStore) {
    this.#session = session;
    this.#store = store;
  }

  /**
   * What became of a submission.
   *
   * @param id what it is called by
   * @returns null when this mailbox has none of this identifier
   * @throws {ComError} `MAPI_E_NO_SUPPORT` when the mailbox belongs to no mail system
   */
  async one(id: string): Promise<MailTrace | null> {
    const traces = await this.#traces();
    const known = traces.trace(id);
    if (known) return shown(known);
    const waits = (await this.#waiting(traces)).find((one) => one.id === id);
    // Between the two looks it may have left the one place for the other.
    const since = traces.trace(id);
    return since ? shown(since) : (waits ?? null);
  }

  /**
   * What became of a message when it was submitted last.
   *
   * @param entryId the message
   * @returns null when it was not submitted
   * @throws {ComError} `MAPI_E_NO_SUPPORT` when the mailbox belongs to no mail system
   */
  async of(entryId: EntryId): Promise<MailTrace | null> {
    const traces = await this.#traces();
    const waits = (await this.#waiting(traces)).find((one) => Buffer.compare(one.entryId, entryId) === 0);
    // It may be there for the second time, taken back meanwhile.
    const [newest] = waits ? [waits.id] : traces.submissionsOf(entryId);
    const known = newest === undefined ? null : traces.trace(newest);
    return known ? shown(known) : (waits ?? null);
  }

  /**
   * What became of everything that was sent, the newest first.
   *
   * @throws {ComError} `MAPI_E_NO_SUPPORT` when the mailbox belongs to no mail system
   */
  async *all(): AsyncGenerator<MailTrace, void, undefined> {
    const traces = await this.#traces();
    const told = new Set<string>();
    for (const one of (await this.#waiting(traces)).reverse()) {
      if (traces.trace(one.id)) continue;
      told.add(one.id);
      yield one;
    }
    // What is submitted meanwhile moves the others on, so that some come twice.
    for (let skip = 0; ; skip += PAGE) {
      const page = traces.submissions(skip, PAGE).traces;
      for (const one of page) {
        if (told.has(one.id)) continue;
        told.add(one.id);
        yield shown(one);
      }
      if (page.length < PAGE) return;
    }
  }

  /** Lets go of what is open. */
  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = Promise.resolve(null);
    (await opened?.catch(() => null))?.close();
  }

  async #traces(): Promise<SubmissionTraces> {
    this.#opened ??= openTraces(this.#session);
    const traces = await this.#opened;
    if (traces) return traces;
    throw new ComError(MAPI_E_NO_SUPPORT, 'the mailbox belongs to no mail system, which alone keeps traces');
  }

  /** What was submitted and waits for the transport: step 1 alone has happened. */
  async #waiting(traces: SubmissionTraces): Promise<MailTrace[]> {
    using queue = await ok(this.#store.GetOutgoingQueue(0));
    await ok(queue.SetColumns([PR_ENTRYID, PR_CLIENT_SUBMIT_TIME, PR_SUBJECT_W]));
    const rows = await ok(queue.QueryRows(1_000_000, 0));
    return rows.flatMap((row) => {
      const [entryId, at] = [row.get(PR_ENTRYID), row.get(PR_CLIENT_SUBMIT_TIME)];
      return entryId && at !== null ? [submitted(traces, entryId, at, row.get(PR_SUBJECT_W) ?? '')] : [];
    });
  }
}

/** Submissions that are read at once. */
const PAGE = limit(
  'client.tracesAtOnce',
  50,
  'submissions',
  'Read together from the queue; whoever stops early has not waited for the others',
);

function submitted(traces: SubmissionTraces, entryId: EntryId, at: FileTime, subject: string): MailTrace {
  const step = {
    at: new Date(msOf(at)),
    step: 1,
    outcome: 'submitted',
    recipient: null,
    nextHop: null,
    reply: null,
  } as const;
  const id = traces.idOf(entryId, at);
  return Object.freeze({ id, entryId, messageId: null, subject, isDone: false, steps: Object.freeze([step]) });
}

const shown = ({ id, entry, messageId, subject, done, events }: SubmissionTrace): MailTrace =>
  Object.freeze({
    id,
    entryId: new Uint8Array(Buffer.from(entry, 'hex')),
    messageId: messageId || null,
    subject,
    isDone: done,
    steps: Object.freeze(
      events.map(({ at, hop, step, outcome, recipient, reply }) =>
        Object.freeze({ at: new Date(at), step, outcome, recipient, nextHop: hop, reply }),
      ),
    ),
  });
