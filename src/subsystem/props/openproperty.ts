import { type AnyIid, ComError, com, ISequentialStream, IStream, type IUnknown } from '../../com/index.js';
import {
  isString,
  MAPI_CREATE,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_MODIFY,
  type PropTag,
  PT_OBJECT,
  PT_UNSPECIFIED,
  propId,
  propType,
  STREAM_APPEND,
} from '../../mapi/index.js';
import { requireFlags, requireTag } from './arguments.js';
import { type BytesHost, FixedBytes, PropBytes } from './propbytes.js';
import type { PropReader } from './propreader.js';
import { PropStream, type StreamOwner } from './propstream.js';
import { bytesOfValue, isStreamed } from './valuebytes.js';

/** What OpenProperty asks for. */
export interface OpenRequest {
  /** The property with its type. */
  readonly tag: PropTag;
  /** The interface. */
  readonly iid: AnyIid;
  /** What the interface needs. */
  readonly options: number;
  /** `MAPI_MODIFY`, `MAPI_CREATE`, `MAPI_DEFERRED_ERRORS`, `STREAM_APPEND`. */
  readonly flags: number;
}

/**
 * Checks the arguments of OpenProperty.
 *
 * @param writable whether the object may be changed
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`; `MAPI_E_INVALID_PARAMETER` for no tag, no interface, PT_UNSPECIFIED, or MAPI_CREATE
 *   without MAPI_MODIFY; `MAPI_E_NO_ACCESS` to modify a read-only object
 */
export function openRequest(
  tag: PropTag,
  iid: AnyIid,
  options: number,
  ulFlags: number,
  writable: boolean,
): OpenRequest {
  const flags = requireFlags(ulFlags, MAPI_MODIFY | MAPI_CREATE | MAPI_DEFERRED_ERRORS | STREAM_APPEND);
  requireTag(tag, 'ulPropTag');
  if (!iid?.guid) throw invalid('lpiid names no interface');
  if (propType(tag) === PT_UNSPECIFIED) throw invalid('the type of the property must be named');
  const modify = (flags & MAPI_MODIFY) !== 0;
  if ((flags & MAPI_CREATE) !== 0 && !modify) throw invalid('MAPI_CREATE needs MAPI_MODIFY');
  if (modify && !writable) throw new ComError(MAPI_E_NO_ACCESS, 'the object is read-only');
  return { tag, iid, options, flags };
}

/**
 * Opens a property as a stream.
 *
 * @param request what is asked for
 * @param host the object with its transaction buffer
 * @param reader what the object knows of its properties
 * @param hasObject whether a PT_OBJECT property is there, to tell a missing one from one without the interface
 * @returns the stream with one reference
 * @throws {ComError} `MAPI_E_INTERFACE_NOT_SUPPORTED`, `MAPI_E_NOT_FOUND`, `MAPI_E_NO_ACCESS` or `MAPI_E_COMPUTED` for a property that
 *   the object keeps itself
 */
export async function openStream(
  { tag, iid, flags }: OpenRequest,
  host: BytesHost & StreamOwner,
  reader: PropReader,
  hasObject: boolean,
): Promise<IUnknown> {
  if (!isStreamed(tag) || (iid.guid !== IStream.guid && iid.guid !== ISequentialStream.guid)) {
    if (propType(tag) === PT_OBJECT && !hasObject) throw new ComError(MAPI_E_NOT_FOUND, 'there is no such property');
    throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, `the property can't be opened as ${iid.name}`);
  }
  const modify = (flags & MAPI_MODIFY) !== 0;
  const create = (flags & MAPI_CREATE) !== 0;
  const refuse = reader.rules.get(propId(tag))?.refuse;
  if (modify && refuse !== undefined) throw new ComError(MAPI_E_NO_ACCESS, 'the object keeps this property itself');
  const computed = create ? undefined : await reader.computed(tag);
  if (computed !== undefined && !modify) {
    if (computed === null || !sameKind(computed[0], tag)) throw notFound();
    return streamOver(host, new FixedBytes(bytesOfValue(propType(tag), computed[1], host.codePage())), false, 0, iid);
  }
  const stored = host.pending.get(propId(tag));
  const storedTag = Array.isArray(stored) ? (stored[0] as PropTag) : (stored as { tag: PropTag } | null)?.tag;
  if (!create && (storedTag === undefined || !sameKind(storedTag, tag))) throw notFound();
  const bytes = new PropBytes(host, tag);
  if (create) await bytes.create();
  const end = (flags & STREAM_APPEND) !== 0 ? await bytes.size() : 0;
  return streamOver(host, bytes, modify, end, iid);
}

function streamOver(
  owner: StreamOwner,
  bytes: FixedBytes | PropBytes,
  writable: boolean,
  position: number,
  iid: AnyIid,
): IUnknown {
  const stream = com(new PropStream(owner, bytes, writable, position), IStream);
  return iid.guid === IStream.guid ? stream : (stream as ISequentialStream);
}

const sameKind = (stored: PropTag, asked: PropTag): boolean =>
  propType(stored) === propType(asked) || (isStreamed(stored) && isString(stored) && isString(asked));

const notFound = (): ComError => new ComError(MAPI_E_NOT_FOUND, 'there is no such property of this type');

const invalid = (message: string): ComError => new ComError(MAPI_E_INVALID_PARAMETER, message);
