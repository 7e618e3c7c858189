import {
  ATT_MHTML_REF,
  ATTACH_BY_VALUE,
  ATTACH_EMBEDDED_MSG,
  PR_ATTACH_CONTENT_BASE_W,
  PR_ATTACH_CONTENT_ID_W,
  PR_ATTACH_CONTENT_LOCATION_W,
  PR_ATTACH_EXTENSION_W,
  PR_ATTACH_FILENAME_W,
  PR_ATTACH_FLAGS,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ATTACH_MIME_TAG_W,
  PR_ATTACHMENT_HIDDEN,
  PR_DISPLAY_NAME_W,
  PR_RENDERING_POSITION,
  PR_SUBJECT_W,
  type PropTag,
  type PropValue,
  prop,
} from '../../../mapi/index.js';
import { type AttachmentPlan, type MessagePlan, planned } from '../../plan/plan.js';
import { fieldOf } from '../parse/header.js';
import { bytesOfPart } from '../parse/part.js';
import { decodeWords } from '../parse/words.js';
import { PR_ATTACH_CHARSET_W } from '../tags.js';
import { type AttachedPart, contentIdOf, nameOfPart } from './parts.js';

/**
 * A part as an attachment that holds its bytes.
 *
 * @param bytes the message
 * @param attached the part
 * @param html the HTML that may show it; null without any
 * @spec RFC 2183 section 2 @spec RFC 2392 section 2 @spec RFC 2557 section 4
 * @spec pidtagattachflags-canonical-property
 */
export function fileAttachment(bytes: Buffer, attached: AttachedPart, html: string | null): AttachmentPlan {
  const { part } = attached;
  // A multipart that is attached whole is attached with its header, without which it is nothing.
  const whole = part.type.value.startsWith('multipart/');
  const content = whole ? bytes.subarray(part.start, part.end) : bytesOfPart(bytes, part);
  return bytesAttachment(content, partProps(attached, html));
}

/**
 * Bytes as an attachment.
 *
 * @param content the bytes
 * @param props what else is known of it
 */
export const bytesAttachment = (content: Uint8Array, props: readonly PropValue[]): AttachmentPlan => ({
  props: [prop(PR_ATTACH_METHOD, ATTACH_BY_VALUE), prop(PR_RENDERING_POSITION, NOWHERE), ...props],
  named: [],
  content,
});

/**
 * A message as an attachment.
 *
 * @param content the message
 * @param name its file name; empty for its subject
 * @spec RFC 2046 section 5.2.1
 */
export function messageAttachment(content: MessagePlan, name: string): AttachmentPlan {
  const subject = planned(content.props, PR_SUBJECT_W) ?? '';
  return {
    props: [
      prop(PR_ATTACH_METHOD, ATTACH_EMBEDDED_MSG),
      prop(PR_RENDERING_POSITION, NOWHERE),
      ...given(PR_DISPLAY_NAME_W, subject || name),
      ...given(PR_ATTACH_LONG_FILENAME_W, fileNameOf(name)),
    ],
    named: [],
    content,
  };
}

/**
 * The properties that a file name gives.
 *
 * @param name the name as it came
 * @spec pidtagattachlongfilename-canonical-property @spec pidtagattachfilename-canonical-property
 */
export function nameProps(name: string): PropValue[] {
  const long = fileNameOf(name);
  if (long === '') return [];
  const extension = /\.[^.]{1,60}$/.exec(long)?.[0] ?? '';
  return [
    prop(PR_ATTACH_LONG_FILENAME_W, long),
    prop(PR_ATTACH_FILENAME_W, shortName(long, extension)),
    ...given(PR_ATTACH_EXTENSION_W, extension),
    prop(PR_DISPLAY_NAME_W, long),
  ];
}

// PR_RENDERING_POSITION of an attachment that is not shown within the text.
const NOWHERE = -1;

function partProps({ part, related }: AttachedPart, html: string | null): PropValue[] {
  const id = contentIdOf(part);
  const location = fieldOf(part.fields, 'content-location');
  const shown =
    html !== null &&
    ((id !== null && mentions(html, `cid:${id}`)) || (related && location !== null && mentions(html, location)));
  const description = decodeWords(fieldOf(part.fields, 'content-description') ?? '').trim();
  const type = part.type.value;
  const charset = type.startsWith('text/') ? part.type.params.get('charset') : undefined;
  const names = nameProps(nameOfPart(part));
  return [
    prop(PR_ATTACH_MIME_TAG_W, type === 'text/calendar' ? withMethod(type, part) : type),
    ...names,
    ...(names.length === 0 ? given(PR_DISPLAY_NAME_W, description) : []),
    ...given(PR_ATTACH_CONTENT_ID_W, id),
    ...given(PR_ATTACH_CONTENT_LOCATION_W, location),
    ...given(PR_ATTACH_CONTENT_BASE_W, fieldOf(part.fields, 'content-base')),
    ...given(PR_ATTACH_CHARSET_W, charset),
    ...(shown ? [prop(PR_ATTACH_FLAGS, ATT_MHTML_REF), prop(PR_ATTACHMENT_HIDDEN, true)] : []),
  ];
}

// Whether it asks, answers or calls off: without it programs show a file (RFC 6047 section 2.4).
function withMethod(type: string, part: AttachedPart['part']): string {
  const method = part.type.params.get('method') ?? '';
  return /^[A-Za-z-]{1,40}$/.test(method) ? `${type}; method=${method.toUpperCase()}` : type;
}

// URLs escape what an identifier needn't.
const mentions = (html: string, what: string): boolean => {
  if (html.includes(what)) return true;
  const escaped = encodeURI(what);
  return escaped !== what && html.includes(escaped);
};

// Whoever saves it may not be led out of a folder.
function fileNameOf(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file has a name with them.
  const clean = last.replaceAll(/[\x00-\x1f\x7f]/g, '');
  return clean.trim().slice(0, 255);
}

// Eight letters and three, as DOS had them.
function shortName(long: string, extension: string): string {
  if (/^[\w!#$%&'()@^`{}~-]{1,8}(?:\.[\w!#$%&'()@^`{}~-]{1,3})?$/.test(long)) return long;
  const stem = long.slice(0, long.length - extension.length).toUpperCase();
  const letters = stem.normalize('NFKD').replaceAll(/[^A-Z0-9_-]/g, '');
  const kind = extension
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, 3);
  return `${(letters || 'FILE').slice(0, 6)}~1${kind === '' ? '' : `.${kind}`}`;
}

export const given = (tag: PropTag<string>, text: string | null | undefined): PropValue[] =>
  text === undefined || text === null || text === '' ? [] : [prop(tag, text)];
