import { type Enumeration, enumeration } from './enumeration.js';

/** No command. */
export const SMTP_NONE = 0;
/** Greeting received, HELO/EHLO goes next. */
export const SMTP_BANNER = 1;
/** Connection is up and logged on: ready for messages. */
export const SMTP_CONNECTED = 2;
/** A SendMessage/SendMessage2 job has ended. */
export const SMTP_SEND_MESSAGE = 3;
/** AUTH was sent. */
export const SMTP_AUTH = 4;
/** EHLO was sent, logon being attempted. */
export const SMTP_EHLO = 5;
/** HELO was sent, logon being attempted. */
export const SMTP_HELO = 6;
/** MAIL FROM was sent; within a message job the transport goes on. */
export const SMTP_MAIL = 7;
/** RCPT TO was sent; within a job the next recipient follows. */
export const SMTP_RCPT = 8;
/** RSET was sent (the page links it to an interrupted message). */
export const SMTP_RSET = 9;
/** QUIT was sent. */
export const SMTP_QUIT = 10;
/** DATA was sent. */
export const SMTP_DATA = 11;
/** End-of-data dot was sent. */
export const SMTP_DOT = 12;
/** Body bytes going out: progress in rStreamInfo. */
export const SMTP_SEND_STREAM = 13;
/** Custom command. */
export const SMTP_CUSTOM = 14;

/** What an `SMTPRESPONSE` answers. @spec oe-smtpcommand */
export type SMTPCOMMAND =
  | typeof SMTP_NONE
  | typeof SMTP_BANNER
  | typeof SMTP_CONNECTED
  | typeof SMTP_SEND_MESSAGE
  | typeof SMTP_AUTH
  | typeof SMTP_EHLO
  | typeof SMTP_HELO
  | typeof SMTP_MAIL
  | typeof SMTP_RCPT
  | typeof SMTP_RSET
  | typeof SMTP_QUIT
  | typeof SMTP_DATA
  | typeof SMTP_DOT
  | typeof SMTP_SEND_STREAM
  | typeof SMTP_CUSTOM;
/** The members of {@link SMTPCOMMAND:type} with a way back from values to names. */
export const SMTPCOMMAND: Enumeration<{
  readonly SMTP_NONE: 0;
  readonly SMTP_BANNER: 1;
  readonly SMTP_CONNECTED: 2;
  readonly SMTP_SEND_MESSAGE: 3;
  readonly SMTP_AUTH: 4;
  readonly SMTP_EHLO: 5;
  readonly SMTP_HELO: 6;
  readonly SMTP_MAIL: 7;
  readonly SMTP_RCPT: 8;
  readonly SMTP_RSET: 9;
  readonly SMTP_QUIT: 10;
  readonly SMTP_DATA: 11;
  readonly SMTP_DOT: 12;
  readonly SMTP_SEND_STREAM: 13;
  readonly SMTP_CUSTOM: 14;
}> = enumeration({
  SMTP_NONE,
  SMTP_BANNER,
  SMTP_CONNECTED,
  SMTP_SEND_MESSAGE,
  SMTP_AUTH,
  SMTP_EHLO,
  SMTP_HELO,
  SMTP_MAIL,
  SMTP_RCPT,
  SMTP_RSET,
  SMTP_QUIT,
  SMTP_DATA,
  SMTP_DOT,
  SMTP_SEND_STREAM,
  SMTP_CUSTOM,
});
