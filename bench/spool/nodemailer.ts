import { createTransport } from 'nodemailer';
import { connections, type SpoolContender, type SpoolSetup } from './contender.js';
import { reader, spoolLetter, writer } from './letters.js';

const outstanding = 64;

/** nodemailer's pool as a program uses it: text and HTML in, 64 messages handed over and not yet answered. */
export function openNodemailer({ port }: SpoolSetup): SpoolContender {
  const transport = createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  let number = 0;
  let sent = 0;
  return {
    prepare: async () => undefined,
    async round(count) {
      const end = number + count;
      const line = async (): Promise<void> => {
        while (number < end) {
          await transport.sendMail({ from: writer, to: reader, ...spoolLetter(number++) });
          sent++;
        }
      };
      await Promise.all(Array.from({ length: outstanding }, line));
      return count;
    },
    async check() {
      const count = sent;
      sent = 0;
      return count;
    },
  };
}
