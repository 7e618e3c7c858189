declare const brand: unique symbol;

/** A COM status code: 32 bits, signed, as the binary interface carries it. Negative means failure. */
export type HResult = number & { readonly [brand]: 'HRESULT' };

/**
 * Turns a number as headers and pages print it (`0x8004010F`) into the signed value that methods answer.
 *
 * @param code any number whose low 32 bits are the code
 * @returns the signed HRESULT
 * @example
 * ```ts
 * hresult(0x80004005) === -2147467259;
 * ```
 */
export const hresult = (code: number): HResult => (code | 0) as HResult;

/**
 * Builds an HRESULT from its parts, as the `MAKE_HRESULT` macro does.
 *
 * @param severity 0 for success, 1 for failure
 * @param facility the facility, 11 bits
 * @param code the code, 16 bits
 * @returns the signed HRESULT
 */
export const makeHResult = (severity: 0 | 1, facility: number, code: number): HResult =>
  hresult((severity << 31) | ((facility & 0x7ff) << 16) | (code & 0xffff));

/**
 * `FAILED(hr)`: the call did not do what it was asked to.
 *
 * @param hr the code
 * @returns whether it is a failure
 */
export const failed = (hr: HResult): boolean => hr < 0;

/**
 * `SUCCEEDED(hr)`: the call did it, perhaps with a warning (`S_FALSE`, `MAPI_W_ERRORS_RETURNED`).
 *
 * @param hr the code
 * @returns whether it is a success
 */
export const succeeded = (hr: HResult): boolean => hr >= 0;

/**
 * `HRESULT_FACILITY(hr)`: who defined the code.
 *
 * @param hr the code
 * @returns the facility, 11 bits
 */
export const facilityOf = (hr: HResult): number => (hr >>> 16) & 0x7ff;

/**
 * `HRESULT_CODE(hr)`: the low sixteen bits.
 *
 * @param hr the code
 * @returns the low sixteen bits
 */
export const codeOf = (hr: HResult): number => hr & 0xffff;

/**
 * The code as headers print it: `0x80004005`.
 *
 * @param hr the code
 * @returns eight digits behind `0x`
 */
export const hexOf = (hr: HResult): string => `0x${(hr >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;

/** What a method with an out value answers: the value is null exactly when the call failed. */
export type Ret<T> = readonly [hr: HResult, value: T] | readonly [hr: HResult, value: null];

/** What a method answers whose page defines out values for a failure, too: they come with the failing code. */
export type RetWithFailure<T, F> = readonly [hr: HResult, value: T] | readonly [hr: HResult, value: F | null];

/** `HRESULT Method(...)` of an interface that may touch a store, a stream or the wire. */
export type Hr = Promise<HResult>;

/** The same with an out value. */
export type Out<T> = Promise<Ret<T>>;
