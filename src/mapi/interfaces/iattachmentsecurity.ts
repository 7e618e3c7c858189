import { type Iid, IUnknown, iid, type Out } from '../../com/index.js';

/**
 * Which attachments are too dangerous to be opened. A session answers it.
 * @spec iattachmentsecurityiunknown
 */
export interface IAttachmentSecurity extends IUnknown {
  /**
   * Tells whether an attachment is kept from being viewed and indexed.
   *
   * @param pwszFileName its file name, whose extension decides
   * @returns `S_OK` with the answer
   * @spec iattachmentsecurity-isattachmentblocked
   */
  IsAttachmentBlocked(pwszFileName: string): Out<boolean>;
}

/** The IID of {@link IAttachmentSecurity:interface}. */
export const IAttachmentSecurity: Iid<IAttachmentSecurity> = iid<IAttachmentSecurity, IUnknown>(
  'IAttachmentSecurity',
  'B2533636-C3F3-416F-BF04-AEFE41ABAAE2',
  IUnknown,
  { IsAttachmentBlocked: '(LPCWSTR pwszFileName, [out] BOOL *pfBlocked)' },
  'later',
);
