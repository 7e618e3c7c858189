import { fileTimeOf } from '../../base/index.js';
import {
  and,
  bits,
  compareTo,
  contains,
  eq,
  exists,
  ge,
  lt,
  MAPI_BCC,
  MAPI_CC,
  MAPI_TO,
  MSGFLAG_READ,
  not,
  or,
  PR_ATTACH_LONG_FILENAME_W,
  PR_BODY_W,
  PR_CLIENT_SUBMIT_TIME,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_IMPORTANCE,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_RECIPIENTS,
  PR_MESSAGE_SIZE,
  PR_RECIPIENT_TYPE,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SUBJECT_W,
  type PropTag,
  RELOP_GE,
  RELOP_GT,
  RELOP_LE,
  RELOP_LT,
  type Relop,
  type Restriction,
  sub,
} from '../../mapi/index.js';
import { GraphError } from '../http/error.js';
import type { NamedTags } from '../mailbox/box.js';
import { intervalOf } from './interval.js';
import { ofKind } from './kinds.js';
import { EXPRESSION_CHARS, EXPRESSION_DEPTH } from './limits.js';
import { attached } from './properties.js';

/**
 * Compiles the words of `$search` to a restriction: words and "phrases", `property:value`, AND, OR, NOT and parentheses. Words
 * beside each other must all be there; one without a property is looked for in sender, subject and body.
 *
 * @param text what was written, with or without the quotes around all of it
 * @param tags the tags that named properties have in the store
 * @throws {GraphError} `ErrorInvalidUrlQuery` for what is no such search, or a property that is not searched
 */
export function searchRestriction(text: string, tags: NamedTags): Restriction {
  if (text.length > EXPRESSION_CHARS) throw bad(`it has more than ${EXPRESSION_CHARS} characters`);
  const whole = /^\s*"((?:[^"\\]|\\.)*)"\s*$/s.exec(text);
  const words = whole ? (whole[1] as string).replaceAll(/\\(.)/gs, '$1') : text;
  return new Reader(words, tags, whole === null).all();
}

const bad = (why: string): GraphError =>
  new GraphError(400, 'ErrorInvalidUrlQuery', `Syntax error in the value of $search: ${why}.`);

const CLAUSE = /^[a-z]+(?::|[<>]?=|<>|<|>)\S/i;

/** Words that say how far others stand from each other, or how they count. */
const UNSUPPORTED = /^(?:NEAR|ONEAR|WORDS|XRANK)$/;

const PATTERN = /\s*(?:([()])|([\w.]+)\s?(:|>=|<=|<>|=|>|<)\s?(?:"([^"]*)"|([^\s()"]+))|"([^"]*)"|([^\s()"]+))/y;

class Reader {
  readonly #text: string;
  readonly #tags: NamedTags;
  /** Whether quotes are around clauses, and not only around phrases. */
  readonly #clauses: boolean;
  #at = 0;

  constructor(text: string, tags: NamedTags, clauses: boolean) {
    this.#text = text.trimEnd();
    this.#tags = tags;
    this.#clauses = clauses;
  }

