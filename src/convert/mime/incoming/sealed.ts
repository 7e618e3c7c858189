import { PR_ATTACH_MIME_TAG_W, type PropValue, prop } from '../../../mapi/index.js';
import type { AttachmentPlan } from '../../plan/plan.js';
import { fieldOf } from '../parse/header.js';
import { bytesOfPart, type MimePart } from '../parse/part.js';
import { crlfBytes } from '../parse/transfer.js';
import { bytesAttachment, nameProps } from './attached.js';
import { nameOfPart } from './parts.js';

/** A message that is signed or encrypted as a whole. */
export interface Sealed {
  /** PR_MESSAGE_CLASS. */
  readonly messageClass: string;
  /** Its one attachment: the body byte for byte. */
  readonly attachment: AttachmentPlan;
  /** The part that can be read without keys; null when there is none. */
  readonly readable: MimePart | null;
}

/**
 * A message that is signed or encrypted as a whole becomes one attachment, not a byte of which is changed but line ends to
 * those of mail.
 *
 * @param bytes the message
 * @param root its parts
 * @returns what it becomes; null for a message that is neither
 * @spec RFC 1847 section 2 @spec RFC 8551 section 3 @spec MS-OXCMAIL
 */
export function sealedOf(bytes: Buffer, root: MimePart): Sealed | null {
  const type = root.type.value;
  if (type === 'multipart/signed' && root.parts.length > 0)
    return {
      messageClass: 'IPM.Note.SMIME.MultipartSigned',
      attachment: wholeBody(bytes, root, 'multipart/signed'),
      readable: root.parts[0] ?? null,
    };
  if (type === 'multipart/encrypted' && root.parts.length > 0)
    return {
      messageClass: 'IPM.Note.SMIME',
      attachment: wholeBody(bytes, root, 'multipart/encrypted'),
      readable: null,
    };
  if (type !== 'application/pkcs7-mime' && type !== 'application/x-pkcs7-mime') return null;
  // The parameter that says what it holds belongs to it.
  const tag = (fieldOf(root.fields, 'content-type') ?? type).slice(0, 500);
  const props = [prop(PR_ATTACH_MIME_TAG_W, tag), ...nameProps(nameOfPart(root) || 'smime.p7m')];
  return {
    messageClass: 'IPM.Note.SMIME',
    attachment: bytesAttachment(bytesOfPart(bytes, root), props),
    readable: null,
  };
}

function wholeBody(bytes: Buffer, root: MimePart, tag: string): AttachmentPlan {
  const props: PropValue[] = [prop(PR_ATTACH_MIME_TAG_W, tag), ...nameProps('smime.p7m')];
  const fields = contentFields(bytes.toString('latin1', root.start, root.body));
  const body = crlfBytes(bytes.subarray(root.body, root.end));
  return bytesAttachment(Buffer.concat([Buffer.from(`${fields}\r\n`, 'latin1'), body]), props);
}

// As they were written: a signature does not cover them, but the boundary in them is that of the body.
function contentFields(header: string): string {
  const fields = header.split(/\r?\n(?![ \t])/).filter((field) => /^content-[!-9;-~]+[ \t]*:/i.test(field));
  return fields.map((field) => `${field.replaceAll(/\r?\n/g, '\r\n').trimEnd()}\r\n`).join('');
}
