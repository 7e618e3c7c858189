import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setLog } from '../../src/base/index.js';
import { RELEASE, REPLY } from '../../src/bridge/frames.js';
import { IComailActivation, IComailMapi, IComailSimpleMapi } from '../../src/bridge/index.js';
import { IComailMapiUtil } from '../../src/bridge/roots/declared.js';
import { IStream } from '../../src/com/index.js';
import { CLSID_ISMTPTransport, IInternetTransport, ISMTPTransport, ISMTPTransport2 } from '../../src/imnxport/index.js';
import { IMAPITable } from '../../src/mapi/index.js';
import { useLedger } from '../support/ledger.js';
import { BridgeDesk, created } from './desk.js';
import { call, frame, RawHost } from './rawhost.js';
import { vector } from './vectors.js';

useLedger();

const iids = [
  IComailActivation,
  IComailMapi,
  IComailSimpleMapi,
  IComailMapiUtil,
  ISMTPTransport,
  ISMTPTransport2,
  IInternetTransport,
  IStream,
  IMAPITable,
];
// Whatever logs on would need a profile; nobody has made one here.
const piece = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 12 }),
  fc.constantFrom(Uint8Array.of(0), Uint8Array.of(1), Uint8Array.of(255, 255, 255, 255), Uint8Array.of(1, 0, 0, 0)),
);
const inputs = fc.array(piece, { maxLength: 12 }).map((pieces) => Buffer.concat(pieces));
const something = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      object: fc.constantFrom(0, 1, 1, 1, 2),
      iid: fc.constantFrom(...iids),
      slot: fc.nat(26),
      inputs,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom(RELEASE, REPLY, 9), number: fc.nat(3), inputs }) },
  { weight: 1, arbitrary: fc.record({ changed: fc.nat(), to: fc.nat(255) }) },
);

test('whatever a program sends, the service has something to say to the next one, and nothing in its log', async () => {
  await using desk = await BridgeDesk.open();
  const errors: unknown[] = [];
  const before = setLog({ error: (message, error) => errors.push([message, error]), warn: () => undefined });
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(something, { minLength: 1, maxLength: 6 }), async (frames) => {
        const host = await RawHost.reach(desk.bridge.file);
        host.send(vector('frame.create'));
        let number = 1;
        for (const one of frames) {
          if ('object' in one) host.send(call(++number, one.object, one.iid, one.slot, one.inputs));
          else if ('kind' in one) host.send(frame(one.kind, one.number, one.inputs));
          else {
            const bytes = Buffer.from(vector('frame.initnew'));
            bytes[12 + (one.changed % (bytes.length - 12))] = one.to;
            bytes.writeUInt32LE(++number, 8);
            host.send(bytes);
          }
        }
        host.end();
        await host.closed;
      }),
      { numRuns: 25 },
    );
  } finally {
    setLog(before);
  }
  expect(errors).toEqual([]);
  using transport = await created(await desk.host(), CLSID_ISMTPTransport, ISMTPTransport);
  expect(await transport.GetIXPType()).toBe(1);
});
