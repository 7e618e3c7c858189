import { ComError } from '../../com/index.js';
import { MAPI_E_NO_ACCESS } from '../../mapi/index.js';

/**
 * Who has which sections open in this process: many who read, or one who writes.
 *
 * @spec iprovideradmin-openprofilesection
 */
export class SectionOpens {
  readonly #open = new Map<string, { readers: number; writer: boolean }>();

  /**
   * Begins a use.
   *
   * @param key names the section
   * @param write whether it is written
   * @returns ends the use
   * @throws {ComError} `MAPI_E_NO_ACCESS` when it is open in a way that excludes this
   */
  begin(key: string, write: boolean): () => void {
    const use = this.#open.get(key) ?? { readers: 0, writer: false };
    if (use.writer) throw new ComError(MAPI_E_NO_ACCESS, 'somebody has the profile section open for writing');
    if (write && use.readers > 0)
      throw new ComError(
        MAPI_E_NO_ACCESS,
        'the profile section is open for reading, so nobody may open it for writing',
      );
    if (write) use.writer = true;
    else use.readers++;
    this.#open.set(key, use);
    return () => {
      if (write) use.writer = false;
      else use.readers--;
      if (!use.writer && use.readers === 0) this.#open.delete(key);
    };
  }
}
