/** What a letter looks like, and what happens to it: the same for the process that writes it and the one that looks later. */
export interface Letter {
  readonly subject: string;
  /** Characters of its body. */
  readonly body: number;
  readonly recipients: readonly string[];
  /** Bytes of its attachments, all of the value of the letter's number. */
  readonly attachments: readonly number[];
  /** The subject of a message attached to it. */
  readonly embedded: string | null;
}

/** One step in the life of a letter. Each is one call that is acknowledged. */
export type Step = 'create' | 'change' | 'submit' | 'move' | 'delete' | 'read';

/** Where a letter is after some of its steps. */
export interface Standing {
  readonly letter: Letter;
  readonly place: 'inbox' | 'archive' | 'gone';
  readonly submitted: boolean;
  readonly read: boolean;
}

/** The letter of a number as it is first saved. */
export const letterOf = (name: string, n: number): Letter => ({
  subject: `${name}${n}`,
  body: n % 5 === 0 ? 60_000 : 20,
  recipients: Array.from({ length: n % 4 }, (_, i) => `Ann ${i}`),
  attachments: Array.from({ length: n % 3 }, (_, i) => (n % 6 === 1 ? 300_000 + i : 500)),
  embedded: n % 7 === 3 ? `inside ${name}${n}` : null,
});

/** What happens to the letter of a number, in order. */
export function stepsOf(n: number): readonly Step[] {
  const last = (['read', 'submit', 'move', 'delete'] as const)[n % 4] as Step;
  return n % 8 < 4 ? ['create', 'change', last] : ['create', last];
}

/** How the letter of a number stands after its first steps; null before it was created. */
export function standing(name: string, n: number, steps: number): Standing | null {
  const done = new Set(stepsOf(n).slice(0, steps));
  if (!done.has('create')) return null;
  const first = letterOf(name, n);
  const letter = done.has('change')
    ? { ...first, subject: `${first.subject} changed`, recipients: [...first.recipients, 'Late'] }
    : first;
  const place = done.has('delete') ? 'gone' : done.has('move') ? 'archive' : 'inbox';
  return { letter, place, submitted: done.has('submit'), read: done.has('read') };
}
