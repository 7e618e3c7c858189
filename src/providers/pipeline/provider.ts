import { ComError, ok } from '../../com/index.js';
import {
  LOGON_SP_POLL,
  MAPI_E_UNCONFIGURED,
  MAPI_UNICODE,
  type IMAPISupport as Support,
  type XPPROVIDERINIT,
} from '../../mapi/index.js';
import { transportEntry } from '../../subsystem/index.js';
import { PipelineLogon } from './logon.js';
import { ConfigError } from './route/checks.js';
import { readSettings, type Settings } from './settings.js';
import { condition, statusColumns } from './status.js';
import { useEngine } from './system.js';

/** What failures name as their component. */
export const component = 'comail mail system';

/**
 * The entry point of the pipeline.
 *
 * @param ulFlags `MAPI_NT_SERVICE` or 0; it makes no difference
 * @param ulMAPIVer the version of the provider interfaces that MAPI follows
 * @returns `S_OK` with the provider; `MAPI_E_VERSION` when MAPI is older than the provider
 * @spec xpproviderinit
 */
export const XPProviderInit: XPPROVIDERINIT = transportEntry({
  component,
  async logOn({ support, inbound }) {
    const settings = await configured(support);
    const { name, address } = settings;
    const entryId = await ok(support.CreateOneOff(name || address, 'SMTP', address, MAPI_UNICODE));
    const use = await engineOf(settings.path);
    try {
      use.engine.mailboxes.put(address, name, null);
      await ok(support.ModifyStatusRow(statusColumns(settings, entryId, condition(null, 0)), 0));
    } catch (error) {
      await use.release();
      throw error;
    }
    return new PipelineLogon({ support, settings, entryId, inbound, ...use });
  },
  // The engine tells at once of what this process delivers; polling is for what others put into the queue.
  answers: LOGON_SP_POLL,
});

async function configured(support: Support): Promise<Settings> {
  using section = await ok(support.OpenProfileSection(null, 0));
  return await readSettings(section);
}

async function engineOf(path: string): ReturnType<typeof useEngine> {
  try {
    return await useEngine(path);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ComError(MAPI_E_UNCONFIGURED, error.message, { cause: error });
  }
}
