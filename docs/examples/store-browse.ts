import { ok } from 'comail/com';
import {
  CONVENIENT_DEPTH,
  IMAPIFolder,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_DEPTH,
  PR_DISPLAY_NAME_W,
  PR_IPM_SUBTREE_ENTRYID,
} from 'comail/mapi';
import { openStore } from 'comail/store';

/** The folders that people see, indented, with their counts. */
export async function listFolders(path: string): Promise<readonly string[]> {
  using store = await openStore(path, { mode: 'read-only' });
  const [subtree] = await ok(store.GetProps([PR_IPM_SUBTREE_ENTRYID]));
  using top = (await ok(store.OpenEntry(subtree, IMAPIFolder))).lppUnk;
  using table = await ok(top.GetHierarchyTable(CONVENIENT_DEPTH));
  const columns = [PR_DEPTH, PR_DISPLAY_NAME_W, PR_CONTENT_COUNT, PR_CONTENT_UNREAD] as const;
  await ok(table.SetColumns(columns));
  const lines: string[] = [];
  for (;;) {
    const rows = await ok(table.QueryRows<typeof columns>(100));
    if (rows.length === 0) return lines;
    for (const [depth, name, count, unread] of rows)
      lines.push(`${'  '.repeat(depth ?? 0)}${name}: ${count}, ${unread} unread`);
  }
}
