import { readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { ANSWER, CALL, REPLY } from '../../../src/bridge/frames.js';
import { HOST_HELLO, PROOF, SERVICE_HELLO } from '../../../src/bridge/greeting.js';

/** Frames that a moment is told by. */
export const frameKinds = { call: CALL, reply: REPLY, answer: ANSWER } as const;

/** A moment on the first connection: the frame of a kind, counted from 1, that is about to be passed on. */
export interface Moment {
  readonly kind: keyof typeof frameKinds;
  readonly count: number;
}

/**
 * Stands between a program and the service from now on: the service's own file leads here. At a moment it does something in place of
 * passing the frame on, and cuts the connection.
 *
 * @param file the file that tells programs where the service is
 * @param moment when
 * @param act what is done then; fulfilled when it is over
 */
export async function crossing(file: string, moment: Moment, act: () => Promise<unknown>): Promise<() => void> {
  const text = readFileSync(file, 'latin1');
  const target = Number(/^port (\d+)$/m.exec(text)?.[1]);
  const server = createServer((host) => {
    const service = connect(target, '127.0.0.1');
    let left = moment.count;
    let over = false;
    const due = (kind: number): boolean => kind === frameKinds[moment.kind] && --left === 0;
    const cut = (): void => {
      over = true;
      void act().then(() => {
        host.destroy();
        service.destroy();
      });
    };
    const passing = (greeting: number, to: typeof host): ((bytes: Buffer) => void) => {
      const frames = new Frames(greeting);
      return (bytes) => {
        if (over) return;
        if (frames.kinds(bytes).some(due)) cut();
        else to.write(bytes);
      };
    };
    host.on('error', () => undefined).on('data', passing(HOST_HELLO + PROOF, service));
    service.on('error', () => undefined).on('data', passing(SERVICE_HELLO, host));
    host.on('close', () => service.destroy());
    service.on('close', () => {
      if (!over) host.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  writeFileSync(file, text.replace(/^port .*$/m, `port ${(server.address() as AddressInfo).port}`), { mode: 0o600 });
  return () => server.close();
}

const HEADER = 12;

/** Finds the frames in what one side sends. */
class Frames {
  /** Bytes that belong to what has begun. */
  #skip: number;
  #head: Buffer = Buffer.alloc(0);

  /** @param greeting what comes before the first frame */
  constructor(greeting: number) {
    this.#skip = greeting;
  }

  /** The kinds of the frames whose headers end in these bytes. */
  kinds(bytes: Buffer): readonly number[] {
    const kinds: number[] = [];
    let rest = bytes;
    for (;;) {
      const skipped = Math.min(this.#skip, rest.length);
      this.#skip -= skipped;
      rest = rest.subarray(skipped);
      const wanted = HEADER - this.#head.length;
      this.#head = Buffer.concat([this.#head, rest.subarray(0, wanted)]);
      rest = rest.subarray(wanted);
      if (this.#head.length < HEADER) return kinds;
      kinds.push(this.#head.readUInt8(4));
      this.#skip = this.#head.readUInt32LE(0);
      this.#head = Buffer.alloc(0);
    }
  }
}
