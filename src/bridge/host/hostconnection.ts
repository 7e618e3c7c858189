import { log } from '../../base/index.js';
import {
  type AnyIid,
  ComError,
  E_FAIL,
  guidToBytes,
  hresult,
  type Iid,
  type IUnknown,
  marshal,
  RPC_E_DISCONNECTED,
  Warning,
} from '../../com/index.js';
import { type BridgeAddress, readAddress } from '../address.js';
import { readAnswer, settled, writeAnswer, writeInputs } from '../answers.js';
import {
  ANSWER,
  begun,
  CALL,
  EVENT,
  FAULT,
  FAULT_OUT_OF_STEP,
  Fault,
  following,
  LETGO,
  RELEASE,
  REPLY,
  WELCOME,
} from '../frames.js';
import { Line } from '../line.js';
import { OwnObjects } from '../ownobjects.js';
import { tableOf } from '../vocabulary.js';
import { HostReferences } from './hostreferences.js';
import { reach } from './reach.js';
import { RemoteObject } from './remote.js';

const { ByteReader, MalformedError } = marshal;

/** A call whose answer has not come. */
interface Pending {
  readonly plan: marshal.MethodPlan;
  readonly args: readonly unknown[];
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** What the service said when it welcomed this host. */
export interface Welcome {
  readonly frameBytes: number;
  readonly objects: number;
  readonly callsAtOnce: number;
  readonly eventsAtOnce: number;
  readonly program: string;
}

/**
 * A host in TypeScript: what the DLLs are in C++. It calls objects of a service in another process, and offers it its own.
 *
 * Methods answer as pointers do, but always with a promise; when the connection is gone they answer `RPC_E_DISCONNECTED`.
 *
 * @example
 * ```ts
 * const host = await HostConnection.open(bridgeFile());
 * const [, transport] = await host.create(CLSID_ISMTPTransport, ISMTPTransport);
 * ```
 */
export class HostConnection {
  /** Why the service closed the connection, in its own words; null while it has not said so. */
  fault: { readonly reason: number; readonly words: string } | null = null;
  /** Fulfilled when the connection is gone, with why. */
  readonly closed: Promise<string>;
  /** What the service said first. */
  readonly welcome: Promise<Welcome>;
  readonly #line: Line;
  readonly #own = new OwnObjects();
  readonly #references: HostReferences;
  readonly #service: RemoteObject;
  readonly #pending = new Map<number, Pending>();
  #welcomed: ((welcome: Welcome) => void) | null = null;
  #lastCall = 0;
  #lastEvent = 0;

