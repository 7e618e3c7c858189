import { join } from 'node:path';
import { guidFromBytes, ok } from '../../../src/com/index.js';
import {
  type EntryId,
  IABContainer,
  type IAddrBook,
  IDistList,
  type IMAPISession,
  MAPI_MODIFY,
  MAPI_UNICODE,
  PR_DEF_CREATE_DL,
  PR_DEF_CREATE_MAILUSER,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_PAB_PATH_W,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  prop,
} from '../../../src/mapi/index.js';
import { addressBookMessageService } from '../../../src/providers/addressbook/index.js';
import { MAPIAdminProfiles, type MessageService } from '../../../src/subsystem/index.js';
import { PostOffice, testTransport } from '../../subsystem/spooler/post-office.js';

/** A post office whose profile has personal address books, in files of these names; messages go to `sent`. */
export const officeWithBooks = (sent: string[], ...files: readonly string[]): Promise<PostOffice> =>
  officeWith(addressBookMessageService, sent, ...files);

/** The same with a service of a test's own in the place of comail's. */
export async function officeWith(
  service: MessageService,
  sent: string[],
  ...files: readonly string[]
): Promise<PostOffice> {
  const transport = testTransport('XP1', {
    submit: (asked) => {
      sent.push(...asked);
      return asked;
    },
  });
  const office = await PostOffice.open(transport, service);
  using admin = await ok(MAPIAdminProfiles(0));
  using services = await ok(admin.AdminServices('Work', null, 0, 0));
  for (const _ of files.slice(1)) await ok(services.CreateMsgService(service.name, null, 0, 0));
  using table = await ok(services.GetMsgServiceTable(0));
  const rows = await ok(table.QueryRows(10, 0));
  const own = rows.filter((row) => row.get(PR_SERVICE_NAME_W) === service.name);
  for (const [at, file] of files.entries())
    await ok(
      services.ConfigureMsgService(guidFromBytes(own[at]?.get(PR_SERVICE_UID) as Uint8Array), 0, 0, [
        prop(PR_PAB_PATH_W, join(office.folder, file)),
        prop(PR_DISPLAY_NAME_W, file),
      ]),
    );
  return office;
}

/** Opens the address book and the personal address book in it. */
export async function withPab(
  session: IMAPISession,
  step: (pab: IABContainer, book: IAddrBook) => Promise<void>,
): Promise<void> {
  using book = await ok(session.OpenAddressBook(0, null, 0));
  using pab = (await ok(book.OpenEntry(await ok(book.GetPAB()), IABContainer, MAPI_MODIFY))).lppUnk;
  await step(pab, book);
}

/** Adds a person. @returns the entry ID */
export async function addUser(pab: IABContainer, name: string, address: string, flags = 0): Promise<EntryId> {
  const template = (await ok(pab.GetProps([PR_DEF_CREATE_MAILUSER], 0))).get(PR_DEF_CREATE_MAILUSER) as EntryId;
  using user = await ok(pab.CreateEntry(template, flags));
  await ok(user.SetProps([prop(PR_DISPLAY_NAME_W, name), prop(PR_EMAIL_ADDRESS_W, address)]));
  await ok(user.SaveChanges(0));
  return (await ok(user.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
}

/** Adds a list with members. @returns the entry ID */
export async function addList(pab: IABContainer, name: string, members: readonly EntryId[]): Promise<EntryId> {
  const template = (await ok(pab.GetProps([PR_DEF_CREATE_DL], 0))).get(PR_DEF_CREATE_DL) as EntryId;
  using made = await ok(pab.CreateEntry(template, 0));
  const [hr, list] = made.QueryInterface(IDistList);
  if (!list) throw new Error(`no list: ${hr}`);
  using held = list;
  await ok(held.SetProps([prop(PR_DISPLAY_NAME_W, name)]));
  await ok(held.CopyEntries(members, 0, null, 0));
  await ok(held.SaveChanges(0));
  return (await ok(held.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
}

/** The names in a container or list, in the order of its table. */
export async function namesIn(container: IABContainer | IDistList): Promise<readonly (string | null)[]> {
  using table = await ok(container.GetContentsTable(MAPI_UNICODE));
  return (await ok(table.QueryRows(100, 0))).map((row) => row.get(PR_DISPLAY_NAME_W));
}
