/** One row of the table about native code. */
export interface NativeCase {
  /** Key of the row in the JSON object. */
  readonly key: string;
  /** What is measured, for people. */
  readonly title: string;
  /** What our time over the other's may be. */
  readonly bound: number;
  /** How often each calls before anything is timed. */
  readonly warmUp: number;
}

/** All rows, in the order in which they are measured. */
export const nativeCases: readonly NativeCase[] = [
  {
    key: 'addon.call',
    title:
      'a method of a native COM object called on the JavaScript thread, over a plain function of Node-API that does the same',
    bound: 4,
    warmUp: 200_000,
  },
];
