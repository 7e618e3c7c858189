import { comailTransport } from 'comail/client';
import { createTransport } from 'nodemailer';

export async function sendLetter(host: string, port: number): Promise<string> {
  const transporter = createTransport(comailTransport({ host, port, maxConnections: 3 }));
  const info = await transporter.sendMail({
    from: 'Ann <ann@example.org>',
    to: 'Bob <bob@example.org>',
    subject: 'Hello',
    text: 'How are you?',
    attachments: [{ filename: 'figures.csv', content: 'month,messages\nOctober,1204\n' }],
  });
  transporter.close();
  return info.response;
}
