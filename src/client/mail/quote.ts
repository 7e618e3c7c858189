import type { MessageContent } from './content.js';
import type { MailMessage, MailRecipient } from './message.js';
import type { Mailbox } from './people.js';

/** The texts of an answer, or of a message that passes another one on. */
export interface Quoted {
  /** What is above and the original below, to be composed. */
  readonly content: Pick<MessageContent, 'text' | 'html'>;
  /** The HTML of the original as it is shown; null when all is plain text. */
  readonly shown: string | null;
}

/**
 * Puts an original below what its reader writes. Plain text stays plain; as soon as one of both is HTML, the message has both forms.
 *
 * @param mail the original
 * @param content what stands above it
 * @param how `reply`: marked as a quotation, below a line that says who wrote it when; `forward`: whole, below its head
 */
export async function quoted(mail: MailMessage, content: MessageContent, how: 'reply' | 'forward'): Promise<Quoted> {
  const original = { text: await mail.text(), html: await mail.html() };
  const head = how === 'reply' ? [attribution(mail)] : headOf(mail, await mail.recipients());
  const text = `${content.text ?? ''}\r\n\r\n${textBelow(head, original.text, how)}`;
  if (content.html === undefined && original.html === null) return { content: { text }, shown: null };
  const shown = original.html === null ? paragraphs(original.text) : innerHtml(original.html);
  const below = htmlBelow(head, shown, how);
  const above = content.html ?? (content.text === undefined ? '' : paragraphs(content.text));
  const html = appended(above, `<br>\r\n${below}`);
  // Who gives HTML alone gets a text that is made from all of it.
  return { content: content.html !== undefined && content.text === undefined ? { html } : { text, html }, shown };
}

/** What people call somebody. */
const named = ({ name, address }: Mailbox): string =>
  name && address && name !== address ? `${name} <${address}>` : (name ?? address) || address;

function attribution(mail: MailMessage): string {
  const when = (mail.sent ?? mail.received)?.toUTCString();
  const who = mail.from === null ? 'somebody' : named(mail.from);
  return when === undefined ? `${who} wrote:` : `On ${when}, ${who} wrote:`;
}

function headOf(mail: MailMessage, recipients: readonly MailRecipient[]): readonly string[] {
  const of = (kind: MailRecipient['kind']): string =>
    recipients
      .filter((each) => each.kind === kind)
      .map(named)
      .join('; ');
  const lines = [
    ['From', mail.from === null ? '' : named(mail.from)],
    ['Sent', (mail.sent ?? mail.received)?.toUTCString() ?? ''],
    ['To', of('to')],
    ['Cc', of('cc')],
    ['Subject', mail.subject],
  ].filter(([, value]) => value !== '');
  return ['-----Original Message-----', ...lines.map(([label, value]) => `${label}: ${value}`)];
}

function textBelow(head: readonly string[], text: string, how: 'reply' | 'forward'): string {
  if (how === 'forward') return `${head.join('\r\n')}\r\n\r\n${text}`;
  const lines = text.trimEnd().split(/\r?\n/);
  // A quotation of a quotation has its marks side by side (RFC 3676 section 4.5).
  return `${head.join('\r\n')}\r\n${lines.map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`)).join('\r\n')}\r\n`;
}

function htmlBelow(head: readonly string[], shown: string, how: 'reply' | 'forward'): string {
  const lines = `<div>${head.map(escaped).join('<br>\r\n')}</div>\r\n`;
  if (how === 'forward') return `${lines}<br>\r\n<div>${shown}</div>`;
  return `${lines}<blockquote type="cite" style="margin:0 0 0 0.8ex;border-left:1px solid #ccc;padding-left:1ex">${shown}</blockquote>`;
}

/** Text as HTML that looks the same. */
const paragraphs = (text: string): string =>
  `<div style="white-space:pre-wrap">${escaped(text.trimEnd()).replaceAll(/\r?\n/g, '<br>')}</div>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What stands in a document, with its styles: a document can't stand within another one. */
function innerHtml(html: string): string {
  const body = /<body(?:\s[^<>]*)?>/i.exec(html);
  const head = /<\/head\s*>/i.exec(html);
  const start = body ? body.index + body[0].length : head ? head.index + head[0].length : 0;
  const styles = html.slice(0, start).match(/<style(?:\s[^<>]*)?>[^<]*<\/style\s*>/gi) ?? [];
  const rest = html.slice(start);
  const inner = rest.slice(0, endOfBody(rest)).replaceAll(/<!doctype[^<>]*>|<\/?html(?:\s[^<>]*)?>/gi, '');
  return `${styles.join('')}${inner.trim()}`;
}

/** HTML with something more at its end, within the document if it is one. */
function appended(html: string, more: string): string {
  const end = endOfBody(html);
  return `${html.slice(0, end)}${more}${html.slice(end)}`;
}

function endOfBody(html: string): number {
  const ends = [...html.matchAll(/<\/body\s*>/gi)];
  const end = ends.at(-1) ?? /<\/html\s*>/i.exec(html);
  return end ? end.index : html.length;
}
