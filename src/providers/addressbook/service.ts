import { resolve } from 'node:path';
import { ComError, ok } from '../../com/index.js';
import {
  MAPI_AB_PROVIDER,
  MAPI_E_UNCONFIGURED,
  MAPI_UNICODE,
  type MSGSERVICEENTRY,
  PR_DISPLAY_NAME_W,
  PR_PAB_PATH_W,
  prop,
  propId,
  SERVICE_NO_PRIMARY_IDENTITY,
  STATUS_NO_PRIMARY_IDENTITY,
} from '../../mapi/index.js';
import { type MessageService, serviceEntry, writeSettings } from '../../subsystem/index.js';
import { BookFile } from './bookfile.js';
import { ABProviderInit, component } from './provider.js';
import { providerDisplay } from './status.js';

/**
 * The entry point of the message service: `MSG_SERVICE_CONFIGURE` takes the path of the address book (`PR_PAB_PATH`), which is
 * made when it is not there, and PR_DISPLAY_NAME.
 *
 * @spec msgserviceentry
 */
export const AddressBookServiceEntry: MSGSERVICEENTRY = serviceEntry({
  component,
  settings: [PR_PAB_PATH_W, PR_DISPLAY_NAME_W],
  second: 'a service has one address book; add the service once more for another',
  async configure(section, props) {
    const given = props.find(([tag]) => propId(tag) === propId(PR_PAB_PATH_W))?.[1];
    const path = given ?? (await ok(section.GetProps([PR_PAB_PATH_W], MAPI_UNICODE))).get(PR_PAB_PATH_W);
    if (typeof path !== 'string' || path === '')
      throw new ComError(MAPI_E_UNCONFIGURED, 'PR_PAB_PATH must say where the personal address book lies');
    // A wrong path is told to whoever gave it; another working directory must not mean another book.
    new BookFile(resolve(path)).read();
    const others = props.filter(([tag]) => propId(tag) !== propId(PR_PAB_PATH_W));
    await writeSettings(section, [...others, prop(PR_PAB_PATH_W, resolve(path))]);
  },
});

/** The message service of personal address books, to be registered. @spec file-format-of-mapisvc-inf */
export const addressBookMessageService: MessageService = Object.freeze({
  name: 'COMAILPAB',
  displayName: 'Personal address book',
  dllName: 'comail',
  resourceFlags: SERVICE_NO_PRIMARY_IDENTITY,
  entry: Object.freeze({ name: 'AddressBookServiceEntry', call: AddressBookServiceEntry }),
  providers: Object.freeze([
    Object.freeze({
      resourceType: MAPI_AB_PROVIDER,
      resourceFlags: STATUS_NO_PRIMARY_IDENTITY,
      name: 'COMAILPABAB',
      displayName: 'Personal address book',
      providerDisplay,
      init: ABProviderInit,
    }),
  ]),
});
