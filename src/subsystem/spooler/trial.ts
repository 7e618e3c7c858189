/** The moments of a send between which a process can die with a difference to what it leaves. */
export type SpoolPoint =
  /** The message is open, not locked. */
  | 'opened'
  /** It is locked, and with a store that can do both at once what comes first is saved: that an attempt begins, as a rule. */
  | 'locked'
  /** Preprocessors have seen it, and nothing of that is saved in it. */
  | 'preprocessed'
  /** Further messages that preprocessors have made are saved; nothing says yet that they are to be sent. */
  | 'extras saved'
  /** It was submitted again, preprocessed. */
  | 'resubmitted'
  /** A further message was submitted. */
  | 'extra submitted'
  /** Its recipients are prepared for a transport, and nothing of that is saved. */
  | 'prepared'
  /** It is durable that an attempt begins. */
  | 'marked'
  /** The transport has answered SubmitMessage. */
  | 'submitted'
  /** The transport has answered EndMessage; what became of the recipients is not saved. */
  | 'ended'
  /** What became of them is saved. */
  | 'saved'
  /** A report is about to be written. */
  | 'reporting'
  /** The report is written; that its recipients are done with is not. */
  | 'reported'
  /** It is put off, and still locked. */
  | 'put off'
  /** Everything is done but FinishedMsg, and what a store can save along with it: what became of the last recipients. */
  | 'finishing'
  /** FinishedMsg has answered. */
  | 'finished';

/** What a test sets; a program leaves it as it is. */
export const trial: {
  /** Told of the moments of a send. */
  passing: ((point: SpoolPoint) => void) | null;
} = { passing: null };

/** A send comes to one of its moments. */
export const passing = (point: SpoolPoint): void => trial.passing?.(point);
