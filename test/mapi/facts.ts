import { readFileSync } from 'node:fs';

/** Reads a file of committed facts. */
export const factsOf = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../reference/${name}`, import.meta.url), 'utf8')) as T;

/** A code of Extended MAPI. */
export interface CodeFact {
  readonly name: string;
  readonly value: string;
}

/** A constant of a header; negative values stand as numbers. */
export interface ConstantFact {
  readonly name: string;
  readonly value: string | number;
  readonly header?: string | null;
}

/** A property that a page describes. */
export interface PropertyFact {
  readonly name: string;
  readonly page: string;
  readonly pr_names: readonly string[];
  readonly type: string;
  readonly tag?: string;
  readonly tag_w?: string;
  readonly tag_a?: string;
  readonly header_tags?: Readonly<Record<string, string>>;
}

/** A named property. */
export interface NamedFact {
  readonly name: string;
  readonly type: string | null;
  readonly set: string | null;
  readonly set_guid: string | null;
  readonly lid: string | null;
  readonly string_name?: string;
}

/** The facts about properties. */
export interface PropertyFacts {
  readonly property_types: readonly { readonly name: string; readonly value: string }[];
  readonly canonical: readonly PropertyFact[];
  readonly named: readonly NamedFact[];
  readonly named_without_page: readonly (Omit<NamedFact, 'name'> & { readonly names: readonly string[] })[];
  readonly other_tags: readonly { readonly tag: string; readonly names: readonly string[] }[];
}
