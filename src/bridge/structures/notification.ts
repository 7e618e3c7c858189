import { marshal } from '../../com/index.js';
import {
  fnevCriticalError,
  fnevExtended,
  fnevNewMail,
  fnevObjectCopied,
  fnevObjectCreated,
  fnevObjectDeleted,
  fnevObjectModified,
  fnevObjectMoved,
  fnevSearchComplete,
  fnevStatusObjectModified,
  fnevTableModified,
  type NOTIFICATION,
} from '../../mapi/index.js';
import { MAPIERROR } from './properties.js';
import { propRow, propValue, propValues, tagArray } from './propvalue.js';

const { bytes, i32, MalformedError, pointerTo, structure, text, u32 } = marshal;

const object = structure({
  lpEntryID: bytes,
  ulObjType: u32,
  lpParentID: bytes,
  lpOldID: bytes,
  lpOldParentID: bytes,
  lpPropTagArray: tagArray,
});

const infos: ReadonlyMap<number, marshal.WireType<Record<string, unknown>>> = new Map([
  [fnevCriticalError, structure({ lpEntryID: bytes, scode: i32, ulFlags: u32, lpMAPIError: pointerTo(MAPIERROR) })],
  [
    fnevNewMail,
    structure({ lpEntryID: bytes, lpParentID: bytes, ulFlags: u32, lpszMessageClass: text, ulMessageFlags: u32 }),
  ],
  [fnevObjectCreated, object],
  [fnevObjectDeleted, object],
  [fnevObjectModified, object],
  [fnevObjectMoved, object],
  [fnevObjectCopied, object],
  [fnevSearchComplete, object],
  [
    fnevTableModified,
    structure({ ulTableEvent: u32, hResult: i32, propIndex: propValue, propPrior: propValue, row: propRow }),
  ],
  [fnevStatusObjectModified, structure({ lpEntryID: bytes, lpPropVals: propValues })],
  [fnevExtended, structure({ ulEvent: u32, pbEventParameters: bytes })],
]);

function infoOf(type: number): marshal.WireType<Record<string, unknown>> {
  const info = infos.get(type >>> 0);
  if (!info) throw new MalformedError(`0x${(type >>> 0).toString(16)} is no kind of event`);
  return info;
}

/** One event. */
export const notification: marshal.WireType<NOTIFICATION> = {
  write(writer, { ulEventType, info }, references) {
    writer.u32(ulEventType);
    infoOf(ulEventType).write(writer, info as unknown as Record<string, unknown>, references);
  },
  read(reader, references) {
    const ulEventType = reader.u32();
    return { ulEventType, info: infoOf(ulEventType).read(reader, references) } as unknown as NOTIFICATION;
  },
};
