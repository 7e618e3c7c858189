/**
 * The pipeline: a message service whose transport has a durable queue of its own, shared by the mailboxes of a mail system.
 * Policies, routing, delivery to these mailboxes and to other systems, retries and reports all belong to that queue.
 *
 * @module
 */
export { type PolicyAgent, type PolicyMail, type PolicyRecipient, registerPolicyAgent } from './policy/agent.js';
export { XPProviderInit } from './provider.js';
export type {
  PipelineEvent,
  PipelineMailbox,
  PipelineOutcome,
  PipelineRight,
  PipelineStep,
  PipelineTrace,
} from './queue/types.js';
export { pipelineMessageService, ServiceEntry } from './service.js';
export { MailSystem } from './system.js';
export { PR_PIPELINE_ADDRESS, PR_PIPELINE_NAME, PR_PIPELINE_PATH } from './tags.js';