  all(): Restriction {
    const found = this.#any(0);
    if (this.#at < this.#text.length) throw bad(`')' is not expected at position ${this.#at}`);
    return found;
  }

  #any(depth: number): Restriction {
    if (depth > EXPRESSION_DEPTH) throw bad(`it is nested more than ${EXPRESSION_DEPTH} levels deep`);
    const parts = [this.#every(depth)];
    while (this.#word('OR')) parts.push(this.#every(depth));
    return parts.length === 1 ? (parts[0] as Restriction) : or(...parts);
  }

  #every(depth: number): Restriction {
    const parts = [this.#one(depth)];
    for (;;) {
      this.#word('AND');
      const rest = this.#text.slice(this.#at).trimStart();
      if (rest === '' || rest.startsWith(')') || /^OR(?:[\s(]|$)/.test(rest)) break;
      parts.push(this.#one(depth));
    }
    return parts.length === 1 ? (parts[0] as Restriction) : and(...parts);
  }

  #one(depth: number): Restriction {
    if (this.#word('NOT')) {
      if (depth >= EXPRESSION_DEPTH) throw bad(`it is nested more than ${EXPRESSION_DEPTH} levels deep`);
      return not(this.#one(depth + 1));
    }
    if (this.#hyphen()) {
      if (depth >= EXPRESSION_DEPTH) throw bad(`it is nested more than ${EXPRESSION_DEPTH} levels deep`);
      return not(this.#one(depth + 1));
    }
    PATTERN.lastIndex = this.#at;
    const match = PATTERN.exec(this.#text);
    if (!match) throw bad(this.#at >= this.#text.length ? 'a word is missing' : `at position ${this.#at}`);
    this.#at = PATTERN.lastIndex;
    const [, sign, name, relation = '', phrase, word, alone, plain] = match;
    if (sign === ')') throw bad(`')' is not expected at position ${this.#at - 1}`);
    if (sign === '(') {
      const inner = this.#any(depth + 1);
      if (!/^\s*\)/.test(this.#text.slice(this.#at))) throw bad("a ')' is missing");
      this.#at = this.#text.indexOf(')', this.#at) + 1;
      return inner;
    }
    if (name !== undefined) return property(name, relation, phrase ?? word ?? '', this.#tags);
    // Several clauses have quotes each: `"subject:plain" OR "from:ann"`.
    if (alone !== undefined && this.#clauses && CLAUSE.test(alone)) return new Reader(alone, this.#tags, false).all();
    if (plain !== undefined && UNSUPPORTED.test(plain)) throw bad(`${plain} is not supported`);
    const wanted = alone ?? plain ?? '';
    return or(from(wanted), text(PR_SUBJECT_W, wanted), text(PR_BODY_W, wanted));
  }

  /** `-word` excludes what has the word, and `+word` says no more than the word. */
  #hyphen(): boolean {
    const found = /\s*([+-])(?=["(\w])/y;
    found.lastIndex = this.#at;
    const [, sign] = found.exec(this.#text) ?? [];
    if (sign !== undefined) this.#at = found.lastIndex;
    return sign === '-';
  }

  #word(word: string): boolean {
    const found = new RegExp(`\\s*${word}(?=[\\s(]|$)`, 'y');
    found.lastIndex = this.#at;
    if (!found.test(this.#text)) return false;
    this.#at = found.lastIndex;
    return true;
  }
}

/** A star at the end means what it means everywhere: the word may go on. */
const text = (tag: PropTag<string>, wanted: string): Restriction => contains(tag, wanted.replace(/\*$/, ''));

const anyOf = (tags: readonly PropTag<string>[], wanted: string): Restriction =>
  or(...tags.map((tag) => text(tag, wanted)));

const from = (wanted: string): Restriction =>
  anyOf(
    [PR_SENT_REPRESENTING_NAME_W, PR_SENT_REPRESENTING_EMAIL_ADDRESS_W, PR_SENDER_NAME_W, PR_SENDER_EMAIL_ADDRESS_W],
    wanted,
  );

const recipients = (wanted: string, kind: number | null): Restriction => {
  const named = anyOf([PR_DISPLAY_NAME_W, PR_EMAIL_ADDRESS_W], wanted);
  return sub(PR_MESSAGE_RECIPIENTS, kind === null ? named : and(eq(PR_RECIPIENT_TYPE, kind), named));
};

const kinds: Readonly<Record<string, number | undefined>> = { to: MAPI_TO, cc: MAPI_CC, bcc: MAPI_BCC };

function property(name: string, relation: string, value: string, tags: NamedTags): Restriction {
  const key = name.toLowerCase();
  if (key === 'received') return period(PR_MESSAGE_DELIVERY_TIME, relation, value);
  if (key === 'sent') return period(PR_CLIENT_SUBMIT_TIME, relation, value);
  if (key === 'size') return sized(relation, value);
  if (relation !== ':' && relation !== '=') throw bad(`'${name}' can not be compared by '${relation}'`);
  switch (key) {
    case 'subject':
      return text(PR_SUBJECT_W, value);
    case 'body':
      return text(PR_BODY_W, value);
    case 'from':
      return from(value);
    case 'to':
    case 'cc':
    case 'bcc':
      return recipients(value, kinds[key] ?? null);
    case 'recipients':
      return recipients(value, null);
    case 'participants':
      return or(from(value), recipients(value, null));
    case 'attachment':
      return sub(PR_MESSAGE_ATTACHMENTS, text(PR_ATTACH_LONG_FILENAME_W, value));
    case 'category':
      return eq(tags.categories, value);
    case 'hasattachment':
    case 'hasattachments':
      return truth(value) ? attached : not(attached);
    case 'isread':
      return bits(PR_MESSAGE_FLAGS, MSGFLAG_READ, truth(value) ? 'nez' : 'eqz');
    case 'kind': {
      const found = ofKind(value);
      if (found === null) throw bad(`'${value}' is no kind of message`);
      return found;
    }
    case 'importance': {
      // Where others call it normal, the language of searches calls it medium.
      const at = ['low', 'normal', 'high'].indexOf(value.toLowerCase().replace('medium', 'normal'));
      if (at < 0) throw bad(`'${value}' is no importance`);
      return at === 1 ? or(eq(PR_IMPORTANCE, 1), not(exists(PR_IMPORTANCE))) : eq(PR_IMPORTANCE, at);
    }
    default:
      throw bad(`the property '${name}' is not searched`);
  }
}

function truth(value: string): boolean {
  if (!/^(?:true|false|yes|no|1|0)$/i.test(value)) throw bad(`'${value}' is neither true nor false`);
  return /^(?:true|yes|1)$/i.test(value);
}

const relops: Readonly<Record<string, Relop | undefined>> = {
  '>': RELOP_GT,
  '>=': RELOP_GE,
  '<': RELOP_LT,
  '<=': RELOP_LE,
};

/** A day is all of it: `received:2026-01-31` began with that day and ended before the next. */
function period(tag: PropTag<bigint>, relation: string, value: string): Restriction {
  const found = intervalOf(value, new Date());
  if (found === null) throw bad(`'${value}' is no date`);
  const [first, next] = [fileTimeOf(found.begin), fileTimeOf(found.end)];
  switch (relation) {
    case ':':
    case '=':
      return and(ge(tag, first), lt(tag, next));
    case '<>':
      return or(lt(tag, first), ge(tag, next));
    case '>':
      return ge(tag, next);
    case '<=':
      return lt(tag, next);
    default:
      return compareTo(relops[relation] as Relop, tag, first);
  }
}

function sized(relation: string, value: string): Restriction {
  const [, least, most] = /^(\d{1,9})\.\.(\d{1,9})$/.exec(value) ?? [];
  if (least !== undefined && most !== undefined && (relation === ':' || relation === '='))
    return and(ge(PR_MESSAGE_SIZE, Number(least)), compareTo(RELOP_LE, PR_MESSAGE_SIZE, Number(most)));
  const relop = relation === ':' || relation === '=' ? null : relops[relation];
  if (!/^\d{1,9}$/.test(value) || relop === undefined) throw bad(`'size${relation}${value}' is no comparison`);
  return relop === null ? eq(PR_MESSAGE_SIZE, Number(value)) : compareTo(relop, PR_MESSAGE_SIZE, Number(value));
}
