import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { tracePrinter } from '../../src/cli/trace.js';
import { E_FAIL, S_OK } from '../../src/com/index.js';
import {
  CMD_RESP,
  CMD_SEND,
  type ISMTPTransport,
  IXP_CONNECTED,
  IXP_E_CONNECTION_DROPPED,
  IXP_E_SMTP_550_MAILBOX_NOT_FOUND,
  IXP_E_SMTP_REJECTED_RECIPIENTS,
  IXPRESULT,
  SMTP_RCPT,
  SMTP_SEND_STREAM,
  type SMTPRESPONSE,
} from '../../src/imnxport/index.js';

const plain = (_style: string, text: string): string => text;

function printer(columns?: number) {
  const lines: string[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  let time = 0;
  const trace = tracePrinter(Object.assign(out, columns === undefined ? {} : { columns }), plain, () => time++ * 1000);
  return { lines, trace };
}

// The trace never looks at who calls.
const pTransport = null as unknown as ISMTPTransport;
const progress = (cbCurrent: number, cbTotal: number): SMTPRESPONSE => ({
  command: SMTP_SEND_STREAM,
  fDone: false,
  rIxpResult: IXPRESULT(),
  pTransport,
  rStreamInfo: { cbIncrement: 1, cbCurrent, cbTotal },
});
const refusal: SMTPRESPONSE = {
  command: SMTP_RCPT,
  fDone: true,
  rIxpResult: IXPRESULT({
    hrResult: IXP_E_SMTP_REJECTED_RECIPIENTS,
    hrServerError: IXP_E_SMTP_550_MAILBOX_NOT_FOUND,
    pszProblem: 'bob@example.org',
  }),
  pTransport,
  rStreamInfo: null,
};

describe('The trace', () => {
  test('has one aligned line for each callback, with names', () => {
    const { lines, trace } = printer();
    trace.status?.(IXP_CONNECTED);
    trace.command?.(CMD_SEND, 'RCPT TO:<bob@example.org>', S_OK);
    trace.command?.(CMD_RESP, '550 no such user', IXP_E_SMTP_550_MAILBOX_NOT_FOUND);
    trace.response?.(refusal);
    trace.error?.(IXP_CONNECTED, IXPRESULT({ hrResult: IXP_E_CONNECTION_DROPPED, pszProblem: 'gone' }));
    trace.question?.('OnPrompt', 'Go on?', 'IDNO');
    expect(lines).toEqual([
      '   1.000  OnStatus       IXP_CONNECTED\n',
      '   2.000  OnCommand      CMD_SEND           RCPT TO:<bob@example.org>\n',
      '   3.000  OnCommand      CMD_RESP           550 no such user                              IXP_E_SMTP_550_MAILBOX_NOT_FOUND\n',
      '   4.000  OnResponse     SMTP_RCPT          IXP_E_SMTP_REJECTED_RECIPIENTS, done          IXP_E_SMTP_550_MAILBOX_NOT_FOUND  bob@example.org\n',
      '   5.000  OnError        IXPRESULT          IXP_E_CONNECTION_DROPPED in IXP_CONNECTED: gone\n',
      '   6.000  OnPrompt       IDNO               Go on?\n',
    ]);
  });

  test('leaves out on a narrow terminal what the next line repeats', () => {
    const { lines, trace } = printer(80);
    trace.command?.(CMD_RESP, '550 no such user', IXP_E_SMTP_550_MAILBOX_NOT_FOUND);
    expect(lines).toEqual(['OnCommand      CMD_RESP           550 no such user\n']);
  });

  test('shows the progress of a body in tenths, its start and its end', () => {
    const { lines, trace } = printer();
    for (let sent = 1; sent <= 1000; sent++) trace.response?.(progress(sent, 1000));
    expect(lines).toHaveLength(11);
    expect(lines[0]).toContain('1 of 1,000 bytes');
    expect(lines.at(-1)).toContain('1,000 of 1,000 bytes');
  });

  test('shows the progress of a body without a known size in doublings, for each message anew', () => {
    const { lines, trace } = printer();
    for (let sent = 1; sent <= 1024; sent++) trace.response?.(progress(sent, 0));
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toContain('1,024 bytes');
    trace.response?.(refusal);
    trace.response?.(progress(1024, 0));
    expect(lines).toHaveLength(13);
  });

  test('names a code that no room defines by its number', () => {
    const { lines, trace } = printer();
    trace.error?.(IXP_CONNECTED, IXPRESULT({ hrResult: (E_FAIL + 1000) as typeof E_FAIL }));
    expect(lines[0]).toMatch(/0x800043ED in IXP_CONNECTED\n$/);
  });

  test('shows no control characters of a server', () => {
    const { lines, trace } = printer();
    trace.command?.(CMD_RESP, '220 \u001b]0;title\u0007\u009b2J', S_OK);
    expect(lines[0]).toContain('220 ?]0;title??2J');
  });
});
