import fc from 'fast-check';
import { expect } from 'vitest';
import { type HResult, IStream, ok, S_OK, STGM_WRITE } from '../../../src/com/index.js';
import {
  CLEAR_READ_FLAG,
  FORCE_SAVE,
  type IMAPIFolder as Folder,
  IAttach,
  IMessage,
  KEEP_OPEN_READONLY,
  KEEP_OPEN_READWRITE,
  MAPI_CREATE,
  MAPI_E_NO_ACCESS,
  MAPI_MODIFY,
  MAPI_W_PARTIAL_COMPLETION,
  type IMessage as Message,
  MODRECIP_ADD,
  MODRECIP_MODIFY,
  MODRECIP_REMOVE,
  MSGFLAG_READ,
  PR_ATTACH_DATA_OBJ,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_MESSAGE_FLAGS,
  PR_RECIPIENT_TYPE,
  PR_ROWID,
  PR_SUBJECT_W,
  type IMAPIProp as PropObject,
  type PropTag,
  PT_BINARY,
  PT_LONG,
  prop,
  propType,
  type IMsgStore as Store,
} from '../../../src/mapi/index.js';
import { bytesOf, compare, tableOf, tags } from './compare.js';
import { type Mail, Opened, type PartChange, type Stored } from './mail.js';

/** Both sides of a run: the model, and the sessions with what they have open, pairwise. */
export interface World {
  readonly mail: Mail;
  readonly sessions: readonly { readonly store: Store; readonly inbox: Folder }[];
  readonly open: { readonly model: Opened; readonly message: Message }[];
  readonly entryIds: Map<Stored, Uint8Array>;
  /** Deletes a message as another process does, which cannot know who has it open. */
  deleteElsewhere(entryId: Uint8Array): Promise<void>;
}

type Model = Record<string, never>;
type Command = fc.AsyncCommand<Model, World>;

// fast-check hands model and system separately; both live in the world, so that a command reads in one piece.
class Step implements Command {
  readonly #words: string;
  readonly #run: (world: World) => Promise<void>;

  constructor(words: string, run: (world: World) => Promise<void>) {
    this.#words = words;
    this.#run = run;
  }

  check(): boolean {
    return true;
  }

  async run(_model: Model, world: World): Promise<void> {
    await this.#run(world);
  }

  toString(): string {
    return this.#words;
  }
}

const at = <T>(all: readonly T[], n: number): T | undefined => (all.length > 0 ? all[n % all.length] : undefined);

const writer = ({ open }: World, which: number): World['open'][number] | undefined =>
  at(
    open.filter(({ model }) => model.writable),
    which,
  );

const n: fc.Arbitrary<number> = fc.nat(5);
const mostly: fc.Arbitrary<boolean> = fc.nat(4).map((one) => one > 0);

interface Setting {
  readonly tag: PropTag;
  readonly value: unknown;
  readonly stream: boolean;
}

const setting: fc.Arbitrary<Setting> = fc
  .tuple(fc.constantFrom(...tags), fc.nat(9), fc.boolean(), fc.boolean())
  .map(([tag, seed, large, stream]) => ({
    tag,
    value: valueFor(tag, seed, large),
    stream: stream && propType(tag) !== PT_LONG,
  }));

function valueFor(tag: PropTag, seed: number, large: boolean): unknown {
  if (propType(tag) === PT_LONG) return seed;
  if (propType(tag) === PT_BINARY) return new Uint8Array(large ? 300_000 + seed : seed).fill(seed);
  return (large ? 'x'.repeat(20_000) : '') + String(seed);
}

async function write(object: PropObject, { tag, value, stream }: Setting): Promise<void> {
  if (!stream) {
    expect(await ok(object.SetProps([prop(tag, value)]))).toEqual([]);
    return;
  }
  using open = await ok(object.OpenProperty(tag, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY));
  await ok(open.Write(bytesOf(tag, value)));
  await ok(open.Commit(0));
}

