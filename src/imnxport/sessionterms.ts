import type { Client } from './client.js';
import type { SessionLog } from './sessionlog.js';
import type { SmtpSession } from './smtpsession.js';
import type { INETSERVER } from './types/inetserver.js';
import type { IXPSTATUS } from './types/ixpstatus.js';

/** What a session tells its transport. */
export interface SessionOwner {
  readonly client: Client;
  /** The status that was reported last. */
  readonly status: IXPSTATUS;
  /** Stores a status; called in the turn of its callback. */
  store(session: SmtpSession, status: IXPSTATUS): void;
  /** The log, if there is one. */
  readonly log: SessionLog | null;
}

/** What Connect was given. */
export interface SessionOptions {
  /** Where and as whom: the session's own copy. */
  readonly server: INETSERVER;
  /** Log on as part of connecting. */
  readonly authenticate: boolean;
  /** Show lines through OnCommand. */
  readonly logging: boolean;
}
