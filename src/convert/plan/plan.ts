import type { AdrEntry, MAPINAMEID, PropValue } from '../../mapi/index.js';

/** What becomes a message: its properties, recipients and attachments, before there is an object that has them. */
export interface MessagePlan {
  /** The properties. */
  readonly props: readonly PropValue[];
  /** Those that have a name instead of a number. */
  readonly named: readonly NamedValue[];
  /** The rows of its recipient table. */
  readonly recipients: readonly AdrEntry[];
  /** Its attachments, in their order. */
  readonly attachments: readonly AttachmentPlan[];
}

/** A property with a name. */
export interface NamedValue {
  /** Its name. */
  readonly name: MAPINAMEID;
  /** The type of its value, a PT_ constant. */
  readonly type: number;
  /** The value. */
  readonly value: unknown;
}

/** What becomes an attachment. */
export interface AttachmentPlan {
  /** The properties, but for its content. */
  readonly props: readonly PropValue[];
  /** Those that have a name instead of a number. */
  readonly named: readonly NamedValue[];
  /** PR_ATTACH_DATA_BIN, or the message that is embedded; null for an attachment that is a reference alone. */
  readonly content: Uint8Array | MessagePlan | null;
}

/**
 * The value of a property.
 *
 * @param props the properties
 * @param tag the tag
 * @returns the value; null where it is not among them
 */
export function planned<T>(props: readonly PropValue[], tag: PropValue<T>[0]): T | null {
  for (const [one, value] of props) if (one === tag) return value as T;
  return null;
}
