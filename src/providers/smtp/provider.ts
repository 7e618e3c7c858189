import { ok } from '../../com/index.js';
import { MAPI_UNICODE, type IMAPISupport as Support, type XPPROVIDERINIT } from '../../mapi/index.js';
import { transportEntry } from '../../subsystem/index.js';
import { noConnections, SmtpLogon } from './logon.js';
import { readSettings, type Settings } from './settings.js';
import { StatusRow } from './statusrow.js';

/** What failures name as their component. */
export const component = 'comail SMTP transport';

/**
 * The entry point of the SMTP transport.
 *
 * @param ulFlags `MAPI_NT_SERVICE` or 0; it makes no difference
 * @param ulMAPIVer the version of the provider interfaces that MAPI follows
 * @returns `S_OK` with the provider; `MAPI_E_VERSION` when MAPI is older than the provider
 * @spec xpproviderinit
 */
export const XPProviderInit: XPPROVIDERINIT = transportEntry({
  component,
  async logOn({ support, connects }) {
    const settings = await settingsOf(support);
    const { name, address } = settings.sender;
    const entryId = await ok(support.CreateOneOff(name || address, 'SMTP', address, MAPI_UNICODE));
    const row = new StatusRow(support, `SMTP: ${address}`, { address, entryId });
    // Connecting waits for the first message, so a server that is down keeps nobody from logging on.
    const logon = new SmtpLogon(support, settings, row, connects);
    await row.add();
    if (!connects) await row.be(noConnections);
    return logon;
  },
});

async function settingsOf(support: Support): Promise<Settings> {
  using section = await ok(support.OpenProfileSection(null, 0));
  return await readSettings(section);
}
