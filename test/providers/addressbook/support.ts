import { com, type Impl, ok, S_OK } from '../../../src/com/index.js';
import { IABProvider, type IMAPISupport, MAPI_AB_PROVIDER } from '../../../src/mapi/index.js';
import { addressBookMessageService } from '../../../src/providers/addressbook/index.js';
import type { MessageService } from '../../../src/subsystem/index.js';

/**
 * The message service of personal address books, which tells with which support object MAPI logs it on.
 *
 * @param told called at each logon; the object lives as long as the logon does
 */
export const toldOf = (told: (support: IMAPISupport) => void): MessageService => ({
  ...addressBookMessageService,
  // comail's own is there, too, where a test of this process came in by the front door.
  name: 'COMAILPAB-TOLD',
  providers: addressBookMessageService.providers.map((one) => {
    if (one.resourceType !== MAPI_AB_PROVIDER) return one;
    return {
      ...one,
      init: async (flags, version) => {
        const [hr, made] = await one.init(flags, version);
        if (!made) return [hr, null];
        const inner = made.lppABProvider;
        const Logon = async (...args: Parameters<IABProvider['Logon']>) => {
          const result = await ok(inner.Logon(...args));
          told(args[0]);
          return result;
        };
        const provider = { Logon, Shutdown: () => inner.Shutdown(0), finalRelease: () => void inner.Release() };
        return [S_OK, { ...made, lppABProvider: com(provider as unknown as Impl<IABProvider>, IABProvider) }];
      },
    };
  }),
});
