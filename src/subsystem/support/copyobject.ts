import { type AnyIid, acquire, ComError, type Iid, type IUnknown } from '../../com/index.js';
import {
  IAttach,
  IMAPIFolder,
  IMAPIProp,
  IMessage,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  type PropTag,
  type SPropProblem,
} from '../../mapi/index.js';
import { type CopyTarget, copyProps, copyTo } from '../props/copy.js';
import type { SubObject } from '../props/rules.js';
import { folderParts } from './folderparts.js';
import { InterfaceSource } from './interfacesource.js';
import { attachmentParts, messageParts } from './messageparts.js';

/** The object that is copied, as callers name it: the interface that it is said to have, and the object. */
export interface CopiedObject {
  readonly iid: AnyIid | null;
  readonly object: IUnknown;
}

/**
 * Copies or moves all of an object but what is left out, through its interfaces.
 *
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` without an interface of the source, `MAPI_E_INTERFACE_NOT_SUPPORTED` when the source
 *   has it not, and what {@link copyTo} throws
 * @spec imapisupport-docopyto
 */
export const copyObject = (
  source: CopiedObject,
  excludeIids: readonly AnyIid[] | null,
  excludeTags: readonly PropTag[] | null,
  target: CopyTarget,
): Promise<readonly SPropProblem[]> => within(source, (from) => copyTo(from, excludeIids, excludeTags, target));

/**
 * Copies or moves chosen properties of an object, through its interfaces.
 *
 * @throws {ComError} as {@link copyObject}
 * @spec imapisupport-docopyprops
 */
export const copyOfObject = (
  source: CopiedObject,
  include: readonly PropTag[],
  target: CopyTarget,
): Promise<readonly SPropProblem[]> => within(source, (from) => copyProps(from, include, target));

async function within<T>({ iid, object }: CopiedObject, step: (source: InterfaceSource) => Promise<T>): Promise<T> {
  if (!iid?.guid) throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpSrcInterface is NULL');
  acquire(object, iid as Iid<IUnknown>, 'lpSrcObj').Release();
  const [, pointer] = object.QueryInterface(IMAPIProp);
  if (!pointer) throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'the source has no properties');
  using props = pointer;
  const { whole, parts } = await partsOf(props);
  try {
    return await step(await InterfaceSource.of(props, parts));
  } finally {
    whole?.Release();
  }
}

interface Whole {
  readonly whole: IUnknown | null;
  readonly parts: readonly SubObject[];
}

/** What an object contains, by the interface that it has besides `IMAPIProp`; to be released. */
async function partsOf(object: IMAPIProp): Promise<Whole> {
  const [, message] = object.QueryInterface(IMessage);
  if (message) return { whole: message, parts: messageParts(message) };
  const [, folder] = object.QueryInterface(IMAPIFolder);
  if (folder) return { whole: folder, parts: folderParts(folder) };
  const [, attachment] = object.QueryInterface(IAttach);
  if (attachment) return { whole: attachment, parts: await attachmentParts(attachment) };
  return { whole: null, parts: [] };
}
