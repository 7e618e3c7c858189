import { fromFile, type SessionOptions, SmtpClient } from 'comail/smtp';

export async function sendLetter(server: SessionOptions, file: string): Promise<readonly string[]> {
  const client = await SmtpClient.connect({ starttls: 'required', ...server });
  const { accepted, refused } = await client.send({
    from: 'ann@example.org',
    to: ['bob@example.org', 'carol@example.org'],
    body: await fromFile(file),
  });
  for (const { address, reply } of refused) console.error(`${address}: ${reply.lines.join(' ')}`);
  await client.quit();
  return accepted;
}
