import { type AdrEntry, type PropTag, type PropValue, propId } from '../../../mapi/index.js';
import type { MessageSave, PropChanges as SqlChanges } from '../sql/index.js';

/** A large value that lies ready in the store. */
export interface StagedValue {
  readonly tag: PropTag;
  /** Its id among the large values. */
  readonly big: number;
  /** Bytes. */
  readonly size: number;
}

/** What one object changes, ready for a save: of each property the last word. */
export class StagedProps {
  // Most are written as soon as they are made, and nobody asks for one of them.
  #byId: ReadonlyMap<number, PropValue | StagedValue | null> | null;
  readonly #all: readonly (PropValue | StagedValue)[];

  private constructor(
    all: readonly (PropValue | StagedValue)[],
    byId: ReadonlyMap<number, PropValue | StagedValue | null> | null,
  ) {
    this.#all = all;
    this.#byId = byId;
  }

  /** No changes: what most objects have all their life. */
  static readonly none: StagedProps = new StagedProps([], new Map());

  /** @param set what is set, no property twice */
  static of(set: readonly (PropValue | StagedValue)[]): StagedProps {
    return new StagedProps(set, null);
  }

  /** By identifier; null for what goes. */
  get #entries(): ReadonlyMap<number, PropValue | StagedValue | null> {
    this.#byId ??= new Map(this.#all.map((entry) => [idOf(entry), entry]));
    return this.#byId;
  }

  /** What is said of a property: null that it goes, undefined nothing. */
  get(id: number): PropValue | StagedValue | null | undefined {
    return this.#entries.get(id);
  }

  /** The identifiers of which something is said. */
  get ids(): Iterable<number> {
    return this.#entries.keys();
  }

  /** The properties that are set. */
  tags(): PropTag[] {
    return [...this.#entries.values()].filter((entry) => entry !== null).map((e) => (isStagedValue(e) ? e.tag : e[0]));
  }

  /** These changes with later ones over them. */
  with(set: readonly (PropValue | StagedValue)[], remove: readonly number[]): StagedProps {
    const entries = new Map(this.#entries);
    for (const tag of remove) entries.set(propId(tag), null);
    for (const entry of set) entries.set(idOf(entry), entry);
    return new StagedProps([], entries);
  }

  /**
   * As the layer below takes it.
   *
   * @param stored whether a property is stored: what is not need not be removed
   */
  changes(stored: (id: number) => boolean): SqlChanges {
    const set: PropValue[] = [];
    const big: { tag: PropTag; big: number }[] = [];
    const remove: number[] = [];
    const put = (entry: PropValue | StagedValue): void => {
      if (isStagedValue(entry)) big.push({ tag: entry.tag, big: entry.big });
      else set.push(entry);
    };
    if (this.#byId === null) for (const entry of this.#all) put(entry);
    else
      this.#byId.forEach((entry, id) => {
        if (entry !== null) put(entry);
        else if (stored(id)) remove.push(id * 0x10000);
      });
    return { set, big, remove };
  }
}

const idOf = (entry: PropValue | StagedValue): number => propId(isStagedValue(entry) ? entry.tag : entry[0]);

/** Whether an entry is a large value. */
export const isStagedValue = (entry: PropValue | StagedValue): entry is StagedValue => !Array.isArray(entry);

/** One attachment as its own SaveChanges left it. */
export interface StagedAttachment {
  readonly props: StagedProps;
  /** The embedded message, null when it was not saved. */
  readonly embedded: StagedMessage | null;
  /** Whether it is new: what is stored under its number does not count. */
  readonly fresh: boolean;
  /** Whether a property is stored already. */
  readonly stored: (id: number) => boolean;
}

/** A message with all of its parts, as far as they change. */
export interface StagedMessage {
  readonly props: StagedProps;
  /** All recipients, each with its row id; null when they did not change. */
  readonly recipients: ReadonlyMap<number, AdrEntry> | null;
  /** The attachments that change, by number; null for one that goes. */
  readonly attachments: ReadonlyMap<number, StagedAttachment | null>;
  /** Whether a property is stored already. */
  readonly stored: (id: number) => boolean;
  /** Whether it is new: an embedded message that is stored does not count. */
  readonly fresh: boolean;
}

/** The part of a save that comes from a staged message. */
export function savedParts(staged: StagedMessage): Pick<MessageSave, 'changes' | 'recipients' | 'attachments'> {
  const { props, recipients, attachments, stored } = staged;
  if (attachments.size === 0 && !recipients) return { changes: props.changes(stored) };
  if (attachments.size === 0 && recipients) return { changes: props.changes(stored), recipients: allOf(recipients) };
  const put = [...attachments].flatMap(([num, one]) =>
    one === null
      ? []
      : [
          {
            num,
            fresh: one.fresh,
            changes: one.props.changes(one.stored),
            ...(one.embedded
              ? { embedded: { id: null, ...savedParts(one.embedded) }, replaces: one.embedded.fresh }
              : {}),
          },
        ],
  );
  const remove = [...attachments].filter(([, one]) => one === null).map(([num]) => num);
  return {
    changes: props.changes(stored),
    ...(recipients ? { recipients: allOf(recipients) } : {}),
    attachments: { put, remove },
  };
}

function allOf(recipients: ReadonlyMap<number, AdrEntry>): NonNullable<MessageSave['recipients']> {
  const put: { rowId: number; props: AdrEntry }[] = [];
  recipients.forEach((props, rowId) => {
    put.push({ rowId, props });
  });
  return { replace: true, put };
}
