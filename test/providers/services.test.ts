import { describe, expect, test } from 'vitest';
import { S_OK } from '../../src/com/index.js';
import {
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_UNCONFIGURED,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_UNICODE,
  MSG_SERVICE_CONFIGURE,
  MSG_SERVICE_CREATE,
  MSG_SERVICE_DELETE,
  MSG_SERVICE_INSTALL,
  MSG_SERVICE_PROVIDER_CREATE,
  MSG_SERVICE_PROVIDER_DELETE,
  MSG_SERVICE_UNINSTALL,
  PR_SUBJECT_W,
  prop,
  SERVICE_LOGON_FAILED,
  SERVICE_UI_ALLOWED,
} from '../../src/mapi/index.js';
import { addressBookMessageService } from '../../src/providers/addressbook/index.js';
import { dropFolderMessageService } from '../../src/providers/dropfolder/index.js';
import { smtpMessageService } from '../../src/providers/smtp/index.js';
import { storeMessageService } from '../../src/providers/store/index.js';
import type { MessageService } from '../../src/subsystem/index.js';
import { useLedger } from '../support/ledger.js';
import { Desk } from './smtp/desk.js';

useLedger();

const services: readonly (readonly [string, MessageService])[] = [
  storeMessageService,
  smtpMessageService,
  dropFolderMessageService,
  addressBookMessageService,
].map((service) => [service.name, service]);

describe.each(services)('MSGSERVICEENTRY of %s', (_, { entry }) => {
  const call = async (context: number, flags = 0, props: Parameters<NonNullable<typeof entry>['call']>[4] = null) => {
    using support = new Desk([]).support();
    return await entry?.call(support, 0, flags, context, props, null);
  };

  test('agrees to be installed, created, deleted and uninstalled, whatever it says of dialogs', async () => {
    const flags = MAPI_UNICODE | SERVICE_UI_ALLOWED | SERVICE_LOGON_FAILED;
    for (const context of [MSG_SERVICE_INSTALL, MSG_SERVICE_CREATE, MSG_SERVICE_DELETE, MSG_SERVICE_UNINSTALL])
      expect(await call(context, flags)).toEqual([S_OK, { lppMAPIError: null }]);
  });

  test('has one provider: another is MAPI_E_NO_SUPPORT, and it says what helps', async () => {
    for (const context of [MSG_SERVICE_PROVIDER_CREATE, MSG_SERVICE_PROVIDER_DELETE]) {
      const answer = await call(context);
      expect(answer?.[0]).toBe(MAPI_E_NO_SUPPORT);
      expect(answer?.[1]?.lppMAPIError?.lpszError).toMatch(/add the service once more/);
      expect(answer?.[1]?.lppMAPIError?.lpszComponent).toMatch(/^comail /);
    }
  });

  test('is MAPI_E_UNCONFIGURED without a configuration', async () => {
    expect((await call(MSG_SERVICE_CONFIGURE))?.[0]).toBe(MAPI_E_UNCONFIGURED);
  });

  test('refuses properties that are none of its own, contexts and flags that there are not', async () => {
    expect((await call(MSG_SERVICE_CONFIGURE, 0, [prop(PR_SUBJECT_W, 'x')]))?.[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await call(99))?.[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await call(MSG_SERVICE_CREATE, 0x40000000))?.[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });
});
