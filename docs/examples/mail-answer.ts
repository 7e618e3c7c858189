import { logon } from 'comail';

/** Answers unread messages whose subject begins like this. What cannot be sent now is taken back and stays as a draft. */
export async function answerAll(profile: string, subject: string, text: string): Promise<string[]> {
  await using session = await logon({ profile });
  const answered: string[] = [];
  // A list shows what there was when it was begun, whatever its messages become meanwhile.
  for await (const entry of session.inbox.messages({ where: { unread: true, subject: { startsWith: subject } } })) {
    await using message = await entry.open();
    const reply = await message.reply({ text });
    const submission = await reply.send();
    const { state } = await submission.settled();
    if (state === 'sent') {
      await message.markRead();
      answered.push(entry.from?.address ?? '');
    } else {
      await session.cancel(submission.entryId);
    }
  }
  return answered;
}
