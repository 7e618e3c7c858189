import { guidFromBytes } from '../../com/index.js';
import {
  type AdrEntry,
  ATTACH_BY_VALUE,
  ATTACH_EMBEDDED_MSG,
  ATTACH_OLE,
  IMessage,
  LVL_ATTACHMENT,
  LVL_MESSAGE,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_FILENAME_W,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_BODY_W,
  PR_MESSAGE_CLASS_W,
  PR_RENDERING_POSITION,
  PR_SUBJECT_W,
  type PropValue,
  PT_ERROR,
  PT_NULL,
  PT_OBJECT,
  prop,
  propId,
  propType,
  TNEF_SIGNATURE,
} from '../../mapi/index.js';
import { decodeBytes } from '../mime/parse/charset.js';
import type { AttachmentPlan, MessagePlan, NamedValue } from '../plan/plan.js';
import { Cursor, TnefBroken, withoutZeros } from './cursor.js';
import { TNEF_DEPTH, TNEF_VALUES } from './limits.js';
import { readProps, type TnefObject, takeProp } from './props.js';

/**
 * Reads a TNEF stream, such as a file winmail.dat: properties, recipients and attachments, and messages within them.
 *
 * @param bytes the stream
 * @returns what it holds; of one that is cut off what comes before. null when it is no TNEF, or holds nothing
 * @spec MS-OXTNEF
 */
export const readTnef = (bytes: Uint8Array): MessagePlan | null => readStream(bytes, TNEF_DEPTH);

interface Building {
  readonly props: PropValue[];
  readonly named: NamedValue[];
  data: Uint8Array | null;
}

function readStream(bytes: Uint8Array, depth: number): MessagePlan | null {
  const cursor = new Cursor(bytes);
  const message: Building = { props: [], named: [], data: null };
  const attachments: Building[] = [];
  const recipients: AdrEntry[] = [];
  const state = { charset: 'windows-1252' };
  try {
    if (cursor.long() !== TNEF_SIGNATURE) return null;
    cursor.word();
    while (cursor.left > 0) {
      const level = cursor.byte();
      const attribute = cursor.long();
      const data = cursor.bytes(cursor.long());
      // Two bytes of checksum: what is damaged is told by what can't be read.
      cursor.word();
      if (level === LVL_MESSAGE) messageAttribute(message, recipients, attribute & 0xffff, data, state);
      else if (level === LVL_ATTACHMENT) attachmentAttribute(attachments, attribute & 0xffff, data, state.charset);
      else break;
    }
  } catch (error) {
    if (!(error instanceof TnefBroken)) throw error;
  }
  if (message.props.length + message.named.length + attachments.length + recipients.length === 0) return null;
  return {
    props: message.props.filter(travels),
    named: message.named,
    recipients,
    attachments: attachments.map((one) => finished(one, depth)),
  };
}

const [OEM_CODE_PAGE, MESSAGE_CLASS, SUBJECT, BODY, MSG_PROPS, RECIP_TABLE] = [
  0x9007, 0x8008, 0x8004, 0x800c, 0x9003, 0x9004,
];
const [REND_DATA, ATTACH_TITLE, ATTACH_DATA, ATTACHMENT] = [0x9002, 0x8010, 0x800f, 0x9005];

function messageAttribute(
  message: Building,
  recipients: AdrEntry[],
  attribute: number,
  data: Buffer,
  state: { charset: string },
): void {
  if (attribute === OEM_CODE_PAGE && data.length >= 4) state.charset = charsetOfPage(data.readUInt32LE(0));
  else if (attribute === MESSAGE_CLASS) add(message, PR_MESSAGE_CLASS_W, classOf(text(data, state.charset)));
  else if (attribute === SUBJECT) add(message, PR_SUBJECT_W, text(data, state.charset));
  else if (attribute === BODY) add(message, PR_BODY_W, text(data, state.charset));
  else if (attribute === MSG_PROPS) merge(message, data, state.charset);
  else if (attribute === RECIP_TABLE) {
    const cursor = new Cursor(data);
    const count = cursor.long();
    if (count > TNEF_VALUES) throw new TnefBroken(`${count} recipients`);
    for (let index = 0; index < count; index += 1)
      recipients.push(readProps(cursor, state.charset).props.filter(isPlain));
  }
}

