import {
  type AnyIid,
  ComError,
  com,
  type Iid,
  type Impl,
  IStorage,
  IStream,
  type IUnknown,
  implementationOf,
  ok,
  storageOnStream,
} from '../../../com/index.js';
import {
  ATTACH_EMBEDDED_MSG,
  IAttach,
  IMessage,
  IStreamDocfile,
  MAPI_ATTACH,
  MAPI_CREATE,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_DELETED,
  MAPI_MODIFY,
  NO_ATTACHMENT,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_METHOD,
  PR_ATTACH_NUM,
  PR_ATTACH_SIZE,
  PR_RECORD_KEY,
  PR_RENDERING_POSITION,
  type PropTag,
  type PropValue,
  PT_OBJECT,
  prop,
  propId,
  propType,
} from '../../../mapi/index.js';
import { type PropChanges, PropObject, propRules, requireFlags, type SubObject } from '../../../subsystem/index.js';
import { attachmentColumns, message } from '../sql/index.js';
import { computed, identityRules, messageAccess } from './identity.js';
import { MessageBag } from './message-bag.js';
import { type StagedMessage, StagedProps } from './staged.js';
import { baseOf, StoredBag } from './stored-bag.js';

/** The properties of one open attachment: what is stored, and what its own saves left with its message. */
class AttachmentBag extends StoredBag {
  /** The message it belongs to. */
  readonly parent: MessageBag;
  /** PR_ATTACH_NUM. */
  readonly num: number;
  /** The embedded message as it was saved last, until the attachment is saved. */
  embedded: StagedMessage | null = null;
  #fresh: boolean;
  #known: boolean;
  #generation: number;

  constructor(parent: MessageBag, num: number) {
    const earlier = parent.stagedAttachment(num);
    const row = earlier?.fresh ? undefined : parent.storedAttachments().get(num);
    super(parent.mailbox, row ? baseOf(parent.mailbox, 3, row) : null);
    this.parent = parent;
    this.#generation = parent.generation;
    this.num = num;
    this.#fresh = row === undefined;
    this.#known = row !== undefined || earlier !== undefined;
    this.embedded = earlier?.embedded ?? null;
    if (earlier) this.staged = earlier.props;
  }

  get key(): string {
    return `${this.parent.key}/${this.num}`;
  }

  /** The id of its row; null before its message was saved. */
  get id(): number | null {
    return this.base?.stored.id ?? null;
  }

  /** The stored row of the embedded message; null when there is none. */
  get embeddedRow(): number | null {
    return this.#fresh ? null : (this.parent.storedAttachments().get(this.num)?.embedded ?? null);
  }

