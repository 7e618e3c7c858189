// What a Node of Windows runs: objects of both sides called from both, on this thread and on others, until nothing is left. Arguments: the
// folder of the compiled rooms, the port of a mail server.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, port] = process.argv.slice(2);
// Wine may lose the exit code: native/test/support/program.cc.
process.once('exit', (code) => writeFileSync(process.env.COMAIL_EXIT_CODE, `${code}\n`));
await check();
console.log('nothing is left');

async function check() {
  const room = (name) => import(pathToFileURL(join(folder, name, 'index.js')).href);
  const { CLSCTX_INPROC_SERVER, CoCreateInstance, createMemoryStream, IStream, ledgerTotals, ok } = await room('com');
  const { CLSID_ISMTPTransport, ISMTPTransport } = await room('imnxport');
  const { openNative } = await room('native');
  const addon = createRequire(import.meta.url)(process.env.COMAIL_ADDON);
  const native = openNative({ deadline: 60_000 });
  const before = ledgerTotals().objects;
  console.log(`${process.platform} ${process.arch}, pointers of ${addon.pointerSize} bytes`);

  const address = addon.makeStream(Buffer.from('hello, native'));
  const stream = native.import(address, IStream);
  native.release(address);
  const read = Buffer.from(await ok(stream.Read(5))).toString();
  const [seek] = await stream.Seek(-1n, 0);
  const { cbSize } = await ok(stream.Stat());
  stream.Release();
  console.log(`a native stream: ${read}, refuses ${seek < 0}, ${cbSize} bytes`);

  const ours = createMemoryStream(Buffer.from('over there'));
  const exposed = native.expose(ours, IStream);
  const [hr, copied] = await addon.copyOnThread(exposed);
  native.release(exposed);
  ours.Release();
  console.log(`a stream of ours, on a thread: ${hr} ${copied}`);

  // On this thread, and on one of its own.
  for (const threadDeadlineMilliseconds of [0, 60_000]) {
    const transport = ok(CoCreateInstance(CLSID_ISMTPTransport, null, CLSCTX_INPROC_SERVER, ISMTPTransport));
    const pointer = native.expose(transport, ISMTPTransport);
    const order = {
      host: '127.0.0.1',
      port: Number(port),
      user: 'ann',
      firstPassword: 'wrong',
      secondPassword: 'right',
      from: 'old@program.example',
      to: 'somebody@example.net',
      promptMilliseconds: 1,
    };
    const body = Buffer.from('Subject: from Windows\r\n\r\nText\r\n');
    const running = addon.runProgram(pointer, order, body, threadDeadlineMilliseconds);
    native.release(pointer);
    const { hr: sent, words, finished, events } = await running;
    transport.Release();
    const elsewhere = events.filter(({ onStartThread }) => !onStartThread);
    if (elsewhere.some(({ method }) => method !== 'OnLogonPrompt')) throw new Error('a callback came elsewhere');
    console.log(`a mail program: ${finished} ${sent} ${words}, ${elsewhere.length} prompts elsewhere`);
  }

  const left = () => Object.values({ ...addon.counts(), ...addon.living(), here: native.exposed });
  while (left().some((count) => count > 0)) await new Promise(setImmediate);
  if (ledgerTotals().objects !== before) throw new Error('an object is left');
}
