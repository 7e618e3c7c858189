import { type AnyIid, type IUnknown, invalidate, ok, S_OK, slots } from '../../../com/index.js';
import { type IMAPISupport, LOGOFF_ABORT, MAPI_E_INVALID_OBJECT, NOTIFY_READYTOSEND } from '../../../mapi/index.js';

/**
 * Who uses a store.
 *
 * - `client`: a program that was logged on by `IMSProvider.Logon`. It may not do what is the spooler's.
 * - `spooler`: the spooler, by `IMSProvider.SpoolerLogon`.
 * - `alone`: a program that opened the store without a session. There is nobody else, so it may also do what the spooler does.
 */
export type Role = 'client' | 'spooler' | 'alone';

/** Who logged on to a store, and MAPI's side of the logon. */
export class Caller {
  /** Who it is. */
  readonly role: Role;
  readonly #mail: boolean;
  #support: IMAPISupport | null;
  #readiness: Promise<void> | null = null;
  #isReady = false;
  #logoff: number | null = null;
  #leaving: Promise<void> | null = null;

  /**
   * @param role who it is
   * @param support MAPI's side, with a reference that is the caller's from now on; null without a session
   * @param mail whether the store is for sending and receiving: without `MDB_NO_MAIL`
   */
  constructor(role: Role, support: IMAPISupport | null, mail = true) {
    this.role = role;
    this.#mail = mail;
    this.#support = support;
  }

  /** MAPI's side; null without a session, and when the logon has ended. */
  get support(): IMAPISupport | null {
    return this.#support;
  }

  /** Keeps what StoreLogoff asked for until the store is released. */
  set logoff(flags: number) {
    this.#logoff = flags;
  }

  /** Has the transports logged on before the first message is submitted, once for each logon; null when nothing has to be waited for. */
  ready(): Promise<void> | null {
    const support = this.#support;
    if (!support || !this.#mail || this.#isReady) return null;
    this.#readiness ??= ok(support.SpoolerNotify(NOTIFY_READYTOSEND, null)).then(
      () => {
        this.#isReady = true;
      },
      (error: unknown) => {
        this.#readiness = null;
        throw error;
      },
    );
    return this.#readiness;
  }

  /**
   * Makes an object of the store unusable while somebody still holds it.
   *
   * @param pointer the object
   * @param iid the interface of the pointer
   */
  async invalidate(pointer: IUnknown, iid: AnyIid): Promise<void> {
    pointer.AddRef();
    const count = pointer.Release();
    const answer = await this.#support?.MakeInvalid(0, pointer, count, slots(iid).length);
    // Without a session, or where MAPI could not, nobody else does it.
    if (answer !== S_OK) invalidate(pointer, MAPI_E_INVALID_OBJECT);
  }

  /**
   * The last object was released: MAPI hears at once how mail under way shall end, before whoever released it can end the session.
   *
   * @spec imsgstore-storelogoff
   */
  leave(): void {
    // The spooler is who logs the transports off: it needs not be asked to.
    if (this.#support && this.role === 'client')
      this.#leaving = ok(this.#support.StoreLogoffTransports(this.#logoff ?? LOGOFF_ABORT)).then(() => undefined);
    // Whoever ends the logon is told.
    this.#leaving?.catch(() => undefined);
  }

  /** Ends the logon: MAPI loses its reference. */
  async end(): Promise<void> {
    const support = this.#support;
    if (!support) return;
    this.#support = null;
    try {
      await this.#leaving;
    } finally {
      support.Release();
    }
  }
}
