import {
  acquire,
  borrow,
  ComError,
  E_INVALIDARG,
  E_UNEXPECTED,
  type FinalRelease,
  type HResult,
  type Impl,
  IStream,
  S_FALSE,
  S_OK,
  type Warning,
  warn,
} from '../com/index.js';
import { DataBody, data, ehlo, helo, mail, mechanism, rcpt, rset } from '../wire/index.js';
import { serverFromAccount } from './account.js';
import { type Envelope, notifyOf, readAddress, readAddressList } from './addresslist.js';
import { Client } from './client.js';
import * as codes from './codes.js';
import { connect } from './connecting.js';
import type { IImnAccount } from './interfaces/iimnaccount.js';
import { ISMTPCallback } from './interfaces/ismtpcallback.js';
import { ISMTPTransport } from './interfaces/ismtptransport.js';
import type { ISMTPTransport2 } from './interfaces/ismtptransport2.js';
import { commandJob } from './job.js';
import { authenticate } from './logon.js';
import { checkMessage, checkStream, type Reports, readReports } from './messagecheck.js';
import { readServer } from './servercheck.js';
import { SessionLog } from './sessionlog.js';
import type { SessionOwner } from './sessionterms.js';
import { SmtpSession } from './smtpsession.js';
import { streamSource } from './streamsource.js';
import type { INETADDRTYPE } from './types/inetaddrtype.js';
import { INETSERVER } from './types/inetserver.js';
import {
  IXP_IS_AUTHENTICATED,
  IXP_IS_BUSY,
  IXP_IS_CONNECTED,
  IXP_IS_READY,
  type IXPISSTATE,
} from './types/ixpisstate.js';
import { IXP_DISCONNECTED, IXP_FINDINGHOST, type IXPSTATUS } from './types/ixpstatus.js';
import { IXP_SMTP } from './types/ixptype.js';
import * as command from './types/smtpcommand.js';
import type { SMTPMESSAGE, SMTPMESSAGE2 } from './types/smtpmessage.js';

/**
 * The SMTP transport of Outlook Express: checks and answers here, the wire in the session below. Every method answers
 * at once; what it starts is told through the callback.
 *
 * @spec oe-ismtptransport
 */
export class SmtpTransport implements Impl<ISMTPTransport2>, SessionOwner, FinalRelease {
  /** The callback, for the session. */
  readonly client: Client = new Client(() => borrow<ISMTPTransport>(this, ISMTPTransport));
  #session: SmtpSession | null = null;
  #server: INETSERVER | null = null;
  #initialised = false;
  #status: IXPSTATUS = IXP_DISCONNECTED;
  #log: SessionLog | null = null;

  /** The status that was reported last. */
  get status(): IXPSTATUS {
    return this.#status;
  }

  /** The session log, if there is one. */
  get log(): SessionLog | null {
    return this.#log;
  }

