import { com, type Guid } from '../../com/index.js';
import {
  DT_DISTLIST,
  DT_MAILUSER,
  IMAPITable,
  PR_ADDRTYPE_W,
  PR_DEPTH,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_SELECTABLE,
  prop,
  TBLTYPE_SNAPSHOT,
} from '../../mapi/index.js';
import { MemoryRows, Table } from '../../subsystem/index.js';
import { inWidth } from './columns.js';
import { entryIdOf } from './entryid.js';
import { listType } from './shown.js';

/**
 * Opens the table of what can be made in a book: a user with an Internet address, and a personal list.
 *
 * @param book the book's UID
 * @param unicode whether its texts are PT_UNICODE
 * @spec pidtagcreatetemplates-canonical-property
 */
export function templates(book: Guid, unicode: boolean): IMAPITable {
  const rows = new MemoryRows({ index: PR_ENTRYID, columns, tableType: TBLTYPE_SNAPSHOT });
  rows.put([
    [
      prop(PR_DISPLAY_NAME_W, 'Internet address'),
      prop(PR_ENTRYID, entryIdOf(book, 'user-template')),
      prop(PR_ADDRTYPE_W, 'SMTP'),
      prop(PR_DISPLAY_TYPE, DT_MAILUSER),
      prop(PR_DEPTH, 0),
      prop(PR_SELECTABLE, true),
    ],
    [
      prop(PR_DISPLAY_NAME_W, 'Personal distribution list'),
      prop(PR_ENTRYID, entryIdOf(book, 'list-template')),
      prop(PR_ADDRTYPE_W, listType),
      prop(PR_DISPLAY_TYPE, DT_DISTLIST),
      prop(PR_DEPTH, 0),
      prop(PR_SELECTABLE, true),
    ],
  ]);
  return com(new Table(rows, { columns: inWidth(columns, unicode) }), IMAPITable);
}

const columns = [
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_ADDRTYPE_W,
  PR_DISPLAY_TYPE,
  PR_DEPTH,
  PR_SELECTABLE,
  PR_INSTANCE_KEY,
] as const;
