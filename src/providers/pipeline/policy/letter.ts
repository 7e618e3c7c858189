import { fieldsOf, linesOf } from '../mail/header.js';
import type { RoutedCopy } from '../queue/intake.js';
import type { PipelineEvent, QueuedRecipient, QueuedSubmission } from '../queue/types.js';
import type { PolicyMail, PolicyRecipient } from './agent.js';
import { isField } from './rules.js';

/** A recipient on its way through the policies. */
interface Passenger extends QueuedRecipient {
  address: string;
  readonly original: string;
  hop: string | null;
  fields: (readonly [string, string])[];
}

/** A recipient that will not get the message. */
export interface Rejection {
  readonly address: string;
  readonly original: string;
  readonly status: string;
  readonly why: string;
  readonly reportFailure: boolean;
}

/** What is in a message. */
export interface Content {
  /** Its header. */
  readonly header: string;
  /** How many bytes it has. */
  readonly size: number;
  /** All of it, piece by piece. */
  chunks(): Iterable<Uint8Array>;
}

/** A message while policies and routing work at it; nothing of it is stored before all is known. */
export class Letter implements PolicyMail {
  readonly rejections: Rejection[] = [];
  readonly events: PipelineEvent[] = [];
  readonly #submission: QueuedSubmission;
  readonly #content: Content;
  readonly #now: number;
  #passengers: Passenger[];
  #fields: readonly (readonly [string, string])[] | null = null;
  #agent = '';

  /**
   * @param submission the submission
   * @param recipients whom it goes to
   * @param content what is in it
   * @param now the time in milliseconds
   */
  constructor(submission: QueuedSubmission, recipients: readonly QueuedRecipient[], content: Content, now: number) {
    this.#submission = submission;
    this.#content = content;
    this.#now = now;
    this.#passengers = recipients.map((each) => ({ ...each, original: each.address, hop: null, fields: [] }));
  }

  get id(): string {
    return this.#submission.id;
  }

  get sender(): string {
    return this.#submission.sender;
  }

  get subject(): string {
    return this.#submission.subject;
  }

  get size(): number {
    return this.#content.size;
  }

  chunks(): Iterable<Uint8Array> {
    return this.#content.chunks();
  }

  get recipients(): readonly PolicyRecipient[] {
    return this.#passengers.map(({ address, original, hop }) => ({ address, original, hop }));
  }

  /** The fields of its header: name in lower case, and value. */
  get fields(): readonly (readonly [name: string, value: string])[] {
    this.#fields ??= fieldsOf(this.#content.header);
    return this.#fields;
  }

  header(name: string): string | null {
    return this.fields.find(([one]) => one === name.toLowerCase())?.[1] ?? null;
  }

  reject(why: string, addresses?: readonly string[], status = '5.7.1'): void {
    for (const passenger of this.#meant(addresses)) {
      const { address, original, reportFailure } = passenger;
      this.rejections.push({ address, original, status, why, reportFailure });
      this.#tell({ outcome: 'rejected', recipient: address, reply: `${status} ${this.#said(why)}` });
      this.#passengers = this.#passengers.filter((one) => one !== passenger);
    }
  }

  redirect(address: string, instead: string): void {
    for (const passenger of this.#meant([address])) {
      if (passenger.address === instead) continue;
      this.#tell({ outcome: 'redirected', recipient: address, reply: this.#said(`to ${instead}`) });
      passenger.address = instead;
      passenger.hop = null;
    }
  }

  copy(address: string): void {
    if (this.#meant([address]).length > 0) return;
    this.#tell({ outcome: 'copied', recipient: address, reply: this.#said('') });
    const silent = { reportSuccess: false, reportFailure: false };
    this.#passengers.push({ address, original: address, ...silent, hop: null, fields: [] });
  }

  addHeader(name: string, value: string, addresses?: readonly string[]): void {
    if (!isField(name, value)) throw new Error(`${name} is no field of a header`);
    for (const passenger of this.#meant(addresses)) passenger.fields.push([name, value]);
    const recipient = addresses?.join(', ') ?? null;
    this.#tell({ outcome: 'header-added', recipient, reply: this.#said(name) });
  }

  /** Has an agent look at it. */
  async shownTo(name: string, look: (mail: PolicyMail) => void | Promise<void>): Promise<void> {
    this.#agent = name;
    try {
      await look(this);
    } finally {
      this.#agent = '';
    }
  }

  /** Finds the next hop of all who have none yet. */
  async route(
    find: (address: string) => Promise<string | { readonly status: string; readonly why: string }>,
  ): Promise<void> {
    for (const passenger of [...this.#passengers]) {
      if (passenger.hop !== null) continue;
      const found = await find(passenger.address);
      if (typeof found === 'string') passenger.hop = found;
      else this.reject(found.why, [passenger.address], found.status);
    }
  }

  /**
   * The copies for the queue; who is named twice gets one.
   *
   * @param fields fields that all of them get
   */
  copies(fields: readonly (readonly [string, string])[]): readonly RoutedCopy[] {
    const seen = new Set<string>();
    const copies: RoutedCopy[] = [];
    for (const { address, original, hop, fields: added, reportSuccess, reportFailure } of this.#passengers) {
      const key = address.toLowerCase();
      if (hop === null || seen.has(key)) continue;
      seen.add(key);
      copies.push({ address, original, hop, fields: linesOf([...fields, ...added]), reportSuccess, reportFailure });
      this.#tell({ outcome: 'routed', recipient: address, hop });
    }
    return copies;
  }

  #meant(addresses: readonly string[] | undefined): readonly Passenger[] {
    if (addresses === undefined) return [...this.#passengers];
    const all = new Set(addresses.map((address) => address.toLowerCase()));
    return this.#passengers.filter(({ address }) => all.has(address.toLowerCase()));
  }

  #said(words: string): string {
    return this.#agent === '' ? words : `${this.#agent}: ${words}`.replace(/: $/, '');
  }

  #tell(event: Partial<PipelineEvent> & Pick<PipelineEvent, 'outcome'>): void {
    this.events.push({ at: this.#now, step: 5, recipient: null, hop: null, reply: null, ...event });
  }
}
