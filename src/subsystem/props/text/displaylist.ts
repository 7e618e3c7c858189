/** One recipient, as display lists need it. */
export interface Listed {
  /** PR_RECIPIENT_TYPE: MAPI_TO 1, MAPI_CC 2, MAPI_BCC 3, perhaps with MAPI_P1 and MAPI_SUBMITTED. */
  readonly type: number;
  /** PR_DISPLAY_NAME. */
  readonly name: string;
}

/**
 * The names of the recipients of one kind, as PR_DISPLAY_TO, PR_DISPLAY_CC and PR_DISPLAY_BCC hold them.
 *
 * @param recipients all recipients in their order; copies for another sending of the message (MAPI_P1) are passed over
 * @param type MAPI_TO, MAPI_CC or MAPI_BCC
 * @returns the names with semicolons between them; empty without recipients. A semicolon within a name, which MAPI does not
 *   allow, becomes a comma
 * @spec pidtagdisplayto-canonical-property
 */
export function displayList(recipients: readonly Listed[], type: number): string {
  let list: string | null = null;
  for (const recipient of recipients) {
    if ((recipient.type & kind) !== type || (recipient.type & resent) !== 0) continue;
    const name = recipient.name.includes(';') ? recipient.name.replaceAll(';', ',') : recipient.name;
    list = list === null ? name : `${list}; ${name}`;
  }
  return list ?? '';
}

const kind = 0x0fffffff;
const resent = 0x10000000;
