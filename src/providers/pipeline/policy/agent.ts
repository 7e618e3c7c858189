/** A recipient as agents see it. */
export interface PolicyRecipient {
  readonly address: string;
  /** As the sender wrote it. */
  readonly original: string;
  /** The next hop; null before it is known. */
  readonly hop: string | null;
}

/** A message on its way, for agents to look at and to change. */
export interface PolicyMail {
  /** The submission. */
  readonly id: string;
  /** The envelope's sender; empty for a report. */
  readonly sender: string;
  readonly subject: string;
  /** Whom it goes to, but for those that were rejected. */
  readonly recipients: readonly PolicyRecipient[];
  /** How many bytes were submitted. */
  readonly size: number;
  /** The bytes as they were submitted, in pieces of a megabyte: a message may be larger than one wants to hold. */
  chunks(): Iterable<Uint8Array>;
  /** The first field of the header with this name, unfolded; null when there is none. */
  header(name: string): string | null;
  /**
   * Refuses recipients; the sender hears of it.
   *
   * @param why what the report says
   * @param addresses whom; everybody when it is left out
   * @param status the code of three numbers; `5.7.1` without it
   */
  reject(why: string, addresses?: readonly string[], status?: string): void;
  /** Sends to another address instead. */
  redirect(address: string, instead: string): void;
  /** Sends to one more address, of which nobody hears. */
  copy(address: string): void;
  /**
   * Adds a field to the header; the message is split when it is for some recipients alone.
   *
   * @param name its name
   * @param value its value, one line of ASCII
   * @param addresses for whom; everybody when it is left out
   */
  addHeader(name: string, value: string, addresses?: readonly string[]): void;
}

/**
 * A policy of the mail system, as transport agents of Exchange are. What it throws is taken for a failure of its own: the
 * message waits, and is shown to it again.
 */
export interface PolicyAgent {
  /** How the trace calls it. */
  readonly name: string;
  /** The message lies in the queue. */
  onSubmitted?(mail: PolicyMail): void | Promise<void>;
  /** It is known whom it goes to. */
  onResolved?(mail: PolicyMail): void | Promise<void>;
  /** It is known by which next hops it goes; a recipient that is changed now is routed again. */
  onRouted?(mail: PolicyMail): void | Promise<void>;
}

const agents = new Set<PolicyAgent>();

/**
 * Registers a policy of this process, behind those that are there.
 *
 * @param agent the policy
 * @returns ends it
 */
export function registerPolicyAgent(agent: PolicyAgent): () => void {
  agents.add(agent);
  return () => void agents.delete(agent);
}

/** The policies of this process in their order. */
export const policyAgents = (): readonly PolicyAgent[] => [...agents];
