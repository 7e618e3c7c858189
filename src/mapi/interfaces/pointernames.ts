import type { AnyIid } from '../../com/index.js';
import { IAddrBook } from './iaddrbook.js';
import { IMAPISupport } from './imapisupport.js';
import { IMessage } from './imessage.js';
import { IMsgServiceAdmin } from './imsgserviceadmin.js';
import { IMsgStore } from './imsgstore.js';

/**
 * The pointer types of MAPI's headers whose names do not follow from their interface, as `LPMAPITABLE` does from
 * IMAPITable.
 */
export const irregularPointerNames: Readonly<Record<string, AnyIid>> = Object.freeze({
  LPMDB: IMsgStore,
  LPADRBOOK: IAddrBook,
  LPSERVICEADMIN: IMsgServiceAdmin,
  LPMAPISUP: IMAPISupport,
  LPMMESSAGE: IMessage,
});
