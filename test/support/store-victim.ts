import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Compiled, compiled } from './compiled.js';

/**
 * What runs in the other process: it writes without pause, eight at a time, and says each time when something was
 * acknowledged. Every fourth message is submitted, every fifth has a streamed value, every seventh is moved, copied and
 * deleted again.
 */
const program = `
import { writeSync } from 'node:fs';
const [, , face, file, name, most] = process.argv;
const { StoreFile, folderByName, rootFolder } = await import(face);
const store = await StoreFile.open(file);
const root = rootFolder(store.db).id;
const [inbox, archive] = ['Inbox', 'Archive'].map((each) => folderByName(store.db, root, each).id);
let next = 0;
async function writer() {
  while (next < Number(most)) {
    const n = next++;
    const changes = { set: [[0x0037001f, name + n], [0x6601001f, 'note '.repeat(50)]], big: [] };
    if (n % 5 === 0) {
      const stream = await store.stage();
      await stream.write(Buffer.alloc(300_000, n));
      changes.big.push({ tag: 0x10130102, big: await stream.finish() });
    }
    const put = [{ rowId: 0, props: [[0x3001001f, 'Ann']] }];
    const { id } = await store.write('message.save', { id: null, folder: inbox, queue: n % 4 === 0, changes, recipients: { put } });
    if (n % 7 === 0) {
      const copy = await store.write('message.copy', { id, folder: archive });
      await store.write('message.move', { id, folder: archive });
      await store.write('message.delete', { id: copy.id });
    }
    writeSync(1, id + ' ' + name + n + '\\n');
  }
}
await Promise.all(Array.from({ length: 8 }, writer));
await store.close();
`;

/** A message that the other process was told is kept. */
export interface Acknowledged {
  readonly id: number;
  readonly subject: string;
}

/** Starts processes that write to stores. */
export class Victims {
  readonly #compiled: Compiled = compiled(['base', 'com', 'mapi', 'providers/store']);
  readonly #program: string = join(this.#compiled.folder, 'victim.mjs');

  constructor() {
    writeFileSync(this.#program, program);
  }

  /**
   * Lets a process write.
   *
   * @param file the store, with an Inbox and an Archive below its root
   * @param name what its subjects begin with
   * @param most how many messages it writes
   * @param killAfter after how many acknowledged messages it is killed; null lets it finish
   * @returns what was acknowledged, and its exit code: null when it was killed
   */
  async run(file: string, name: string, most: number, killAfter: number | null) {
    const face = join(this.#compiled.folder, 'providers/store/sql/index.js');
    const child: ChildProcess = spawn(process.execPath, [this.#program, face, file, name, String(most)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const acknowledged: Acknowledged[] = [];
    if (child.stdout)
      for await (const line of createInterface({ input: child.stdout })) {
        const [id, subject] = line.split(' ');
        acknowledged.push({ id: Number(id), subject: subject ?? '' });
        if (acknowledged.length === killAfter) child.kill('SIGKILL');
      }
    return { acknowledged, code: await ended };
  }

  /** Removes what was compiled. */
  close(): void {
    this.#compiled.remove();
  }
}
