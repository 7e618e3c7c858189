import { PR_MESSAGE_CLASS_W, type PropValue, propId } from '../../../mapi/index.js';
import type { MessagePlan } from '../../plan/plan.js';
import { readTnef } from '../../tnef/read.js';
import { bytesOfPart, type MimePart } from '../parse/part.js';
import { nameOfPart } from './parts.js';

/**
 * What a part says as TNEF.
 *
 * @param bytes the message
 * @param part the part
 * @returns what it holds; null when it is no TNEF, or none that can be read
 * @spec MS-OXTNEF
 */
export function winmailOf(bytes: Buffer, part: MimePart): MessagePlan | null {
  const type = part.type.value;
  const named = type === 'application/octet-stream' && /^winmail\.dat$/i.test(nameOfPart(part));
  if (type !== 'application/ms-tnef' && type !== 'application/vnd.ms-tnef' && !named) return null;
  return readTnef(bytesOfPart(bytes, part));
}

/**
 * A message with what its TNEF adds: properties that mail can't say, and its attachments. Whom it comes from and goes to,
 * when and under which name stays what the header says, on which its way here depended.
 *
 * @param plan the message without its TNEF
 * @param tnef what the TNEF holds
 */
export function withTnef(plan: MessagePlan, tnef: MessagePlan): MessagePlan {
  const messageClass = tnef.props.find(([tag]) => tag === PR_MESSAGE_CLASS_W);
  const has = new Set(plan.props.map(([tag]) => propId(tag)));
  const added = tnef.props.filter(([tag]) => !has.has(propId(tag)));
  const props: PropValue[] = plan.props.map((value) =>
    value[0] === PR_MESSAGE_CLASS_W && messageClass !== undefined ? messageClass : value,
  );
  return {
    props: [...props, ...added],
    named: [...plan.named, ...tnef.named],
    recipients: plan.recipients,
    attachments: [...plan.attachments, ...tnef.attachments],
  };
}
