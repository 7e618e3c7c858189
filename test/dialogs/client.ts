import {
  type ByteSource,
  type Message,
  type Notify,
  noop,
  quit,
  type Recipient,
  type Reply,
  rset,
  type SessionOptions,
  SmtpClient,
  WireError,
} from '../../src/wire/index.js';
import { testAuthority, testIdentity } from '../support/certificates/index.js';
import { type ClientStep, type Dialog, type NamedBody, unescaped } from './dialog-file.js';

/** What a step came to: `ok` or an error's code, and whatever else can be said of it. */
interface Outcome {
  readonly outcome: string;
  readonly facts: Readonly<Record<string, string | undefined>>;
}

/** The client of a dialog: does what the header tells, and checks each answer. */
export class DialogClient {
  readonly #dialog: Dialog;
  readonly #port: number;
  #client: SmtpClient | null = null;

  constructor(dialog: Dialog, port: number) {
    this.#dialog = dialog;
    this.#port = port;
  }

  /** Does one step. Rejects when its outcome is not the expected one. */
  async step(step: ClientStep): Promise<void> {
    let outcome: Outcome;
    try {
      outcome = await this.#do(step);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      outcome = failed(error);
    }
    if (outcome.outcome !== step.outcome) {
      const said = outcome.facts['message'] === undefined ? '' : ` (${outcome.facts['message']})`;
      throw new Error(
        `line ${step.line}: expected ${step.outcome}, but ${step.verb} came to ${outcome.outcome}${said}`,
      );
    }
    for (const [name, value] of step.expected) {
      const expected = unescaped(value).toString('utf8');
      const fact = outcome.facts[name] ?? 'none';
      if (fact !== expected) throw new Error(`line ${step.line}: expected ${name}=${expected}, but it is ${fact}`);
    }
  }

  /** Ends what the dialog has left open. */
  close(): void {
    this.#client?.close();
  }

  async #do(step: ClientStep): Promise<Outcome> {
    if (step.verb === 'connect') {
      this.#client = await SmtpClient.connect(this.#options());
      return succeeded(this.#client.connection.greeting);
    }
    const client = this.#client;
    if (client === null) throw new Error(`line ${step.line}: not connected`);
    if (step.verb === 'offers') return this.#offers(client, step);
    if (step.verb === 'send') return this.#send(client, step);
    if (step.verb === 'noop') return succeeded(await noop(client.connection));
    if (step.verb === 'reset') return succeeded(await rset(client.connection));
    if (step.verb === 'quit') return succeeded(await quit(client.connection));
    if (step.verb === 'leave') return client.quit().then(() => succeeded(null));
    if (step.verb === 'wait')
      return new Promise((resolve) => client.connection.onClosed((why) => resolve(failed(why))));
    throw new Error(`line ${step.line}: no such step: ${step.verb}`);
  }

