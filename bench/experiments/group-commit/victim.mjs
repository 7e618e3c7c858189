// The process that is killed: submits without end and says `+id` for each acknowledged one, `-id` for each refused one,
// in one write the moment it knows.
//
//     node victim.mjs <form> <file> <prefix> [driver path]
import { writeSync } from 'node:fs';
import { openRoad } from './forms.mjs';
import { submission } from './submission.mjs';

const [form, file, prefix, driverPath] = process.argv.slice(2);
const { submitter } = await openRoad(form, file, driverPath);
writeSync(1, 'ready\n');

let serial = 0;
async function client() {
  for (;;) {
    const n = serial++;
    const id = `${prefix}-${n}${n % 16 === 7 ? '-refused' : ''}`;
    try {
      await submitter.submit(submission(id));
      writeSync(1, `+${id}\n`);
    } catch {
      writeSync(1, `-${id}\n`);
    }
  }
}
await Promise.all(Array.from({ length: 32 }, client));
