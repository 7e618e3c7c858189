import addressparser from 'nodemailer/lib/addressparser';
import { ComError, ok } from '../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  type IMAPISession,
  MAPI_BCC,
  MAPI_CC,
  MAPI_E_INVALID_PARAMETER,
  MAPI_TO,
  MAPI_UNICODE,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_SEARCH_KEY,
  prop,
} from '../../mapi/index.js';
import { createOneOffEntryId, recipientSearchKey } from '../../subsystem/index.js';

/** Somebody with an address. */
export interface Mailbox {
  /** What people call it; the address where there is no name. */
  readonly name?: string | undefined;
  /** `bob@example.org`. */
  readonly address: string;
}

/**
 * Whom a message is for: text as people type it (`Bob Baker <bob@example.org>, carol@example.org`), mailboxes, or a list of both. A
 * name without an address is looked up in the address book.
 */
export type People = string | Mailbox | readonly (string | Mailbox)[];

/** The kinds of recipients. */
export interface Recipients {
  /** To. */
  readonly to?: People;
  /** Cc. */
  readonly cc?: People;
  /** Bcc: in nobody's copy. */
  readonly bcc?: People;
}

/**
 * Makes the rows of a recipient list.
 *
 * @param session whose address book knows names
 * @param recipients whom it is for
 * @throws {ComError} `MAPI_E_NOT_FOUND` for a name that nobody has; `MAPI_E_INVALID_PARAMETER` for somebody without an address
 */
export async function recipientRows(session: IMAPISession, recipients: Recipients): Promise<AdrList> {
  const kinds = [
    [MAPI_TO, recipients.to],
    [MAPI_CC, recipients.cc],
    [MAPI_BCC, recipients.bcc],
  ] as const;
  const rows = kinds.flatMap(([kind, people]) =>
    mailboxesOf(people).map((each) => (typeof each === 'string' ? nameRow(each, kind) : mailboxRow(each, kind))),
  );
  const isResolved = (row: AdrEntry): boolean => row.some(([tag]) => tag === PR_ENTRYID);
  if (rows.every(isResolved)) return rows;
  using book = await ok(session.OpenAddressBook(0, null, 0));
  return (await ok(book.ResolveName(0, MAPI_UNICODE, null, rows))) ?? rows;
}

/** People one by one; a string is a name without an address. */
function mailboxesOf(people: People | undefined): readonly (string | Mailbox)[] {
  if (people === undefined) return [];
  const list: readonly (string | Mailbox)[] = Array.isArray(people) ? people : [people as string | Mailbox];
  return list.flatMap((each): readonly (string | Mailbox)[] => {
    if (typeof each === 'string')
      return addressparser(each, { flatten: true }).map(({ name, address }) => (address ? { name, address } : name));
    // A program without types may have anything here.
    if (typeof each?.address !== 'string' || each.address === '')
      throw new ComError(
        MAPI_E_INVALID_PARAMETER,
        "a recipient is a text such as 'Bob <bob@example.org>', or an object with an address and perhaps a name",
      );
    return [each];
  });
}

const nameRow = (name: string, kind: number): AdrEntry => [
  prop(PR_RECIPIENT_TYPE, kind),
  prop(PR_DISPLAY_NAME_W, name),
];

/** A row of a recipient list. */
export function mailboxRow({ name, address }: Mailbox, kind: number): AdrEntry {
  const oneOff = { name: name || address, addressType: 'SMTP', address, richInfo: false };
  return [
    prop(PR_RECIPIENT_TYPE, kind),
    prop(PR_DISPLAY_NAME_W, oneOff.name),
    prop(PR_ADDRTYPE_W, oneOff.addressType),
    prop(PR_EMAIL_ADDRESS_W, address),
    prop(PR_ENTRYID, createOneOffEntryId(oneOff)),
    prop(PR_SEARCH_KEY, recipientSearchKey(oneOff.addressType, address)),
  ];
}
