import type { Answers, Parameter, Signature } from '../../src/com/index.js';
import { type Kind, kindOf } from './kinds.js';

/** What marshalling and a native proxy do with one parameter. */
export interface ParameterPlan {
  readonly parameter: Parameter;
  readonly kind: Kind | null;
  /** Its TypeScript type. */
  readonly type: string;
  /** Bytes it takes among the arguments of a call on x86. */
  readonly x86: number;
  /** Why the declaration does not say enough; null when it does. */
  readonly beyond: string | null;
}

/** A method, derived from its declaration alone. */
export interface MethodPlan {
  readonly name: string;
  readonly signature: Signature;
  readonly answers: Answers;
  readonly parameters: readonly ParameterPlan[];
  /** The line of the TypeScript interface. */
  readonly member: string;
  /** Why the declaration does not say enough. */
  readonly beyond: readonly string[];
}

/** What no prototype shows: the array has the length of another parameter's content, the struct has functions in it. */
const known: Readonly<Record<string, string>> = {
  'IPropData::HrSetPropAccess rgulAccess': 'an array as long as the one inside lpPropTagArray',
  'IPropData::HrGetPropAccess lprgulAccess': 'an array as long as the one inside lppPropTagArray',
  'ITnef::FinishComponent lpCustomProps': 'an array as long as the one inside lpCustomPropList',
  'IAddrBook::Address lpAdrParms': 'a structure with function pointers',
  'IMAPISupport::Address lpAdrParms': 'a structure with function pointers',
  'IMAPISyncProgressCallback::Done hThreadDoneEvent': 'a kernel handle, which means nothing in another process',
};

/** Derives the TypeScript member, the sizes and the gaps of a method from its signature. */
export function planMethod(owner: string, name: string, signature: Signature, answers: Answers): MethodPlan {
  const parameters = signature.parameters.map((parameter) =>
    planParameter(`${owner}::${name} ${parameter.name}`, parameter, signature),
  );
  const beyond = parameters.flatMap((plan) => (plan.beyond ? [`${plan.parameter.name}: ${plan.beyond}`] : []));
  if (signature.returns !== 'HRESULT' && signature.outputs.length > 0) beyond.push('a result beside out values');
  return { name, signature, answers, parameters, member: memberOf(name, signature, answers, parameters), beyond };
}

function planParameter(where: string, parameter: Parameter, signature: Signature): ParameterPlan {
  const kind = kindOf(parameter.type, parameter.stars);
  const plan = (type: string, beyond: string | null = null): ParameterPlan => ({
    parameter,
    kind,
    type,
    x86: kind && kind.depth === 0 && kind.is !== 'string' ? Math.max(4, kind.size) : 4,
    beyond: known[where] ?? beyond,
  });
  if (!kind) return plan('unknown', `nothing is known about ${parameter.type}`);
  const counted = parameter.sizeIs !== null;
  const isCount = signature.parameters.some((p) => p.sizeIs === parameter.name || p.lengthIs === parameter.name);
  const level = kind.depth - (parameter.out && !parameter.in ? 1 : 0);
  switch (kind.is) {
    case 'number':
    case 'handle':
      if (level > 1 && !counted) return plan('number', 'an array without a count');
      // A pointer to a number that is only read may be NULL: `lpulMin` of IMAPIProgress::SetLimits.
      return plan(
        counted ? 'readonly number[]' : level === 1 && !parameter.out && !isCount ? 'number | null' : 'number',
      );
    case 'bigint':
      return plan('bigint');
    case 'boolean':
      return plan('boolean');
    case 'string':
      return plan(counted ? 'readonly string[]' : 'string');
    case 'guid':
      return plan(counted ? 'readonly Guid[]' : namesInterface(parameter, signature) ? 'Iid<IUnknown> | null' : 'Guid');
    case 'bytes':
      return plan('Uint8Array', counted ? null : 'a buffer without a size');
    case 'struct':
      return plan(counted ? `readonly ${kind.name}[]` : kind.name);
    case 'interface':
      return plan(parameter.iidIs ? 'IUnknown' : kind.name);
    case 'function':
      return plan(kind.name, 'a function pointer');
    case 'void':
      if (parameter.iidIs) return plan('IUnknown');
      return counted ? plan('Uint8Array') : plan('unknown', 'a void pointer of which nothing says what it points to');
  }
}

function namesInterface(parameter: Parameter, signature: Signature): boolean {
  return signature.parameters.some((p) => p.iidIs === parameter.name);
}

function memberOf(name: string, signature: Signature, answers: Answers, parameters: readonly ParameterPlan[]): string {
  const typeOf = (p: Parameter) => parameters.find((plan) => plan.parameter === p)?.type ?? 'unknown';
  const inputs = signature.inputs.map((p, i) => {
    const trailing = i === signature.inputs.length - 1 && p.name === 'ulFlags' && !p.out;
    const absent = parameters.find((plan) => plan.parameter === p)?.kind?.is === 'interface' ? ' | null' : '';
    return `${p.name}${trailing ? '?' : ''}: ${typeOf(p)}${absent}`;
  });
  const later = (type: string) => (answers === 'later' ? `Promise<${type}>` : type);
  const scalar = signature.returns === 'BOOL' ? 'boolean' : 'number';
  let result = signature.returns === 'HRESULT' ? 'HResult' : scalar;
  const [first, second] = signature.outputs;
  if (first && !second) result = `Ret<${typeOf(first)}>`;
  if (second) result = `Ret<{ ${signature.outputs.map((p) => `readonly ${p.name}: ${typeOf(p)}`).join('; ')} }>`;
  return `${name}(${inputs.join(', ')}): ${later(result)};`;
}
