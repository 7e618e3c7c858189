import { fromFile, SmtpClient } from 'comail/smtp';

const client = await SmtpClient.connect({
  host: 'mail.example.org',
  port: 587,
  starttls: 'required',
  credentials: { user: 'ann', password: process.env['MAIL_PASSWORD'] ?? '' },
});
const { refused } = await client.send({
  from: 'ann@example.org',
  to: ['bob@example.org', 'carol@example.org'],
  body: await fromFile('letter.eml'),
});
for (const { address, reply } of refused) console.error(`${address}: ${reply.lines.join(' ')}`);
await client.quit();
