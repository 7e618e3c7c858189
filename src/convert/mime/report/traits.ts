/** How a server that writes no RFC 3464 begins, and how it names whom it could not reach. */
export interface Trait {
  /** What only such letters say. */
  readonly sentence: RegExp;
  /** Each recipient: the groups `address` and `reason`. */
  readonly recipient: RegExp;
  /** What became of the message; it failed where nothing is said. */
  readonly action?: 'delayed';
}

const ADDRESS = String.raw`(?<address>[\w.+=~!#$%&'*/?^{|}-]+@[\w.-]+\w)`;

// <bob@example.org>: and the reason, as qmail, Postfix and Yahoo write it.
const ANGLED = /^[ \t]*<(?<address>[^<>\s]+@[^<>\s]+)>:?[ \t]*\n?(?<reason>(?:[ \t]*[^\s\n][^\n]*(?:\n|$)){1,12})/gm;
// An address on a line of its own or before a reason, as Exim, Courier, Gmail and old sendmail write it. A line with another
// address ends the reason.
const INDENTED =
  /^[ \t]*<?(?<address>[\w.+=~!#$%&'*/?^`{|}-]+@[\w.-]+\w)>?(?:[ \t]*$|[ \t]+|:[ \t]*)\n?(?<reason>(?:(?![ \t]*<?[\w.+=-]{1,80}@)[ \t]*[^\s\n][^\n]*(?:\n|$)){0,8})/gm;
// "bob@example.org": and the reason, as GMX writes it; with a mark before it, as Active!Hunter and EZweb do.
const MARKED = new RegExp(
  String.raw`^[ \t]*(?:"|>>>[ \t]|\*[ \t]|(?:Recipient|Recipient address):)[ \t]*<?${ADDRESS}>?"?[^\n]*(?:\n|$)(?<reason>(?:[ \t]*[^\s\n][^\n]*(?:\n|$)){0,8})`,
  'gim',
);
// 550 <bob@example.org>... User unknown, as sendmail's transcripts have it.
const TRANSCRIBED = new RegExp(String.raw`^(?<reason>[45]\d\d[ -]<?${ADDRESS}>?\.\.\.[ \t][^\n]+)`, 'gm');
// The reason on the line above, as Notes writes it.
const BELOW_REASON = new RegExp(String.raw`^(?<reason>[^\s<>@][^\n<>@]{2,200})\n<?${ADDRESS}>?[ \t]*$`, 'gm');
// Unknown user: bob@example.org, as IMail and several filters write it.
const BEHIND_REASON = new RegExp(
  String.raw`^[ \t]*(?<reason>[A-Za-z][^\n<>@]{1,119}?[^\s<>@:]):?[ \t]{1,8}<?${ADDRESS}>?(?:[ \t(.]|$)`,
  'gm',
);
// A command of SMTP, and what the other server answered.
const COMMANDED = new RegExp(
  String.raw`RCPT TO:[ \t]*<?${ADDRESS}>?[^\n]*\n(?:(?:Received )?(?:>>>|<<<)[ \t]*)?(?<reason>[^\n]*)`,
  'gim',
);
// [Status: Error, Address: <bob@example.org>, ResponseCode 421, , Host not reachable.], as Zoho writes it.
const LISTED = new RegExp(String.raw`Address: <${ADDRESS}>, (?<reason>[^\n\]]*)`, 'g');
// In a sentence: ... your mail to <bob@example.org>. and the reason in the paragraph that follows.
const TOLD = new RegExp(
  String.raw`^[^\n]*<${ADDRESS}>\.[ \t]*\n\s*(?<reason>(?:[ \t]*[^\s\n][^\n]*(?:\n|$)){1,12})`,
  'gm',
);
const NOTED = new RegExp(String.raw`errors: <?${ADDRESS}>?\. Reason: (?<reason>[^\n]+)`, 'g');

/** How recipients are named, for letters whose own way finds none; what says most of a reason comes first. */
export const RECIPIENTS: readonly RegExp[] = [
  LISTED,
  NOTED,
  COMMANDED,
  TRANSCRIBED,
  MARKED,
  ANGLED,
  INDENTED,
  BEHIND_REASON,
];

/** The servers. The first whose sentence stands in the letter has written it. */
export const TRAITS: readonly Trait[] = [
  { sentence: /This is the qmail-send program at/i, recipient: ANGLED },
  { sentence: /This is the (?:Postfix|mail system) (?:program )?at host/i, recipient: ANGLED },
  { sentence: /Sorry, we were unable to deliver your message to the following address/i, recipient: ANGLED },
  { sentence: /This is the DragonFly Mail Agent/i, recipient: TOLD },
  { sentence: /Message will be retried for/i, recipient: LISTED, action: 'delayed' },
  {
    sentence:
      /could not be delivered for more than|has not (?:yet )?been delivered|Delivery .{0,40}delayed|message is delayed for more than/i,
    recipient: INDENTED,
    action: 'delayed',
  },
  { sentence: /This is the MAILER-DAEMON, please DO NOT REPLY/i, recipient: INDENTED },
  { sentence: /A message that you (?:have )?sent could not be delivered to (?:one or more|all)/i, recipient: INDENTED },
  { sentence: /contained one or more recipient addresses that were\s+incorrectly constructed/i, recipient: TOLD },
  { sentence: /----- The following addresses had (?:permanent|transient)/i, recipient: INDENTED },
  { sentence: /--- ?The following addresses had delivery (?:problems|errors)/i, recipient: INDENTED },
  { sentence: /----- Transcript of session follows -----/i, recipient: TRANSCRIBED },
  { sentence: /Unable to deliver message to the following address\(es\)/i, recipient: ANGLED },
  { sentence: /to the following address\(es\) could not be delivered/i, recipient: ANGLED },
  { sentence: /following recipient\(s\) could not be reached/i, recipient: INDENTED },
  { sentence: /Each of the following recipients was rejected/i, recipient: COMMANDED },
  { sentence: /(?<!-)-{5,80} Failure Reasons +-{5}/i, recipient: BELOW_REASON },
  { sentence: /Delivery to the following recipients? (?:has )?failed/i, recipient: INDENTED },
  { sentence: /did not reach the following recipient/i, recipient: INDENTED },
  { sentence: /was not delivered to:/i, recipient: INDENTED },
  {
    sentence:
      /(?:message|mail) (?:could not|cannot|was not able to|wasn't) be delivered|undeliverable|delivery (?:has )?failed/i,
    recipient: INDENTED,
  },
];

/** Subjects under which servers give mail back, where the letter has no sentence that is known. */
export const FAILURE: RegExp =
  /undeliver(?:able|ed)|return(?:ed|ing)? (?:mail|to sender)|failure notice|notice of failure|(?:mail|message|delivery)\b.{0,40}\b(?:fail(?:ed|ure)?|errors?)\b|\bfailed? delivery|delivery (?:status|failure)|could not be delivered|error sending your mail/i;

/** Where the letter ends and the message that came back begins. */
export const ORIGINAL: RegExp =
  /^[ \t|=*-]*(?:(?:the )?original (?:message|mail info)\b.{0,60}follow|below (?:this line )?is a copy|(?:this|included) is a copy of|message headers follow|(?:the )?header of the original|unsent message follows|returned message[ \t]*-|original (?:message|mail)(?: info)?[ \t]*$|message text follows)/im;
