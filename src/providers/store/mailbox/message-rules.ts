import { fileTimeNow } from '../../../base/index.js';
import {
  type AdrEntry,
  MAPI_BCC,
  MAPI_CC,
  MAPI_E_COMPUTED,
  MAPI_MESSAGE,
  MAPI_TO,
  MSGFLAG_SUBMIT,
  PR_CREATION_TIME,
  PR_DISPLAY_BCC_W,
  PR_DISPLAY_CC_W,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TO_W,
  PR_ENTRYID,
  PR_HASATTACH,
  PR_INTERNET_CPID,
  PR_LAST_MODIFICATION_TIME,
  PR_MESSAGE_CLASS,
  PR_MESSAGE_CODEPAGE,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_MSG_STATUS,
  PR_PARENT_DISPLAY_W,
  PR_PARENT_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_RECORD_KEY,
  PR_SEARCH_KEY,
  PR_SUBMIT_FLAGS,
  type PropTag,
  prop,
  propId,
} from '../../../mapi/index.js';
import {
  andThen,
  type Derive,
  defaultCodePage,
  deriveMessage,
  displayList,
  type Listed,
  messageRules,
  type PropRules,
  type PropView,
  propRules,
} from '../../../subsystem/index.js';
import { folder, messageColumns, queued } from '../sql/index.js';
import { changeKeyRules } from './change-key.js';
import { computed, identityRules, keptByStore, messageAccess } from './identity.js';
import type { Mailbox } from './mailbox.js';
import type { MessageBag } from './message-bag.js';
import { submitFlagsOf } from './queue-rows.js';

/**
 * What a message knows of single properties. All messages of a logon share their rules: making some seventy of them costs
 * more than opening a message does.
 *
 * @param mailbox whose message it is
 * @param writable whether it was opened for writing
 */
export function messageRulesOf(mailbox: Mailbox, writable: boolean): PropRules {
  const shared = writable ? toChange : toRead;
  let rules = shared.get(mailbox);
  if (!rules) {
    rules = makeRules(mailbox, writable);
    shared.set(mailbox, rules);
  }
  return rules;
}

const toRead = new WeakMap<Mailbox, PropRules>();
const toChange = new WeakMap<Mailbox, PropRules>();

const makeRules = (mailbox: Mailbox, writable: boolean): PropRules => {
  const bagOf = (view: PropView) => view.bag as MessageBag;
  const inFolder = (view: PropView) => (bagOf(view).embedded ? null : bagOf(view).row);
  const idOf = (view: PropView) => inFolder(view)?.id ?? null;
  const named = <T>(id: number | null, name: (id: number) => T): T | null => (id === null ? null : name(id));
  const typed = [...messageColumns.values()].map(({ tag }) => ({ tag, fixedType: true }));
  return new Map([
    ...propRules(...typed),
    ...messageRules,
    ...propRules(
      ...identityRules(mailbox, MAPI_MESSAGE, messageAccess, writable),
      // Whether there is a name is said without making it: lists of properties are asked for with every message that is sent.
      {
        ...computed(PR_ENTRYID, (view) => named(idOf(view), (id) => mailbox.ids.message(id))),
        listed: (view) => idOf(view) !== null,
      },
      {
        ...computed(PR_RECORD_KEY, (view) => named(idOf(view), (id) => mailbox.ids.recordKey(MAPI_MESSAGE, id))),
        listed: (view) => idOf(view) !== null,
      },
      {
        ...computed(PR_PARENT_ENTRYID, (view) => named(bagOf(view).folder, (id) => mailbox.ids.folder(id))),
        listed: (view) => bagOf(view).folder !== null,
      },
      {
        ...computed(PR_PARENT_DISPLAY_W, (view) => named(bagOf(view).folder, (id) => folderName(mailbox, id))),
        listed: (view) => !bagOf(view).embedded,
      },
      {
        tag: PR_MESSAGE_FLAGS,
        fixedType: true,
        compute: (view) => (view.changed.has(flagsId) ? undefined : bagOf(view).flags),
      },
      {
        ...computed(PR_SUBMIT_FLAGS, (view) => submitFlags(bagOf(view))),
        // What the spooler has open lies in the queue, for nobody else may take it out meanwhile.
        listed: (view) => isBeingSent(bagOf(view)) || submitFlags(bagOf(view)) !== null,
      },
      ...changeKeyRules(mailbox, (view) => inFolder(view)?.change ?? null),
      {
        tag: PR_SEARCH_KEY,
        fixedType: true,
        compute: (view) => (view.has(propId(PR_SEARCH_KEY)) ? undefined : bagOf(view).searchKey),
      },
      { tag: PR_MSG_STATUS, refuse: MAPI_E_COMPUTED, hidden: true },
      ...[PR_MESSAGE_SIZE, PR_HASATTACH, PR_CREATION_TIME, PR_LAST_MODIFICATION_TIME].map(keptByStore),
      ...[PR_DISPLAY_TO_W, PR_DISPLAY_CC_W, PR_DISPLAY_BCC_W].map(keptByStore),
    ),
  ]);
};

