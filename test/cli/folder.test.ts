import { describe, expect, test } from 'vitest';
import type { FolderReport } from '../../src/cli/folder-ls.js';
import type { FailureReport } from '../../src/cli/mailbox/failure.js';
import { ok } from '../../src/com/index.js';
import {
  and,
  bits,
  FOLDER_SEARCH,
  IMAPIFolder,
  MSGFLAG_READ,
  PR_ENTRYID,
  PR_FINDER_ENTRYID,
  PR_MESSAGE_FLAGS,
  RESTART_SEARCH,
} from '../../src/mapi/index.js';
import { useLedger } from '../support/ledger.js';
import { deliver, folderOf, newSubfolder, parsed, storeToLookAt, storeWith } from './mailbox.js';
import { comail } from './run.js';

useLedger();

const withTree = storeToLookAt(async (inbox) => {
  using projects = await newSubfolder(inbox, 'Projects');
  using slashed = await newSubfolder(projects, 'A/B test');
  using old = await newSubfolder(inbox, 'Old');
  await deliver(inbox, { subject: 'one' });
  await deliver(inbox, { subject: 'two', read: true });
  await deliver(slashed, { subject: 'three' });
  await deliver(old, { subject: 'four', read: true });
});

describe('comail folder ls', () => {
  test('draws the tree with counts', async () => {
    const { code, out, err } = await comail(['folder', 'ls', await withTree()]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`\
Top of Personal Folders  0
├── Deleted Items        0
├── Drafts               0
├── Inbox                2  1 unread
│   ├── Old              1
│   └── Projects         0
│       └── A/B test     1  1 unread
├── Outbox               0
└── Sent Items           0
`);
  });

  test('from a folder on, whatever the case', async () => {
    const file = await withTree();
    const { out } = await comail(['folder', 'ls', file, 'inbox/PROJECTS']);
    expect(out).toBe('Projects      0\n└── A/B test  1  1 unread\n');
    expect((await comail(['folder', 'ls', file, 'Inbox/Projects/A\\/B test/'])).out).toBe('A/B test  1  1 unread\n');
  });

  test('from the root of the store, search folders too', async () => {
    const file = await storeWith(async (inbox, store) => {
      await deliver(inbox, { subject: 'one' });
      const [finderId] = await ok(store.GetProps([PR_FINDER_ENTRYID]));
      using finder = await folderOf(store, finderId as Uint8Array);
      using search = await ok(finder.CreateFolder(FOLDER_SEARCH, 'Unread', null, IMAPIFolder));
      const [inboxId] = await ok(inbox.GetProps([PR_ENTRYID]));
      const unread = and(bits(PR_MESSAGE_FLAGS, MSGFLAG_READ, 'eqz'));
      await ok(search.SetSearchCriteria(unread, [inboxId as Uint8Array], RESTART_SEARCH));
    });
    const { out } = await comail(['folder', 'ls', file, '/']);
    expect(out).toContain('├── Finder                   0\n│   └── Unread               1  1 unread, search folder\n');
    expect(out).toContain('│   ├── Inbox                1  1 unread\n');
    const { folders } = parsed<{ folders: FolderReport[] }>(await comail(['folder', 'ls', file, '/', '--json']));
    expect(folders.map(({ path, type }) => [path, type])).toContainEqual(['/Finder/Unread', 'search']);
    expect(folders[0]).toMatchObject({ path: '/', type: 'root', depth: 0, role: null });
    expect(folders.find(({ name }) => name === 'Inbox')).toMatchObject({ path: 'Inbox', depth: 2, role: 'inbox' });
    const { out: listed } = await comail(['message', 'ls', file, '--folder', '/Finder/Unread']);
    expect(listed).toContain('one');
  });

  test('as JSON, with paths that lead back', async () => {
    const file = await withTree();
    const { folders } = parsed<{ folders: FolderReport[] }>(await comail(['folder', 'ls', file, '--json']));
    const deepest = folders.find(({ name }) => name === 'A/B test');
    expect(deepest).toEqual({
      path: 'Inbox/Projects/A\\/B test',
      name: 'A/B test',
      depth: 3,
      type: 'generic',
      role: null,
      messages: 1,
      unread: 1,
      associated: 0,
      class: null,
      comment: null,
      entryId: expect.stringMatching(/^[0-9A-F]{64}$/),
    });
    expect(folders.map(({ role }) => role).filter(Boolean)).toEqual([
      'top',
      'deleted',
      'drafts',
      'inbox',
      'outbox',
      'sent',
    ]);
    for (const { path, entryId } of folders) {
      const run = await comail(['folder', 'ls', file, path, '--json']);
      expect(parsed<{ folders: FolderReport[] }>(run).folders[0]).toMatchObject({ path, entryId, depth: 0 });
    }
  });

  test('a folder that is not there: says which are', async () => {
    const file = await withTree();
    const { code, out, err } = await comail(['folder', 'ls', file, 'Inbox/Projcts']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(
      'comail: the folders were not listed. MAPI_E_NOT_FOUND (0x8004010F)\n  why   there is no folder "Projcts" in Inbox\n  next  In Inbox are: Old, Projects.\n',
    );
    const run = await comail(['folder', 'ls', file, 'Inbox/Old/Older', '--json']);
    expect(run.code).toBe(1);
    expect(parsed<{ error: FailureReport }>(run).error).toMatchObject({
      code: 'MAPI_E_NOT_FOUND',
      advice: 'Inbox/Old has no folders.',
    });
  });

  test('a path with an empty name is not understood', async () => {
    const { code, err } = await comail(['folder', 'ls', await withTree(), 'Inbox//Old']);
    expect(code).toBe(2);
    expect(err).toContain('empty name');
  });
});
