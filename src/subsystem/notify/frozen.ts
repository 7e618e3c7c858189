import type { NOTIFICATION } from '../../mapi/index.js';

/**
 * An event that nobody can change any more: frozen, its bytes copied, so that what a provider does with its own later changes
 * nothing for a sink that is told later.
 *
 * @param event the event
 * @returns a frozen copy; rows and property values, which are frozen already, are shared
 */
export function frozenEvent(event: NOTIFICATION): NOTIFICATION {
  const info = Object.fromEntries(Object.entries(event.info).map(([name, value]) => [name, own(value)]));
  return Object.freeze({ ...event, info: Object.freeze(info) }) as unknown as NOTIFICATION;
}

function own(value: unknown): unknown {
  if (value instanceof Uint8Array) return Uint8Array.prototype.slice.call(value);
  if (Array.isArray(value) && !Object.isFrozen(value)) return Object.freeze(value.map(own));
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    return Object.freeze({ ...value });
  return value;
}
