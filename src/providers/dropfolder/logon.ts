import { readFile } from 'node:fs/promises';
import { log } from '../../base/index.js';
import {
  acquire,
  ComError,
  com,
  type FinalRelease,
  type Iid,
  type Impl,
  type IUnknown,
  nameOf,
  ok,
} from '../../com/index.js';
import { readMail } from '../../convert/index.js';
import {
  BOOKMARK_BEGINNING,
  type EntryId,
  eq,
  FLUSH_DOWNLOAD,
  FLUSH_FORCE,
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  IMAPIFolder,
  IMAPIProp,
  IMAPIStatus,
  type IMAPISupport,
  IMessage,
  type IXPLogon,
  MAPI_E_CORRUPT_DATA,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_ME,
  MAPI_E_TOO_BIG,
  MAPI_MODIFY,
  MAPI_STATUS,
  MAPI_UNICODE,
  NOTIFY_BEGIN_INBOUND,
  NOTIFY_END_INBOUND,
  NOTIFY_NEWMAIL,
  type OpenedStatus,
  PR_MESSAGE_DELIVERY_ID,
  PR_PARENT_ENTRYID,
  prop,
  type TransportAddressTypes,
  type TransportOptions,
} from '../../mapi/index.js';
import { type Claim, Claims } from './claims.js';
import { requireFlags } from './flags.js';
import type { DropFolder } from './folder.js';
import { DropFolderStatus } from './status.js';

/** A session with a drop folder: it sends nothing, and brings in what lies in the folder. @spec ixplogoniunknown */
export class DropFolderLogon implements Impl<IXPLogon>, FinalRelease {
  readonly #support: IMAPISupport;
  readonly #folder: DropFolder;
  readonly #claims: Claims;
  readonly #ended: () => void;
  readonly #inbound: boolean;
  #over = false;
  #number = 0;

  /**
   * @param support MAPI's side; the session releases it in the end
   * @param folder where mail lies
   * @param inbound whether the session is to bring in mail at all
   * @param ended told when the session is over
   */
  constructor(support: IMAPISupport, folder: DropFolder, inbound: boolean, ended: () => void) {
    this.#support = support;
    this.#folder = folder;
    this.#claims = new Claims(folder.path);
    this.#inbound = inbound;
    this.#ended = ended;
  }

  /** Letting go of a session ends it. */
  finalRelease(): void {
    this.end();
  }

  /** It takes nothing. See {@link IXPLogon.AddressTypes}. @spec ixplogon-addresstypes */
  AddressTypes(): TransportAddressTypes {
    const none = Object.freeze([]);
    return Object.freeze({ lpulFlags: MAPI_UNICODE, lpppAdrTypeArray: none, lpppUIDArray: none });
  }

  /** There are none. See {@link IXPLogon.RegisterOptions}. */
  RegisterOptions(): TransportOptions {
    return Object.freeze({ lpulFlags: MAPI_UNICODE, lppOptions: Object.freeze([]) });
  }

