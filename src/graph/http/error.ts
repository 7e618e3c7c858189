import { ComError } from '../../com/index.js';
import {
  MAPI_E_BUSY,
  MAPI_E_COLLISION,
  MAPI_E_COMPUTED,
  MAPI_E_CORRUPT_DATA,
  MAPI_E_DISK_ERROR,
  MAPI_E_FOLDER_CYCLE,
  MAPI_E_HAS_FOLDERS,
  MAPI_E_HAS_MESSAGES,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_INVALID_TYPE,
  MAPI_E_NETWORK_ERROR,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_RECIPIENTS,
  MAPI_E_NOT_ENOUGH_DISK,
  MAPI_E_NOT_ENOUGH_RESOURCES,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_OBJECT_DELETED,
  MAPI_E_STORE_FULL,
  MAPI_E_SUBMITTED,
  MAPI_E_TIMEOUT,
  MAPI_E_TOO_BIG,
  MAPI_E_TOO_COMPLEX,
  MAPI_E_UNEXPECTED_TYPE,
  MAPI_E_UNKNOWN_ENTRYID,
} from '../../mapi/index.js';

/** What may accompany a {@link GraphError}. */
export interface GraphErrorOptions {
  /** What led to it. */
  readonly cause?: unknown;
  /** After how many seconds the caller may come again; the header Retry-After. */
  readonly retryAfter?: number;
  /** More header fields of the answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A failure as Graph tells it: the status, one of Graph's code strings, and words for people. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  /** The status of the answer. */
  readonly status: number;
  /** Graph's code, such as `ErrorItemNotFound`. */
  readonly code: string;
  /** More header fields of the answer. */
  readonly headers: Readonly<Record<string, string>>;

  /**
   * @param status the status of the answer
   * @param code Graph's code
   * @param message for people
   * @param options the cause and what the answer has besides
   */
  constructor(status: number, code: string, message: string, options: GraphErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.status = status;
    this.code = code;
    const retry = options.retryAfter === undefined ? {} : { 'retry-after': String(options.retryAfter) };
    this.headers = Object.freeze({ ...options.headers, ...retry });
  }
}

/** The caller wrote something that is no such request. */
export const badRequest = (message: string): GraphError => new GraphError(400, 'BadRequest', message);

/** The item is not there, or not any more. */
export const itemNotFound = (): GraphError =>
  new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

/** An identifier that none of ours looks like. */
export const malformedId = (): GraphError => new GraphError(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');

/**
 * Any failure as Graph tells it.
 *
 * @param error what was thrown
 * @returns null for what is a bug of comail: nothing but `500` is told of it
 */
export function graphErrorOf(error: unknown): GraphError | null {
  if (error instanceof GraphError) return error;
  if (!(error instanceof ComError)) return null;
  const known = failures.get(error.hr);
  if (!known) return new GraphError(500, 'ErrorInternalServerError', error.message, { cause: error });
  const [status, code, message] = known;
  return new GraphError(status, code, message ?? error.message, {
    cause: error,
    ...(status === 503 ? { retryAfter: 1 } : {}),
  });
}

type Known = readonly [status: number, code: string, message?: string];

const notFound: Known = [404, 'ErrorItemNotFound', 'The specified object was not found in the store.'];
const malformed: Known = [400, 'ErrorInvalidIdMalformed', 'Id is malformed.'];
const full: Known = [507, 'ErrorQuotaExceeded', 'The mailbox is full.'];
const argument: Known = [400, 'ErrorInvalidArgument'];

const failures: ReadonlyMap<number, Known> = new Map<number, Known>([
  [MAPI_E_NOT_FOUND, notFound],
  [MAPI_E_OBJECT_DELETED, notFound],
  [MAPI_E_INVALID_ENTRYID, malformed],
  [MAPI_E_UNKNOWN_ENTRYID, malformed],
  [MAPI_E_INVALID_OBJECT, malformed],
  [MAPI_E_NO_ACCESS, [403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.']],
  [MAPI_E_COLLISION, [409, 'ErrorFolderExists', 'A folder with the specified name already exists.']],
  [MAPI_E_HAS_FOLDERS, [409, 'ErrorCannotDeleteObject']],
  [MAPI_E_HAS_MESSAGES, [409, 'ErrorCannotDeleteObject']],
  [MAPI_E_FOLDER_CYCLE, [400, 'ErrorMoveCopyFailed', 'A folder can not go into one of its own folders.']],
  [MAPI_E_NO_RECIPIENTS, [400, 'ErrorInvalidRecipients', 'At least one recipient is not valid. There are none.']],
  [MAPI_E_SUBMITTED, [409, 'ErrorIrresolvableConflict', 'The message waits to be sent.']],
  [MAPI_E_OBJECT_CHANGED, [409, 'ErrorIrresolvableConflict', 'The item has changed meanwhile.']],
  [MAPI_E_STORE_FULL, full],
  [MAPI_E_NOT_ENOUGH_DISK, full],
  [MAPI_E_TOO_BIG, [413, 'ErrorMessageSizeExceeded']],
  [MAPI_E_TOO_COMPLEX, [400, 'ErrorInvalidRestriction']],
  [MAPI_E_COMPUTED, [400, 'ErrorInvalidPropertySet']],
  [MAPI_E_CORRUPT_DATA, [400, 'ErrorMimeContentInvalid']],
  [MAPI_E_INVALID_PARAMETER, argument],
  [MAPI_E_INVALID_TYPE, argument],
  [MAPI_E_UNEXPECTED_TYPE, argument],
  [MAPI_E_BUSY, [503, 'ErrorServerBusy']],
  [MAPI_E_TIMEOUT, [503, 'ErrorServerBusy']],
  [MAPI_E_NETWORK_ERROR, [503, 'ErrorServerBusy']],
  [MAPI_E_NOT_ENOUGH_RESOURCES, [503, 'ErrorServerBusy']],
  [MAPI_E_DISK_ERROR, [503, 'ErrorServerBusy']],
]);