const folderName = (mailbox: Mailbox, id: number): string | null => mailbox.read((db) => folder(db, id))?.name ?? null;

/** What follows from the changes of a message when it is saved: its texts, its class, and the lists of its recipients. */
export const messageDerive =
  (bag: MessageBag): Derive =>
  (view) =>
    andThen(deriveMessage(view, fileTimeNow()), ({ set: texts, remove }) => {
      const set = texts.slice();
      if (!view.has(propId(PR_MESSAGE_CLASS))) set.push(prop(PR_MESSAGE_CLASS, 'IPM'));
      const listed = listedOf(bag.recipients());
      for (const [tag, type] of lines) set.push(prop(tag, displayList(listed, type)));
      return { set, remove };
    });

function listedOf(recipients: ReadonlyMap<number, AdrEntry>): readonly Listed[] {
  const listed: Listed[] = [];
  recipients.forEach((entry) => {
    let type: number = MAPI_TO;
    let name = '';
    for (const each of entry) {
      if (each[0] === PR_RECIPIENT_TYPE) type = each[1] as number;
      else if (each[0] === PR_DISPLAY_NAME_W) name = each[1] as string;
    }
    listed.push({ type, name });
  });
  return listed;
}

const lines: readonly (readonly [PropTag<string>, number])[] = [
  [PR_DISPLAY_TO_W, MAPI_TO],
  [PR_DISPLAY_CC_W, MAPI_CC],
  [PR_DISPLAY_BCC_W, MAPI_BCC],
];

const isBeingSent = (bag: MessageBag): boolean =>
  !bag.embedded && (bag.flags & MSGFLAG_SUBMIT) !== 0 && bag.mailbox.sendLocks.holds(bag.row?.id ?? 0);

/** PR_SUBMIT_FLAGS; null of a message that is not in the queue. */
function submitFlags(bag: MessageBag): number | null {
  const id = bag.embedded ? undefined : bag.row?.id;
  if (id === undefined || (bag.flags & MSGFLAG_SUBMIT) === 0) return null;
  const entry = bag.mailbox.read((db) => queued(db, id));
  return entry ? submitFlagsOf(entry) : null;
}

const flagsId = propId(PR_MESSAGE_FLAGS);

/**
 * The code page of a message's 8-bit text: PR_MESSAGE_CODEPAGE, else PR_INTERNET_CPID, else Western European.
 *
 * @param view the message
 * @spec pidtagmessagecodepage-canonical-property @spec pidtaginternetcodepage-canonical-property
 */
export function codePageOf(view: PropView): number {
  for (const id of codePageIds) {
    const entry = view.peek(id);
    if (entry && Array.isArray(entry) && entry[1] !== 0) return entry[1] as number;
  }
  return defaultCodePage;
}

const codePageIds: readonly number[] = [propId(PR_MESSAGE_CODEPAGE), propId(PR_INTERNET_CPID)];