  /** Watches its folder while mail may come in. See {@link IXPLogon.TransportNotify}. @spec ixplogon-transportnotify */
  TransportNotify(lpulFlags: number, _lpvData: number | EntryId | null): number {
    this.#requireLife();
    if ((lpulFlags & NOTIFY_BEGIN_INBOUND) !== 0 && this.#inbound) this.#folder.watch(() => void this.#tell());
    if ((lpulFlags & NOTIFY_END_INBOUND) !== 0) this.#folder.unwatch();
    return lpulFlags;
  }

  /** There is nothing that waits for it. See {@link IXPLogon.Idle}. @spec ixplogon-idle */
  Idle(ulFlags = 0): void {
    requireFlags(ulFlags, 0);
  }

  /** See {@link IXPLogon.TransportLogoff}. @spec ixplogon-transportlogoff */
  TransportLogoff(ulFlags = 0): void {
    requireFlags(ulFlags, 0);
    this.end();
  }

  /** It only brings in. See {@link IXPLogon.SubmitMessage}. @spec ixplogon-submitmessage */
  SubmitMessage(_ulFlags: number, _lpMessage: IMessage): never {
    throw new ComError(MAPI_E_NOT_ME, 'a drop folder sends nothing');
  }

  /** Nothing was ever submitted. See {@link IXPLogon.EndMessage}. @spec ixplogon-endmessage */
  EndMessage(ulMsgRef: number): number {
    throw new ComError(MAPI_E_INVALID_PARAMETER, `there is no message with the number ${String(ulMsgRef)}`);
  }

  /** Whether there are files. See {@link IXPLogon.Poll}. @spec ixplogon-poll */
  async Poll(): Promise<number> {
    this.#requireLife();
    return this.#inbound && (await this.#waits()) ? 1 : 0;
  }

  /**
   * Fills the message from the first file in order and saves it; only then the file goes. One that is no message is put aside,
   * and the next has its turn. Nothing is saved when there is none. See {@link IXPLogon.StartMessage}.
   *
   * @spec ixplogon-startmessage
   */
  async StartMessage(ulFlags: number, lpMessage: IMessage): Promise<number> {
    requireFlags(ulFlags, 0);
    this.#requireLife();
    using message = acquire(lpMessage, IMessage, 'lpMessage');
    if (this.#inbound) while ((await this.#next(message)) === 'again');
    return ++this.#number;
  }

  /** Makes the message of one file. */
  async #next(message: IMessage): Promise<'again' | 'over'> {
    const claim = await this.#claim();
    if (!claim) return 'over';
    try {
      if (claim.inherited && (await this.#wasSaved(message, claim))) {
        await this.#claims.done(claim);
        return 'again';
      }
      try {
        await readMail(message, await readFile(claim.path), { now: fileTimeNow() });
      } catch (error) {
        if (!(error instanceof ComError) || !BROKEN.has(error.hr)) throw error;
        log.warn(`${claim.name} was put aside: ${error.message}`);
        await this.#folder.putAside(claim.path, claim.name);
        await this.#claims.done(claim);
        return 'again';
      }
      // Saved with the message, so that whoever finds the file after a crash can see whether that was done.
      await ok(message.SetProps([prop(PR_MESSAGE_DELIVERY_ID, claim.token)]));
      await ok(message.SaveChanges(0));
      await this.#claims.done(claim);
      return 'over';
    } catch (error) {
      this.#claims.release(claim);
      throw error;
    }
  }

  async #claim(): Promise<Claim | null> {
    const left = await this.#claims.inherit();
    if (left) return left;
    for (const name of await this.#folder.names()) {
      const claim = await this.#claims.take(name);
      if (claim) return claim;
    }
    return null;
  }

  /** Whether the message of a file lies where messages come in. Nobody had time to put it elsewhere. */
  async #wasSaved(message: IMessage, { token }: Claim): Promise<boolean> {
    const parent = (await ok(message.GetProps([PR_PARENT_ENTRYID], 0))).get(PR_PARENT_ENTRYID);
    if (parent === null) return false;
    using folder = (await ok(this.#support.OpenEntry(parent, IMAPIFolder, 0))).lppUnk;
    using table = await ok(folder.GetContentsTable(MAPI_UNICODE));
    const [hr] = [await table.FindRow(eq(PR_MESSAGE_DELIVERY_ID, token), BOOKMARK_BEGINNING, 0)];
    if (hr !== MAPI_E_NOT_FOUND) await ok(Promise.resolve(hr));
    return hr !== MAPI_E_NOT_FOUND;
  }

  /** See {@link IXPLogon.OpenStatusEntry}. @spec ixplogon-openstatusentry */
  OpenStatusEntry<I extends IUnknown>(lpInterface: Iid<I> | null, ulFlags = 0): OpenedStatus<I> {
    requireFlags(ulFlags, MAPI_MODIFY);
    if (lpInterface !== null && lpInterface.guid !== IMAPIStatus.guid && lpInterface.guid !== IMAPIProp.guid)
      throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'a status object is an IMAPIStatus');
    const status = com<IMAPIStatus>(new DropFolderStatus(this.#folder.path, this), IMAPIStatus);
    return Object.freeze({ lpulObjType: MAPI_STATUS, lppEntry: status as unknown as I });
  }

  /** Looks whether the folder can be read. See {@link IXPLogon.ValidateState}. @spec ixplogon-validatestate */
  async ValidateState(_ulUIParam: number, _ulFlags = 0): Promise<void> {
    this.#requireLife();
    await this.#folder.names();
  }

  /** The spooler itself asks for what there is. See {@link IXPLogon.FlushQueues}. @spec ixplogon-flushqueues */
  FlushQueues(_ulUIParam: number, _lpTargetTransport: EntryId | null, ulFlags = 0): void {
    this.#requireLife();
    requireFlags(ulFlags, FLUSH_UPLOAD | FLUSH_DOWNLOAD | FLUSH_FORCE | FLUSH_NO_UI);
  }

  /** Ends the session; the support object goes last. */
  end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#folder.unwatch();
    this.#ended();
    this.#support.Release();
  }

  async #tell(): Promise<void> {
    try {
      if (this.#over || !(await this.#waits()) || this.#over) return;
      const hr = await this.#support.SpoolerNotify(NOTIFY_NEWMAIL, null);
      if (hr < 0) log.warn(`the spooler does not take the news of mail: ${nameOf(hr)}`);
    } catch (error) {
      log.error(`${this.#folder.path} can't be read`, error);
    }
  }

  async #waits(): Promise<boolean> {
    return (await this.#folder.names()).length > 0 || (await this.#claims.any());
  }

  #requireLife(): void {
    if (this.#over) throw new ComError(MAPI_E_INVALID_OBJECT, 'the transport was logged off');
  }
}

/** What no second try would mend. */
const BROKEN: ReadonlySet<number> = new Set([MAPI_E_CORRUPT_DATA, MAPI_E_TOO_BIG]);

// Hundreds of nanoseconds since 1601.
const fileTimeNow = (): bigint => BigInt(Date.now()) * 10_000n + 116_444_736_000_000_000n;
