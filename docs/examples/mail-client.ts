import { logon } from 'comail';

export async function sendLetter(profile: string, to: string): Promise<string> {
  await using session = await logon({ profile });
  const draft = await session.outbox.compose({
    to,
    subject: 'Figures',
    text: 'Attached.',
    attachments: [{ name: 'figures.csv', content: 'month,messages\nOctober,1204\n' }],
  });
  // Now it is in the Outbox, whatever happens; a moment later at the server, or it is known why not.
  const { state, why } = await (await draft.send()).settled();
  return state === 'sent' ? 'sent' : `waiting: ${why}`;
}
