import type { HResult } from '../com/index.js';
import type { CMDTYPE, IXPRESULT, IXPSTATUS, SMTPRESPONSE } from '../imnxport/index.js';

/** Sees what a transport's callback is told, in the order in which it is told. */
export interface Watcher {
  /** OnStatus. */
  status?(status: IXPSTATUS): void;
  /** OnCommand. */
  command?(type: CMDTYPE, line: string, hr: HResult): void;
  /** OnResponse. */
  response?(response: SMTPRESPONSE): void;
  /** OnError. */
  error?(status: IXPSTATUS, result: IXPRESULT): void;
  /** OnLogonPrompt, OnPrompt or OnTimeout with the answer that was given. */
  question?(method: string, about: string, answer: string): void;
}
