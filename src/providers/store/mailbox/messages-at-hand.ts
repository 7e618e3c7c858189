import {
  type EntryId,
  isString,
  MAPI_MESSAGE,
  PR_CHANGE_KEY,
  PR_ENTRYID,
  PR_PARENT_ENTRYID,
  type PropTag,
  propId,
  propType,
} from '../../../mapi/index.js';
import { type AsciiText, type StoredMessage, type StoredProps, textOfBytes } from '../../../subsystem/index.js';
import {
  attachments,
  type BigValue,
  bigValues,
  type MessageRow,
  messages,
  readBig,
  recipientsOfMany,
  type Stored,
} from '../sql/index.js';
import { xidOf } from './change-key.js';
import type { Mailbox } from './mailbox.js';

/**
 * Reads messages as they are stored.
 *
 * @param mailbox whose messages
 * @param entryIds the messages
 * @param recipients whether their recipients are wanted, too
 * @returns each of them; null for one that is gone
 * @throws {ComError} `MAPI_E_INVALID_ENTRYID`, `MAPI_E_UNKNOWN_ENTRYID`
 */
export function messagesAtHand(
  mailbox: Mailbox,
  entryIds: readonly EntryId[],
  recipients: boolean,
): readonly (StoredMessage | null)[] {
  const ids = entryIds.map((each) => {
    const { kind, id } = mailbox.ids.parse(each);
    return kind === MAPI_MESSAGE ? id : 0;
  });
  return storedMessages(mailbox, ids, entryIds, recipients);
}

/**
 * Reads messages as they are stored, by the ids of their rows.
 *
 * @param mailbox whose messages
 * @param ids the messages
 * @param entryIds their entry identifiers, where they are known
 * @param recipients whether their recipients are wanted, too
 * @returns each of them; null for one that is gone
 */
export function storedMessages(
  mailbox: Mailbox,
  ids: readonly number[],
  entryIds: readonly EntryId[] | null,
  recipients: boolean,
): readonly (StoredMessage | null)[] {
  const found = mailbox.read((db) => messages(db, ids));
  const people = recipients ? mailbox.read((db) => recipientsOfMany(db, [...found.keys()])) : null;
  return ids.map((id, index) => {
    const row = found.get(id);
    // An embedded message is read through the one that it is embedded in.
    if (!row || row.folder === null) return null;
    return new AtHand(
      mailbox,
      row,
      entryIds?.[index] ?? mailbox.ids.message(id),
      people?.get(id)?.map(partOf) ?? nobody,
    );
  });
}

const nobody: readonly StoredProps[] = Object.freeze([]);

const partOf = (stored: Stored): StoredProps => ({
  get: (tag) => stored.typed(tag),
  ascii: (tag) => stored.ascii(tag),
});

class AtHand implements StoredMessage {
  readonly recipients: readonly StoredProps[];
  readonly #mailbox: Mailbox;
  readonly #row: MessageRow;
  readonly #entryId: EntryId;
  #big: readonly BigValue[] | null = null;

  constructor(mailbox: Mailbox, row: MessageRow, entryId: EntryId, recipients: readonly StoredProps[]) {
    this.#mailbox = mailbox;
    this.#row = row;
    this.#entryId = entryId;
    this.recipients = recipients;
  }

  get attachments(): readonly StoredProps[] {
    return this.#mailbox.read((db) => attachments(db, this.#row.id)).map(partOf);
  }

  get<T>(tag: PropTag<T>): T | null {
    return this.#own(tag) as T | null;
  }

  ascii(tag: PropTag<string>): AsciiText | null {
    return this.#row.ascii(tag);
  }

  #own(tag: PropTag): unknown {
    const { ids } = this.#mailbox;
    const row = this.#row;
    switch (propId(tag)) {
      case entryId:
        return this.#entryId;
      case parent:
        return ids.folder(row.folder as number);
      case change:
        return xidOf(ids.uid, row.change);
      default: {
        const value = row.typed(tag);
        return value === null && row.big > 0 ? this.#large(tag) : value;
      }
    }
  }

  #large(tag: PropTag): unknown {
    const { id } = this.#row;
    this.#big ??= this.#mailbox.read((db) => bigValues(db, { kind: 2, id }));
    const large = this.#big.find((one) => propId(one.tag) === propId(tag));
    if (!large || !fits(large.tag, tag)) return null;
    const bytes = this.#mailbox.read((db) => readBig(db, large.big, 0, large.size));
    return isString(large.tag) ? textOfBytes(bytes, null) : bytes;
  }
}

const fits = (real: PropTag, asked: PropTag): boolean =>
  propType(real) === propType(asked) || (isString(real) && isString(asked));

const entryId = propId(PR_ENTRYID);
const parent = propId(PR_PARENT_ENTRYID);
const change = propId(PR_CHANGE_KEY);
