import { IStream, marshal } from '../../com/index.js';
import { restriction } from './restriction.js';

const { arrayOf, bytes, pointerTo, referenceTo, structure, text, u32 } = marshal;

const number: marshal.WireType = {
  write: (writer, value) => writer.u32((value as number | undefined) ?? 0),
  read: (reader) => reader.u32(),
};
const list = <T>(of: marshal.WireType<T>): marshal.WireType => ({
  write: (writer, value, references) =>
    arrayOf(of).write(writer, (value as readonly T[] | undefined) ?? [], references),
  read: (reader, references) => arrayOf(of).read(reader, references) ?? [],
});

const MapiRecipDesc = structure({
  ulReserved: number,
  ulRecipClass: number,
  lpszName: text,
  lpszAddress: text,
  lpEntryID: bytes,
});
const MapiFileTagExt = structure({ ulReserved: number, lpTag: bytes, lpEncoding: bytes });
/** An attached file, with the stream of its bytes where there is one. */
const MapiFileDesc = structure({
  ulReserved: number,
  flFlags: number,
  nPosition: number,
  lpszPathName: text,
  lpszFileName: text,
  lpFileType: pointerTo(MapiFileTagExt),
  content: referenceTo(IStream),
});
/** A message of Simple MAPI. */
export const MapiMessage: marshal.WireType<Record<string, unknown>> = structure({
  ulReserved: number,
  lpszSubject: text,
  lpszNoteText: text,
  lpszMessageType: text,
  lpszDateReceived: text,
  lpszConversationID: text,
  flFlags: number,
  lpOriginator: pointerTo(MapiRecipDesc),
  lpRecips: list(MapiRecipDesc),
  lpFiles: list(MapiFileDesc),
});

// The functions that a dialog calls are not carried.
const ADRPARM: marshal.WireType<Record<string, unknown>> = (() => {
  const carried = structure({
    lpABContEntryID: bytes,
    ulFlags: u32,
    ulHelpContext: u32,
    lpszHelpFileName: text,
    lpszCaption: text,
    lpszNewEntryTitle: text,
    lpszDestWellsTitle: text,
    cDestFields: u32,
    nDestFieldFocus: u32,
    lppszDestTitles: arrayOf(text),
    lpulDestComps: arrayOf(u32),
    lpContRestriction: pointerTo(restriction),
    lpHierRestriction: pointerTo(restriction),
  });
  return {
    write: (writer, value, references) => carried.write(writer, value, references),
    read: (reader, references) => ({
      ...carried.read(reader, references),
      lpfnABSDI: null,
      lpfnDismiss: null,
      lpvDismissContext: null,
    }),
  };
})();

/** The structures of Simple MAPI and of address dialogs. */
export const simpleStructures: Readonly<Record<string, marshal.WireType<Record<string, unknown>>>> = {
  MapiFileDesc,
  MapiMessage,
  MapiRecipDesc,
  ADRPARM,
};
