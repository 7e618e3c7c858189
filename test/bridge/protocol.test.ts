import { describe, expect, test } from 'vitest';
import { readAnswer, writeAnswer } from '../../src/bridge/answers.js';
import {
  ANSWER,
  begun,
  CALL,
  EVENT,
  ended,
  FAULT,
  FrameParser,
  LETGO,
  RELEASE,
  REPLY,
  WELCOME,
} from '../../src/bridge/frames.js';
import { hostHello, hostProof, isHostProof, serviceHello } from '../../src/bridge/greeting.js';
import { imnxportStructures } from '../../src/bridge/structures/imnxport.js';
import { notification } from '../../src/bridge/structures/notification.js';
import { MAPIERROR, propertyLists, propertyStructures } from '../../src/bridge/structures/properties.js';
import { propValue } from '../../src/bridge/structures/propvalue.js';
import { restriction } from '../../src/bridge/structures/restriction.js';
import { tableOf } from '../../src/bridge/vocabulary.js';
import { guid, IStream, marshal } from '../../src/com/index.js';
import { ISMTPTransport } from '../../src/imnxport/index.js';
import { bareReferences, readAll, vector, vectors, written } from './vectors.js';

const { arrayOf, bytes, pointerTo, text } = marshal;

interface Frame {
  readonly kind: number;
  readonly number: number;
  readonly body: Buffer;
}

function frameOf(name: string): Frame {
  const frames: Frame[] = [];
  new FrameParser((kind, number, body) => frames.push({ kind, number, body })).push(vector(name));
  expect(frames).toHaveLength(1);
  return frames[0] as Frame;
}

/** The plan of the method that a CALL or EVENT is about, and where its inputs begin. */
function called({ kind, body }: Frame) {
  const reader = new marshal.ByteReader(body);
  const object = reader.number();
  const plan = tableOf(reader.key())?.plans[reader.u16()];
  if (!plan) throw new Error('no such method');
  const head = kind === CALL ? 28 : 32;
  return { object, plan, head };
}

function inputsOf(frame: Frame): { readonly where: string; readonly inputs: Record<string, unknown> } {
  const { plan, head } = called(frame);
  const reader = new marshal.ByteReader(frame.body, head);
  const values = plan.inputs.map(({ type }) => type.read(reader, bareReferences));
  reader.end();
  // Written again, they are the same bytes.
  const writer = begun(frame.kind, frame.number);
  writer.raw(frame.body.subarray(0, head));
  plan.inputs.forEach(({ type }, i) => {
    type.write(writer, values[i], bareReferences);
  });
  expect(ended(writer)?.subarray(12)).toEqual(frame.body);
  return {
    where: plan.where,
    inputs: Object.fromEntries(plan.inputs.map(({ parameter }, i) => [parameter.name, values[i]])),
  };
}

function answerOf(name: string, call: string) {
  const { plan } = called(frameOf(call));
  const frame = frameOf(name);
  expect([ANSWER, REPLY]).toContain(frame.kind);
  expect(frame.number).toBe(frameOf(call).number);
  const answer = readAnswer(new marshal.ByteReader(frame.body), plan, bareReferences);
  const named = plan.outputs.filter(({ parameter }) => !parameter.ref);
  const value =
    named.length === 1
      ? answer.values[0]
      : Object.fromEntries(plan.outputs.map((o, i) => [o.parameter.name, answer.values[i]]));
  const writer = begun(frame.kind, frame.number);
  const changed = plan.inputs.map(
    ({ parameter }) => answer.values[plan.outputs.findIndex((o) => o.parameter === parameter)],
  );
  writeAnswer(writer, plan, changed, [answer.code, answer.there ? value : null], bareReferences);
  expect(ended(writer)).toEqual(vector(name));
  return answer;
}

