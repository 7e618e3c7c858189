/** A recipient or an originator. */
export interface MapiRecipDesc {
  /** Reserved: 0. */
  readonly ulReserved?: number;
  /** `MAPI_ORIG`, `MAPI_TO`, `MAPI_CC` or `MAPI_BCC`. */
  readonly ulRecipClass: number;
  /** The name, as people see it; looked up in the address book when there is neither an address nor an entry identifier. */
  readonly lpszName?: string | null;
  /** The address with its type, `SMTP:ann@example.com`, or an Internet address alone. */
  readonly lpszAddress?: string | null;
  /** Who is meant, for the address book; `ulEIDSize` is its length. */
  readonly lpEntryID?: Uint8Array | null;
}

/** What kind of file an attachment is. */
export interface MapiFileTagExt {
  /** Reserved: 0. */
  readonly ulReserved?: number;
  /** The X.400 object identifier of the type; `cbTag` is its length. */
  readonly lpTag?: Uint8Array | null;
  /** The X.400 object identifier of the encoding; `cbEncoding` is its length. */
  readonly lpEncoding?: Uint8Array | null;
}

/** An attached file. */
export interface MapiFileDesc {
  /** Reserved: 0. */
  readonly ulReserved?: number;
  /** `MAPI_OLE`, `MAPI_OLE_STATIC`; the file's bytes are attached as they are in any case. */
  readonly flFlags?: number;
  /** The index of the character of the text that it stands for; -1 for none. */
  readonly nPosition?: number;
  /** Where the file lies. In a message that was read without its attachments: null. */
  readonly lpszPathName: string | null;
  /** What the recipient sees; the file's own name when there is none. */
  readonly lpszFileName?: string | null;
  /** What kind of file it is. */
  readonly lpFileType?: MapiFileTagExt | null;
  /** comail's own: its bytes, where a caller has them and no file of this machine; `lpszPathName` then only names it. */
  readonly content?: AsyncIterable<Uint8Array>;
}

/** A message. */
export interface MapiMessage {
  /** Reserved: 0, or `CP_UTF8` (65001) where the texts are bytes of UTF-8. */
  readonly ulReserved?: number;
  /** The subject. */
  readonly lpszSubject?: string | null;
  /** The text. */
  readonly lpszNoteText?: string | null;
  /** The message class; `IPM.Note` when there is none. */
  readonly lpszMessageType?: string | null;
  /** When it came: `YYYY/MM/DD HH:MM`. */
  readonly lpszDateReceived?: string | null;
  /** The conversation that it belongs to. */
  readonly lpszConversationID?: string | null;
  /** `MAPI_UNREAD`, `MAPI_RECEIPT_REQUESTED`, `MAPI_SENT`. */
  readonly flFlags?: number;
  /** Who wrote it; passed over when a message is sent or saved. */
  readonly lpOriginator?: MapiRecipDesc | null;
  /** Whom it is for. */
  readonly lpRecips?: readonly MapiRecipDesc[];
  /** What is attached. */
  readonly lpFiles?: readonly MapiFileDesc[];
}
