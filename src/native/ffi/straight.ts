import { hresult } from '../../com/index.js';
import { type Addon, loadAddon } from '../addon.js';
import type { FunctionDeclaration, NativeType } from './declaration.js';

const MOST_WORDS = 13;

/**
 * A way to call a function on this thread's own stack. koffi makes its calls on another one, where the native code that it calls cannot
 * enter JavaScript again, so that COM objects of TypeScript would be out of its reach.
 *
 * @param address the function
 * @param declaration its type
 * @returns null without the addon, or when the function takes more than its calls can carry
 */
export function straightCall(
  address: bigint,
  declaration: FunctionDeclaration,
): ((args: readonly unknown[]) => unknown) | null {
  const { addon } = loadAddon();
  if (!addon || declaration.parameters.length > MOST_WORDS || needsTwoWords(addon, declaration)) return null;
  return (args) => {
    const texts: Buffer[] = [];
    let room = 0;
    let pointers = 0;
    const words = declaration.parameters.map((type, at) => {
      if (type !== 'text' || args[at] === null || args[at] === undefined) return wordOf(type, args[at]);
      const text = Buffer.from(`${args[at] as string}\0`);
      texts.push(text);
      pointers |= 1 << at;
      room += text.length;
      return BigInt(room - text.length);
    });
    const result = addon.callFunction(
      address,
      BigUint64Array.from(words),
      pointers,
      Buffer.concat(texts),
      declaration.convention === 'stdcall',
    );
    return answered(declaration.result, result ?? 0n, addon);
  };
}

// Where pointers have 32 bits, a wide argument would take two words.
const needsTwoWords = ({ pointerSize }: Addon, { parameters }: FunctionDeclaration): boolean =>
  pointerSize === 4 && parameters.includes('LARGE_INTEGER');

function wordOf(type: NativeType, value: unknown): bigint {
  if (type === 'BOOL') return value ? 1n : 0n;
  return BigInt.asUintN(64, BigInt((value ?? 0) as bigint | number));
}

function answered(type: NativeType, bits: bigint, addon: Addon): unknown {
  switch (type) {
    case 'void':
      return undefined;
    case 'HRESULT':
      return hresult(Number(BigInt.asIntN(32, bits)));
    case 'LONG':
      return Number(BigInt.asIntN(32, bits));
    case 'ULONG':
      return Number(BigInt.asUintN(32, bits));
    case 'BOOL':
      return BigInt.asUintN(32, bits) !== 0n;
    case 'LARGE_INTEGER':
      return BigInt.asIntN(64, bits);
    case 'pointer':
      return BigInt.asUintN(addon.pointerSize * 8, bits);
    default:
      return bits === 0n ? null : addon.peek(bits, -1).toString();
  }
}
