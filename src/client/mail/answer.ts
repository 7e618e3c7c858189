import { fileTimeNow } from '../../base/index.js';
import { ok } from '../../com/index.js';
import { flatEntries, parseOneOff } from '../../convert/index.js';
import {
  IAttach,
  PR_ATTACH_NUM,
  PR_CONVERSATION_INDEX,
  PR_CONVERSATION_TOPIC_W,
  PR_IN_REPLY_TO_ID_W,
  PR_INTERNET_MESSAGE_ID_W,
  PR_INTERNET_REFERENCES_W,
  PR_NORMALIZED_SUBJECT_W,
  PR_REPLY_RECIPIENT_ENTRIES,
  type PropValue,
  prop,
} from '../../mapi/index.js';
import type { MailAttachment } from './attachment.js';
import type { MessageContent } from './content.js';
import type { Draft } from './draft.js';
import type { MailMessage, MailRecipient } from './message.js';
import type { Mailbox, People } from './people.js';
import { quoted } from './quote.js';
import type { MailSession } from './session.js';

/** Begins an answer: see {@link MailMessage.reply}. */
export async function replyTo(
  session: MailSession,
  mail: MailMessage,
  content: MessageContent,
  whom: 'sender' | 'all',
): Promise<Draft> {
  const threading = await threadOf(mail);
  const answered = await answeredTo(mail);
  const own = (await session.identity())?.address.toLowerCase();
  const taken = new Set(answered.map(({ address }) => address.toLowerCase()));
  const others =
    whom === 'sender'
      ? []
      : (await mail.recipients()).filter(({ kind, address }) => {
          const known = address.toLowerCase();
          if (kind === 'bcc' || known === own || taken.has(known)) return false;
          taken.add(known);
          return true;
        });
  const of = (kind: MailRecipient['kind']): readonly Mailbox[] => others.filter((each) => each.kind === kind);
  const { content: texts, shown } = await quoted(mail, content, 'reply');
  const draft = await session.outbox.compose({
    subject: `RE: ${threading.topic}`,
    ...content,
    ...texts,
    to: [...answered, ...of('to'), ...listOf(content.to)],
    cc: [...of('cc'), ...listOf(content.cc)],
    props: [...threading.props, ...(content.props ?? [])],
  });
  // The images that the quotation shows go with it; who has sent a file needs it back no more than a letter.
  return await withAttachments(draft, mail, ({ contentId }) => contentId !== null && shows(shown, contentId));
}

/** Begins a message that passes another one on: see {@link MailMessage.forward}. */
export async function forwardOf(session: MailSession, mail: MailMessage, content: MessageContent): Promise<Draft> {
  const { topic } = await threadOf(mail);
  const { content: texts } = await quoted(mail, content, 'forward');
  const draft = await session.outbox.compose({ subject: `FW: ${topic}`, ...content, ...texts });
  return await withAttachments(draft, mail, () => true);
}

async function withAttachments(
  draft: Draft,
  mail: MailMessage,
  wanted: (attachment: MailAttachment) => boolean,
): Promise<Draft> {
  try {
    for await (const attachment of mail.attachments()) {
      if (!wanted(attachment)) continue;
      using original = await attachment.raw();
      const { lppAttach } = await ok(draft.raw.CreateAttach(null, 0));
      using copy = lppAttach;
      await ok(original.CopyTo(null, [PR_ATTACH_NUM], 0, null, IAttach, copy, 0));
      await ok(copy.SaveChanges(0));
    }
    return draft;
  } catch (error) {
    draft[Symbol.dispose]();
    throw error;
  }
}

const shows = (html: string | null, contentId: string): boolean =>
  html?.includes(`cid:${contentId.replaceAll(/[<>]/g, '')}`) === true;

/** Who gets the answer: whom the sender wants it to go to, else the sender. */
async function answeredTo(mail: MailMessage): Promise<readonly Mailbox[]> {
  const entries = (await ok(mail.raw.GetProps([PR_REPLY_RECIPIENT_ENTRIES], 0))).get(PR_REPLY_RECIPIENT_ENTRIES);
  const wanted = (entries === null ? [] : flatEntries(entries)).flatMap((entryId) => {
    const oneOff = parseOneOff(entryId);
    return oneOff === null || oneOff.addressType.toUpperCase() !== 'SMTP'
      ? []
      : [{ name: oneOff.name, address: oneOff.address }];
  });
  if (wanted.length > 0) return wanted;
  return mail.from === null || mail.from.address === '' ? [] : [mail.from];
}

/** What ties an answer to the message it answers. @spec RFC 5322 section 3.6.4 */
async function threadOf(mail: MailMessage): Promise<{ readonly topic: string; readonly props: readonly PropValue[] }> {
  const row = await ok(
    mail.raw.GetProps(
      [
        PR_NORMALIZED_SUBJECT_W,
        PR_CONVERSATION_TOPIC_W,
        PR_CONVERSATION_INDEX,
        PR_INTERNET_MESSAGE_ID_W,
        PR_INTERNET_REFERENCES_W,
      ],
      0,
    ),
  );
  const id = row.get(PR_INTERNET_MESSAGE_ID_W);
  const references = [row.get(PR_INTERNET_REFERENCES_W), id].filter((each) => each).join(' ');
  const topic = row.get(PR_NORMALIZED_SUBJECT_W) ?? mail.subject;
  const index = row.get(PR_CONVERSATION_INDEX);
  return {
    topic,
    props: [
      prop(PR_CONVERSATION_TOPIC_W, row.get(PR_CONVERSATION_TOPIC_W) ?? topic),
      ...(index === null || index.length < 22 ? [] : [prop(PR_CONVERSATION_INDEX, childOf(index))]),
      ...(id ? [prop(PR_IN_REPLY_TO_ID_W, id), prop(PR_INTERNET_REFERENCES_W, references)] : []),
    ],
  };
}

/** A conversation index with a block for one more answer: how long after the message it was written. */
function childOf(index: Uint8Array): Uint8Array {
  const header = Buffer.from(index);
  const began = header.readBigUInt64BE(0) & ~0xffffn;
  const now = fileTimeNow();
  const since = now > began ? now - began : 0n;
  const long = since >= 1n << 49n;
  const block = Buffer.alloc(5);
  block.writeUInt32BE(Number((since >> (long ? 23n : 18n)) & 0x7fffffffn) + (long ? 0x80000000 : 0));
  block[4] = Math.floor(Math.random() * 256);
  return new Uint8Array(Buffer.concat([header, block]));
}

const listOf = (people: People | undefined): readonly (string | Mailbox)[] =>
  people === undefined ? [] : typeof people === 'string' || 'address' in people ? [people] : people;
