import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError, shown, textAt } from '../route/checks.js';
import type { PolicyAgent } from './agent.js';

/**
 * Checks the names of modules with policies.
 *
 * @param value what stands there
 * @param folder what they are relative to
 * @returns absolute paths
 * @throws {ConfigError}
 */
export function policyFilesIn(value: unknown, folder: string): readonly string[] {
  if (!Array.isArray(value)) throw new ConfigError(`policies is ${shown(value)}; write an array: ["policy.mjs"]`);
  return value.map((one: unknown, index) => {
    const at = `policies[${index}]`;
    const path = resolve(folder, textAt(one, at));
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
      throw new ConfigError(`${at} is ${path}, which is no file; write the name of a JavaScript module`);
    return path;
  });
}

/**
 * Loads policies. A module that has changed since is loaded anew.
 *
 * @param paths the modules, absolute paths
 * @returns their policies, in this order
 * @throws {ConfigError} which module can't be loaded, or exports something else
 */
export async function loadPolicies(paths: readonly string[]): Promise<readonly PolicyAgent[]> {
  const all: PolicyAgent[] = [];
  for (const path of paths) all.push(...(await policiesOf(path)));
  return all;
}

async function policiesOf(path: string): Promise<readonly PolicyAgent[]> {
  const { mtimeMs, size } = statSync(path);
  let exported: unknown;
  try {
    const module = (await import(`${pathToFileURL(path).href}?${mtimeMs}-${size}`)) as { readonly default?: unknown };
    exported = module.default;
  } catch (error) {
    throw new ConfigError(
      `the policies of ${path} can't be loaded: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const policies: readonly unknown[] = Array.isArray(exported) ? exported : [exported];
  if (policies.length > 0 && policies.every(isPolicy)) return policies;
  throw new ConfigError(
    `${path} has no policy as its default export; write \`export default { name: "...", onResolved(mail) { ... } }\``,
  );
}

const isPolicy = (value: unknown): value is PolicyAgent =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<PolicyAgent>).name === 'string' &&
  EVENTS.some((event) => event in value) &&
  EVENTS.every((event) => ['function', 'undefined'].includes(typeof (value as Partial<PolicyAgent>)[event]));

const EVENTS = ['onSubmitted', 'onResolved', 'onRouted'] as const;
