import { WireError } from '../error.js';
import { refuseLongLine } from './argument.js';
import type { Capabilities } from './capabilities.js';
import { type PreparedMessage, type Recipient, reportingParameters } from './message.js';
import { xtext } from './xtext.js';

/** What the connection can do for a message, beyond the server's offer. */
export interface EnvelopeFacts {
  readonly capabilities: Capabilities;
  /** TLS is up and the server's certificate was verified. RFC 8689 section 4.2.1. */
  readonly verified: boolean;
  readonly chunking: boolean;
}

/**
 * The MAIL command of a message on this connection, after a check that the server offers what the message needs.
 *
 * @param prepared the checked message
 * @param facts what the connection can do
 * @returns the command line, without its end
 * @throws {WireError} `unsupported` or `too-large`, before a byte is sent
 * @spec RFC 5321 section 4.1.1.2
 */
export function mailLine(prepared: PreparedMessage, facts: EnvelopeFacts): string {
  const { message, size } = prepared;
  const offer = facts.capabilities;
  let line = `MAIL FROM:<${prepared.from}>`;
  if (offer.size !== null && size !== null) {
    if (offer.size > 0 && size > offer.size) throw tooLarge(size, offer.size);
    line += ` SIZE=${size}`;
  }
  if (message.bodyType !== undefined) line += bodyParameter(message.bodyType, message.eightBit ?? 'refuse', facts);
  if (prepared.wide) {
    if (!offer.smtpUtf8) throw unsupported('SMTPUTF8', 'text outside of ASCII in an address or the header');
    line += ' SMTPUTF8';
  }
  if (message.requireTls === true) {
    if (!facts.verified) throw unverified();
    if (!offer.requireTls) throw unsupported('REQUIRETLS', 'that it is only passed on over TLS');
    line += ' REQUIRETLS';
  }
  if (prepared.dsn && !offer.dsn) throw unsupported('DSN', 'delivery status notifications');
  if (message.ret !== undefined) line += ` RET=${message.ret.toUpperCase()}`;
  if (message.envelopeId !== undefined) line += ` ENVID=${xtext(message.envelopeId)}`;
  refuseLongLine(line);
  return line;
}

/**
 * The RCPT command of a recipient.
 *
 * @param recipient a checked recipient
 * @returns the command line, without its end
 * @spec RFC 5321 section 4.1.1.3
 */
export function rcptLine(recipient: Recipient): string {
  const line = `RCPT TO:<${recipient.address}>`;
  if (recipient.notify === undefined && recipient.originalRecipient === undefined) return line;
  return line + reportingParameters(recipient);
}

function bodyParameter(
  type: '7bit' | '8bitmime' | 'binarymime',
  eightBit: 'refuse' | 'send',
  facts: EnvelopeFacts,
): string {
  const offer = facts.capabilities;
  if (type === 'binarymime') {
    if (!offer.binaryMime || !facts.chunking) throw unsupported('BINARYMIME with CHUNKING', 'a binary body');
    return ' BODY=BINARYMIME';
  }
  if (offer.eightBitMime) return ` BODY=${type.toUpperCase()}`;
  if (type === '8bitmime' && eightBit === 'refuse') throw unsupported('8BITMIME', 'an 8-bit body');
  return '';
}

function unverified(): WireError {
  const words =
    'The message is only to be passed on over TLS, and this connection has no TLS with a verified certificate.';
  return new WireError('unsupported', words, { phase: 'mail' });
}

function unsupported(extension: string, need: string): WireError {
  return new WireError('unsupported', `The message needs ${need}, but the server does not offer ${extension}.`, {
    phase: 'mail',
  });
}

function tooLarge(size: number, most: number): WireError {
  return new WireError('too-large', `The message has ${size} bytes, and the server takes at most ${most}.`, {
    phase: 'mail',
  });
}
