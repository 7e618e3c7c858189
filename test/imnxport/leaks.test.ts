import { describe, expect, test } from 'vitest';
import { createMemoryStream, ledgerTotals, S_OK } from '../../src/com/index.js';
import { SMTP_SEND_MESSAGE } from '../../src/imnxport/index.js';
import { useLedger } from '../support/ledger.js';
import { Desk, letter } from './desk.js';

useLedger();

describe('a thousand sends', () => {
  test('leave the ledger where it was and the heap level', async () => {
    await using desk = await Desk.ready();
    using message = letter(`Subject: x\r\n\r\n${'y'.repeat(2000)}\r\n`);
    const round = async (count: number): Promise<void> => {
      let left = count;
      await new Promise<void>((resolve, reject) => {
        desk.recorder.onResponse = ({ command, rIxpResult }) => {
          desk.recorder.lines.length = 0;
          desk.recorder.responses.length = 0;
          if (command !== SMTP_SEND_MESSAGE) return;
          if (rIxpResult.hrResult !== S_OK) reject(new Error('not sent'));
          else if (--left === 0) resolve();
          else send(desk);
        };
        send(desk);
      });
      desk.toy.taken.length = 0;
      desk.toy.commands.length = 0;
      desk.toy.reads.length = 0;
    };
    // Each send has a stream of its own, which its caller releases at once.
    const send = (at: Desk): void => {
      using pstmMsg = createMemoryStream(Buffer.alloc(2000, 'z'));
      expect(at.transport.SendMessage({ ...message, pstmMsg })).toBe(S_OK);
    };
    await round(300);
    const ledger = ledgerTotals();
    const heap = settledHeap();
    await round(1000);
    expect(ledgerTotals()).toEqual(ledger);
    // Two kilobytes a send would show as two megabytes.
    expect(settledHeap() - heap).toBeLessThan(1_000_000);
  });
});

function settledHeap(): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (!collect) throw new Error('run with --expose-gc');
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
