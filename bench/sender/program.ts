// One contender in a process of its own, so that it stays warm between its rounds and shares nothing with the others.
import { makeMessages } from '../messages.js';
import { serve } from '../process/worker.js';
import { openComail } from './comail.js';
import type { Contender, Order, SenderSetup } from './contender.js';
import { openImnxport } from './imnxport.js';
import { openNodemailer } from './nodemailer.js';

/** What a round took. */
export interface Effort {
  /** From the first message handed over to the last final reply. */
  readonly seconds: number;
  /** Processor time of the sender, all its threads. */
  readonly cpuSeconds: number;
}

/** The questions a sender answers. */
export type SenderQuestions = {
  /** Makes ready; connects when the first message needs it. */
  open: (setup: SenderSetup) => Promise<null>;
  /** Sends so many messages, variant after variant, starting from the first. */
  send: (count: number) => Promise<Effort>;
  /** Lets go of the connections. */
  close: (nothing: null) => Promise<null>;
};

let contender: Contender | undefined;
let orders: readonly Order[] = [];
let setup: SenderSetup | undefined;

const answers: SenderQuestions = {
  async open(asked) {
    setup = asked;
    const to = Array.from({ length: asked.recipients }, (_, number) => `sink${number}@example.com`);
    orders = makeMessages(asked.kind).map((message) => ({ from: 'bench@example.com', to, message }));
    contender = await openContender(asked);
    return null;
  },

  async send(count) {
    if (contender === undefined || setup === undefined) throw new Error('the sender is not open');
    const cpu = process.cpuUsage();
    const begin = performance.now();
    await sendAll(contender, setup, count);
    const seconds = (performance.now() - begin) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    return { seconds, cpuSeconds: (user + system) / 1e6 };
  },

  async close() {
    await contender?.close();
    contender = undefined;
    return null;
  },
};

serve(answers);

function openContender(asked: SenderSetup): Contender | Promise<Contender> {
  switch (asked.contender) {
    case 'nodemailer':
      return openNodemailer(asked);
    case 'comail':
      return openComail(asked);
    case 'imnxport':
      return openImnxport(asked);
  }
}

/** Keeps `outstanding` messages on their way until all have been answered. */
async function sendAll(by: Contender, { outstanding, file }: SenderSetup, count: number): Promise<void> {
  let next = 0;
  const line = async () => {
    while (next < count) {
      const order = orders[next++ % orders.length];
      if (order === undefined) throw new Error('no messages were made');
      if (file === null) await by.send(order);
      else await by.sendFile(order, file);
    }
  };
  await Promise.all(Array.from({ length: Math.min(outstanding, count) }, line));
}
