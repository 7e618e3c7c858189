import {
  MAPI_TRANSPORT_PROVIDER,
  type MSGSERVICEENTRY,
  SERVICE_PRIMARY_IDENTITY,
  STATUS_PRIMARY_IDENTITY,
} from '../../mapi/index.js';
import { type MessageService, serviceEntry, writeSettings } from '../../subsystem/index.js';
import { component, XPProviderInit } from './provider.js';
import { readSettings } from './settings.js';
import { smtpAccountTags } from './tags.js';

/**
 * The entry point of the message service: checks and writes the configuration, which is all in properties
 * (`PR_SMTP_SERVER`, `PR_SMTP_SENDER_ADDRESS` ...). They belong to the section of the service's transport provider.
 *
 * A service is created without a configuration, and configured in a second step: only then does it have to be complete.
 *
 * @spec msgserviceentry
 */
export const ServiceEntry: MSGSERVICEENTRY = serviceEntry({
  component,
  settings: smtpAccountTags,
  second: 'an account has one transport; add the service once more for another account',
  async configure(section, props) {
    // Checked as it will be, before anything of it is written.
    await readSettings(section, props);
    if (props.length > 0) await writeSettings(section, props);
  },
});

/** The message service of the SMTP transport, to be registered. @spec file-format-of-mapisvc-inf */
export const smtpMessageService: MessageService = Object.freeze({
  name: 'SMTP',
  displayName: 'Internet mail (SMTP)',
  dllName: 'comail',
  resourceFlags: SERVICE_PRIMARY_IDENTITY,
  entry: Object.freeze({ name: 'ServiceEntry', call: ServiceEntry }),
  providers: Object.freeze([
    Object.freeze({
      resourceType: MAPI_TRANSPORT_PROVIDER,
      resourceFlags: STATUS_PRIMARY_IDENTITY,
      name: 'SMTPXP',
      displayName: 'SMTP transport',
      providerDisplay: 'Internet mail (SMTP)',
      init: XPProviderInit,
    }),
  ]),
});
