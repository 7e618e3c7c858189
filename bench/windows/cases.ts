/** One row of the table about Windows programs. */
export interface WindowsCase {
  /** Key of the row in the JSON object. */
  readonly key: string;
  /** What is measured, for people. */
  readonly title: string;
  /** Which numbers are good: a time over another one that is at most so long, or a rate over another one that is at least so high. */
  readonly bound: { readonly kind: 'time' | 'rate'; readonly value: number };
  /** How often each side does it before anything is timed. */
  readonly warmUp: number;
}

/**
 * What a program under Wine waits for, in both bitnesses; the number of a row is that of the worse one.
 *
 * - `bridge.call`: a COM call on a transport (`GetStatus`: the DLL, the service, back), over a call on an object that Wine's own
 *   COM keeps in another process (`IPersist::GetClassID`, marshalled by ole32). One program calls both, from the same thread of the
 *   multithreaded apartment, one call after the other.
 * - `bridge.simple_mapi`: one program that calls `MAPISendMail` of mapi32.dll again and again; each answers when the message is
 *   durable. Over the rows that a submission writes, inserted by the driver alone, each message a transaction.
 */
export const windowsCases: readonly [call: WindowsCase, simpleMapi: WindowsCase] = [
  {
    key: 'bridge.call',
    title: "a COM call to the service, over one to a process of Wine's",
    bound: { kind: 'time', value: 0.6 },
    warmUp: 3000,
  },
  {
    key: 'bridge.simple_mapi',
    title: 'MAPISendMail until it is durable, over raw commits',
    bound: { kind: 'rate', value: 0.3 },
    warmUp: 3000,
  },
];
