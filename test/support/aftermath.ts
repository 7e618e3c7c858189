import { ok } from '../../src/com/index.js';
import {
  MAPI_EXTENDED,
  MAPI_NEW_SESSION,
  MAPI_UNICODE,
  PR_BODY_W,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
} from '../../src/mapi/index.js';
import { MAPIInitialize, MAPILogonEx, MAPIUninitialize } from '../../src/subsystem/index.js';
import { PR_SPOOL_DOUBTS } from '../../src/subsystem/spooler/tags.js';
import { contents, defaultStore, flush } from './store-programs/client.js';

/** What lies in the default store when a process has died and the next session has done the rest. */
export interface Left {
  readonly sent: readonly { readonly subject: string; readonly doubts: number }[];
  readonly outbox: readonly string[];
  readonly reports: readonly { readonly subject: string; readonly body: string }[];
}

/** The next session, at once: the dead process has no locks any more, and a flush forgets pauses. */
export async function nextSession(): Promise<Left> {
  MAPIInitialize(null);
  try {
    using session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION));
    let left: Left;
    {
      using store = await defaultStore(session);
      await flush(session);
      const row = await ok(store.GetProps([PR_IPM_OUTBOX_ENTRYID, PR_IPM_SENTMAIL_ENTRYID], 0));
      const inbox = (await ok(store.GetReceiveFolder('', MAPI_UNICODE))).lppEntryID;
      const sent = await contents(store, row.get(PR_IPM_SENTMAIL_ENTRYID), [PR_SUBJECT_W, PR_SPOOL_DOUBTS]);
      const outbox = await contents(store, row.get(PR_IPM_OUTBOX_ENTRYID), [PR_SUBJECT_W]);
      const reports = await contents(store, inbox, [PR_SUBJECT_W, PR_BODY_W]);
      left = {
        sent: sent.map(([subject, doubts]) => ({ subject: `${subject}`, doubts: (doubts as number | null) ?? 0 })),
        outbox: outbox.map(([subject]) => `${subject}`),
        reports: reports.map(([subject, body]) => ({
          subject: `${subject}`.replace('Undeliverable: ', ''),
          body: `${body}`,
        })),
      };
    }
    await ok(session.Logoff(0, 0, 0));
    return left;
  } finally {
    MAPIUninitialize();
  }
}

/** A message as a server got it. */
export class Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string;

  constructor(to: readonly string[], text: string) {
    this.to = to;
    this.subject = /^Subject: (.*)\r$/m.exec(text)?.[1] ?? '';
    this.messageId = /^Message-ID: (.*)\r$/im.exec(text)?.[1] ?? `none in ${text}`;
  }
}
