import { ComError, com, type FinalRelease, type Impl, ok, S_OK } from 'comail/com';
import {
  CURRENT_SPI_VERSION,
  type IMAPISupport,
  type IMessage,
  IXPLogon,
  IXPProvider,
  KEEP_OPEN_READWRITE,
  MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN,
  MAPI_E_NO_SUPPORT,
  MAPI_E_WAIT,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_NDR_DIAG_CODE,
  PR_REPORT_TEXT_W,
  PR_RESOURCE_METHODS,
  PR_RESPONSIBILITY,
  PR_STATUS_CODE,
  PR_SUBJECT_W,
  PropRow,
  prop,
  STATUS_AVAILABLE,
  STATUS_OUTBOUND_ENABLED,
  STATUS_VALIDATE_STATE,
  type SubmittedMessage,
  type TransportAddressTypes,
  type TransportLogon,
} from 'comail/mapi';
import { recipientsOf, registerMessageService, takeResponsibility } from 'comail/subsystem';

/** Rings somebody up: done, the line is busy, or nobody has that number. */
export type Page = (number: string, text: string) => Promise<'done' | 'busy' | 'unknown'>;

/** Makes the message service PAGER known, whose transport takes recipients of the address type PAGER. */
export const registerPager = (page: Page): (() => void) =>
  registerMessageService({
    name: 'PAGER',
    displayName: 'Pager',
    dllName: 'pager',
    providers: [
      {
        resourceType: MAPI_TRANSPORT_PROVIDER,
        name: 'PAGERXP',
        displayName: 'Pager',
        providerDisplay: 'Pager',
        init: async () => [
          S_OK,
          { lpulProviderVer: CURRENT_SPI_VERSION, lppXPProvider: com<IXPProvider>(new Pagers(page), IXPProvider) },
        ],
      },
    ],
  });

class Pagers implements Impl<IXPProvider> {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async TransportLogon(lpMAPISup: IMAPISupport): Promise<TransportLogon> {
    await ok(
      lpMAPISup.ModifyStatusRow(
        [
          prop(PR_DISPLAY_NAME_W, 'Pager'),
          prop(PR_STATUS_CODE, STATUS_AVAILABLE | STATUS_OUTBOUND_ENABLED),
          prop(PR_RESOURCE_METHODS, STATUS_VALIDATE_STATE),
        ],
        0,
      ),
    );
    // Kept beyond this call, so that it is counted.
    lpMAPISup.AddRef();
    const lppXPLogon = com<IXPLogon>(new Pager(lpMAPISup, this.#page), IXPLogon);
    return { lpulFlags: MAPI_UNICODE, lppMAPIError: null, lppXPLogon };
  }

  Shutdown(): void {}
}

class Pager implements Impl<IXPLogon>, FinalRelease {
  readonly #support: IMAPISupport;
  readonly #page: Page;

  constructor(support: IMAPISupport, page: Page) {
    this.#support = support;
    this.#page = page;
  }

  AddressTypes(): TransportAddressTypes {
    return { lpulFlags: MAPI_UNICODE, lpppAdrTypeArray: ['PAGER'], lpppUIDArray: [] };
  }

  async SubmitMessage(_ulFlags: number, lpMessage: IMessage): Promise<SubmittedMessage> {
    const text = (await ok(lpMessage.GetProps([PR_SUBJECT_W])))[0] ?? '';
    for (const row of await recipientsOf(lpMessage)) {
      const recipient = PropRow.fromProps(row);
      // Those of others are true already, and so are those that have it since an earlier attempt.
      if (recipient.get(PR_RESPONSIBILITY) !== false) continue;
      const became = await this.#page(recipient.get(PR_EMAIL_ADDRESS_W) ?? '', text);
      if (became === 'busy') {
        // With a failure the spooler drops what is not saved, and the ones before would be rung up again.
        await ok(lpMessage.SaveChanges(KEEP_OPEN_READWRITE));
        throw new ComError(MAPI_E_WAIT, 'the line is busy', { value: { lpulMsgRef: 0, lpulReturnParm: 60 } });
      }
      if (became === 'unknown') {
        const why = [
          prop(PR_NDR_DIAG_CODE, MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN),
          prop(PR_REPORT_TEXT_W, 'No such number'),
        ];
        await ok(this.#support.StatusRecips(lpMessage, [[...row, ...why]]));
      }
      await takeResponsibility(lpMessage, [row]);
    }
    return { lpulMsgRef: 1, lpulReturnParm: 0 };
  }

  // It sends and does nothing else: nothing to end, to cancel, to fetch or to show.
  EndMessage = (): number => 0;
  TransportNotify = (lpulFlags: number): number => lpulFlags;
  RegisterOptions = () => ({ lpulFlags: MAPI_UNICODE, lppOptions: [] });
  Idle = (): void => undefined;
  Poll = (): number => 0;
  StartMessage = (): number => 1;
  ValidateState = (): void => undefined;
  FlushQueues = (): void => undefined;
  TransportLogoff = (): void => undefined;
  OpenStatusEntry = (): never => {
    throw new ComError(MAPI_E_NO_SUPPORT, 'a pager has no status object');
  };

  finalRelease(): void {
    this.#support.Release();
  }
}
