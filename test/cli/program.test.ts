import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { limits } from '../../src/base/index.js';
import { adviceOn, advisedCodes } from '../../src/cli/advice.js';
import { failed, hresult, nameOf } from '../../src/com/index.js';
import { IXPRESULT } from '../../src/imnxport/index.js';
import { useLedger } from '../support/ledger.js';
import { newFolder } from './mailbox.js';
import { comail } from './run.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

useLedger();

describe('comail demo', () => {
  test('shows every callback by name and then the message, and ends with 0', async () => {
    const temporary = newFolder();
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { code, out, err } = await comail(['demo']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of ['IXP_FINDINGHOST', 'IXP_CONNECTING', 'IXP_AUTHORIZING', 'IXP_AUTHORIZED', 'IXP_DISCONNECTED'])
      expect(out).toMatch(new RegExp(`OnStatus +${name}\\n`));
    expect(out).toMatch(/OnCommand +CMD_SEND +MAIL FROM:<ann@example\.org>\n/);
    expect(out).toMatch(/OnCommand +CMD_RESP +354 .* IXP_S_SMTP_354_START_MAIL_INPUT\n/);
    expect(out).toMatch(/OnLogonPrompt +S_OK +user ann\n/);
    expect(out).toMatch(/OnResponse +SMTP_SEND_STREAM +(\d+) of \1 bytes\n/);
    expect(out).toMatch(/OnResponse +SMTP_SEND_MESSAGE +S_OK, done/);
    expect(out).toMatch(/│ Content-Disposition: attachment; filename=figures\.csv\n/);
    expect(out).toMatch(/RCPT TO +bob@example\.org, carol@example\.org\n/);
    expect(out).toMatch(/All \d+ bytes arrived as they were sent/);
    // Then the long way.
    for (const call of ['MAPILogonEx', 'IMAPIFolder::CreateMessage', 'IMessage::SubmitMessage', 'IMAPISession::Logoff'])
      expect(out).toMatch(new RegExp(`^${call} +S_OK`, 'm'));
    expect(out).toMatch(/\d\d:\d\d:\d\d {2}SMTP transport sends it to bob@example\.org, carol@example\.org\n/);
    expect(out).toMatch(/Sent Items\n\n│ A message that passed through IMessage::SubmitMessage\n/);
    expect(readdirSync(temporary)).toEqual([]);
    expect(out).not.toContain('correct horse');
    expect(out).not.toContain('\u001b');
  });

  test('fits a narrow terminal, in colour', async () => {
    const { code, out } = await comail(['demo'], { terminal: 80 });
    expect(code).toBe(0);
    const trace = stripVTControlCharacters(out)
      .split('\n')
      .filter((line) => /^On(?:Status|Response)/.test(line));
    expect(trace.length).toBeGreaterThan(20);
    expect(trace.filter((line) => line.length > 80)).toEqual([]);
    expect(out).toContain('\u001b[32m');
  });

  // The build is what people run; `npm ci` has made it.
  test.runIf(existsSync(main))('runs as the installed command, into a pipe that closes early as well', async () => {
    const whole = spawnSync(process.execPath, [main, 'demo'], { encoding: 'utf8' });
    expect(whole.status).toBe(0);
    expect(whole.stdout).toContain('SMTP_SEND_MESSAGE');
    const child = spawn(process.execPath, [main, 'demo'], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  });
});

describe('comail', () => {
  test('knows its version', async () => {
    expect(await comail(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  test.each([[['--help']], [['help', 'smtp']], [['smtp', 'send', '--help']]])('%s teaches', async (argv) => {
    const { code, out } = await comail(argv);
    expect(code).toBe(0);
    expect(out).toContain('Usage: comail');
  });

  test('the help of send has examples, and no default that nobody typed', async () => {
    const { out } = await comail(['smtp', 'send', '--help']);
    expect(out).toContain('Examples:');
    expect(out).not.toContain('default');
  });

  test.each([[[]], [['dance']], [['smtp']], [['demo', '--fast']]])('%j is not understood', async (argv) => {
    const { code, out, err } = await comail(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });
});

describe('comail codes', () => {
  test.each([
    ['IXP_E_TIMEOUT', '0x800CCC19  IXP_E_TIMEOUT\n'],
    ['ixp_e_timeout', '0x800CCC19  IXP_E_TIMEOUT\n'],
    ['0x800CCC19', '0x800CCC19  IXP_E_TIMEOUT\n'],
    ['2148322329', '0x800CCC19  IXP_E_TIMEOUT\n'],
    ['0', '0x00000000  S_OK\n'],
    ['NOERROR', '0x00000000  NOERROR\n'],
    ['MAPI_E_NOT_FOUND', '0x8004010F  MAPI_E_NOT_FOUND\n'],
    ['mapi_e_no_access', '0x80070005  MAPI_E_NO_ACCESS\n'],
    ['IXP_E_SMTP_220_READY', '0x000CCC72  IXP_E_SMTP_220_READY\n'],
  ])('%s', async (wanted, out) => {
    expect(await comail(['codes', wanted])).toEqual({ code: 0, out, err: '' });
  });

  test('takes the signed number of a log behind --', async () => {
    expect((await comail(['codes', '--', '-2146644967'])).out).toBe('0x800CCC19  IXP_E_TIMEOUT\n');
  });

  test('lists them all, for programs too', async () => {
    const { out } = await comail(['codes', '--json']);
    const codes = JSON.parse(out) as { name: string; hresult: string; failure: boolean }[];
    expect(codes).toContainEqual({ name: 'E_FAIL', hresult: '0x80004005', failure: true });
    expect((await comail(['codes'])).out.split('\n')).toHaveLength(codes.length + 1);
  });

  test.each(['E_NONSENSE', '0x12345678', 'ISMTPTransport', 'SMTP_DATA'])('%s is none', async (wanted) => {
    const { code, err } = await comail(['codes', wanted]);
    expect(code).toBe(2);
    expect(err).toContain('no code has the');
  });
});

describe('comail limits', () => {
  test('prints every limit with its reason', async () => {
    const { code, out } = await comail(['limits']);
    expect(code).toBe(0);
    for (const { name, reason } of limits()) {
      expect(out).toContain(name);
      expect(out).toContain(reason);
    }
    expect(out).toMatch(/smtp\.replyLineBytes +12,288 bytes/);
  });

  test('and as JSON', async () => {
    expect(JSON.parse((await comail(['limits', '--json'])).out)).toEqual(limits());
  });
});

describe('The table of advice', () => {
  const here = { host: 'mail.example.org', port: 25, user: '', timeout: 0 };
  const advise = (hr: number, uiServerError = 0, pszResponse: string | null = null): string => {
    const result = IXPRESULT({ hrResult: hresult(hr), uiServerError, pszResponse });
    return adviceOn({ hr: hresult(hr), result, refused: [], stopper: null, warning: hresult(0) }, here);
  };

  test.each(advisedCodes.map((hr) => [nameOf(hr), hr] as const))('has a sentence for the failure %s', (_name, hr) => {
    expect(failed(hr)).toBe(true);
    expect(advise(hr)).toMatch(/[a-z].*[.:].*$/);
  });

  test('a code that it does not know leads to the trace', () => {
    expect(advise(0x80041234)).toContain('--trace');
  });

  test('a server that asks for a logon in its own words is understood', () => {
    expect(advise(0x800ccc61, 530, '530 5.7.0 Authentication required')).toContain('--user');
    expect(advise(0x800ccc79, 550, '550 relaying denied')).toContain('--user');
  });
});

describe('A command that is not understood', () => {
  test.each([
    [['account', 'lost', '--json'], "unknown command 'lost'", 'comail account --help'],
    [['account', 'add', 'smtp', '--json'], "required option '-s, --server", 'comail account add smtp --help'],
    [['outbox', 'ls', '--json', '--all'], "unknown option '--all'", 'comail outbox ls --help'],
  ])('answers %j with JSON where JSON is wanted, and nothing else', async (argv, message, help) => {
    const { code, out, err } = await comail(argv);
    expect([code, err]).toEqual([2, '']);
    expect(JSON.parse(out)).toEqual({
      error: {
        code: null,
        hresult: null,
        number: null,
        message: expect.stringContaining(message),
        advice: `See \`${help}\`.`,
      },
    });
  });

  test('is told to people as all is', async () => {
    const { code, out, err } = await comail(['outbox', 'list']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain("comail: unknown command 'list'");
  });
});

describe('Every verb that sends or says how', () => {
  test.each([
    'profile create',
    'profile list',
    'profile show',
    'profile default',
    'profile delete',
    'account add smtp',
    'account list',
    'account change',
    'account remove',
    'send',
    'outbox ls',
    'outbox retry',
    'outbox cancel',
    'spool',
  ])('%s has JSON for programs, and a help with examples', async (verb) => {
    const { code, out } = await comail([...verb.split(' '), '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/--json +\S/);
    expect(out).toMatch(
      new RegExp(`^Examples:\\n(?:.*\\n)*? +(?:printf .*\\| )?comail ${verb.replace('list', '(?:list|ls)')}\\b`, 'm'),
    );
  });
});
