import { type PropTag, type PropValue, propId, propType } from '../../../../mapi/index.js';
import type { AsciiText } from '../../../../subsystem/index.js';
import type { SqlRow } from '../../driver/index.js';
import { Bag } from '../bag/bag.js';
import { type Columns, propertyValue } from '../columns.js';

/** The small properties of an object as they are stored, in columns and in the bag. Nothing is decoded before it is asked for. */
export class Stored {
  readonly id: number;
  /** The change number. */
  readonly change: number;
  /** How many large values it has; `bigValues` lists them. */
  readonly big: number;
  readonly #columns: Columns;
  readonly #row: SqlRow;
  readonly #bag: Bag;

  /**
   * @param columns the columns whose properties are not in the bag
   * @param row the row with `id`, `bag`, these columns and, where the object has them, `change` and `big`
   */
  constructor(columns: Columns, row: SqlRow) {
    this.id = Number(row['id']);
    this.change = Number(row['change'] ?? 0);
    this.big = Number(row['big'] ?? 0);
    this.#columns = columns;
    this.#row = row;
    this.#bag = new Bag(row['bag'] as Uint8Array);
  }

  /** The bag, which never changes: a save writes another one. */
  get bag(): Bag {
    return this.#bag;
  }

  /**
   * One property with its real type.
   *
   * @param id its identifier
   * @returns null where the object has no such property, or a large one
   * @throws {StoreError} `CORRUPT_STORE`
   */
  entry(id: number): PropValue | null {
    const column = this.#columns.get(id);
    if (!column) return this.#bag.entry(id);
    const value = propertyValue(column, this.#row[column.name]);
    return value === null ? null : [column.tag, value];
  }

  /**
   * One value.
   *
   * @param tag the property; its identifier counts
   * @returns null where the object has no such property, or a large one
   * @throws {StoreError} `CORRUPT_STORE`
   */
  value<T>(tag: PropTag<T>): T | null {
    return (this.entry(propId(tag))?.[1] ?? null) as T | null;
  }

  /**
   * One value if it is of a type.
   *
   * @param tag the property; strings of either width answer to both
   * @returns null where the object has no such property, one of another type, or a large one
   * @throws {StoreError} `CORRUPT_STORE`
   */
  typed<T>(tag: PropTag<T>): T | null {
    const column = this.#columns.get(propId(tag));
    if (!column) return this.#bag.typed(tag);
    return propType(column.tag) === propType(tag) ? (propertyValue(column, this.#row[column.name]) as T | null) : null;
  }

  /** Where a text of ASCII lies; null where there is none, or one with other characters, or a large one. */
  ascii(tag: PropTag<string>): AsciiText | null {
    return this.#columns.has(propId(tag)) ? null : this.#bag.ascii(tag);
  }

  /** The real tag of a property; null where the object has no such one, or a large one. */
  tag(id: number): PropTag | null {
    const column = this.#columns.get(id);
    if (!column) return this.#bag.tag(id * 0x10000);
    return (this.#row[column.name] ?? null) === null ? null : column.tag;
  }

  /** The tags of all properties that are there, large ones not. */
  tags(): PropTag[] {
    const tags: PropTag[] = [];
    for (const { name, tag } of this.#columns.values()) if ((this.#row[name] ?? null) !== null) tags.push(tag);
    tags.push(...this.#bag.tags);
    return tags;
  }

  /** All properties, large ones not. */
  props(): PropValue[] {
    return this.tags().map((tag) => this.entry(propId(tag)) as PropValue);
  }
}
