import { expect, test } from 'vitest';
import { spoolJson, spoolPrinter } from '../../src/cli/mail/spool-trace.js';
import type { SpoolerEvent } from '../../src/subsystem/index.js';

test('The trace of the spooler names who was passed over, and in which call', () => {
  const event: SpoolerEvent = {
    what: 'passed over',
    who: 'the message hook Rules',
    call: 'OutboundMsgHook',
    message: { entryId: Uint8Array.of(1, 2), subject: 'Hi' },
  };
  let out = '';
  const print = spoolPrinter({ write: (text: string) => (out += text) } as never, (_style, text) => text, {
    subject: false,
  });
  print(event);
  expect(out).toMatch(/ {2}the message hook Rules does not return from OutboundMsgHook; it goes on without\n$/);
  expect(JSON.parse(spoolJson(event))).toEqual({
    what: 'passed over',
    who: 'the message hook Rules',
    call: 'OutboundMsgHook',
    subject: 'Hi',
    entryId: '0102',
  });
});
