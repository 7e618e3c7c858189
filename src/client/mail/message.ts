import { ComError, check, type HResult, ok } from '../../com/index.js';
import {
  CLEAR_READ_FLAG,
  type EntryId,
  IMAPIFolder,
  type IMessage,
  IMessage as IMessageId,
  MAPI_BCC,
  MAPI_CC,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_MODIFY,
  MAPI_TO,
  MAPI_UNICODE,
  MAPI_W_PARTIAL_COMPLETION,
  MESSAGE_MOVE,
  PR_BODY_HTML_W,
  PR_BODY_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_HTML,
  PR_INTERNET_CPID,
  PR_PARENT_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_RTF_COMPRESSED,
  propId,
  SUPPRESS_RECEIPT,
} from '../../mapi/index.js';
import { textOfBytes } from '../../subsystem/index.js';
import { forwardOf, replyTo } from './answer.js';
import { attachmentsOf, type MailAttachment } from './attachment.js';
import type { MessageContent } from './content.js';
import { Draft } from './draft.js';
import { entryColumns, MessageEntry } from './entry.js';
import type { MailFolder } from './folder.js';
import type { Mailbox } from './people.js';
import { readBytes, readText } from './read.js';
import { resend } from './resend.js';
import type { MailSession } from './session.js';

/** A recipient of a message. */
export interface MailRecipient extends Mailbox {
  readonly kind: 'to' | 'cc' | 'bcc';
}

/**
 * A message that is open.
 *
 * @example
 * ```ts
 * for await (const entry of session.inbox.messages({ where: { unread: true } })) {
 *   using mail = await entry.open();
 *   for await (const attachment of mail.attachments()) console.log(attachment.name, attachment.size);
 *   const answer = await mail.reply({ text: 'Thank you!' });
 *   await answer.send();
 * }
 * ```
 */
export class MailMessage extends MessageEntry implements Disposable, AsyncDisposable {
  /** The message itself, one register below. */
  readonly raw: IMessage;
  readonly #session: MailSession;
  #open = true;

  private constructor(session: MailSession, raw: IMessage, row: ConstructorParameters<typeof MessageEntry>[1]) {
    super(session, row);
    this.#session = session;
    this.raw = raw;
  }

  /**
   * Wraps an open message.
   *
   * @param session whose it is
   * @param raw the message; released with this object
   */
  static async of(session: MailSession, raw: IMessage): Promise<MailMessage> {
    try {
      return new MailMessage(session, raw, await ok(raw.GetProps(entryColumns, 0)));
    } catch (error) {
      raw.Release();
      throw error;
    }
  }

  /** The plain text; empty without one. */
  async text(): Promise<string> {
    return (await readText(this.raw, PR_BODY_W)) ?? '';
  }

  /** The HTML; null when the message is plain text. */
  async html(): Promise<string | null> {
    // The store makes every form from every other one when it is asked for; what it has is what its list names.
    const has = new Set((await ok(this.raw.GetPropList(MAPI_UNICODE))).map(propId));
    if (!has.has(propId(PR_HTML)) && !has.has(propId(PR_RTF_COMPRESSED))) return null;
    const bytes = await readBytes(this.raw, PR_HTML);
    // As text it needs no code page.
    if (bytes === null) return await readText(this.raw, PR_BODY_HTML_W);
    const codePage = (await ok(this.raw.GetProps([PR_INTERNET_CPID], 0))).get(PR_INTERNET_CPID);
    return textOfBytes(bytes, codePage ?? 65001);
  }

  /** Whom it was for, in order. */
  async recipients(): Promise<readonly MailRecipient[]> {
    using table = await ok(this.raw.GetRecipientTable(MAPI_UNICODE));
    await ok(table.SetColumns([PR_RECIPIENT_TYPE, PR_DISPLAY_NAME_W, PR_EMAIL_ADDRESS_W]));
    const rows = await ok(table.QueryRows(1_000_000, 0));
    return rows.flatMap((row) => {
      const kind = kinds.get(row.get(PR_RECIPIENT_TYPE) ?? 0);
      if (kind === undefined) return [];
      return [{ kind, name: row.get(PR_DISPLAY_NAME_W) ?? undefined, address: row.get(PR_EMAIL_ADDRESS_W) ?? '' }];
    });
  }

