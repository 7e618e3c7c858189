import type { Command } from 'commander';
import { ok } from '../com/index.js';
import { IAttach, type IMessage } from '../mapi/index.js';
import { EXIT, type Io } from './io.js';
import { attachmentNumbers } from './mailbox/dump.js';
import { answering } from './mailbox/failure.js';
import { type LetterReport, type PersonReport, readLetter } from './mailbox/letter.js';
import { namedMessage, openMessage } from './mailbox/message-id.js';
import { type PropReport, propReport } from './mailbox/prop-json.js';
import { propLines } from './mailbox/prop-lines.js';
import { type ReadProp, readProps } from './mailbox/props.js';
import { readRecipients } from './mailbox/recipients.js';
import { sizeText } from './mailbox/size.js';
import { withStore } from './mailbox/store.js';
import { painter, shown } from './paint.js';

/** What `comail message show --props --json` prints: properties without large values, which `export` has. */
export interface MessagePropsReport {
  readonly properties: readonly PropReport[];
  /** The properties of each recipient. */
  readonly recipients: readonly (readonly PropReport[])[];
  /** The properties of each attachment. */
  readonly attachments: readonly (readonly PropReport[])[];
}

interface ShowOptions {
  readonly props?: boolean;
  readonly full?: boolean;
  readonly json?: boolean;
}

/**
 * Adds the verb `show` of messages.
 *
 * @param message the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addMessageShow(message: Command, io: Io, ended: (code: number) => void): void {
  message
    .command('show')
    .argument('<file>', 'the store')
    .argument('<id>', 'the number that `message ls` prints, or the entry identifier in hexadecimal')
    .description('print a message: who, when, attachments and text, or every property; it stays unread')
    .option('--props', 'print every property: tag, name, type and value, flags by name')
    .option('--full', 'with --props: do not cut long values')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, id: string, options: ShowOptions) => {
      const verb = { json: options.json === true, failed: 'the message was not shown', command: 'comail message show' };
      ended(await answering(verb, io, () => show(file, id, options, io)));
    });
}

const EXAMPLES = `
Examples:
  comail message show mail.store 417
  comail message show mail.store 417 --props | grep PR_MESSAGE_FLAGS
`;

async function show(file: string, id: string, options: ShowOptions, io: Io): Promise<number> {
  await withStore(file, 'read-only', async (opened) => {
    const named = namedMessage(opened, id);
    using message = await openMessage(opened, named);
    if (options.props) {
      const parts = await readParts(message);
      if (options.json) io.stdout.write(`${JSON.stringify(partsReport(parts))}\n`);
      else printParts(parts, options.full === true, io);
      return;
    }
    const letter = await readLetter(opened, named, message);
    if (options.json) io.stdout.write(`${JSON.stringify(letter)}\n`);
    else printLetter(letter, io);
  });
  return EXIT.done;
}

interface Parts {
  readonly message: readonly ReadProp[];
  readonly recipients: readonly (readonly ReadProp[])[];
  readonly attachments: readonly (readonly ReadProp[])[];
}

async function readParts(message: IMessage): Promise<Parts> {
  const attachments: (readonly ReadProp[])[] = [];
  for (const num of await attachmentNumbers(message)) {
    using attachment = await ok(message.OpenAttach(num, IAttach));
    attachments.push(await readProps(attachment));
  }
  return { message: await readProps(message), recipients: await readRecipients(message), attachments };
}

const partsReport = ({ message, recipients, attachments }: Parts): MessagePropsReport => ({
  properties: message.map(propReport),
  recipients: recipients.map((props) => props.map(propReport)),
  attachments: attachments.map((props) => props.map(propReport)),
});

function printParts({ message, recipients, attachments }: Parts, full: boolean, io: Io): void {
  const paint = painter(io.stdout, io.env);
  const width = full || io.stdout.isTTY !== true ? null : (io.stdout.columns ?? 100);
  const groups: readonly (readonly [string, readonly ReadProp[]])[] = [
    ['Message', message],
    ...recipients.map((props, index) => [`Recipient ${index}`, props] as const),
    ...attachments.map((props, index) => [`Attachment ${index}`, props] as const),
  ];
  groups.forEach(([title, props], index) => {
    io.stdout.write(`${index === 0 ? '' : '\n'}${paint('bold', title)}\n`);
    for (const line of propLines(props, full, width, paint)) io.stdout.write(`${line}\n`);
  });
}

function printLetter(letter: LetterReport, io: Io): void {
  const paint = painter(io.stdout, io.env);
  const line = (label: string, text: string | null): void => {
    if (text === null || text === '') return;
    io.stdout.write(`${paint('dim', label.padEnd(11))}  ${shown(text)}\n`);
  };
  io.stdout.write(`${paint('bold', shown(letter.subject ?? '(no subject)'))}\n\n`);
  line('from', letter.from ? personText(letter.from) : null);
  line('to', letter.to.map(personText).join(', '));
  line('cc', letter.cc.map(personText).join(', '));
  line('bcc', letter.bcc.map(personText).join(', '));
  line('received', localText(letter.received));
  line('sent', localText(letter.sent));
  line('message-id', letter.messageId);
  line('folder', letter.folder);
  line('class', `${letter.class}, ${sizeText(letter.size)}, ${stateOf(letter)}`);
  line('id', `${letter.id}, ${letter.entryId}`);
  for (const { number, name, mimeType, method, size } of letter.attachments) {
    const what = [mimeType ?? method, sizeText(size)].join(', ');
    line(`attached ${number}`, `${name ?? '(no name)'}  ${what}`);
  }
  if (letter.body === null) {
    const others = letter.bodies.length > 0 ? `; it has ${letter.bodies.join(' and ')}` : '';
    io.stdout.write(`\n${paint('dim', `(no plain text${others})`)}\n`);
  } else io.stdout.write(`\n${letter.body.replace(/\r\n?/g, '\n').split('\n').map(shown).join('\n').trimEnd()}\n`);
}

function stateOf({ flags }: LetterReport): string {
  const has = (flag: string): boolean => flags.split(' | ').includes(flag);
  if (has('MSGFLAG_SUBMIT')) return 'waits to be sent';
  if (has('MSGFLAG_UNSENT')) return 'a draft';
  return has('MSGFLAG_READ') ? 'read' : 'unread';
}

function personText({ name, address, type }: PersonReport): string {
  const where = address === null ? '' : type === null || type === 'SMTP' ? address : `${type}:${address}`;
  if (name === null || name === address) return where;
  return where === '' ? name : `${name} <${where}>`;
}

function localText(iso: string | null): string | null {
  return iso === null ? null : new Date(iso).toString().replace(/ \(.*\)$/, '');
}