  private constructor(socket: NonNullable<Awaited<ReturnType<typeof reach>>>) {
    let gone: (why: string) => void = () => {};
    this.closed = new Promise((resolve) => {
      gone = resolve;
    });
    this.welcome = new Promise((resolve) => {
      this.#welcomed = resolve;
    });
    this.#line = new Line(socket, {
      frame: (kind, number, body) => this.#frame(kind, number, new ByteReader(body)),
      closed: (why) => {
        this.#end(why);
        gone(why);
      },
    });
    this.#references = new HostReferences(
      this.#own,
      (object, iid, slot, plan, args) => this.#call(object, iid, slot, plan, args),
      (object) => this.#release(object),
    );
    this.#service = new RemoteObject(
      0n,
      (object, iid, slot, plan, args) => this.#call(object, iid, slot, plan, args),
      () => {},
    );
  }

  /**
   * Connects to the service.
   *
   * @param where the file that tells where it is, or what it tells
   * @param patience how long the greeting may take, in milliseconds
   * @returns null when no service is there
   */
  static async open(
    where: string | Pick<BridgeAddress, 'port' | 'secret'>,
    patience?: number,
  ): Promise<HostConnection | null> {
    const address = typeof where === 'string' ? readAddress(where) : where;
    const socket = address && (await reach(address, patience));
    return socket ? new HostConnection(socket) : null;
  }

  /** Object 0, by one of its interfaces. */
  root<M>(iid: AnyIid): M {
    return this.#service.face(iid as Iid<IUnknown>) as unknown as M;
  }

  /** How many objects of this host the service has. */
  get ownObjects(): number {
    return this.#own.size;
  }

  /** Ends the connection. */
  close(): void {
    this.#line.fault(new Error('the host ends'), { drop: true });
  }

  #call(
    object: RemoteObject,
    iid: AnyIid,
    slot: number,
    plan: marshal.MethodPlan,
    args: readonly unknown[],
  ): Promise<unknown> {
    if (!this.#line.open) return Promise.resolve(answerOf(plan, RPC_E_DISCONNECTED, null));
    const number = following(this.#lastCall);
    const writer = begun(CALL, number);
    writer.u64(object.number);
    writer.raw(guidToBytes(iid.guid));
    writer.u16(slot);
    writer.u16(0);
    this.#own.begin();
    try {
      writeInputs(writer, plan, args, this.#references);
      if (!this.#line.send(writer)) throw new RangeError('the call is longer than a frame can be');
    } catch (error) {
      this.#own.undo();
      throw error;
    }
    this.#lastCall = number;
    return new Promise((resolve, reject) => {
      this.#pending.set(number, { plan, args, resolve, reject });
    });
  }

  #release(object: RemoteObject): void {
    this.#references.forget(object);
    const writer = begun(RELEASE, 0);
    writer.u64(object.number);
    writer.u32(object.received);
    this.#line.send(writer);
  }

  #frame(kind: number, number: number, body: marshal.ByteReader): void {
    switch (kind) {
      case WELCOME: {
        const [frameBytes, objects, callsAtOnce, eventsAtOnce] = [body.u32(), body.u32(), body.u32(), body.u32()];
        this.#welcomed?.({ frameBytes, objects, callsAtOnce, eventsAtOnce, program: body.text() ?? '' });
        return;
      }
      case ANSWER:
        this.#answered(number, body);
        return;
      case EVENT:
        if (number !== following(this.#lastEvent)) throw new Fault(FAULT_OUT_OF_STEP, `event ${number}`);
        this.#lastEvent = number;
        this.#event(number, body);
        return;
      case LETGO:
        do this.#own.takeBack(body.number(), body.u32());
        while (body.left > 0);
        return;
      case FAULT:
        this.fault = { reason: body.u32(), words: body.text() ?? '' };
        return;
      default:
        throw new MalformedError(`a service sends no frames of kind ${kind}`);
    }
  }

  #answered(number: number, body: marshal.ByteReader): void {
    const pending = this.#pending.get(number);
    if (!pending) throw new Fault(FAULT_OUT_OF_STEP, `nobody waits for answer ${number}`);
    this.#pending.delete(number);
    const { plan, args, resolve } = pending;
    const answer = readAnswer(body, plan, this.#references);
    // What a method hands out is the caller's.
    this.#references.borrowed();
    try {
      const value = settled(plan, args, answer);
      if (value instanceof Warning) resolve(answerOf(plan, value.hr, value.value));
      else resolve(answerOf(plan, plan.plain === null ? 0 : (value as number), value));
    } catch (error) {
      if (!(error instanceof ComError)) throw error;
      resolve(answerOf(plan, error.hr, error.value ?? null));
    }
  }

  #event(number: number, body: marshal.ByteReader): void {
    const object = body.number();
    const table = tableOf(body.key());
    const plan = table?.plans[body.u16()];
    const replies = body.flag();
    body.u8();
    body.u32();
    if (!table || !plan) throw new MalformedError('an event of no method');
    const pointer = this.#own.pointer(object, table.iid);
    const args = plan.inputs.map(({ type }) => type.read(body, this.#references));
    body.end();
    const borrowed = this.#references.borrowed();
    if (!pointer) throw new MalformedError('an event of an interface that the object lacks');
    pointer.AddRef();
    const done = (result: unknown): void => {
      if (replies) this.#reply(number, plan, args, result);
      for (const one of borrowed) one.Release();
      pointer.Release();
    };
    const method = (pointer as unknown as Record<string, (...args: readonly unknown[]) => unknown>)[plan.name];
    const result = method?.apply(pointer, args as unknown[]);
    if (result instanceof Promise) void result.then(done);
    else done(result);
  }

  #reply(number: number, plan: marshal.MethodPlan, args: readonly unknown[], result: unknown): void {
    const writer = begun(REPLY, number);
    const header = writer.length;
    this.#own.begin();
    try {
      writeAnswer(writer, plan, args, result, this.#references);
      if (!this.#line.send(writer)) throw new RangeError('the reply is longer than a frame can be');
    } catch (error) {
      log.error(`the reply of ${plan.where} could not be sent`, error);
      this.#own.undo();
      writer.cut(header);
      writer.u32(E_FAIL);
      writer.u8(0);
      this.#line.send(writer);
    }
  }

  #end(_why: string): void {
    for (const { plan, resolve } of this.#pending.values()) resolve(answerOf(plan, RPC_E_DISCONNECTED, null));
    this.#pending.clear();
    this.#own.clear();
  }
}

/** What a pointer would answer. */
function answerOf(plan: marshal.MethodPlan, code: number, value: unknown): unknown {
  if (plan.plain !== null) return code;
  const values = plan.outputs.some(({ parameter }) => !parameter.ref);
  return values ? [hresult(code), value ?? null] : hresult(code);
}
