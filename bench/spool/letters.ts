/** A letter as a program writes it: text and HTML that say the same. */
export interface SpoolLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Who writes all letters, and who gets them. */
export const writer = { name: 'Jürgen Höller', address: 'bench@example.com' } as const;
/** See {@link writer}. */
export const reader = { name: 'Ada Lovelace', address: 'sink@example.com' } as const;

const sentences = [
  'the numbers for the second quarter are complete, and they look better than anybody had hoped.',
  'Please have a look at the table on page three: the column for Zürich was added yesterday.',
  'The offer of the printer in Köln is 12 % below the last one, if we order until Friday.',
  'Katherine asks whether the meeting may begin half an hour later, because of her train.',
  'Nothing else has changed since the last version; the old file can be thrown away.',
  'If you find a mistake, write to me rather than to the list, and I will mend it at once.',
];

/**
 * The letter of a number; letters of all numbers below ten million are equally long, so that a sink that only counts octets
 * can tell how many came.
 *
 * @param n its number
 */
export function spoolLetter(n: number): SpoolLetter {
  const number = String(n).padStart(7, '0');
  const turned = sentences.map((_, index) => sentences[(index + n) % sentences.length] as string);
  return {
    subject: `Minutes of the meeting ${number}`,
    text: `Good morning,\r\n\r\n${turned.join('\r\n')}\r\n\r\nRegards, Jürgen (${number})\r\n`,
    html: `<html><body style="font-family: sans-serif"><p>Good morning,</p>\r\n${turned
      .map((sentence) => `<p class="sentence">${sentence}</p>`)
      .join('\r\n')}\r\n<p>Regards, <b>Jürgen</b> (${number})</p></body></html>\r\n`,
  };
}

/** The number in a subject; null when it is none of a letter. */
export function numberIn(subject: string): number | null {
  const found = /^Minutes of the meeting (\d{7})$/.exec(subject);
  return found ? Number(found[1]) : null;
}
