import type { Command } from 'commander';
import { ok } from '../com/index.js';
import {
  CONVENIENT_DEPTH,
  FOLDER_ROOT,
  FOLDER_SEARCH,
  type IMAPIFolder,
  PR_ASSOC_CONTENT_COUNT,
  PR_COMMENT_W,
  PR_CONTAINER_CLASS_W,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_DEPTH,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_FOLDER_TYPE,
  type PropRow,
} from '../mapi/index.js';
import { EXIT, type Io } from './io.js';
import { answering } from './mailbox/failure.js';
import { openFolderAt, pathOf, pathOfNames } from './mailbox/folder-path.js';
import { readRows } from './mailbox/rows.js';
import { type FolderRole, hexOfBytes, type OpenedStore, withStore } from './mailbox/store.js';
import { type Paint, painter, shown } from './paint.js';
import { grouped } from './trace.js';

/** One folder, as `comail folder ls --json` prints it within `{"folders": [...]}`. */
export interface FolderReport {
  /** What `--folder` and `folder ls` take: `Inbox/Projects`. */
  readonly path: string;
  /** Its name. */
  readonly name: string;
  /** Levels below the folder that was asked for, which itself has 0. */
  readonly depth: number;
  /** Whether messages lie in it, or it shows what lies elsewhere. */
  readonly type: 'generic' | 'search' | 'root';
  /** What it is for, where every store has it. */
  readonly role: FolderRole | null;
  /** Messages in it. */
  readonly messages: number;
  /** Those of them that nobody has read. */
  readonly unread: number;
  /** Hidden messages: forms, views, settings. */
  readonly associated: number;
  /** What it is made for: `IPF.Note`. */
  readonly class: string | null;
  /** A remark. */
  readonly comment: string | null;
  /** Its entry identifier in hexadecimal. */
  readonly entryId: string;
}

/**
 * Adds the verb `ls` of folders.
 *
 * @param folder the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addFolderLs(folder: Command, io: Io, ended: (code: number) => void): void {
  folder
    .command('ls')
    .argument('<file>', 'the store')
    .argument('[path]', 'the folder to begin at: Inbox/Projects, or / for the root of the store', '')
    .description('print the tree of folders, with how many messages each has and how many are unread')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, path: string, { json = false }: { json?: boolean }) =>
      ended(
        await answering({ json, failed: 'the folders were not listed', command: 'comail folder ls' }, io, () =>
          list(file, path, json, io),
        ),
      ),
    );
}

const EXAMPLES = `
A path begins at the folders that people see. One that begins with / begins at the root of the store, where search folders
(/Finder) and views have their place. A slash in a name is written \\/.

Examples:
  comail folder ls mail.store
  comail folder ls mail.store Inbox/Projects
  comail folder ls mail.store /
`;

async function list(file: string, path: string, json: boolean, io: Io): Promise<number> {
  const folders = await withStore(file, 'read-only', async (opened) => {
    using top = await openFolderAt(opened, path);
    return await foldersBelow(opened, top);
  });
  if (json) io.stdout.write(`${JSON.stringify({ folders })}\n`);
  else print(folders, io);
  return EXIT.done;
}

const columns = [
  PR_ENTRYID,
  PR_DISPLAY_NAME_W,
  PR_DEPTH,
  PR_FOLDER_TYPE,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_ASSOC_CONTENT_COUNT,
  PR_CONTAINER_CLASS_W,
  PR_COMMENT_W,
];

/**
 * A folder and all below it, each before those within it.
 *
 * @param opened the store
 * @param top the folder
 */
export async function foldersBelow(opened: OpenedStore, top: IMAPIFolder): Promise<readonly FolderReport[]> {
  const own = await ok(top.GetProps(columns));
  const start = await pathOf(opened, own.get(PR_ENTRYID) as Uint8Array);
  using table = await ok(top.GetHierarchyTable(CONVENIENT_DEPTH));
  const reports = [reportOf(opened, own, start, 0)];
  // The paths of the folders above the row at hand. Those that people see are known by their shorter one.
  const paths = [start];
  for (const row of await readRows(table, columns)) {
    const depth = (row.get(PR_DEPTH) ?? 0) + 1;
    const above = paths[depth - 1] ?? '';
    const name = pathOfNames([row.get(PR_DISPLAY_NAME_W) ?? ''], false);
    const isTop = hexOfBytes(row.get(PR_ENTRYID) as Uint8Array) === hexOfBytes(opened.subtree);
    const path = isTop ? '' : above === '' || above === '/' ? `${above}${name}` : `${above}/${name}`;
    paths.splice(depth, paths.length, path);
    reports.push(reportOf(opened, row, path, depth));
  }
  return reports;
}

function reportOf({ roles }: OpenedStore, row: PropRow, path: string, depth: number): FolderReport {
  const entryId = hexOfBytes(row.get(PR_ENTRYID) as Uint8Array);
  const type = row.get(PR_FOLDER_TYPE);
  return {
    path,
    name: row.get(PR_DISPLAY_NAME_W) ?? '',
    depth,
    type: type === FOLDER_ROOT ? 'root' : type === FOLDER_SEARCH ? 'search' : 'generic',
    role: roles.get(entryId) ?? null,
    messages: row.get(PR_CONTENT_COUNT) ?? 0,
    unread: row.get(PR_CONTENT_UNREAD) ?? 0,
    associated: row.get(PR_ASSOC_CONTENT_COUNT) ?? 0,
    class: row.get(PR_CONTAINER_CLASS_W),
    comment: row.get(PR_COMMENT_W),
    entryId,
  };
}

function print(folders: readonly FolderReport[], io: Io): void {
  const paint = painter(io.stdout, io.env);
  const lines = branches(folders);
  const names = folders.map(({ name }) => shown(name));
  const widths = names.map((name, index) => (lines[index] ?? '').length + name.length);
  const width = Math.max(...widths);
  const counts = folders.map(({ messages }) => grouped(messages));
  const countWidth = Math.max(...counts.map((count) => count.length));
  folders.forEach((folder, index) => {
    const name = paint(folder.unread > 0 ? 'bold' : 'plain', names[index] ?? '');
    const gap = ' '.repeat(width - (widths[index] ?? 0) + 2);
    const count = paint(folder.messages > 0 ? 'plain' : 'dim', (counts[index] ?? '').padStart(countWidth));
    io.stdout.write(`${paint('dim', lines[index] ?? '')}${name}${gap}${count}${rest(folder, paint)}\n`);
  });
}

function rest({ unread, type, associated }: FolderReport, paint: Paint): string {
  const remarks = [
    unread > 0 ? paint('cyan', `${grouped(unread)} unread`) : '',
    associated > 0 ? paint('dim', `${grouped(associated)} hidden`) : '',
    type === 'search' ? paint('dim', 'search folder') : '',
  ].filter((remark) => remark !== '');
  return remarks.length === 0 ? '' : `  ${remarks.join(', ')}`;
}

/** The lines of the tree before each name: they go on where another folder of the same level follows. */
function branches(folders: readonly FolderReport[]): readonly string[] {
  const lines: string[] = [];
  const follows: boolean[] = [];
  for (const { depth } of folders.toReversed()) {
    let line = '';
    for (let level = 1; level < depth; level++) line += follows[level] ? '│   ' : '    ';
    if (depth > 0) line += follows[depth] ? '├── ' : '└── ';
    lines.unshift(line);
    follows[depth] = true;
    follows.length = depth + 1;
  }
  return lines;
}