  /** Looks again when the message was saved: what was staged is stored then. */
  refresh(): void {
    if (this.parent.generation === this.#generation) return;
    this.#generation = this.parent.generation;
    const row = this.parent.storedAttachments().get(this.num);
    const staged = this.parent.stagedAttachment(this.num);
    if (staged === null || (!row && !staged)) return;
    this.base = row && !staged?.fresh ? baseOf(this.mailbox, 3, row) : null;
    this.staged = staged?.props ?? StagedProps.none;
    this.embedded = staged?.embedded ?? null;
    this.#fresh = this.base === null;
  }

  protected hasColumn(id: number): boolean {
    return attachmentColumns.has(id);
  }

  async commit(changes: PropChanges): Promise<void> {
    this.refresh();
    this.requirePresent();
    await this.finished(changes, async (set, remove) => {
      this.staged = this.staged.with(this.base || this.#known ? set : [...firstProps, ...set], remove);
      this.#known = true;
      const { staged, embedded, stores } = this;
      this.parent.stageAttachment(this.num, { props: staged, embedded, fresh: this.#fresh, stored: stores });
    });
  }

  /** @throws {ComError} `MAPI_E_OBJECT_DELETED` once the message let it go with DeleteAttach */
  requirePresent(): void {
    const staged = this.parent.stagedAttachment(this.num);
    if (staged === null || (this.#known && !staged && !this.parent.storedAttachments().has(this.num)))
      throw new ComError(MAPI_E_OBJECT_DELETED, `attachment ${this.num} was deleted`);
  }
}

// What every attachment has, whether it was set or not.
/** Storages are opened to be looked into, or as the bytes that they are. */
const storageIids: ReadonlySet<string> = new Set([IStorage.guid, IStreamDocfile.guid]);

const firstProps: readonly PropValue[] = [prop(PR_ATTACH_METHOD, NO_ATTACHMENT), prop(PR_RENDERING_POSITION, -1)];

/** What an attachment needs of the message that it belongs to. */
export interface AttachmentOwner {
  /** The properties and parts of the message. */
  readonly bag: MessageBag;
  /** The code page of its 8-bit text. */
  codePage(): number;
  /** Whether it may still be saved, and with it what its attachments save. */
  takesChanges(): boolean;
  /** Publishes the object of an embedded message. */
  openMessage(bag: MessageBag, writable: boolean): IMessage;
}

/** An attachment of a message. @spec iattachimapiprop */
export class StoreAttachment extends PropObject implements Impl<IAttach> {
  readonly #bag: AttachmentBag;
  readonly #owner: AttachmentOwner;

  /**
   * Opens or makes an attachment; publish it with {@link StoreAttachment.publish}.
   *
   * @param owner the message
   * @param num PR_ATTACH_NUM
   * @param writable whether it may be changed
   */
  constructor(owner: AttachmentOwner, num: number, writable: boolean) {
    const bag = new AttachmentBag(owner.bag, num);
    const { mailbox } = owner.bag;
    super({
      bag,
      transacted: true,
      writable,
      names: mailbox.names,
      codePage: () => owner.codePage(),
      rules: propRules(
        ...identityRules(mailbox, MAPI_ATTACH, messageAccess, writable),
        { tag: PR_ATTACH_METHOD, fixedType: true },
        computed(PR_ATTACH_NUM, () => num),
        computed(PR_ATTACH_SIZE, () => (bag.get(propId(PR_ATTACH_SIZE)) as PropValue<number> | null)?.[1] ?? null),
        computed(PR_RECORD_KEY, () => (bag.id === null ? null : mailbox.ids.recordKey(MAPI_ATTACH, bag.id))),
      ),
    });
    this.#bag = bag;
    this.#owner = owner;
    mailbox.enter(this, IAttach);
  }

  /** Publishes it. */
  publish(): IAttach {
    return com(this as Impl<IAttach>, IAttach);
  }

  /** The embedded message, where there is one. */
  override get subObjects(): readonly SubObject[] {
    if (!this.#bag.embedded && this.#bag.embeddedRow === null) return [];
    return [
      {
        tag: PR_ATTACH_DATA_OBJ,
        iid: IAttach,
        copyTo: (target) => this.#copyEmbedded(target),
        clear: () => {
          throw new ComError(MAPI_E_NO_ACCESS, 'an embedded message goes with its attachment: use DeleteAttach');
        },
      },
    ];
  }

  /** See {@link IMAPIProp.OpenProperty}: embedded messages and OLE data. @spec opening-an-attachment */
  override async OpenProperty(
    ulPropTag: PropTag,
    lpiid: Iid<IUnknown>,
    ulInterfaceOptions: number,
    ulFlags = 0,
  ): Promise<IUnknown> {
    const isObject = propId(ulPropTag) === propId(PR_ATTACH_DATA_OBJ) && propType(ulPropTag) === PT_OBJECT;
    const isStorage = ulPropTag === PR_ATTACH_DATA_BIN && storageIids.has(lpiid?.guid);
    if (!(isObject && lpiid?.guid) && !isStorage)
      return await super.OpenProperty(ulPropTag, lpiid, ulInterfaceOptions, ulFlags);
    if (lpiid.guid === IMessage.guid) return this.#openEmbedded(ulFlags);
    if (!storageIids.has(lpiid.guid) && lpiid.guid !== IStream.guid)
      throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, `the data can't be opened as ${lpiid.name}`);
    const stream = (await super.OpenProperty(
      PR_ATTACH_DATA_BIN,
      IStream as AnyIid,
      ulInterfaceOptions,
      ulFlags,
    )) as IStream;
    if (lpiid.guid === IStream.guid) return stream;
    if (lpiid.guid === IStorage.guid) {
      using file = stream;
      return await storageOnStream(file, {
        create: (ulFlags & MAPI_CREATE) !== 0,
        writable: (ulFlags & MAPI_MODIFY) !== 0,
      });
    }
    // The storage is opaque: the same bytes, through the interface that says so.
    const document = com(implementationOf(stream) as Impl<IStreamDocfile>, IStreamDocfile);
    stream.Release();
    return document;
  }

  /** See {@link IMAPIProp.SaveChanges}: what it saves becomes permanent with the next save of the message. @spec imapiprop-savechanges */
  override SaveChanges(ulFlags = 0): ReturnType<PropObject['SaveChanges']> {
    if (this.writable) this.checkWriting();
    return super.SaveChanges(ulFlags);
  }

  /** @throws {ComError} `MAPI_E_NO_ACCESS` once its message is not saved any more */
  override checkWriting(): void {
    if (!this.#owner.takesChanges())
      throw new ComError(MAPI_E_NO_ACCESS, 'the message is read-only: it will not be saved with this attachment');
  }

  /** Puts what was not saved away and ends its use of the store. */
  override finalRelease(): void {
    this.#bag.mailbox.leave(this, this.pending.discard());
  }

  #openEmbedded(ulFlags: number): IMessage {
    const flags = requireFlags(ulFlags, MAPI_MODIFY | MAPI_CREATE | MAPI_DEFERRED_ERRORS);
    const modify = (flags & MAPI_MODIFY) !== 0;
    const create = (flags & MAPI_CREATE) !== 0;
    if (create && !modify) throw new ComError(MAPI_E_INVALID_PARAMETER, 'MAPI_CREATE needs MAPI_MODIFY');
    if (modify && !this.writable) throw new ComError(MAPI_E_NO_ACCESS, 'the attachment is read-only');
    const bag = this.#bag;
    const stored = bag.embeddedRow;
    if (!create && stored === null && !bag.embedded)
      throw new ComError(MAPI_E_NOT_FOUND, 'there is no embedded message');
    const row = create || stored === null || bag.embedded?.fresh ? null : bag.mailbox.read((db) => message(db, stored));
    const home = {
      container: bag.parent,
      generation: () => bag.parent.generation,
      row: () => {
        bag.refresh();
        const id = bag.embeddedRow;
        return id === null ? null : bag.mailbox.read((db) => message(db, id));
      },
      staged: create ? null : bag.embedded,
      stage: (saved: StagedMessage): void => {
        bag.embedded = saved;
        this.pending.set(prop(PR_ATTACH_METHOD, ATTACH_EMBEDDED_MSG));
      },
    };
    return this.#owner.openMessage(new MessageBag(bag.mailbox, row, home), modify);
  }

  async #copyEmbedded(target: IUnknown): Promise<void> {
    const [, copy] = target.QueryInterface(IAttach);
    if (!copy) throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'the target is no attachment');
    using attachment = copy;
    using from = this.#openEmbedded(0);
    using to = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, MAPI_CREATE | MAPI_MODIFY));
    await ok(from.CopyTo(null, null, 0, null, IMessage, to));
    await ok(to.SaveChanges());
  }
}
