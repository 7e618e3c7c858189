import type { PropRow } from '../../mapi/index.js';
import { GraphError } from '../http/error.js';
import { labels } from './resource.js';

const sortable = ['name', 'contentType', 'size', 'isInline', 'lastModifiedDateTime'] as const;

/**
 * The order that attachments are wanted in; without one they stay as they are in the message.
 *
 * @param text `$orderby` as it was written; null without
 * @returns compares two rows of {@link attachmentRows}
 * @throws {GraphError} `ErrorInvalidUrlQuery` for what they can't be ordered by
 */
export function attachmentOrder(text: string | null): (a: PropRow, b: PropRow) => number {
  const keys = (text === null ? [] : text.split(',')).map((part) => {
    const [, name = '', way = 'asc'] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/.exec(part) ?? [];
    const key = sortable.find((one) => one === name);
    if (key === undefined)
      throw new GraphError(400, 'ErrorInvalidUrlQuery', `The attachments can not be ordered by '${part.trim()}'.`);
    return { key, sign: way === 'desc' ? -1 : 1 };
  });
  return (a, b) => {
    const [one, other] = [labels(a), labels(b)];
    for (const { key, sign } of keys) {
      const way = compared(one[key], other[key]);
      if (way !== 0) return way * sign;
    }
    return 0;
  };
}

/** Texts as people sort them; what is missing comes first, as OData has it. */
function compared(one: unknown, other: unknown): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? -1 : 1;
  if (typeof one === 'string') return collator.compare(one, String(other));
  return Number(one) - Number(other);
}

const collator = new Intl.Collator('en', { sensitivity: 'base' });
