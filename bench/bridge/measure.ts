import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { ANSWER, begun, CALL, ended, FrameParser } from '../../src/bridge/frames.js';
import { reach } from '../../src/bridge/host/reach.js';
import { readAddress } from '../../src/bridge/index.js';
import { IComailActivation } from '../../src/bridge/roots/declared.js';
import { type AnyIid, guidToBytes } from '../../src/com/index.js';
import { CLSID_ISMTPTransport, ISMTPTransport } from '../../src/imnxport/index.js';
import { type DuelResult, type DuelRules, duel, type Round } from '../duel.js';
import { Worker } from '../process/worker.js';
import { between, line } from '../table.js';
import type { BridgeCase } from './cases.js';
import type { BridgeQuestions } from './program.js';

/** A row that was measured. */
export interface BridgeMeasured {
  readonly what: BridgeCase;
  readonly duel: DuelResult;
}

/** `GetStatus` of the transport, without its number: 28 bytes behind the header. */
const CALL_BYTES = 40;
/** `S_OK` and a status behind the header. */
const ANSWER_BYTES = 21;
const GET_STATUS = 11;

/**
 * Measures one row. Every process it starts is gone when it returns or throws.
 *
 * @param what the row
 * @param ground the core of the service, null for any; a folder for its files
 * @param rules how long
 * @throws {Error} when the service answers otherwise than it must
 */
export async function measureBridge(
  what: BridgeCase,
  { core, folder: parent }: { readonly core: number | null; readonly folder: string },
  rules: Omit<DuelRules, 'warmUp'>,
): Promise<BridgeMeasured> {
  const folder = mkdtempSync(join(parent, 'bridge-'));
  const worker = new Worker<BridgeQuestions>('bridge', new URL('./program.js', import.meta.url), core);
  try {
    const opened = await worker.ask('open', { folder, call: CALL_BYTES, answer: ANSWER_BYTES });
    const address = readAddress(opened.file);
    const service = address && (await reach(address));
    if (!service) throw new Error('the bridge does not answer');
    const host = new Host(service);
    await host.create();
    const echo = connect({ host: '127.0.0.1', port: opened.echo, noDelay: true });
    const mirror = new Host(echo);
    const result = await duel(
      { round: (count) => host.round(count, true) },
      { round: (count) => mirror.round(count, false) },
      { ...rules, warmUp: what.warmUp },
    );
    service.destroy();
    echo.destroy();
    return { what, duel: result };
  } finally {
    await worker.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The least that can make a call: it sends forty bytes and waits for twenty-one. */
class Host {
  readonly #socket: Socket;
  #number = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
  }

  /** Makes a transport: object 1. */
  async create(): Promise<void> {
    const frame = begun(CALL, ++this.#number);
    head(frame, 0, IComailActivation, 3);
    frame.u8(1);
    frame.raw(guidToBytes(CLSID_ISMTPTransport));
    frame.u8(0);
    frame.u32(1);
    frame.u8(1);
    frame.raw(guidToBytes(ISMTPTransport.guid));
    await new Promise<void>((resolve, reject) => {
      const parser = new FrameParser((kind, _number, body) => {
        if (kind !== ANSWER) return;
        this.#socket.removeAllListeners('data');
        if (body.readInt32LE(0) === 0) resolve();
        else reject(new Error('the transport was not made'));
      });
      this.#socket.on('data', (chunk: Buffer) => parser.push(chunk));
      this.#socket.write(ended(frame) as Buffer);
    });
  }

  /** So many calls, one after the other. */
  round(count: number, checked: boolean): Promise<Round> {
    const begin = performance.now();
    return new Promise((resolve, reject) => {
      let left = count;
      let have = 0;
      const next = (): void => {
        const frame = begun(CALL, ++this.#number);
        head(frame, 1, ISMTPTransport, GET_STATUS);
        this.#socket.write(ended(frame) as Buffer);
      };
      const take = (chunk: Buffer): void => {
        have += chunk.length;
        if (checked && chunk.readInt32LE(12) !== 0) {
          reject(new Error('a call failed'));
          return;
        }
        if (have < ANSWER_BYTES) return;
        have -= ANSWER_BYTES;
        left--;
        if (left > 0) {
          next();
          return;
        }
        this.#socket.off('data', take);
        resolve({ seconds: (performance.now() - begin) / 1000, cpuSeconds: null });
      };
      this.#socket.on('data', take);
      next();
    });
  }
}

function head(frame: ReturnType<typeof begun>, object: number, iid: AnyIid, slot: number): void {
  frame.number(object);
  frame.raw(guidToBytes(iid.guid));
  frame.u16(slot);
  frame.u16(0);
}

/** One row of the table, once it has been measured. */
export function bridgeRow({ what, duel: { ours, rival, ratio } }: BridgeMeasured): string {
  const value = bridgeValue(ratio.median);
  const rates = [ours, rival].map(({ rate }) => `${rate.median.toFixed(0)} /s`);
  const good = value >= what.bound ? 'ok' : 'MISSED';
  return line([what.key, value.toFixed(2), between(ratio), `>= ${what.bound}`, good, ...rates, '? / ?']);
}

/** A ratio as it goes into the JSON object. */
export const bridgeValue = (ratio: number): number => Math.round(ratio * 100) / 100;
