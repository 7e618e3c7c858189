import { type AnyIid, com, type IUnknown, marshal } from '../com/index.js';
import { tableOf } from './vocabulary.js';

/** How objects of the host are reached. */
export interface HostPeer {
  /**
   * Calls a method of an object of the host.
   *
   * @param host the object
   * @param iid the interface that declares the method
   * @param slot where it stands in that interface's table
   * @param plan how it is called
   * @param args with what
   * @returns what an implementation returns
   */
  event(host: HostObject, iid: AnyIid, slot: number, plan: marshal.MethodPlan, args: readonly unknown[]): unknown;
  /** The service has no reference left. */
  letGo(host: HostObject): void;
}

/** Stands in the service for an object that lives in the host: its methods are callbacks. */
export class HostObject {
  /** Whose it is. */
  readonly peer: HostPeer;
  /** The host's number for it. */
  readonly number: bigint;
  /** How often it came since it was last let go of. */
  received = 0;
  /** The call in which it was handed over, while that runs; 0 otherwise. */
  call = 0;
  /** What methods answer that were asked for beforehand, because their caller cannot wait. */
  readonly known: Map<string, unknown> = new Map();

  /**
   * @param peer whose it is
   * @param number the host's number for it
   */
  constructor(peer: HostPeer, number: bigint) {
    this.peer = peer;
    this.number = number;
  }

  /** A pointer to it, with a reference. */
  pointer(first: AnyIid, others: readonly AnyIid[]): IUnknown {
    for (const iid of [first, ...others]) Object.assign(this, methodsOf(iid));
    return com<IUnknown>(this as never, first, ...others);
  }

  /** Nobody needs it any more. */
  finalRelease(): void {
    this.peer.letGo(this);
  }
}

type Method = (this: HostObject, ...args: readonly unknown[]) => unknown;

const methods = new WeakMap<AnyIid, Readonly<Record<string, Method>>>();

function methodsOf(iid: AnyIid): Readonly<Record<string, Method>> {
  let known = methods.get(iid);
  if (!known) {
    const made: Record<string, Method> = {};
    const table = tableOf(marshal.keyOf(iid.guid));
    // The first three are those of IUnknown, which are the pointer's own.
    table?.plans.slice(3).forEach((plan, i) => {
      made[plan.name] = function (...args) {
        return this.peer.event(this, iid, i + 3, plan, args);
      };
    });
    known = Object.freeze(made);
    methods.set(iid, known);
  }
  return known;
}

/**
 * The methods whose answer callers need at once, and that can be asked for without anything: limits of a progress indicator.
 *
 * @param iid an interface
 */
export function askedBefore(iid: AnyIid): readonly { readonly slot: number; readonly plan: marshal.MethodPlan }[] {
  let known = nullary.get(iid);
  if (!known) {
    known = (tableOf(marshal.keyOf(iid.guid))?.plans ?? [])
      .map((plan, slot) => ({ plan, slot }))
      .filter(({ plan, slot }) => slot > 2 && !plan.later && plan.inputs.length === 0 && plan.outputs.length > 0);
    nullary.set(iid, known);
  }
  return known;
}

const nullary = new WeakMap<AnyIid, readonly { readonly slot: number; readonly plan: marshal.MethodPlan }[]>();
