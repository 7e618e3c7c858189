import {
  type AnyIid,
  ComError,
  E_OUTOFMEMORY,
  guidToBytes,
  marshal,
  RPC_E_CANTCALLOUT_INASYNCCALL,
  RPC_E_DISCONNECTED,
  RPC_E_TIMEOUT,
  Warning,
  warn,
} from '../com/index.js';
import { MAPI_E_NO_SUPPORT } from '../mapi/index.js';
import { type ReadAnswer, readAnswer, settled, writeInputs } from './answers.js';
import { begun, EVENT, FAULT_OUT_OF_STEP, Fault, following, LETGO } from './frames.js';
import type { HostObject, HostPeer } from './hostobject.js';
import { eventsAtOnce, streamMs, streamPiece } from './limits.js';
import type { Line } from './line.js';
import type { OwnObjects } from './ownobjects.js';
import { ServiceReferences } from './servicereferences.js';

/** A callback whose answer is waited for. */
interface Asked {
  readonly plan: marshal.MethodPlan;
  readonly args: readonly unknown[];
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly timer: NodeJS.Timeout | null;
}

/** The calls of the service on objects of one host: callbacks, in the order in which things happen, and their replies. */
export class HostCalls implements HostPeer {
  /** Who knows the objects of the connection. */
  readonly references: ServiceReferences;
  readonly #line: Line;
  readonly #own: OwnObjects;
  readonly #asked = new Map<number, Asked>();
  /** Callbacks whose time was over: a reply to them is passed over. */
  readonly #late = new Set<number>();
  #last = 0;

  /**
   * @param line the connection
   * @param own the objects of the service
   */
  constructor(line: Line, own: OwnObjects) {
    this.#line = line;
    this.#own = own;
    this.references = new ServiceReferences(own, this);
  }

  event(host: HostObject, iid: AnyIid, slot: number, plan: marshal.MethodPlan, args: readonly unknown[]): unknown {
    if (!plan.later && plan.outputs.some(({ parameter }) => !parameter.ref)) {
      const known = host.known.get(plan.name);
      if (known instanceof ComError) throw known;
      if (known !== undefined) return known;
      throw new ComError(RPC_E_CANTCALLOUT_INASYNCCALL, `${plan.where} cannot be asked while its caller waits`);
    }
    if (!plan.replies) {
      this.#send(host, iid, slot, plan, args);
      return plan.plain === null ? undefined : 0;
    }
    if (isRead(plan) && Number(args[0]) > streamPiece) return this.#read(host, iid, slot, plan, Number(args[0]));
    return this.ask(host, iid, slot, plan, args);
  }

  letGo(host: HostObject): void {
    this.references.forget(host);
    const writer = begun(LETGO, 0);
    writer.u64(host.number);
    writer.u32(host.received);
    this.#line.send(writer);
  }

  /**
   * Calls a method and waits for its reply.
   *
   * @throws {ComError} what it failed with; `RPC_E_DISCONNECTED`, `RPC_E_TIMEOUT`
   */
  async ask(
    host: HostObject,
    iid: AnyIid,
    slot: number,
    plan: marshal.MethodPlan,
    args: readonly unknown[],
  ): Promise<unknown> {
    if (this.#asked.size >= eventsAtOnce)
      throw new ComError(E_OUTOFMEMORY, `more than ${eventsAtOnce} callbacks are unanswered`);
    const number = this.#send(host, iid, slot, plan, args);
    return await new Promise((resolve, reject) => {
      // Whoever asks a person has a deadline of its own.
      const timer = plan.later ? setTimeout(() => this.#tooLate(number), streamMs) : null;
      this.#asked.set(number, { plan, args, resolve, reject, timer });
    });
  }

  /**
   * A reply came.
   *
   * @param number the callback that it answers
   * @param body the answer
   * @throws {Fault} when nobody waits for it, `MalformedError` when it is none
   */
  reply(number: number, body: marshal.ByteReader): void {
    const asked = this.#asked.get(number);
    if (!asked) {
      if (this.#late.delete(number)) return;
      throw new Fault(FAULT_OUT_OF_STEP, `nobody waits for reply ${number}`);
    }
    const { plan, args, resolve, reject, timer } = asked;
    let answer: ReadAnswer;
    try {
      answer = readAnswer(body, plan, this.references);
    } finally {
      // What a callback hands out belongs to whoever called it, so none of it is given back here.
      this.references.borrowed();
    }
    if (isRead(plan) && ((answer.values[0] as Uint8Array | null)?.length ?? 0) > Number(args[0]))
      throw new marshal.MalformedError('a stream answers more than was asked for');
    this.#asked.delete(number);
    if (timer) clearTimeout(timer);
    try {
      resolve(settled(plan, args, answer));
    } catch (error) {
      reject(error);
    }
  }

  /** The connection is gone: nobody answers any more. */
  end(why: string): void {
    for (const { reject, timer } of this.#asked.values()) {
      if (timer) clearTimeout(timer);
      reject(new ComError(RPC_E_DISCONNECTED, `the program is gone: ${why}`));
    }
    this.#asked.clear();
  }

  #tooLate(number: number): void {
    const asked = this.#asked.get(number);
    this.#asked.delete(number);
    this.#late.add(number);
    const words = `the program did not answer ${asked?.plan.where ?? ''} in ${streamMs / 1000} seconds`;
    asked?.reject(new ComError(RPC_E_TIMEOUT, words));
  }

  /** A large read is several: what a frame holds is bounded. */
  async #read(host: HostObject, iid: AnyIid, slot: number, plan: marshal.MethodPlan, cb: number): Promise<unknown> {
    const pieces: Uint8Array[] = [];
    for (let left = cb; ; ) {
      const wanted = Math.min(left, streamPiece);
      const answer = await this.ask(host, iid, slot, plan, [wanted]);
      const piece = (answer instanceof Warning ? answer.value : answer) as Uint8Array;
      pieces.push(piece);
      left -= piece.length;
      if (piece.length === wanted && left > 0) continue;
      const whole = Buffer.concat(pieces);
      return answer instanceof Warning ? warn(answer.hr, whole) : whole;
    }
  }

  #send(host: HostObject, iid: AnyIid, slot: number, plan: marshal.MethodPlan, args: readonly unknown[]): number {
    if (!this.#line.open) throw new ComError(RPC_E_DISCONNECTED, 'the program is gone');
    if (plan.beyond !== null)
      throw new ComError(MAPI_E_NO_SUPPORT, `${plan.where} cannot be called from another process`);
    const number = following(this.#last);
    const writer = begun(EVENT, number);
    writer.u64(host.number);
    writer.raw(guidToBytes(iid.guid));
    writer.u16(slot);
    writer.u8(plan.replies ? 1 : 0);
    writer.u8(0);
    writer.u32(host.call);
    this.#own.begin();
    try {
      writeInputs(writer, plan, args, this.references);
      if (!this.#line.send(writer)) throw new ComError(E_OUTOFMEMORY, 'the callback is longer than a frame can be');
    } catch (error) {
      this.#own.undo();
      throw error;
    }
    this.#last = number;
    return number;
  }
}

const isRead = (plan: marshal.MethodPlan): boolean => plan.where === 'ISequentialStream::Read';
