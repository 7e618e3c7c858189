import { textOfBytes } from '../props/index.js';
import type { MapiFileDesc, MapiMessage, MapiRecipDesc } from './structures.js';

/** A structure whose texts may be bytes, as the functions whose names end in no W have them. */
export type Ansi<T> = {
  readonly [K in keyof T]: string extends T[K] ? T[K] | Uint8Array : T[K];
};

/** As {@link MapiRecipDesc}, with texts as bytes. */
export type AnsiRecipDesc = Ansi<MapiRecipDesc>;

/** As {@link MapiFileDesc}, with texts as bytes. */
export type AnsiFileDesc = Ansi<MapiFileDesc>;

/** As {@link MapiMessage}, with texts as bytes. */
export type AnsiMessage = Omit<Ansi<MapiMessage>, 'lpOriginator' | 'lpRecips' | 'lpFiles'> & {
  readonly lpOriginator?: AnsiRecipDesc | null;
  readonly lpRecips?: readonly AnsiRecipDesc[];
  readonly lpFiles?: readonly AnsiFileDesc[];
};

const CP_UTF8 = 65001;

/**
 * A message whose texts are text.
 *
 * @param message a message whose texts are bytes, or text already
 * @param codePage what the bytes are in; `ulReserved` of `CP_UTF8` says otherwise
 * @throws {ComError} `MAPI_E_BAD_CHARWIDTH` when the code page is not known
 */
export function messageFromAnsi(message: AnsiMessage | MapiMessage, codePage: number): MapiMessage {
  if (typeof message !== 'object' || message === null) return message;
  const page = message.ulReserved === CP_UTF8 ? CP_UTF8 : codePage;
  const { lpOriginator, lpRecips, lpFiles } = message;
  return {
    ...texts<MapiMessage>(message, messageTexts, page),
    ...(lpOriginator ? { lpOriginator: recip(lpOriginator, page) } : {}),
    ...(lpRecips ? { lpRecips: lpRecips.map((each) => recip(each, page)) } : {}),
    ...(lpFiles ? { lpFiles: lpFiles.map((each) => texts<MapiFileDesc>(each, fileTexts, page)) } : {}),
  };
}

const messageTexts = ['lpszSubject', 'lpszNoteText', 'lpszMessageType', 'lpszDateReceived', 'lpszConversationID'];
const fileTexts = ['lpszPathName', 'lpszFileName'];

const recip = (each: AnsiRecipDesc, page: number): MapiRecipDesc =>
  texts<MapiRecipDesc>(each, ['lpszName', 'lpszAddress'], page);

function texts<T>(from: object, names: readonly string[], page: number): T {
  const given = from as Readonly<Record<string, unknown>>;
  const decoded = names.map((name) => {
    const value = given[name];
    return [name, value instanceof Uint8Array ? textOfBytes(value, page) : value] as const;
  });
  return { ...given, ...Object.fromEntries(decoded.filter(([, value]) => value !== undefined)) } as T;
}
