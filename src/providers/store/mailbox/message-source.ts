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
} from '../../../mapi/index.js';
import { textOfBytes } from '../../../subsystem/index.js';
import {
  attachments,
  type BigOwner,
  bigValues,
  message,
  readBig,
  recipients,
  type Stored,
  type StoreFile,
} from '../sql/index.js';
import { reading } from './failures.js';

/**
 * A stored message as restrictions look at it: all its properties, however large, its recipients and attachments.
 *
 * @param file the store file
 * @param id the message
 * @returns a source without properties when the message is gone
 */
export function messageSource(file: StoreFile, id: number): PropSource {
  const row = reading(() => message(file.db, id));
  return {
    ...storedSource(file, 2, row),
    rows: (subObject) => {
      if (!row) return [];
      if (propId(subObject) === propId(PR_MESSAGE_RECIPIENTS))
        return reading(() => recipients(file.db, id)).map((one) => storedSource(file, null, one));
      if (propId(subObject) === propId(PR_MESSAGE_ATTACHMENTS))
        return reading(() => attachments(file.db, id)).map((one) => storedSource(file, 3, one));
      return [];
    },
  };
}

function storedSource(file: StoreFile, kind: BigOwner['kind'] | null, stored: Stored | null): PropSource {
  return {
    get: (tag) => {
      if (!stored) return null;
      const column = stored.columns.get(propId(tag));
      const real = column?.[0] ?? stored.bag.tag(tag);
      if (real !== null && real !== undefined) return fits(real, tag) ? stored.value(real) : null;
      if (kind === null || stored.big === 0) return null;
      const large = reading(() => bigValues(file.db, { kind, id: stored.id })).find(
        (one) => propId(one.tag) === propId(tag),
      );
      if (!large || !fits(large.tag, tag)) return null;
      const bytes = reading(() => readBig(file.db, large.big, 0, large.size));
      return propType(large.tag) === PT_UNICODE ? textOfBytes(bytes, null) : bytes;
    },
  };
}

const fits = (real: PropTag, asked: PropTag): boolean =>
  propType(asked) === PT_UNSPECIFIED || propType(real) === propType(asked) || (isString(real) && isString(asked));
