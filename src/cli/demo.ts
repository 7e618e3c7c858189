import { composeMime } from '../client/index.js';
import { createMemoryStream, describe, failed } from '../com/index.js';
import { ADDR_FROM, ADDR_TO, INETSERVER, ISF_QUERYDSNSUPPORT } from '../imnxport/index.js';
import { deliver, type Outcome } from './delivery.js';
import { type CaughtMessage, startCatchAll } from './demo-server.js';
import { demoSubmit } from './demo-submit.js';
import { EXIT, type Io } from './io.js';
import { type Paint, painter, shown } from './paint.js';
import { grouped, tracePrinter } from './trace.js';

const USER = 'ann';
const PASSWORD = 'correct horse';
const HIDDEN = 'carol@example.org';

/**
 * `comail demo`: sends one message with an attachment to a mail server of its own, shows every callback on the way, and
 * then the message as that server got it. Then another one the long way: through a profile, its Outbox and the spooler. Needs no
 * configuration and no network.
 *
 * @param io where it is shown
 * @returns 0 when what arrived is what was sent
 */
export async function demo(io: Io): Promise<number> {
  const { stdout } = io;
  const paint = painter(stdout, io.env);
  const say = (text = ''): void => void stdout.write(`${text}\n`);
  const server = await startCatchAll(USER, PASSWORD);
  try {
    const { envelope, raw } = composeMime(letter());
    const bytes = await raw();
    say(paint('bold', 'comail demo: one message through ISMTPTransport'));
    say();
    say(`A mail server that takes everything listens on 127.0.0.1:${server.port}, reachable from this machine alone.`);
    say(`The message has ${grouped(bytes.length)} bytes, an attachment and ${envelope.to.length} recipients.`);
    say('Each line below is a call of the callback that a program hands to ISMTPTransport::InitNew.');
    say();
    const stream = createMemoryStream(bytes);
    const outcome = await deliver(
      {
        server: INETSERVER({
          szServerName: '127.0.0.1',
          dwPort: server.port,
          szUserName: USER,
          dwFlags: ISF_QUERYDSNSUPPORT,
        }),
        mechanism: null,
        stream,
        size: bytes.length,
        addresses: [
          { addrtype: ADDR_FROM, szEmail: envelope.from },
          ...envelope.to.map((szEmail) => ({ addrtype: ADDR_TO, szEmail })),
        ],
        reports: null,
        logFile: null,
        // The server data come without a password, so that the question for it can be seen as well.
        logon(data) {
          const first = data.szPassword === '';
          data.szPassword = PASSWORD;
          return first;
        },
        goOn: () => false,
      },
      [tracePrinter(stdout, paint)],
    );
    stream.Release();
    say();
    const code = verdict(outcome, bytes, server.caught[0], say, paint);
    return code === EXIT.done ? await demoSubmit({ server, user: USER, password: PASSWORD }, io) : code;
  } finally {
    await server.close();
  }
}

function letter(): Parameters<typeof composeMime>[0] {
  return {
    from: { name: 'Ann Archer', address: 'ann@example.org' },
    to: { name: 'Bob Baker', address: 'bob@example.org' },
    bcc: HIDDEN,
    subject: 'A message that passed through ISMTPTransport',
    text: 'Dear Bob,\n\nthe figures are attached.\n\nAnn\n',
    attachments: [{ filename: 'figures.csv', content: 'month,messages\nOctober,1204\nNovember,1377\n' }],
  };
}

function verdict(
  outcome: Outcome,
  sent: Buffer,
  caught: CaughtMessage | undefined,
  say: (text?: string) => void,
  paint: Paint,
): number {
  if (failed(outcome.hr) || !caught) {
    const words = outcome.result.pszResponse ?? outcome.result.pszProblem ?? 'nothing arrived';
    say(paint('red', `The message was not sent: ${describe(outcome.hr)}, ${shown(words)}`));
    return EXIT.failed;
  }
  say(paint('bold', 'The message as the server got it'));
  say();
  say(`${paint('dim', 'logged on as')}  ${caught.user}`);
  say(`${paint('dim', 'MAIL FROM   ')}  ${caught.from}`);
  say(`${paint('dim', 'RCPT TO     ')}  ${caught.to.join(', ')}`);
  say();
  for (const line of caught.bytes.toString('utf8').trimEnd().split('\r\n')) {
    say(`${paint('dim', '│')} ${shown(line)}`.trimEnd());
  }
  say();
  const size = grouped(sent.length);
  if (!caught.bytes.equals(sent)) {
    say(paint('red', `${size} bytes were sent, and ${grouped(caught.bytes.length)} others arrived.`));
    return EXIT.failed;
  }
  if (caught.bytes.includes(HIDDEN)) {
    say(paint('red', `${HIDDEN} should have been hidden, and is in the message.`));
    return EXIT.failed;
  }
  say(paint('green', `All ${size} bytes arrived as they were sent; ${HIDDEN} (Bcc) got them too and is not in them.`));
  return EXIT.done;
}