describe('the greeting', () => {
  const secret = vector('greeting.secret');
  const host = vector('greeting.host_hello');
  const service = vector('greeting.service_hello');

  test('is made as the vectors have it', () => {
    expect(hostHello(host.subarray(16))).toEqual(host);
    expect(serviceHello(secret, host, service.subarray(16, 48))).toEqual(service);
    expect(hostProof(secret, host, service)).toEqual({ version: 1, proof: vector('greeting.host_proof') });
    expect(isHostProof(secret, host, service, vector('greeting.host_proof'))).toBe(true);
  });

  test('does not believe another secret, another nonce, a proof given back, another program', () => {
    const wrong = Buffer.from(secret);
    wrong[31] = 0;
    expect(hostProof(wrong, host, service)).toBeNull();
    expect(isHostProof(wrong, host, service, vector('greeting.host_proof'))).toBe(false);
    const again = hostHello(Buffer.alloc(32, 7));
    expect(hostProof(secret, again, service)).toBeNull();
    expect(isHostProof(secret, again, service, vector('greeting.host_proof'))).toBe(false);
    expect(isHostProof(secret, host, service, service.subarray(48))).toBe(false);
    expect(
      serviceHello(secret, Buffer.concat([Buffer.from('GET / HT'), host.subarray(8)]), host.subarray(16)),
    ).toBeNull();
  });

  test('speaks the newest version that both know, or says that there is none', () => {
    const offering = (oldest: number, newest: number): number | undefined => {
      const hello = Buffer.from(host);
      hello.writeUInt16LE(oldest, 8);
      hello.writeUInt16LE(newest, 10);
      return serviceHello(secret, hello, service.subarray(16, 48))?.readUInt16LE(8);
    };
    expect(offering(1, 9)).toBe(1);
    expect(offering(2, 9)).toBe(0);
    expect(offering(0, 0)).toBe(0);
    expect(offering(3, 2)).toBeUndefined();
  });
});

const transport = { kind: 1, number: 1n, names: ['ISMTPTransport'] };
const sender = { kind: 1, number: 1n, names: ['IInternetTransport'] };

describe('calls and events', () => {
  test.each([
    [
      'frame.create',
      'IComailActivation::CoCreateInstance',
      { rclsid: guid('FD853CE6-7F86-11D0-8252-00C04FD85AB4'), pUnkOuter: null, dwClsContext: 1, riid: ISMTPTransport },
    ],
    [
      'frame.initnew',
      'ISMTPTransport::InitNew',
      { pszLogFilePath: null, pCallback: { kind: 2, number: 7n, names: ['ISMTPCallback'] } },
    ],
    ['frame.getstatus', 'IInternetTransport::GetStatus', {}],
    ['frame.onstatus', 'ITransportCallback::OnStatus', { ixpstatus: 3, pTransport: sender }],
    ['frame.ontimeout', 'ITransportCallback::OnTimeout', { pdwTimeout: { value: 60 }, pTransport: sender }],
    ['frame.read', 'ISequentialStream::Read', { cb: 5 }],
    ['frame.getprops', 'IMAPIProp::GetProps', { lpPropTagArray: [0x0037001f, 0x00170003], ulFlags: 0x80000000 }],
    ['frame.getprops_all', 'IMAPIProp::GetProps', { lpPropTagArray: null, ulFlags: 0 }],
    ['frame.queryrows', 'IMAPITable::QueryRows', { lRowCount: 2, ulFlags: 0 }],
    [
      'frame.logonex',
      'IComailMapi::MAPILogonEx',
      { ulUIParam: 0, lpszProfileName: 'Work', lpszPassword: null, flFlags: 0x20 },
    ],
    [
      'frame.onnotify',
      'IMAPIAdviseSink::OnNotify',
      { lpNotifications: [{ ulEventType: 2, info: { lpszMessageClass: 'IPM.Note', lpEntryID: Uint8Array.of(1) } }] },
    ],
    [
      'frame.sendmail',
      'IComailSimpleMapi::MAPISendMailW',
      {
        lhSession: 0,
        lpMessage: {
          lpszSubject: 'Hi',
          lpszNoteText: 'Hello\r\n',
          lpRecips: [{ ulRecipClass: 1, lpszAddress: 'SMTP:bob@y' }],
          lpFiles: [
            { nPosition: 0xffffffff, lpszPathName: 'C:\\a.txt', content: { kind: 2, number: 12n, names: ['IStream'] } },
          ],
        },
        flFlags: 0,
      },
    ],
  ] as const)('%s is a call of %s', (name, where, inputs) => {
    const frame = frameOf(name);
    expect([CALL, EVENT]).toContain(frame.kind);
    const read = inputsOf(frame);
    expect(read.where).toBe(where);
    expect(read.inputs).toMatchObject(inputs);
  });

  test('their answers', () => {
    expect(answerOf('frame.created', 'frame.create')).toEqual({ code: 0, there: true, values: [transport] });
    expect(answerOf('frame.initnew_answer', 'frame.initnew')).toEqual({ code: 0, there: true, values: [] });
    expect(answerOf('frame.getstatus_answer', 'frame.getstatus').values).toEqual([8]);
    expect(answerOf('frame.query_answer', 'frame.query')).toEqual({ code: 0x80004002 | 0, there: false, values: [] });
    expect(answerOf('frame.ontimeout_reply', 'frame.ontimeout').values).toMatchObject([{ value: 120 }]);
    expect(answerOf('frame.read_reply', 'frame.read')).toEqual({
      code: 1,
      there: true,
      values: [Uint8Array.of(97, 98, 99)],
    });
    const [row] = answerOf('frame.getprops_answer', 'frame.getprops').values as unknown[][];
    expect(row?.map((value) => value)).toEqual(['Hi', null]);
    const [rows] = answerOf('frame.queryrows_answer', 'frame.queryrows').values as unknown[][][];
    expect(rows?.map((one) => [...one])).toEqual([['a'], ['b', 1]]);
    expect(answerOf('frame.sendmail_answer', 'frame.sendmail').code).toBe(0);
    expect(answerOf('frame.logonex_answer', 'frame.logonex')).toMatchObject({ code: 0x80040605 | 0, there: false });
  });
});

