// The SMTP transport with a preprocessor that makes a further message, as one does that sends a cover page ahead.
import { com, type Impl, ok, S_OK } from '../../../src/com/index.js';
import {
  type IMAPIFolder,
  type IMAPISupport,
  type IMessage,
  IXPProvider,
  MAPI_TRANSPORT_PROVIDER,
  MODRECIP_ADD,
  PR_BODY_W,
  PR_MESSAGE_CLASS_W,
  PR_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  type PREPROCESSMESSAGE,
  prop,
  type XPPROVIDERINIT,
} from '../../../src/mapi/index.js';
import { smtpMessageService } from '../../../src/providers/smtp/index.js';
import { type MessageService, registerSpoolerLibrary } from '../../../src/subsystem/index.js';
import { recipient } from './client.js';

/** Makes the preprocessor known to this process. @returns makes it unknown again */
export const registerCoverPages = (): (() => void) => registerSpoolerLibrary('COVERS', { Cover: cover });

/** comail's SMTP transport, which has its messages preprocessed. It has a name of its own: who imports comail has SMTP registered. */
export const coveringSmtp: MessageService = {
  ...smtpMessageService,
  name: 'COVERSMTP',
  providers: smtpMessageService.providers.map((one) => {
    if (one.resourceType !== MAPI_TRANSPORT_PROVIDER) return one;
    const init: XPPROVIDERINIT = async (flags, version) => {
      const [hr, made] = await one.init(flags, version);
      if (!made) return [hr, null];
      const inner = made.lppXPProvider;
      const provider = {
        TransportLogon: async (...args: Parameters<IXPProvider['TransportLogon']>) => {
          const logon = await ok(inner.TransportLogon(...args));
          const support: IMAPISupport = args[0];
          await ok(support.RegisterPreprocessor(null, 'SMTP', 'COVERS', 'Cover', null, 0));
          return logon;
        },
        Shutdown: (flags: number) => inner.Shutdown(flags),
        finalRelease: () => void inner.Release(),
      };
      return [S_OK, { ...made, lppXPProvider: com(provider as unknown as Impl<IXPProvider>, IXPProvider) }];
    };
    return { ...one, init };
  }),
};

const cover: PREPROCESSMESSAGE = async (_session, message: IMessage, _book, folder: IMAPIFolder) => {
  const row = await ok(message.GetProps([PR_SUBJECT_W, PR_SENTMAIL_ENTRYID], 0));
  const extra = await ok(folder.CreateMessage(null, 0));
  await ok(
    extra.SetProps([
      prop(PR_MESSAGE_CLASS_W, 'IPM.Note'),
      prop(PR_SUBJECT_W, `cover of ${row.get(PR_SUBJECT_W) ?? ''}`),
      prop(PR_BODY_W, 'What follows.\r\n'),
      prop(PR_SENTMAIL_ENTRYID, row.get(PR_SENTMAIL_ENTRYID) as Uint8Array),
    ]),
  );
  await ok(extra.ModifyRecipients(MODRECIP_ADD, [recipient('ann@example.org')]));
  return [S_OK, { lpppMessage: [extra], lppRecipList: null }];
};
