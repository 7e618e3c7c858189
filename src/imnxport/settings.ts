import type { ConnectionOptions as TlsOptions } from 'node:tls';
import { QUESTION_SECONDS } from './limits.js';

/**
 * What the structures of Outlook Express have no field for: settings of the process, read by each Connect. They are
 * the place where a program says what a user said in dialogs then.
 */
export interface TransportSettings {
  /** What HELO and EHLO say. Null: the computer’s full name where it has one, else its address in brackets. */
  readonly heloName: string | null;
  /**
   * Whether a password may go readably over a connection that is not encrypted: `loopback`, the default, to this
   * machine alone, where nobody can listen; true everywhere; false nowhere. Where it may not, OnPrompt is asked.
   */
  readonly allowCleartextAuth: boolean | 'loopback';
  /** Passed to `node:tls` for every secure connection: `ca` for a private authority, `minVersion`. */
  readonly tls: TlsOptions;
  /** Seconds that a callback may take to answer OnLogonPrompt, OnPrompt or OnTimeout. */
  readonly questionSeconds: number;
}

const defaults: TransportSettings = Object.freeze({
  heloName: null,
  allowCleartextAuth: 'loopback',
  tls: Object.freeze({}),
  questionSeconds: QUESTION_SECONDS,
});

let current: TransportSettings = defaults;

/** The settings in use. */
export const transportSettings = (): TransportSettings => current;

/**
 * Changes settings for connections made from now on.
 *
 * @param changes the settings to change, or null for the defaults
 * @returns the settings before, so that they can be put back
 */
export function setTransportSettings(changes: Partial<TransportSettings> | null): TransportSettings {
  const before = current;
  current = changes === null ? defaults : Object.freeze({ ...current, ...changes });
  return before;
}
