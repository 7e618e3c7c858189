import { ComError, type Impl } from '../../com/index.js';
import {
  type EntryId,
  FLUSH_ASYNC_OK,
  FLUSH_DOWNLOAD,
  FLUSH_FORCE,
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  type IMAPIStatus,
  MAPI_E_NO_SUPPORT,
  MAPI_STATUS,
  MAPI_UNICODE,
  PR_DISPLAY_NAME_W,
  PR_OBJECT_TYPE,
  PR_PROVIDER_DISPLAY_W,
  PR_RESOURCE_METHODS,
  PR_STATUS_CODE,
  type PropValue,
  prop,
  STATUS_AVAILABLE,
  STATUS_VALIDATE_STATE,
  UI_READONLY,
  ValidateStateFlags,
} from '../../mapi/index.js';
import { MemoryBag, MemoryRecord, PropObject, requireFlags } from '../../subsystem/index.js';
import type { Book } from './book.js';

const validating = Object.values(ValidateStateFlags.constants).reduce((all, flag) => all | flag, 0);

/** PR_PROVIDER_DISPLAY. */
export const providerDisplay = 'Personal address book';

/** The row of a book in the status table. @spec status-tables */
export const statusRow = (book: Book): readonly PropValue[] => [
  prop(PR_DISPLAY_NAME_W, book.name),
  prop(PR_PROVIDER_DISPLAY_W, providerDisplay),
  prop(PR_RESOURCE_METHODS, STATUS_VALIDATE_STATE),
  prop(PR_STATUS_CODE, STATUS_AVAILABLE),
];

/** The status object of a book: its file can be read, or it says why not. @spec status-object-implementation */
export class BookStatus extends PropObject implements Impl<IMAPIStatus> {
  readonly #book: Book;

  /**
   * @param book the book
   * @param facts what MAPI says of it in its status row
   */
  constructor(book: Book, facts: readonly PropValue[]) {
    const record = new MemoryRecord([...statusRow(book), ...facts, prop(PR_OBJECT_TYPE, MAPI_STATUS)]);
    super({ bag: new MemoryBag(record), transacted: false, writable: false });
    this.#book = book;
  }

  /** Looks at the file again. See {@link IMAPIStatus.ValidateState}. @spec imapistatus-validatestate */
  ValidateState(_ulUIParam: number, ulFlags = 0): void {
    // What is asked of remote transports means nothing here; to look at the file is all there is to do.
    requireFlags(ulFlags, validating);
    this.#book.refresh();
  }

  /** See {@link IMAPIStatus.SettingsDialog}. @spec imapistatus-settingsdialog */
  SettingsDialog(_ulUIParam: number, ulFlags = 0): void {
    requireFlags(ulFlags, UI_READONLY);
    throw new ComError(MAPI_E_NO_SUPPORT, 'there are no dialogs here; configure the message service by properties');
  }

  /** See {@link IMAPIStatus.ChangePassword}. @spec imapistatus-changepassword */
  ChangePassword(_lpOldPass: string, _lpNewPass: string, ulFlags = 0): void {
    requireFlags(ulFlags, MAPI_UNICODE);
    throw new ComError(MAPI_E_NO_SUPPORT, 'the address book has no password');
  }

  /** See {@link IMAPIStatus.FlushQueues}. @spec imapistatus-flushqueues */
  FlushQueues(_ulUIParam: number, _lpTargetTransport: EntryId | null, ulFlags = 0): void {
    requireFlags(ulFlags, FLUSH_UPLOAD | FLUSH_DOWNLOAD | FLUSH_FORCE | FLUSH_NO_UI | FLUSH_ASYNC_OK);
    throw new ComError(MAPI_E_NO_SUPPORT, 'an address book has no queues');
  }
}
