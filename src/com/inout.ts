/**
 * A scalar that a callback may change in place: what `DWORD *pdw` is in C++. It also reads as its value, so that
 * `${pdw}` and `pdw + 1` do what one means.
 */
export class InOut<T extends number | bigint | string> {
  /** The value; assign to it to answer another one. */
  value: T;

  /** @param value the value to start from */
  constructor(value: T) {
    this.value = value;
  }

  /** The value. */
  valueOf(): T {
    return this.value;
  }

  /** The value as text. */
  toString(): string {
    return String(this.value);
  }
}
