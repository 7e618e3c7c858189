import type { Socket } from 'node:net';
import { log, version } from '../base/index.js';
import {
  ComError,
  E_FAIL,
  E_NOINTERFACE,
  E_OUTOFMEMORY,
  IUnknown,
  implementationOf,
  interfaceOf,
  isPointer,
  marshal,
} from '../com/index.js';
import { MAPI_E_NO_SUPPORT } from '../mapi/index.js';
import { writeAnswer } from './answers.js';
import {
  ANSWER,
  begun,
  CALL,
  ended,
  FAULT_ENDING,
  FAULT_LIMIT,
  FAULT_OUT_OF_STEP,
  Fault,
  following,
  RELEASE,
  REPLY,
  WELCOME,
} from './frames.js';
import { HostCalls } from './hostcalls.js';
import { askedBefore, HostObject } from './hostobject.js';
import { callsAtOnce, eventsAtOnce, frameBytes, maxObjects, waitingCalls } from './limits.js';
import { Line } from './line.js';
import { OwnObjects } from './ownobjects.js';
import type { Roots } from './roots/roots.js';
import { tableOf } from './vocabulary.js';

const { ByteReader, MalformedError } = marshal;

/** What a method is called on: a pointer, or a root. */
type Target = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** A call that runs. */
interface Running {
  readonly number: number;
  readonly plan: marshal.MethodPlan;
  readonly args: readonly unknown[];
  /** The pointers that its frame made, and its object: given back when it has ended. */
  readonly held: readonly IUnknown[];
}

/** Serves one host behind its greeting: runs its calls, calls it back, and frees all it had when it is gone. */
export class ServiceConnection {
  readonly #line: Line;
  readonly #own = new OwnObjects();
  readonly #calls: HostCalls;
  readonly #roots: Roots;
  readonly #closed: (ended: ServiceConnection) => void;
  readonly #waiting: (() => void)[] = [];
  #last = 0;
  #running = 0;

