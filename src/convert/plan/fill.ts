import { ComError, IStream, ok, S_OK } from '../../com/index.js';
import {
  changePropType,
  type IAttach,
  type IMAPIProp,
  IMessage,
  MAPI_CREATE,
  MAPI_E_TOO_BIG,
  MAPI_MODIFY,
  type IMessage as Message,
  MODRECIP_ADD,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  type PropTag,
  type PropValue,
} from '../../mapi/index.js';
import type { AttachmentPlan, MessagePlan, NamedValue } from './plan.js';

/**
 * Gives a message the properties, recipients and attachments of a plan. Attachments and what is embedded are saved into
 * the message, the message itself is not.
 *
 * @param message the message, open for writing
 * @param plan what it becomes
 * @param expand what an attachment holds that is not in the plan; null where all of it is
 * @throws {ComError} what writing fails with
 */
export async function fillMessage(
  message: Message,
  plan: MessagePlan,
  expand: (content: Uint8Array) => AsyncIterable<Uint8Array> | null = () => null,
): Promise<void> {
  await setProps(message, plan.props);
  await setNamed(message, plan.named);
  if (plan.recipients.length > 0) await ok(message.ModifyRecipients(MODRECIP_ADD, plan.recipients));
  for (const attachment of plan.attachments) await attach(message, attachment, expand);
}

async function attach(
  message: Message,
  { props, named, content }: AttachmentPlan,
  expand: (content: Uint8Array) => AsyncIterable<Uint8Array> | null,
): Promise<void> {
  const { lppAttach } = await ok(message.CreateAttach(null, 0));
  using made: IAttach = lppAttach;
  const chunks = content instanceof Uint8Array ? expand(content) : null;
  const bytes: PropValue[] = content instanceof Uint8Array && chunks === null ? [[PR_ATTACH_DATA_BIN, content]] : [];
  await setProps(made, [...props, ...bytes]);
  if (chunks !== null) await stream(made, PR_ATTACH_DATA_BIN, chunks);
  await setNamed(made, named);
  if (content !== null && !(content instanceof Uint8Array)) {
    using inner: Message = await ok(made.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, MAPI_CREATE | MAPI_MODIFY));
    await fillMessage(inner, content, expand);
    await ok(inner.SaveChanges(0));
  }
  await ok(made.SaveChanges(0));
}

async function setProps(object: IMAPIProp, props: readonly PropValue[]): Promise<void> {
  const small = props.filter((value) => !isLarge(value));
  if (small.length > 0) await ok(object.SetProps(small));
  for (const [tag, value] of props.filter(isLarge)) await stream(object, tag, [bytesOf(value)]);
}

// Values beyond this go through a stream, so that a store needn't hold them twice.
const LARGE = 64 * 1024;

const isLarge = ([, value]: PropValue): boolean =>
  (typeof value === 'string' && value.length > LARGE) || (value instanceof Uint8Array && value.length > LARGE);

const bytesOf = (value: unknown): Uint8Array =>
  typeof value === 'string' ? Buffer.from(value, 'utf16le') : (value as Uint8Array);

async function stream(
  object: IMAPIProp,
  tag: PropTag,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  using target = await ok(object.OpenProperty(tag, IStream, 0, MAPI_CREATE | MAPI_MODIFY));
  for await (const bytes of chunks)
    for (let at = 0; at < bytes.length; at += PIECE) {
      const piece = bytes.subarray(at, at + PIECE);
      const written = await ok(target.Write(piece));
      if (written !== piece.length)
        throw new ComError(MAPI_E_TOO_BIG, `a stream took ${written} of ${piece.length} bytes`);
    }
  await ok(target.Commit(0));
}

const PIECE = 1024 * 1024;

async function setNamed(object: IMAPIProp, named: readonly NamedValue[]): Promise<void> {
  if (named.length === 0) return;
  const tags = await ok(
    object.GetIDsFromNames(
      named.map(({ name }) => name),
      MAPI_CREATE,
    ),
  );
  const values = named.flatMap(({ type, value }, index): PropValue[] => {
    const tag = tags[index];
    return tag === undefined ? [] : [[changePropType(tag, type), value]];
  });
  const problems = await ok(object.SetProps(values));
  const [problem] = problems ?? [];
  if (problem !== undefined && problem.scode !== S_OK)
    throw new ComError(problem.scode, 'a named property can not be set');
}
