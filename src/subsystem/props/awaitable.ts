/** A value now or later. What is at hand costs no waiting. */
export type Awaitable<T> = T | Promise<T>;

/**
 * Goes on with a value, at once when it is at hand.
 *
 * @param value now or later
 * @param next what to do with it
 * @returns what `next` answers, later only if one of both has to wait
 */
export const andThen = <T, R>(value: Awaitable<T>, next: (value: T) => Awaitable<R>): Awaitable<R> =>
  value instanceof Promise ? value.then(next) : next(value);
