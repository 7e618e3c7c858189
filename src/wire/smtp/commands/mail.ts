import { checkAddress } from '../address.js';
import { badArgument } from '../argument.js';
import type { SmtpConnection } from '../connection.js';
import { mailLine } from '../envelope.js';
import { checkEnvelopeId, type Message } from '../message.js';
import type { Reply } from '../reply.js';
import { fromString } from '../source/byte-source.js';

/** The parameters of a single MAIL command. */
export type MailParameters = Pick<
  Message,
  'bodyType' | 'eightBit' | 'smtpUtf8' | 'ret' | 'envelopeId' | 'requireTls' | 'size'
>;

const nothing = fromString('');

/**
 * Begins a message.
 *
 * @param connection a greeted connection
 * @param from the sender; empty for the null reverse-path
 * @param parameters what is asked of the server; `binarymime` only makes sense with BDAT
 * @returns the reply, good or bad
 * @throws {WireError} `bad-argument`, `unsupported` or `too-large` before a byte is sent; why the connection ended
 * @spec RFC 5321 section 4.1.1.2
 */
export async function mail(connection: SmtpConnection, from: string, parameters: MailParameters = {}): Promise<Reply> {
  const wide = checkAddress(from) || parameters.smtpUtf8 === true;
  const { capabilities, verified } = connection;
  if (parameters.envelopeId !== undefined) checkEnvelopeId(parameters.envelopeId);
  if (parameters.size !== undefined && !Number.isSafeInteger(parameters.size))
    throw badArgument('The size is no number.');
  const line = mailLine(
    {
      message: { ...parameters, from, to: [], body: nothing },
      from,
      recipients: [],
      source: nothing,
      size: parameters.size ?? null,
      wide,
      dsn: parameters.ret !== undefined || parameters.envelopeId !== undefined,
    },
    { capabilities, verified, chunking: capabilities.chunking },
  );
  if (wide) connection.noteUtf8();
  return connection.command(line, { verb: 'MAIL', phase: 'mail', address: from, utf8: wide });
}
