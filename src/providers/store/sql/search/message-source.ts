import {
  isString,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_RECIPIENTS,
  type PropSource,
  type PropTag,
  PT_UNICODE,
  PT_UNSPECIFIED,
  propId,
  propType,
} from '../../../../mapi/index.js';
import type { Database } from '../database.js';
import { type BigOwner, bigValues } from '../operations/big.js';
import { readBig } from '../reading/big.js';
import { attachments, message, recipients } from '../reading/messages.js';
import type { Stored } from '../reading/stored.js';

/**
 * A stored message as restrictions look at it: all its properties, however large, its recipients and attachments.
 *
 * @param db the connection
 * @param id the message
 * @returns a source without properties when the message is gone
 */
export function messageSource(db: Database, id: number): PropSource {
  const row = message(db, id);
  return {
    ...storedSource(db, 2, row),
    rows: (subObject) => {
      if (!row) return [];
      if (propId(subObject) === propId(PR_MESSAGE_RECIPIENTS))
        return recipients(db, id).map((one) => storedSource(db, null, one));
      if (propId(subObject) === propId(PR_MESSAGE_ATTACHMENTS))
        return attachments(db, id).map((one) => storedSource(db, 3, one));
      return [];
    },
  };
}

function storedSource(db: Database, kind: BigOwner['kind'] | null, stored: Stored | null): PropSource {
  return {
    get: (tag) => {
      if (!stored) return null;
      const real = stored.tag(propId(tag));
      if (real !== null) return fits(real, tag) ? stored.value(real) : null;
      if (kind === null || stored.big === 0) return null;
      const large = bigValues(db, { kind, id: stored.id }).find((one) => propId(one.tag) === propId(tag));
      if (!large || !fits(large.tag, tag)) return null;
      const bytes = readBig(db, large.big, 0, large.size);
      return propType(large.tag) === PT_UNICODE ? Buffer.from(bytes).toString('utf16le') : bytes;
    },
  };
}

const fits = (real: PropTag, asked: PropTag): boolean =>
  propType(asked) === PT_UNSPECIFIED || propType(real) === propType(asked) || (isString(real) && isString(asked));