  /**
   * @param socket the connection, after its greeting
   * @param roots what hangs on object 0
   * @param closed called once, with this connection, when everything is freed; before the constructor returns where the first frame fails
   */
  constructor(socket: Socket, roots: Roots, closed: (ended: ServiceConnection) => void) {
    this.#roots = roots;
    this.#closed = closed;
    this.#line = new Line(socket, {
      frame: (kind, number, body) => this.#frame(kind, number, new ByteReader(body)),
      closed: (why) => this.#end(why),
    });
    this.#calls = new HostCalls(this.#line, this.#own);
    const welcome = begun(WELCOME, 0);
    for (const number of [frameBytes, maxObjects, callsAtOnce, eventsAtOnce]) welcome.u32(number);
    welcome.text(`comail ${version()}`);
    this.#line.send(welcome);
  }

  /** Whether it still serves its host. */
  get open(): boolean {
    return this.#line.open;
  }

  /** Ends it, and tells the host that the service ends. */
  close(): void {
    this.#line.fault(new Fault(FAULT_ENDING, 'the service ends'));
  }

  #frame(kind: number, number: number, body: marshal.ByteReader): void {
    switch (kind) {
      case CALL:
        if (number !== following(this.#last))
          throw new Fault(FAULT_OUT_OF_STEP, `call ${number} came behind call ${this.#last}`);
        this.#last = number;
        this.#queue(number, body);
        return;
      case RELEASE:
        if (number !== 0) throw new Fault(FAULT_OUT_OF_STEP, 'a release has no number');
        do this.#own.takeBack(body.number(), body.u32());
        while (body.left > 0);
        return;
      case REPLY:
        this.#calls.reply(number, body);
        return;
      default:
        throw new MalformedError(`a host sends no frames of kind ${kind}`);
    }
  }

  #queue(number: number, body: marshal.ByteReader): void {
    if (this.#running < callsAtOnce) {
      this.#call(number, body);
      return;
    }
    if (this.#waiting.length >= waitingCalls) throw new Fault(FAULT_LIMIT, `more than ${waitingCalls} calls wait`);
    this.#waiting.push(() => {
      try {
        this.#call(number, body);
      } catch (error) {
        this.#line.fault(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  #call(number: number, body: marshal.ByteReader): void {
    const { references } = this.#calls;
    const object = body.number();
    const table = tableOf(body.key());
    const slot = body.u16();
    if (body.u16() !== 0) throw new MalformedError('the header of a call is none');
    const pointer = object === 0 ? null : this.#own.pointer(object, table?.iid ?? IUnknown);
    const target = object === 0 ? table && this.#roots.target(table.iid) : pointer;
    if (!target || !table) {
      this.#refuse(number, E_NOINTERFACE);
      return;
    }
    const plan = table.plans[slot];
    if (!plan || slot === 1 || slot === 2) throw new MalformedError(`${table.iid.name} has no slot ${slot} to call`);
    if (plan.beyond !== null) {
      this.#refuse(number, MAPI_E_NO_SUPPORT);
      return;
    }
    const args: unknown[] = [];
    references.call = number;
    try {
      for (const { type } of plan.inputs) args.push(type.read(body, references));
      body.end();
    } catch (error) {
      release(references.borrowed());
      if (!(error instanceof ComError)) throw error;
      this.#refuse(number, error.hr);
      return;
    } finally {
      references.call = 0;
    }
    pointer?.AddRef();
    const held = pointer ? [...references.borrowed(), pointer] : references.borrowed();
    this.#run(target as unknown as Target, { number, plan, args, held });
  }

  #run(target: Target, running: Running): void {
    const { plan, args, held } = running;
    this.#running++;
    const failed = (error: unknown): void => {
      log.error(`${plan.where} could not be called`, error);
      this.#done(running, [E_FAIL, null]);
    };
    const before = held.flatMap((pointer) => this.#askedBefore(pointer));
    if (before.length > 0) {
      void Promise.all(before)
        .then(() => target[plan.name]?.(...args))
        .then((result) => this.#done(running, result), failed);
      return;
    }
    let result: unknown;
    try {
      result = target[plan.name]?.(...args);
    } catch (error) {
      failed(error);
      return;
    }
    if (result instanceof Promise) void result.then((later) => this.#done(running, later), failed);
    else this.#done(running, result);
  }

  #done(running: Running, result: unknown): void {
    const { number, held } = running;
    this.#running--;
    const answer = this.#written(running, result);
    for (const pointer of held) {
      const host = hostOf(pointer);
      if (host?.call === number) host.call = 0;
    }
    // Before the answer: what the program handed over for the call alone is its own again when the call returns.
    release(held);
    this.#line.put(answer);
    if (this.#running < callsAtOnce) this.#waiting.shift()?.();
  }

  /** Asks an object of the host what its callers will need at once. */
  #askedBefore(pointer: IUnknown): Promise<void>[] {
    const host = hostOf(pointer);
    const iid = interfaceOf(pointer);
    if (!host || !iid) return [];
    return askedBefore(iid).map(async ({ plan, slot }) => {
      try {
        host.known.set(plan.name, await this.#calls.ask(host, iid, slot, plan, []));
      } catch (error) {
        if (!(error instanceof ComError)) throw error;
        // Whoever asks gets the failure.
        host.known.set(plan.name, error);
      }
    });
  }

  /** The frame of an answer. */
  #written({ number, plan, args }: Running, result: unknown): Buffer {
    const writer = begun(ANSWER, number);
    let frame: Buffer | null;
    this.#own.begin();
    try {
      writeAnswer(writer, plan, args, result, this.#calls.references);
      frame = ended(writer);
      if (!frame) throw new ComError(E_OUTOFMEMORY, 'the answer is longer than a frame can be');
    } catch (error) {
      this.#own.undo();
      if (!(error instanceof ComError)) log.error(`the answer of ${plan.where} could not be sent`, error);
      frame = refusal(number, error instanceof ComError ? error.hr : E_FAIL);
    }
    // What a method hands out belongs to its caller, which is this connection; its table has references of its own.
    const value: unknown = Array.isArray(result) ? result[1] : null;
    const outputs = plan.outputs.length === 1 ? [value] : Object.values(value ?? {});
    release(outputs.filter(isPointer) as IUnknown[]);
    return frame;
  }

  #refuse(number: number, hr: number): void {
    this.#line.put(refusal(number, hr));
  }

  #end(why: string): void {
    this.#waiting.length = 0;
    this.#calls.end(why);
    this.#own.clear();
    this.#roots.end();
    this.#closed(this);
  }
}

function refusal(number: number, hr: number): Buffer {
  const writer = begun(ANSWER, number);
  writer.u32(hr);
  writer.u8(0);
  return ended(writer) as Buffer;
}

function hostOf(pointer: IUnknown): HostObject | null {
  const impl = implementationOf(pointer);
  return impl instanceof HostObject ? impl : null;
}

function release(pointers: readonly IUnknown[]): void {
  for (const pointer of pointers) pointer.Release();
}