  /** Its attachments, one by one. */
  attachments(): AsyncGenerator<MailAttachment, void, undefined> {
    return attachmentsOf(this.raw, (raw) => MailMessage.of(this.#session, raw));
  }

  /**
   * Begins an answer to the sender, or to whom answers shall go. The original stands below as a quotation: plain text stays plain,
   * HTML stays HTML with the images that it shows.
   *
   * @param content your text, which comes above the original; more recipients, attachments and so on
   * @returns the draft
   */
  reply(content: MessageContent = {}): Promise<Draft> {
    return replyTo(this.#session, this, content, 'sender');
  }

  /**
   * Begins an answer to the sender and everybody else who got it, but yourself.
   *
   * @param content as for {@link MailMessage.reply}
   */
  replyAll(content: MessageContent = {}): Promise<Draft> {
    return replyTo(this.#session, this, content, 'all');
  }

  /**
   * Begins a message that passes this one on, with its attachments, the images in its HTML among them.
   *
   * @param content whom to, and your text, which comes above the original
   */
  forward(content: MessageContent = {}): Promise<Draft> {
    return forwardOf(this.#session, this, content);
  }

  /**
   * Begins a message that is this one once more. Of a report that it was not delivered: the message that is reported, to those alone
   * who did not get it.
   *
   * @throws {ComError} `MAPI_E_NOT_FOUND` for a report without the message it is about
   */
  resend(): Promise<Draft> {
    return resend(this.#session, this);
  }

  /**
   * Goes on writing it: a draft that was saved, or a message that was taken back from the Outbox.
   *
   * @returns the draft, which is open besides this object
   * @throws {ComError} `MAPI_E_SUBMITTED` while it waits to be sent: `session.cancel` takes it back
   */
  async edit(): Promise<Draft> {
    this.#requireFolder();
    const { lppUnk } = await ok(this.#session.store.OpenEntry(this.entryId, IMessageId, MAPI_MODIFY));
    return new Draft(this.#session, lppUnk);
  }

  /**
   * Marks it as read, or as unread.
   *
   * @param read which; true when nothing is said. The sender who asked for a receipt gets none of this
   */
  async markRead(read = true): Promise<void> {
    await ok(this.raw.SetReadFlag(read ? SUPPRESS_RECEIPT : CLEAR_READ_FLAG));
  }

  /**
   * Moves it.
   *
   * @param folder where to
   */
  async moveTo(folder: MailFolder): Promise<void> {
    using parent = await this.#parent();
    complete(await check(parent.CopyMessages([this.entryId], IMAPIFolder, folder.raw, 0, null, MESSAGE_MOVE)));
  }

  /**
   * Copies it.
   *
   * @param folder where to
   */
  async copyTo(folder: MailFolder): Promise<void> {
    using parent = await this.#parent();
    complete(await check(parent.CopyMessages([this.entryId], IMAPIFolder, folder.raw, 0, null, 0)));
  }

  /**
   * Moves it to Deleted Items, or deletes it for good, and lets go of it.
   *
   * @param options `permanently`: nothing brings it back
   * @throws {ComError} `MAPI_E_NOT_FOUND` when it could not be removed, because it is not there any more or waits to be sent
   */
  async delete(options: { readonly permanently?: boolean } = {}): Promise<void> {
    using parent = await this.#parent();
    if (options.permanently !== true) await this.moveTo(this.#session.deletedItems);
    // A message that somebody has open for writing is not deleted.
    this[Symbol.dispose]();
    if (options.permanently === true) complete(await check(parent.DeleteMessages([this.entryId], 0, null, 0)));
  }

  /** Lets go of it. */
  [Symbol.dispose](): void {
    if (this.#open) this.raw.Release();
    this.#open = false;
  }

  /** As `Symbol.dispose`, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    this[Symbol.dispose]();
  }

  async #parent(): Promise<IMAPIFolder> {
    this.#requireFolder();
    const entryId = (await ok(this.raw.GetProps([PR_PARENT_ENTRYID], 0))).get(PR_PARENT_ENTRYID) as EntryId;
    return (await ok(this.#session.store.OpenEntry(entryId, IMAPIFolder, MAPI_MODIFY))).lppUnk;
  }

  /** Without an entry identifier the store would take its root for what is meant. */
  #requireFolder(): void {
    if (this.entryId.length === 0)
      throw new ComError(MAPI_E_NO_SUPPORT, `the message ${this.subject} is in another message, not in a folder`);
  }
}

function complete(hr: HResult): void {
  if (hr === MAPI_W_PARTIAL_COMPLETION)
    throw new ComError(MAPI_E_NOT_FOUND, 'the message is not there any more, or waits to be sent');
}

const kinds: ReadonlyMap<number, MailRecipient['kind']> = new Map([
  [MAPI_TO, 'to'],
  [MAPI_CC, 'cc'],
  [MAPI_BCC, 'bcc'],
]);
