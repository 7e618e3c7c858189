import { and, contains, not, or, PR_MESSAGE_CLASS_W, type Restriction } from '../../mapi/index.js';

/** The classes of messages that are of a kind, as the beginnings of their names. */
const classes: ReadonlyMap<string, readonly string[]> = new Map([
  ['contacts', ['IPM.Contact', 'IPM.DistList']],
  ['docs', ['IPM.Document']],
  ['email', ['IPM.Note', 'IPM.Report', 'REPORT.']],
  ['faxes', ['IPM.Note.Fax', 'IPM.Note.Microsoft.Fax']],
  ['im', ['IPM.Note.Microsoft.Conversation']],
  ['journals', ['IPM.Activity']],
  ['meetings', ['IPM.Schedule.Meeting', 'IPM.Appointment']],
  ['notes', ['IPM.StickyNote']],
  ['posts', ['IPM.Post']],
  ['rssfeeds', ['IPM.Post.RSS']],
  ['tasks', ['IPM.Task']],
  ['voicemail', ['IPM.Note.Microsoft.Voicemail', 'IPM.Note.Microsoft.Missed.Voice']],
]);

/**
 * Messages of a kind, as `kind:` of a search asks for them.
 *
 * @param value `email`, `meetings` and so on, in any case
 * @returns null for what is no kind
 */
export function ofKind(value: string): Restriction | null {
  const kind = value.toLowerCase();
  if (!classes.has(kind)) return null;
  const of = (name: string): Restriction =>
    or(...(classes.get(name) ?? []).map((each) => contains(PR_MESSAGE_CLASS_W, each, { level: 'prefix' })));
  if (kind === 'email') return and(of(kind), not(or(of('faxes'), of('im'), of('voicemail'))));
  return kind === 'posts' ? and(of(kind), not(of('rssfeeds'))) : of(kind);
}
