/** One row of the table about MIME. */
export interface MimeCase {
  /** Key of the row in the JSON object. */
  readonly key: string;
  /** What is measured, for people. */
  readonly title: string;
  /** What our rate over the library's must reach. */
  readonly bound: number;
  /** What both sides do. */
  readonly task: MimeTask;
  /** How often each does it before anything is timed. */
  readonly warmUp: number;
}

/**
 * What is done in the rounds of a side.
 *
 * - `parse-small`: mail of 2 KB, text and HTML, becomes the properties, recipients and attachments of a message; over
 *   postal-mime alone, which makes an object of its own.
 * - `parse-large`: the same of mail of 7 MB with an attachment.
 * - `render-small`: a message in a store, opened before, becomes the bytes of mail; over nodemailer's MailComposer, which is given
 *   the same people, texts and subject as an object.
 */
export type MimeTask = 'parse-small' | 'parse-large' | 'render-small';

/** All rows, in the order in which they are measured. */
export const mimeCases: readonly MimeCase[] = [
  {
    key: 'mime.parse.small',
    title: 'MIME of 2 KB to properties, over postal-mime',
    bound: 0.75,
    task: 'parse-small',
    warmUp: 5000,
  },
  {
    key: 'mime.parse.large',
    title: 'MIME of 7 MB to properties, over postal-mime',
    bound: 0.85,
    task: 'parse-large',
    warmUp: 10,
  },
  {
    key: 'mime.render.small',
    title: 'properties to MIME of 2 KB, over MailComposer',
    bound: 0.8,
    task: 'render-small',
    warmUp: 3000,
  },
];
