import { ComError, hresult, type marshal, warn } from '../com/index.js';

// What a call came to, on its way through a frame. Both sides have the same form: a code, and what goes with it.

/**
 * Writes what a method answered.
 *
 * @param writer where to
 * @param plan the method
 * @param args what it was called with: some of it may have been changed in place
 * @param result a code, a plain result, or a code with a value
 * @param references who knows the objects
 */
export function writeAnswer(
  writer: marshal.ByteWriter,
  plan: marshal.MethodPlan,
  args: readonly unknown[],
  result: unknown,
  references: marshal.References,
): void {
  const [code, value] = Array.isArray(result) ? (result as [number, unknown]) : [Number(result ?? 0), undefined];
  writer.u32(code);
  const named = plan.outputs.filter(({ parameter }) => !parameter.ref);
  const there = plan.outputs.length === 0 || named.length === 0 ? code >= 0 : value !== null && value !== undefined;
  writer.u8(there ? 1 : 0);
  if (!there) return;
  for (const { parameter, type } of plan.outputs) {
    const one = parameter.ref
      ? args[plan.inputs.findIndex((input) => input.parameter === parameter)]
      : named.length === 1
        ? value
        : (value as Readonly<Record<string, unknown>>)[parameter.name];
    type.write(writer, one, references);
  }
}

/**
 * Writes what a method is called with.
 *
 * @param writer where to
 * @param plan the method
 * @param args the arguments; those at the end may be left out, flags for 0 and pointers for NULL
 * @param references who knows the objects
 */
export function writeInputs(
  writer: marshal.ByteWriter,
  plan: marshal.MethodPlan,
  args: readonly unknown[],
  references: marshal.References,
): void {
  plan.inputs.forEach(({ parameter, type }, i) => {
    const leftOut = parameter.stars > 0 || parameter.type.startsWith('LP') ? null : 0;
    type.write(writer, i < args.length ? args[i] : leftOut, references);
  });
}

/** What {@link readAnswer} reads. */
export interface ReadAnswer {
  /** The HRESULT, or the plain result. */
  readonly code: number;
  /** Whether the values are there. */
  readonly there: boolean;
  /** The values of the outputs in the order of the plan. */
  readonly values: readonly unknown[];
}

/**
 * Reads what {@link writeAnswer} wrote.
 *
 * @param reader where from
 * @param plan the method
 * @param references who knows the objects
 * @throws {MalformedError}
 */
export function readAnswer(
  reader: marshal.ByteReader,
  plan: marshal.MethodPlan,
  references: marshal.References,
): ReadAnswer {
  const code = reader.i32();
  const there = reader.flag();
  const values = there ? plan.outputs.map(({ type }) => type.read(reader, references)) : [];
  reader.end();
  return { code, there, values };
}

/**
 * Makes the answer of a method out of what was read: what an implementation returns or throws.
 *
 * @param plan the method
 * @param args what it was called with; what it changed in place is changed here
 * @param answer what was read
 * @returns the value, with the code where it is a success of its own kind
 * @throws {ComError} for a failure
 */
export function settled(plan: marshal.MethodPlan, args: readonly unknown[], answer: ReadAnswer): unknown {
  const { code, there, values } = answer;
  const named: [string, unknown][] = [];
  plan.outputs.forEach(({ parameter }, i) => {
    if (!there) return;
    if (!parameter.ref) named.push([parameter.name, values[i]]);
    else changeInPlace(args[plan.inputs.findIndex((input) => input.parameter === parameter)], values[i]);
  });
  const value = named.length === 1 ? named[0]?.[1] : named.length > 1 ? Object.fromEntries(named) : undefined;
  if (plan.plain !== null) return plan.plain === 'BOOL' ? code !== 0 : code;
  const hr = hresult(code);
  if (code < 0) throw new ComError(hr, `${plan.where} failed on the other side`, { value });
  return code === 0 ? value : warn(hr, value);
}

function changeInPlace(target: unknown, changed: unknown): void {
  if (Array.isArray(target) && Array.isArray(changed)) target.splice(0, target.length, ...(changed as unknown[]));
  else if (typeof target === 'object' && target !== null && typeof changed === 'object') Object.assign(target, changed);
}
