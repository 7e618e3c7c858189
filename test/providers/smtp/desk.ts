import { ComError, com, describe, type Impl, ok, S_OK, warn } from '../../../src/com/index.js';
import {
  type AdrList,
  CURRENT_SPI_VERSION,
  IMAPISupport,
  IProfSect,
  type IXPLogon,
  MAPI_E_CALL_FAILED,
  MAPI_W_CANCEL_MESSAGE,
  type IMessage as Message,
  NOTIFY_BEGIN_OUTBOUND,
  PR_DISPLAY_NAME_W,
  PR_NDR_DIAG_CODE,
  PR_REPORT_TEXT_W,
  PR_RESPONSIBILITY,
  PR_STATUS_CODE,
  PR_STATUS_STRING_W,
  PropRow,
  type PropValue,
  prop,
  STATUSROW_UPDATE,
  type SubmittedMessage,
} from '../../../src/mapi/index.js';
import {
  PR_SMTP_PORT,
  PR_SMTP_SECURITY,
  PR_SMTP_SENDER_ADDRESS,
  PR_SMTP_SENDER_NAME,
  PR_SMTP_SERVER,
  SMTP_SECURITY_NONE,
  XPProviderInit,
} from '../../../src/providers/smtp/index.js';
import { createOneOffEntryId, MemoryBag, MemoryRecord, PropObject } from '../../../src/subsystem/index.js';
import { rowsOf } from '../store/mailbox/stores.js';

/** A report that the transport asked for. */
export interface Report {
  readonly name: string | null;
  readonly text: string | null;
  readonly diagnostic: number | null;
}

/** MAPI's side of a transport's session, kept by the test: a section, a status row, the reports asked for. */
export class Desk {
  readonly reports: Report[] = [];
  /** The flags of SpoolerNotify. */
  readonly told: number[] = [];
  readonly section: MemoryRecord;
  status = new Map<number, PropValue>();
  cancel = false;
  /** Whether StatusRecips fails. */
  speechless = false;

  constructor(props: readonly PropValue[]) {
    this.section = new MemoryRecord(props);
  }

  /** PR_STATUS_CODE. */
  get code(): number {
    return this.#row.get(PR_STATUS_CODE) ?? 0;
  }

  /** PR_STATUS_STRING. */
  get words(): string {
    return this.#row.get(PR_STATUS_STRING_W) ?? '';
  }

  get #row(): PropRow {
    return PropRow.fromProps([...this.status.values()]);
  }

  /** A new pointer to it. */
  support(): IMAPISupport {
    const methods = {
      OpenProfileSection: () =>
        com(
          new PropObject({
            bag: new MemoryBag(this.section, true),
            transacted: false,
            writable: true,
          }) as Impl<IProfSect>,
          IProfSect,
        ),
      CreateOneOff: (name: string | null, addressType: string, address: string) =>
        createOneOffEntryId({ name: name ?? '', addressType, address, richInfo: false }),
      ModifyStatusRow: (columns: readonly PropValue[], flags: number) => {
        if ((flags & STATUSROW_UPDATE) === 0) this.status.clear();
        for (const entry of columns) this.status.set(entry[0] >>> 16, entry);
      },
      SpoolerNotify: (flags: number) => void this.told.push(flags),
      SpoolerYield: () => (this.cancel ? warn(MAPI_W_CANCEL_MESSAGE) : undefined),
      StatusRecips: (_message: Message, list: AdrList) => {
        if (this.speechless) throw new ComError(MAPI_E_CALL_FAILED, 'no report can be made');
        for (const entry of list) {
          const row = PropRow.fromProps(entry);
          this.reports.push({
            name: row.get(PR_DISPLAY_NAME_W),
            text: row.get(PR_REPORT_TEXT_W),
            diagnostic: row.get(PR_NDR_DIAG_CODE),
          });
        }
      },
    };
    return com(methods as unknown as Impl<IMAPISupport>, IMAPISupport);
  }
}

/** The configuration for a server of a test. */
export const account = (port: number, ...more: readonly PropValue[]): readonly PropValue[] => [
  prop(PR_SMTP_SERVER, '127.0.0.1'),
  prop(PR_SMTP_PORT, port),
  prop(PR_SMTP_SECURITY, SMTP_SECURITY_NONE),
  prop(PR_SMTP_SENDER_ADDRESS, 'ann@example.org'),
  prop(PR_SMTP_SENDER_NAME, 'Ann'),
  ...more,
];

/** A transport that is logged on, with sending turned on; it is logged off in the end. */
export interface Transport extends AsyncDisposable {
  readonly logon: IXPLogon;
}

/** Logs a transport on. */
export async function loggedOn(desk: Desk): Promise<Transport> {
  const { lppXPProvider: provider } = await ok(XPProviderInit(0, CURRENT_SPI_VERSION));
  using support = desk.support();
  const [, session] = await provider.TransportLogon(support, 0, 'Ann', 0);
  if (session === null || !('lppXPLogon' in session)) throw new Error(session?.lppMAPIError?.lpszError ?? 'no logon');
  const logon = session.lppXPLogon;
  await ok(logon.TransportNotify(NOTIFY_BEGIN_OUTBOUND, null));
  return {
    logon,
    async [Symbol.asyncDispose]() {
      await ok(logon.TransportLogoff());
      logon.Release();
      await ok(provider.Shutdown(0));
      provider.Release();
    },
  };
}

/** SubmitMessage that has to succeed. */
export async function sent(logon: IXPLogon, message: Message): Promise<SubmittedMessage> {
  const [hr, told] = await logon.SubmitMessage(0, message);
  if (told === null || hr !== S_OK) throw new Error(`SubmitMessage answered ${describe(hr)}`);
  return told;
}

/** PR_RESPONSIBILITY of each recipient, by name. */
export async function responsibility(message: Message): Promise<Record<string, boolean | null>> {
  using table = await ok(message.GetRecipientTable(0));
  const rows = await rowsOf(table, [PR_DISPLAY_NAME_W, PR_RESPONSIBILITY]);
  return Object.fromEntries(rows.map(([name, done]) => [name as string, done as boolean | null]));
}
