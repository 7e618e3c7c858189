/**
 * The front door: what most programs need, from one place. The wire's own names are short (`mail`, `data`, `quit`), so
 * they stand behind `smtp`; every room can also be entered alone, as `comail/com`, `comail/imnxport` and so on.
 *
 * @module
 */

import { addressBookMessageService } from './providers/addressbook/index.js';
import { dropFolderMessageService } from './providers/dropfolder/index.js';
import { pipelineMessageService } from './providers/pipeline/index.js';
import { smtpMessageService } from './providers/smtp/index.js';
import { storeMessageService } from './providers/store/index.js';
import { registerMessageService } from './subsystem/index.js';

// The providers that come with the house, as an installation would write them into MapiSvc.inf.
registerMessageService(storeMessageService);
registerMessageService(smtpMessageService);
registerMessageService(pipelineMessageService);
registerMessageService(dropFolderMessageService);
registerMessageService(addressBookMessageService);

export * from './client/index.js';
export * from './com/index.js';
export * from './imnxport/index.js';
export { addressBookMessageService } from './providers/addressbook/index.js';
export { dropFolderMessageService, PR_DROPFOLDER_PATH } from './providers/dropfolder/index.js';
export {
  MailSystem,
  type PipelineEvent,
  type PipelineMailbox,
  type PipelineOutcome,
  type PipelineRight,
  type PipelineStep,
  type PipelineTrace,
  type PolicyAgent,
  type PolicyMail,
  type PolicyRecipient,
  PR_PIPELINE_ADDRESS,
  PR_PIPELINE_NAME,
  PR_PIPELINE_PATH,
  pipelineMessageService,
  registerPolicyAgent,
} from './providers/pipeline/index.js';
export {
  PR_SMTP_AUTH_KIND,
  PR_SMTP_AUTH_MECHANISM,
  PR_SMTP_CERTIFICATES,
  PR_SMTP_CONNECTIONS,
  PR_SMTP_PORT,
  PR_SMTP_SECRET,
  PR_SMTP_SECURITY,
  PR_SMTP_SENDER_ADDRESS,
  PR_SMTP_SENDER_NAME,
  PR_SMTP_SERVER,
  PR_SMTP_USER,
  SMTP_AUTH_PASSWORD,
  SMTP_AUTH_TOKEN,
  SMTP_SECURITY_AUTO,
  SMTP_SECURITY_NONE,
  SMTP_SECURITY_STARTTLS,
  SMTP_SECURITY_TLS,
  SMTP_TRANSPORT_IN_DOUBT,
  smtpAccountTags,
  smtpMessageService,
} from './providers/smtp/index.js';
export * from './providers/store/index.js';
export * as smtp from './wire/index.js';
