import { createHash } from 'node:crypto';
import { limit } from '../../base/index.js';
import { ok } from '../../com/index.js';
import {
  eq,
  MAPI_UNICODE,
  type IMessage as Message,
  type NamedProp,
  namedProp,
  PR_CLIENT_SUBMIT_TIME,
  PR_ENTRYID,
  PS_PUBLIC_STRINGS,
  PT_UNICODE,
  prop,
} from '../../mapi/index.js';
import { GraphError } from '../http/error.js';
import { type JsonObject, textOf } from '../http/json.js';
import type { Answer, Call } from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { Records } from '../mailbox/records.js';
import { accepted, MESSAGE_ID } from '../submission/accepted.js';
import { allFolders } from './places.js';

const ONCE_SECONDS: number = limit(
  'graph.onceSeconds',
  86_400,
  'seconds',
  'for a day a request to send that is repeated under its key is not sent again',
);

/** Marks the message that a request has sent, so that it is found after a crash. */
const KEY: NamedProp<string> = Object.freeze({
  ...namedProp(PS_PUBLIC_STRINGS, 'comail-graph-request'),
  ulPropType: PT_UNICODE,
});

/**
 * The key of a request that is not to be carried out twice: what `Idempotency-Key` says, else `client-request-id`, together with the
 * resource and the body.
 *
 * @returns null when the caller gave neither
 */
export function onceKey({ headers, method, url, body }: Call): string | null {
  const given = headers['idempotency-key'] ?? headers['client-request-id'];
  if (typeof given !== 'string' || given === '') return null;
  const hash = createHash('sha256');
  const which = headers['idempotency-key'] === undefined ? 'client' : 'key';
  for (const part of [which, given, method, new URL(url).pathname, headers['content-type'] ?? ''])
    hash.update(`${part.length} ${part} `);
  return hash.update(body).digest('hex');
}

/**
 * Lets a message bear the key of the request that sends it, where it has one.
 *
 * @param call the request
 * @param message the message, open for writing; it is saved by whoever sends it
 * @returns null when there is nothing to do
 */
export function stamp(call: Call, message: Message): Promise<void> | null {
  const key = onceKey(call);
  return key === null ? null : bear(call, message, key);
}

async function bear({ box }: Call, message: Message, key: string): Promise<void> {
  await ok(message.SetProps([prop(await box.tagOf(KEY), key)]));
}

const houses = new WeakMap<Box, Once>();

/**
 * Carries out a request that sends, once within a day for each key.
 *
 * @param run carries it out
 */
export const once =
  (run: (call: Call) => Promise<Answer>) =>
  (call: Call): Promise<Answer> => {
    const key = onceKey(call);
    if (key === null) return run(call);
    const house = houses.get(call.box) ?? new Once(call.box);
    houses.set(call.box, house);
    return house.run(key, call, run);
  };

/** The requests of a day that have sent something from a mailbox. */
class Once {
  readonly #box: Box;
  readonly #records: Records;
  readonly #running = new Map<string, Promise<Answer>>();
  #swept = 0;

  constructor(box: Box) {
    this.#box = box;
    this.#records = new Records(box, 'Request');
  }

  async run(key: string, call: Call, run: (call: Call) => Promise<Answer>): Promise<Answer> {
    const running = this.#running.get(key);
    if (running) return replayed(await running);
    const answer = this.#answered(key, call, run);
    this.#running.set(key, answer);
    try {
      return await answer;
    } finally {
      this.#running.delete(key);
    }
  }

  async #answered(key: string, call: Call, run: (call: Call) => Promise<Answer>): Promise<Answer> {
    await this.#sweep();
    const before = (await this.#records.all()).get(key)?.value;
    if (before?.['location'] !== undefined) return replayed(sent(before));
    if (before) {
      // The server ended while it worked on it: the message tells whether it was sent.
      const found = await this.#find(key);
      if (found !== null) return replayed(await this.#done(key, accepted(call, ...found)));
      if (before['keep'] !== true)
        throw new GraphError(
          409,
          'ErrorIrresolvableConflict',
          'The server ended while it sent the message, and no copy was to be kept: it may have been sent.',
        );
    }
    await this.#records.put(key, { at: Date.now(), keep: keeps(call) });
    try {
      return await this.#done(key, await run(call));
    } catch (error) {
      // Of what was refused nothing was sent; it may come again.
      if (error instanceof GraphError || (await this.#find(key)) === null) await this.#records.remove([key]);
      throw error;
    }
  }

  async #done(key: string, answer: Answer): Promise<Answer> {
    const { location = '', [MESSAGE_ID]: message = '' } = answer.headers ?? {};
    await this.#records.put(key, { at: Date.now(), location, message });
    return answer;
  }

  /** The message of a request, and when it was submitted; null when there is none. */
  async #find(key: string): Promise<[entryId: Uint8Array, submittedAt: bigint | null] | null> {
    const tag = await this.#box.tagOf(KEY);
    for (const entryId of await allFolders(this.#box)) {
      using folder = await this.#box.openFolder(entryId);
      using table = await ok(folder.GetContentsTable(MAPI_UNICODE));
      await ok(table.SetColumns([PR_ENTRYID, PR_CLIENT_SUBMIT_TIME]));
      await ok(table.Restrict(eq(tag, key)));
      const [row] = await ok(table.QueryRows(1, 0));
      if (row) return [row.get(PR_ENTRYID) as Uint8Array, row.get(PR_CLIENT_SUBMIT_TIME)];
    }
    return null;
  }

  async #sweep(): Promise<void> {
    const now = Date.now();
    if (now - this.#swept < 60_000) return;
    this.#swept = now;
    const old = [...(await this.#records.all())].filter(
      ([, { value }]) => !(Number(value['at']) > now - ONCE_SECONDS * 1000),
    );
    await this.#records.remove(old.map(([key]) => key));
  }
}

/** Whether what is sent stays in a folder, where it would be found. */
function keeps({ body }: Call): boolean {
  return !/"saveToSentItems"\s*:\s*"?false/i.test(body.toString());
}

const sent = ({ location, message }: JsonObject): Answer => ({
  status: 202,
  headers: {
    location: textOf(location, 'location'),
    ...(typeof message === 'string' ? { [MESSAGE_ID]: message } : {}),
  },
});

const replayed = (answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, 'idempotency-replayed': 'true' },
});
