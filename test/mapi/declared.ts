import type { Iid, Signature } from '../../src/com/index.js';
import * as mapi from '../../src/mapi/index.js';

/** An interface that src/mapi declares. */
export type Declared = Iid<unknown>;

const isIid = (value: unknown): value is Declared =>
  typeof value === 'object' && value !== null && 'guid' in value && 'methods' in value && 'answers' in value;

/** Every interface that src/mapi makes public, by name. */
export const declared: readonly Declared[] = (Object.values(mapi) as readonly unknown[])
  .filter(isIid)
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** A method of its own that a declared interface has. */
export interface DeclaredMethod {
  readonly owner: Declared;
  readonly name: string;
  readonly signature: Signature;
  /** `IMAPIProp::GetProps`. */
  readonly where: string;
}

/** Every method, in the order of interfaces and slots. */
export const declaredMethods: readonly DeclaredMethod[] = declared.flatMap((owner) =>
  [...owner.methods].map(([name, signature]) => ({ owner, name, signature, where: `${owner.name}::${name}` })),
);
