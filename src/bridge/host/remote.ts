import { type AnyIid, type Iid, type IUnknown, marshal, type Ret } from '../../com/index.js';
import { tableOf } from '../vocabulary.js';

/** An object of the service as a TypeScript host calls it: the same methods, each of them answered by a promise. */
export type Remote<I> = {
  [K in Exclude<keyof I, keyof IUnknown>]: I[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never;
} & {
  /** Asks the object for another of its interfaces. */
  QueryInterface<J extends IUnknown>(riid: Iid<J>): Promise<Ret<Remote<J>>>;
  /** Adds a reference. */
  AddRef(): number;
  /** Gives a reference back; the last one frees the object in the service. */
  Release(): number;
} & Disposable;

/** How a method is called. */
export type RemoteCall = (
  object: RemoteObject,
  iid: AnyIid,
  slot: number,
  plan: marshal.MethodPlan,
  args: readonly unknown[],
) => Promise<unknown>;

/** One object of the service, with the references that this side has. */
export class RemoteObject {
  /** Its number; 0 for the service itself. */
  readonly number: bigint;
  /** How often the number came since it was last given back. */
  received = 0;
  #references = 0;
  readonly #call: RemoteCall;
  readonly #free: (object: RemoteObject) => void;
  readonly #faces = new Map<AnyIid, Remote<IUnknown>>();

  /**
   * @param number its number
   * @param call how its methods are called
   * @param free called when the last reference is gone
   */
  constructor(number: bigint, call: RemoteCall, free: (object: RemoteObject) => void) {
    this.number = number;
    this.#call = call;
    this.#free = free;
  }

  /** The object of something that {@link face} made; null for anything else. */
  static behind(face: unknown): RemoteObject | null {
    return typeof face === 'object' && face !== null ? (objects.get(face) ?? null) : null;
  }

  /** Adds a reference. */
  addRef(): number {
    return ++this.#references;
  }

  /** Gives one back. */
  release(): number {
    this.#references--;
    if (this.#references === 0) this.#free(this);
    return this.#references;
  }

  /** It, as an interface shows it. */
  face<I extends IUnknown>(iid: Iid<I>): Remote<I> {
    const known = this.#faces.get(iid);
    if (known) return known as unknown as Remote<I>;
    const face: Record<string | symbol, unknown> = {
      AddRef: () => this.addRef(),
      Release: () => this.release(),
      [Symbol.dispose]: () => void this.release(),
    };
    interfaceTable(iid).forEach((plan, slot) => {
      if (slot === 1 || slot === 2) return;
      face[plan.name] = (...args: readonly unknown[]) => this.#call(this, iid, slot, plan, args);
    });
    objects.set(face, this);
    this.#faces.set(iid, face as unknown as Remote<IUnknown>);
    return face as unknown as Remote<I>;
  }
}

const objects = new WeakMap<object, RemoteObject>();

const interfaceTable = (iid: AnyIid): readonly marshal.MethodPlan[] => tableOf(marshal.keyOf(iid.guid))?.plans ?? [];
