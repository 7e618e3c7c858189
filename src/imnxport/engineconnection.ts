import { type ConnectionOptions, DEFAULT_TIMEOUTS, SmtpConnection, type Timeouts } from '../wire/index.js';
import type { TransportSettings } from './settings.js';
import { DEFAULT_SMTP_PORT, DEFAULT_SMTP_SSL_PORT, type INETSERVER, ISF_SSLONSAMEPORT } from './types/inetserver.js';

/**
 * Makes the engine's connection to a server, which is not opened yet.
 *
 * @param server what Connect was given
 * @param settings those of the transport
 * @param told who is asked, and told of what happens
 */
export function engineConnection(
  server: INETSERVER,
  settings: TransportSettings,
  told: Pick<ConnectionOptions, 'onTimeout' | 'onCertificateProblem' | 'observer'>,
): SmtpConnection {
  const implicitTls = isSecureFromTheStart(server);
  return new SmtpConnection({
    host: server.szServerName,
    port: server.dwPort || (implicitTls ? DEFAULT_SMTP_SSL_PORT : DEFAULT_SMTP_PORT),
    implicitTls,
    tls: settings.tls,
    timeouts: timeoutsOf(server.dwTimeout),
    ...told,
  });
}

/** Whether TLS is wanted from the first byte. With `ISF_SSLONSAMEPORT` the same wish is met by STARTTLS. */
const isSecureFromTheStart = ({ fSSL, dwFlags }: INETSERVER): boolean => fSSL && (dwFlags & ISF_SSLONSAMEPORT) === 0;

function timeoutsOf(seconds: number): Partial<Timeouts> {
  if (!(seconds > 0)) return {};
  return Object.fromEntries(Object.keys(DEFAULT_TIMEOUTS).map((phase) => [phase, seconds]));
}
