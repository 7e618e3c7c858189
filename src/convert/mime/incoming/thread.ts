import { createHash } from 'node:crypto';
import { PR_CONVERSATION_INDEX, PR_CONVERSATION_TOPIC_W, type PropValue, prop } from '../../../mapi/index.js';
import { messageIds } from '../headertext.js';
import { fieldOf, type RawField } from '../parse/header.js';
import { decodeWords } from '../parse/words.js';

/**
 * Which conversation a message belongs to: what Outlook writes of it, or what follows from the identifiers of the messages
 * before. The index of an answer then begins with that of what is answered, as it has to.
 *
 * @param fields the header
 * @spec pidtagconversationindex-canonical-property @spec RFC 5322 section 3.6.4
 */
export function threadProps(fields: readonly RawField[]): PropValue[] {
  const topic = decodeWords(fieldOf(fields, 'thread-topic') ?? '').trim();
  const index = statedIndex(fieldOf(fields, 'thread-index')) ?? derivedIndex(fields);
  return [
    ...(topic === '' ? [] : [prop(PR_CONVERSATION_TOPIC_W, topic)]),
    ...(index === null ? [] : [prop(PR_CONVERSATION_INDEX, index)]),
  ];
}

const HEAD = 22;
const BLOCK = 5;
// Longer than any conversation that was answered a hundred times.
const LONGEST = HEAD + 100 * BLOCK;

function statedIndex(text: string | null): Uint8Array | null {
  if (text === null) return null;
  const bytes = Buffer.from(text.slice(0, 2 * LONGEST), 'base64');
  const sound = bytes.length >= HEAD && bytes.length <= LONGEST && bytes[0] === 1;
  return sound && (bytes.length - HEAD) % BLOCK === 0 ? bytes : null;
}

// The first identifier gives the conversation its name, each that follows a block. When it began nobody knows.
function derivedIndex(fields: readonly RawField[]): Uint8Array | null {
  const known = messageIds(fieldOf(fields, 'references'));
  const parents = messageIds(fieldOf(fields, 'in-reply-to')).slice(0, 1);
  const own = messageIds(fieldOf(fields, 'message-id')).slice(0, 1);
  const chain = [...new Set([...known, ...parents, ...own])];
  const [root] = chain;
  if (root === undefined) return null;
  const rest = chain.slice(1).slice(-MOST_BLOCKS);
  const index = Buffer.alloc(HEAD + rest.length * BLOCK);
  index[0] = 1;
  index.set(digest(root, 16), 6);
  for (const [place, id] of rest.entries()) index.set(digest(id, BLOCK), HEAD + place * BLOCK);
  return index;
}

const MOST_BLOCKS = 100;

const digest = (id: string, size: number): Uint8Array => createHash('md5').update(id).digest().subarray(0, size);
