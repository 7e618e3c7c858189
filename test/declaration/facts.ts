import { readFileSync } from 'node:fs';

/** A parameter as the reference facts have it. */
export interface FactParam {
  readonly name: string;
  readonly type: string;
  readonly dir: string;
  readonly null_ok?: boolean;
  readonly size_is?: string;
}

/** A method as the reference facts have it. */
export interface FactMethod {
  readonly name: string;
  readonly slot: number | null;
  readonly returns: string;
  readonly params: readonly FactParam[];
  readonly x86_arg_bytes?: number | null;
}

/** An interface as the reference facts have it. */
export interface FactInterface {
  readonly name: string;
  readonly iid: string | null;
  readonly base: string | null;
  readonly pointer_type?: string;
  readonly methods: readonly FactMethod[];
}

/** A struct with its measured size, as far as a header shows it. */
interface FactStruct {
  readonly name: string;
  readonly pointer_typedef: string | null;
}

interface Imnxport {
  readonly interfaces: readonly FactInterface[];
  readonly structs: readonly FactStruct[];
  readonly enums: readonly { readonly name: string }[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../reference/${name}`, import.meta.url), 'utf8'));

const imnxport = read('imnxport.json') as Imnxport;

/** Every interface of Extended MAPI. */
export const mapiInterfaces: readonly FactInterface[] = (
  read('mapi-interfaces.json') as { interfaces: readonly FactInterface[] }
).interfaces;

/** Every interface of the Outlook Express transports of which methods are known. */
export const imnxportInterfaces: readonly FactInterface[] = imnxport.interfaces;

/** The structures of the transports, by the name of their pointer type. */
export const imnxportStructs: ReadonlyMap<string, string> = new Map(
  imnxport.structs.flatMap((row) => (row.pointer_typedef ? [[row.pointer_typedef, row.name]] : [])),
);

/** The enumerations of the transports. */
export const imnxportEnums: ReadonlySet<string> = new Set(imnxport.enums.map((row) => row.name));
