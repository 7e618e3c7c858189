import { resolve } from 'node:path';
import { ComError, ok } from '../../com/index.js';
import {
  MAPI_E_UNCONFIGURED,
  MAPI_STORE_PROVIDER,
  type MSGSERVICEENTRY,
  PR_DISPLAY_NAME_W,
  prop,
  propId,
  SERVICE_NO_PRIMARY_IDENTITY,
  STATUS_DEFAULT_STORE,
  STATUS_NO_PRIMARY_IDENTITY,
} from '../../mapi/index.js';
import { type MessageService, serviceEntry, writeSettings } from '../../subsystem/index.js';
import { MSProviderInit } from './logon/init.js';
import { PR_COMAIL_STORE_PATH_W, providerDisplay } from './logon/profile.js';
import { openStore } from './mailbox/open-store.js';

/**
 * The entry point of the message service: `MSG_SERVICE_CONFIGURE` takes the path of the store's file
 * (`PR_COMAIL_STORE_PATH_W`), which is made when it is not there, and PR_DISPLAY_NAME.
 *
 * @spec msgserviceentry
 */
export const StoreServiceEntry: MSGSERVICEENTRY = serviceEntry({
  component: 'comail message store',
  settings: [PR_COMAIL_STORE_PATH_W, PR_DISPLAY_NAME_W],
  second: 'a service has one store; add the service once more for another store',
  async configure(section, props) {
    const given = props.find(([tag]) => propId(tag) === propId(PR_COMAIL_STORE_PATH_W))?.[1];
    const path = given ?? (await ok(section.GetProps([PR_COMAIL_STORE_PATH_W]))).get(PR_COMAIL_STORE_PATH_W);
    if (typeof path !== 'string' || path === '')
      throw new ComError(MAPI_E_UNCONFIGURED, 'PR_COMAIL_STORE_PATH_W must say where the store lies');
    // A store that is not there is made now, so that a wrong path is told to whoever gave it.
    {
      using _store = await openStore(path, { mode: 'open-or-create' });
    }
    // Another working directory must not mean another store.
    const others = props.filter(([tag]) => propId(tag) !== propId(PR_COMAIL_STORE_PATH_W));
    await writeSettings(section, [...others, prop(PR_COMAIL_STORE_PATH_W, resolve(path))]);
  },
});

/** The message service of the store, to be registered. @spec file-format-of-mapisvc-inf */
export const storeMessageService: MessageService = Object.freeze({
  name: 'COMAIL',
  displayName: 'comail message store',
  dllName: 'comail',
  resourceFlags: SERVICE_NO_PRIMARY_IDENTITY,
  isDefault: true,
  entry: Object.freeze({ name: 'StoreServiceEntry', call: StoreServiceEntry }),
  providers: Object.freeze([
    Object.freeze({
      resourceType: MAPI_STORE_PROVIDER,
      resourceFlags: STATUS_DEFAULT_STORE | STATUS_NO_PRIMARY_IDENTITY,
      name: 'COMAILMS',
      displayName: '',
      providerDisplay,
      init: MSProviderInit,
    }),
  ]),
});
