import MailComposer from 'nodemailer/lib/mail-composer';
import { reader, type SpoolLetter, spoolLetter, writer } from '../spool/letters.js';

/** How many different messages a round goes through. */
export const variants = 32;

/** Bytes of the attachment of a large message, of which base64 makes a third more. */
const attachmentBytes = 5_100_000;

/** The small letters. */
export const smallLetters: readonly SpoolLetter[] = Array.from({ length: variants }, (_, n) => spoolLetter(n));

/** What MailComposer is given of a letter; when it was written is the same for all. */
export const composed = (letter: SpoolLetter) => ({
  from: { ...writer },
  to: { ...reader },
  date: new Date(Date.UTC(2026, 2, 4, 5, 6, 7)),
  messageId: `<${letter.subject.replaceAll(' ', '.')}@example.com>`,
  ...letter,
});

/** Small mail: text and HTML. */
export const smallMail = (): Promise<readonly Buffer[]> =>
  Promise.all(smallLetters.map((letter) => built(composed(letter))));

/** Large mail: text, HTML and an attachment. One message is enough, for it is read to its end each time. */
export async function largeMail(): Promise<readonly Buffer[]> {
  const content = Buffer.alloc(attachmentBytes);
  for (let at = 0, state = 1; at + 4 <= content.length; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    content.writeUInt32LE(state, at);
  }
  const [letter] = smallLetters as [SpoolLetter];
  return [await built({ ...composed(letter), attachments: [{ filename: 'plan.bin', content }] })];
}

/**
 * Bytes of mail by nodemailer's composer.
 *
 * @param data what it is given
 */
export const built = (data: ConstructorParameters<typeof MailComposer>[0]): Promise<Buffer> =>
  new MailComposer(data).compile().build();