// Tables are read lazily; an opener that has looked sees what was there then, whatever others do later.
async function look(message: Message): Promise<void> {
  (await ok(message.GetRecipientTable())).Release();
  await tableOf(message);
}

async function reopen(world: World, session: number, stored: Stored, flags: number): Promise<Message> {
  const { store } = world.sessions[session % 2] as World['sessions'][number];
  return (await ok(store.OpenEntry(world.entryIds.get(stored) as Uint8Array, IMessage, flags))).lppUnk;
}

const alive = (world: World): readonly Stored[] => world.mail.messages.filter(({ gone }) => !gone);

const mostOpen = 4;
const mostMessages = 2;

/** Lets go of what can only be read, or of what is open for longest. */
function makeRoom({ open }: World): void {
  if (open.length < mostOpen) return;
  const reader = open.findIndex(({ model }) => !model.writable);
  const [gone] = open.splice(Math.max(reader, 0), 1);
  gone?.message.Release();
}

const create = n.map(
  (session) =>
    new Step(`session ${session % 2} creates a message`, async (world) => {
      // Few messages that many have open are where conflicts are.
      const unsaved = world.open.filter(({ model }) => model.stored === null).length;
      if (alive(world).length + unsaved >= mostMessages) return;
      makeRoom(world);
      const { inbox } = world.sessions[session % 2] as World['sessions'][number];
      world.open.push({ model: new Opened(null, true), message: await ok(inbox.CreateMessage(IMessage)) });
    }),
);

const openStored = fc.tuple(n, n, mostly).map(
  ([session, which, writable]) =>
    new Step(`session ${session % 2} opens message ${which} for ${writable ? 'writing' : 'reading'}`, async (world) => {
      const stored = at(alive(world), which);
      if (!stored) return;
      makeRoom(world);
      const message = await reopen(world, session, stored, writable ? MAPI_MODIFY : 0);
      await look(message);
      world.open.push({ model: new Opened(stored, writable), message });
    }),
);

const set = fc.tuple(n, setting).map(
  ([which, one]) =>
    new Step(`open ${which} sets ${one.tag.toString(16)}${one.stream ? ' by stream' : ''}`, async (world) => {
      const open = which === 0 ? at(world.open, which) : writer(world, which);
      if (!open) return;
      if (!open.model.writable) {
        expect((await open.message.SetProps([prop(one.tag, one.value)]))[0]).toBe(MAPI_E_NO_ACCESS);
        return;
      }
      await write(open.message, one);
      open.model.changes.set(one.tag, one.value);
    }),
);

const remove = fc.tuple(n, fc.constantFrom(...tags)).map(
  ([which, tag]) =>
    new Step(`open ${which} deletes ${tag.toString(16)}`, async (world) => {
      const open = writer(world, which);
      if (!open?.model.writable) return;
      expect(await ok(open.message.DeleteProps([tag]))).toEqual([]);
      if (open.model.base.props.has(tag)) open.model.changes.set(tag, null);
      else open.model.changes.delete(tag);
    }),
);

const recipients = fc.tuple(n, fc.constantFrom(0, MODRECIP_ADD, MODRECIP_MODIFY, MODRECIP_REMOVE), n).map(
  ([which, flags, pick]) =>
    new Step(`open ${which} modifies recipients with ${flags}`, async (world) => {
      const open = writer(world, which);
      if (!open?.model.writable) return;
      const before = open.model.view.recipients;
      const row = (name: string) => [prop(PR_DISPLAY_NAME_W, name), prop(PR_RECIPIENT_TYPE, 1)];
      const name = `name ${pick}`;
      if (flags === 0) {
        await ok(open.message.ModifyRecipients(0, [row(name), row('b')]));
        open.model.recipients = [name, 'b'].map((one, id) => ({ id, name: one }));
      } else if (flags === MODRECIP_ADD) {
        await ok(open.message.ModifyRecipients(flags, [row(name)]));
        open.model.recipients = [...before, { id: Math.max(-1, ...before.map(({ id }) => id)) + 1, name }];
      } else {
        const chosen = at(before, pick);
        if (!chosen) return;
        await ok(open.message.ModifyRecipients(flags, [[prop(PR_ROWID, chosen.id), ...row(name)]]));
        open.model.recipients =
          flags === MODRECIP_REMOVE
            ? before.filter(({ id }) => id !== chosen.id)
            : before.map((one) => (one.id === chosen.id ? { id: one.id, name } : one));
      }
    }),
);

