import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ComError } from '../../com/index.js';
import {
  MAPI_E_UNCONFIGURED,
  MAPI_TRANSPORT_PROVIDER,
  type MSGSERVICEENTRY,
  prop,
  SERVICE_NO_PRIMARY_IDENTITY,
  STATUS_NO_PRIMARY_IDENTITY,
} from '../../mapi/index.js';
import { type MessageService, serviceEntry, writeSettings } from '../../subsystem/index.js';
import { component, pathIn, XPProviderInit } from './provider.js';
import { PR_DROPFOLDER_PATH } from './tags.js';

/**
 * The entry point of the message service: checks and writes its one property, `PR_DROPFOLDER_PATH`.
 *
 * @spec msgserviceentry
 */
export const ServiceEntry: MSGSERVICEENTRY = serviceEntry({
  component,
  settings: [PR_DROPFOLDER_PATH],
  second: 'add the service once more for another folder',
  async configure(section, props) {
    const given = props[0]?.[1];
    const path = typeof given === 'string' && given !== '' ? given : await pathIn(section);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw new ComError(MAPI_E_UNCONFIGURED, `PR_DROPFOLDER_PATH is no folder: ${path}`);
    // Another working directory must not mean another folder.
    await writeSettings(section, [prop(PR_DROPFOLDER_PATH, resolve(path))]);
  },
});

/** The message service of the drop folder, to be registered. @spec file-format-of-mapisvc-inf */
export const dropFolderMessageService: MessageService = Object.freeze({
  name: 'DROPFOLDER',
  displayName: 'Drop folder',
  dllName: 'comail',
  resourceFlags: SERVICE_NO_PRIMARY_IDENTITY,
  entry: Object.freeze({ name: 'ServiceEntry', call: ServiceEntry }),
  providers: Object.freeze([
    Object.freeze({
      resourceType: MAPI_TRANSPORT_PROVIDER,
      resourceFlags: STATUS_NO_PRIMARY_IDENTITY,
      name: 'DROPFOLDERXP',
      displayName: 'Drop folder',
      providerDisplay: 'Drop folder',
      init: XPProviderInit,
    }),
  ]),
});
