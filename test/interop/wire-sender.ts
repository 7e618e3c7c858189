import type { ConnectionOptions as TlsConnectionOptions } from 'node:tls';
import {
  type ConnectionObserver,
  type Credentials,
  type Message,
  type SendResult,
  type SessionOptions,
  SmtpClient,
} from '../../src/wire/index.js';
import type { MailServer } from '../support/servers/index.js';

/** Which way to a server a test takes. */
export interface Route {
  /** One of the server's ports; its first by default. */
  readonly port?: number;
  /** Clear text by default. */
  readonly security?: 'none' | 'starttls' | 'implicit';
  readonly credentials?: Credentials;
  readonly mechanism?: string;
  readonly allowCleartext?: boolean;
  /** TLS options in place of trust in the server's own authority. */
  readonly tls?: TlsConnectionOptions;
  readonly inFlight?: number;
}

/** A client and what was said, in the order of the wire: `C: MAIL`, `S: MAIL 250` ... */
export interface Talk {
  readonly client: SmtpClient;
  readonly dialog: readonly string[];
  /** Command lines as observers see them. */
  readonly lines: readonly string[];
}

/** The options by which the engine takes a route. */
export function sessionOptions(
  server: MailServer & { readonly ports: { readonly smtp: number } },
  route: Route,
): SessionOptions {
  const { security = 'none', credentials, mechanism, allowCleartext } = route;
  return {
    host: server.host,
    port: route.port ?? server.ports.smtp,
    implicitTls: security === 'implicit',
    starttls: security === 'starttls' ? 'required' : 'off',
    tls: route.tls ?? { ca: server.ca },
    name: 'client.example.test',
    ...(credentials === undefined ? {} : { credentials }),
    auth: {
      ...(mechanism === undefined ? {} : { mechanism }),
      ...(allowCleartext === undefined ? {} : { allowCleartext }),
    },
  };
}

/** Connects and logs on, with an ear on the dialog. */
export async function talk(
  server: MailServer & { readonly ports: { readonly smtp: number } },
  route: Route = {},
  more: Partial<SessionOptions> = {},
): Promise<Talk> {
  const dialog: string[] = [];
  const lines: string[] = [];
  const observer: ConnectionObserver = {
    command(line, verb) {
      dialog.push(`C: ${verb}`);
      lines.push(line);
    },
    replyLine(line, verb) {
      if (line.last) dialog.push(`S: ${verb} ${line.code}`);
    },
  };
  const client = await SmtpClient.connect({
    ...sessionOptions(server, route),
    ...(route.inFlight === undefined ? {} : { inFlight: route.inFlight }),
    ...more,
    observer,
  });
  return { client, dialog, lines };
}

/** Sends one message over a connection of its own. */
export async function send(
  server: MailServer & { readonly ports: { readonly smtp: number } },
  route: Route,
  message: Message,
): Promise<{ readonly result: SendResult; readonly dialog: readonly string[] }> {
  const { client, dialog } = await talk(server, route);
  try {
    const result = await client.send(message);
    await client.quit();
    return { result, dialog };
  } finally {
    client.close();
  }
}
