import { type AnyIid, com, type Iid, type Impl, type IUnknown, lineage, ok, type Ret } from '../../../src/com/index.js';
import { IAttach, IMAPIFolder, type IMAPISupport, type IMessage, type OpenedEntry } from '../../../src/mapi/index.js';

type Forwarded = Record<string, (...args: readonly unknown[]) => unknown>;

/**
 * An object of another implementation: it has all that a comail object has, and asks the support object to copy, as the pages
 * of IMAPISupport advise providers to do. Objects within it are of that implementation, too.
 *
 * @param inner the object behind it, taken over
 * @param iid its interface
 * @param support the support object that its copy methods call
 * @param calls what is called on it
 */
export function foreign<I extends IUnknown>(inner: I, iid: Iid<I>, support: IMAPISupport, calls: string[]): I {
  const wrap = <K extends IUnknown>(object: K, own: Iid<K>): K => foreign(object, own, support, calls);
  const impl: Record<string, unknown> = { finalRelease: () => void inner.Release() };
  const methods = lineage(iid as AnyIid).flatMap((one) => [...one.methods.keys()]);
  for (const name of methods.filter((one) => !['QueryInterface', 'AddRef', 'Release'].includes(one)))
    impl[name] = async (...args: readonly unknown[]) => {
      calls.push(name);
      return await ok((inner as unknown as Forwarded)[name]?.(...args) as Promise<Ret<unknown>>);
    };
  if (iid.name === 'IMAPIFolder') {
    impl['OpenEntry'] = async (id: Uint8Array, wanted: Iid<IUnknown>, flags: number) => {
      const folder = inner as unknown as IMAPIFolder;
      const { lpulObjType, lppUnk }: OpenedEntry<IUnknown> = await ok(folder.OpenEntry(id, wanted, flags));
      return { lpulObjType, lppUnk: wrap(lppUnk, wanted) };
    };
    impl['CopyMessages'] = async (
      ...[list, wanted, target, ui, progress, flags]: Parameters<IMAPIFolder['CopyMessages']>
    ) => {
      calls.push('CopyMessages');
      return await support.CopyMessages(
        IMAPIFolder,
        pointer as unknown as IMAPIFolder,
        list,
        wanted,
        target,
        ui,
        progress,
        flags,
      );
    };
  }
  if (iid.name === 'IMessage')
    impl['OpenAttach'] = async (num: number, _iid: unknown, flags: number) =>
      wrap(await ok((inner as unknown as IMessage).OpenAttach(num, IAttach, flags)), IAttach);
  impl['CopyTo'] = async (...[iids, tags, ui, progress, wanted, target, flags]: Parameters<IMessage['CopyTo']>) => {
    calls.push('CopyTo');
    return await ok(support.DoCopyTo(iid as AnyIid, pointer, iids, tags, ui, progress, wanted, target, flags));
  };
  impl['CopyProps'] = async (...[tags, ui, progress, wanted, target, flags]: Parameters<IMessage['CopyProps']>) => {
    calls.push('CopyProps');
    return await ok(support.DoCopyProps(iid as AnyIid, pointer, tags, ui, progress, wanted, target, flags));
  };
  const pointer: I = com(impl as unknown as Impl<I>, iid);
  return pointer;
}
