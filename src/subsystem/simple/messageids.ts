import { type EntryId, MAPI_E_INVALID_MESSAGE } from '../../mapi/index.js';
import { SimpleError } from './answer.js';

const shortLength = 63;
const longLength = 511;

/**
 * The message identifiers of one session: text that fits the 64 characters of a caller's buffer, 512 with `MAPI_LONG_MSGID`, with
 * the end mark. An entry identifier that does not fit gets a number that the session remembers.
 */
export class MessageIds {
  readonly #numbered = new Map<string, EntryId>();
  readonly #numbers = new Map<string, string>();

  /**
   * @param entryId the message
   * @param long whether the buffer is the long one
   * @returns its identifier
   */
  textOf(entryId: EntryId, long: boolean): string {
    const text = Buffer.from(entryId).toString('base64url');
    if (text.length <= (long ? longLength : shortLength)) return text;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = `#${this.#numbers.size + 1}`;
    this.#numbers.set(text, number);
    this.#numbered.set(number, Uint8Array.from(entryId));
    return number;
  }

  /**
   * @param text an identifier that `textOf` gave out
   * @returns the message
   * @throws {SimpleError} `MAPI_E_INVALID_MESSAGE` for any other text
   */
  entryIdOf(text: string): EntryId {
    const numbered = this.#numbered.get(text);
    if (numbered) return numbered;
    if (!/^[\w-]{28,}$/.test(text))
      throw new SimpleError(MAPI_E_INVALID_MESSAGE, `"${text.slice(0, 80)}" is no identifier of a message`);
    return new Uint8Array(Buffer.from(text, 'base64url'));
  }
}
