import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guidToBytes, ok } from '../../../src/com/index.js';
import { type MessagePlan, readMail, readMime } from '../../../src/convert/index.js';
import {
  changePropType,
  IMessage,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_LONG_FILENAME_W,
  PR_BODY_W,
  PR_DISPLAY_NAME_W,
  PR_IMPORTANCE,
  PR_MESSAGE_CLASS_W,
  PR_RTF_COMPRESSED,
  PR_SUBJECT_W,
  type PropTag,
  PS_PUBLIC_STRINGS,
  PT_BINARY,
  PT_LONG,
  PT_OBJECT,
  PT_UNICODE,
} from '../../../src/mapi/index.js';
import { inboxOf, newStore } from '../../providers/store/mailbox/stores.js';
import '../../support/seed.js';
import { useLedger } from '../../support/ledger.js';

useLedger();

const u16 = (value: number): Buffer => Buffer.from([value & 0xff, value >> 8]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
const padded = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
const attribute = (level: number, id: number, data: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from([level]),
    u32(id),
    u32(data.length),
    data,
    u16(data.reduce((sum, byte) => (sum + byte) & 0xffff, 0)),
  ]);
const tag = (value: PropTag): Buffer => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);
const long = (id: PropTag, value: number): Buffer => Buffer.concat([tag(changePropType(id, PT_LONG)), u32(value)]);
const counted = (bytes: Uint8Array): Buffer => Buffer.concat([u32(1), u32(bytes.length), padded(bytes)]);
const wide = (id: PropTag, text: string): Buffer =>
  Buffer.concat([tag(changePropType(id, PT_UNICODE)), counted(Buffer.from(`${text}\0`, 'utf16le'))]);
const binary = (id: PropTag, bytes: Uint8Array): Buffer =>
  Buffer.concat([tag(changePropType(id, PT_BINARY)), counted(bytes)]);
const keyword = (name: string, value: string): Buffer => {
  const letters = Buffer.from(`${name}\0`, 'utf16le');
  return Buffer.concat([
    u16(PT_UNICODE),
    u16(0x8001),
    guidToBytes(PS_PUBLIC_STRINGS),
    u32(1),
    u32(letters.length),
    padded(letters),
    counted(Buffer.from(`${value}\0`, 'utf16le')),
  ]);
};
const list = (...props: Buffer[]): Buffer => Buffer.concat([u32(props.length), ...props]);
const stream = (...attributes: Buffer[]): Buffer => Buffer.concat([u32(0x223e9f78), u16(1), ...attributes]);

const inner = stream(attribute(1, 0x69003, list(wide(PR_SUBJECT_W, 'Within'), wide(PR_BODY_W, 'Inner text'))));
const whole = stream(
  attribute(1, 0x69007, Buffer.concat([u32(1251), u32(0)])),
  attribute(1, 0x78008, Buffer.from('IPM.Microsoft Mail.Note\0')),
  attribute(
    1,
    0x69003,
    list(
      wide(PR_MESSAGE_CLASS_W, 'IPM.Contract'),
      long(PR_IMPORTANCE, 2),
      binary(PR_RTF_COMPRESSED, Buffer.alloc(5)),
      keyword('Contract', '17'),
    ),
  ),
  attribute(2, 0x69002, Buffer.alloc(14, 0xff)),
  attribute(2, 0x18010, Buffer.from([0xc4, 0xee, 0xec, 0x2e, 0x74, 0x78, 0x74, 0])),
  attribute(2, 0x6800f, Buffer.from('house')),
  attribute(2, 0x69002, Buffer.alloc(14, 0xff)),
  attribute(
    2,
    0x69005,
    list(
      wide(PR_DISPLAY_NAME_W, 'Within'),
      Buffer.concat([
        tag(changePropType(PR_ATTACH_DATA_OBJ, PT_OBJECT)),
        counted(Buffer.concat([guidToBytes(IMessage.guid), inner])),
      ]),
    ),
  ),
);

const mail = (tnef: Uint8Array): Buffer =>
  Buffer.from(
    `From: ann@example.org\r\nSubject: With TNEF\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=t\r\n\r\n--t\r\n\r\nText\r\n--t\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(tnef).toString('base64')}\r\n--t--\r\n`,
  );