describe('values', () => {
  const when = 132_223_104_000_000_000n;
  const set = guid('00062008-0000-0000-C000-000000000046');
  const strings = guid('00020386-0000-0000-C000-000000000046');
  const nothing = {
    hrResult: 0,
    pszResponse: null,
    uiServerError: 0,
    hrServerError: 0,
    dwSocketError: 0,
    pszProblem: null,
  };
  const { INETSERVER, SMTPMESSAGE, SMTPRESPONSE } = imnxportStructures;
  const { SSortOrderSet, MAPINAMEID } = propertyStructures;
  const { ADRLIST, ENTRYLIST, SPropProblemArray } = propertyLists;
  const subject = (value: string) => [0x0037001f, value] as const;

  test.each([
    ['value.text_null', text, null],
    ['value.text_empty', text, ''],
    ['value.text_euro', text, 'a€😀'],
    ['value.bytes_null', bytes, null],
    ['value.bytes', bytes, Uint8Array.of(0, 255)],
    ['value.guid_by_pointer', pointerTo(marshal.guidValue), ISMTPTransport.guid],
    ['value.reference_null', marshal.referenceTo(IStream), null],
    [
      'value.reference_two_interfaces',
      marshal.referenceTo(IStream),
      { kind: 2, number: 0x0102030405060708n, names: ['ISMTPCallback', 'ITransportCallback'] },
    ],
    ['prop.unicode', propValue, subject('Hi')],
    ['prop.long', propValue, [0x00170003, 2]],
    ['prop.short', propValue, [0x66000002, -2]],
    ['prop.boolean', propValue, [0x6601000b, true]],
    ['prop.float', propValue, [0x66020004, 1.5]],
    ['prop.double', propValue, [0x66030005, -0.25]],
    ['prop.i8', propValue, [0x66040014, -1n]],
    ['prop.systime', propValue, [0x0e060040, when]],
    ['prop.clsid', propValue, [0x66050048, guid('00020307-0000-0000-C000-000000000046')]],
    ['prop.binary', propValue, [0x0fff0102, Uint8Array.of(1, 2, 3)]],
    ['prop.error', propValue, [0x6606000a, 0x8004010f | 0]],
    ['prop.null', propValue, [1, null]],
    ['prop.mv_long', propValue, [0x66071003, [1, -1]]],
    ['prop.mv_unicode', propValue, [0x6608101f, ['a', '']]],
    ['prop.mv_instance', propValue, [0x6609301f, 'b']],
    ['prop.object', propValue, [0x3701000d, 0]],
    [
      'restriction.and',
      restriction,
      {
        rt: 'and',
        lpRes: [
          { rt: 'content', ulFuzzyLevel: 0x10001, ulPropTag: 0x0037001f, lpProp: subject('x') },
          { rt: 'not', lpRes: { rt: 'exist', ulPropTag: 0x1000001f } },
        ],
      },
    ],
    ['restriction.comment', restriction, { rt: 'comment', lpRes: null, lpProp: [[0x66000003, 1]] }],
    [
      'sort.descending',
      SSortOrderSet,
      { aSort: [{ ulPropTag: 0x0037001f, ulOrder: 1 }], cCategories: 0, cExpanded: 0 },
    ],
    ['adrlist.two', ADRLIST, [[[0x3001001f, 'Ann']], []]],
    ['entrylist.two', ENTRYLIST, [Uint8Array.of(1), new Uint8Array()]],
    ['problems.one', SPropProblemArray, [{ ulIndex: 0, ulPropTag: 0x0037001f, scode: 0x80070005 | 0 }]],
    [
      'nameids.three',
      arrayOf(pointerTo(MAPINAMEID as marshal.WireType)),
      [{ lpguid: set, ulKind: 0, Kind: 0x8501 }, { lpguid: strings, ulKind: 1, Kind: 'x-a' }, null],
    ],
    [
      'mapierror',
      pointerTo(MAPIERROR),
      { ulVersion: 0, lpszError: 'No', lpszComponent: 'comail', ulLowLevelError: 0, ulContext: 0 },
    ],
    [
      'notification.newmail',
      notification,
      {
        ulEventType: 2,
        info: {
          lpEntryID: Uint8Array.of(1),
          lpParentID: Uint8Array.of(2),
          ulFlags: 0x80000000,
          lpszMessageClass: 'IPM.Note',
          ulMessageFlags: 0,
        },
      },
    ],
    [
      'inetserver',
      pointerTo(INETSERVER as marshal.WireType),
      {
        szAccount: 'Work',
        szUserName: 'ann',
        szPassword: 'pw',
        szServerName: 'mail.example',
        szConnectoid: '',
        rasconntype: 0,
        dwPort: 25,
        fSSL: false,
        fTrySicily: false,
        dwTimeout: 60,
        dwFlags: 0,
      },
    ],
    [
      'smtpmessage',
      pointerTo(SMTPMESSAGE as marshal.WireType),
      {
        cbSize: 5,
        pstmMsg: { kind: 2, number: 8n, names: ['IStream'] },
        rAddressList: {
          prgAddress: [
            { addrtype: 1, szEmail: 'a@x' },
            { addrtype: 0, szEmail: 'b@y' },
          ],
        },
      },
    ],
    [
      'smtpresponse.refused',
      pointerTo(SMTPRESPONSE as marshal.WireType),
      {
        command: 8,
        fDone: true,
        rIxpResult: {
          ...nothing,
          hrResult: 0x800ccc79 | 0,
          pszResponse: '550 No',
          uiServerError: 550,
          hrServerError: 0x800ccc69 | 0,
          pszProblem: 'b@y',
        },
        pTransport: transport,
        rStreamInfo: null,
      },
    ],
    [
      'smtpresponse.progress',
      pointerTo(SMTPRESPONSE as marshal.WireType),
      {
        command: 13,
        fDone: false,
        rIxpResult: nothing,
        pTransport: transport,
        rStreamInfo: { cbIncrement: 3, cbCurrent: 5, cbTotal: 5 },
      },
    ],
  ] as const)('%s', (name, type, value) => {
    expect(written(type as marshal.WireType, value)).toEqual(vector(name));
    expect(readAll(type as marshal.WireType, vector(name))).toEqual(value);
  });

  test('a row of a table in an event', () => {
    const event = readAll(notification, vector('notification.table'));
    expect(event.info).toMatchObject({
      ulTableEvent: 3,
      propIndex: [0x0ff60102, Uint8Array.of(9)],
      propPrior: [1, null],
    });
    expect(written(notification, event)).toEqual(vector('notification.table'));
  });
});

