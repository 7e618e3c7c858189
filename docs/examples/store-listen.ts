import { com, ok } from 'comail/com';
import {
  fnevObjectCreated,
  IMAPIAdviseSink,
  IMessage,
  type IMsgStore,
  MAPI_MESSAGE,
  type NOTIFICATION,
  type OBJECT_NOTIFICATION,
  PR_SUBJECT_W,
} from 'comail/mapi';

/**
 * Calls back for every message that is saved into the store from now on, whoever saves it: this program, or another process
 * with the same file.
 *
 * @returns ends it
 */
export async function onMessage(store: IMsgStore, saved: (subject: string) => void): Promise<() => Promise<void>> {
  const told = async ({ lpEntryID, ulObjType }: OBJECT_NOTIFICATION): Promise<void> => {
    if (ulObjType !== MAPI_MESSAGE) return;
    // It may be gone by now: whoever was told of something looks for himself.
    const [, opened] = await store.OpenEntry(lpEntryID, IMessage);
    if (!opened) return;
    using message = opened.lppUnk;
    const [subject] = await ok(message.GetProps([PR_SUBJECT_W]));
    saved(subject ?? '');
  };
  const OnNotify = (events: readonly NOTIFICATION[]): number => {
    for (const event of events) if (event.ulEventType === fnevObjectCreated) void told(event.info);
    return 0;
  };
  using sink = com({ OnNotify }, IMAPIAdviseSink);
  const connection = await ok(store.Advise(null, fnevObjectCreated, sink));
  return async () => await ok(store.Unadvise(connection));
}