// The attribute names the classes that MAPI knows by older names, some with the product before them.
function classOf(written: string): string {
  const name = written.replace(/^Microsoft Mail v3\.0 /i, '');
  return CLASSES.get(name.toLowerCase()) ?? name;
}

const CLASSES: ReadonlyMap<string, string> = new Map([
  ['ipm.microsoft mail.note', 'IPM.Note'],
  ['ipm.microsoft mail.read receipt', 'REPORT.IPM.Note.IPNRN'],
  ['ipm.microsoft mail.non-delivery', 'REPORT.IPM.Note.NDR'],
  ['ipm.microsoft schedule.mtgreq', 'IPM.Schedule.Meeting.Request'],
  ['ipm.microsoft schedule.mtgcncl', 'IPM.Schedule.Meeting.Canceled'],
  ['ipm.microsoft schedule.mtgrespp', 'IPM.Schedule.Meeting.Resp.Pos'],
  ['ipm.microsoft schedule.mtgrespn', 'IPM.Schedule.Meeting.Resp.Neg'],
  ['ipm.microsoft schedule.mtgrespa', 'IPM.Schedule.Meeting.Resp.Tent'],
]);

function attachmentAttribute(attachments: Building[], attribute: number, data: Buffer, charset: string): void {
  // Each attachment begins with how it is shown.
  if (attribute === REND_DATA) {
    const position = data.length >= 6 ? data.readInt32LE(2) : -1;
    attachments.push({ props: [prop(PR_RENDERING_POSITION, position)], named: [], data: null });
  }
  const last = attachments.at(-1);
  if (last === undefined) return;
  if (attribute === ATTACH_TITLE) {
    add(last, PR_ATTACH_LONG_FILENAME_W, text(data, charset));
    add(last, PR_ATTACH_FILENAME_W, text(data, charset));
  } else if (attribute === ATTACH_DATA) last.data = data;
  else if (attribute === ATTACHMENT) merge(last, data, charset);
}

// What a property says counts more than what an attribute says.
function merge(into: Building, data: Buffer, charset: string): void {
  const { props, named } = readProps(new Cursor(data), charset);
  for (const value of props) add(into, value[0], value[1]);
  into.named.push(...named.filter(hasValue));
}

function add(into: Building, tag: PropValue[0], value: unknown): void {
  takeProp(into.props, tag);
  into.props.push([tag, value]);
}

function finished({ props, named, data }: Building, depth: number): AttachmentPlan {
  const list = props.filter((value) => propId(value[0]) === propId(PR_ATTACH_DATA_OBJ) || travels(value));
  const held = takeProp(list, PR_ATTACH_DATA_BIN) as Uint8Array | TnefObject | null;
  takeProp(list, PR_ATTACH_METHOD);
  const object = held !== null && !(held instanceof Uint8Array) ? held : null;
  const inner =
    object !== null && depth > 0 && guidFromBytes(object.iid) === IMessage.guid
      ? readStream(object.bytes, depth - 1)
      : null;
  if (inner !== null) return { props: [prop(PR_ATTACH_METHOD, ATTACH_EMBEDDED_MSG), ...list], named, content: inner };
  const method = object === null ? ATTACH_BY_VALUE : ATTACH_OLE;
  const content = object?.bytes ?? (held instanceof Uint8Array ? held : (data ?? new Uint8Array(0)));
  return { props: [prop(PR_ATTACH_METHOD, method), ...list], named, content };
}

// What a store computes, or what belongs to one mailbox alone, does not travel.
const travels = (value: PropValue): boolean => {
  const id = propId(value[0]);
  return isPlain(value) && !(id >= 0x0e00 && id <= 0x0fff) && !(id >= 0x6540 && id <= 0x67ff) && id < 0x7c00;
};

const isPlain = ([tag]: PropValue): boolean => !NO_VALUES.has(propType(tag));

const hasValue = ({ type }: NamedValue): boolean => !NO_VALUES.has(type);

const NO_VALUES: ReadonlySet<number> = new Set([PT_NULL, PT_ERROR, PT_OBJECT]);

const text = (data: Buffer, charset: string): string => withoutZeros(decodeBytes(data, charset));

const charsetOfPage = (page: number): string => (page === 65001 ? 'utf-8' : `cp${page}`);
