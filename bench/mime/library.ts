import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { readMime } from '../../src/convert/index.js';
import type { MimeTask } from './cases.js';
import type { MimeContender } from './contender.js';
import { built, composed, largeMail, smallLetters, smallMail } from './letters.js';
import { shown, shownPlan } from './seen.js';

/**
 * The library alone.
 *
 * @param task what it does
 */
export async function openLibrary(task: MimeTask): Promise<MimeContender> {
  if (task === 'render-small') return renders();
  const mail = task === 'parse-small' ? await smallMail() : await largeMail();
  return {
    async round(count) {
      for (let done = 0; done < count; done += 1) await PostalMime.parse(mail[done % mail.length] as Buffer);
    },
    async check() {
      const seen: string[] = [];
      for (const one of mail) {
        const { subject = '', from, to = [], text = '', html = '', attachments } = await PostalMime.parse(one);
        const hashes = attachments.map(({ filename, content }) => [
          filename,
          createHash('sha256')
            .update(Buffer.from(content as ArrayBuffer))
            .digest('hex'),
        ]);
        seen.push(shown(subject, from?.address, to[0]?.address, text, html, hashes));
      }
      return seen.join('\n');
    },
    close: () => undefined,
  };
}

function renders(): MimeContender {
  const letters = smallLetters.map(composed);
  return {
    async round(count) {
      for (let done = 0; done < count; done += 1)
        await built(letters[done % letters.length] as (typeof letters)[number]);
    },
    async check() {
      const seen: string[] = [];
      for (const letter of letters) seen.push(shownPlan(readMime(await built(letter))));
      return seen.join('\n');
    },
    close: () => undefined,
  };
}
