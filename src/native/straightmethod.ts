import { ComError, failed, hexOf, hresult, S_OK, type Slot, warn } from '../com/index.js';
import { isScalar } from './layout/ctype.js';
import { BOOL, LONG } from './layout/scalars.js';
import type { Native } from './native.js';

// What the addon passes on at most.
const MOST_ARGUMENTS = 13;

/**
 * The short way into a native method that takes and answers nothing but numbers of 32 bits: most of those that are called often.
 *
 * @returns null when the method has other arguments
 */
export function straightMethod(
  native: Native,
  address: bigint,
  { slot, signature }: Slot,
): ((...args: readonly unknown[]) => unknown) | null {
  const { parameters, inputs, outputs, returns } = signature;
  const [output] = outputs;
  if (
    parameters.length > MOST_ARGUMENTS ||
    outputs.length > 1 ||
    (output && output !== parameters.at(-1)) ||
    parameters.length !== inputs.length + outputs.length
  )
    return null;
  if (!inputs.every((p) => isNumber(native, p))) return null;
  const answer = output ? placeOf(native, output) : null;
  if (output && !answer) return null;
  // One element for all calls of this method: it is read before anything else can run.
  const cell = answer ? new Uint32Array(1) : null;
  // Made when the method is called first, for most methods of most objects never are.
  let made: ((...numbers: readonly number[]) => number) | null = null;
  const bound = () => {
    made ??= native.addon.bind(address, slot, inputs.length, cell) as NonNullable<typeof made>;
    return made;
  };
  const finish = (code: number): unknown => {
    const value = answer && cell ? answer(cell[0] as number) : undefined;
    if (code === S_OK && returns === 'HRESULT') return value;
    if (returns !== 'HRESULT') return code;
    const hr = hresult(code);
    if (failed(hr)) throw new ComError(hr, `the native object answered ${hexOf(hr)}`);
    return warn(hr, value);
  };
  // Written out for the numbers of arguments that nearly all have: gathering arguments in an array costs as much as the call.
  switch (inputs.length) {
    case 0:
      return () => finish((made ?? bound())());
    case 1:
      return (one) => finish((made ?? bound())(one as number));
    case 2:
      return (one, two) => finish((made ?? bound())(one as number, two as number));
    default:
      return (...args) => finish((made ?? bound())(...(args as readonly number[])));
  }
}

type Parameter = Slot['signature']['parameters'][number];

function isNumber(native: Native, p: Parameter): boolean {
  const kind = native.parameters.kindOf(p);
  return !p.out && kind.kind === 'value' && isScalar(kind.type) && kind.type.size(8) === 4 && kind.type !== BOOL;
}

// How the 32 bits that a method puts down read.
function placeOf(native: Native, p: Parameter): ((bits: number) => unknown) | null {
  const kind = native.parameters.kindOf(p);
  if (p.in || kind.kind !== 'place' || !isScalar(kind.type) || kind.type.size(8) !== 4) return null;
  if (kind.type === BOOL) return (bits) => bits !== 0;
  return kind.type === LONG ? (bits) => bits | 0 : (bits) => bits;
}