  /**
   * Stores a status in the turn of its callback; that of an earlier connection no longer counts.
   *
   * @param session the connection it is about
   * @param status the status
   */
  store(session: SmtpSession, status: IXPSTATUS): void {
    if (session !== this.#session) return;
    this.#status = status;
    if (status === IXP_DISCONNECTED) this.#session = null;
  }

  InitNew(pszLogFilePath: string | null, pCallback: ISMTPCallback): void {
    const callback = acquire(pCallback, ISMTPCallback, 'pCallback');
    try {
      if (this.#status !== IXP_DISCONNECTED) throw new ComError(codes.IXP_E_ALREADY_CONNECTED, 'a connection exists');
      const next = pszLogFilePath ? new SessionLog(pszLogFilePath) : null;
      this.#log?.close();
      this.#log = next;
    } catch (error) {
      callback.Release();
      throw error;
    }
    this.client.take(callback);
    this.#initialised = true;
  }

  Connect(pInetServer: Partial<INETSERVER>, fAuthenticate: boolean, fCommandLogging: boolean): void {
    if (!pInetServer) throw new ComError(E_INVALIDARG, 'pInetServer is NULL');
    if (!this.client.present)
      throw new ComError(codes.IXP_E_NOT_INIT, 'InitNew was not called, or its callback was let go');
    if (this.#status !== IXP_DISCONNECTED) throw new ComError(codes.IXP_E_ALREADY_CONNECTED, 'a connection exists');
    const server = readServer(pInetServer, this.client.callback);
    const options = { server, authenticate: Boolean(fAuthenticate), logging: Boolean(fCommandLogging) };
    const session = new SmtpSession(this, options);
    this.#server = server;
    this.#session = session;
    this.#status = IXP_FINDINGHOST;
    void connect(session, this.client, options);
  }

  Disconnect(): void {
    this.#requireInit();
    this.#connected().disconnect();
  }

  DropConnection(): void {
    const session = this.#connected();
    this.#session = null;
    this.#status = IXP_DISCONNECTED;
    session.drop();
  }

  HandsOffCallback(): HResult {
    return this.client.letGo() ? S_OK : S_FALSE;
  }

  GetStatus(): IXPSTATUS {
    return this.#status;
  }

  GetIXPType(): typeof IXP_SMTP {
    return IXP_SMTP;
  }

  IsState(isstate: IXPISSTATE): HResult {
    const session = this.#live();
    const answers = new Map<IXPISSTATE, boolean>([
      [IXP_IS_CONNECTED, session?.standing === true],
      [IXP_IS_BUSY, session?.job != null],
      [IXP_IS_READY, session?.standing === true && session.job === null],
      [IXP_IS_AUTHENTICATED, session?.connection.authenticated === true],
    ]);
    const answer = answers.get(isstate);
    if (answer === undefined) throw new ComError(E_INVALIDARG, `${isstate} is no question`);
    return answer ? S_OK : S_FALSE;
  }

  GetServerInfo(pInetServer?: INETSERVER): INETSERVER {
    if (pInetServer === null) throw new ComError(E_INVALIDARG, 'pInetServer is NULL');
    if (!this.#server) throw new ComError(codes.IXP_E_NOT_CONNECTED, 'Connect was not called');
    return Object.assign(pInetServer ?? INETSERVER(), this.#server);
  }

  InetServerFromAccount(pAccount: IImnAccount, pInetServer?: INETSERVER): INETSERVER {
    if (pInetServer === null) throw new ComError(E_INVALIDARG, 'pInetServer is NULL');
    return serverFromAccount(pAccount, pInetServer ?? INETSERVER());
  }

  SendMessage(pMessage: SMTPMESSAGE): Warning<void> | undefined {
    const { session, envelope } = this.#checkMessage(pMessage);
    const without = envelope.wantsDsn && !session.connection.capabilities.dsn;
    this.#send(session, pMessage, without ? withoutDsn(envelope) : envelope, {});
    // The page names a success for this: the message is taken, and goes out without the request.
    return without ? warn(codes.IXP_S_SMTP_NO_DSN_SUPPORT) : undefined;
  }

  SendMessage2(pMessage: SMTPMESSAGE2): void {
    if (!pMessage) throw new ComError(E_INVALIDARG, 'pMessage is NULL');
    const { session, envelope } = this.#checkMessage(pMessage.smtpMsg);
    const reports = readReports(pMessage);
    const wanted = envelope.wantsDsn || reports.ret !== undefined || reports.envelopeId !== undefined;
    if (wanted && !session.connection.capabilities.dsn)
      throw new ComError(codes.IXP_E_SMTP_NO_DSN_SUPPORT, 'the server offers no delivery status notifications');
    this.#send(session, pMessage.smtpMsg, envelope, reports);
  }

  CommandMAIL(pszEmailFrom: string): void {
    requireText(pszEmailFrom, 'pszEmailFrom');
    const session = this.#ready();
    const from = readAddress(pszEmailFrom, true);
    void session.run(commandJob(command.SMTP_MAIL), () => mail(session.connection, from));
  }

  CommandRCPT(pszEmailTo: string): void {
    this.CommandRCPT2(pszEmailTo, 0);
  }

  CommandRCPT2(pszEmailTo: string, atDSN: INETADDRTYPE): void {
    requireText(pszEmailTo, 'pszEmailTo');
    const session = this.#ready();
    const address = readAddress(pszEmailTo, false);
    const notify = notifyOf(atDSN);
    if (notify && !session.connection.capabilities.dsn)
      throw new ComError(codes.IXP_E_SMTP_NO_DSN_SUPPORT, 'the server offers no delivery status notifications');
    void session.run(commandJob(command.SMTP_RCPT), () =>
      rcpt(session.connection, notify ? { address, notify } : { address }),
    );
  }

  CommandEHLO(): void {
    this.#command(command.SMTP_EHLO, (session) => ehlo(session.connection, session.heloName));
  }

  CommandHELO(): void {
    this.#command(command.SMTP_HELO, (session) => helo(session.connection, session.heloName));
  }

  CommandAUTH(pszAuthType: string): void {
    requireText(pszAuthType, 'pszAuthType');
    this.#requireInit();
    const session = this.#ready();
    checkMechanism(pszAuthType);
    void session.run(commandJob(command.SMTP_AUTH), () => authenticate(session, pszAuthType));
  }

  CommandQUIT(): void {
    this.#ready().quit();
  }

  CommandRSET(): void {
    this.#command(command.SMTP_RSET, (session) => rset(session.connection));
  }

  CommandDATA(): void {
    this.#command(command.SMTP_DATA, (session) => data(session.connection));
  }

  CommandDOT(): void {
    const session = this.#readyForBody();
    void session.run(commandJob(command.SMTP_DOT), () => new DataBody(session.connection).end());
  }

  SendDataStream(pStream: IStream, cbSize: number): void {
    checkStream(pStream, 'pStream', cbSize);
    const session = this.#readyForBody();
    const stream = acquire(pStream, IStream, 'pStream');
    void session.sendBody(streamSource(stream, cbSize), cbSize).finally(() => stream.Release());
  }

  SetWindow(): void {
    if (!this.client.present) throw new ComError(E_UNEXPECTED, 'InitNew was not called');
    this.client.queue.resume();
  }

  ResetWindow(): void {
    if (!this.client.present) throw new ComError(E_UNEXPECTED, 'InitNew was not called');
    this.client.queue.hold();
  }

  finalRelease(): void {
    this.#session?.vanish();
    this.#session = null;
    this.client.letGo();
    this.#log?.close();
  }

  // The order of the checks is the order of the page: a bad list on a closed connection is a bad list.
  #checkMessage(message: SMTPMESSAGE): { session: SmtpSession; envelope: Envelope } {
    checkMessage(message);
    const session = this.#live();
    if (session && (session.job || session.expectsBody)) throw new ComError(codes.IXP_E_BUSY, 'a command is running');
    const envelope = readAddressList(message.rAddressList);
    if (!session) throw new ComError(codes.IXP_E_NOT_CONNECTED, 'there is no connection');
    return { session, envelope };
  }

  #send(session: SmtpSession, message: SMTPMESSAGE, envelope: Envelope, reports: Reports): void {
    if (envelope.from === null) {
      session.refuse(codes.IXP_E_SMTP_NO_SENDER, 'the address list names no sender');
      return;
    }
    if (envelope.to.length === 0) {
      session.refuse(codes.IXP_E_SMTP_NO_RECIPIENTS, 'the address list names no recipient');
      return;
    }
    const stream = acquire(message.pstmMsg, IStream, 'pstmMsg');
    const size = message.cbSize ?? 0;
    const body = streamSource(stream, size);
    session.send({ from: envelope.from, to: envelope.to, body, ...reports }, size, () => stream.Release());
  }

  #command(ends: command.SMTPCOMMAND, run: (session: SmtpSession) => Promise<unknown>): void {
    const session = this.#ready();
    void session.run(commandJob(ends), () => run(session));
  }

  #requireInit(): void {
    if (!this.#initialised) throw new ComError(codes.IXP_E_NOT_INIT, 'InitNew was not called');
  }

  #live(): SmtpSession | null {
    return this.#session && !this.#session.lost ? this.#session : null;
  }

  #connected(): SmtpSession {
    const session = this.#live();
    if (!session) throw new ComError(codes.IXP_E_NOT_CONNECTED, 'there is no connection');
    return session;
  }

