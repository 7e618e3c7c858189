import { expect } from 'vitest';
import { setLog } from '../../../../src/base/index.js';
import { E_FAIL, IStream, IUnknown, isPointer, type Parameter } from '../../../../src/com/index.js';
import {
  exists,
  IAttach,
  IMAPIContainer,
  IMAPIFolder,
  IMAPIProp,
  IMAPITable,
  IMessage,
  IMsgStore,
  PR_ATTACH_DATA_BIN,
  PR_BODY_W,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_RECIPIENTS,
  PR_SUBJECT_W,
  prop,
  sortBy,
} from '../../../../src/mapi/index.js';
import { Chance } from '../../../long/chance.js';

/** What a caller may hold in its hands when it calls: objects that are there, one that was released, identifiers. */
export interface Hands {
  readonly alive: readonly IUnknown[];
  readonly released: IUnknown;
  readonly entryIds: readonly Uint8Array[];
}

const numbers = [-1, 1, 2, 3, 0x40, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff, 2 ** 32, 2 ** 53, -(2 ** 40), 1e308];
const wrong: readonly unknown[] = [
  ...[null, undefined, true, false, '', 'text', 'IPM.Note', '\0', NaN, Infinity, 0.5, 10n, -1n, 2n ** 80n],
  ...[
    [],
    {},
    [null],
    [[]],
    [[[]]],
    [undefined, 1],
    { length: 3 },
    Object.create(null),
    () => 1,
    new Date(0),
    /x/,
    new Map(),
  ],
  ...[new Uint8Array(0), new Uint8Array(32), new Uint8Array(4096).fill(0xff), new ArrayBuffer(8), Promise.resolve(1)],
  { aSort: [], cCategories: 3, cExpanded: 7 },
  { rt: 'and', lpRes: null },
  { rt: 'property', relop: 99, ulPropTag: 'x', lpProp: 3 },
  [[PR_SUBJECT_W, 5]],
  [['tag', 'value']],
  [[-1, null]],
  'x'.repeat(100_000),
];

/** The same in every run; `COMAIL_SEED` tries others. */
const seed = Number(process.env['COMAIL_SEED'] ?? 7);

/** One argument that makes no sense where it stands. */
export const nonsense = (chance: Chance, hands: Hands): unknown =>
  chance.of<() => unknown>([
    () => chance.of(numbers),
    () => chance.of(wrong),
    () => chance.of(wrong),
    () => hands.released,
    () => chance.of(hands.alive),
    () => chance.of(hands.entryIds),
  ])();

/** One argument as the prototype asks for it. */
export function plausible(parameter: Parameter, chance: Chance, hands: Hands): unknown {
  const tags = [PR_SUBJECT_W, PR_BODY_W, PR_DISPLAY_NAME_W, PR_ENTRYID, PR_ATTACH_DATA_BIN];
  switch (parameter.type.replace(/^const /, '')) {
    case 'LPENTRYID':
    case 'LPBYTE':
      return chance.of(hands.entryIds);
    case 'LPENTRYLIST':
      return [chance.of(hands.entryIds)];
    case 'LPCIID':
    case 'REFIID':
      return chance.of([
        IUnknown,
        IMAPIProp,
        IMAPIContainer,
        IMAPIFolder,
        IMessage,
        IAttach,
        IMAPITable,
        IMsgStore,
        IStream,
      ]);
    case 'LPSPropTagArray':
      return tags;
    case 'LPSPropValue':
      return [prop(PR_DISPLAY_NAME_W, 'name')];
    case 'LPSRestriction':
      return exists(PR_SUBJECT_W);
    case 'LPSSortOrderSet':
      return sortBy();
    case 'LPTSTR':
    case 'LPSTR':
    case 'LPWSTR':
      return chance.of(['name', 'IPM.Note', 'other']);
    case 'LPADRLIST':
      return [[prop(PR_DISPLAY_NAME_W, 'Ann')]];
    case 'LPMAPIUID':
      return chance.of(['{01020304-0506-0708-090A-0B0C0D0E0F10}', null]);
    case 'LPNOTIFKEY':
      return new Uint8Array([1, 2, 3]);
    case 'LPNOTIFICATION':
      return [{ ulEventType: 4, info: null }];
    case 'LPUNKNOWN':
    case 'LPVOID':
    case 'LPMAPIPROP':
    case 'LPMAPIFOLDER':
    case 'LPMESSAGE':
      return chance.of(hands.alive);
    case 'LPMAPIPROGRESS':
    case 'LPMAPIADVISESINK':
      return null;
  }
  if (parameter.name === 'ulPropTag') return chance.of([...tags, PR_MESSAGE_RECIPIENTS, PR_MESSAGE_ATTACHMENTS]);
  return chance.of([0, 0, 0, 1, 2]);
}

/**
 * Calls one method again and again with arguments that make little sense or none: it answers a code each time, never one that
 * stands for a bug, never by an exception, and the log hears of no bug.
 *
 * @param target the object
 * @param method its method
 * @param inputs what the method is given, as its prototype says
 * @param hands what the caller has
 * @param rounds how many times
 * @returns the codes
 */
export async function pester(
  target: IUnknown,
  method: string,
  inputs: readonly Parameter[],
  hands: Hands,
  rounds = 15,
): Promise<readonly number[]> {
  const logged: unknown[] = [];
  setLog({
    error: (message, error) => void logged.push(`${message}: ${error instanceof Error ? error.stack : String(error)}`),
    warn: () => undefined,
  });
  const chance = new Chance(Buffer.from(method).reduce((sum, byte) => (sum * 31 + byte) % 0x7fff_ffff, seed));
  const codes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const args = inputs.map((parameter) =>
      chance.below(round % 2 === 0 ? 2 : 4) === 0 ? nonsense(chance, hands) : plausible(parameter, chance, hands),
    );
    const call = (target as unknown as Record<string, (...args: readonly unknown[]) => unknown>)[method];
    let answer: unknown;
    try {
      answer = await call?.apply(target, args);
    } catch (error) {
      throw new Error(`${method} threw in round ${round}: ${String(error)}`, { cause: error });
    }
    const hr = Array.isArray(answer) ? answer[0] : answer;
    expect(Number.isInteger(hr), `${method} answered ${String(hr)} in round ${round}`).toBe(true);
    expect(logged, `${method} in round ${round} is a bug`).toEqual([]);
    expect(hr, `${method} in round ${round}`).not.toBe(E_FAIL);
    codes.push(hr as number);
    releaseAll(answer);
  }
  setLog(null);
  return codes;
}

/** Releases every object in what a call answered. */
export function releaseAll(value: unknown, depth = 0): void {
  if (isPointer(value)) (value as IUnknown).Release();
  else if (depth < 3 && Array.isArray(value)) for (const each of value) releaseAll(each, depth + 1);
  else if (
    depth < 3 &&
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype
  )
    for (const each of Object.values(value)) releaseAll(each, depth + 1);
}
