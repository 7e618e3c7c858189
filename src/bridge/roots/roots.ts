import type { AnyIid } from '../../com/index.js';
import { ActivationRoot } from './activation.js';
import { IComailActivation, IComailMapi, IComailMapiUtil, IComailSimpleMapi } from './declared.js';
import { MapiRoot } from './mapi.js';
import { MapiUtilRoot } from './mapiutil.js';
import { SimpleMapiRoot } from './simplemapi.js';

/** Object 0 as one connection sees it. */
export class Roots {
  readonly #mapi = new MapiRoot();
  readonly #simple = new SimpleMapiRoot();
  readonly #targets: ReadonlyMap<AnyIid, object> = new Map<AnyIid, object>([
    [IComailActivation, new ActivationRoot()],
    [IComailMapi, this.#mapi],
    [IComailSimpleMapi, this.#simple],
    [IComailMapiUtil, new MapiUtilRoot(this.#simple)],
  ]);

  /** What stands behind an interface of object 0; null when it has no such. */
  target(iid: AnyIid): object | null {
    return this.#targets.get(iid) ?? null;
  }

  /** The connection is gone: what it began through object 0 ends. */
  end(): void {
    this.#simple.end();
    this.#mapi.end();
  }
}