const attach = fc.tuple(n, fc.array(setting, { maxLength: 2 }), fc.option(n, { freq: 2 }), mostly).map(
  ([which, settings, inner, keep]) =>
    new Step(
      `open ${which} ${keep ? 'attaches' : 'begins to attach'}${inner === null ? '' : ' a message'}`,
      async (world) => {
        const open = writer(world, which);
        if (!open?.model.writable || open.model.view.parts.size > 3) return;
        const { lpulAttachmentNum: num, lppAttach } = await ok(open.message.CreateAttach(IAttach));
        using attachment = lppAttach;
        expect(num).toBe(open.model.takeNumber());
        for (const one of settings) await write(attachment, one);
        if (inner !== null) await writeInner(attachment, `inner ${inner}`, MAPI_CREATE);
        if (!keep) return;
        await ok(attachment.SaveChanges());
        const props = new Map(settings.map(({ tag, value }) => [tag, value] as const));
        open.model.parts.set(num, { fresh: true, props, inner: inner === null ? null : `inner ${inner}` });
      },
    ),
);

async function writeInner(attachment: PropObject, subject: string, flags: number): Promise<void> {
  using message = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, MAPI_MODIFY | flags));
  await ok(message.SetProps([prop(PR_SUBJECT_W, subject)]));
  await ok(message.SaveChanges());
}

const editAttachment = fc.tuple(n, n, setting, fc.boolean(), fc.option(n, { freq: 2 }), mostly).map(
  ([which, pick, one, gone, inner, keep]) =>
    new Step(`open ${which} ${keep ? 'changes' : 'begins to change'} attachment ${pick}`, async (world) => {
      const open = writer(world, which);
      const num = at([...(open?.model.view.parts.keys() ?? [])], pick);
      if (!open?.model.writable || num === undefined) return;
      using attachment = await ok(open.message.OpenAttach(num, IAttach, MAPI_MODIFY));
      if (gone) await ok(attachment.DeleteProps([one.tag]));
      else await write(attachment, one);
      const anew = inner !== null && !open.model.stale;
      if (anew) await writeInner(attachment, `inner ${inner}`, MAPI_CREATE);
      if (!keep) return;
      await ok(attachment.SaveChanges());
      const before: PartChange = open.model.parts.get(num) ?? { fresh: false, props: new Map(), inner: null };
      const props = new Map(before.props);
      if (!gone) props.set(one.tag, one.value);
      else if (open.model.base.parts.get(num)?.props.has(one.tag) && !before.fresh) props.set(one.tag, null);
      else props.delete(one.tag);
      open.model.parts.set(num, { ...before, props, inner: anew ? `inner ${inner}` : before.inner });
    }),
);

const detach = fc.tuple(n, n).map(
  ([which, pick]) =>
    new Step(`open ${which} deletes attachment ${pick}`, async (world) => {
      const open = writer(world, which);
      const num = at([...(open?.model.view.parts.keys() ?? [])], pick);
      if (!open?.model.writable || num === undefined) return;
      await ok(open.message.DeleteAttach(num, 0, null));
      open.model.parts.set(num, null);
    }),
);

const forced = FORCE_SAVE | KEEP_OPEN_READWRITE;
const others: readonly number[] = [0, KEEP_OPEN_READONLY, FORCE_SAVE];

