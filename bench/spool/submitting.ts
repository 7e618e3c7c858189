import { ok } from '../../src/com/index.js';
import {
  type IMessage,
  MAPI_TO,
  MODRECIP_ADD,
  PR_ADDRTYPE_W,
  PR_BODY_W,
  PR_CONTENT_COUNT,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_HTML,
  PR_INTERNET_CPID,
  PR_MESSAGE_CLASS_W,
  PR_RECIPIENT_TYPE,
  PR_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  type PropValue,
  prop,
} from '../../src/mapi/index.js';
import type { SpoolContender, SpoolSetup } from './contender.js';
import { Desk, makeProfile } from './house.js';
import { reader, spoolLetter } from './letters.js';

const recipient: readonly PropValue[] = [
  prop(PR_RECIPIENT_TYPE, MAPI_TO),
  prop(PR_DISPLAY_NAME_W, reader.name),
  prop(PR_ADDRTYPE_W, 'SMTP'),
  prop(PR_EMAIL_ADDRESS_W, reader.address),
];

/** Creates a letter in the Outbox, as a program does; it is neither saved nor submitted. */
export async function write(desk: Desk, number: number): Promise<IMessage> {
  const { subject, text, html } = spoolLetter(number);
  const message = await ok(desk.outbox.CreateMessage(null, 0));
  await ok(
    message.SetProps([
      prop(PR_MESSAGE_CLASS_W, 'IPM.Note'),
      prop(PR_SUBJECT_W, subject),
      prop(PR_BODY_W, text),
      prop(PR_INTERNET_CPID, 65001),
      prop(PR_HTML, new Uint8Array(Buffer.from(html))),
      prop(PR_SENTMAIL_ENTRYID, desk.sentEntryId),
    ]),
  );
  await ok(message.ModifyRecipients(MODRECIP_ADD, [recipient]));
  return message;
}

/** Several sessions without spoolers that write and submit letters at once. */
export class Submitters {
  readonly desks: readonly Desk[];
  /** Letters submitted so far; the number of the next one. */
  submitted = 0;

  private constructor(desks: readonly Desk[]) {
    this.desks = desks;
  }

  static async open(count: number): Promise<Submitters> {
    const desks: Desk[] = [];
    while (desks.length < count) desks.push(await Desk.open(false));
    return new Submitters(desks);
  }

  /** Submits so many further letters. */
  async submit(count: number): Promise<void> {
    const end = this.submitted + count;
    const line = async (desk: Desk): Promise<void> => {
      while (this.submitted < end) {
        using message = await write(desk, this.submitted++);
        await ok(message.SubmitMessage(0));
      }
    };
    // Two lines for each, so that one writes while the other waits.
    await Promise.all([...this.desks, ...this.desks].map(line));
  }
}

/**
 * SubmitMessage alone: the letters are written before the clock starts.
 *
 * @param setup the place
 * @param count sessions; each submits its letters one after the other
 */
export async function openSubmitting(setup: SpoolSetup, count: number): Promise<SpoolContender> {
  await makeProfile(setup);
  const { desks } = await Submitters.open(count);
  let written: readonly IMessage[][] = [];
  let number = 0;
  return {
    async prepare(letters) {
      const piles = desks.map((): IMessage[] => []);
      for (let n = 0; n < letters; n++, number++) {
        const at = n % desks.length;
        (piles[at] as IMessage[]).push(await write(desks[at] as Desk, number));
      }
      written = piles;
    },
    async round(letters) {
      await Promise.all(
        written.map(async (pile) => {
          for (const message of pile) {
            await ok(message.SubmitMessage(0));
            message.Release();
          }
        }),
      );
      return letters;
    },
    async check() {
      const [desk] = desks as readonly [Desk];
      using queue = await ok(desk.store.GetOutgoingQueue(0));
      const queued = await ok(queue.GetRowCount(0));
      const [there] = await ok(desk.outbox.GetProps([PR_CONTENT_COUNT], 0));
      if (queued !== number || there !== number)
        throw new Error(`${queued} letters wait and ${String(there)} lie in the Outbox instead of ${number}`);
      return 0;
    },
  };
}