  #ready(): SmtpSession {
    const session = this.#connected();
    if (session.job) throw new ComError(codes.IXP_E_BUSY, 'a command is running');
    // Whatever were sent now would become text of the message.
    if (session.expectsBody)
      throw new ComError(codes.IXP_E_INVALID_STATE, 'the server waits for the body of a message');
    return session;
  }

  #readyForBody(): SmtpSession {
    const session = this.#connected();
    if (session.job) throw new ComError(codes.IXP_E_BUSY, 'a command is running');
    if (!session.expectsBody) throw new ComError(codes.IXP_E_INVALID_STATE, 'DATA was not answered by 354');
    session.expectsBody = false;
    return session;
  }
}

// DSN is an extra here: the page's SendMessage sends without it where the server has none.
function withoutDsn(envelope: Envelope): Envelope {
  return { ...envelope, to: envelope.to.map(({ address }) => ({ address })), wantsDsn: false };
}

function requireText(value: unknown, name: string): void {
  if (typeof value !== 'string') throw new ComError(E_INVALIDARG, `${name} is NULL`);
}

function checkMechanism(name: string): void {
  try {
    mechanism(name, { user: 'user', password: 'password', accessToken: 'token' }, { host: 'localhost', port: 25 });
  } catch (cause) {
    throw new ComError(E_INVALIDARG, `${name.slice(0, 32)} is no mechanism that is known`, { cause });
  }
}