const save = fc.tuple(n, fc.constantFrom(...Array<number>(4).fill(KEEP_OPEN_READWRITE), forced, forced, ...others)).map(
  ([which, flags]) =>
    new Step(`open ${which} saves with ${flags}`, async (world) => {
      const open = which === 0 ? at(world.open, which) : writer(world, which);
      if (!open) return;
      const hr: HResult = await open.message.SaveChanges(flags);
      expect(hr).toBe(world.mail.save(open.model, flags));
      const { stored } = open.model;
      if (hr !== S_OK || !stored) return;
      if (!world.entryIds.has(stored))
        world.entryIds.set(stored, (await ok(open.message.GetProps([PR_ENTRYID])))[0] as Uint8Array);
      await look(open.message);
      if (!open.model.stale) expect(await tableOf(open.message)).toEqual([...open.model.base.parts.keys()]);
    }),
);

const release = n.map(
  (which) =>
    new Step(`open ${which} is released`, async (world) => {
      if (world.open.length === 0) return;
      const [open] = world.open.splice(which % world.open.length, 1);
      open?.message.Release();
    }),
);

const deleteMessage = fc.tuple(n, n, fc.boolean()).map(
  ([who, which, elsewhere]) =>
    new Step(`${elsewhere ? 'another process' : `session ${who % 2}`} deletes message ${which}`, async (world) => {
      const stored = at(alive(world), which);
      // Others are more interesting while they live.
      if (!stored || who > 2) return;
      const entryId = world.entryIds.get(stored) as Uint8Array;
      if (elsewhere) {
        await world.deleteElsewhere(entryId);
        stored.gone = true;
        return;
      }
      const { inbox } = world.sessions[who % 2] as World['sessions'][number];
      const hr = await inbox.DeleteMessages([entryId], 0, null);
      // What somebody of this process has open for writing is left alone.
      const busy = world.open.some(({ model }) => model.stored === stored && model.writable);
      expect(hr).toBe(busy ? MAPI_W_PARTIAL_COMPLETION : S_OK);
      stored.gone = !busy;
    }),
);

const mark = fc.tuple(n, fc.boolean()).map(
  ([which, read]) =>
    new Step(`open ${which} marks ${read ? 'read' : 'unread'}`, async (world) => {
      const open = at(world.open, which);
      if (!open) return;
      expect(await open.message.SetReadFlag(read ? 0 : CLEAR_READ_FLAG)).toBe(world.mail.mark(open.model, read));
      if (open.model.stored && !open.model.stored.gone) await look(open.message);
    }),
);

const copy = fc.tuple(n, n).map(
  ([from, to]) =>
    new Step(`open ${from} is copied to open ${to}`, async (world) => {
      const source = at(world.open, from);
      const target = at(world.open, to);
      if (!source || !target || source.model.stale) return;
      const [hr] = await source.message.CopyTo(null, null, 0, null, IMessage, target.message);
      expect(hr).toBe(world.mail.copy(source.model, target.model));
    }),
);

const compareOpen = n.map(
  (which) =>
    new Step(`open ${which} is compared`, async (world) => {
      const open = at(world.open, which);
      if (open) await compare(open.message, open.model.view, open.model.stale);
    }),
);

/** Everything that two sessions may do, in random order; what leads to conflicts stands here several times. */
export const commands: readonly fc.Arbitrary<Command>[] = [
  create,
  ...[openStored, openStored, openStored],
  ...[set, set, set],
  remove,
  ...[recipients, recipients],
  ...[attach, attach],
  ...[editAttachment, editAttachment],
  detach,
  ...[save, save, save, save],
  release,
  deleteMessage,
  mark,
  copy,
  compareOpen,
];

/**
 * Compares everything that is stored, as another session sees it, and everything that is open.
 *
 * @param world both sides
 */
export async function compareAll(world: World): Promise<void> {
  for (const { message, model } of world.open) await compare(message, model.view, model.stale);
  for (const stored of alive(world)) {
    using message = await reopen(world, stored.version, stored, 0);
    await compare(message, stored.contents, false);
    const [flags] = await ok(message.GetProps([PR_MESSAGE_FLAGS]));
    expect(((flags as number) & MSGFLAG_READ) !== 0).toBe(stored.read);
  }
}
