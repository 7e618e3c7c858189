// What the memory checker runs: objects of both sides called from both, on this thread and on others, until nothing is left. Arguments: the
// folder of the compiled rooms, and the library of the tests.
import { join } from 'node:path';

const [folder, path] = process.argv.slice(2);
const room = (name) => import(join(folder, name, 'index.js'));
const { com, ledgerTotals, ok } = await room('com');
const { IMAPIAdviseSink, IMAPIProp, IMAPITable, IMessage, PropRow, propError, propTag, MAPI_E_NOT_FOUND } =
  await room('mapi');
const { loadLibrary, nativeCallback, openNative } = await room('native');

const pointer = 'pointer';
const hresult = (...parameters) => ({ result: 'HRESULT', parameters });
const native = openNative({ deadline: 60_000 });
const legacy = loadLibrary(path, {
  Use: { result: 'void', parameters: [pointer, pointer, pointer] },
  Living: { result: 'LONG', parameters: [] },
  FillMessage: hresult(pointer, 'text', pointer),
  ListImportant: hresult(pointer, pointer),
  CountRecipients: hresult(pointer, pointer),
  CountRecipientsInThread: hresult(pointer, pointer),
  Tell: { result: 'ULONG', parameters: [pointer] },
  ApplyInThread: { result: 'LONG', parameters: [pointer, 'LONG'] },
  MakeSink: { result: pointer, parameters: [] },
  MakeProps: { result: pointer, parameters: [] },
  Heard: { result: 'void', parameters: [pointer, pointer, 'ULONG'] },
  Memory: { result: pointer, parameters: ['ULONG'] },
  Lose: { result: 'void', parameters: [] },
  Free: { result: 'void', parameters: [pointer] },
});
const { MAPIAllocateBuffer, MAPIAllocateMore, MAPIFreeBuffer } = native.allocators;
legacy.now.Use(MAPIAllocateBuffer, MAPIAllocateMore, MAPIFreeBuffer);
const memory = legacy.now.Memory(4096);
const before = ledgerTotals().objects;

const rows = ['Gamma', 'Alpha'].map((subject) =>
  PropRow.fromProps([
    [0x0037001e, subject],
    [0x00170003, 2],
  ]),
);
const table = () =>
  com(
    { SetColumns() {}, Restrict() {}, SortTable() {}, QueryRows: async () => rows, GetRowCount: async () => 2 },
    IMAPITable,
  );
const message = com(
  {
    SetProps: async () => [],
    ModifyRecipients() {},
    GetProps: async () =>
      PropRow.fromProps([
        [0x0037001e, 'report'],
        [0x00170003, 2],
        [0x66711003, [3, -7, 9]],
        propError(propTag(0x1e, 0x3ff0), MAPI_E_NOT_FOUND),
        [0x0fff0102, Uint8Array.of(1, 2, 3)],
      ]),
    SaveChanges() {},
    GetRecipientTable: () => table(),
  },
  IMessage,
);

const must = (what, holds) => {
  if (!holds) throw new Error(`it does not hold that ${what}`);
};
for (let round = 0; round < 5; round++) {
  const address = native.expose(message, IMessage);
  must('a message is filled', (await legacy.later.FillMessage(address, 'report', memory)) === 0);
  must('its recipients are counted', (await legacy.later.CountRecipients(address, memory)) === 0);
  must('in a thread, too', (await legacy.later.CountRecipientsInThread(address, memory)) === 0);
  native.release(address);
  const list = table();
  const listed = native.expose(list, IMAPITable);
  must('rows are read', (await legacy.later.ListImportant(listed, memory)) === 0);
  native.release(listed);
  list.Release();
  const sink = com({ OnNotify: () => 7 }, IMAPIAdviseSink);
  const told = native.expose(sink, IMAPIAdviseSink);
  must('a sink is told here', legacy.now.Tell(told) === 7);
  must('and there', (await legacy.later.Tell(told)) === 7);
  native.release(told);
  sink.Release();
  const props = native.adopt(legacy.now.MakeProps(), IMAPIProp);
  must('a row is read', (await props.GetProps(null, 0))[1].length === 3);
  must('tags are read', (await ok(props.GetPropList(0))).length === 2);
  must('problems are read', (await ok(props.SetProps([[0x3001001e, 'x']]))).length === 1);
  props.Release();
  const own = legacy.now.MakeSink();
  const native_sink = native.adopt(own, IMAPIAdviseSink);
  native_sink.OnNotify([
    {
      ulEventType: 0x100,
      info: {
        ulTableEvent: 3,
        hResult: 0,
        propIndex: [0x0ff60102, Uint8Array.of(1)],
        propPrior: [0x0ff60102, Uint8Array.of()],
        row: rows[0],
      },
    },
  ]);
  legacy.now.Heard(own, memory, 4096);
  native_sink.Release();
  const callback = nativeCallback({ result: 'LONG', parameters: ['LONG'] }, (value) => value + 1);
  must('a callback answers', (await legacy.later.ApplyInThread(callback.address, 4)) === 5);
  callback[Symbol.dispose]();
}
message.Release();
legacy.now.Lose();
legacy.now.Free(memory);
for (let turn = 0; turn < 1000 && (native.exposed > 0 || native.counts.exposed > 0); turn++)
  await new Promise(setImmediate);
must(
  'nothing is left',
  native.exposed === 0 && native.counts.exposed === 0 && native.counts.blocks === 0 && legacy.now.Living() === 0,
);
must('no object is left', ledgerTotals().objects === before);
process.stdout.write('nothing is left\n');
