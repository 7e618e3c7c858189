import { ok } from '../../com/index.js';
import {
  ascend,
  type EntryId,
  ge,
  MAPI_E_INVALID_MESSAGE,
  MAPI_E_NO_MESSAGES,
  MAPI_LONG_MSGID,
  MAPI_UNICODE,
  MAPI_UNREAD_ONLY,
  MSGFLAG_READ,
  PR_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
} from '../../mapi/index.js';
import { answered, SimpleError, type SimpleRet } from './answer.js';
import { type SimpleSession, sessionOf } from './sessions.js';

/**
 * Finds the message after another one in the receive folder of a message class, oldest first.
 *
 * @param lhSession the session
 * @param _ulUIParam the window that owns dialogs; 0
 * @param lpszMessageType how the message class begins; null or empty for `IPM`
 * @param lpszSeedMessageID the message to go on from, which may be deleted since this function answered it; null or empty for the
 *   first
 * @param flFlags `MAPI_UNREAD_ONLY`; `MAPI_GUARANTEE_FIFO`, which is so in any case; `MAPI_LONG_MSGID` for a buffer of 512
 *   characters instead of 64
 * @param _ulReserved 0
 * @returns `SUCCESS_SUCCESS` with the identifier, good for this session; `MAPI_E_NO_MESSAGES` after the last; `MAPI_E_INVALID_MESSAGE` for a
 *   seed that is none; `MAPI_E_INVALID_SESSION`; `MAPI_E_FAILURE`
 * @example
 * ```ts
 * for (let seed = ''; ; ) {
 *   const [code, id] = await MAPIFindNext(session, 0, null, seed, MAPI_UNREAD_ONLY);
 *   if (id === null) return code;
 *   seed = id;
 * }
 * ```
 * @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapifindnext.md
 */
export function MAPIFindNext(
  lhSession: number,
  _ulUIParam: number,
  lpszMessageType: string | null,
  lpszSeedMessageID: string | null,
  flFlags: number,
  _ulReserved = 0,
): Promise<SimpleRet<string>> {
  return answered('MAPIFindNext', () =>
    sessionOf(lhSession).run(async (session) => {
      const type = (lpszMessageType || 'IPM').toLowerCase();
      const seed = lpszSeedMessageID ? await placeOf(session, lpszSeedMessageID) : null;
      const unread = (flFlags & MAPI_UNREAD_ONLY) !== 0;
      const next = await after(session, lpszMessageType || 'IPM', seed, (place) => {
        if (unread && (place.flags & MSGFLAG_READ) !== 0) return false;
        return place.type.toLowerCase().startsWith(type);
      });
      if (!next) throw new SimpleError(MAPI_E_NO_MESSAGES, 'there is no further message of this class');
      const id = session.ids.textOf(next.entryId, (flFlags & MAPI_LONG_MSGID) !== 0);
      session.found.set(id, next.time);
      return id;
    }),
  );
}

interface Seed {
  readonly time: bigint;
  readonly key: string;
}

interface Place extends Seed {
  readonly entryId: EntryId;
  readonly type: string;
  readonly flags: number;
}

/** Where a message stands, or stood when it was answered. */
async function placeOf(session: SimpleSession, id: string): Promise<Seed> {
  const key = keyOf(session.ids.entryIdOf(id));
  const known = session.found.get(id);
  if (known !== undefined) return { time: known, key };
  try {
    using message = await session.message(id);
    const row = await ok(message.GetProps([PR_MESSAGE_DELIVERY_TIME], 0));
    return { time: row.get(PR_MESSAGE_DELIVERY_TIME) ?? 0n, key };
  } catch (error) {
    throw new SimpleError(MAPI_E_INVALID_MESSAGE, 'the message to go on from is not there', error);
  }
}

/** The first message behind a place, in the order of delivery; messages of one moment in that of their identifiers. */
async function after(
  session: SimpleSession,
  type: string,
  seed: Seed | null,
  fits: (place: Place) => boolean,
): Promise<Place | null> {
  const store = await session.store();
  const { lppEntryID } = await ok(store.GetReceiveFolder(type, MAPI_UNICODE));
  using folder = await session.folder(lppEntryID);
  using table = await ok(folder.GetContentsTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_ENTRYID, PR_MESSAGE_CLASS_W, PR_MESSAGE_DELIVERY_TIME, PR_MESSAGE_FLAGS]));
  if (seed && seed.time > 0n) await ok(table.Restrict(ge(PR_MESSAGE_DELIVERY_TIME, seed.time), 0));
  await ok(table.SortTable({ aSort: [ascend(PR_MESSAGE_DELIVERY_TIME)], cCategories: 0, cExpanded: 0 }));
  let best: Place | null = null;
  for (;;) {
    const rows = await ok(table.QueryRows(pageRows, 0));
    for (const row of rows) {
      const entryId = row.get(PR_ENTRYID) as EntryId;
      const place = {
        entryId,
        key: keyOf(entryId),
        time: row.get(PR_MESSAGE_DELIVERY_TIME) ?? 0n,
        type: row.get(PR_MESSAGE_CLASS_W) ?? '',
        flags: row.get(PR_MESSAGE_FLAGS) ?? 0,
      };
      // Later rows are of later moments: nothing nearer can come.
      if (best && place.time > best.time) return best;
      if (seed && !isBehind(place, seed)) continue;
      if (fits(place) && (!best || isBehind(best, place))) best = place;
    }
    if (rows.length === 0) return best;
  }
}

const pageRows = 100;

const keyOf = (entryId: EntryId): string => Buffer.from(entryId).toString('hex');

const isBehind = (one: Seed, other: Seed): boolean =>
  one.time > other.time || (one.time === other.time && one.key > other.key);
