/** One line of docs/spec/index.tsv. */
export interface Row {
  /** Page name as `@spec` cites it, or `RFC 5321`. */
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly note: string;
}
export const statuses: readonly string[];
export function readIndex(top: string): Row[];
export function writeIndex(top: string, rows: readonly Row[]): void;
export function byId(a: Pick<Row, 'id'>, b: Pick<Row, 'id'>): number;
export function citationsIn(text: string): string[];
export function citations(top: string): Map<string, string[]>;
export function disagreements(rows: readonly Row[], found: ReadonlyMap<string, readonly string[]>): string[];
