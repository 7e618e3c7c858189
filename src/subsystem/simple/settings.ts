import { tmpdir } from 'node:os';
import { log } from '../../base/index.js';
import { SimpleCodes } from '../../mapi/index.js';
import { defaultCodePage } from '../props/index.js';

/** Something that a function of Simple MAPI did and its code does not tell. */
export interface SimpleNotice {
  /** The function, such as `MAPISendMail`. */
  readonly function: string;
  /**
   * `saved` or `sent` for a message that a dialog was asked for, `shown` for another dialog that was passed over, `refused` for a
   * call that failed, `warned` for what went wrong after its answer.
   */
  readonly what: 'saved' | 'sent' | 'shown' | 'refused' | 'warned';
  /** What the function answers, such as `SUCCESS_SUCCESS`. */
  readonly code: number;
  /** The same for people: what was tried, what came of it. */
  readonly words: string;
}

/** How Simple MAPI behaves in this process. */
export interface SimpleSettings {
  /**
   * What `MAPI_DIALOG` does, as there is no desktop: `draft` saves the message to Drafts, to be looked at and sent by somebody;
   * `send` sends it as though Send had been pressed, and saves what can't be sent as it is.
   */
  readonly dialog: 'draft' | 'send';
  /** The code page of texts that come as bytes. */
  readonly codePage: number;
  /** Where `MAPIReadMail` leaves attachments. */
  readonly folder: string;
  /** Told of what codes don't tell; without one, dialogs that were passed over and failures go to the log. */
  readonly listener: ((notice: SimpleNotice) => void) | null;
}

let current: SimpleSettings = Object.freeze({
  dialog: 'draft',
  codePage: defaultCodePage,
  folder: tmpdir(),
  listener: null,
});

/** The settings in use. */
export const simpleSettings = (): SimpleSettings => current;

/**
 * Changes how Simple MAPI behaves in this process.
 *
 * @param change what to change; the rest stays
 * @returns the settings that were in use, so that they can be put back
 * @example
 * ```ts
 * setSimpleSettings({ dialog: 'send', listener: ({ words }) => console.log(words) });
 * ```
 */
export function setSimpleSettings(change: Partial<SimpleSettings>): SimpleSettings {
  const before = current;
  current = Object.freeze({ ...before, ...change });
  return before;
}

/** Tells whoever listens. */
export function tell(notice: SimpleNotice): void {
  if (current.listener) current.listener(Object.freeze(notice));
  else if (notice.what !== 'refused')
    log.warn(`${notice.function} answers ${SimpleCodes.name(notice.code)}: ${notice.words}`);
}