const value = <T>(props: MessagePlan['props'], one: PropTag<T>): unknown => props.find(([two]) => two === one)?.[1];

describe('winmail.dat (MS-OXTNEF)', () => {
  test('adds its class, properties and attachments; the header keeps its say', () => {
    const plan = readMime(mail(whole));
    expect(value(plan.props, PR_MESSAGE_CLASS_W)).toBe('IPM.Contract');
    expect(value(plan.props, PR_SUBJECT_W)).toBe('With TNEF');
    expect(value(plan.props, PR_BODY_W)).toBe('Text');
    expect(value(plan.props, PR_IMPORTANCE)).toBe(2);
    expect(plan.named).toEqual([
      { name: { lpguid: PS_PUBLIC_STRINGS, ulKind: 1, Kind: 'Contract' }, type: PT_UNICODE, value: '17' },
    ]);
    const [file, message] = plan.attachments;
    expect(value(file?.props ?? [], PR_ATTACH_LONG_FILENAME_W)).toBe('Дом.txt');
    expect(Buffer.from(file?.content as Uint8Array).toString()).toBe('house');
    expect(value((message?.content as MessagePlan | undefined)?.props ?? [], PR_BODY_W)).toBe('Inner text');
    expect(plan.attachments).toHaveLength(2);
  });

  test.for([
    ['IPM.Microsoft Mail.Note', 'IPM.Note'],
    ['Microsoft Mail v3.0 IPM.Microsoft Mail.Non-Delivery', 'REPORT.IPM.Note.NDR'],
    ['IPM.Microsoft Schedule.MtgReq', 'IPM.Schedule.Meeting.Request'],
    ['IPM.Contract', 'IPM.Contract'],
  ])('%s of the older attribute is %s', ([written, read]) => {
    const plan = readMime(mail(stream(attribute(1, 0x78008, Buffer.from(`${written}\0`)))));
    expect(value(plan.props, PR_MESSAGE_CLASS_W)).toBe(read);
  });

  test('goes into a store, with the property that has a name and the message that is embedded', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await ok(inbox.CreateMessage(IMessage));
    await readMail(message, mail(whole));
    await ok(message.SaveChanges(2));
    expect((await ok(message.GetProps([PR_MESSAGE_CLASS_W], 0))).get(PR_MESSAGE_CLASS_W)).toBe('IPM.Contract');
    using table = await ok(message.GetAttachmentTable(0));
    expect(await ok(table.GetRowCount(0))).toBe(2);
  });

  test('that is none stays a file', () => {
    const [file] = readMime(mail(Buffer.from('no tnef at all'))).attachments;
    expect(Buffer.from(file?.content as Uint8Array).toString()).toBe('no tnef at all');
    expect(value(file?.props ?? [], PR_ATTACH_DATA_BIN)).toBeUndefined();
  });

  test('that holds an object without what it is, or properties with names that have no value, gives the rest', () => {
    const object = Buffer.concat([tag(changePropType(PR_ATTACH_DATA_OBJ, PT_OBJECT)), counted(Buffer.alloc(3))]);
    const broken = stream(
      attribute(1, 0x69003, list(long(PR_IMPORTANCE, 2))),
      attribute(2, 0x69002, Buffer.alloc(14, 0xff)),
      attribute(2, 0x69005, list(object)),
    );
    expect(value(readMime(mail(broken)).props, PR_IMPORTANCE)).toBe(2);
    const named = keyword('Void', '');
    const void_ = Buffer.concat([u16(1), named.subarray(2, 34 + 4), u32(0)]);
    expect(readMime(mail(stream(attribute(1, 0x69003, list(long(PR_IMPORTANCE, 2), void_))))).named).toEqual([]);
  });

  test('cut off or damaged anywhere gives what comes before, and never fails', () => {
    for (let length = 0; length < whole.length; length += 3) readMime(mail(whole.subarray(0, length)));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const broken = Buffer.from(whole);
        broken[at] = byte;
        expect(readMime(mail(broken)).props.length).toBeGreaterThan(3);
      }),
      { numRuns: 300 },
    );
  });
});
