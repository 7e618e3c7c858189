import { resolve } from 'node:path';
import {
  MAPI_TRANSPORT_PROVIDER,
  type MSGSERVICEENTRY,
  prop,
  propId,
  SERVICE_PRIMARY_IDENTITY,
  STATUS_PRIMARY_IDENTITY,
} from '../../mapi/index.js';
import { type MessageService, serviceEntry, writeSettings } from '../../subsystem/index.js';
import { component, XPProviderInit } from './provider.js';
import { readSettings, settingTags } from './settings.js';
import { PR_PIPELINE_PATH } from './tags.js';
import { tracesOf } from './traces.js';

/**
 * The entry point of the message service: checks and writes its properties, `PR_PIPELINE_PATH`, `PR_PIPELINE_ADDRESS` and
 * `PR_PIPELINE_NAME`.
 *
 * @spec msgserviceentry
 */
export const ServiceEntry: MSGSERVICEENTRY = serviceEntry({
  component,
  settings: settingTags,
  second: 'a profile is of one mailbox; make another profile for another one',
  async configure(section, props) {
    const { path } = await readSettings(section, props);
    if (props.length === 0) return;
    // Another working directory must not mean another folder.
    const others = props.filter(([tag]) => propId(tag) !== propId(PR_PIPELINE_PATH));
    await writeSettings(section, [...others, prop(PR_PIPELINE_PATH, resolve(path))]);
  },
});

/** The message service of the pipeline, to be registered. @spec file-format-of-mapisvc-inf */
export const pipelineMessageService: MessageService = Object.freeze({
  name: 'PIPELINE',
  displayName: 'Mail system',
  dllName: 'comail',
  resourceFlags: SERVICE_PRIMARY_IDENTITY,
  // Both have the duty to try again.
  excludes: Object.freeze(['PIPELINE', 'SMTP']),
  entry: Object.freeze({ name: 'ServiceEntry', call: ServiceEntry }),
  traces: tracesOf,
  providers: Object.freeze([
    Object.freeze({
      resourceType: MAPI_TRANSPORT_PROVIDER,
      resourceFlags: STATUS_PRIMARY_IDENTITY,
      name: 'PIPELINEXP',
      displayName: 'Mail system',
      providerDisplay: 'Mail system',
      init: XPProviderInit,
    }),
  ]),
});