  #options(): SessionOptions {
    const { options } = this.#dialog;
    const text = (name: string): string | undefined => options.get(name)?.toString();
    const credentials = present({
      user: text('user'),
      password: text('password'),
      accessToken: text('token'),
      authorizationId: text('authorizationId'),
    });
    const certificate = text('certificate') === 'client' ? testIdentity('client') : {};
    const timeouts = [...options]
      .filter(([name]) => name.startsWith('timeout.'))
      .map(([name, value]) => [name.slice(8), value]);
    const logsOn = Object.keys(credentials).length > 0 || options.has('mechanism');
    return {
      host: '127.0.0.1',
      port: this.#port,
      name: 'client.example',
      implicitTls: options.get('tls') === true,
      tls: {
        ca: testAuthority,
        ...certificate,
        ...(options.get('verify') === false ? { rejectUnauthorized: false } : {}),
      },
      starttls: (text('starttls') ?? 'when-offered') as 'off' | 'when-offered' | 'required',
      ...(logsOn ? { credentials } : {}),
      auth: {
        ...present({ mechanism: text('mechanism'), fallback: text('fallback') as 'any' | 'never' | undefined }),
        allowCleartext: options.get('cleartext') === true,
      },
      timeouts: Object.fromEntries(timeouts),
    };
  }

  /** The words of the step are all that the server offers: nothing may be missing and nothing besides. */
  #offers(client: SmtpClient, step: ClientStep): Outcome {
    const { capabilities, secure } = client.connection;
    const offered = [
      ['pipelining', capabilities.pipelining],
      ['chunking', capabilities.chunking],
      ['binarymime', capabilities.binaryMime],
      ['8bitmime', capabilities.eightBitMime],
      ['smtputf8', capabilities.smtpUtf8],
      ['dsn', capabilities.dsn],
      ['enhancedstatuscodes', capabilities.enhancedStatusCodes],
      ['requiretls', capabilities.requireTls],
      ['starttls', capabilities.startTls],
      [`size=${capabilities.size}`, capabilities.size !== null],
      [`auth=${capabilities.auth.join(',')}`, capabilities.auth.length > 0],
      ['secure', secure],
    ] as const;
    const has = offered.filter(([, there]) => there).map(([name]) => name);
    const said = [...step.words].map(([name, value]) => (value === 'true' ? name : `${name}=${value}`));
    if (has.toSorted().join(' ') !== said.toSorted().join(' ')) {
      throw new Error(`line ${step.line}: the server offers ${has.join(' ')}`);
    }
    return { outcome: 'ok', facts: {} };
  }

  async #send(client: SmtpClient, step: ClientStep): Promise<Outcome> {
    const result = await client.send(this.#message(step));
    return {
      outcome: 'ok',
      facts: {
        code: String(result.reply.code),
        text: result.reply.text,
        accepted: result.accepted.join(','),
        ...refusalFacts(result.refused),
      },
    };
  }

  #message(step: ClientStep): Message {
    const word = (name: string): string | undefined => {
      const value = step.words.get(name);
      return value === undefined ? undefined : unescaped(value).toString('utf8');
    };
    const yes = (name: string): boolean | undefined => (step.words.has(name) ? word(name) === 'true' : undefined);
    const reporting = present({
      notify: word('notify')?.split(',') as Notify[] | undefined,
      originalRecipient: word('originalRecipient'),
    });
    const to = (word('to') ?? '').split(',').filter((address) => address !== '');
    const body = this.#dialog.bodies.get(word('body') ?? '');
    if (body === undefined) throw new Error(`line ${step.line}: no such body`);
    const options = present({
      accept: word('accept'),
      bodyType: word('bodyType'),
      eightBit: word('eightBit'),
      ret: word('ret'),
      envelopeId: word('envelopeId'),
      smtpUtf8: yes('smtpUtf8'),
      requireTls: yes('requireTls'),
      pipelining: yes('pipelining'),
      chunking: yes('chunking'),
    }) as Partial<Message>;
    const recipients = to.map((address): Recipient => ({ address, ...reporting }));
    return { from: word('from') ?? '', to: recipients, body: sourceOf(body, yes('unsized') === true), ...options };
  }
}

function sourceOf(body: NamedBody, unsized: boolean): ByteSource | Uint8Array {
  if (body.then === 'ends' && !unsized) return body.bytes;
  return {
    async *chunks() {
      yield body.bytes;
      if (body.then === 'fails') throw new Error('the source of this body breaks down');
      if (body.then === 'stalls') await new Promise(() => {});
    },
  };
}

function succeeded(reply: Reply | null): Outcome {
  if (reply === null) return { outcome: 'ok', facts: {} };
  if (!reply.ok) return { outcome: 'refused', facts: { reply: String(reply.code), text: reply.text } };
  return { outcome: 'ok', facts: { code: String(reply.code), text: reply.text } };
}

function failed(error: WireError): Outcome {
  const { reply } = error;
  return {
    outcome: error.code,
    facts: {
      message: error.message,
      phase: error.phase,
      address: error.address,
      socket: error.socketError,
      reply: reply === undefined ? undefined : String(reply.code),
      text: reply?.lines.join('\n'),
      enhanced: (reply as Reply | undefined)?.enhanced ?? undefined,
      ...refusalFacts(error.refusals ?? []),
    },
  };
}

function refusalFacts(
  refusals: readonly { readonly address: string; readonly reply: { code: number; lines: readonly string[] } }[],
) {
  if (refusals.length === 0) return {};
  return {
    refused: refusals.map((refusal) => `${refusal.address}:${refusal.reply.code}`).join(','),
    refusal: refusals[0]?.reply.lines.join('\n'),
  };
}

/** The parts that are there: an option that is absent and one that is undefined are not the same. */
function present<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
