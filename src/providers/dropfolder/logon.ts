import { fileTimeNow, log } from '../../base/index.js';
import { acquire, ComError, type Impl, nameOf, ok } from '../../com/index.js';
import { readMail } from '../../convert/index.js';
import {
  type EntryId,
  type IMAPISupport,
  IMessage,
  type IXPLogon,
  MAPI_E_CORRUPT_DATA,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_ME,
  MAPI_E_TOO_BIG,
  MAPI_UNICODE,
  NOTIFY_BEGIN_INBOUND,
  NOTIFY_CONFIG_CHANGE,
  NOTIFY_END_INBOUND,
  NOTIFY_NEWMAIL,
  PR_MESSAGE_DELIVERY_ID,
  type PropValue,
  prop,
  STATUS_INBOUND_ENABLED,
  STATUS_INBOUND_FLUSH,
  type TransportAddressTypes,
} from '../../mapi/index.js';
import {
  Directions,
  flushFlags,
  requireFlags,
  stateOrders,
  TransportSession,
  TransportStatus,
  wasTaken,
} from '../../subsystem/index.js';
import { type Claim, Claims } from './claims.js';
import type { DropFolder } from './folder.js';
import { MailFile } from './mailfile.js';
import { statusCode, statusColumns } from './status.js';

/** A session with a drop folder: it sends nothing, and brings in what lies in the folder. @spec ixplogoniunknown */
export class DropFolderLogon extends TransportSession implements Impl<IXPLogon> {
  readonly #folder: DropFolder;
  readonly #claims: Claims;
  readonly #directions: Directions;
  #inbound: boolean;
  #number = 0;

  /**
   * @param support MAPI's side; the session releases it in the end
   * @param folder where mail lies
   * @param inbound whether mail may come in before the spooler says so (`NOTIFY_BEGIN_INBOUND`)
   */
  constructor(support: IMAPISupport, folder: DropFolder, inbound: boolean) {
    super(support);
    this.#folder = folder;
    this.#claims = new Claims(folder.path);
    this.#inbound = inbound;
    this.#directions = new Directions(support, STATUS_INBOUND_ENABLED | STATUS_INBOUND_FLUSH, statusCode);
  }

  /** It takes nothing. See {@link IXPLogon.AddressTypes}. @spec ixplogon-addresstypes */
  AddressTypes(): TransportAddressTypes {
    // An empty text stands for no type; no text at all would mean all of them.
    return Object.freeze({
      lpulFlags: MAPI_UNICODE,
      lpppAdrTypeArray: Object.freeze(['']),
      lpppUIDArray: Object.freeze([]),
    });
  }

  /** Watches its folder while mail may come in. See {@link IXPLogon.TransportNotify}. @spec ixplogon-transportnotify */
  async TransportNotify(lpulFlags: number, _lpvData: number | EntryId | null): Promise<number> {
    this.requireLife();
    requireFlags(lpulFlags, 0xffffffff);
    if ((lpulFlags & NOTIFY_BEGIN_INBOUND) !== 0) {
      this.#inbound = true;
      this.#folder.watch(() => void this.#tell());
    }
    if ((lpulFlags & NOTIFY_END_INBOUND) !== 0) {
      this.#inbound = false;
      this.#folder.unwatch();
    }
    await this.#directions.notified(lpulFlags);
    return lpulFlags;
  }

  /** It only brings in. See {@link IXPLogon.SubmitMessage}. @spec ixplogon-submitmessage */
  SubmitMessage(_ulFlags: number, _lpMessage: IMessage): never {
    throw new ComError(MAPI_E_NOT_ME, 'a drop folder sends nothing');
  }

  /** Nothing was ever submitted. See {@link IXPLogon.EndMessage}. @spec ixplogon-endmessage */
  EndMessage(_ulMsgRef: number): number {
    throw new ComError(MAPI_E_INVALID_PARAMETER, 'there is no message with this number');
  }

  /** Whether there are files. See {@link IXPLogon.Poll}. @spec ixplogon-poll */
  async Poll(): Promise<number> {
    this.requireLife();
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
    this.requireLife();
    using message = acquire(lpMessage, IMessage, 'lpMessage');
    if (this.#inbound) while ((await this.#next(message)) === 'again');
    return ++this.#number;
  }

  /** Makes the message of one file. */
  async #next(message: IMessage): Promise<'again' | 'over'> {
    const claim = await this.#claim();
    if (!claim) return 'over';
    try {
      if (claim.inherited && (await wasTaken(message, claim.token, this.support))) {
        await this.#claims.done(claim);
        return 'again';
      }
      try {
        await using mail = await MailFile.open(claim.path);
        await readMail(message, mail, { now: fileTimeNow() });
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

  /** See {@link IXPLogon.OpenStatusEntry}. */
  protected override statusObject(facts: readonly PropValue[]): TransportStatus {
    return new TransportStatus([...statusColumns(this.#folder.path, this.#directions.bits), ...facts], this);
  }

  /** Looks whether the folder can be read. See {@link IXPLogon.ValidateState}. @spec ixplogon-validatestate */
  async ValidateState(_ulUIParam: number, ulFlags = 0): Promise<void> {
    this.requireLife();
    const { configChanged } = stateOrders(ulFlags);
    await this.#folder.names();
    if (configChanged) await ok(this.support.SpoolerNotify(NOTIFY_CONFIG_CHANGE, null));
  }

  /** The spooler itself asks for what there is. See {@link IXPLogon.FlushQueues}. @spec ixplogon-flushqueues */
  async FlushQueues(_ulUIParam: number, lpTargetTransport: EntryId | null, ulFlags = 0): Promise<void> {
    this.requireLife();
    await this.#directions.flush(flushFlags(lpTargetTransport, ulFlags));
  }

  protected override finish(): void {
    this.#folder.unwatch();
  }

  async #tell(): Promise<void> {
    try {
      if (this.over || !(await this.#waits()) || this.over) return;
      const hr = await this.support.SpoolerNotify(NOTIFY_NEWMAIL, null);
      if (hr < 0) log.warn(`the spooler does not take the news of mail: ${nameOf(hr)}`);
    } catch (error) {
      log.error(`${this.#folder.path} can't be read`, error);
    }
  }

  async #waits(): Promise<boolean> {
    return (await this.#folder.names()).length > 0 || (await this.#claims.any());
  }
}

/** What no second try would mend. */
const BROKEN: ReadonlySet<number> = new Set([MAPI_E_CORRUPT_DATA, MAPI_E_TOO_BIG]);

// Hundreds of nanoseconds since 1601.
