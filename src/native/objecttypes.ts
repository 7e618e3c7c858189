import type { AnyIid } from '../com/index.js';
import {
  IABContainer,
  IAddrBook,
  IAttach,
  IDistList,
  IMAPIFolder,
  IMAPISession,
  IMAPIStatus,
  IMailUser,
  IMessage,
  IMsgStore,
  IProfSect,
  MAPI_ABCONT,
  MAPI_ADDRBOOK,
  MAPI_ATTACH,
  MAPI_DISTLIST,
  MAPI_FOLDER,
  MAPI_MAILUSER,
  MAPI_MESSAGE,
  MAPI_PROFSECT,
  MAPI_SESSION,
  MAPI_STATUS,
  MAPI_STORE,
} from '../mapi/index.js';

/**
 * The standard interface of what an OpenEntry method hands out when no interface was asked for.
 *
 * @param opened the out values of the method
 * @returns undefined when they name no type of object
 */
export const interfaceOfObjectType = (opened: unknown): AnyIid | undefined =>
  typeof opened === 'object' && opened !== null && 'lpulObjType' in opened
    ? standard.get(opened.lpulObjType as number)
    : undefined;

const standard: ReadonlyMap<number, AnyIid> = new Map<number, AnyIid>([
  [MAPI_STORE, IMsgStore],
  [MAPI_ADDRBOOK, IAddrBook],
  [MAPI_FOLDER, IMAPIFolder],
  [MAPI_ABCONT, IABContainer],
  [MAPI_MESSAGE, IMessage],
  [MAPI_MAILUSER, IMailUser],
  [MAPI_ATTACH, IAttach],
  [MAPI_DISTLIST, IDistList],
  [MAPI_PROFSECT, IProfSect],
  [MAPI_STATUS, IMAPIStatus],
  [MAPI_SESSION, IMAPISession],
]);