describe('frames that are no calls', () => {
  test.each([
    ['frame.welcome', WELCOME, [0x0400_0000, 0x0001_0000, 256, 256, 'comail']],
    ['frame.release', RELEASE, [1n, 3]],
    ['frame.letgo', LETGO, [7n, 1, 8n, 2]],
    ['frame.fault', FAULT, [4, 'object 9 is not of this connection']],
  ] as const)('%s', (name, kind, values) => {
    const writer = begun(kind, 0);
    for (const value of values) {
      if (typeof value === 'string') writer.text(value);
      else if (typeof value === 'bigint') writer.u64(value);
      else writer.u32(value);
    }
    expect(ended(writer)).toEqual(vector(name));
    const { body, ...header } = frameOf(name);
    expect(header).toEqual({ kind, number: 0 });
    const reader = new marshal.ByteReader(body);
    for (const value of values)
      expect(typeof value === 'string' ? reader.text() : typeof value === 'bigint' ? reader.u64() : reader.u32()).toBe(
        value,
      );
    reader.end();
  });
});

test('each vector is complete: its last byte is needed, and nothing may follow', () => {
  for (const name of vectors.keys()) {
    if (!/^(prop|restriction|notification)\./.test(name)) continue;
    const type = (
      name.startsWith('prop') ? propValue : name.startsWith('restriction') ? restriction : notification
    ) as marshal.WireType;
    expect(() => readAll(type, vector(name).subarray(0, -1)), name).toThrow(marshal.MalformedError);
    expect(() => readAll(type, Buffer.concat([vector(name), Buffer.of(0)])), name).toThrow(marshal.MalformedError);
  }
});
