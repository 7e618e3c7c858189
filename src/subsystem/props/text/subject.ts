/** A subject in two parts. */
export interface SubjectParts {
  /** `RE: ` and the like, with colon and blank; empty when there is none. */
  readonly prefix: string;
  /** What follows it. */
  readonly normalized: string;
}

// One to three letters, a colon, a blank: numbers, blanks and punctuation make no prefix.
const computed = /^\p{L}{1,3}: /u;

/**
 * Divides a subject into prefix and normalized subject.
 *
 * @param subject PR_SUBJECT
 * @param prefix PR_SUBJECT_PREFIX where it was set explicitly, of any length; it counts only if the subject begins with it.
 *   Null to work it out
 * @returns both parts; together they are the subject
 * @spec pidtagsubjectprefix-canonical-property @spec pidtagnormalizedsubject-canonical-property
 */
export function subjectParts(subject: string, prefix: string | null = null): SubjectParts {
  const own = prefix !== null && subject.startsWith(prefix) ? prefix : computedPrefix(subject);
  return Object.freeze({ prefix: own, normalized: subject.slice(own.length) });
}

/** Most subjects have no colon where the prefix would end, and to look for that costs less than the pattern. */
function computedPrefix(subject: string): string {
  const end = subject.indexOf(': ');
  return end < 1 || end > longest ? '' : (computed.exec(subject)?.[0] ?? '');
}

/** Three letters of two units each. */
const longest = 6;
