import { failed, type HResult, hexOf } from './hresult.js';
import { nameOf } from './names.js';

/** One finished call through an interface pointer. */
export interface TracedCall {
  /** The interface called through. */
  readonly interfaceName: string;
  /** The object's number. */
  readonly id: number;
  /** The method. */
  readonly method: string;
  /** The arguments as passed. */
  readonly args: readonly unknown[];
  /** The code, or null when the method answers a plain value. */
  readonly hr: HResult | null;
  /** What came with it. */
  readonly value: unknown;
  /** How long it took, in milliseconds. */
  readonly milliseconds: number;
}

/** Receives finished calls. It must not throw; what it throws goes to the log and ends the trace. */
export type TraceListener = (call: TracedCall) => void;

let listener: TraceListener | null = null;

/**
 * Watches every call through every interface pointer of the process. Costs nothing while nobody watches.
 *
 * @param next the listener, or null to stop
 * @returns the listener before
 * @example
 * ```ts
 * setTrace((call) => console.error(formatCall(call)));
 * ```
 */
export function setTrace(next: TraceListener | null): TraceListener | null {
  const before = listener;
  listener = next;
  return before;
}

/** The listener in use, for the thunk. */
export const tracing = (): TraceListener | null => listener;

/**
 * A call as one line: `IMessage#12::SubmitMessage(0) -> 0x80040607 MAPI_E_NO_RECIPIENTS 1.2 ms`. Secrets are masked.
 *
 * @param call the finished call
 * @returns one line without its end
 */
export function formatCall(call: TracedCall): string {
  const args = call.args.map((arg) => show(arg)).join(', ');
  const result = call.hr === null ? show(call.value) : code(call.hr);
  const value = call.hr === null || failed(call.hr) || call.value === undefined ? '' : ` ${show(call.value)}`;
  return `${call.interfaceName}#${call.id}::${call.method}(${args}) -> ${result}${value} ${call.milliseconds.toFixed(1)} ms`;
}

function code(hr: HResult): string {
  const name = nameOf(hr);
  return failed(hr) || name === null ? [hexOf(hr), name].filter(Boolean).join(' ') : name;
}

const secret = /passw|secret|token|credential/i;

function show(value: unknown, depth = 0): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Uint8Array) return `<${value.length} bytes>`;
  if (Array.isArray(value))
    return depth > 1
      ? `[${value.length}]`
      : `[${value
          .slice(0, 4)
          .map((v) => show(v, depth + 1))
          .join(', ')}${value.length > 4 ? ', ...' : ''}]`;
  const label = typeof value.toString === 'function' ? `${value.toString()}` : '[object Object]';
  if (label !== '[object Object]') return label;
  if (depth > 1) return '{...}';
  const entries = Object.entries(value).map(([k, v]) => `${k}: ${secret.test(k) ? '***' : show(v, depth + 1)}`);
  return `{${entries.join(', ')}}`;
}
