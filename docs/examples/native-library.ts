import { type Iid, IUnknown, iid, ok, type Ret } from 'comail/com';
import { IMessage } from 'comail/mapi';
import { loadLibrary, openNative } from 'comail/native';

/** An interface of the old library itself, declared as its header has it. */
interface IReportWriter extends IUnknown {
  Pages(kind: number): Ret<number>;
}
const IReportWriter: Iid<IReportWriter> = iid<IReportWriter, IUnknown>(
  'IReportWriter',
  '5B9F3D1C-6B1E-4B6E-8B55-0F0E7A4C2D11',
  IUnknown,
  { Pages: '(ULONG kind, [out] ULONG *pages)' },
);

/** Lets an old library fill a message, in a thread of its own, and asks one of its objects how long the report is. */
export async function report(path: string, message: IMessage): Promise<number> {
  const native = openNative();
  using library = loadLibrary(path, {
    UseAllocators: { result: 'void', parameters: ['pointer', 'pointer', 'pointer'] },
    FillReport: { result: 'HRESULT', parameters: ['pointer', 'text'] },
    CreateReportWriter: { result: 'pointer', parameters: [] },
  });
  const { MAPIAllocateBuffer, MAPIAllocateMore, MAPIFreeBuffer } = native.allocators;
  library.now.UseAllocators(MAPIAllocateBuffer, MAPIAllocateMore, MAPIFreeBuffer);

  // The library gets a real interface pointer. IMessage answers later, so the library calls it from another thread than this.
  const address = native.expose(message, IMessage);
  const hr = await library.later.FillReport(address, 'monthly');
  native.release(address);
  if (hr < 0) throw new Error(`FillReport answered ${hr.toString(16)}`);

  // And an object of the library's is a TypeScript object here; its reference is taken over.
  using writer = native.adopt(library.now.CreateReportWriter(), IReportWriter);
  return writer ? ok(writer.Pages(1)) : 0;
}
