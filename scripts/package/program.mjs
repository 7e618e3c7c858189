// A program of a user: words of MAPI by their names, and an object that native code could call, if the addon is there.
import { com } from 'comail/com';
import { IMAPIAdviseSink, PR_SUBJECT_W } from 'comail/mapi';
import { openNative } from 'comail/native';

if (PR_SUBJECT_W !== 0x0037001f || typeof IMAPIAdviseSink.guid !== 'string')
  throw new Error('the words of MAPI are others');
console.log('words');
let native;
try {
  native = openNative();
} catch (error) {
  console.log(`no addon: ${error.words}`);
  process.exit(0);
}
const sink = com({ OnNotify: () => 7 }, IMAPIAdviseSink);
const address = native.expose(sink, IMAPIAdviseSink);
if (native.exposed !== 1 || native.counts.exposed !== 1) throw new Error('the object is not exposed');
native.release(address);
sink.Release();
while (native.exposed > 0 || native.counts.exposed > 0) await new Promise(setImmediate);
console.log(`addon: exposed ${native.counts.exposed}, blocks ${native.counts.blocks}`);
