import { mapiInterfaces } from '../declaration/facts.js';
import { declared } from './declared.js';

/** Why interfaces of the facts are not declared. */
export const undeclaredReasons: Readonly<Record<string, string>> = {
  IUnknown: 'It is declared in src/com.',
};

/** The interfaces of the facts that src/mapi does not declare. */
export const undeclared: readonly { readonly name: string; readonly why: string }[] = mapiInterfaces
  .map(({ name }) => name)
  .filter((name) => !declared.some((iid) => iid.name === name))
  .sort()
  .map((name) => ({ name, why: undeclaredReasons[name] ?? 'Not yet.' }));
