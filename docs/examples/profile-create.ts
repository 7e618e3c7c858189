import { PR_COMAIL_STORE_PATH_W, PR_SMTP_PORT, PR_SMTP_SENDER_ADDRESS, PR_SMTP_SERVER } from 'comail';
import { guidFromBytes, ok } from 'comail/com';
import { eq, type IMsgServiceAdmin, PR_SERVICE_NAME_W, PR_SERVICE_UID, type PropValue, prop } from 'comail/mapi';
import { HrQueryAllRows, MAPIAdminProfiles, MAPIInitialize, MAPIUninitialize } from 'comail/subsystem';

/** What a profile is made of. */
export interface Wanted {
  /** The file of the message store; it is made when it is not there. */
  readonly store: string;
  readonly server: string;
  readonly port: number;
  readonly from: string;
}

/** Makes a profile with a store and an account, as a setup program does. */
export async function makeProfile(name: string, { store, server, port, from }: Wanted): Promise<void> {
  ok(MAPIInitialize(null));
  try {
    using profiles = await ok(MAPIAdminProfiles(0));
    await ok(profiles.CreateProfile(name, null, 0, 0));
    try {
      using services = await ok(profiles.AdminServices(name, null, 0, 0));
      await add(services, 'COMAIL', [prop(PR_COMAIL_STORE_PATH_W, store)]);
      await add(services, 'SMTP', [
        prop(PR_SMTP_SERVER, server),
        prop(PR_SMTP_PORT, port),
        prop(PR_SMTP_SENDER_ADDRESS, from),
      ]);
    } catch (error) {
      await profiles.DeleteProfile(name, 0);
      throw error;
    }
  } finally {
    MAPIUninitialize();
  }
}

async function add(services: IMsgServiceAdmin, service: string, settings: readonly PropValue[]): Promise<void> {
  await ok(services.CreateMsgService(service, null, 0, 0));
  // It does not say which one it has made: that is the last of its name.
  using table = await ok(services.GetMsgServiceTable(0));
  const named = eq(PR_SERVICE_NAME_W, service);
  const uid = (await ok(HrQueryAllRows(table, [PR_SERVICE_UID], named, null, 0))).at(-1)?.get(PR_SERVICE_UID);
  if (!uid) throw new Error(`${service} was not added`);
  await ok(services.ConfigureMsgService(guidFromBytes(uid), 0, 0, settings));
}
