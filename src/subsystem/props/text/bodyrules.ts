import { ComError } from '../../../com/index.js';
import {
  changePropType,
  PR_BODY,
  PR_HTML,
  PR_INTERNET_CPID,
  PR_RTF_COMPRESSED,
  PR_RTF_IN_SYNC,
  PR_RTF_SYNC_BODY_COUNT,
  PR_RTF_SYNC_BODY_CRC,
  PR_RTF_SYNC_BODY_TAG,
  PR_RTF_SYNC_PREFIX_COUNT,
  PR_RTF_SYNC_TRAILING_COUNT,
  type PropTag,
  PT_UNICODE,
  propId,
} from '../../../mapi/index.js';
import type { Awaitable } from '../awaitable.js';
import { type PropRules, type PropView, propRules } from '../rules.js';
import { bytesOfHtml, contentsOfRtf, htmlOfBytes, htmlOfText, rtfOfHtml, rtfOfText, textOfHtml } from './bodyforms.js';
import { compressRtf, decompressRtf } from './lzfu.js';

const body = propId(PR_BODY);
const html = propId(PR_HTML);
const rtf = propId(PR_RTF_COMPRESSED);
// The richest form first: the others are made from it.
const forms = [html, rtf, body] as const;
// What RTFSync remembers of the text that the formatted form had.
const marks = [
  PR_RTF_SYNC_BODY_CRC,
  PR_RTF_SYNC_BODY_COUNT,
  PR_RTF_SYNC_BODY_TAG,
  PR_RTF_SYNC_PREFIX_COUNT,
  PR_RTF_SYNC_TRAILING_COUNT,
] as const;

/**
 * Keeps PR_BODY, PR_HTML and PR_RTF_COMPRESSED in step. The forms written since the last save count; what is asked for in another
 * form is made from the richest of them. Several forms written together are kept as they are, as senders of alternatives
 * want it. Forms made from others are not listed, but PR_BODY is.
 * @spec pidtagrtfinsync-canonical-property
 */
export const bodyRules: PropRules = propRules(
  {
    tag: PR_BODY,
    compute: (view) => made(view, body, async (from) => (await contents(view, from)).text),
    listed: (view) => forms.some(view.has),
  },
  {
    tag: PR_HTML,
    compute: (view) => made(view, html, async (from) => bytesOfHtml(await asHtml(view, from), await codePage(view))),
    listed: (view) => view.has(html) && counting(view).includes(html),
  },
  {
    tag: PR_RTF_COMPRESSED,
    compute: (view) =>
      made(view, rtf, async (from) => {
        const { html: source, text } = await contents(view, from);
        return compressRtf(source === null ? rtfOfText(text) : rtfOfHtml(source));
      }),
    listed: (view) => view.has(rtf) && counting(view).includes(rtf),
  },
  {
    tag: PR_RTF_IN_SYNC,
    compute: (view) => (counting(view).length > 0 ? true : null),
    listed: (view) => counting(view).length > 0,
  },
);

/**
 * What a save makes stale: all stored forms that were not written since the last one while another was, and with the text what
 * RTFSync remembers of it. A body that differs from before in blanks and line ends alone leaves everything as it is.
 *
 * @param view the message
 * @returns the properties to remove
 * @spec pidtagrtfcompressed-canonical-property
 */
export function staleBodies(view: PropView): Awaitable<readonly PropTag[]> {
  const valid = counting(view);
  const stale: number[] = [];
  for (const id of forms) if (view.has(id) && !valid.includes(id)) stale.push(id);
  return stale.length === 0 ? staleMarks(view) : staleForms(view, valid, stale);
}

async function staleForms(
  view: PropView,
  valid: readonly number[],
  stale: readonly number[],
): Promise<readonly PropTag[]> {
  if (valid.length === 1 && valid[0] === body) {
    const before = await readable(view, stale[0] as number);
    const after = await readable(view, body);
    if (before !== null && after !== null && bare(before) === bare(after)) return [];
  }
  return [...stale.map((id) => (id * 0x10000) as PropTag), ...staleMarks(view)];
}

// Whoever brought text and formatting in step has written them together with the text.
function staleMarks({ changed, has }: PropView): readonly PropTag[] {
  const gone: PropTag[] = [];
  if (!forms.some((id) => changed.has(id))) return gone;
  for (const tag of marks) if (has(propId(tag)) && !changed.has(propId(tag))) gone.push(tag);
  return gone;
}

// A form that is broken, or too large to be compared, can't be told to say the same: it goes.
async function readable(view: PropView, form: number): Promise<string | null> {
  try {
    return (await contents(view, form)).text;
  } catch (error) {
    if (error instanceof ComError) return null;
    throw error;
  }
}

const bare = (text: string): string => text.replaceAll(/\s+/g, '');

/** The forms that count: those written since the last save, or all when none was. */
function counting(view: PropView): readonly number[] {
  const there: number[] = [];
  for (const id of forms) if (view.has(id)) there.push(id);
  if (view.changed.size === 0) return there;
  const written = there.filter((id) => view.changed.has(id));
  return written.length > 0 ? written : there;
}

function made(view: PropView, wanted: number, make: (from: number) => Promise<unknown>): Promise<unknown> | undefined {
  const valid = counting(view);
  const [from] = valid;
  return from === undefined || valid.includes(wanted) ? undefined : make(from);
}

interface Contents {
  readonly html: string | null;
  readonly text: string;
}

async function contents(view: PropView, from: number): Promise<Contents> {
  if (from === body) return { html: null, text: (await view.load(PR_BODY)) ?? '' };
  if (from === html) {
    const source = await htmlText(view);
    return { html: source, text: textOfHtml(source) };
  }
  const held = contentsOfRtf(decompressRtf((await view.load(PR_RTF_COMPRESSED)) ?? new Uint8Array(0)));
  return held.mode === 'html' ? { html: held.text, text: textOfHtml(held.text) } : { html: null, text: held.text };
}

async function asHtml(view: PropView, from: number): Promise<string> {
  const { html: source, text } = await contents(view, from);
  return source ?? htmlOfText(text);
}

// PR_BODY_HTML is the same property as text.
async function htmlText(view: PropView): Promise<string> {
  const text = await view.load(changePropType(PR_HTML, PT_UNICODE));
  return text ?? htmlOfBytes((await view.load(PR_HTML)) ?? new Uint8Array(0), await codePage(view));
}

const codePage = async (view: PropView): Promise<number | null> => await view.load(PR_INTERNET_CPID);
