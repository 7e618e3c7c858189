import type { Principal } from '../auth/principal.js';
import type { Box } from '../mailbox/box.js';
import { GraphError } from './error.js';
import { CALLS_AT_ONCE } from './limits.js';
import type { Actor } from './route.js';

/** The mailbox of a request. */
export interface Entered {
  readonly box: Box;
  /** As whom mail is written and sent there. */
  readonly actor: Actor;
  /** Whether it is that of somebody else, who has let the caller in. */
  readonly shared: boolean;
}

/**
 * The mailbox that is meant, if the caller may enter it.
 *
 * @param boxes those that the server shows
 * @param principal who asks
 * @param user whose it is, by identifier or principal name; the caller's own when it is undefined
 * @throws {GraphError} `ErrorInvalidUser` for a mailbox that there is not, `ErrorAccessDenied` for one that the caller may not enter
 */
export function enter(boxes: readonly Box[], principal: Principal, user: string | undefined): Entered {
  if (user === undefined && principal.user === null)
    throw new GraphError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  const wanted = user ?? principal.user ?? '';
  const box = boxes.find((one) => one.isOf(wanted));
  if (!box) throw new GraphError(404, 'ErrorInvalidUser', `The requested user '${wanted}' is invalid.`);
  const actor = actorOf(boxes, principal) ?? box;
  const shared = principal.user !== null && !box.isOf(principal.user);
  if (!principal.everyone && shared && !box.isOpenTo(actor.userPrincipalName))
    throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  return { box, actor, shared };
}

/** The mailboxes that a caller may enter. */
export function openTo(boxes: readonly Box[], principal: Principal): readonly Box[] {
  const actor = actorOf(boxes, principal);
  return boxes.filter((box) => principal.everyone || (actor !== null && box.isOpenTo(actor.userPrincipalName)));
}

/** As whom a caller writes and sends; null for a program that acts for itself, which is whatever mailbox it enters. */
export function actorOf(boxes: readonly Box[], { user }: Principal): Actor | null {
  if (user === null) return null;
  return boxes.find((one) => one.isOf(user)) ?? { userPrincipalName: user, displayName: user };
}

/** Counts what is under way for each mailbox or caller, and sends away who comes when there is too much of it. */
export class Throttle {
  readonly #busy = new Map<unknown, number>();

  /**
   * Does something unless too much is under way.
   *
   * @param key what is counted for
   * @param work what is done
   * @throws {GraphError} 429 `ApplicationThrottled`
   */
  async run<T>(key: unknown, work: () => Promise<T>): Promise<T> {
    const under = this.#busy.get(key) ?? 0;
    if (under >= CALLS_AT_ONCE)
      throw new GraphError(429, 'ApplicationThrottled', 'As many requests as can be worked on are under way.', {
        retryAfter: 1,
      });
    this.#busy.set(key, under + 1);
    try {
      return await work();
    } finally {
      const left = (this.#busy.get(key) ?? 1) - 1;
      if (left === 0) this.#busy.delete(key);
      else this.#busy.set(key, left);
    }
  }
}
